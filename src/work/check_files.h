// The use case of an inspector: documents in, findings out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "work/front.h"

namespace mingzhang::work {

enum class CheckFormat : std::uint8_t { text, json, html, xlsx, pdf };

struct CheckOptions {
  Common common;
  std::vector<std::filesystem::path> files;  ///< a folder stands for the documents in it, as one disclosure
  bool as_one = false;                       ///< all files are one disclosure
  std::vector<std::filesystem::path> with;   ///< documents of the same unit to compare each file with
  std::string profile;                       ///< empty: recognised for each file
  CheckFormat format = CheckFormat::text;
  bool colour = false;
  std::function<void(std::size_t index, const std::string& path)> progress;  ///< may be empty
};

/// Checks every file by itself. The report of one file is delivered before the next is read (text), or all together
/// (any other format, --output). Workbooks and PDF need `common.output`; of several PDF it is a folder, which gets a
/// copy of each under its name. Returns an exit code; one unreadable file does not keep the others from being checked.
int check_files(const CheckOptions& options, const Sinks& sinks);

}  // namespace mingzhang::work
