// Goals and results of performance tables: free words, of which only figures can be held against the table.
#include <algorithm>
#include <optional>

#include "check/indicators.h"
#include "check/parts.h"
#include "cube/performance_value.h"
#include "laws/law.h"
#include "text/normal.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using cube::PerformanceTable;
using money::Decimal;

struct Figure {
  std::size_t begin = 0, end = 0;  ///< bytes of the normalised text
  cube::Quantity quantity;
};

/// Numbers with a unit: 58.35万元, 12.59万人.
std::vector<Figure> figures_of(std::string_view text) {
  std::vector<Figure> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto number = text::read_number(text.substr(at));
    if (!number || number->unit.empty()) {
      at += number ? number->length : text::code_point_at(text, at).length;
      continue;
    }
    try {
      const bool plain = number->before.empty() && number->after.empty();
      if (plain) out.push_back({at, at + number->length, cube::quantity_of(*number, "", 0)});
    } catch (const money::Overflow&) {
      // no amount or count
    }
    at += number->length;
  }
  return out;
}

bool is_money(const cube::Quantity& quantity) {
  return quantity.unit == "元";
}

class ProseTeller {
 public:
  ProseTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {}

  void run() {
    for (const auto& statement : reading_.facts.statements)
      if (statement.role == "reason") said(statement);
    for (const auto& table : reading_.performance) {
      for (const auto* words : {&table.goal, &table.result}) {
        const std::string normal = text::normal_text(words->text);
        const auto figures = figures_of(normal);
        sums(table, *words, normal, figures);
        for (const auto& product : products(normal, figures)) {
          Finding finding =
              tell("measurement", Severity::warning, table, *words, normal, *product.amount, product.amount->end);
          findings_.push_back(explained(std::move(finding), product));
        }
        if (words == &table.result) repeated_goals(table, *words, normal, figures);
      }
    }
  }

 private:
  /// So many persons at so much each make an amount.
  struct Product {
    const Figure *persons, *each, *amount;
    Decimal value;
  };

  /// "125,920 人,每人 56 元,资金 705.15 万元" in one sentence. What lies far apart is not meant so.
  static std::vector<Product> products(const std::string& text, const std::vector<Figure>& figures) {
    std::vector<Product> out;
    for (std::size_t at = 0; at + 2 < figures.size(); ++at) {
      const Figure &persons = figures[at], &each = figures[at + 1], &amount = figures[at + 2];
      const bool shape = (persons.quantity.unit == "人" || persons.quantity.unit == "人次") &&
                         is_money(each.quantity) && each.quantity.power == 0 && is_money(amount.quantity) &&
                         amount.quantity.power == 4;
      const auto between = std::string_view(text).substr(persons.end, amount.begin - persons.end);
      if (!shape || between.find("。") != std::string_view::npos) continue;
      try {
        const Decimal product = persons.quantity.value * each.quantity.value;
        const auto reach = [](const cube::Quantity& quantity, int sign) {
          return sign < 0 ? quantity.value - quantity.half : quantity.value + quantity.half;
        };
        const Decimal low = reach(persons.quantity, -1) * reach(each.quantity, -1) - amount.quantity.half;
        const Decimal high = reach(persons.quantity, 1) * reach(each.quantity, 1) + amount.quantity.half;
        const Decimal& stated = amount.quantity.value;
        const bool near = (product - stated).abs() * Decimal(20) <= stated.abs();
        if (near && (stated < low || stated > high)) out.push_back({&persons, &each, &amount, product});
      } catch (const money::Overflow&) {
        // no product that a budget has
      }
    }
    return out;
  }

  static Finding explained(Finding finding, const Product& product) {
    finding.expected = finding.words["expected"] =
        product.amount->quantity.spell(laws::rounded_like(product.amount->quantity, product.value));
    finding.words["calculation"] =
        product.persons->quantity.spell() + " × " + product.each->quantity.spell() + " = " + finding.expected;
    finding.because.push_back({"人数 × 标准 = 金额", {}, finding.words["calculation"]});
    return finding;
  }

  void said(const cube::Statement& statement) {
    const std::string normal = text::normal_text(statement.text);
    const auto figures = figures_of(normal);
    for (const auto& product : products(normal, figures)) {
      Finding finding = finding_on("measurement", Severity::warning, statement, reading_);
      finding.places.front().quote = std::string(
          text::prefix(normal.substr(product.persons->begin, product.amount->end - product.persons->begin), 80));
      finding.stated = finding.words["stated"] =
          normal.substr(product.amount->begin, product.amount->end - product.amount->begin);
      findings_.push_back(explained(std::move(finding), product));
    }
  }

