#include "report/secrets.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace mingzhang::report {
namespace {

TEST(Secrets, AreHiddenWhereverTheyStand) {
  Sample sample({"手机 13800000000。", "身份证 110105194912310021。"});
  sample.add("personal-data", check::Severity::warning, sample.place(1, "13800000000"));
  sample.add("personal-data", check::Severity::error, sample.place(2, "110105194912310021"));
  const Secrets secrets(sample.result);
  EXPECT_EQ(secrets.hide("致电13800000000或13800000000"), "致电138********或138********");
  EXPECT_EQ(secrets.hide("110105194912310021"), "110***************");
  EXPECT_EQ(secrets.hide("91380000000001"), "9138********01");
  EXPECT_EQ(secrets.hide("收入 1380000.00 万元"), "收入 1380000.00 万元");
}

TEST(Secrets, ThatOverlapAreAllHidden) {
  Sample sample({"13800000000", "138138000000001234"});
  sample.add("personal-data", check::Severity::warning, sample.place(1, "13800000000"));
  sample.add("personal-data", check::Severity::error, sample.place(2, "138138000000001234"));
  EXPECT_EQ(Secrets(sample.result).hide("138138000000001234"), "138***************");
}

TEST(Secrets, ThatAQuoteCutsAreHiddenToo) {
  Sample sample({"手机 13800000001"});
  sample.add("personal-data", check::Severity::warning, sample.place(1, "13800000001"));
  const Secrets secrets(sample.result);
  EXPECT_EQ(secrets.hide("手机 138000000"), "手机 138******");
  EXPECT_EQ(secrets.hide("00000001，其他"), "********，其他");
  EXPECT_EQ(secrets.hide("13800"), "13800");
  EXPECT_EQ(secrets.hide(""), "");
}

TEST(Secrets, OfFullWidthAreHidden) {
  Sample sample({"１３８００００００００"});
  sample.add("personal-data", check::Severity::warning, sample.place(1, "１３８００００００００"));
  EXPECT_EQ(Secrets(sample.result).hide("致１３８００００００００"), "致１" + std::string(30, '*'));
}

TEST(Secrets, AreHiddenInBoundedTime) {
  std::vector<std::string> lines;
  for (int i = 0; i < 20'000; ++i) lines.push_back(std::to_string(13800000000 + i));
  Sample sample(lines);
  std::string all;
  for (std::uint32_t line = 1; line <= lines.size(); ++line) {
    sample.add("personal-data", check::Severity::warning, sample.place(line, lines[line - 1]));
    all += lines[line - 1] + "，";
  }
  const Secrets secrets(sample.result);
  for (int field = 0; field < 20; ++field) EXPECT_EQ(secrets.hide(all).find("13800"), std::string::npos);
}

}  // namespace
}  // namespace mingzhang::report
