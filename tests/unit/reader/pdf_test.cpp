// PDFs through the real reader process, behind its walls.
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "files.h"
#include "reader/read.h"
#include "support/pdf_writer.h"

namespace mingzhang::reader {
namespace {

using test::Mapping;
using test::PdfPage;
using test::PdfWriter;

class ReadPdf : public testing::Test {
 protected:
  std::string refusal(const std::string& bytes, const Limits& limits = {}) {
    try {
      read(folder.write("a.pdf", bytes), limits);
    } catch (const Unreadable& why) {
      return why.code();
    }
    return "read";
  }

  Folder folder;
};

TEST_F(ReadPdf, ADocument) {
  PdfWriter pdf;
  pdf.add().grid({50, 150, 250}, {100, 130}).text(60, 120, 12, "合计").text(160, 120, 12, "1.00");
  const auto document = read(folder.write("a.pdf", pdf.bytes()));
  ASSERT_EQ(document.lines.size(), 1U);
  EXPECT_EQ(document.format, document::Format::pdf);
  EXPECT_EQ(document.lines[0].text, "合计\t1.00");
  EXPECT_EQ(document.lines[0].grid, 1U);
  EXPECT_EQ(document.lines[0].boxes.size(), 2U);
  EXPECT_TRUE(document.notices.empty());
}

/// Its map is opened while the file is parsed: through the door that the walls have for it.
TEST_F(ReadPdf, FontsWhoseMapIsOnDisk) {
  if (!std::filesystem::exists("/usr/share/poppler")) GTEST_SKIP() << "without poppler-data";
  if (syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) < 1)
    GTEST_SKIP() << "the kernel has no Landlock";
  PdfWriter pdf;
  pdf.add().text(50, 100, 12, "收入决算表", Mapping::by_collection).text(50, 130, 12, "单位");
  const auto document = read(folder.write("a.pdf", pdf.bytes()));
  ASSERT_EQ(document.lines.size(), 2U);
  EXPECT_EQ(document.lines[0].text, "收入决算表");
}

TEST_F(ReadPdf, Refusals) {
  EXPECT_EQ(refusal("%PDF-1.4"), "damaged");
  PdfWriter scan;
  scan.add().picture = true;
  EXPECT_EQ(refusal(scan.bytes()), "scanned");
}

/// A form that draws itself is drawn a bounded number of times.
TEST_F(ReadPdf, AFormThatDrawsItself) {
  PdfWriter pdf;
  pdf.add().text(50, 100, 12, "合计").raw("/I Do\n").picture = true;
  std::string bytes = pdf.bytes();
  const std::string picture = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8";
  const auto at = bytes.find(picture);
  ASSERT_NE(at, std::string::npos);
  std::string form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 10 0 R";
  form.resize(picture.size(), ' ');
  bytes.replace(at, picture.size(), form);
  EXPECT_EQ(refusal(bytes), "read");
}

/// A million strokes and a hundred thousand lines of words on a page.
TEST_F(ReadPdf, AnEndlessPageIsBounded) {
  PdfWriter pdf;
  PdfPage& page = pdf.add();
  for (int index = 0; index < 100'000; ++index) page.text(50, 0.008 * index, 0.001, "1");
  for (int index = 0; index < 500'000; ++index)
    page.raw("0 " + std::to_string(0.0016 * index) + " m 500 0 l S\n0 " + std::to_string(0.0016 * index) +
             " 500 0.1 re f\n");
  const std::string bytes = pdf.bytes();
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(refusal(bytes), "read");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
}

TEST_F(ReadPdf, ContentWithoutEndIsGivenUp) {
#if defined(MINGZHANG_SANITIZED)
  GTEST_SKIP() << "takes its time";
#else
  PdfWriter pdf;
  std::string idle;
  for (int index = 0; index < 20'000'000; ++index) idle += "q Q ";
  pdf.add().raw(idle);
  Limits limits;
  limits.cpu = std::chrono::seconds(1);
  EXPECT_EQ(refusal(pdf.bytes(), limits), "timed-out");
#endif
}

TEST_F(ReadPdf, TheLimitsOfTheReaderReachTheFormat) {
  PdfWriter pdf;
  PdfPage& page = pdf.add();
  for (int line = 0; line < 3; ++line) page.text(50, 100 + 20 * line, 12, "一");
  Limits limits;
  limits.lines = 2;
  EXPECT_EQ(refusal(pdf.bytes(), limits), "too-many-lines");
  limits = {};
  limits.fragments = 2;
  EXPECT_EQ(refusal(pdf.bytes(), limits), "too-many-lines");
}

}  // namespace
}  // namespace mingzhang::reader
