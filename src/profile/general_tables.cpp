#include <algorithm>
#include <map>

#include "profile/classification.h"
#include "profile/read_general.h"
#include "profile/table_keys.h"
#include "text/normal.h"
#include "text/number.h"

namespace mingzhang::profile {
namespace {

using cube::Dimension;
using cube::List;
using cube::Member;
using cube::Statement;

constexpr std::uint32_t max_rows = 2'000;  // of a table; longer ones are no statements of a disclosure
constexpr std::uint32_t max_columns = 40;

struct Row {
  std::string label, code;
  std::map<std::int32_t, std::uint32_t> figures;  ///< column -> statement
};

bool is_total(std::string_view label) {
  return label == "合计" || label == "总计" || label == "合计:";
}

/// One table without a form: its figures, and what they show of its shape.
class GeneralTable {
 public:
  GeneralTable(Reading& reading, std::uint32_t number)
      : reading_(reading), id_("表" + std::to_string(number)), first_(reading.facts.statements.size()) {}

  void take(const document::Line& line) {
    Row row;
    bool figures = false;
    for (std::size_t index = 0; index < line.fragments.size(); ++index) {
      const auto& fragment = line.fragments[index];
      const std::string words = text::normal_text(line.fragment(index));
      const auto number = text::read_number(words);
      if (row.figures.empty() && row.code.empty() && is_code(words)) {
        row.code = words;
      } else if (number && number->length == words.size() && words.find('.') != std::string::npos &&
                 number->unit.empty() && fragment.column < static_cast<std::int32_t>(max_columns)) {
        figures = true;
        add_figure(line, fragment, *number, row);
      } else if (!figures) {
        if (row.label.empty()) row.label = words;
        headers_[fragment.column] = words;
      }
    }
    if (row.figures.empty()) return;
    for (const auto& [column, figure] : row.figures) describe(row, column, reading_.facts.statements[figure]);
    rows_.push_back(std::move(row));
  }

  bool is_full() const { return rows_.size() >= max_rows; }

  /// Lists of what keeps its sums; without any the figures are forgotten, for nothing was understood of them.
  void finish() {
    auto& facts = reading_.facts;
    const std::size_t lists = facts.lists.size();
    if (rows_.size() >= 3 && !is_full()) {
      totals();
      tree();
      first_column();
    }
    if (facts.lists.size() == lists) facts.statements.resize(first_);
  }

 private:
  void add_figure(const document::Line& line, const document::Fragment& fragment, const text::WrittenNumber& number,
                  Row& row) {
    Statement statement;
    statement.has_figure = true;
    try {
      statement.quantity = cube::quantity_of(number, "元", 0);
    } catch (const money::Overflow&) {
      return;
    }
    statement.place = place_in_line(line, fragment.begin, fragment.end);
    statement.text = statement.place.quote;
    row.figures[fragment.column] = static_cast<std::uint32_t>(reading_.facts.statements.size());
    reading_.facts.statements.push_back(std::move(statement));
  }

  void describe(const Row& row, std::int32_t column, Statement& statement) const {
    const auto header = headers_.find(column);
    statement.place.table = statement.scope = id_;
    statement.place.row = row.code.empty() ? row.label : row.code + " " + row.label;
    statement.place.column = header == headers_.end() ? "第" + std::to_string(column + 1) + "栏" : header->second;
    statement.sentence = static_cast<std::uint32_t>(rows_.size() + 1);
    statement.cell[Dimension::item] = Member(id_ + ":" + std::to_string(rows_.size()) + ":" + std::to_string(column));
  }

  // ---- shapes: a candidate is a list for every place where the shape would have one

  List list_of(std::uint32_t whole, std::vector<std::uint32_t> parts, const std::string& law) const {
    List list;
    list.law = id_ + "：" + law;
    list.whole = whole;
    list.signs.assign(parts.size(), 1);
    list.parts = std::move(parts);
    return list;
  }

  bool adds_up(const List& list) const {
    const auto& statements = reading_.facts.statements;
    money::Decimal difference = statements[list.whole].quantity.value, halves = statements[list.whole].quantity.half;
    for (const auto part : list.parts) {
      difference = difference - statements[part].quantity.value;
      halves = halves + statements[part].quantity.half;
    }
    return difference.abs() <= halves;
  }

