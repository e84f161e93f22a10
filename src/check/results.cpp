// Results of performance tables, in words and in figures, against each other: rates and counts that other figures of
// the same table deny.
#include <algorithm>
#include <array>
#include <optional>

#include "check/indicators.h"
#include "check/parts.h"
#include "check/prose_figures.h"
#include "cube/performance_value.h"
#include "laws/law.h"
#include "scoring/printed.h"
#include "text/normal.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using cube::Indicator;
using cube::PerformanceTable;
using cube::ValueType;
using money::Decimal;

const Decimal hundred(100);

Decimal quotient(const Decimal& above, const Decimal& below, int scale) {
  constexpr int guard_places = 6;
  return money::divide(above, below, 100, guard_places).floor.rounded(scale);
}

class ResultTeller {
 public:
  ResultTeller(const profile::Reading& reading, const PerformanceTable& table, Findings& findings)
      : reading_(reading), table_(table), findings_(findings), text_(text::normal_text(table.result.text)) {}

  void run() {
    figures_ = prose_figures(text_);
    shares();
    costs_per_head();
    counted_payments();
    for (const auto& row : table_.indicators) {
      arrival(row);
      overrun(row);
    }
  }

 private:
  Finding tell(const std::string& rule, Severity severity, const ProseFigure& figure) const {
    Finding finding = prose_finding(rule, severity, table_, table_.result, text_, figure, figure.end, reading_);
    finding.words["what"] = "实际完成情况";
    return finding;
  }

  Finding tell(const std::string& rule, Severity severity, const cube::Printed& printed, const Indicator& row) const {
    return performance_finding(rule, severity, table_, printed, row_words(row), name_of(row), reading_);
  }

  // ---- 检查甲机构 20 家,覆盖率 30%, of which an indicator counts how many there are

  void shares() {
    for (std::size_t index = 0; index + 1 < figures_.size(); ++index) {
      const ProseFigure &part = figures_[index], &rate = figures_[index + 1];
      const auto between = std::string_view(text_).substr(part.end, rate.begin - part.end);
      if (rate.quantity.unit != "%" || part.quantity.unit == "%" || !names_rate(between)) continue;
      for (const auto& row : table_.indicators)
        if (const auto counted = count_of(row, part)) share(part, rate, row, *counted, between);
    }
  }

  /// ",覆盖率", ",覆盖率达到"
  static bool names_rate(std::string_view between) {
    constexpr std::size_t longest = 30;
    return between.starts_with(',') && between.size() <= longest && between.find("率") != std::string_view::npos &&
           between.find("。") == std::string_view::npos;
  }

  /// What "甲机构数量" says of those before the figure: "检查甲机构 20 家".
  std::optional<Decimal> count_of(const Indicator& row, const ProseFigure& part) const {
    const std::string stem = stem_of(row);
    if (stem.empty() || !std::string_view(text_).substr(0, part.begin).ends_with(stem)) return std::nullopt;
    const auto all = cube::read_performance_value(row.actual.text, 0);
    const bool fits = all.type == ValueType::number && all.quantity.unit == part.quantity.unit &&
                      all.quantity.value >= part.quantity.value && all.quantity.value.sign() > 0;
    return fits ? std::optional(all.quantity.value) : std::nullopt;
  }

  /// Of 甲机构数量, 甲机构数: 甲机构; empty if the name is another.
  static std::string stem_of(const Indicator& row) {
    constexpr std::size_t least = 6;
    std::string name = text::normal_text(row.name.text);
    for (const std::string_view ending : {"数量", "家数", "数"}) {
      if (!name.ends_with(ending) || name.size() < ending.size() + least) continue;
      name.resize(name.size() - ending.size());
      return name;
    }
    return {};
  }

