#include <gtest/gtest.h>

#include <algorithm>
#include <new>

#include "work/catalogue.h"
#include "work/check_files.h"
#include "work/examine.h"
#include "work/read_file.h"
#include "work/unreadable.h"

namespace mingzhang::work {
namespace {

check::Result result_with(profile::Coverage coverage, const std::vector<check::Severity>& severities = {}) {
  check::Result result;
  result.reading.recognition.profile = "xinjiang-final";
  result.coverage = coverage;
  for (const auto severity : severities) {
    result.findings.emplace_back();
    result.findings.back().severity = severity;
  }
  return result;
}

int verdict(const check::Result& result) {
  return verdict_of({"x", &result, {}, 0, {}});
}

TEST(Verdict, OnlyErrorsCount) {
  using check::Severity;
  EXPECT_EQ(verdict(result_with({10, 10, 0, 0, 0})), exit_clean);
  EXPECT_EQ(verdict(result_with({10, 10, 0, 0, 0}, {Severity::warning, Severity::note})), exit_clean);
  EXPECT_EQ(verdict(result_with({10, 10, 0, 0, 0}, {Severity::note, Severity::error})), exit_errors);
}

TEST(Verdict, LessThanHalfReadWinsOverErrors) {
  EXPECT_EQ(verdict(result_with({10, 2, 2, 1, 5}, {check::Severity::error})), exit_errors);  // exactly half
  EXPECT_EQ(verdict(result_with({11, 2, 2, 1, 6}, {check::Severity::error})), exit_unread);
  EXPECT_EQ(verdict(result_with({0, 0, 0, 0, 0})), exit_clean);
}

TEST(Verdict, AnUnknownFormOrFileIsUnread) {
  auto result = result_with({0, 0, 0, 0, 0});
  result.reading.recognition.profile.clear();
  EXPECT_EQ(verdict(result), exit_unread);
  EXPECT_EQ(verdict_of({"x", nullptr, "missing", 0, "?"}), exit_unread);
}

class Fronts : public testing::Test {
 protected:
  Sinks sinks{[this](std::string_view text) { results += text; }, [this](std::string_view text) { messages += text; }};
  Common common;
  std::string results, messages;
};

TEST_F(Fronts, AnyExceptionIsOneMessageAndOneExitCode) {
  const auto code = [&](auto thrown) { return guarded(common, sinks, [&]() -> int { throw thrown; }); };
  EXPECT_EQ(code(UsageError("甲")), exit_usage);
  EXPECT_EQ(code(profile::BadProfile("form.toml:3:1: 乙")), exit_usage);
  EXPECT_EQ(code(std::logic_error("丙")), exit_usage);
  EXPECT_EQ(code(std::bad_alloc()), exit_usage);
  EXPECT_EQ(code(7), exit_usage);
  EXPECT_NE(messages.find("用法错误：甲\n"), std::string::npos) << messages;
  EXPECT_NE(messages.find("form.toml:3:1: 乙\n"), std::string::npos) << messages;
  EXPECT_EQ(std::count(messages.begin(), messages.end(), '\n'), 5);
  EXPECT_TRUE(results.empty());
}

TEST_F(Fronts, MissingFilesAreNamedAndTheRunGoesOn) {
  CheckOptions options;
  options.files = {"/没有/甲.txt", "/没有/乙.txt"};
  EXPECT_EQ(check_files(options, sinks), exit_unread);
  EXPECT_NE(messages.find("/没有/甲.txt：没有这个文件"), std::string::npos) << messages;
  EXPECT_NE(messages.find("/没有/乙.txt：没有这个文件"), std::string::npos) << messages;
  EXPECT_NE(results.find("无法读取的文件 2 个"), std::string::npos) << results;
}

TEST_F(Fronts, JsonTellsOfUnreadableFilesToo) {
  CheckOptions options;
  options.files = {"/none"};
  options.format = CheckFormat::json;
  options.common.language = Language::english;
  EXPECT_EQ(check_files(options, sinks), exit_unread);
  EXPECT_NE(results.find("\"code\": \"missing\""), std::string::npos) << results;
  EXPECT_NE(messages.find("/none: there is no such file"), std::string::npos) << messages;
}

TEST_F(Fronts, WrongIdsAreWrongUsage) {
  CheckOptions check;
  check.files = {"/none"};
  check.profile = "nowhere";
  EXPECT_EQ(check_files(check, sinks), exit_usage);
  EXPECT_NE(messages.find("shaanxi-final"), std::string::npos) << messages;
  EXPECT_EQ(show_rules({common, "nothing", false}, sinks), exit_usage);
  EXPECT_EQ(show_profiles({common, "nowhere", false}, sinks), exit_usage);
  EXPECT_EQ(show_rules({common, "share", false}, sinks), exit_clean);
}

TEST_F(Fronts, AWorkbookNeedsAFile) {
  ReadOptions options;
  options.files = {"/none"};
  options.format = ReadFormat::xlsx;
  EXPECT_EQ(read_file(options, sinks), exit_usage);
  EXPECT_NE(messages.find("--output"), std::string::npos) << messages;
}

TEST(Unreadable, EveryReasonSaysWhatToDoInBothLanguages) {
  const auto known = unreadable_codes();
  // reader/read.h promises these.
  for (const auto* code : {"missing", "is-folder", "no-permission", "empty", "too-large", "binary", "encoding",
                           "line-too-long", "too-many-lines", "no-file", "unsupported", "crashed", "timed-out",
                           "out-of-memory", "bad-message", "no-reader", "no-sandbox"})
    EXPECT_NE(std::find(known.begin(), known.end(), code), known.end()) << code;
  for (const auto& code : known) {
    EXPECT_NE(unreadable_message(code, "", Language::chinese).find("。"), std::string::npos) << code;
    EXPECT_NE(unreadable_message(code, "", Language::chinese), unreadable_message(code, "", Language::english)) << code;
  }
  EXPECT_NE(unreadable_message("encoding", "offset 5", Language::chinese).find("offset 5"), std::string::npos);
}

}  // namespace
}  // namespace mingzhang::work
