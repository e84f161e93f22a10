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
      {"county", "县（市、区）安排", {{Dimension::fund, "fiscal"}, {Dimension::level, "own"}}},
      {"superior", "上级安排", {{Dimension::fund, "fiscal"}, {Dimension::level, "upper"}}},
      {"own", "本级安排", {{Dimension::fund, "fiscal"}, {Dimension::level, "own"}}},
  };
  return all;
}
constexpr std::size_t always = 4;  ///< lines that every form prints, be they zero

/// Two ways to divide what the budget gave; of the second, county is what the unit's own level gave.
using Division = std::vector<std::string_view>;
const std::vector<Division>& divisions() {
  static const std::vector<Division> all = {{"own", "superior"}, {"central", "region", "prefecture", "county"}};
  return all;
}

const Coordinates& coordinates_of(std::string_view member) {
  return std::find_if(lines().begin(), lines().end(), [&](const Line& line) { return line.member == member; })->at;
}

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
    settle_levels(rows, project.is_whole());
    name_own_level(rows);
    if (project.is_whole()) {
      const auto divided = divided_of(rows.front(), {});
      rows.insert(rows.begin() + 1, divided.begin(), divided.end());
      add_tasks(rows);
    }
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

  /// What its own level gave is of the county, unless the books say of which other level the unit is.
  void name_own_level(std::vector<MoneyRow>& rows) const {
    Cell year;
    year[Dimension::year] = base_[Dimension::year];
    const std::string level = figures_.words("performance.own-level", year);
    const auto own =
        std::find_if(lines().begin(), lines().end(), [&](const Line& line) { return line.member == level; });
    for (auto& row : rows) {
      if (row.member != "county" || own == lines().end()) continue;
      row.member = own->member;
      row.label.text = own->label;
    }
  }

  static bool is_zero(const Printed& amount) { return amount.empty() || amount.text == "0.00"; }

  money::Fen fen_of(std::string_view stage, const Coordinates& part, const Coordinates& at) const {
    Cell cell = base_.with(Dimension::stage, Member(stage));
    for (const auto* coordinates : {&part, &at})
      for (const auto& [dimension, member] : *coordinates) cell[dimension] = Member(member);
    const auto figure = figures_.figure(cell);
    return figure ? money::Fen::from_yuan(figure->quantity.value) : money::Fen();
  }

  /// Levels that granted nothing are dropped; what the others spent is found part by part.
  void settle_levels(std::vector<MoneyRow>& rows, bool whole) const {
    for (const auto& division : divisions()) {
      const auto is_of = [&](const MoneyRow& row) {
        return std::find(division.begin(), division.end(), row.member) != division.end();
      };
      std::erase_if(rows,
                    [&](const MoneyRow& row) { return is_of(row) && is_zero(row.budget) && is_zero(row.initial); });
      if (stage_ == Stage::target) continue;
      const auto spent = spent_of(division, whole ? parts() : std::vector<Coordinates>{{}});
      for (auto& row : rows) {
        if (!is_of(row)) continue;
        row.spent = Printed();
        const auto known = std::find(division.begin(), division.end(), row.member) - division.begin();
        if (spent) row.spent.text = (*spent)[static_cast<std::size_t>(known)].wan_yuan().to_string();
      }
    }
  }

  /// Payments seldom say of which level their money is. What one level alone granted for a project, or for the basic
  /// expenditure, was spent of that level; where several did, the payments have to say it, or nothing is told.
  std::optional<std::vector<money::Fen>> spent_of(const Division& division, const std::vector<Coordinates>& of) const {
    std::vector<money::Fen> sums(division.size());
    for (const auto& part : of) {
      const money::Fen all = fen_of("outturn", part, {{Dimension::fund, "fiscal"}});
      std::vector<std::size_t> granted;
      for (std::size_t level = 0; level < division.size(); ++level)
        if (fen_of("adjusted", part, coordinates_of(division[level])) != money::Fen()) granted.push_back(level);
      if (granted.size() == 1) {
        sums[granted.front()] = sums[granted.front()] + all;
        continue;
      }
      money::Fen told;
      for (const auto level : granted) {
        const auto said = fen_of("outturn", part, coordinates_of(division[level]));
        if (said > fen_of("adjusted", part, coordinates_of(division[level]))) return std::nullopt;
        sums[level] = sums[level] + said;
        told = told + said;
      }
      if (told != all) return std::nullopt;
    }
    return sums;
  }

  /// The basic expenditure and each project.
  std::vector<Coordinates> parts() const {
    std::vector<Coordinates> out = {{{Dimension::nature, "basic"}}};
    const Cell projects = base_.with(Dimension::nature, Member("project")).with(Dimension::stage, Member("adjusted"));
    for (const auto& name : figures_.members(Dimension::project, projects, 0))
      out.push_back({{Dimension::project, name.name()}});
    return out;
  }

  /// 年度主要任务: basic expenditure and each project, with the parts that the budget and others pay.
  void add_tasks(std::vector<MoneyRow>& rows) const {
    std::size_t number = 0;
    for (auto& at : parts()) {
      const auto content = at.front().first == Dimension::project ? at.front().second : "基本支出";
      auto row = row_of("task", fmt::format("任务{}", number + 1), at);
      if (!row) continue;
      ++number;
      row->content.text = content;
      const auto divided = divided_of(*row, at);
      rows.push_back(std::move(*row));
      rows.insert(rows.end(), divided.begin(), divided.end());
    }
  }

  /// What the budget and what others pay of a line.
  std::vector<MoneyRow> divided_of(const MoneyRow& whole, const Coordinates& at) const {
    std::vector<MoneyRow> out;
    for (const auto& [part, fund] : {std::pair("fiscal", "fiscal"), std::pair("other", "non-fiscal")}) {
      auto of_part = at;
      of_part.emplace_back(Dimension::fund, fund);
      auto divided = row_of(whole.member, whole.label.text, of_part);
      if (!divided) continue;
      divided->part = part;
      out.push_back(std::move(*divided));
    }
    return out;
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
