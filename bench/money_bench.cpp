// Decimals: every printed figure is parsed once and takes part in a handful of sums.
#include <benchmark/benchmark.h>

#include <array>
#include <string_view>

#include "money/decimal.h"

namespace mingzhang::money {
namespace {

constexpr std::array<std::string_view, 8> printed = {"12.50",  "1,254.76", "0.00", "-318.4",
                                                     "7.0957", "871.44",   "80",   "12,345,678.90"};

void parse(benchmark::State& state) {
  for (auto _ : state)
    for (const auto digits : printed) benchmark::DoNotOptimize(parse_decimal(digits));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(printed.size()));
}
BENCHMARK(parse)->Name("money/parse");

void add(benchmark::State& state) {
  std::array<Decimal, printed.size()> figures;
  for (std::size_t i = 0; i < printed.size(); ++i) figures[i] = *parse_decimal(printed[i]);
  for (auto _ : state) {
    Decimal sum;
    for (const auto& figure : figures) sum = sum + figure;
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(printed.size()));
}
BENCHMARK(add)->Name("money/add");

void quotient(benchmark::State& state) {
  const Decimal part(3630, 2), whole(35699, 2);
  for (auto _ : state) benchmark::DoNotOptimize(divide(part, whole, 100, 2));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(quotient)->Name("money/quotient");

}  // namespace
}  // namespace mingzhang::money
