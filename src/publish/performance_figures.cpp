#include "publish/performance_figures.h"

#include <algorithm>

#include "profile/perf_statements.h"
#include "profile/performance_words.h"
#include "publish/performance_words.h"
#include "scoring/printed.h"
#include "text/normal.h"

namespace mingzhang::publish {

using cube::Cell;
using cube::Dimension;
using cube::Figure;
using cube::Member;
using cube::MoneyRow;
using cube::PerformanceTable;
using cube::Printed;
using money::Decimal;
using Scope = PerformanceTable::Scope;
using Stage = PerformanceTable::Stage;

namespace {

/// Of a line of the money at a stage; target tables have one amount, that of the year.
const Printed& amount_at(const MoneyRow& row, std::string_view stage) {
  if (stage == "outturn") return row.spent;
  return stage == "initial" && !row.initial.empty() ? row.initial : row.budget;
}

Figure whole_number(std::size_t count, std::string unit) {
  Figure figure;
  figure.quantity.value = Decimal(static_cast<long>(count));
  figure.quantity.unit = std::move(unit);
  return figure;
}

/// The words of a grade, by its item: a list of the form has them.
const profile::NameList::Entry* grade_named(const profile::Form& form, cube::Member item) {
  const auto* grades = form.list("grades");
  if (grades == nullptr) return nullptr;
  const auto found = std::find_if(grades->entries.begin(), grades->entries.end(),
                                  [&](const auto& entry) { return entry.member == item; });
  return found == grades->entries.end() ? nullptr : &*found;
}

/// The lines of the money that an item speaks of; where a form prints no total, those that make it up.
std::vector<const MoneyRow*> lines_of(const PerformanceTable& table, std::string_view item) {
  const auto wanted = [&](const std::vector<std::string_view>& members) {
    std::vector<const MoneyRow*> out;
    for (const auto& row : table.money)
      if (row.part.empty() && std::find(members.begin(), members.end(), row.member) != members.end())
        out.push_back(&row);
    return out;
  };
  if (item == "fiscal-projects") return wanted({"current", "carried"});
  if (item == "other-projects") return wanted({"other"});
  const auto total = wanted({"total"});
  return total.empty() ? wanted({"superior", "own", "other"}) : total;
}

}  // namespace

PerformanceFigures::PerformanceFigures(const cube::Source& source, const profile::Form& form, int year,
                                       const scoring::Pack* pack)
    : source_(source),
      form_(form),
      year_(year),
      pack_(pack),
      targets_(source.performance_tables(year, Stage::target)),
      evaluations_(source.performance_tables(year, Stage::self_evaluation)) {}

std::optional<PerformanceFigures::Tables> PerformanceFigures::tables_of(const Cell& cell) const {
  const std::string_view item = cell[Dimension::item].name();
  const auto* graded = grade_named(form_, cell[Dimension::item]);
  const bool of_all = item == "projects" || item == "fiscal-projects" || item == "other-projects";
  if (item != "whole" && item != "project" && item != "targets" && item != "evaluated" && !of_all && graded == nullptr)
    return std::nullopt;
  const bool evaluated = item == "evaluated" || graded != nullptr || (item != "targets" && form_.kind == "final");
  const auto& all = evaluated ? evaluations_ : targets_;
  if (all.empty()) return std::nullopt;
  Tables out;
  for (const auto& table : all) {
    if ((table.scope == Scope::whole) != (item == "whole")) continue;
    const auto& project = cell[Dimension::project];
    if (!project.is_root() && Member(text::normal_text(table.subject.text)) != project) continue;
    if (graded != nullptr && !profile::is_one_of(graded->names, text::normal_text(grade_of(table)))) continue;
    out.push_back(&table);
  }
  return out;
}

std::string PerformanceFigures::grade_of(const PerformanceTable& table) const {
  const auto* set = pack_ == nullptr ? nullptr : pack_->find(table.scope, year_);
  const auto total = scoring::printed_figure(table.total_score.text);
  if (set == nullptr || !total) return {};
  const auto step =
      std::find_if(set->scale.begin(), set->scale.end(), [&](const auto& entry) { return *total >= entry.from; });
  return step == set->scale.end() ? std::string() : step->name;
}

std::optional<Figure> PerformanceFigures::amount(const Tables& tables, const Cell& cell) const {
  Figure sum;
  for (const auto* table : tables)
    for (const auto* row : lines_of(*table, cell[Dimension::item].name())) {
      const auto& printed = amount_at(*row, cell[Dimension::stage].name());
      const auto unit = profile::unit_of(table->money_unit.empty() ? form_.amount_unit : table->money_unit);
      const auto quantity = profile::figure_of(printed, unit);
      if (!quantity) continue;
      sum.calculation += (sum.places.empty() ? "" : " + ") + printed.text;
      sum.places.push_back(printed.place);
      const Decimal value = sum.quantity.value + quantity->value;
      sum.quantity = *quantity;
      sum.quantity.value = value;
    }
  if (sum.places.empty()) return std::nullopt;
  if (sum.places.size() == 1) sum.calculation.clear();
  return sum;
}

/// Of several tables the average, to two places.
std::optional<Figure> PerformanceFigures::score(const Tables& tables) const {
  constexpr int places = 2;
  Decimal sum;
  Figure figure;
  for (const auto* table : tables) {
    const auto total = scoring::printed_figure(table->total_score.text);
    if (!total) return std::nullopt;
    figure.calculation += (figure.places.empty() ? "(" : " + ") + total->to_string();
    figure.places.push_back(table->total_score.place);
    sum = sum + *total;
  }
  if (tables.empty()) return std::nullopt;
  figure.quantity.unit = "分";
  if (tables.size() == 1) {
    figure.calculation.clear();
    figure.quantity.value = sum;
  } else {
    figure.quantity.value = scoring::Fraction{sum, Decimal(static_cast<long>(tables.size()))}.rounded(places);
    figure.calculation += ") / " + std::to_string(tables.size());
  }
  figure.quantity.scale = figure.quantity.value.scale();
  return figure;
}

/// Of the budget of the projects in all project expenditure.
std::optional<Figure> PerformanceFigures::share(const Cell& cell) const {
  constexpr int places = 2;
  Cell whole;
  whole[Dimension::year] = cell[Dimension::year];
  whole[Dimension::stage] = Member("adjusted");
  whole[Dimension::flow] = Member("expenditure");
  whole[Dimension::nature] = Member("project");
  const auto base = source_.figure(whole);
  const auto part = figure(cell.with(Dimension::measure, Member()).with(Dimension::stage, Member("adjusted")));
  if (!base || !part || base->quantity.value.sign() <= 0) return std::nullopt;
  Figure out;
  out.places = part->places;
  out.quantity.unit = "%";
  out.quantity.value = scoring::Fraction{part->quantity.value * Decimal(100), base->quantity.value}.rounded(places);
  out.quantity.scale = places;
  out.calculation = part->quantity.spell() + " / " + base->quantity.spell();
  return out;
}

std::optional<Figure> PerformanceFigures::figure(const Cell& cell) const {
  if (auto own = source_.figure(cell)) return own;
  const bool of_year = cell[Dimension::year] == Member(std::to_string(year_));
  const auto tables = of_year ? tables_of(cell) : std::nullopt;
  if (!tables) return std::nullopt;
  const std::string_view measure = cell[Dimension::measure].name();
  if (measure == "tables") return whole_number(tables->size(), "个");
  if (measure == "score") return score(*tables);
  if (measure == "percent") return share(cell);
  return measure.empty() ? amount(*tables, cell) : std::nullopt;
}

std::vector<Member> PerformanceFigures::members(Dimension dimension, const Cell& within, std::size_t level) const {
  const bool projects = dimension == Dimension::project && within[Dimension::item] == Member("project");
  auto own = source_.members(dimension, within, level);
  if (!projects || !own.empty()) return own;
  for (const auto& table : form_.kind == "final" ? evaluations_ : targets_)
    if (table.scope == Scope::project) own.emplace_back(text::normal_text(table.subject.text));
  return own;
}

std::string PerformanceFigures::words(std::string_view role, const Cell& cell) const {
  const std::string own = source_.words(role, cell);
  const auto dot = role.rfind('.');
  if (!own.empty() || !role.starts_with("performance") || dot == std::string_view::npos) return own;
  Tables tables;
  const std::string_view item = cell[Dimension::item].name();
  const auto& project = cell[Dimension::project];
  for (const auto& table : form_.kind == "final" ? evaluations_ : targets_) {
    const bool same = project.is_root() || Member(text::normal_text(table.subject.text)) == project;
    if (same && (item != "project" || table.scope == Scope::project)) tables.push_back(&table);
  }
  return told_by(tables, role.substr(dot + 1));
}

}  // namespace mingzhang::publish