  void share(const ProseFigure& part, const ProseFigure& rate, const Indicator& counted, const Decimal& all,
             std::string_view between) {
    const Decimal right = quotient(part.quantity.value, all, std::max(rate.quantity.scale, 2));
    const std::string calculation =
        part.quantity.spell() + " / " + all.to_string() + " × 100% = " + right.to_string() + "%";
    if (right.rounded(rate.quantity.scale) != rate.quantity.value)
      add_share(tell("prose-share", Severity::error, rate), right, calculation, counted.actual.place);
    const std::string stem = stem_of(counted);
    const auto name = between.substr(1, between.find("率") + std::string_view("率").size() - 1);
    for (const auto& row : table_.indicators) {
      const std::string words = text::normal_text(row.name.text);
      const auto actual = cube::read_performance_value(row.actual.text, 0);
      if (!words.starts_with(stem) || !words.ends_with(name) || actual.type != ValueType::rate) continue;
      if (actual.quantity.value == rate.quantity.value || actual.quantity.value == right) continue;
      Finding finding = tell("prose-share", Severity::error, row.actual, row);
      finding.places.push_back(tell("prose-share", Severity::error, rate).places.front());
      add_share(std::move(finding), right, calculation, counted.actual.place);
    }
  }

  void add_share(Finding finding, const Decimal& right, const std::string& calculation, const cube::Place& counted) {
    finding.expected = finding.words["expected"] = right.to_string();
    finding.words["calculation"] = calculation;
    finding.because.push_back({"覆盖数 ÷ 总数", {}, calculation});
    finding.places.push_back(counted);
    findings_.push_back(std::move(finding));
  }

  // ---- 每人 10 元, beside an indicator of the cost per head

  void costs_per_head() {
    const Indicator* cost = nullptr;
    std::size_t costs = 0;
    for (const auto& row : table_.indicators) {
      const auto actual = cube::read_performance_value(row.actual.text, 0);
      if (!text::normal_text(row.name.text).starts_with("人均") || actual.type != ValueType::number) continue;
      if (actual.quantity.unit != "元" && !actual.unit.starts_with("元/人")) continue;
      cost = &row;
      ++costs;
    }
    if (costs != 1) return;
    const auto actual = cube::read_performance_value(cost->actual.text, 0).quantity;
    for (const auto& figure : figures_) {
      if (figure.quantity.unit != "元" || figure.quantity.power != 0 || !is_per_head(figure)) continue;
      if (figure.quantity.interval().contains(actual.value)) continue;
      Finding finding = tell("result-figure", Severity::warning, figure);
      finding.words["what"] = cost->name.text;
      finding.expected = finding.words["expected"] = actual.spell() + "元";
      finding.places.push_back(cost->actual.place);
      findings_.push_back(std::move(finding));
    }
  }

  bool is_per_head(const ProseFigure& figure) const {
    const auto before = std::string_view(text_).substr(0, figure.begin);
    constexpr auto words = std::to_array<std::string_view>({"每人", "每人每年", "每人每年平均", "人均"});
    return std::any_of(words.begin(), words.end(), [&](auto word) { return before.ends_with(word); });
  }

  // ---- 完成 4 个项目, and then amounts that make up all that was spent: as many as there are

  void counted_payments() {
    const auto spent = spent_in_all();
    constexpr std::string_view projects = "项目";
    for (std::size_t index = 0; spent && index < figures_.size(); ++index) {
      const ProseFigure& count = figures_[index];
      if (count.quantity.unit != "个" || text_.compare(count.end, projects.size(), projects) != 0) continue;
      Decimal sum, slack = spent->half;
      std::int64_t payments = 0;
      for (std::size_t other = index + 1; other < figures_.size(); ++other) {
        if (figures_[other].quantity.unit != "元") continue;
        sum = sum + figures_[other].quantity.value;
        slack = slack + figures_[other].quantity.half;
        ++payments;
      }
      if (payments < 2 || (sum - spent->value).abs() > slack || count.quantity.value == Decimal(payments)) continue;
      Finding finding = tell("name-count", Severity::error, count);
      finding.expected = finding.words["expected"] = std::to_string(payments);
      findings_.push_back(std::move(finding));
    }
  }

