// The table of docs/accuracy-scores.md: every scored row of the shared documents, by ids, lines and figures alone.
//     shared_documents --gtest_filter=ScoreRows.* with SCORE_ROWS=FILE writes it; without, it is only computed.
#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <map>

#include "cube/performance_value.h"
#include "scoring/judge.h"
#include "scoring/printed.h"
#include "shared.h"

namespace mingzhang {
namespace {

struct Count {
  int rows = 0, fits = 0, tails = 0, broken = 0, judged = 0;  ///< judged: for a person
};

scoring::Packs packs() {
  const profile::DataFiles data;
  std::vector<scoring::Source> files;
  for (const auto* id : {"national", "xinjiang", "shaanxi"}) {
    const std::string name = std::string("scoring/") + id + ".toml";
    files.push_back({name, data.read(name)});
  }
  return scoring::load(files);
}

std::string row_of(const std::string& document, const cube::Indicator& row, const scoring::Verdict& verdict) {
  const std::string computed = verdict.expected ? verdict.expected->to_string() : "–";
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", document, row.name.place.line, row.weight.text,
                     row.score.text, verdict.rule.empty() ? "–" : verdict.rule, scoring::id_of(verdict.basis), computed,
                     verdict.state == scoring::State::undecidable ? std::string(scoring::id_of(verdict.reason))
                                                                  : std::string(scoring::id_of(verdict.state)));
}

void add(const scoring::Verdict& verdict, Count& count) {
  ++count.rows;
  count.fits += verdict.state == scoring::State::fits;
  count.tails += verdict.state == scoring::State::tail;
  count.broken += verdict.state == scoring::State::broken;
  count.judged += verdict.state == scoring::State::undecidable;
}

TEST(ScoreRows, OfAllSharedDocuments) {
  const auto all_packs = packs();
  const std::map<std::string, int> wanted = {{"000", 63}, {"003", 67}, {"004", 45}};
  std::string rows, summary;
  for (const auto& [name, expected] : wanted) {
    if (!is_shared("seeds/" + name + ".txt")) GTEST_SKIP() << "no shared documents here";
    const auto document = read_shared("seeds/" + name + ".txt");
    const auto* pack = all_packs.find(document.reading.form()->scoring);
    ASSERT_NE(pack, nullptr);
    const auto judgement = scoring::judge(document.reading.performance, *pack);
    Count count;
    for (std::size_t table = 0; table < judgement.tables.size(); ++table) {
      const auto& indicators = document.reading.performance[table].indicators;
      for (std::size_t row = 0; row < indicators.size(); ++row) {
        rows += row_of(name, indicators[row], judgement.tables[table].indicators[row].score);
        add(judgement.tables[table].indicators[row].score, count);
      }
    }
    EXPECT_EQ(count.rows, expected) << name;
    summary += fmt::format("| {} | {} | {} | {} | {} | {} |\n", name, count.rows, count.fits, count.tails, count.broken,
                           count.judged);
  }
  const char* file = std::getenv("SCORE_ROWS");
  if (file == nullptr) return;
  std::ofstream(file, std::ios::binary)
      << "# Scores, row by row\n\nGenerated; do not edit:\n\n    SCORE_ROWS=docs/accuracy-scores.md "
         "build/release/bin/shared_documents --gtest_filter='ScoreRows.*'\n\nEvery row of an indicator that has a "
         "score, "
         "in the documents of accuracy.md that have scores (001 and 002 are target tables).\n\n"
         "| document | rows | fits | rounding tail | broken | for a person |\n| --- | --- | --- | --- | --- | --- |\n"
      << summary
      << "\n| document | line | weight | score printed | rule | told by | score computed | |\n"
         "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
      << rows;
}

}  // namespace
}  // namespace mingzhang
