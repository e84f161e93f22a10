#include "check/indicators.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

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
using cube::ValueType;
using money::Decimal;

bool is_number(const PerformanceValue& value) {
  return value.type == ValueType::number || value.type == ValueType::rate;
}

/// Names of things that are counted or paid: a word of quality is no target for them.
constexpr auto counted =
    std::to_array<std::string_view>({"人数", "人次", "人次数", "次数", "金额", "标准", "费用", "家数", "件数", "户数"});
constexpr auto counted_in_persons = std::to_array<std::string_view>({"人数", "人次", "人次数"});

template <std::size_t N>
bool ends_in(const std::string& name, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return name.ends_with(word); });
}

/// "及时率", "满意度" in place of a target: what is measured, but not how much of it is wanted.
bool is_bare_rate(const std::string& target) {
  constexpr std::size_t longest = 4;  // characters
  const std::string normal = text::normal_text(target);
  const bool rate = normal.ends_with("率") || normal.ends_with("满意度");
  return rate && text::count_code_points(normal) <= longest && normal.find_first_of("0123456789") == std::string::npos;
}

class IndicatorTeller {
 public:
  IndicatorTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {}

  void run() {
    for (const auto& table : reading_.performance) {
      const int year = scoring::printed_year(table.year.text) != 0 ? scoring::printed_year(table.year.text)
                                                                   : reading_.recognition.year;
      for (const auto& row : table.indicators) indicator(table, row, year);
      unit_costs(table, year);
    }
    same_indicators();
  }

 private:
  Finding& add(const std::string& rule, Severity severity, const PerformanceTable& table, const cube::Printed& printed,
               const Indicator& row) {
    findings_.push_back(performance_finding(rule, severity, table, printed, row_words(row), name_of(row), reading_));
    return findings_.back();
  }

  /// At the line of the digits: in flattened text an operator may stand on a line of its own before them.
  Finding& tell(const std::string& rule, Severity severity, const PerformanceTable& table, const cube::Printed& printed,
                const Indicator& row) {
    auto& finding = add(rule, severity, table, printed, row);
    if (const auto place = digits_of(printed)) {
      const std::string quote = finding.places.front().quote;
      finding.places.front() = *place;
      finding.places.front().quote = quote;
    }
    return finding;
  }

  std::optional<cube::Place> digits_of(const cube::Printed& printed) const {
    const auto& lines = reading_.stream->document().lines;
    const auto first = reading_.stream->line_of(printed.place);
    if (!first || printed.place.line == printed.place.last_line) return std::nullopt;
    for (std::size_t line = *first; line < lines.size() && lines[line].number <= printed.place.last_line; ++line) {
      const std::size_t from = line == *first ? printed.place.begin : 0;
      const auto at = lines[line].text.find_first_of("0123456789", from);
      if (at == std::string::npos) continue;
      cube::Place place = printed.place;
      place.line = lines[line].number;
      place.begin = static_cast<std::uint32_t>(at);
      return place;
    }
    return std::nullopt;
  }

  void indicator(const PerformanceTable& table, const Indicator& row, int year) {
    const auto [target, actual] = cube::read_pair(row.target.text, row.actual.text, year);
    reasons(table, row, target, actual);
    kind(table, row, target);
    count_in_name(table, row, target);
    year_in_name(table, row, year);
    persons(table, row, target);
    last_value(table, row, target, year);
  }

  // ---- reasons of deviations

  void reasons(const PerformanceTable& table, const Indicator& row, const PerformanceValue& target,
               const PerformanceValue& actual) {
    const auto weight = scoring::printed_figure(row.weight.text), score = scoring::printed_figure(row.score.text);
    if (!weight || !score) return;
    if (*score == *weight && !row.reason.empty() && is_number(target) && is_number(actual) &&
        cube::same_dimension(target, actual) && target.quantity.value == actual.quantity.value &&
        speaks_of_shortfall(row.reason.text)) {
      auto& finding = add("needless-reason", Severity::error, table, row.reason, row);
      finding.places.front().quote = std::string(text::prefix(row.reason.text, 80));
      finding.places.push_back(row.score.place);
    }
    if (!row.reason.empty() || row.open || !prints_reasons(table)) return;
    // 99.99 % of 100 % rounds to the whole score, and is missed all the same.
    const bool astray = is_far_beyond(target, actual) ||
                        (is_number(target) && cube::fulfilment(target, actual) == cube::Fulfilment::missed);
    if (*score >= *weight && !astray) return;
    auto& finding = add("missing-deviation-reason", Severity::warning, table, row.score, row);
    if (*score >= *weight) finding.words["astray"] = row.actual.text;
  }

