// Readers that crash, hang, lie or try to get out: the program that started them stands.
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <string>

#include "files.h"
#include "reader/read.h"

namespace mingzhang::reader {
namespace {

using namespace std::chrono_literals;

class Faults : public testing::Test {
 protected:
  Faults() : file(folder.write("a.txt", "甲\n")) {
    limits.wall = 1s;
    limits.message_bytes = 8 << 20;
  }

  /// Code and detail of reading with the faulty reader that goes by this name.
  std::string with(const std::string& name) {
    const auto link = folder.path() / name;
    std::filesystem::create_symlink(BINARY_DIR "/bin/faulty_reader", link);
    const Variable reader("MINGZHANG_READER", link.string());
    const auto start = std::chrono::steady_clock::now();
    std::string result = "read";
    try {
      notices = read(file, limits).notices;
    } catch (const Unreadable& why) {
      result = why.code() + ": " + why.what();
    }
    took = std::chrono::steady_clock::now() - start;
    EXPECT_TRUE(waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD) << "a process is left";
    return result;
  }

  Folder folder;
  std::filesystem::path file;
  Limits limits;
  std::vector<document::Notice> notices;
  std::chrono::steady_clock::duration took{};
};

bool starts_with(const std::string& text, const char* start) {
  return text.rfind(start, 0) == 0;
}

TEST_F(Faults, Crashes) {
  EXPECT_EQ(with("abort"), "crashed: SIGABRT");
  EXPECT_TRUE(starts_with(with("segv"), "crashed: "));
  EXPECT_EQ(with("exit"), "crashed: exit 1");
  EXPECT_EQ(with("half"), "crashed: SIGKILL");
}

TEST_F(Faults, Hangs) {
  for (const char* name : {"hang", "half-hang", "deaf"}) {
    EXPECT_EQ(with(name), "timed-out: 1 s") << name;
    EXPECT_GE(took, 1s) << name;
    EXPECT_LT(took, 4s) << name;
  }
}

TEST_F(Faults, AWholeMessageIsNotKeptWaiting) {
  limits.wall = 60s;
  EXPECT_EQ(with("lingering"), "read");
  EXPECT_LT(took, 10s);
}

TEST_F(Faults, SpendsItsTime) {
  limits.wall = 60s;
  EXPECT_TRUE(starts_with(with("spin"), "timed-out: "));
  EXPECT_LT(took, 30s);
}

TEST_F(Faults, SendsNonsense) {
  for (const char* name : {"silent", "garbage", "huge", "swell", "half-header", "appendix"}) {
    EXPECT_TRUE(starts_with(with(name), "bad-message: ")) << name;
  }
}

TEST_F(Faults, Swallows) {
#if defined(MINGZHANG_SANITIZED)
  GTEST_SKIP() << "sanitizers reserve more than any limit";
#else
  limits.wall = 60s;
  EXPECT_TRUE(starts_with(with("no-memory"), "out-of-memory: "));
#endif
}

TEST_F(Faults, WallsHold) {
  limits.wall = 60s;
  EXPECT_EQ(with("wall-nothing"), "read");
  for (const char* name : {"wall-open", "wall-socket", "wall-fork", "wall-exec", "wall-code", "wall-kill"}) {
    EXPECT_EQ(with(name), "crashed: SIGSYS") << name;
  }
#if !defined(MINGZHANG_SANITIZED)  // which write to pipes of their own
  EXPECT_EQ(with("wall-write"), "crashed: SIGSYS");
#endif
}

TEST_F(Faults, ADoorToDataIsForReadingOnly) {
  limits.wall = 60s;
  const bool landlock = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
  EXPECT_EQ(with("data-own"), landlock ? "read" : "unsupported: not opened");
  EXPECT_EQ(with("data-other"), "unsupported: not opened");
  EXPECT_NE(with("data-write"), "read");
  EXPECT_NE(with("data-new"), "read");
  EXPECT_FALSE(std::filesystem::exists("/tmp/mingzhang-must-not-be"));
}

TEST_F(Faults, ReaderHasThreeDescriptorsAndHardlyAnEnvironment) {
  EXPECT_EQ(with("descriptors"), "unsupported: 2 3 4");
  const Variable secret("MINGZHANG_TEST_SECRET", "secret"), modules("GCONV_PATH", "/tmp");
  const std::string names = with("environment");
  EXPECT_EQ(names.find("SECRET"), std::string::npos) << names;
  EXPECT_EQ(names.find("GCONV"), std::string::npos) << names;
}

TEST_F(Faults, WithoutSeccompOnlyIfAllowed) {
  EXPECT_TRUE(starts_with(with("no-seccomp"), "no-sandbox: "));
  std::filesystem::remove(folder.path() / "no-seccomp");
  const Variable allowed("MINGZHANG_ALLOW_NO_SECCOMP", "1");
  ASSERT_EQ(with("no-seccomp"), "read");
  ASSERT_EQ(notices.size(), 1U);
  EXPECT_EQ(notices[0].code, "no-sandbox");
}

}  // namespace
}  // namespace mingzhang::reader
