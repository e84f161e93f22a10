#include "cube/performance_value.h"

#include <algorithm>
#include <array>

#include "cube/performance_parts.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::cube {
namespace {

using money::Decimal;

constexpr std::size_t longest_noun = 4;  ///< characters, behind a number or its measure word
constexpr std::size_t longest_unit = 6;

std::string without(std::string text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word)) text.erase(at, word.size());
  return text;
}

bool is_ideographs(std::string_view text, std::size_t most, std::u32string_view others = {}) {
  if (text.empty() || text::count_code_points(text) > most) return false;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::code_point_at(text, at);
    const bool ideograph = point.value >= 0x4E00 && point.value <= 0x9FFF;
    if (!ideograph && others.find(point.value) == std::u32string_view::npos) return false;
    at += point.length;
  }
  return true;
}

/// 以上 and the like, behind the number.
Bound bound_after(std::string_view word) {
  if (word == "以上" || word == "及以上") return Bound::at_least;
  if (word == "以下" || word == "及以下" || word == "以内") return Bound::at_most;
  return Bound::none;
}

/// Both ends may say the same (>=95%以上); if they contradict each other the cell is no value.
bool join(Bound& bound, Bound after) {
  if (after == Bound::none) return true;
  const bool upwards = bound == Bound::at_least || bound == Bound::above;
  const bool downwards = bound == Bound::at_most || bound == Bound::below;
  if (bound == Bound::equal || (upwards && after != Bound::at_least) || (downwards && after != Bound::at_most)) {
    return false;
  }
  bound = after;
  return true;
}

bool is_counting(std::string_view unit) {
  constexpr std::array<std::string_view, 10> measures{"元", "%", "‰", "年", "月", "日", "号", "分", "倍", "个百分点"};
  return !unit.empty() && unit.find('/') == std::string_view::npos &&
         std::find(measures.begin(), measures.end(), unit) == measures.end();
}

/// Takes what may stand behind the part that read_number knows: a rare unit, what is counted (3个乡镇), 内.
bool take_tail(std::string_view tail, text::WrittenNumber& number, Bound& bound) {
  if (tail.empty()) return true;
  if (!number.after.empty()) return false;
  if (tail == "内" || tail == "之内") return !number.unit.empty() && join(bound, Bound::at_most);
  if (number.unit.empty()) {
    if (!is_ideographs(tail, longest_unit, U"/·()")) return false;
    number.unit = tail;
    return true;
  }
  if (tail.starts_with("/") || tail.starts_with("·")) {
    if (!is_ideographs(tail, longest_unit, U"/·")) return false;
    number.unit += tail;
    return true;
  }
  return is_counting(number.unit) && is_ideographs(tail, longest_noun);
}

/// 2030.12 without a unit is a month to one reader and a number to the next.
bool may_be_month(const text::WrittenNumber& number) {
  const std::string_view digits = number.digits;
  return number.unit.empty() && number.power == 0 && digits.size() == 7 && digits[4] == '.' &&
         (digits.starts_with("19") || digits.starts_with("20"));
}

/// The power of a bare number that takes its unit from `like`: 126,000 beside 12.5 万人 is not in 万.
int lent_power(const Decimal& printed, const PerformanceValue& like) {
  const int power = like.quantity.power;
  const Decimal limit = Decimal(1).shifted(power);
  const bool too_large = power != 0 && printed >= limit && like.quantity.value.shifted(-power) < limit;
  return too_large ? 0 : power;
}

bool read_figure(std::string_view text, const PerformanceValue* like, PerformanceValue& value) {
  auto number = text::read_number(text);
  if (!number) return false;
  const std::string_view before = number->before;
  const bool plain =
      before.empty() || before == "约" || before == "近" || before.ends_with("百分之") || before.ends_with("千分之");
  if (!plain || !join(value.bound, bound_after(number->after))) return false;
  if (!take_tail(text.substr(number->length), *number, value.bound) || may_be_month(*number)) return false;

  const bool bare = number->unit.empty() && like != nullptr;
  value.quantity = quantity_of(*number, "", 0);
  if (bare) {
    const bool rate = like->type == ValueType::rate;
    // 0.96 beside 95% may be the same rate or less than one per cent.
    if (rate && !value.quantity.value.is_zero() && value.quantity.value <= Decimal(1)) return false;
    if (number->power == 0) number->power = lent_power(value.quantity.value, *like);
    number->unit = like->unit;
    value.quantity = quantity_of(*number, "", 0);
  }
  value.unit = number->unit;
  unify(value.quantity);
  value.type = value.quantity.unit == "%" ? ValueType::rate : ValueType::number;
  return true;
}

