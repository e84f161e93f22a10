// Judging and diagnosing: tables of rows with a total, copied once, some figures of which are wrong.
#include <benchmark/benchmark.h>

#include <vector>

#include "laws/diagnose.h"

namespace mingzhang::laws {
namespace {

constexpr std::uint32_t parts_of_a_row = 4;

class Table {
 public:
  Table(std::uint32_t rows, std::uint32_t faults) {
    Law total;
    total.rule = Rule::closed_list;
    total.terms.push_back({add(0), 1});
    std::int64_t sum = 0;
    for (std::uint32_t row = 0; row < rows; ++row) sum += add_row(row, total);
    figures[0].quantity.value = money::Decimal(sum, 2);
    laws.push_back(total);
    for (std::uint32_t fault = 0; fault < faults; ++fault) spoil(1 + fault * (rows / faults) * (parts_of_a_row + 2));
  }

  std::vector<Figure> figures;
  std::vector<Law> laws;

 private:
  std::uint32_t add(std::int64_t fen) {
    const auto index = static_cast<std::uint32_t>(figures.size());
    Figure figure;
    figure.quantity = {money::Decimal(fen, 2), money::Decimal(5, 3), 0, 2, "元"};
    figure.cell = figure.order = index;
    figures.push_back(figure);
    return index;
  }

  /// A row with its parts, and a copy of its sum in another table.
  std::int64_t add_row(std::uint32_t row, Law& total) {
    Law list;
    list.rule = Rule::closed_list;
    const std::int64_t part = 10'000 + 37 * std::int64_t{row}, sum = part * parts_of_a_row;
    const std::uint32_t whole = add(sum);
    list.terms.push_back({whole, 1});
    for (std::uint32_t i = 0; i < parts_of_a_row; ++i) list.terms.push_back({add(part), -1});
    laws.push_back(list);
    Law same;
    same.rule = Rule::agreement;
    const std::uint32_t copy = add(sum);
    figures[copy].cell = figures[whole].cell;
    same.terms = {{whole, 1}, {copy, -1}};
    laws.push_back(same);
    total.terms.push_back({whole, -1});
    return sum;
  }

  void spoil(std::uint32_t index) {
    auto& value = figures[index].quantity.value;
    value = value + money::Decimal(900, 2);
  }
};

void diagnose_table(benchmark::State& state) {
  const Table table(static_cast<std::uint32_t>(state.range(0)), static_cast<std::uint32_t>(state.range(1)));
  std::size_t faults = 0;
  for (auto _ : state) {
    const Diagnosis diagnosis = diagnose(table.figures, table.laws);
    faults = diagnosis.faults.size();
  }
  if (faults != static_cast<std::size_t>(state.range(1))) state.SkipWithError("other faults than those planted");
  state.counters["laws"] = static_cast<double>(table.laws.size());
}
BENCHMARK(diagnose_table)
    ->Name("laws/diagnose")
    ->ArgNames({"rows", "faults"})
    ->Args({100, 1})
    ->Args({100, 10})
    ->Args({1000, 10})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingzhang::laws
