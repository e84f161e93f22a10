// Each clause read is written again verbatim, after normalisation.
#include <iostream>

#include "profile/write.h"
#include "shared.h"

namespace mingzhang {
namespace {

TEST(RoundTrip, EveryClauseReadIsWrittenAgain) {
  const auto paths = known_documents();
  if (paths.empty()) GTEST_SKIP() << "no documents here";
  for (const auto& path : paths) {
    const auto document = support::read(content_of(path), profile::DataFiles());
    const auto& reading = document.reading;
    for (const auto& clause : reading.clauses) {
      const auto read = reading.stream->text().substr(clause.match.begin, clause.match.end - clause.match.begin);
      EXPECT_EQ(profile::write_clause(clause, reading), read)
          << path << " line " << clause.place.line << ", clause " << clause.clause->id;
    }
    // A document of a known form has dozens of clauses; fewer would prove nothing.
    EXPECT_GE(reading.clauses.size(), 40u) << path;
    std::cout << reading.clauses.size() << " clauses of " << path.filename() << " written again" << std::endl;
  }
}

}  // namespace
}  // namespace mingzhang
