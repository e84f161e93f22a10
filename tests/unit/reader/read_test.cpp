// Reading through the real reader process.
#include "reader/read.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "files.h"

namespace mingzhang::reader {
namespace {

class Read : public testing::Test {
 protected:
  std::string refusal(const std::filesystem::path& path, const Limits& limits = {}) {
    try {
      read(path, limits);
    } catch (const Unreadable& why) {
      return why.code() + " " + std::to_string(why.line());
    }
    return "read";
  }

  Folder folder;
  Variable reader{"MINGZHANG_READER", BINARY_DIR "/bin/mingzhang-reader"};
};

std::ptrdiff_t open_descriptors() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
}

bool has_children() {
  return waitpid(-1, nullptr, WNOHANG) != -1 || errno != ECHILD;
}

TEST_F(Read, ADocument) {
  const auto document = read(folder.write("a.txt", "\xEF\xBB\xBF一、概况\r\n\r\n项目\t1.00\r\n"));
  EXPECT_EQ(document.path, "");
  EXPECT_EQ(document.line_count, 3U);
  ASSERT_EQ(document.lines.size(), 2U);
  EXPECT_EQ(document.lines[0].text, "一、概况");
  EXPECT_EQ(document.lines[1].fragment(1), "1.00");
  EXPECT_TRUE(document.notices.empty());
}

TEST_F(Read, Gb18030InsideTheSandbox) {
  const auto document = read(folder.write("a.txt", "\xBD\xF0\xB6\xEE\xA3\xBA\xCD\xF2\xD4\xAA\n"));
  EXPECT_EQ(document.lines.at(0).text, "金额：万元");
  EXPECT_EQ(document.notices.at(0).code, "encoding-gb18030");
}

TEST_F(Read, Utf16InsideTheSandbox) {
  EXPECT_EQ(read(folder.write("a.txt", std::string_view("\xFF\xFE\x43\x51", 4))).lines.at(0).text, "元");
}

TEST_F(Read, WhatCanBeToldWithoutOpening) {
  EXPECT_EQ(refusal(folder.path() / "none.txt"), "missing 0");
  EXPECT_EQ(refusal(folder.write("a", "x") / "b"), "missing 0");
  EXPECT_EQ(refusal(""), "missing 0");
  EXPECT_EQ(refusal(folder.path()), "is-folder 0");
  EXPECT_EQ(refusal(folder.write("empty.txt", "")), "empty 0");
  Limits limits;
  limits.file_bytes = 3;
  EXPECT_EQ(refusal(folder.write("large.txt", "four"), limits), "too-large 0");
  EXPECT_EQ(refusal(folder.write("fits.txt", "two"), limits), "read");
}

TEST_F(Read, PipesAndDevicesAreRefusedAtOnce) {
  ASSERT_EQ(mkfifo((folder.path() / "fifo").c_str(), 0600), 0);
  EXPECT_EQ(refusal(folder.path() / "fifo"), "no-file 0");
  EXPECT_EQ(refusal("/dev/zero"), "no-file 0");
}

TEST_F(Read, WithoutPermission) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const auto path = folder.write("closed.txt", "x");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  EXPECT_EQ(refusal(path), "no-permission 0");
}

TEST_F(Read, TheReasonsOfTheFormat) {
  EXPECT_EQ(refusal(folder.write("a.pdf", "%PDF-1.4")), "unsupported 0");
  EXPECT_EQ(refusal(folder.write("a.docx", "PK\3\4")), "unsupported 0");
  EXPECT_EQ(refusal(folder.write("a.bin", std::string_view("a\0b", 3))), "binary 0");
  EXPECT_EQ(refusal(folder.write("blank.txt", " \n　\n")), "empty 0");
  EXPECT_EQ(refusal(folder.write("bad.txt", "a\nb\n元元元元元元\xFF\n")), "encoding 3");
}

