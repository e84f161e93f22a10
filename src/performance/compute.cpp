#include "performance/compute.h"

#include <algorithm>
#include <set>

#include "text/normal.h"

namespace mingzhang::performance {
namespace {

using money::Decimal;

class Computer {
 public:
  Computer(const Plan& plan, books::Books& books, const books::Vocabulary& vocabulary, const std::string& until)
      : plan_(plan), until_(until), answers_(books, vocabulary, {plan.year, until, 0, 0}) {}

  std::vector<Computed> compute() {
    for (const auto& project : plan_.projects)
      for (const auto& indicator : project.indicators)
        if (!indicator.formula.empty()) ask(project, indicator);
    answer();
    for (auto& one : asked_)
      if (one.query.form == Query::Form::taken) attempt(one, [&] { return taken(one); });
    for (auto& one : asked_) out_.push_back(std::move(one.computed));
    return std::move(out_);
  }

 private:
  struct Asked {
    Query query;
    const PlannedIndicator* indicator = nullptr;
    Computed computed;
  };

  template <class Work>
  static void attempt(Asked& asked, Work work) {
    try {
      asked.computed.result = work();
    } catch (const BadQuery& error) {
      asked.computed.problem = error.code();
      asked.computed.detail = error.what();
    } catch (const money::Overflow&) {
      asked.computed.problem = "too-large";
    }
  }

  void ask(const PlannedProject& project, const PlannedIndicator& indicator) {
    Asked asked;
    asked.indicator = &indicator;
    asked.computed.project = project.name;
    asked.computed.indicator = indicator.name;
    asked.computed.formula = indicator.formula;
    asked.computed.planned = indicator.entry;
    attempt(asked, [&] {
      asked.query = parse_query(indicator.formula);
      answers_.check(asked.query);
      return Worded();
    });
    asked.computed.source = source_of(asked.query);
    asked_.push_back(std::move(asked));
  }

  static std::string source_of(const Query& query) {
    if (query.form == Query::Form::taken) return query.project + "." + query.indicator;
    if (query.form == Query::Form::execution) return "账册：预算、支付";
    std::string tables;
    std::set<std::string> seen;
    for (const auto& part : query.parts)
      if (seen.insert(part.table).second) tables += (tables.empty() ? "账册：" : "、") + part.table;
    return tables;
  }

  /// All aggregates at once: a table is read once, however many indicators ask it.
  void answer() {
    std::vector<const Aggregate*> parts;
    for (const auto& one : asked_)
      if (one.computed.problem.empty())
        for (const auto& part : one.query.parts) parts.push_back(&part);
    const auto tallies = tally(parts);
    std::size_t next = 0;
    for (auto& one : asked_) {
      if (!one.computed.problem.empty() || one.query.form == Query::Form::taken) continue;
      if (tallies.empty()) {
        one.computed.problem = "too-large";
      } else {
        const auto own = std::span(tallies).subspan(next, one.query.parts.size());
        next += own.size();
        attempt(one,
                [&] { return word(one.query, own, cube::read_performance_value(one.indicator->target, plan_.year)); });
      }
      note_known(one);
    }
  }

  /// Empty where a sum does not fit: then none of them is told.
  std::vector<Tally> tally(const std::vector<const Aggregate*>& parts) const {
    try {
      return answers_.tally(parts);
    } catch (const money::Overflow&) {
      return {};
    }
  }

  void note_known(Asked& one) const {
    const auto& achieved = one.indicator->achieved;
    one.computed.known = achieved.formula == one.computed.formula && achieved.date == until_ &&
                         achieved.actual == one.computed.result.actual &&
                         achieved.calculation == one.computed.result.calculation;
  }

  /// The value of another indicator: what this run found, else what the books hold.
  Worded taken(Asked& asked) {
    const auto& query = asked.query;
    const auto same = [](const std::string& a, const std::string& b) {
      return text::normal_text(a) == text::normal_text(b);
    };
    for (const auto& one : asked_)
      if (same(one.computed.project, query.project) && same(one.computed.indicator, query.indicator)) {
        if (one.query.form == Query::Form::taken) throw BadQuery("loop", asked.computed.formula);
        if (!one.computed.problem.empty()) throw BadQuery("source", asked.computed.source);
        return finish_taken(asked, one.computed.result.actual, one.computed.result.calculation);
      }
    for (const auto& project : plan_.projects) {
      const auto* indicator = same(project.name, query.project) ? project.find(query.indicator) : nullptr;
      if (indicator == nullptr) continue;
      if (indicator->achieved.entry == 0) throw BadQuery("source", asked.computed.source);
      return finish_taken(asked, indicator->achieved.actual,
                          "第 " + std::to_string(indicator->achieved.entry) + " 号记录");
    }
    throw BadQuery("source", asked.computed.source);
  }

  Worded finish_taken(Asked& asked, const std::string& actual, const std::string& why) const {
    asked.computed.result = {actual, "取自 " + asked.computed.source + "：" + why};
    note_known(asked);
    return asked.computed.result;
  }

  const Plan& plan_;
  std::string until_;
  Answers answers_;
  std::vector<Asked> asked_;
  std::vector<Computed> out_;
};

}  // namespace

std::vector<Computed> compute(const Plan& plan, books::Books& books, const books::Vocabulary& vocabulary,
                              const std::string& until) {
  return Computer(plan, books, vocabulary, until).compute();
}

std::vector<Behind> behind(const Plan& plan, const PlannedIndicator& indicator, books::Books& books,
                           const books::Vocabulary& vocabulary, std::size_t keep) {
  const auto& achieved = indicator.achieved;
  const Query query = parse_query(achieved.formula);
  std::vector<const Aggregate*> parts;
  for (const auto& part : query.parts) parts.push_back(&part);
  const Answers answers(books, vocabulary, {plan.year, achieved.date, achieved.entry, keep});
  const auto tallies = answers.tally(parts);
  std::vector<Behind> out;
  for (std::size_t index = 0; index < parts.size(); ++index) out.push_back({*parts[index], tallies[index]});
  return out;
}

}  // namespace mingzhang::performance
