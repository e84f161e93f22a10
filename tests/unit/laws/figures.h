// Figures as documents print them, for the tests of laws.
#pragma once

#include <string>
#include <vector>

#include "laws/diagnose.h"
#include "laws/law.h"

namespace mingzhang::laws {

inline cube::Quantity printed(const std::string& digits, const std::string& unit, int power = 0) {
  text::WrittenNumber number;
  number.digits = digits;
  number.unit = unit;
  number.power = power;
  return cube::quantity_of(number, "", 0);
}
inline cube::Quantity wan(const std::string& digits) {
  return printed(digits, "元", 4);
}
inline cube::Quantity yuan(const std::string& digits) {
  return printed(digits, "元");
}
inline cube::Quantity percent(const std::string& digits) {
  return printed(digits, "%");
}
inline cube::Quantity persons(const std::string& digits) {
  return printed(digits, "人");
}

/// figures[0] = figures[1] + figures[2] + ...
inline Law sum_of(std::vector<std::uint32_t> figures, Rule rule = Rule::closed_list) {
  Law law;
  law.rule = rule;
  for (const std::uint32_t figure : figures) law.terms.push_back({figure, law.terms.empty() ? 1 : -1});
  return law;
}

inline Law same(std::uint32_t a, std::uint32_t b) {
  return sum_of({a, b}, Rule::agreement);
}

/// result = 100 * part / whole
inline Law rate_of(std::uint32_t part, std::uint32_t whole, std::uint32_t result, Rule rule = Rule::share) {
  Law law;
  law.form = Form::quotient;
  law.rule = rule;
  law.terms = {{part, 1}};
  law.denominator = {{whole, 1}};
  law.result = result;
  return law;
}

/// result = sign * 100 * (present - base) / base
inline Law growth_of(std::uint32_t present, std::uint32_t base, std::uint32_t result, int sign = 1) {
  Law law = rate_of(present, base, result, Rule::growth);
  law.terms.push_back({base, -1});
  law.result_sign = sign;
  return law;
}

inline Law direction_of(std::uint32_t present, std::uint32_t base, int direction) {
  Law law = sum_of({present, base}, Rule::direction);
  law.form = Form::sign;
  law.direction = direction;
  return law;
}

}  // namespace mingzhang::laws