bool is_dash(std::string_view text) {
  return text == "-" || text == "—" || text == "——" || text == "–" || text == "/";
}

bool is_figure(const PerformanceValue& value) {
  return value.type == ValueType::number || value.type == ValueType::rate;
}

Fulfilment compare_figures(const PerformanceValue& target, const PerformanceValue& actual) {
  if (!same_dimension(target, actual)) return Fulfilment::other_dimension;
  const Decimal& wanted = target.quantity.value;
  const Decimal& reached = actual.quantity.value;
  // A result that is itself a bound can prove that its target is met, never that it is missed.
  const bool point = actual.bound == Bound::none || actual.bound == Bound::equal;
  const bool upwards = actual.bound == Bound::at_least || actual.bound == Bound::above;
  const Fulfilment otherwise = point ? Fulfilment::missed : Fulfilment::unknown;
  switch (target.bound) {
    case Bound::at_least:
      return (point || upwards) && reached >= wanted ? Fulfilment::met : otherwise;
    case Bound::above:
      return (point || upwards) && reached > wanted ? Fulfilment::met : otherwise;
    case Bound::at_most:
      return !upwards && reached <= wanted ? Fulfilment::met : otherwise;
    case Bound::below:
      return !upwards && reached < wanted ? Fulfilment::met : otherwise;
    case Bound::equal:
    case Bound::none:
      break;
  }
  if (!point) return Fulfilment::unknown;
  if (reached == wanted) return Fulfilment::met;
  return reached < wanted ? Fulfilment::missed : Fulfilment::beyond;
}

Fulfilment compare_days(const PerformanceValue& target, const PerformanceValue& actual) {
  if (actual.to <= target.surely) return Fulfilment::met;
  return actual.from > target.to ? Fulfilment::missed : Fulfilment::unknown;
}

}  // namespace

PerformanceValue read_performance_value(std::string_view text, int year, const PerformanceValue* like) {
  PerformanceValue value;
  value.text = text::normal_text(text);
  if (value.text.empty() || is_dash(value.text)) return value;
  const std::string plain = without(value.text, "(含)");
  std::string_view rest = plain;
  const Bound bound = take_bound(rest);
  value.bound = bound;
  if (read_date(rest, year, value)) return value;
  if (is_recurring(rest)) {
    value.type = ValueType::recurring;
    return value;
  }
  if (like != nullptr && !is_figure(*like)) like = nullptr;
  if (read_figure(rest, like, value)) return value;
  value.quantity = Quantity();
  value.bound = bound;
  value.grade = grade_of(rest);
  value.type = value.grade == Grade::none ? ValueType::text : ValueType::quality;
  return value;
}

std::pair<PerformanceValue, PerformanceValue> read_pair(std::string_view target, std::string_view actual, int year) {
  PerformanceValue wanted = read_performance_value(target, year);
  PerformanceValue reached = read_performance_value(actual, year, &wanted);
  if (is_figure(wanted) && wanted.quantity.unit.empty() && is_figure(reached) && !reached.quantity.unit.empty()) {
    wanted = read_performance_value(target, year, &reached);
  }
  return {std::move(wanted), std::move(reached)};
}

bool same_dimension(const PerformanceValue& a, const PerformanceValue& b) {
  return is_figure(a) && is_figure(b) && a.quantity.unit == b.quantity.unit;
}

Fulfilment fulfilment(const PerformanceValue& target, const PerformanceValue& actual) {
  if (actual.grade == Grade::complete || actual.grade == Grade::achieved) return Fulfilment::met;
  if (actual.grade == Grade::partial || actual.grade == Grade::missed) return Fulfilment::missed;
  if (is_figure(target) && is_figure(actual)) return compare_figures(target, actual);
  if (target.type == ValueType::date && actual.type == ValueType::date) return compare_days(target, actual);
  const bool words = target.type == ValueType::quality || target.type == ValueType::text;
  return words && target.text == actual.text ? Fulfilment::met : Fulfilment::unknown;
}

}  // namespace mingzhang::cube
