#include "work/text_table.h"

#include <algorithm>

#include "text/utf8.h"

namespace mingzhang::work {

std::string text_table(const std::vector<std::vector<std::string>>& rows, const std::vector<bool>& figures,
                       std::size_t indent) {
  std::vector<std::size_t> widths(figures.size());
  for (const auto& row : rows)
    for (std::size_t column = 0; column < row.size(); ++column)
      widths[column] = std::max(widths[column], text::display_width(row[column]));
  std::string out;
  for (const auto& row : rows) {
    std::string line(indent, ' ');
    for (std::size_t column = 0; column < row.size(); ++column) {
      const std::string blanks(widths[column] - text::display_width(row[column]), ' ');
      line += column == 0 ? "" : "  ";
      line += figures[column] ? blanks + row[column] : row[column] + blanks;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace mingzhang::work
