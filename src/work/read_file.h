// The use case of whoever wants the figures themselves: the statements of one document.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "work/front.h"

namespace mingzhang::work {

enum class ReadFormat : std::uint8_t { json, csv, xlsx };

struct ReadOptions {
  Common common;
  std::vector<std::filesystem::path> files;  ///< one disclosure; a folder stands for the documents in it
  std::string profile;                       ///< empty: recognised
  ReadFormat format = ReadFormat::json;
};

/// A workbook holds the tables of the form with the values read; it is no text and needs `common.output`.
int read_file(const ReadOptions& options, const Sinks& sinks);

}  // namespace mingzhang::work
