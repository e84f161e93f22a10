#include "cube/quantity.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace mingzhang::cube {
namespace {

using money::Decimal;

enum class Measure { amount, rate, count };

/// Amounts are published with two decimals in their unit, whatever zeros a writer left out.
constexpr int amount_scale = 2;

Measure measure_of(std::string_view unit) {
  if (unit == "元" || unit.starts_with("元/")) return Measure::amount;
  if (unit == "%" || unit == "‰" || unit.ends_with("百分点")) return Measure::rate;
  return Measure::count;
}

Decimal value_of(std::string_view digits) {
  if (const auto value = money::parse_decimal(digits)) return *value;
  if (const auto value = text::chinese_integer(digits)) return Decimal(*value);
  throw money::Overflow("no number that can be represented");
}

/// Half a unit of the last of `scale` decimals, in base units.
Decimal half_of(int scale, int power) {
  return Decimal(5, scale + 1).shifted(power);
}

Decimal usual_half(const Quantity& quantity) {
  switch (measure_of(quantity.unit)) {
    case Measure::amount:
      if (quantity.value.is_zero()) return Decimal();
      return half_of(std::max(quantity.scale, amount_scale), quantity.power);
    case Measure::rate:
      return half_of(quantity.scale, quantity.power);
    case Measure::count:
      break;
  }
  // 12.59 万人 is measured, 1,259 人 is counted.
  return quantity.power == 0 ? Decimal() : half_of(quantity.scale, quantity.power);
}

}  // namespace

Decimal Quantity::step() const {
  return half.is_zero() ? Decimal(1, scale).shifted(power) : half + half;
}

std::string Quantity::printed_unit() const {
  return std::string(text::name_of_power(power)) + unit;
}

std::string Quantity::spell(const Decimal& other) const {
  const Decimal printed = other.shifted(-power).trimmed();
  return (printed.scale() < scale ? printed.rounded(scale) : printed).grouped();
}

Quantity quantity_of(const text::WrittenNumber& number, std::string_view default_unit, int default_power) {
  Quantity quantity;
  const Decimal printed = value_of(number.digits);
  quantity.scale = printed.scale();
  quantity.power = number.power;
  quantity.unit = number.unit;
  if (number.unit.empty() && number.before.ends_with("百分之")) {
    quantity.unit = "%";
  } else if (number.unit.empty()) {
    quantity.unit = default_unit;
    if (number.power == 0) quantity.power = default_power;
  }
  quantity.value = printed.shifted(quantity.power);
  quantity.half = usual_half(quantity);
  if (number.approximate()) quantity.half = std::max(quantity.half, half_of(quantity.scale, quantity.power));
  return quantity;
}

}  // namespace mingzhang::cube
