// Calculations that the words themselves write out: a ÷ b = c; "A 万元，与 B 万元相差 C 万元".
#include "check/describe.h"
#include "check/formula.h"
#include "check/parts.h"
#include "check/texts.h"
#include "cube/quantity.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using money::Decimal;

struct Amount {
  std::size_t begin = 0, end = 0;
  cube::Quantity quantity;
};

class CalculationTeller {
 public:
  CalculationTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {}

  void run() {
    each_text(reading_, [&](std::string_view text, const PlaceOf& place) {
      formulas(text, place);
      differences(text, place);
    });
  }

 private:
  void formulas(std::string_view text, const PlaceOf& place) {
    for (auto at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
      try {
        const auto formula = formula_at(text, at);
        if (!formula || comes_out(*formula)) continue;
        const Decimal right = formula->value.low.shifted(-formula->power).rounded(formula->stated.scale());
        tell(text, formula->begin, formula->result, formula->end, right.to_string(), place);
      } catch (const money::Overflow&) {
        // figures that nobody calculates with
      }
    }
  }

  /// "实际完成 23.44 万元,与年初预算 80 万相差 56.56 万元": of the two amounts before it.
  void differences(std::string_view text, const PlaceOf& place) {
    constexpr std::string_view apart = "相差";
    for (auto at = text.find(apart); at != std::string_view::npos; at = text.find(apart, at + apart.size())) {
      const auto difference = amount_at(text, at + apart.size());
      const auto second = difference ? amount_before(text, at, at) : std::nullopt;
      const auto first = second && second->end == at ? amount_before(text, second->begin, at) : std::nullopt;
      if (!first) continue;
      const Decimal right = (first->quantity.value - second->quantity.value).abs();
      const Decimal slack = first->quantity.half + second->quantity.half + difference->quantity.half;
      if ((right - difference->quantity.value).abs() <= slack) continue;
      tell(text, first->begin, difference->begin, difference->end, difference->quantity.spell(right), place);
    }
  }

  static std::optional<Amount> amount_at(std::string_view text, std::size_t at) {
    const auto number = text::read_number(text.substr(at));
    if (!number || !number->before.empty() || !number->after.empty()) return std::nullopt;
    if (number->unit != "元" && !(number->unit.empty() && number->power >= 4)) return std::nullopt;
    return Amount{at, at + number->length, cube::quantity_of(*number, "元", number->power)};
  }

  /// The last amount of the sentence that ends before `before`.
  static std::optional<Amount> amount_before(std::string_view text, std::size_t before, std::size_t limit) {
    constexpr std::size_t longest = 120;
    std::size_t at = before;
    while (at > 0 && limit - at < longest) {
      --at;
      if (text.substr(at).starts_with("。") || text[at] == ';') return std::nullopt;
      const bool begins =
          is_digit(text[at]) && (at == 0 || (!is_digit(text[at - 1]) && text[at - 1] != '.' && text[at - 1] != ','));
      if (!begins) continue;
      try {
        const auto amount = amount_at(text, at);
        return amount && amount->end <= before ? amount : std::nullopt;
      } catch (const money::Overflow&) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  void tell(std::string_view text, std::size_t from, std::size_t begin, std::size_t end, const std::string& expected,
            const PlaceOf& place_of) {
    cube::Place place = place_of(begin, end);
    place.quote = std::string(text::prefix(text.substr(from, end - from), 80));
    Finding finding =
        finding_at("calculation", Severity::warning, place, title_at(profile::position_of(place), reading_));
    finding.stated = finding.words["stated"] = std::string(text.substr(begin, end - begin));
    finding.expected = finding.words["expected"] = expected;
    finding.words["calculation"] = std::string(text.substr(from, begin - from));
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  Findings& findings_;
};

}  // namespace

void find_wrong_calculations(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) CalculationTeller(reading, findings).run();
}

}  // namespace mingzhang::check
