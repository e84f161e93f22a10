#include "performance/money.h"

#include <fmt/format.h>

#include <algorithm>

#include "money/fen.h"
#include "scoring/printed.h"
#include "scoring/rule.h"

namespace mingzhang::performance {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;
using cube::MoneyRow;
using cube::Printed;
using Stage = cube::PerformanceTable::Stage;
using Coordinates = std::vector<std::pair<Dimension, std::string_view>>;

struct Line {
  std::string_view member, label;
  Coordinates at;
};

/// 资金来源 of the tables of all places; a form prints those that it has lines for.
const std::vector<Line>& lines() {
  static const std::vector<Line> all = {
      {"total", "年度资金总额", {}},
      {"current", "当年财政拨款", {{Dimension::fund, "fiscal"}, {Dimension::vintage, "current"}}},
      {"carried", "上年结转资金", {{Dimension::fund, "fiscal"}, {Dimension::vintage, "carried"}}},
      {"other", "其他资金", {{Dimension::fund, "non-fiscal"}}},
      {"central", "中央安排", {{Dimension::fund, "fiscal"}, {Dimension::level, "central"}}},
      {"region", "自治区安排", {{Dimension::fund, "fiscal"}, {Dimension::level, "region"}}},
      {"prefecture", "地（州、市）安排", {{Dimension::fund, "fiscal"}, {Dimension::level, "prefecture"}}},
      {"superior", "上级安排", {{Dimension::fund, "fiscal"}, {Dimension::level, "upper"}}},
      {"own", "本级安排", {{Dimension::fund, "fiscal"}, {Dimension::level, "own"}}},
  };
  return all;
}
constexpr std::size_t always = 4;  ///< lines that every form prints, be they zero

class MoneyOf {
 public:
  MoneyOf(const cube::Source& figures, int year, Stage stage) : figures_(figures), stage_(stage) {
    base_[Dimension::flow] = Member("expenditure");
    base_[Dimension::year] = Member(std::to_string(year));
  }

  std::vector<MoneyRow> rows(const PlannedProject& project) {
    if (!project.is_whole()) {
      base_[Dimension::project] = Member(project.name);
      base_[Dimension::nature] = Member("project");
    }
    std::vector<MoneyRow> rows;
    for (std::size_t index = 0; index < lines().size(); ++index) {
      const auto& line = lines()[index];
      auto row = row_of(line.member, std::string(line.label), line.at);
      if (row) rows.push_back(std::move(*row));
      if (rows.empty()) return rows;  // no total, no money
      if (!row && index < always) rows.push_back(zero_row(line));
    }
    settle_levels(rows);
    if (project.is_whole()) add_tasks(rows);
    if (stage_ == Stage::self_evaluation) rate(rows.front());
    return rows;
  }

 private:
  Printed amount(std::string_view stage, const Coordinates& at, bool& known) const {
    Cell cell = base_.with(Dimension::stage, Member(stage));
    for (const auto& [dimension, member] : at) cell[dimension] = Member(member);
    Printed printed;
    const auto figure = figures_.figure(cell);
    known = known || figure.has_value();
    const auto fen = figure ? money::Fen::from_yuan(figure->quantity.value) : money::Fen();
    printed.text = fen.wan_yuan().to_string();
    if (figure && !figure->places.empty()) printed.place = figure->places.front();
    return printed;
  }

  std::optional<MoneyRow> row_of(std::string_view member, std::string label, const Coordinates& at) const {
    MoneyRow row;
    bool known = false;
    row.member = member;
    row.label.text = std::move(label);
    if (stage_ == Stage::target) {
      row.budget = amount("initial", at, known);
    } else {
      row.initial = amount("initial", at, known);
      row.budget = amount("adjusted", at, known);
      row.spent = amount("outturn", at, known);
    }
    return known ? std::optional(std::move(row)) : std::nullopt;
  }

  MoneyRow zero_row(const Line& line) const {
    MoneyRow row;
    row.member = line.member;
    row.label.text = line.label;
    row.budget.text = "0.00";
    if (stage_ == Stage::self_evaluation) row.initial.text = row.spent.text = "0.00";
    return row;
  }

