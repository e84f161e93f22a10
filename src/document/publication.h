// A document to be given out, independent of the format: what stands in it, in which order, and what it rests on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/sheet.h"

namespace mingzhang::document {

/// Words of one kind within a paragraph.
struct Run {
  std::string text;
  std::uint32_t trace = 0;  ///< 1-based: of a figure, its entry in Publication::traces; 0 without
  bool open = false;        ///< a to-do: it stands where somebody has to write something
};

struct Block {
  enum class Kind : std::uint8_t { heading, paragraph, table } kind = Kind::paragraph;
  int level = 0;          ///< heading: 1 (第一部分) to 4
  std::vector<Run> runs;  ///< heading, paragraph
  std::size_t sheet = 0;  ///< table: index into Publication::sheets
};

/// What a figure rests on, in words: a title, then lines.
struct TraceNote {
  std::string title;
  std::vector<std::string> lines;
};

struct Publication {
  std::string unit;                ///< 星野市医疗保障局
  std::string name;                ///< what it is: 2023年度部门决算公开说明
  std::vector<std::string> cover;  ///< further lines of the cover
  std::vector<Block> blocks;
  std::vector<Sheet> sheets;
  std::vector<TraceNote> traces;
  bool draft = false;  ///< shown on the cover: not released by the gate
};

}  // namespace mingzhang::document
