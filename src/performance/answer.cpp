#include "performance/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "performance/tables_asked.h"

namespace mingzhang::performance {
namespace {

using Cells = AskedTable::Cells;
using Sign = Condition::Sign;
using Type = AskedTable::Type;
using money::Decimal;

Decimal figure_of(std::string_view cell) {
  return money::parse_decimal(cell).value_or(Decimal());
}

/// A condition with its column found and its values read.
class Test {
 public:
  Test(const Condition& condition, const AskedTable& table) : sign_(condition.sign) {
    const auto column = table.column(condition.column);
    if (!column) throw BadQuery("column", condition.column);
    column_ = *column;
    if (sign_ == Sign::begins && column_.type != Type::text) throw BadQuery("type", condition.column);
    const auto other = condition.values.size() == 1 ? table.column(condition.values.front()) : std::nullopt;
    if (other && other->type == column_.type) {
      other_ = other->index;
      return;
    }
    for (const auto& written : condition.values) {
      const auto value = written.empty() ? std::optional(written) : table.value(condition.column, written);
      if (!value) throw BadQuery("value", condition.column + " " + written);
      values_.push_back(*value);
      if (is_figure()) figures_.push_back(figure_of(*value));
    }
  }

  bool holds(Cells cells) const {
    const auto cell = cells[column_.index];
    if (sign_ == Sign::begins) return cell.starts_with(values_.front());
    if (sign_ == Sign::equal || sign_ == Sign::unequal) return is_one_of(cell, cells) == (sign_ == Sign::equal);
    const auto other = other_ ? cells[*other_] : std::string_view(values_.front());
    if (cell.empty() || other.empty()) return false;  // what was not recorded was neither before nor after
    const auto order =
        is_figure() ? figure_of(cell) <=> (other_ ? figure_of(other) : figures_.front()) : cell <=> other;
    switch (sign_) {
      case Sign::less:
        return order < 0;
      case Sign::most:
        return order <= 0;
      case Sign::greater:
        return order > 0;
      default:
        return order >= 0;
    }
  }

 private:
  bool is_figure() const { return column_.type == Type::number || column_.type == Type::money; }

  bool is_one_of(std::string_view cell, Cells cells) const {
    if (other_) return cell == cells[*other_];
    for (std::size_t index = 0; index < values_.size(); ++index) {
      if (cell == values_[index]) return true;
      if (is_figure() && !cell.empty() && !values_[index].empty() && figure_of(cell) == figures_[index]) return true;
    }
    return false;
  }

  Sign sign_;
  AskedTable::Column column_;
  std::optional<std::size_t> other_;
  std::vector<std::string> values_;
  std::vector<Decimal> figures_;
};

/// An aggregate at work.
class Counter {
 public:
  Counter(const Aggregate& aggregate, const AskedTable& table, const Scope& scope)
      : kind_(aggregate.kind), keep_(scope.keep) {
    for (const auto& condition : aggregate.conditions) tests_.emplace_back(condition, table);
    if (kind_ != Aggregate::Kind::count) {
      const auto column = table.column(aggregate.column);
      if (!column) throw BadQuery("column", aggregate.column);
      column_ = column->index;
      const bool figure = column->type == Type::number || column->type == Type::money;
      if (kind_ == Aggregate::Kind::sum && !figure) throw BadQuery("type", aggregate.column);
      if (kind_ == Aggregate::Kind::latest && column->type != Type::date) throw BadQuery("type", aggregate.column);
      tally_.is_money = kind_ == Aggregate::Kind::sum && column->type == Type::money;
    }
    if (aggregate.all_time) return;
    when_ = table.when();
    year_ = table.year();
    first_ = fmt::format("{}-01-01", scope.year);
    of_year_ = std::to_string(scope.year);
    until_ = scope.until;
  }

  void take(std::int64_t entry, Cells cells) {
    if (!in_time(cells)) return;
    for (const auto& test : tests_)
      if (!test.holds(cells)) return;
    if (!add(cells)) return;
    ++tally_.rows;
    if (tally_.entries.size() < keep_) tally_.entries.push_back(entry);
  }

  Tally finish() {
    if (kind_ == Aggregate::Kind::count) tally_.value = Decimal(tally_.rows);
    if (kind_ == Aggregate::Kind::distinct) tally_.value = Decimal(static_cast<std::int64_t>(seen_.size()));
    return std::move(tally_);
  }

 private:
  /// Entries belong to their fiscal year, rows of a register to that of their day; both count up to the day asked for.
  bool in_time(Cells cells) const {
    if (year_ && cells[*year_] != of_year_) return false;
    if (!when_) return true;
    const auto day = cells[*when_];
    if (day.empty()) return year_.has_value();
    return day <= until_ && (year_ || day >= first_);
  }

  /// False: there is nothing to add.
  bool add(Cells cells) {
    if (kind_ == Aggregate::Kind::count) return true;
    const auto cell = cells[column_];
    if (cell.empty()) return false;
    if (kind_ == Aggregate::Kind::sum)
      tally_.value = tally_.value + figure_of(cell);
    else if (kind_ == Aggregate::Kind::distinct)
      add_seen(cell);
    else if (cell > tally_.date)
      tally_.date = cell;
    return true;
  }

  void add_seen(std::string_view cell) {
    if (!seen_.contains(cell)) seen_.emplace(cell);
  }

  /// So that what was seen before costs no copy.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  Aggregate::Kind kind_;
  std::size_t keep_, column_ = 0;
  std::vector<Test> tests_;
  std::optional<std::size_t> when_, year_;
  std::string first_, of_year_, until_;
  std::unordered_set<std::string, Hash, std::equal_to<>> seen_;
  Tally tally_;
};

}  // namespace

void Answers::check(const Query& query) const {
  for (const auto& part : query.parts) {
    const auto table = asked_table(books_, vocabulary_, part.table);
    if (table == nullptr) throw BadQuery("table", part.table);
    Counter(part, *table, scope_);
  }
}

std::vector<Tally> Answers::tally(std::span<const Aggregate* const> aggregates) const {
  std::map<std::string, std::vector<std::size_t>> by_table;
  for (std::size_t index = 0; index < aggregates.size(); ++index) by_table[aggregates[index]->table].push_back(index);
  std::vector<Tally> tallies(aggregates.size());
  for (const auto& [name, indexes] : by_table) {
    const auto table = asked_table(books_, vocabulary_, name);
    if (table == nullptr) throw BadQuery("table", name);
    std::vector<Counter> counters;
    for (const auto index : indexes) counters.emplace_back(*aggregates[index], *table, scope_);
    table->scan(scope_.up_to, [&](std::int64_t entry, Cells cells) {
      for (auto& counter : counters) counter.take(entry, cells);
    });
    for (std::size_t at = 0; at < indexes.size(); ++at) tallies[indexes[at]] = counters[at].finish();
  }
  return tallies;
}

}  // namespace mingzhang::performance
