// Goals and results of performance tables: free words, of which only figures can be held against the table.
#include <algorithm>
#include <initializer_list>

#include "check/indicators.h"
#include "check/parts.h"
#include "check/prose_figures.h"
#include "cube/performance_value.h"
#include "laws/law.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using cube::PerformanceTable;
using money::Decimal;

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
        const auto figures = prose_figures(normal);
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
    const ProseFigure *persons, *each, *amount;
    Decimal value;
  };

  /// "125,920 人,每人 56 元,资金 705.15 万元" in one sentence. What lies far apart is not meant so.
  static std::vector<Product> products(const std::string& text, const std::vector<ProseFigure>& figures) {
    std::vector<Product> out;
    for (std::size_t at = 0; at + 2 < figures.size(); ++at) {
      const ProseFigure &persons = figures[at], &each = figures[at + 1], &amount = figures[at + 2];
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
        const auto within = [&](std::int64_t share) {
          return (product - stated).abs() * Decimal(share) <= stated.abs() * Decimal(10);
        };
        constexpr std::int64_t near = 200, far = 1;  // a twentieth; ten times, a digit too many
        if (within(says_so(text, persons, each, amount) ? far : near) && (stated < low || stated > high))
          out.push_back({&persons, &each, &amount, product});
      } catch (const money::Overflow&) {
        // no product that a budget has
      }
    }
    return out;
  }

  /// "每人…平均 56 元的标准…项目资金 705 万元": the words themselves call the one the product of the others.
  static bool says_so(const std::string& text, const ProseFigure& persons, const ProseFigure& each,
                      const ProseFigure& amount) {
    const auto any = [&](std::size_t begin, std::size_t end, std::initializer_list<std::string_view> words) {
      const auto between = std::string_view(text).substr(begin, end - begin);
      return std::any_of(words.begin(), words.end(), [&](auto word) { return between.find(word) != between.npos; });
    };
    return any(persons.end, each.begin, {"平均", "人均", "每人"}) &&
           any(each.end, amount.begin, {"总", "共", "合计", "项目预算资金", "项目资金", "预算资金"});
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
    const auto figures = prose_figures(normal);
    for (const auto& product : products(normal, figures)) {
      Finding finding = finding_on("measurement", Severity::warning, statement, reading_);
      finding.places.front().quote = std::string(
          text::prefix(normal.substr(product.persons->begin, product.amount->end - product.persons->begin), 80));
      finding.stated = finding.words["stated"] =
          normal.substr(product.amount->begin, product.amount->end - product.amount->begin);
      findings_.push_back(explained(std::move(finding), product));
    }
  }

  /// "追回 A 万元,其中甲 B 万元,乙 C 万元", "A 万元包括 B 万元、C 万元和 D 万元": parts that are named one after the
  /// other make up what they are parts of.
  void sums(const PerformanceTable& table, const cube::Printed& words, const std::string& text,
            const std::vector<ProseFigure>& figures) {
    constexpr std::size_t least = 2;
    for (std::size_t whole = 0; whole + least < figures.size(); ++whole) {
      if (!is_money(figures[whole].quantity)) continue;
      const bool among = begins(text, figures[whole].end, {",其中", "(其中"});
      const bool of = begins(text, figures[whole].end, {"包括", ",包括", "(包括", "由", ",由", "(由"});
      if (!among && !of) continue;
      std::vector<const ProseFigure*> parts;
      std::vector<std::string_view> between;
      for (std::size_t part = whole + 1; part < figures.size() && is_money(figures[part].quantity); ++part) {
        const std::size_t before = parts.empty() ? figures[whole].end : parts.back()->end;
        const auto words_before = std::string_view(text).substr(before, figures[part].begin - before);
        if (words_before.find("。") != std::string_view::npos || words_before.find(';') != std::string_view::npos)
          break;
        parts.push_back(&figures[part]);
        between.push_back(words_before);
      }
      if (parts.size() < least) continue;
      if (among) compare(table, words, text, figures[whole], parts, false);
      if (of && names_all(text, between, parts.back()->end)) compare(table, words, text, figures[whole], parts, true);
    }
  }

  static bool begins(const std::string& text, std::size_t at, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return starts(text, at, word); });
  }

  /// One part follows the other, and 和 stands before the last or 组成 behind it.
  static bool names_all(const std::string& text, const std::vector<std::string_view>& between, std::size_t end) {
    const auto joined = [](std::string_view words, std::initializer_list<std::string_view> marks) {
      return std::any_of(marks.begin(), marks.end(), [&](auto mark) { return words.starts_with(mark); });
    };
    const bool in_order = std::all_of(between.begin() + 1, between.end(), [&](auto words) {
      return joined(words, {"、", ",", "和", "及", "以及"}) && words.find('(') == std::string_view::npos &&
             words.find("其中") == std::string_view::npos;
    });
    const bool made_of = between.front().find("由") != std::string_view::npos;
    const bool last =
        made_of ? begins(text, end, {"组成", "构成"}) : joined(between.back(), {"和", "及", "以及", ",以及"});
    return in_order && last && (made_of || end == text.size() || begins(text, end, {"。", ";", ",", ")"}));
  }

  static bool starts(const std::string& text, std::size_t at, std::string_view words) {
    return text.compare(at, words.size(), words) == 0;
  }

  void compare(const PerformanceTable& table, const cube::Printed& words, const std::string& text,
               const ProseFigure& whole, const std::vector<const ProseFigure*>& parts, bool all) {
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
    if (difference <= slack || (!all && !nearly && sum < whole.quantity.value)) return;
    Finding finding = tell("prose-sum", !all && sum > whole.quantity.value ? Severity::error : Severity::warning, table,
                           words, text, whole, parts.back()->end);
    finding.expected = finding.words["expected"] = whole.quantity.spell(sum);
    finding.words["calculation"] = calculation + " = " + whole.quantity.spell(sum);
    finding.because.push_back({"其中各项之和", {}, finding.words["calculation"]});
    findings_.push_back(std::move(finding));
  }

  /// A result that repeats a target which the table says was not what came out.
  void repeated_goals(const PerformanceTable& table, const cube::Printed& words, const std::string& text,
                      const std::vector<ProseFigure>& figures) {
    for (const auto& figure : figures) {
      if (is_money(figure.quantity) || figure.quantity.unit == "%") continue;
      const cube::Indicator* denied = nullptr;
      bool stands = false;
      for (const auto& row : table.indicators) {
        const auto [target, actual] = cube::read_pair(row.target.text, row.actual.text, 0);
        if (target.type != cube::ValueType::number || actual.type != cube::ValueType::number) continue;
        if (counted_thing(target.quantity.unit) != counted_thing(figure.quantity.unit)) continue;
        const auto interval = figure.quantity.interval();
        stands = stands || interval.contains(actual.quantity.value);
        // Any two things may be two in number: small ones are meant only if the words are those of the indicator.
        const bool meant = figure.quantity.value >= Decimal(100) ||
                           share_words(clause_around(text, figure), text::normal_text(row.name.text), 2);
        if (meant && interval.contains(target.quantity.value) && !interval.contains(actual.quantity.value))
          denied = &row;
      }
      if (denied == nullptr || stands) continue;
      Finding finding = tell("result-figure", Severity::warning, table, words, text, figure, figure.end);
      finding.words["what"] = denied->name.text;
      finding.words["target"] = denied->target.text;
      const auto actual = cube::read_pair(denied->target.text, denied->actual.text, 0).second;
      finding.words["expected"] = denied->actual.text;
      finding.expected = like(figure.quantity, actual.quantity, denied->actual.text);
      cube::Place place = denied->actual.place;
      place.quote = std::string(text::prefix(row_words(*denied), 80));
      finding.places.push_back(std::move(place));
      findings_.push_back(std::move(finding));
    }
  }

  /// "12.12 (121174人)": as the sentence would have it, and as the table does.
  static std::string like(const cube::Quantity& said, const cube::Quantity& actual, const std::string& printed) {
    if (said.power == 0) return printed;
    return said.spell(laws::rounded_like(said, actual.value)) + " (" + printed + ")";
  }

  Finding tell(const std::string& rule, Severity severity, const PerformanceTable& table, const cube::Printed& words,
               const std::string& text, const ProseFigure& figure, std::size_t end) const {
    return prose_finding(rule, severity, table, words, text, figure, end, reading_);
  }

  const profile::Reading& reading_;
  Findings& findings_;
};

}  // namespace

void find_wrong_prose(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) ProseTeller(reading, findings).run();
}

}  // namespace mingzhang::check
