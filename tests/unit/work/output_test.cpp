#include "work/output.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "work/check_files.h"
#include "work/read_file.h"

namespace mingzhang::work {
namespace {

namespace fs = std::filesystem;

class Output : public testing::Test {
 protected:
  Output() : folder(fs::temp_directory_path() / ("mingzhang-output-" + std::to_string(::getpid()))) {
    fs::create_directories(folder);
  }
  ~Output() override { fs::remove_all(folder); }

  static std::string content(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static void put(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }
  std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {})); }

  fs::path folder;
  Common common;
};

TEST_F(Output, ReplacesTheWholeFileAndLeavesNothingBeside) {
  const auto target = folder / "结果.json";
  put(target, "old and much longer than what follows");
  write_whole(target, "new", common);
  EXPECT_EQ(content(target), "new");
  EXPECT_EQ(files(), 1u);
}

TEST_F(Output, KeepsTheModeOfAFileAndFollowsALink) {
  const auto target = folder / "real.txt", link = folder / "link.txt";
  put(target, "old");
  ASSERT_EQ(::chmod(target.c_str(), 0640), 0);
  fs::create_symlink(target, link);
  write_whole(link, "new", common);
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(content(target), "new");
  EXPECT_EQ(fs::status(target).permissions(), fs::perms(0640));
}

TEST_F(Output, NewFilesObeyTheUmask) {
  const mode_t before = ::umask(027);
  write_whole(folder / "a", "x", common);
  ::umask(before);
  EXPECT_EQ(fs::status(folder / "a").permissions(), fs::perms(0640));
}

TEST_F(Output, WhatCannotBeWrittenIsTold) {
  EXPECT_THROW(write_whole(folder / "none" / "a", "x", common), OutputError);
  EXPECT_THROW(write_whole("/dev/full", "x", common), OutputError);
  EXPECT_NO_THROW(write_whole("/dev/null", "x", common));
}

TEST_F(Output, NeverOverAnInputNorAFolder) {
  const auto input = folder / "in.txt", link = folder / "same.txt";
  put(input, "x");
  fs::create_hard_link(input, link);
  EXPECT_THROW(refuse_output(input, {input}, common), UsageError);
  EXPECT_THROW(refuse_output(link, {input}, common), UsageError);
  EXPECT_THROW(refuse_output(folder, {input}, common), UsageError);
  EXPECT_NO_THROW(refuse_output(folder / "out.txt", {input}, common));
  EXPECT_NO_THROW(refuse_output({}, {input}, common));
}

TEST_F(Output, CheckingWithTheInputAsOutputTouchesNothing) {
  const auto input = folder / "in.txt";
  put(input, "公开说明");
  std::string messages;
  const Sinks sinks{[](std::string_view) {}, [&](std::string_view text) { messages += text; }};
  CheckOptions options;
  options.common.output = input;
  options.files = {input};
  EXPECT_EQ(check_files(options, sinks), exit_usage);
  EXPECT_EQ(content(input), "公开说明");
  EXPECT_NE(messages.find("不能覆盖"), std::string::npos) << messages;
}

}  // namespace
}  // namespace mingzhang::work
