#include "profile/read_performance.h"

#include <algorithm>

#include "profile/perf_flat.h"
#include "profile/perf_statements.h"
#include "profile/perf_tabbed.h"
#include "profile/read_table.h"

namespace mingzhang::profile {
namespace {

using cube::Printed;

/// Tells every cell in which row and column of its table it stands, in the words of the form.
class PlaceNamer {
 public:
  PlaceNamer(cube::PerformanceTable& table, const PerformanceWords& words) : table_(table), words_(words) {}

  void run() {
    for (auto* printed :
         {&table_.year, &table_.subject, &table_.department, &table_.unit, &table_.person, &table_.trait,
          &table_.category, &table_.term, &table_.goal, &table_.long_goal, &table_.result})
      printed->place.table = table_.form;
    for (auto& row : table_.money) name_money(row);
    for (auto& row : table_.indicators) name_indicator(row);
    const std::string total = words_.totals.empty() ? std::string() : words_.totals.front();
    name(table_.total_weight, total, column("weight"));
    name(table_.total_score, total, column("score"));
  }

 private:
  static std::string word(const WordGroups& groups, const std::string& id) {
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& entry) { return entry.id == id; });
    return group == groups.end() || group->words.empty() ? id : group->words.front();
  }

  std::string column(const std::string& id) const { return word(words_.columns, id); }

  void name(Printed& printed, const std::string& row, const std::string& column) const {
    printed.place.table = table_.form;
    printed.place.row = row;
    printed.place.column = column;
  }

  void name_money(cube::MoneyRow& row) const {
    const std::string label = row.label.text;
    const std::string part = row.part.empty() ? "" : "/" + word(words_.money_columns, row.part);
    name(row.label, label, {});
    name(row.content, label, word(words_.money_columns, "content"));
    name(row.done, label, word(words_.money_columns, "done"));
    name(row.initial, label, word(words_.money_columns, "initial") + part);
    name(row.budget, label, word(words_.money_columns, "budget") + part);
    name(row.spent, label, word(words_.money_columns, "spent") + part);
    name(row.weight, label, word(words_.money_columns, "weight"));
    name(row.rate, label, word(words_.money_columns, "rate"));
    name(row.score, label, word(words_.money_columns, "score"));
  }

  void name_indicator(cube::Indicator& row) const {
    const std::string label = row.name.text;
    name(row.name, label, column("name"));
    name(row.target, label, column("target"));
    name(row.basis, label, column("basis"));
    name(row.last, label, column("last"));
    name(row.actual, label, column("actual"));
    name(row.weight, label, column("weight"));
    name(row.score, label, column("score"));
    name(row.method, label, column("method"));
    name(row.evidence, label, column("evidence"));
    name(row.reason, label, column("reason"));
  }

  cube::PerformanceTable& table_;
  const PerformanceWords& words_;
};

}  // namespace

void read_performance(TableRead& read, const cube::Cell& document_cell, Reading& reading) {
  const PerformanceWords& words = reading.loaded->basics->performance;
  const std::size_t before = reading.performance.size();
  if (has_tabs(read, reading.stream->document()))
    read_tabbed_performance(read, words, reading);
  else
    read_flat_performance(read, words, reading);
  for (std::size_t index = before; index < reading.performance.size(); ++index) {
    PlaceNamer(reading.performance[index], words).run();
    add_performance_statements(reading.performance[index], read, document_cell, reading);
  }
}

}  // namespace mingzhang::profile
