// Results of performance tables that another place of the same document states, too: the money of the table, a count
// beside its rate, the words of the result, the whole unit and its project.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <tuple>

#include "check/indicators.h"
#include "check/parts.h"
#include "check/prose_figures.h"
#include "cube/performance_value.h"
#include "scoring/printed.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using cube::Indicator;
using cube::PerformanceTable;
using cube::PerformanceValue;
using cube::Quantity;
using cube::ValueType;
using money::Decimal;

PerformanceValue actual_of(const Indicator& row) {
  return cube::read_pair(row.target.text, row.actual.text, 0).second;
}

PerformanceValue target_of(const Indicator& row) {
  return cube::read_pair(row.target.text, row.actual.text, 0).first;
}

bool is_figure(const PerformanceValue& value) {
  return value.type == ValueType::number || value.type == ValueType::rate;
}

bool agree(const Quantity& a, const Quantity& b) {
  return (a.value - b.value).abs() <= std::max(a.half, b.half);
}

std::string name(const Indicator& row) {
  return text::normal_text(row.name.text);
}

/// What an indicator counts: of 参保人数 and 参保人次 参保, of 培训场次 培训.
std::string stem_of(const Indicator& row) {
  constexpr auto endings =
      std::to_array<std::string_view>({"人次数", "人数", "人次", "次数", "场次", "期数", "家数", "册数", "数量", "数"});
  std::string stem = name(row);
  for (const auto ending : endings) {
    if (!stem.ends_with(ending)) continue;
    stem.resize(stem.size() - ending.size());
    break;
  }
  return stem;
}

class EchoTeller {
 public:
  EchoTeller(const profile::Reading& reading, const PerformanceTable& table, Findings& findings)
      : reading_(reading),
        table_(table),
        findings_(findings),
        result_(text::normal_text(table.result.text)),
        said_(prose_figures(result_)) {}

  void run() {
    for (const auto& row : table_.money)
      if (row.member == "total" && money_ == nullptr) money_ = &row;
    dates_ = std::count_if(table_.indicators.begin(), table_.indicators.end(),
                           [](const Indicator& row) { return actual_of(row).type == ValueType::date; });
    for (const auto& row : table_.indicators) {
      const auto actual = actual_of(row);
      if (actual.type == ValueType::date) said_on(row, actual);
      if (!is_figure(actual)) continue;
      execution(row, actual);
      cost(row, actual);
      completion(row, actual);
      said(row, actual);
      in_project(row, actual);
    }
  }

 private:
  Finding& add(const std::string& rule, const Indicator& row, const std::string& expected, const cube::Place& other) {
    findings_.push_back(
        performance_finding(rule, Severity::warning, table_, row.actual, row_words(row), name_of(row), reading_));
    auto& finding = findings_.back();
    finding.stated = finding.words["stated"] = row.actual.text;
    finding.expected = finding.words["expected"] = expected;
    finding.places.push_back(other);
    return finding;
  }

  static std::string quotient(const Decimal& above, const Decimal& below) {
    return above.to_string() + " / " + below.to_string() + " × 100%";
  }

  /// Whether 100 × above / below is not what is printed, by so many points that it is a slip and no other measure.
  static bool misses(const Quantity& printed, const Decimal& above, const Decimal& below, Decimal& right) {
    constexpr int guard_places = 6;
    right = money::divide(above, below, 100, guard_places).floor.rounded(std::max(printed.scale, 2));
    return (right - printed.value).abs() > std::max(printed.half, Decimal(5, 3)) &&
           (right - printed.value).abs() <= Decimal(5);
  }

  // ---- 预算执行率, which the money of the same table has

