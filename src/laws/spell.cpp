// The calculation that a law makes, as a reader would put it down.
#include <algorithm>

#include "laws/balance.h"
#include "laws/law.h"
#include "laws/quotient.h"

namespace mingzhang::laws {
namespace {

using cube::Quantity;
using money::Decimal;

class Speller {
 public:
  Speller(const Law& law, Figures figures) : law_(law), figures_(figures) {
    const Term* first = nullptr;
    for (const auto* terms : {&law.terms, &law.denominator}) {
      for (const Term& term : *terms) {
        if (first == nullptr) first = &term;
        const Quantity& a = figures[first->figure];
        const Quantity& b = figures[term.figure];
        if (a.unit != b.unit || a.power != b.power) units_ = true;
      }
    }
  }

  std::string linear() const {
    if (law_.terms.empty()) return "";
    std::vector<Term> parts = law_.terms;
    auto whole_place = std::find_if(parts.begin(), parts.end(), [](const Term& term) { return term.sign > 0; });
    const int whole_sign = whole_place == parts.end() ? -1 : 1;
    if (whole_place == parts.end()) whole_place = parts.begin();
    const Quantity& whole = figures_[whole_place->figure];
    const Decimal computed = whole.value - times_small(balance_of(law_.terms, figures_).sum, whole_sign);
    parts.erase(whole_place);
    for (Term& term : parts) term.sign *= -whole_sign;
    leave_out_zeros(parts);

    const bool broken = judge(law_, figures_).outcome == Outcome::broken;
    if (compares_two(law_) || parts.size() == 1) {
      return sum(parts) + relation(computed, whole.value, broken) + value(whole, whole.value);
    }
    const std::string left = parts.empty() ? "" : sum(parts) + " = ";
    const Decimal shown = rounded(whole, computed, whole.value, broken);
    if (shown == whole.value && !law_.open && !parts.empty()) return left + value(whole, shown);
    return left + value(whole, shown) + relation(shown, whole.value, broken) + value(whole, whole.value);
  }

  std::string quotient() const {
    const Quantity& result = figures_[law_.result];
    std::vector<Term> above = law_.terms;
    // A fall is printed without a sign: so is its calculation, base minus present value.
    for (Term& term : above) term.sign *= law_.result_sign;
    std::string text = bracketed(above) + " / " + bracketed(law_.denominator);
    text += " × " + std::to_string(factor_of(law_, figures_));
    const bool broken = judge(law_, figures_).outcome == Outcome::broken;
    const auto exact = nominal_quotient(law_, figures_, Decimal::max_scale / 2 + 1);
    if (!exact) return text + (broken ? " ≠ " : " → ") + result.spell();
    const Decimal shown = rounded(result, *exact, result.value, broken);
    text += " = " + result.spell(shown);
    return shown == result.value ? text : text + relation(shown, result.value, broken) + result.spell();
  }

  std::string sign() const {
    if (law_.terms.empty()) return "";
    const Decimal total = balance_of(law_.terms, figures_).sum;
    if (law_.terms.size() == 2 && law_.terms[0].sign == 1 && law_.terms[1].sign == -1)
      return term({law_.terms[0].figure, 1}) +
             (total.sign() > 0   ? " > "
              : total.sign() < 0 ? " < "
                                 : " = ") +
             term({law_.terms[1].figure, 1});
    std::string text = sum(law_.terms);
    if (law_.terms.size() > 1) text += " = " + value(figures_[law_.terms.front().figure], total);
    return text + (total.sign() > 0 ? " > 0" : total.sign() < 0 ? " < 0" : " = 0");
  }

 private:
  const Law& law_;
  Figures figures_;
  bool units_ = false;  ///< 元 and 万元 in one calculation

  std::string value(const Quantity& like, const Decimal& number) const {
    std::string text = like.spell(number);
    if (units_) text += like.printed_unit();
    return text;
  }

  std::string term(const Term& one) const {
    const Quantity& figure = figures_[one.figure];
    std::string text = value(figure, figure.value);
    return figure.value.sign() < 0 ? "(" + text + ")" : text;
  }

  std::string sum(std::vector<Term> terms) const {
    const auto first = std::find_if(terms.begin(), terms.end(), [](const Term& one) { return one.sign > 0; });
    if (first != terms.end()) std::rotate(terms.begin(), first, first + 1);
    std::string text;
    for (const Term& one : terms) {
      if (text.empty()) {
        text += one.sign < 0 ? "-" : "";
      } else {
        text += one.sign < 0 ? " - " : " + ";
      }
      text += term(one);
    }
    return text;
  }

  /// The two dozen 0.00 of a table's column say nothing; two or three parts are shown as they stand.
  void leave_out_zeros(std::vector<Term>& parts) const {
    constexpr std::size_t few = 3;
    if (parts.size() <= few) return;
    const auto is_zero = [&](const Term& part) { return figures_[part.figure].value.is_zero(); };
    const auto zeros = std::count_if(parts.begin(), parts.end(), is_zero);
    if (static_cast<std::size_t>(zeros) < parts.size()) std::erase_if(parts, is_zero);
  }

  std::string bracketed(const std::vector<Term>& terms) const {
    return terms.size() > 1 ? "(" + sum(terms) + ")" : sum(terms);
  }

  /// As the stated figure would print it; with more places where it would otherwise look equal and is not.
  static Decimal rounded(const Quantity& like, const Decimal& computed, const Decimal& stated, bool broken) {
    Decimal shown = rounded_like(like, computed);
    if (!broken || computed == stated) return shown;
    for (int scale = shown.scale() + 1; shown == stated && scale <= Decimal::max_scale; ++scale) {
      shown = computed.rounded(scale);
    }
    return shown;
  }

  std::string relation(const Decimal& computed, const Decimal& stated, bool broken) const {
    if (law_.open) return broken ? " > " : " ≤ ";
    if (computed == stated) return " = ";
    return broken || judge(law_, figures_).outcome == Outcome::tail ? " ≠ " : " ≈ ";
  }
};

}  // namespace

std::string spell(const Law& law, Figures figures) {
  try {
    const Speller speller(law, figures);
    switch (law.form) {
      case Form::linear:
        return speller.linear();
      case Form::quotient:
        return speller.quotient();
      case Form::sign:
        return speller.sign();
    }
  } catch (const money::Overflow&) {
    // What does not fit cannot be shown either.
  }
  return "";
}

}  // namespace mingzhang::laws
