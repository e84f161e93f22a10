#include "check/blanks.h"

#include <map>
#include <set>
#include <tuple>

namespace mingzhang::check {
namespace {

using cube::Statement;
using laws::Law;

constexpr std::size_t max_pairs = 1'000;  // of broken sums that lack one amount

/// A row or a column of one table.
using Strip = std::pair<std::string, std::string>;

class BlankFinder {
 public:
  BlankFinder(const profile::Reading& reading, const Lawbook& book, const std::vector<laws::Verdict>& verdicts)
      : statements_(reading.facts.statements), book_(book), verdicts_(verdicts) {}

  std::vector<BlankCell> run() {
    std::map<std::string, std::vector<std::uint32_t>> across, down;  // by table
    for (std::uint32_t law = 0; law < book_.laws.size(); ++law) {
      if (verdicts_[law].outcome != laws::Outcome::broken || !is_sum(law)) continue;
      const auto& table = whole(law).place.table;
      if (in_one(law, row_of)) across[table].push_back(law);
      if (in_one(law, column_of)) down[table].push_back(law);
    }
    std::vector<BlankCell> blanks;
    for (const auto& [table, rows] : across) {
      const auto columns = down.find(table);
      if (columns == down.end() || rows.size() * columns->second.size() > max_pairs) continue;
      if (printed_.empty()) index_tables();
      for (const auto row : rows)
        for (const auto column : columns->second) meet(row, column, blanks);
    }
    return blanks;
  }

 private:
  const Statement& statement(std::uint32_t figure) const { return statements_[book_.statements[figure]]; }
  const Statement& whole(std::uint32_t law) const { return statement(book_.laws[law].terms.front().figure); }

  static Strip row_of(const Statement& cell) { return {cell.place.table, std::to_string(cell.sentence)}; }
  static Strip column_of(const Statement& cell) { return {cell.place.table, cell.place.column}; }

  /// A closed list of figures of one table, every part of which adds to the whole.
  bool is_sum(std::uint32_t index) const {
    const Law& law = book_.laws[index];
    if (law.form != laws::Form::linear || law.rule != laws::Rule::closed_list || !law.list || law.open) return false;
    if (law.terms.size() < 2 || law.terms.front().sign != 1 || whole(index).place.table.empty()) return false;
    for (std::size_t part = 1; part < law.terms.size(); ++part)
      if (law.terms[part].sign != -1) return false;
    return true;
  }

  template <typename StripOf>
  bool in_one(std::uint32_t index, StripOf strip_of) const {
    const Strip strip = strip_of(whole(index));
    for (const auto& term : book_.laws[index].terms)
      if (strip_of(statement(term.figure)) != strip) return false;
    return true;
  }

  /// Whole less parts, and how far rounding can carry that.
  struct Lack {
    money::Decimal amount, halves;
  };
  Lack lacking(std::uint32_t law) const {
    Lack lack;
    for (const auto& term : book_.laws[law].terms) {
      const auto& figure = statement(term.figure).quantity;
      lack.amount = term.sign > 0 ? lack.amount + figure.value : lack.amount - figure.value;
      lack.halves = lack.halves + figure.half;
    }
    return lack;
  }

  /// Throws money::Overflow.
  static bool lack_the_same(const Lack& a, const Lack& b) { return (a.amount - b.amount).abs() <= a.halves + b.halves; }

  /// What is printed where, and which rows and columns are parts of which.
  void index_tables() {
    for (const auto& cell : statements_)
      if (is_value(cell) && !cell.place.table.empty()) printed_.emplace(row_of(cell), cell.place.column);
    for (std::uint32_t law = 0; law < book_.laws.size(); ++law) {
      if (!is_sum(law)) continue;
      const bool row = in_one(law, row_of), column = in_one(law, column_of);
      for (std::size_t part = 1; part < book_.laws[law].terms.size(); ++part) {
        const Statement& cell = statement(book_.laws[law].terms[part].figure);
        if (row) columns_below_.emplace(column_of(whole(law)), cell.place.column);
        if (column) rows_below_.emplace(row_of(whole(law)), row_of(cell).second);
      }
    }
  }

  void meet(std::uint32_t across, std::uint32_t down, std::vector<BlankCell>& blanks) const {
    const Strip row = row_of(whole(across));
    const std::string& column = whole(down).place.column;
    if (printed_.count({row, column})) return;
    if (!columns_below_.count({column_of(whole(across)), column})) return;
    if (!rows_below_.count({row_of(whole(down)), row.second})) return;
    try {
      const Lack row_lacks = lacking(across), column_lacks = lacking(down);
      const bool row_is_finer = row_lacks.halves <= column_lacks.halves;
      if (lack_the_same(row_lacks, column_lacks))
        blanks.push_back({across, down, column, row_is_finer ? row_lacks.amount : column_lacks.amount});
    } catch (const money::Overflow&) {
      return;  // what does not fit is not compared
    }
  }

  const std::vector<Statement>& statements_;
  const Lawbook& book_;
  const std::vector<laws::Verdict>& verdicts_;
  std::set<std::pair<Strip, std::string>> printed_;                     ///< rows and their columns
  std::set<std::pair<Strip, std::string>> columns_below_, rows_below_;  ///< wholes and their parts
};

}  // namespace

std::vector<BlankCell> find_blanks(const profile::Reading& reading, const Lawbook& book,
                                   const std::vector<laws::Verdict>& verdicts) {
  return BlankFinder(reading, book, verdicts).run();
}

}  // namespace mingzhang::check
