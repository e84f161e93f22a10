// Goals are free text: their figures are held against the indicators and the money that they speak of. Warnings only.
#include <algorithm>
#include <array>
#include <optional>

#include "money/fen.h"
#include "performance/examine_parts.h"
#include "text/normal.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::performance {
namespace {

using cube::Dimension;
using cube::Member;
using money::Decimal;

struct Figure {
  cube::Quantity quantity;
  std::string clause;  ///< the words around it, up to the next stop
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string clause_around(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::array<std::string_view, 6> stops = {",", "。", ";", "、", "!", "\n"};
  std::size_t from = 0, to = text.size();
  for (const auto stop : stops) {
    // A comma between digits groups them.
    const auto before = text.substr(0, begin).rfind(stop);
    if (before != std::string_view::npos) from = std::max(from, before + stop.size());
    to = std::min(to, std::min(text.find(stop, end), text.size()));
  }
  return std::string(text.substr(from, to - from));
}

/// Figures with a unit; years, dates and document numbers have none that an indicator could have.
std::vector<Figure> figures_in(const std::string& text) {
  std::vector<Figure> all;
  for (std::size_t at = 0; at < text.size();) {
    const bool starts = is_digit(text[at]) && (at == 0 || (!is_digit(text[at - 1]) && text[at - 1] != '.'));
    const auto number = starts ? text::read_number(std::string_view(text).substr(at)) : std::nullopt;
    if (!number) {
      at += text::code_point_at(text, at).length;
      continue;
    }
    const bool of_time = number->unit == "年" || number->unit == "月" || number->unit == "日";
    try {
      if (!number->unit.empty() && !of_time)
        all.push_back({cube::quantity_of(*number, "", 0), clause_around(text, at, at + number->length)});
    } catch (const money::Overflow&) {
      // More than any indicator or budget can be: nobody's figure.
    }
    at += number->length;
  }
  return all;
}

std::optional<Decimal> money_of(const Examined& examined, const PlannedProject& project, const char* stage) {
  cube::Cell cell;
  cell[Dimension::flow] = Member("expenditure");
  cell[Dimension::stage] = Member(stage);
  cell[Dimension::year] = Member(std::to_string(examined.plan.year));
  if (!project.is_whole()) cell[Dimension::project] = Member(project.name);
  const auto figure = examined.figures.figure(cell);
  if (!figure) return std::nullopt;
  return figure->quantity.value;
}

/// Whether an amount of 万元 is this one, as it would be printed.
bool same_amount(const Decimal& yuan, const std::optional<Decimal>& amount) {
  constexpr int wan = 4;
  return amount && yuan.shifted(-wan).rounded(2) == amount->shifted(-wan).rounded(2);
}

bool speaks_of_total(const std::string& clause) {
  for (const auto* word : {"总投入", "项目资金", "预算资金", "安排资金", "资金总额", "总成本", "共投入", "年度预算"})
    if (clause.find(word) != std::string::npos) return true;
  return false;
}

class GoalExaminer {
 public:
  GoalExaminer(const Examined& examined, const PlannedProject& project, const std::vector<Row>& rows, Remarks& remarks)
      : examined_(examined), project_(project), rows_(rows), remarks_(remarks) {}

  void run() {
    const std::string goal = text::normal_text(project_.goal);
    for (const auto& figure : figures_in(goal)) {
      if (figure.quantity.unit == "元" && speaks_of_total(figure.clause))
        amount(figure);
      else
        target(figure);
    }
    for (const auto& row : rows_) direction(goal, row);
  }

 private:
  void note(const char* code, std::string detail, std::string expected) {
    remarks_.about(project_, Gravity::warning, code, project_.goal_entry, "goal", std::move(detail),
                   std::move(expected));
  }

  void amount(const Figure& figure) {
    const auto initial = money_of(examined_, project_, "initial"), adjusted = money_of(examined_, project_, "adjusted");
    const auto& value = figure.quantity.value;
    if ((!initial && !adjusted) || same_amount(value, initial) || same_amount(value, adjusted)) return;
    note("goal-amount", figure.clause,
         money::Fen::from_yuan((initial ? *initial : *adjusted).rounded(2)).wan_yuan().grouped() + " 万元");
  }

  /// The figure of a clause that shares its words with one indicator only is that indicator's.
  void target(const Figure& figure) {
    constexpr std::size_t telling = 9;  // three ideographs
    const Row* linked = nullptr;
    std::size_t best = telling - 1;
    for (const auto& row : rows_) {
      if (!is_number(row.target) || row.target.quantity.unit != figure.quantity.unit) continue;
      if (row.target.quantity.value == figure.quantity.value) return;  // it is somebody's
      const auto run = common_run(row.name, figure.clause);
      if (run > best) {
        best = run;
        linked = &row;
      }
    }
    if (linked != nullptr) note("goal-figure", figure.clause, linked->planned->name + " " + linked->planned->target);
  }

  /// 降低…负担 in the goal against ≥ in the table, or the other way round.
  void direction(const std::string& goal, const Row& row) {
    using cube::Bound;
    const auto bound = row.target.bound;
    const bool up = bound == Bound::at_least || bound == Bound::above;
    const bool down = bound == Bound::at_most || bound == Bound::below;
    if (!is_number(row.target) || (!up && !down)) return;
    const auto& wrong = up ? examined_.rules.taxonomy->down : examined_.rules.taxonomy->up;
    for (const auto& word : wrong)
      for (const auto& said : {word + row.name, row.name + word})
        if (goal.find(said) != std::string::npos) return note("goal-direction", said, row.planned->target);
  }

  const Examined& examined_;
  const PlannedProject& project_;
  const std::vector<Row>& rows_;
  Remarks& remarks_;
};

}  // namespace

void examine_goal(const Examined& examined, const PlannedProject& project, const std::vector<Row>& rows,
                  Remarks& remarks) {
  if (!project.goal.empty()) return GoalExaminer(examined, project, rows, remarks).run();
  if (!project.indicators.empty())
    remarks.about(project, Gravity::warning, "no-goal", project.indicators.front().entry, "project", "");
}

void examine_money(const Examined& examined, const PlannedProject& project, Remarks& remarks) {
  const auto initial = money_of(examined, project, "initial"), adjusted = money_of(examined, project, "adjusted");
  if (!adjusted && !project.is_whole())
    remarks.about(project, Gravity::warning, "no-money", project.goal_entry, "project", project.name);
  if (project.is_whole() || !adjusted) return;
  cube::Cell cell;
  cell[Dimension::project] = Member(project.name);
  cell[Dimension::year] = Member(std::to_string(examined.plan.year));
  const auto allocation = text::normal_text(examined.figures.words("projects.allocation", cell));
  for (const auto& figure : figures_in(allocation)) {
    const bool total = figure.quantity.unit == "元" && figure.clause.starts_with("共");
    if (!total || same_amount(figure.quantity.value, initial) || same_amount(figure.quantity.value, adjusted)) continue;
    remarks.about(project, Gravity::warning, "list-amount", project.goal_entry, "project", figure.clause,
                  money::Fen::from_yuan((initial ? *initial : *adjusted).rounded(2)).wan_yuan().grouped() + " 万元");
  }
}

}  // namespace mingzhang::performance