TEST_F(Read, TheLimitsOfTheFormatReachTheReader) {
  Limits limits;
  limits.lines = 2;
  EXPECT_EQ(refusal(folder.write("a.txt", "1\n2\n3\n"), limits), "too-many-lines 2");
  limits = {};
  limits.line_bytes = 5;
  EXPECT_EQ(refusal(folder.write("a.txt", "1\n123456\n"), limits), "line-too-long 2");
  limits = {};
  limits.fragments = 1;
  EXPECT_EQ(refusal(folder.write("a.txt", "1  2\n"), limits), "too-many-lines 1");
  limits = {};
  limits.message_bytes = 60;
  EXPECT_EQ(refusal(folder.write("a.txt", "1\n2\n"), limits), "too-large 0");
}

TEST_F(Read, OneHugeLineIsRefusedQuickly) {
  const auto path = folder.write("line.txt", "a\n" + std::string(10'000'000, 'x'));
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(refusal(path), "line-too-long 2");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST_F(Read, MemoryIsLimited) {
#if defined(MINGZHANG_SANITIZED)
  GTEST_SKIP() << "sanitizers reserve more than any limit";
#else
  Limits limits;
  limits.memory_bytes = 32 << 20;
  std::string many;
  for (int i = 0; i < 1'000'000; ++i) many += "1\n";
  EXPECT_EQ(refusal(folder.write("many.txt", many), limits), "out-of-memory 0");
#endif
}

TEST_F(Read, LeavesNothingBehind) {
  const auto good = folder.write("good.txt", "x"), bad = folder.write("bad.txt", "%PDF-");
  refusal(good);
  const auto before = open_descriptors();
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(refusal(good), "read");
    EXPECT_EQ(refusal(bad), "unsupported 0");
  }
  EXPECT_EQ(open_descriptors(), before);
  EXPECT_FALSE(has_children());
}

TEST_F(Read, InterruptionsDoNotMatter) {
  std::string many;
  for (int i = 0; i < 50'000; ++i) many += "项目\t1.00\t2.00\n";
  const auto path = folder.write("many.txt", many);
  struct sigaction action {
  }, before{};
  action.sa_handler = [](int) {};  // without SA_RESTART
  sigaction(SIGALRM, &action, &before);
  const itimerval often{{0, 500}, {0, 500}}, never{};
  setitimer(ITIMER_REAL, &often, nullptr);
  const std::string result = refusal(path);
  setitimer(ITIMER_REAL, &never, nullptr);
  sigaction(SIGALRM, &before, nullptr);
  EXPECT_EQ(result, "read");
}

TEST_F(Read, IgnoredAndBlockedSignalsDoNotMatter) {
  const auto child_before = signal(SIGCHLD, SIG_IGN), pipe_before = signal(SIGPIPE, SIG_IGN);
  EXPECT_EQ(refusal(folder.write("a.txt", "x")), "read");
  EXPECT_EQ(refusal(folder.write("b.txt", "%PDF-")), "unsupported 0");
  signal(SIGCHLD, child_before);
  signal(SIGPIPE, pipe_before);
}

TEST_F(Read, SeveralAtATime) {
  const auto path = folder.write("a.txt", "甲\n");
  std::vector<std::thread> threads;
  std::vector<int> good(4);
  for (int& count : good) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) count += read(path).lines.size() == 1;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(good, std::vector<int>(4, 20));
}

TEST_F(Read, WithDescriptorsThreeAndFourClosed) {
  // Where the parent's own files get the very numbers that the reader's are to have.
  const int three = dup(3), four = dup(4);
  close(3);
  close(4);
  EXPECT_EQ(refusal(folder.write("a.txt", "x")), "read");
  if (three >= 0) dup2(three, 3), close(three);
  if (four >= 0) dup2(four, 4), close(four);
}

TEST_F(Read, NoReader) {
  const Variable nowhere("MINGZHANG_READER", "/nowhere/mingzhang-reader");
  EXPECT_EQ(refusal(folder.write("a.txt", "x")), "no-reader 0");
}

TEST(FindReader, BesideTheProgram) {
  const Folder folder;
  EXPECT_EQ(read(folder.write("a.txt", "x")).lines.size(), 1U);
}

}  // namespace
}  // namespace mingzhang::reader
