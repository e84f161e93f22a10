// What a query came to, as an indicator prints it.
#include <fmt/format.h>

#include "performance/answer.h"
#include "scoring/rule.h"
#include "text/number.h"

namespace mingzhang::performance {
namespace {

using cube::ValueType;
using money::Decimal;

constexpr int places = 2;  ///< of rates, averages and amounts in 万元
constexpr int wan = 4, yi = 8;

/// In the unit of the target: 234365 元 against ≤80万元 is 23.44万元. Counts stay whole.
std::string in_unit_of(const cube::PerformanceValue& target, const Decimal& above, const Decimal& below, bool count) {
  const int power = target.quantity.power == wan || target.quantity.power == yi ? target.quantity.power : 0;
  const auto value =
      count && power == 0 ? above.trimmed() : scoring::Fraction{above, below.shifted(power)}.rounded(places);
  return value.to_string() + std::string(text::name_of_power(power)) + target.unit;
}

std::string date_words(const std::string& date) {
  return fmt::format("{}年{}月{}日", date.substr(0, 4), std::stoi(date.substr(5, 2)), std::stoi(date.substr(8, 2)));
}

std::string rows_words(const Tally& tally) {
  return fmt::format("{}（{} 条记录）", tally.value.to_string(), tally.rows);
}

Worded word_plain(const Tally& tally, const cube::PerformanceValue& target) {
  if (!tally.date.empty() || target.type == ValueType::date) {
    if (tally.date.empty()) throw BadQuery("figure", "");
    if (target.type != ValueType::date) throw BadQuery("unit", target.text);
    return {date_words(tally.date), fmt::format("{}（{} 条记录）", tally.date, tally.rows)};
  }
  if (target.type != ValueType::number) throw BadQuery("unit", target.text);
  if (tally.is_money != (target.quantity.unit == "元")) throw BadQuery("unit", target.text);
  if (tally.value.sign() < 0) throw BadQuery("figure", tally.value.to_string());
  return {in_unit_of(target, tally.value, Decimal(1), !tally.is_money), rows_words(tally)};
}

Worded word_rate(const Decimal& above, const Decimal& below, const cube::PerformanceValue& target) {
  if (target.type != ValueType::rate) throw BadQuery("unit", target.text);
  if (above.sign() < 0 || below.sign() <= 0) throw BadQuery("zero", below.to_string());
  const auto rate = scoring::Fraction{above * Decimal(100), below}.rounded(places).to_string() + "%";
  return {rate, fmt::format("{} / {} = {}", above.to_string(), below.to_string(), rate)};
}

}  // namespace

Worded word(const Query& query, std::span<const Tally> tallies, const cube::PerformanceValue& target) {
  if (query.form == Query::Form::plain) return word_plain(tallies[0], target);
  if (query.form == Query::Form::execution)
    return word_rate(tallies[2].value - tallies[3].value, tallies[0].value + tallies[1].value, target);
  const Decimal &above = tallies[0].value, &below = tallies[1].value;
  if (query.form == Query::Form::share) return word_rate(above, below, target);
  if (above.sign() < 0 || below.sign() <= 0) throw BadQuery("zero", rows_words(tallies[1]));
  if (target.type != ValueType::number) throw BadQuery("unit", target.text);
  const auto value = in_unit_of(target, above, below, false);
  return {value, fmt::format("{} / {} = {}", above.to_string(), below.to_string(), value)};
}

}  // namespace mingzhang::performance