  void execution(const Indicator& row, const PerformanceValue& actual) {
    constexpr auto names = std::to_array<std::string_view>(
        {"预算执行率", "部门预算执行率", "单位预算执行率", "项目预算执行率", "资金执行率", "项目资金执行率"});
    if (money_ == nullptr || actual.type != ValueType::rate ||
        std::find(names.begin(), names.end(), name(row)) == names.end())
      return;
    const auto initial = scoring::printed_figure(money_->initial.text),
               budget = scoring::printed_figure(money_->budget.text),
               spent = scoring::printed_figure(money_->spent.text);
    if (!budget || !spent || budget->sign() <= 0) return;
    Decimal right, of_initial;
    if (!misses(actual.quantity, *spent, *budget, right)) return;
    if (initial && initial->sign() > 0 && !misses(actual.quantity, *spent, *initial, of_initial)) return;
    auto& finding = add("execution-rate", row, right.to_string(), money_->spent.place);
    finding.words["calculation"] = quotient(*spent, *budget) + " = " + right.to_string() + "%";
    finding.because.push_back({"预算执行率", {}, finding.words["calculation"]});
  }

  // ---- what the whole project cost, or one of so many persons

  void cost(const Indicator& row, const PerformanceValue& actual) {
    const auto spent = money_ == nullptr ? std::nullopt : scoring::printed_figure(money_->spent.text);
    if (!spent || spent->sign() <= 0 || actual.type != ValueType::number) return;
    const Decimal yuan = table_.money_unit == "元" ? *spent : spent->shifted(4);
    if (actual.unit.starts_with("元/人")) return each(row, actual.quantity, yuan);
    if (actual.quantity.unit != "元" || !names_project(name(row)) ||
        (actual.quantity.value - yuan).abs() <= slack(actual))
      return;
    auto& finding = add("unit-cost", row, actual.quantity.spell(yuan), money_->spent.place);
    finding.words["unit"] = actual.unit;
  }

  /// Half of the last place of the cost or of the money.
  Decimal slack(const PerformanceValue& cost) const {
    const Decimal hundredth = table_.money_unit == "元" ? Decimal(5, 3) : Decimal(50);
    return std::max(cost.quantity.half, hundredth);
  }

  /// 甲项目支出, 项目总成本: all of it, and no part.
  bool names_project(const std::string& name) const {
    constexpr auto all = std::to_array<std::string_view>({"项目总成本", "总成本", "项目总支出", "项目支出总额"});
    if (std::find(all.begin(), all.end(), name) != all.end()) return true;
    const std::string subject = text::normal_text(table_.subject.text);
    const auto is_of = [&](std::string_view what) { return name == subject + std::string(what); };
    return !subject.empty() && (is_of("支出") || is_of("总支出") || is_of("成本") || is_of("总成本"));
  }

  /// A cost per head that makes nearly what was spent was meant to make it: 298.49 for 298.50.
  void each(const Indicator& row, const Quantity& cost, const Decimal& spent) {
    constexpr std::int64_t near = 500;  // a fifth of a per cent
    for (const auto& count : table_.indicators) {
      const auto heads = actual_of(count);
      if (heads.type != ValueType::number || heads.quantity.unit != "人" || heads.quantity.value.sign() <= 0) continue;
      const Decimal product = cost.value * heads.quantity.value, apart = (product - spent).abs();
      const Decimal rounded = heads.quantity.power == 0 ? Decimal() : heads.quantity.half;
      const Decimal lawful = cost.half * heads.quantity.value + cost.value * rounded + Decimal(50);
      if (apart <= lawful || apart * Decimal(near) > spent) continue;
      const Decimal right = money::divide(spent, heads.quantity.value, 1, 6).floor.rounded(2);
      auto& finding = add("unit-cost", row, right.to_string(), count.actual.place);
      finding.words["unit"] = "元/人";
      finding.words["calculation"] =
          cost.spell() + " × " + heads.quantity.spell() + " = " + product.to_string() + " 元";
      finding.because.push_back({"人均成本 × 人数 = 全年执行数", {}, finding.words["calculation"]});
    }
  }

  // ---- 体检完成率 beside 体检人数

