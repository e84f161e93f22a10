// The use case of whoever publishes: figures in, the whole document in all its formats out.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "work/front.h"

namespace mingzhang::work {

struct CompileOptions {
  Common common;
  std::filesystem::path books;       ///< where the figures come from; or, instead,
  std::filesystem::path from;        ///< a published document, whose figures are given out again
  int year = 0;                      ///< books: which one
  std::string kind;                  ///< books: budget or final; empty: what the profile is
  std::string profile;               ///< empty: that of the document
  std::filesystem::path folder;      ///< where the files go
  std::vector<std::string> formats;  ///< empty: all but PDF
  bool final = false;                ///< nothing is written while an error or a to-do stands
};

/// Formats that --formats takes.
std::vector<std::string> compile_formats();

/// The folder is replaced as a whole or not at all.
int compile(const CompileOptions& options, const Sinks& sinks);

}  // namespace mingzhang::work