  static bool speaks_of_shortfall(const std::string& reason) {
    constexpr auto words =
        std::to_array<std::string_view>({"偏差原因", "不完全", "不足", "未", "暂", "滞后", "改进措施"});
    return std::any_of(words.begin(), words.end(), [&](auto word) { return reason.find(word) != std::string::npos; });
  }

  /// Tables of one form have the same columns: where one of them prints reasons, all can.
  bool prints_reasons(const PerformanceTable& like) const {
    return std::any_of(reading_.performance.begin(), reading_.performance.end(), [&](const PerformanceTable& table) {
      return table.form == like.form && std::any_of(table.indicators.begin(), table.indicators.end(),
                                                    [](const Indicator& row) { return !row.reason.empty(); });
    });
  }

  /// 财预〔2020〕10号: what is far from its target needs a reason, on whichever side. More than a least is no
  /// deviation.
  static bool is_far_beyond(const PerformanceValue& target, const PerformanceValue& actual) {
    constexpr std::int64_t far = 2;
    return target.bound == cube::Bound::equal && target.quantity.value.sign() > 0 && is_number(target) &&
           is_number(actual) && cube::same_dimension(target, actual) &&
           actual.quantity.value >= target.quantity.value * Decimal(far);
  }

  // ---- names against targets

  void kind(const PerformanceTable& table, const Indicator& row, const PerformanceValue& target) {
    const std::string name = text::normal_text(row.name.text);
    const bool word = target.type == ValueType::quality && ends_in(name, counted);
    const bool share = target.type == ValueType::rate && (name.ends_with("数量") || ends_in(name, counted_in_persons));
    const bool inverted = target.unit.starts_with("人/") && target.unit.find("元") != std::string::npos;
    if (is_bare_rate(row.target.text)) {
      auto& bare = add("target-kind", Severity::warning, table, row.target, row);
      bare.words["wanted"] = "目标值";
      bare.words["unfit"] = "unfit";
      return;
    }
    if (!word && !share && !inverted) return;
    auto& finding = tell("target-kind", word || inverted ? Severity::error : Severity::warning, table, row.target, row);
    finding.words["wanted"] = "数值";
    finding.words["unfit"] = "unfit";
    if (inverted) finding.expected = finding.words["wanted"] = target.quantity.value.to_string() + " 元/人";
  }

  /// "保障职工35人工资" with the target of 15人: the one count in the name is the target.
  void count_in_name(const PerformanceTable& table, const Indicator& row, const PerformanceValue& target) {
    const std::string name = text::normal_text(row.name.text);
    const auto figures = prose_figures(name);
    if (target.type != ValueType::number || figures.size() != 1) return;
    const auto& named = figures.front();
    const bool alike = named.quantity.unit == target.quantity.unit && counts_heads(target.unit) &&
                       named.quantity.power == target.quantity.power;
    if (!alike || named.quantity.value == target.quantity.value) return;
    auto& finding = tell("target-kind", Severity::warning, table, row.target, row);
    finding.words["wanted"] = "名称中的" + named.quantity.spell() + target.unit;
    finding.words["unfit"] = "unfit";
  }

  static bool counts_heads(const std::string& unit) {
    constexpr auto heads = std::to_array<std::string_view>({"人", "名", "户", "家", "辆", "台", "套"});
    return std::find(heads.begin(), heads.end(), unit) != heads.end();
  }

  /// "2022年…" at the beginning of an indicator of 2024: a name left over from another year's table.
  void year_in_name(const PerformanceTable& table, const Indicator& row, int year) {
    const std::string name = text::normal_text(row.name.text);
    constexpr std::size_t digits = 4;
    int named = 0;
    const bool four =
        name.size() > digits && std::from_chars(name.data(), name.data() + digits, named).ptr == name.data() + digits;
    if (!four || name.compare(digits, 3, "年") != 0 || named == year || named < 2000 || named > 2100) return;
    // What the project is for, not what was left over; a document number is no such year.
    if (text::normal_text(table.subject.text).find(name.substr(0, digits) + "年") != std::string::npos) return;
    auto& finding = add("year", Severity::error, table, row.name, row);
    finding.stated = finding.words["stated"] = std::to_string(named);
    finding.expected = finding.words["expected"] = std::to_string(year);
  }

