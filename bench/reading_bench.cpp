// From bytes to findings, step by step, on a document of so many items (about 150 bytes each).
#include <benchmark/benchmark.h>

#include <string>

#include "check/check.h"
#include "document.h"
#include "formats/text/text_format.h"
#include "profile/reading.h"
#include "text/normal.h"

namespace mingzhang::bench {
namespace {

/// What all steps start from, made once.
class Material {
 public:
  explicit Material(std::size_t items)
      : form(profile::load_form(data, profile_id, year)),
        bytes(generate(form->form, items)),
        document(formats::parse_text(bytes, converters)) {}

  profile::DataFiles data;
  formats::Converters converters;
  std::unique_ptr<const profile::LoadedForm> form;
  std::string bytes;
  document::Document document;
};

void count_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void load_form(benchmark::State& state) {
  const profile::DataFiles data;
  for (auto _ : state) benchmark::DoNotOptimize(profile::load_form(data, profile_id, year));
}
BENCHMARK(load_form)->Name("profile/load-form")->Unit(benchmark::kMicrosecond);

void normalise(benchmark::State& state) {
  const Material material(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(text::normalise(material.bytes));
  count_bytes(state, material.bytes.size());
}
BENCHMARK(normalise)->Name("text/normalise")->Arg(300)->Unit(benchmark::kMicrosecond);

void parse(benchmark::State& state) {
  const Material material(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(formats::parse_text(material.bytes, material.converters));
  count_bytes(state, material.bytes.size());
}
BENCHMARK(parse)->Name("formats/parse-text")->Arg(300)->Unit(benchmark::kMicrosecond);

/// The clause of the items, as the reader looks for it: from the end of one match to the next.
void find_clause(benchmark::State& state) {
  const Material material(static_cast<std::size_t>(state.range(0)));
  const std::string text = text::normal_text(material.bytes);
  const auto& pattern = material.form->form.section("general-items")->clauses.front().pattern;
  const profile::NameSource no_names = [](const std::string&) { return nullptr; };
  std::size_t count = 0;
  for (auto _ : state) {
    count = 0;
    profile::Search search;
    for (auto match = pattern.find(text, 0, no_names, search); match;
         match = pattern.find(text, match->end, no_names, search))
      ++count;
  }
  if (count != static_cast<std::size_t>(state.range(0))) state.SkipWithError("not every item was found");
  count_bytes(state, text.size());
}
BENCHMARK(find_clause)->Name("profile/find-clause")->Arg(300)->Unit(benchmark::kMicrosecond);

void read(benchmark::State& state) {
  const Material material(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(profile::read_document(material.document, material.data));
  count_bytes(state, material.bytes.size());
}
BENCHMARK(read)->Name("profile/read-document")->Arg(0)->Arg(300)->Arg(3000)->Unit(benchmark::kMicrosecond);

void read_and_check(benchmark::State& state) {
  const Material material(static_cast<std::size_t>(state.range(0)));
  profile::Coverage coverage;
  for (auto _ : state) coverage = check::check(profile::read_document(material.document, material.data)).coverage;
  if (coverage.bound < 3 * static_cast<std::uint32_t>(state.range(0))) state.SkipWithError("figures without a law");
  count_bytes(state, material.bytes.size());
}
BENCHMARK(read_and_check)->Name("check/read-and-check")->Arg(300)->Arg(3000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingzhang::bench