  static MoneyRow* find(std::vector<MoneyRow>& rows, std::string_view member) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.member == member; });
    return found == rows.end() ? nullptr : &*found;
  }

  static bool is_zero(const Printed& amount) { return amount.empty() || amount.text == "0.00"; }

  /// Payments seldom say of which level their money is. Where all of it was granted by one, it is that one's; where
  /// more was spent of a level than it granted, nothing is told of any. Levels that granted nothing are dropped.
  static void settle_levels(std::vector<MoneyRow>& rows) {
    bool untold = false;
    for (const std::vector<std::string_view>& division :
         {std::vector<std::string_view>{"own", "superior"}, {"central", "region", "prefecture"}}) {
      const auto is_of = [&](const MoneyRow& row) {
        return std::find(division.begin(), division.end(), row.member) != division.end();
      };
      std::erase_if(rows,
                    [&](const MoneyRow& row) { return is_of(row) && is_zero(row.budget) && is_zero(row.initial); });
      const auto granted = std::count_if(rows.begin(), rows.end(), is_of);
      const auto only = std::find_if(rows.begin(), rows.end(), is_of);
      const auto& current = *find(rows, "current");
      if (granted == 1 && only->budget.text == current.budget.text) only->spent = current.spent;
      untold = untold || std::any_of(rows.begin(), rows.end(),
                                     [&](const MoneyRow& row) { return is_of(row) && is_overspent(row); });
      if (!untold) continue;
      for (auto& row : rows)
        if (is_of(row)) row.spent = Printed();
    }
  }

  static bool is_overspent(const MoneyRow& row) {
    const auto budget = scoring::printed_figure(row.budget.text), spent = scoring::printed_figure(row.spent.text);
    return budget && spent && *spent > *budget;
  }

  /// 年度主要任务: basic expenditure and each project, with the parts that the budget and others pay.
  void add_tasks(std::vector<MoneyRow>& rows) const {
    std::vector<std::pair<std::string, Coordinates>> tasks = {{"基本支出", {{Dimension::nature, "basic"}}}};
    const Cell projects = base_.with(Dimension::nature, Member("project")).with(Dimension::stage, Member("adjusted"));
    const auto names = figures_.members(Dimension::project, projects, 0);
    for (const auto& name : names) tasks.push_back({std::string(name.name()), {{Dimension::project, name.name()}}});
    std::size_t number = 0;
    for (auto& [content, at] : tasks) {
      auto row = row_of("task", fmt::format("任务{}", number + 1), at);
      if (!row) continue;
      ++number;
      row->content.text = content;
      rows.push_back(std::move(*row));
      for (const auto& [part, fund] : {std::pair("fiscal", "fiscal"), std::pair("other", "non-fiscal")}) {
        auto of_part = at;
        of_part.emplace_back(Dimension::fund, fund);
        auto divided = row_of("task", rows.back().label.text, of_part);
        if (!divided) continue;
        divided->part = part;
        rows.push_back(std::move(*divided));
      }
    }
  }

  /// Of the amounts as they are printed: whoever reads the table can compute it again.
  static void rate(MoneyRow& row) {
    constexpr int percent_places = 2;
    const auto budget = scoring::printed_figure(row.budget.text), spent = scoring::printed_figure(row.spent.text);
    if (!budget || !spent || budget->sign() <= 0 || spent->sign() < 0) return;
    const scoring::Fraction rate{*spent * money::Decimal(100), *budget};
    row.rate.text = rate.rounded(percent_places).to_string() + "%";
    row.rate.place.quote = row.spent.text + " / " + row.budget.text + " = " + row.rate.text;
  }

  const cube::Source& figures_;
  Stage stage_;
  Cell base_;
};

}  // namespace

std::vector<MoneyRow> money_of(const cube::Source& figures, const PlannedProject& project, int year, Stage stage) {
  return MoneyOf(figures, year, stage).rows(project);
}

}  // namespace mingzhang::performance
