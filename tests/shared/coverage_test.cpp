// Counted from outside: no number of the shared documents is silent.
#include <cstdlib>
#include <regex>

#include "check/check.h"
#include "report/json.h"
#include "shared.h"

namespace mingzhang {
namespace {

const std::string tool = (shared_folder / "tools" / "coverage").string();

std::string counted(const std::filesystem::path& document, const std::string& json) {
  const std::string path = testing::TempDir() + "coverage_test.json", out = path + ".out";
  std::ofstream(path, std::ios::binary) << json;
  const std::string command = "python3 '" + tool + "' '" + document.string() + "' '" + path + "' > '" + out + "'";
  EXPECT_EQ(std::system(command.c_str()), 0);
  return content_of(out);
}

class SharedCoverage : public testing::TestWithParam<std::string> {};

TEST_P(SharedCoverage, NoNumberIsSilent) {
  const std::string name = "seeds/" + GetParam() + ".txt";
  if (!is_shared(name)) GTEST_SKIP() << "no shared documents here";
  auto document = read_shared(name);
  const auto result = check::check(std::move(document.reading));
  const auto& coverage = result.coverage;
  EXPECT_GT(coverage.numbers, 500u);
  EXPECT_EQ(coverage.numbers, coverage.bound + coverage.placed + coverage.free_text + coverage.unread);

  if (!std::filesystem::exists(tool) || std::system("python3 -c '' >/dev/null 2>&1") != 0) return;
  const report::Entry entry{name, &result, {}, 0, {}};
  const std::string told = counted(shared_folder / name, report::read_json(entry, check::Language::chinese));
  EXPECT_NE(told.find("silent 0 "), std::string::npos) << told;
}

INSTANTIATE_TEST_SUITE_P(Seeds, SharedCoverage, testing::Values("000", "001", "002", "003", "004"),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace mingzhang