  void completion(const Indicator& row, const PerformanceValue& actual) {
    constexpr std::string_view ending = "完成率";
    const std::string words = name(row);
    if (actual.type != ValueType::rate || !words.ends_with(ending) || words == ending) return;
    const std::string stem = words.substr(0, words.size() - ending.size());
    const Indicator* counted = nullptr;
    for (const auto& count : table_.indicators) {
      if (count.level2 != "数量指标" || stem_of(count) != stem || &count == &row) continue;
      if (counted != nullptr) return;
      counted = &count;
    }
    if (counted == nullptr) return;
    const auto target = target_of(*counted), done = actual_of(*counted);
    Decimal right;
    if (target.type != ValueType::number || done.type != ValueType::number || target.quantity.value.sign() <= 0 ||
        !cube::same_dimension(target, done) ||
        !misses(actual.quantity, done.quantity.value, target.quantity.value, right))
      return;
    auto& finding = add("prose-share", row, right.to_string(), counted->actual.place);
    finding.words["calculation"] =
        quotient(done.quantity.value, target.quantity.value) + " = " + right.to_string() + "%";
    finding.because.push_back({"完成数 ÷ 目标数", {}, finding.words["calculation"]});
  }

  // ---- 参保20.5万人, 培训合格率99.46%, 7期培训 in the words of the result

  void said(const Indicator& row, const PerformanceValue& actual) {
    const auto target = target_of(row);
    const ProseFigure* other = nullptr;
    for (const auto& figure : said_) {
      if (!is_meant(result_, figure, row, actual)) continue;
      if (agree(figure.quantity, actual.quantity)) return;
      // The target in place of the result is told as that.
      if (!is_figure(target) || !figure.quantity.interval().contains(target.quantity.value)) other = &figure;
    }
    if (other == nullptr) return;
    Finding finding =
        prose_finding("result-figure", Severity::warning, table_, table_.result, result_, *other, other->end, reading_);
    finding.words["what"] = row.name.text;
    finding.expected = finding.words["expected"] = row.actual.text;
    cube::Place place = row.actual.place;
    place.quote = std::string(text::prefix(row_words(row), 80));
    finding.places.push_back(std::move(place));
    findings_.push_back(std::move(finding));
  }

  /// "检查机构 20 家" may be a part of the 机构 that there are, "机构 20 家" is all of them.
  static bool begins_clause(const std::string& text, const ProseFigure& figure, const std::string& stem) {
    const std::string clause = clause_around(text, figure);
    return clause.starts_with(stem) || clause.starts_with("全年" + stem) || clause.starts_with("共" + stem);
  }

  static bool is_near(const Quantity& said, const Quantity& actual) {
    return (said.value - actual.value).abs() * Decimal(5) <= actual.value.abs();
  }

  /// The name of the indicator stands at the figure itself, and no other indicator has that name.
  bool is_meant(const std::string& text, const ProseFigure& figure, const Indicator& row,
                const PerformanceValue& actual) const {
    if (counted_thing(figure.quantity.unit) != counted_thing(actual.quantity.unit)) return false;
    const bool rate = actual.type == ValueType::rate;
    const std::string stem = rate ? name(row) : stem_of(row);
    constexpr std::size_t least = 6;  // two ideographs
    if (stem.size() < least) return false;
    const auto before = std::string_view(text).substr(0, figure.begin),
               after = std::string_view(text).substr(figure.end);
    const bool named = before.ends_with(stem) || before.ends_with(stem + "达到") || before.ends_with(stem + "达") ||
                       before.ends_with(stem + "为") || (!rate && after.starts_with(stem));
    return named && (rate || begins_clause(text, figure, stem) || is_near(figure.quantity, actual.quantity)) &&
           std::none_of(table_.indicators.begin(), table_.indicators.end(), [&](const Indicator& other) {
             return &other != &row && (rate ? name(other) : stem_of(other)) == stem &&
                    counted_thing(actual_of(other).quantity.unit) == counted_thing(actual.quantity.unit);
           });
  }

