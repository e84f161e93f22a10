// The forms of 上海 on their examples: every clause is written back, every number has its place.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "profile/write.h"
#include "support/documents.h"

namespace mingzhang::profile {
namespace {

std::string example(const std::string& name) {
  std::ifstream file(SOURCE_DIR "/examples/" + name);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

struct Expected {
  const char* file;
  const char* profile;
  std::size_t clauses, tables;
};

class ShanghaiProfiles : public testing::TestWithParam<Expected> {};

TEST_P(ShanghaiProfiles, ReadTheirExamplesAndWriteTheirClausesAgain) {
  const auto document = support::read(example(GetParam().file), DataFiles());
  const auto& reading = document.reading;
  EXPECT_EQ(reading.recognition.profile, GetParam().profile);
  EXPECT_EQ(reading.recognition.unit, "上海市云岭区民政局");
  EXPECT_EQ(reading.recognition.level, "department");
  EXPECT_GE(reading.clauses.size(), GetParam().clauses);
  EXPECT_EQ(reading.tables.size(), GetParam().tables);
  EXPECT_TRUE(reading.facts.unread.empty());
  for (const auto& clause : reading.clauses) {
    const auto words = reading.stream->text().substr(clause.match.begin, clause.match.end - clause.match.begin);
    EXPECT_EQ(write_clause(clause, reading), words) << clause.clause->id;
  }
}

INSTANTIATE_TEST_SUITE_P(All, ShanghaiProfiles,
                         testing::Values(Expected{"shanghai-final-clean.txt", "shanghai-final", 60, 9},
                                         Expected{"shanghai-budget-clean.txt", "shanghai-budget", 60, 9}));

/// Variants load with the titles of their own level.
TEST(ShanghaiUnits, CallThingsByTheirOwnLevel) {
  for (const auto* id : {"shanghai-final-unit", "shanghai-budget-unit"}) {
    const auto loaded = load_form(DataFiles(), id, 2025);
    std::size_t own = 0;
    for (const auto& section : loaded->form.sections) own += section.title.starts_with("单位") ? 1u : 0u;
    for (const auto& table : loaded->form.tables) own += table.title.starts_with("单位") ? 1u : 0u;
    EXPECT_GE(own, 2u) << id;
  }
}

}  // namespace
}  // namespace mingzhang::profile