  /// "追回 A 万元,其中甲 B 万元,乙 C 万元": parts that are named one after the other make up what they are parts of.
  void sums(const PerformanceTable& table, const cube::Printed& words, const std::string& text,
            const std::vector<Figure>& figures) {
    constexpr std::size_t least = 2;
    for (std::size_t whole = 0; whole + least < figures.size(); ++whole) {
      if (!is_money(figures[whole].quantity)) continue;
      if (!starts(text, figures[whole].end, ",其中") && !starts(text, figures[whole].end, "(其中")) continue;
      std::vector<const Figure*> parts;
      for (std::size_t part = whole + 1; part < figures.size() && is_money(figures[part].quantity); ++part) {
        const std::size_t before = parts.empty() ? figures[whole].end : parts.back()->end;
        const std::string_view between = std::string_view(text).substr(before, figures[part].begin - before);
        if (between.find("。") != std::string_view::npos || between.find(';') != std::string_view::npos) break;
        parts.push_back(&figures[part]);
      }
      if (parts.size() >= least) compare(table, words, text, figures[whole], parts);
    }
  }

  static bool starts(const std::string& text, std::size_t at, std::string_view words) {
    return text.compare(at, words.size(), words) == 0;
  }

  void compare(const PerformanceTable& table, const cube::Printed& words, const std::string& text, const Figure& whole,
               const std::vector<const Figure*>& parts) {
    Decimal sum, slack = whole.quantity.half;
    std::string calculation;
    for (const auto* part : parts) {
      sum = sum + part->quantity.value;
      slack = slack + part->quantity.half;
      calculation += (calculation.empty() ? "" : " + ") + part->quantity.spell();
    }
    const Decimal difference = (whole.quantity.value - sum).abs();
    // What leaves out much names some parts only.
    const bool nearly = difference * Decimal(20) <= whole.quantity.value.abs();
    if (difference <= slack || (!nearly && sum < whole.quantity.value)) return;
    Finding finding = tell("prose-sum", sum > whole.quantity.value ? Severity::error : Severity::warning, table, words,
                           text, whole, parts.back()->end);
    finding.expected = finding.words["expected"] = whole.quantity.spell(sum);
    finding.words["calculation"] = calculation + " = " + whole.quantity.spell(sum);
    finding.because.push_back({"其中各项之和", {}, finding.words["calculation"]});
    findings_.push_back(std::move(finding));
  }

  /// A result that repeats a target which the table says was not what came out.
  void repeated_goals(const PerformanceTable& table, const cube::Printed& words, const std::string& text,
                      const std::vector<Figure>& figures) {
    for (const auto& figure : figures) {
      if (is_money(figure.quantity) || figure.quantity.unit == "%") continue;
      const cube::Indicator* denied = nullptr;
      bool stands = false;
      for (const auto& row : table.indicators) {
        const auto [target, actual] = cube::read_pair(row.target.text, row.actual.text, 0);
        if (target.type != cube::ValueType::number || actual.type != cube::ValueType::number) continue;
        if (target.quantity.unit != figure.quantity.unit) continue;
        const auto interval = figure.quantity.interval();
        stands = stands || interval.contains(actual.quantity.value);
        if (interval.contains(target.quantity.value) && !interval.contains(actual.quantity.value)) denied = &row;
      }
      if (denied == nullptr || stands) continue;
      Finding finding = tell("result-figure", Severity::warning, table, words, text, figure, figure.end);
      finding.words["what"] = denied->name.text;
      finding.expected = finding.words["expected"] = denied->actual.text;
      cube::Place place = denied->actual.place;
      place.quote = std::string(text::prefix(row_words(*denied), 80));
      finding.places.push_back(std::move(place));
      findings_.push_back(std::move(finding));
    }
  }

  /// At the figure itself: its line is found by the digits, since words of a cell run over many lines.
  Finding tell(const std::string& rule, Severity severity, const PerformanceTable& table, const cube::Printed& words,
               const std::string& text, const Figure& figure, std::size_t end) const {
    std::size_t begin = figure.begin;
    for (int back = 0; back < 10 && begin > 0; ++back) do
        --begin;
      while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80);
    Finding finding = performance_finding(rule, severity, table, words, text.substr(begin, end - begin),
                                          table.subject.text, reading_);
    finding.stated = finding.words["stated"] = text.substr(figure.begin, figure.end - figure.begin);
    if (auto place = place_of(words, figure.quantity.spell())) {
      place->quote = finding.places.front().quote;
      finding.places.front() = std::move(*place);
    }
    return finding;
  }

  /// The first line of the cell that holds these digits.
  std::optional<cube::Place> place_of(const cube::Printed& words, const std::string& digits) const {
    const auto& lines = reading_.stream->document().lines;
    const auto first = reading_.stream->line_of(words.place);
    for (std::size_t line = first.value_or(lines.size()); line < lines.size(); ++line) {
      if (lines[line].number > words.place.last_line) break;
      const auto at = lines[line].text.find(digits);
      if (at == std::string::npos) continue;
      return profile::place_in_line(lines[line], static_cast<std::uint32_t>(at),
                                    static_cast<std::uint32_t>(at + digits.size()));
    }
    return std::nullopt;
  }

  const profile::Reading& reading_;
  Findings& findings_;
};

}  // namespace

void find_wrong_prose(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) ProseTeller(reading, findings).run();
}

}  // namespace mingzhang::check