  /// "12月8日前完成职工健康体检" beside 体检完成时间: another day than that of the result, which is not said as well.
  void said_on(const Indicator& row, const PerformanceValue& actual) {
    const std::string& text = result_;
    const auto target = target_of(row);
    std::optional<ProseFigure> odd;
    for (std::size_t at = 0; at < text.size() && dates_ == 1; ++at) {
      if (at > 0 && is_digit(text[at - 1])) continue;
      const auto [month, day, end] = day_at(text, at);
      if (end == 0) continue;
      const ProseFigure figure{at, end, {}, false};
      const auto is = [month = month, day = day](const cube::Day& other) {
        return other.month == month && other.day == day;
      };
      if (!share_words(clause_around(text, figure), name(row), 2)) continue;
      if (is(actual.to)) return;
      if (!odd && !is(target.to)) odd = figure;
    }
    if (!odd) return;
    Finding finding =
        prose_finding("result-figure", Severity::warning, table_, table_.result, text, *odd, odd->end, reading_);
    finding.words["what"] = row.name.text;
    finding.expected = finding.words["expected"] = row.actual.text;
    finding.places.push_back(row.actual.place);
    findings_.push_back(std::move(finding));
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  /// 12月8日 at this byte: month, day and where it ends; 0 if there is none.
  static std::tuple<int, int, std::size_t> day_at(const std::string& text, std::size_t at) {
    constexpr std::string_view month_word = "月", day_word = "日";
    int month = 0, day = 0;
    const char* const end = text.data() + text.size();
    const auto month_end = static_cast<std::size_t>(std::from_chars(text.data() + at, end, month).ptr - text.data());
    if (month < 1 || month > 12 || text.compare(month_end, month_word.size(), month_word) != 0) return {0, 0, 0};
    const char* const day_begin = text.data() + month_end + month_word.size();
    const auto day_end = static_cast<std::size_t>(std::from_chars(day_begin, end, day).ptr - text.data());
    if (day < 1 || day > 31 || text.compare(day_end, day_word.size(), day_word) != 0) return {0, 0, 0};
    return {month, day, day_end + day_word.size()};
  }

  // ---- the whole unit, and the only project that has the indicator, too

  void in_project(const Indicator& row, const PerformanceValue& actual) {
    if (table_.scope != PerformanceTable::Scope::whole) return;
    const Indicator* twin = nullptr;
    for (const auto& table : reading_.performance) {
      for (const auto& other : table.indicators) {
        if (&table == &table_ || name(other) != name(row)) continue;
        if (twin != nullptr) return;
        twin = &other;
      }
    }
    if (twin == nullptr) return;
    const auto theirs = actual_of(*twin), aim = target_of(row), their_aim = target_of(*twin);
    if (!is_figure(theirs) || !cube::same_dimension(actual, theirs) || agree(actual.quantity, theirs.quantity)) return;
    if (!is_figure(aim) || !is_figure(their_aim) || !agree(aim.quantity, their_aim.quantity)) return;
    cube::Place place = twin->actual.place;
    place.quote = std::string(text::prefix(row_words(*twin), 80));
    auto& finding = add("same-indicator", row, twin->actual.text, place);
    finding.words["result"] = "完成值";
    finding.words["other"] = twin->actual.text;
    finding.words["other_what"] = twin->name.text;
  }

  const profile::Reading& reading_;
  const PerformanceTable& table_;
  Findings& findings_;
  const std::string result_;             ///< 实际完成情况, normalised
  const std::vector<ProseFigure> said_;  ///< in it
  const cube::MoneyRow* money_ = nullptr;
  std::ptrdiff_t dates_ = 0;  ///< indicators whose result is a day: if there is one only, sentences mean that
};

}  // namespace

void find_wrong_echoes(const profile::Reading& reading, Findings& findings) {
  if (reading.form() == nullptr) return;
  for (const auto& table : reading.performance) {
    try {
      if (table.stage == PerformanceTable::Stage::self_evaluation) EchoTeller(reading, table, findings).run();
    } catch (const money::Overflow&) {
      // figures that are none of these
    }
  }
}

}  // namespace mingzhang::check
