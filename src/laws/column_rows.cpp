#include "laws/column_rows.h"

#include <algorithm>
#include <array>

namespace mingzhang::laws {
namespace {

constexpr std::uint32_t max_columns = 32;
/// A cell left blank whose value stands elsewhere: tables leave out what others print.
constexpr std::int64_t blank_weight = broken_weight / 2;

}  // namespace

ColumnRows::ColumnRows(const ColumnTable& table, const ColumnLimits& limits, ColumnSteps& steps)
    : table_(table), limits_(limits), steps_(steps) {
  readable_ = table.columns > 0 && table.columns <= max_columns && scale_all();
}

bool ColumnRows::scale_all() {
  int scale = 0;
  for (const auto& row : table_.rows)
    for (const auto& number : row.numbers) scale = std::max({scale, number.value.scale(), number.half.scale()});
  try {
    for (const auto& row : table_.rows) {
      auto& scaled = scaled_.emplace_back();
      for (const auto& number : row.numbers)
        scaled.push_back({number.value.rounded(scale).mantissa(), number.half.rounded(scale).mantissa()});
      for (const auto& number : scaled) has_negative_ = has_negative_ || number.value < 0;
      auto& elsewhere = elsewhere_.emplace_back();
      for (const auto& value : row.elsewhere) {
        elsewhere.emplace_back();
        if (value)
          elsewhere.back() = Scaled{value->value.rounded(scale).mantissa(), value->step().rounded(scale).mantissa()};
      }
      elsewhere.resize(table_.columns);
    }
  } catch (const money::Overflow&) {
    return false;
  }
  return true;
}

std::vector<std::int64_t> ColumnRows::values_of(std::uint32_t row, Mask mask) const {
  std::vector<std::int64_t> values(table_.columns);
  for (std::uint32_t column = 0; column < table_.columns; ++column) values[column] = at(row, mask, column).value;
  return values;
}

std::int64_t ColumnRows::slack(std::uint32_t row, Mask mask, std::uint32_t column) const {
  const Scaled whole = at(row, mask, column);
  std::int64_t half = whole.half;
  for (const auto& number : scaled_[row]) half = std::max(half, number.half);
  return half * (static_cast<std::int64_t>(table_.rows[row].parts.size()) + 1);
}

std::int64_t ColumnRows::cost_of(std::uint32_t row, Mask mask) const {
  std::array<Scaled, max_columns> cells{};
  auto number = scaled_[row].begin();
  for (Mask rest = mask; rest != 0; rest &= rest - 1)
    cells[static_cast<std::size_t>(std::countr_zero(rest))] = *number++;
  std::int64_t cost = 0;
  for (const auto& sum : table_.sums) {
    std::int64_t difference = cells[sum.whole].value, slack = cells[sum.whole].half;
    bool some = false;
    for (std::size_t part = 0; part < sum.parts.size(); ++part) {
      const Scaled& value = cells[sum.parts[part]];
      difference -= sum.signs[part] * value.value;
      slack += value.half;
      some = some || filled(mask, sum.parts[part]);
    }
    cost += weight(difference, slack);
    if (some && !filled(mask, sum.whole)) cost += broken_weight;
  }
  for (std::uint32_t column = 0; column < table_.columns; ++column) {
    const auto& printed = elsewhere_[row][column];
    if (!printed) continue;
    const std::int64_t weight_here = weight(cells[column].value - printed->value, printed->half);
    cost += filled(mask, column) ? weight_here : std::min(weight_here, blank_weight);
  }
  return cost;
}

const std::vector<Choice>& ColumnRows::choices(std::uint32_t row) {
  const auto [entry, fresh] = choices_.try_emplace(row);
  auto& out = entry->second;
  if (!fresh) {
    if (out.empty()) throw Exhausted();
    return out;
  }
  try {
    const auto count = static_cast<std::uint32_t>(table_.rows[row].numbers.size());
    if (count > table_.columns) throw Exhausted();
    add_choices(row, 0, 0, count, out);
  } catch (const Exhausted&) {
    out.clear();
    throw;
  }
  std::stable_sort(out.begin(), out.end(), [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
  return out;
}

void ColumnRows::add_choices(std::uint32_t row, std::uint32_t column, Mask mask, std::uint32_t left,
                             std::vector<Choice>& out) {
  if (left == 0) {
    if (out.size() == limits_.candidates) throw Exhausted();
    steps_.take(1);
    out.push_back({mask, cost_of(row, mask)});
    return;
  }
  for (; column + left <= table_.columns; ++column)
    add_choices(row, column + 1, mask | Mask{1} << column, left - 1, out);
}

}  // namespace mingzhang::laws