  void persons(const PerformanceTable& table, const Indicator& row, const PerformanceValue& target) {
    const std::string name = text::normal_text(row.name.text);
    const bool of_persons =
        target.type == ValueType::number && target.quantity.power == 0 &&
        (target.unit == "人" || target.unit == "人次" || (target.unit.empty() && ends_in(name, counted_in_persons)));
    if (!of_persons || target.quantity.value == target.quantity.value.rounded(0)) return;
    auto& finding = tell("fraction-of-person", Severity::error, table, row.target, row);
    finding.expected = finding.words["expected"] = whole_persons(target.quantity.value).to_string();
  }

  /// The whole number next to it that the document itself states of persons, else half up.
  Decimal whole_persons(const Decimal& value) const {
    const std::string_view text = reading_.stream->text();
    const Decimal up = value.rounded(0), down = up > value ? up - Decimal(1) : up;
    for (const Decimal& whole : {down, down + Decimal(1)}) {
      for (const auto& spelled : {whole.to_string(), whole.grouped()}) {
        const auto at = text.find(spelled + "人");
        if (at != std::string_view::npos && (at == 0 || !is_digit(text[at - 1]))) return whole;
      }
    }
    return up;
  }

  static bool is_digit(char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; }

  /// Ten times last year's value, or a tenth of it, is a digit too many or too few.
  void last_value(const PerformanceTable& table, const Indicator& row, const PerformanceValue& target, int year) {
    const auto last = cube::read_performance_value(row.last.text, year - 1, &target);
    if (target.type != ValueType::number || last.type != ValueType::number || !cube::same_dimension(target, last))
      return;
    const Decimal large = Decimal(8);
    const Decimal a = target.quantity.value.abs(), b = last.quantity.value.abs();
    constexpr std::int64_t least = 1000;  // small counts may well grow tenfold
    if (std::max(a, b) < Decimal(least) || a.is_zero() || b.is_zero() || (a <= b * large && b <= a * large)) return;
    auto& finding = tell("implausible-last", Severity::error, table, row.last, row);
    finding.words["target"] = row.target.text;
  }

  // ---- the cost of one person against the money

  /// Cost per person times persons is what was spent. If it is the budget instead, the cost was worked backwards from
  /// it.
  void unit_costs(const PerformanceTable& table, int year) {
    const cube::MoneyRow* money = nullptr;
    for (const auto& row : table.money)
      if (row.member == "total" && money == nullptr) money = &row;
    if (money == nullptr) return;
    const auto budget = scoring::printed_figure(money->budget.text), spent = scoring::printed_figure(money->spent.text);
    if (!budget || !spent || *budget == *spent) return;
    for (const auto& cost : table.indicators) {
      const auto per_head = cube::read_performance_value(cost.actual.text, year);
      if (per_head.type != ValueType::number || !per_head.unit.starts_with("元/人")) continue;
      for (const auto& count : table.indicators) {
        const auto heads = cube::read_performance_value(count.actual.text, year);
        if (heads.type != ValueType::number || heads.unit != "人" || heads.quantity.value.sign() <= 0) continue;
        compare_cost(table, cost, per_head.quantity.value, heads.quantity.value, *budget, *spent);
      }
    }
  }

  void compare_cost(const PerformanceTable& table, const Indicator& cost, const Decimal& per_head, const Decimal& heads,
                    const Decimal& budget_wan, const Decimal& spent_wan) {
    constexpr int wan = 4;
    const Decimal product = per_head * heads;
    const Decimal budget = budget_wan.shifted(wan), spent = spent_wan.shifted(wan);
    const auto within = [](const Decimal& a, const Decimal& b) { return (a - b).abs() * Decimal(100) <= b.abs(); };
    if (!within(product, budget) || within(product, spent)) return;
    auto& finding = add("unit-cost", Severity::error, table, cost.actual, cost);
    finding.expected = finding.words["expected"] = money::divide(spent, heads, 1, 6).floor.rounded(2).to_string();
    finding.words["unit"] = "元/人";
    const std::string calculation = per_head.to_string() + " × " + heads.to_string() + " = " +
                                    product.rounded(2).to_string() + " 元，是预算 " + budget_wan.to_string() +
                                    " 万元，不是执行 " + spent_wan.to_string() + " 万元";
    finding.words["calculation"] = calculation;
    finding.because.push_back({"人均成本 × 人数 = 全年执行数", {}, calculation});
  }

