// "8,013 平方米（其中甲 7,998 平方米，乙 105 平方米）" in free text: what a bracket enumerates makes up the figure
// before it.
#include <optional>

#include "check/describe.h"
#include "check/parts.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using money::Decimal;

struct Figure {
  std::size_t begin = 0, end = 0;
  cube::Quantity quantity;
};

std::optional<Figure> figure_at(std::string_view text, std::size_t at) {
  const auto number = text::read_number(text.substr(at));
  if (!number || number->unit.empty() || !number->before.empty() || !number->after.empty()) return std::nullopt;
  try {
    return Figure{at, at + number->length, cube::quantity_of(*number, "", 0)};
  } catch (const money::Overflow&) {
    return std::nullopt;
  }
}

class BracketTeller {
 public:
  BracketTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading), text_(reading.stream->text()), findings_(findings) {}

  void run() {
    constexpr std::string_view opening = "(其中";
    for (const auto& section : reading_.sections) {
      const bool free = section.section->reading == profile::Section::Reading::free_text || section.section->free_rest;
      if (!free) continue;
      for (auto at = text_.find(opening, section.begin); at < section.end; at = text_.find(opening, at + 1))
        judge(section, at, at + opening.size());
    }
  }

 private:
  static constexpr std::size_t longest_number = 24, longest_bracket = 300;  // bytes

  /// The figure that ends where the bracket opens.
  std::optional<Figure> before(std::size_t bracket, std::size_t least) const {
    std::optional<Figure> found;
    const std::size_t from = std::max(least, bracket - std::min(bracket, longest_number));
    for (std::size_t at = bracket; at-- > from;) {
      const bool digit = text_[at] >= '0' && text_[at] <= '9';
      if (!digit) continue;
      const auto figure = figure_at(text_, at);
      if (figure && figure->end == bracket) found = figure;
    }
    return found;
  }

  void judge(const profile::SectionRead& section, std::size_t bracket, std::size_t inside) {
    const auto end = text_.find(')', inside);
    const auto whole = before(bracket, section.begin);
    if (!whole || end == std::string_view::npos || end - inside > longest_bracket) return;
    std::vector<Figure> parts;
    for (std::size_t at = inside; at < end;) {
      const auto figure = figure_at(text_, at);
      if (figure && figure->quantity.unit != whole->quantity.unit) return;  // of something else, too
      if (figure) parts.push_back(*figure);
      at = figure ? figure->end : at + text::code_point_at(text_, at).length;
    }
    if (parts.size() >= 2) compare(section, *whole, parts, end);
  }

  void compare(const profile::SectionRead& section, const Figure& whole, const std::vector<Figure>& parts,
               std::size_t end) {
    Decimal sum, slack = whole.quantity.half;
    std::string calculation;
    for (const auto& part : parts) {
      sum = sum + part.quantity.value;
      slack = slack + part.quantity.half;
      calculation += (calculation.empty() ? "" : " + ") + part.quantity.spell();
    }
    // What stays below may name some parts only.
    if (sum - whole.quantity.value <= slack) return;
    Finding finding =
        finding_at("prose-sum", Severity::error, reading_.stream->place(whole.begin, end + 1), section.section->title);
    finding.stated = finding.words["stated"] = std::string(text_.substr(whole.begin, whole.end - whole.begin));
    finding.expected = finding.words["expected"] = whole.quantity.spell(sum);
    finding.words["calculation"] = calculation + " = " + whole.quantity.spell(sum);
    finding.because.push_back({"其中各项之和", {}, finding.words["calculation"]});
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  const std::string_view text_;
  Findings& findings_;
};

}  // namespace

void find_wrong_brackets(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) BracketTeller(reading, findings).run();
}

}  // namespace mingzhang::check
