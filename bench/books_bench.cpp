// Tables over books of many payments: loading the source of figures, and asking it for the cells of a budget's tables.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "books/desk.h"
#include "books/source.h"

namespace mingzhang::books {
namespace {

std::string content(const char* name) {
  std::ifstream file(std::string(SOURCE_DIR "/data/books/") + name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// A million payments over 6 functions, 8 economic subjects and 21 projects; made once.
class Filled {
 public:
  Filled() : books_(Books::create(path())) {
    const Vocabulary vocabulary(content("columns.toml"), "columns.toml");
    const auto known = [](std::string_view, int) { return true; };
    auto transaction = books_.begin();
    Desk desk(books_, vocabulary, {known, known}, "bench");
    desk.allow("bench/bench");
    std::mt19937 random(1);
    std::vector<Problem> problems;
    Draft draft(*find_kind("payment"));
    for (int count = 0; count < 1'000'000; ++count) {
      const auto project = random() % 21;
      draft.values = {"2025",
                      "",
                      "general",
                      "",
                      "",
                      functions[random() % 6],
                      economics[random() % 8],
                      "",
                      "",
                      project == 0 ? "" : "项目" + std::to_string(project),
                      "",
                      "2025-03-01",
                      "记-1",
                      "",
                      "付款"};
      draft.amount = std::to_string(random() % 100000);
      desk.take(draft, problems);
    }
    transaction.commit();
  }
  ~Filled() {
    for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(path() + end);
  }
  Books& books() { return books_; }

  static constexpr const char* functions[] = {"2080505", "2101101", "2101501", "2101502", "2101506", "2210201"};
  static constexpr const char* economics[] = {"30101", "30102", "30201", "30207", "30211", "30217", "30227", "30239"};

 private:
  static std::string path() {
    return (std::filesystem::temp_directory_path() / ("mingzhang-bench-" + std::to_string(::getpid()) + ".db"))
        .string();
  }
  Books books_;
};

/// Every function at three levels by nature, every economic subject, every project: some hundreds of cells.
std::size_t fill_tables(const BooksSource& source) {
  using cube::Dimension;
  cube::Cell spent;
  spent[Dimension::flow] = cube::Member("expenditure");
  std::size_t figures = 0;
  for (const auto dimension : {Dimension::function, Dimension::economic, Dimension::project})
    for (const auto member : source.members(dimension, spent, 0))
      for (const auto* nature : {"", "basic", "project"})
        for (const auto* fund : {"", "fiscal", "general"}) {
          auto cell = spent.with(dimension, member).with(Dimension::nature, cube::Member(nature));
          figures += source.figure(cell.with(Dimension::fund, cube::Member(fund))) ? 1U : 0U;
        }
  return figures;
}

void tables_of_a_million_payments(benchmark::State& state) {
  static Filled filled;
  const Slices slices(content("slices.toml"), "slices.toml");
  std::size_t figures = 0;
  for (auto _ : state) {
    const BooksSource source(filled.books(), slices, {2025, "outturn", static_cast<std::size_t>(state.range(0))});
    figures = fill_tables(source);
  }
  state.counters["figures"] = static_cast<double>(figures);
}
BENCHMARK(tables_of_a_million_payments)->Arg(20)->Arg(1000)->Unit(benchmark::kMillisecond);  // places of a figure

}  // namespace
}  // namespace mingzhang::books
