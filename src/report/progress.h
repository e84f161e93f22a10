// A page that shows how far things are against how far they should be: tables, and a bar for each row (SVG).
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace mingzhang::report {

struct ProgressRow {
  enum class Tone : std::uint8_t { plain, good, doubtful, bad } tone = Tone::plain;
  std::string label;
  std::optional<int> percent, expected;  ///< of a hundred; what is more is drawn as a hundred
  std::vector<std::string> cells;        ///< of the table, as many as the page has headers
};

struct ProgressGroup {
  std::string title;
  std::vector<ProgressRow> rows;
};

struct ProgressPage {
  std::string language;  ///< zh-CN, en
  std::string title, note;
  std::vector<std::string> headers;
  std::vector<ProgressGroup> groups;
};

/// One file that loads nothing and runs nothing.
std::string progress_html(const ProgressPage& page);

}  // namespace mingzhang::report
