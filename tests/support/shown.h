// A document as text, for comparing as a whole.
#pragma once

#include <algorithm>
#include <string>

#include "document/document.h"

namespace mingzhang::testing_support {

/// One line a line: "3 words", "2:3 words" where there are pages, "#1 a|b" for rows of grids, with the extents of
/// merged cells behind: "{column columns×rows}".
inline std::string shown(const document::Document& document) {
  std::string out;
  for (const auto& line : document.lines) {
    out += (line.page == 0 ? "" : std::to_string(line.page) + ":") + std::to_string(line.number) + " ";
    if (line.grid != 0) out += "#" + std::to_string(line.grid) + " ";
    std::string text = line.text;
    std::replace(text.begin(), text.end(), '\t', '|');
    out += text;
    for (const auto& fragment : line.fragments)
      if (fragment.columns > 1 || fragment.rows > 1)
        out += " {" + std::to_string(fragment.column) + " " + std::to_string(fragment.columns) + "×" +
               std::to_string(fragment.rows) + "}";
    out += "\n";
  }
  return out;
}

/// "code detail", one a line.
inline std::string notices(const document::Document& document) {
  std::string out;
  for (const auto& notice : document.notices) out += notice.code + " " + notice.detail + "\n";
  return out;
}

}  // namespace mingzhang::testing_support
