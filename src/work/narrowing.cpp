#include "work/narrowing.h"

#include "report/excerpt.h"
#include "text/normal.h"

namespace mingzhang::work {
namespace {

using cube::Cell;

/// "flow=income,fund=fiscal". Throws UsageError.
Cell parse_cell(const std::string& words, const Common& common) {
  Cell cell;
  for (std::size_t begin = 0; begin < words.size();) {
    const auto end = std::min(words.find(',', begin), words.size());
    const std::string part = words.substr(begin, end - begin);
    const auto sign = part.find('=');
    const auto dimension = sign == std::string::npos ? std::nullopt : cube::dimension_named(part.substr(0, sign));
    if (!dimension || sign + 1 == part.size())
      throw UsageError(common.say("--cell 写作 维度=成员,…，不认识：", "--cell is DIMENSION=MEMBER,...; not known: ") +
                       part);
    cell[*dimension] = cube::Member(part.substr(sign + 1));
    begin = end + 1;
  }
  return cell;
}

bool has_all_of(const Cell& cell, const Cell& wanted) {
  for (std::size_t index = 0; index < cube::dimension_count; ++index)
    if (!wanted.at[index].is_root() && !(wanted.at[index] == cell.at[index])) return false;
  return true;
}

/// The same words, or a part of them: a row by its code or its name, a column by the last words of its header.
bool fits(const std::string& wanted, const std::string& words) {
  return wanted.empty() || text::normal_text(words).find(text::normal_text(wanted)) != std::string::npos;
}

}  // namespace

Narrowing::Narrowing(const ExplainOptions& options)
    : options_(options), cell_(parse_cell(options.cell, options.common)) {
  const bool any = !options.table.empty() || !options.row.empty() || !options.column.empty() || !options.cell.empty() ||
                   options.line != 0;
  if (!any)
    throw UsageError(options.common.say("须用 --table、--row、--column、--line 或 --cell 指定数据",
                                        "needs --table, --row, --column, --line or --cell"));
}

bool Narrowing::Known::offer(const std::string& name, bool fits) {
  if (!name.empty() && seen.insert(name).second) names.push_back(name);
  fitted = fitted || fits;
  return fits;
}

bool Narrowing::takes(const Askable& figure) {
  const bool table = figure.scope == options_.table || fits(options_.table, figure.title);
  if (!tables_.offer(figure.title, table)) return false;
  const bool row =
      fits(options_.row, figure.row) || (!figure.described.empty() && fits(options_.row, figure.described));
  if (!rows_.offer(figure.row, row)) return false;
  if (!columns_.offer(figure.column, fits(options_.column, figure.column))) return false;
  return (options_.line == 0 || figure.line == options_.line) && has_all_of(figure.cell, cell_);
}

std::string Narrowing::none(const char* chinese, const char* english, const std::string& wanted,
                            const Known& known) const {
  constexpr std::size_t most = 24;
  const Common& common = options_.common;
  std::string out = std::string(common.say(chinese, english)) + report::printable(wanted);
  for (std::size_t index = 0; index < known.names.size() && index < most; ++index)
    out += (index == 0 ? common.say("。有：", "; there are: ") : common.say("、", ", ")) +
           report::printable(known.names[index]);
  if (known.names.size() > most)
    out += common.say(" 等 ", " and others, in all ") + std::to_string(known.names.size()) + common.say(" 项", "");
  return out + common.say("。\n", "\n");
}

std::string Narrowing::why_none() const {
  if (!tables_.fitted) return none("没有这张报表或章节：", "no such table or section: ", options_.table, tables_);
  if (!rows_.fitted) return none("其中没有这一行：", "it has no row ", options_.row, rows_);
  if (!columns_.fitted) return none("该行没有这一栏：", "the row has no column ", options_.column, columns_);
  if (options_.line != 0)
    return none("这一行没有读出的数据：第 ", "no figure was read on line ", std::to_string(options_.line), {});
  return none("没有这个坐标的数据：", "no figure has the cell ", options_.cell, {});
}

}  // namespace mingzhang::work