  // ---- one indicator in two tables

  void same_indicators() {
    struct Entry {
      const PerformanceTable* table;
      const Indicator* row;
      std::string name;
      PerformanceValue target;
    };
    std::vector<Entry> all;
    for (const auto& table : reading_.performance)
      for (const auto& row : table.indicators)
        all.push_back({&table, &row, text::normal_text(row.name.text),
                       cube::read_performance_value(row.target.text, reading_.recognition.year)});
    constexpr std::size_t most = 2000;
    if (all.size() > most) all.resize(most);
    for (std::size_t a = 0; a < all.size(); ++a) {
      for (std::size_t b = a + 1; b < all.size(); ++b) {
        if (all[a].table == all[b].table || !is_number(all[a].target) || !is_number(all[b].target)) continue;
        if (!cube::same_dimension(all[a].target, all[b].target)) continue;
        const Decimal &x = all[a].target.quantity.value, &y = all[b].target.quantity.value;
        const bool cost = all[a].row->level2.find("成本") != std::string::npos;  // each project has its own
        const bool same_name = !cost && all[a].name == all[b].name && text::count_code_points(all[a].name) >= 4;
        const bool nearly = x != y && (x - y).abs() * Decimal(1000) <= x.abs() && x.abs() >= Decimal(1000) &&
                            related(all[a].name, all[b].name);
        for (const auto& [whole, project] : {std::pair(&all[a], &all[b]), std::pair(&all[b], &all[a])})
          if (x != y && !same_name && !nearly &&
              names_project(*whole->table, whole->name, *project->table, project->name))
            other_target(*whole->table, *whole->row, *project->row);
        if (!(same_name && x != y) && !nearly) continue;
        const auto& row = *all[b].row;
        auto& finding =
            add("same-indicator", nearly ? Severity::error : Severity::warning, *all[b].table, row.target, row);
        complete(finding, *all[a].row);
      }
    }
  }

  /// "甲项目参保人数" of the whole unit is 参保人数 of the project 甲项目.
  static bool names_project(const PerformanceTable& whole, const std::string& long_name,
                            const PerformanceTable& project, const std::string& name) {
    constexpr std::size_t least = 12;  // four ideographs
    using Scope = PerformanceTable::Scope;
    if (whole.scope != Scope::whole || project.scope != Scope::project || name.size() < least) return false;
    if (!long_name.ends_with(name) || long_name.size() < name.size() + least) return false;
    const std::string rest = long_name.substr(0, long_name.size() - name.size());
    return text::normal_text(project.subject.text).find(rest) != std::string::npos;
  }

  /// The target of the whole unit, and where the words of its goal repeat it, there too.
  void other_target(const PerformanceTable& table, const Indicator& row, const Indicator& other) {
    auto& finding = add("same-indicator", Severity::warning, table, row.target, row);
    complete(finding, other);
    const auto target = cube::read_performance_value(row.target.text, 0).quantity;
    const std::string goal = text::normal_text(table.goal.text);
    for (const auto& figure : prose_figures(goal)) {
      if (figure.quantity.value != target.value || counted_thing(figure.quantity.unit) != target.unit) continue;
      if (!share_words(clause_around(goal, figure), text::normal_text(row.name.text), 2)) continue;
      Finding said =
          prose_finding("same-indicator", Severity::warning, table, table.goal, goal, figure, figure.end, reading_);
      said.words["what"] = row.name.text;
      complete(said, other);
      findings_.push_back(std::move(said));
    }
  }

  void complete(Finding& finding, const Indicator& other) const {
    finding.words["other"] = other.target.text;
    finding.words["other_what"] = other.name.text;
    finding.expected = cube::read_performance_value(other.target.text, reading_.recognition.year).quantity.spell();
    cube::Place place = other.target.place;
    place.quote = std::string(text::prefix(row_words(other), 80));
    finding.places.push_back(std::move(place));
  }

  /// Two names that share a good part of their words.
  static bool related(const std::string& a, const std::string& b) {
    constexpr std::size_t share = 12;  // four ideographs
    for (std::size_t at = 0; at + share <= a.size(); at += text::code_point_at(a, at).length)
      if (b.find(a.substr(at, share)) != std::string::npos) return true;
    return false;
  }

  const profile::Reading& reading_;
  Findings& findings_;
};

}  // namespace

void find_wrong_indicators(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr && !reading.performance.empty()) IndicatorTeller(reading, findings).run();
}

}  // namespace mingzhang::check