  bool tells_something(const List& list) const {
    return std::count_if(list.parts.begin(), list.parts.end(),
                         [&](auto part) { return !reading_.facts.statements[part].quantity.value.is_zero(); }) >= 2;
  }

  /// The shape is there if it comes out at several places, and at most one in four speaks against it.
  void keep_if_proven(std::vector<List> candidates) {
    std::size_t proofs = 0, against = 0;
    try {
      for (const auto& list : candidates) {
        const bool holds = adds_up(list);
        proofs += holds && tells_something(list);
        against += !holds;
      }
    } catch (const money::Overflow&) {
      return;
    }
    if (proofs < 3 || against * 4 > proofs + against) return;
    for (auto& list : candidates) reading_.facts.lists.push_back(std::move(list));
  }

  /// The row 合计 is the sum of the rows without a code, or of those of the shortest one.
  void totals() {
    const auto total = std::find_if(rows_.begin(), rows_.end(), [](const Row& row) { return is_total(row.label); });
    if (total == rows_.end()) return;
    std::size_t shortest = SIZE_MAX;
    for (const auto& row : rows_)
      if (&row != &*total) shortest = std::min(shortest, row.code.size());
    std::vector<List> candidates;
    for (const auto& [column, whole] : total->figures) {
      std::vector<std::uint32_t> parts;
      for (const auto& row : rows_) {
        const auto figure = row.figures.find(column);
        if (&row != &*total && row.code.size() == shortest && figure != row.figures.end())
          parts.push_back(figure->second);
      }
      if (!parts.empty()) candidates.push_back(list_of(whole, std::move(parts), "合计 = 各行之和"));
    }
    keep_if_proven(std::move(candidates));
  }

  /// 类 = 款 = 项, by the length of the codes.
  void tree() {
    std::map<std::string, const Row*> rows;
    for (const auto& row : rows_)
      if (!row.code.empty() && !rows.emplace(row.code, &row).second) return;  // several rows of one code: another axis
    std::map<std::pair<std::string, std::int32_t>, std::vector<std::uint32_t>> parts;
    for (const auto& [code, row] : rows)
      for (const auto& [column, figure] : row->figures) parts[{std::string(parent_of(code)), column}].push_back(figure);
    std::vector<List> candidates;
    for (auto& [place, figures] : parts) {
      const auto parent = rows.find(place.first);
      if (parent == rows.end()) continue;
      const auto whole = parent->second->figures.find(place.second);
      if (whole != parent->second->figures.end())
        candidates.push_back(list_of(whole->second, std::move(figures), place.first + " = 下级科目之和"));
    }
    keep_if_proven(std::move(candidates));
  }

  /// The first column of amounts is the sum of all others.
  void first_column() {
    std::int32_t first = INT32_MAX;
    for (const auto& row : rows_) first = std::min(first, row.figures.begin()->first);
    std::vector<List> candidates;
    for (const auto& row : rows_) {
      const auto whole = row.figures.begin();
      if (whole->first != first || row.figures.size() < 2) continue;
      std::vector<std::uint32_t> parts;
      for (auto part = std::next(whole); part != row.figures.end(); ++part) parts.push_back(part->second);
      candidates.push_back(list_of(whole->second, std::move(parts), "首栏 = 其余各栏之和"));
    }
    keep_if_proven(std::move(candidates));
  }

  Reading& reading_;
  std::string id_;
  std::size_t first_;  ///< statement
  std::vector<Row> rows_;
  std::map<std::int32_t, std::string> headers_;
};

}  // namespace

void read_general_tables(Reading& reading) {
  const auto& lines = reading.stream->document().lines;
  std::uint32_t number = 0;
  for (std::size_t line = 0; line < lines.size();) {
    if (lines[line].tabs == 0) {
      ++line;
      continue;
    }
    GeneralTable table(reading, ++number);
    for (; line < lines.size() && lines[line].tabs > 0; ++line)
      if (!table.is_full()) table.take(lines[line]);
    table.finish();
  }
}

}  // namespace mingzhang::profile
