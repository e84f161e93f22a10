// Each indicator alone: its levels, weight, operator, unit, method, last year's value, formula.
#include <algorithm>

#include "performance/examine_parts.h"
#include "scoring/printed.h"
#include "text/normal.h"

namespace mingzhang::performance {
namespace {

using cube::Bound;
using cube::ValueType;
using money::Decimal;

bool has_one_of(const std::string& name, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const auto& word) { return name.find(word) != std::string::npos; });
}

class RowExaminer {
 public:
  RowExaminer(const Examined& examined, const Row& row, const scoring::RuleSet* set, Remarks& remarks)
      : examined_(examined), taxonomy_(*examined.rules.taxonomy), row_(row), set_(set), remarks_(remarks) {}

  void run() {
    levels();
    weight();
    target();
    method();
    cost();
    unit();
    last();
    formula();
    dates();
  }

 private:
  const PlannedIndicator& planned() const { return *row_.planned; }
  void tell(Gravity gravity, const char* code, const char* field, std::string detail, std::string expected = {}) {
    remarks_.about(row_, gravity, code, field, std::move(detail), std::move(expected));
  }

  void levels() {
    const auto* level = taxonomy_.find(planned().level1);
    if (level == nullptr || (level->whole && !row_.project->is_whole()))
      return tell(Gravity::refused, "level1", "level1", planned().level1);
    const auto& known = level->level2;
    if (std::find(known.begin(), known.end(), planned().level2) != known.end()) return;
    std::string all;
    for (const auto& one : known) all += (all.empty() ? "" : "、") + one;
    tell(Gravity::refused, "level2", "level2", planned().level2, all);
  }

  void weight() {
    const auto figure = scoring::printed_figure(planned().weight);
    if (!figure || figure->sign() <= 0) tell(Gravity::refused, "weight", "weight", planned().weight);
  }

  void target() {
    if (row_.target.type == ValueType::text || row_.target.type == ValueType::recurring)
      tell(Gravity::warning, "target-judged", "target", planned().target);
    const bool counted = row_.name.ends_with("人数") || row_.name.ends_with("人次") || row_.name.ends_with("次数");
    if (row_.target.type == ValueType::quality && counted)
      tell(Gravity::error, "target-kind", "target", planned().target);
    if (is_number(row_.target) && row_.target.bound == Bound::none)
      tell(Gravity::warning, "no-operator", "target", planned().target);
  }

  /// A rule that cannot be applied leaves a row that nobody can score: 按照完成比例赋分 of a date.
  void method() {
    if (planned().method.empty() || row_.target.type == ValueType::empty) return;
    const auto fits = examined_.rules.method_fits(planned().method, row_.target.type, set_);
    if (fits && !*fits) tell(Gravity::refused, "method", "method", planned().method, planned().target);
  }

  void cost() {
    const bool upwards = row_.target.bound == Bound::at_least || row_.target.bound == Bound::above;
    if (!taxonomy_.is_cost(planned().level2) || !is_number(row_.target) || !upwards) return;
    if (!has_one_of(row_.name, taxonomy_.saved)) tell(Gravity::error, "cost-direction", "target", planned().target);
  }

  void unit() {
    if (!is_number(row_.target)) return;
    const auto& quantity = row_.target.quantity;
    const bool persons = quantity.unit == "人" || quantity.unit == "人次";
    if (persons && quantity.power == 0 && quantity.value != quantity.value.rounded(0))
      return tell(Gravity::error, "fraction", "target", planned().target);
    const auto* unit = unit_of_name();
    if (unit == nullptr) return;
    const bool rate = std::find(unit->units.begin(), unit->units.end(), "%") != unit->units.end();
    if (quantity.unit.empty() && !rate) return;  // 12 under a name that says of what
    const bool fits = std::any_of(unit->units.begin(), unit->units.end(), [&](const std::string& one) {
      return cube::read_performance_value("1" + one).quantity.unit == quantity.unit;
    });
    if (!fits) tell(Gravity::error, "unit", "target", planned().target, unit->units.front());
  }

  /// The longest ending that is known decides: 人次数 is not 次数.
  const Taxonomy::Unit* unit_of_name() const {
    const Taxonomy::Unit* best = nullptr;
    std::size_t length = 0;
    for (const auto& unit : taxonomy_.units)
      for (const auto& ending : unit.names)
        if (ending.size() > length && row_.name.ends_with(ending)) {
          best = &unit;
          length = ending.size();
        }
    return best;
  }

  void last() {
    const auto last = cube::read_performance_value(planned().last, examined_.plan.year - 1, &row_.target);
    if (!cube::same_dimension(row_.target, last)) return;
    const Decimal &now = row_.target.quantity.value, &before = last.quantity.value;
    const bool limit = row_.target.bound == Bound::at_most || row_.target.bound == Bound::below;
    if (limit ? now > before : now < before)
      tell(Gravity::warning, limit ? "above-last" : "below-last", "target", planned().target, planned().last);
    const Decimal tenfold(10);
    if (!now.is_zero() && !before.is_zero() && (now >= before * tenfold || before >= now * tenfold))
      tell(Gravity::warning, "implausible-last", "last_value", planned().last, planned().target);
  }

  void formula() {
    if (planned().formula.empty()) return;
    try {
      examined_.check_query(parse_query(planned().formula));
    } catch (const BadQuery& error) {
      tell(Gravity::refused, ("formula-" + error.code()).c_str(), "formula", error.what());
    }
  }

  void dates() {
    if (!planned().start.empty() && !planned().due.empty() && planned().start > planned().due)
      tell(Gravity::refused, "dates", "due", planned().due, planned().start);
    if (row_.target.type == ValueType::date && row_.target.to.year != examined_.plan.year)
      tell(Gravity::warning, "date-year", "target", planned().target, std::to_string(examined_.plan.year));
  }

  const Examined& examined_;
  const Taxonomy& taxonomy_;
  const Row& row_;
  const scoring::RuleSet* set_;
  Remarks& remarks_;
};

}  // namespace

void examine_row(const Examined& examined, const Row& row, const scoring::RuleSet* set, Remarks& remarks) {
  RowExaminer(examined, row, set, remarks).run();
}

}  // namespace mingzhang::performance