  std::optional<cube::Quantity> spent_in_all() const {
    for (const auto& row : table_.money) {
      if (row.member != "total" || row.spent.empty()) continue;
      const auto number = text::read_number(text::normal_text(row.spent.text));
      if (!number) return std::nullopt;
      const bool yuan = table_.money_unit == "元";
      return cube::quantity_of(*number, "元", yuan ? 0 : 4);
    }
    return std::nullopt;
  }

  // ---- 资金到位率 100%, beside money of which a part was never spent

  void arrival(const Indicator& row) {
    const std::string name = text::normal_text(row.name.text);
    if (name.find("资金") == std::string::npos || !name.ends_with("到位率")) return;
    const auto actual = cube::read_performance_value(row.actual.text, 0);
    const cube::MoneyRow* total = nullptr;
    for (const auto& money : table_.money)
      if (money.member == "total" && total == nullptr) total = &money;
    if (actual.type != ValueType::rate || total == nullptr) return;
    const auto budget = scoring::printed_figure(total->budget.text), spent = scoring::printed_figure(total->spent.text);
    if (!budget || !spent || budget->sign() <= 0 || spent->sign() < 0) return;
    const Decimal rate = quotient(*spent, *budget, 2);
    const Decimal apart(5);  // less may be a matter of when it was paid
    if (actual.quantity.value - rate < apart) return;
    Finding finding = tell("arrival-rate", Severity::warning, row.actual, row);
    finding.expected = finding.words["expected"] = rate.to_string();
    finding.words["calculation"] =
        spent->to_string() + " / " + budget->to_string() + " × 100% = " + rate.to_string() + "%";
    finding.because.push_back({"预算执行率", {}, finding.words["calculation"]});
    finding.places.push_back(total->spent.place);
    findings_.push_back(std::move(finding));
  }

  // ---- (80日-60日)÷60日: by how much it was too late is no rate of completion

  void overrun(const Indicator& row) {
    const std::string reason = text::normal_text(row.reason.text);
    for (std::size_t open = reason.find('('); open != std::string::npos; open = reason.find('(', open + 1)) {
      const auto late = number_at(reason, open + 1, "-");
      const auto due = late ? number_at(reason, late->second, ")÷") : std::nullopt;
      const auto base = due ? number_at(reason, due->second, "=") : std::nullopt;
      if (!base || base->first != due->first || !(late->first > due->first) || due->first.sign() <= 0) continue;
      Finding finding = tell("overrun-rate", Severity::warning, row.reason, row);
      finding.places.front() = row.actual.place;
      finding.places.front().quote = std::string(text::prefix(row_words(row), 80));
      const Decimal over = quotient(late->first - due->first, due->first, 2);
      finding.stated = finding.words["stated"] = over.to_string() + "%";
      if (over < hundred) finding.expected = finding.words["expected"] = (hundred - over).to_string();
      finding.places.push_back(row.reason.place);
      findings_.push_back(std::move(finding));
      return;
    }
  }

  /// A number with its unit and `then` behind it: its value and where what follows begins.
  static std::optional<std::pair<Decimal, std::size_t>> number_at(const std::string& text, std::size_t at,
                                                                  std::string_view then) {
    const auto number = text::read_number(std::string_view(text).substr(std::min(at, text.size())));
    constexpr auto times = std::to_array<std::string_view>({"日", "天", "月", "个月", "小时", "个工作日", "工作日"});
    if (!number || std::find(times.begin(), times.end(), number->unit) == times.end()) return std::nullopt;
    if (text.compare(at + number->length, then.size(), then) != 0) return std::nullopt;
    return std::pair(cube::quantity_of(*number, "", 0).value, at + number->length + then.size());
  }

  const profile::Reading& reading_;
  const PerformanceTable& table_;
  Findings& findings_;
  std::string text_;
  std::vector<ProseFigure> figures_;
};

}  // namespace

void find_wrong_results(const profile::Reading& reading, Findings& findings) {
  if (reading.form() == nullptr) return;
  for (const auto& table : reading.performance) {
    try {
      ResultTeller(reading, table, findings).run();
    } catch (const money::Overflow&) {
      // figures that are none of these
    }
  }
}

}  // namespace mingzhang::check
