#include "report/html.h"

#include <gtest/gtest.h>

#include <chrono>

#include "report/html_text.h"
#include "sample.h"

namespace mingzhang::report {
namespace {

const check::Rules& rules() {
  static const check::Rules all{profile::DataFiles()};
  return all;
}

std::string html(const Sample& sample, const Pictures& pictures = {}) {
  return check_html({sample.entry()}, {pictures}, rules(), Language::chinese);
}

std::size_t count(const std::string& text, std::string_view words) {
  std::size_t found = 0;
  for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + words.size())) ++found;
  return found;
}

/// What stands between the policy and the script: the report itself.
std::string body(const std::string& page) {
  const auto begin = page.find("<body>");
  return page.substr(begin, page.rfind("<script>") - begin);
}

TEST(HtmlText, KeepsNothingThatIsMarkup) {
  EXPECT_EQ(escaped("<a href='x' title=\"y\">&</a>"), "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;&lt;/a&gt;");
  EXPECT_EQ(escaped("a\x01\u202E"
                    "b"),
            "a\uFFFD\uFFFDb");
}

TEST(HtmlText, Base64OfRfc4648) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64("\xFF\xFE\xFD"), "//79");
}

TEST(Html, HostileWordsStayWords) {
  const std::string hostile = "</script><script>alert(1)</script> \" onmouseover=\"x ' <img src=x onerror=y> <!--";
  Sample sample({hostile, "第二行"});
  auto& finding = sample.add("agreement", check::Severity::error, sample.place(1, hostile));
  finding.words["what"] = hostile;
  finding.section = hostile;
  finding.expected = hostile;
  finding.because.push_back({hostile, {hostile}, hostile});
  finding.places.push_back(sample.place(1, "alert"));
  sample.result.reading.recognition.unit = hostile;
  sample.result.reading.facts.unread.push_back({sample.place(1, "img"), "<why>", 1});
  Entry entry = sample.entry();
  entry.path = hostile;
  Entry failed;
  failed.path = failed.message = hostile;
  const auto page = check_html({entry, failed}, {}, rules(), Language::chinese);
  EXPECT_EQ(count(page, "<script"), 1u);
  EXPECT_EQ(count(page, "</script"), 1u);
  EXPECT_EQ(count(page, "<img"), 0u);
  EXPECT_EQ(count(page, "<!--"), 0u);
  EXPECT_EQ(count(body(page), "\" onmouseover"), 0u);
  EXPECT_EQ(count(page, "<why>"), 0u);
}

TEST(Html, LoadsNothing) {
  Sample sample({"收入 100.00 万元"});
  sample.add("agreement", check::Severity::error, sample.place(1, "100.00"));
  const auto page = html(sample);
  for (const auto* words : {"http:", "https:", "url(", "@import", "src=", "<link"})
    EXPECT_EQ(count(page, words), 0u) << words;
  EXPECT_EQ(count(page, "default-src 'none'"), 1u);
  EXPECT_EQ(count(page, "'unsafe-inline'"), 0u);
}

TEST(Html, MarksTheBytesAndLeadsBothWays) {
  Sample sample({"收入 100.00 万元，支出 90.00 万元。"});
  auto& finding = sample.add("agreement", check::Severity::error, sample.place(1, "100.00"));
  finding.places.push_back(sample.place(1, "90.00"));
  const auto page = html(sample);
  EXPECT_NE(page.find("收入 <span id=\"m1\"></span><a class=\"mark error\" href=\"#f1\" data-of=\"f1\""),
            std::string::npos);
  EXPECT_NE(page.find(">100.00</a> 万元，支出 <span id=\"m1-2\"></span><a class=\"mark see\""), std::string::npos);
  EXPECT_NE(page.find("<li class=\"finding error\" id=\"f1\""), std::string::npos);
  EXPECT_NE(page.find("href=\"#m1\""), std::string::npos);
  EXPECT_NE(page.find("href=\"#m1-2\""), std::string::npos);
}

TEST(Html, MarksThatOverlapShowTheWorstAndLeadToAll) {
  Sample sample({"abcdef"});
  sample.add("agreement", check::Severity::note, sample.place(1, "abcd"));
  sample.add("agreement", check::Severity::error, sample.place(1, "cdef"));
  const auto page = body(html(sample));
  EXPECT_NE(page.find("mark note\" href=\"#f1\" data-of=\"f1\""), std::string::npos);
  EXPECT_NE(page.find("mark error\" href=\"#f2\" data-of=\"f1 f2\""), std::string::npos);
  for (const auto* piece : {">ab</a>", ">cd</a>", ">ef</a>"}) EXPECT_NE(page.find(piece), std::string::npos) << piece;
}

TEST(Html, AFindingOverSeveralLinesMarksThemAll) {
  Sample sample({"第一行的 12", "34 万元。"});
  auto& finding = sample.add("agreement", check::Severity::error, sample.place(1, "12"));
  finding.places[0].last_line = 2;
  finding.places[0].end = 2;
  const auto page = body(html(sample));
  EXPECT_NE(page.find(">12</a>"), std::string::npos);
  EXPECT_NE(page.find(">34</a> 万元。"), std::string::npos);
  EXPECT_EQ(count(page, "id=\"m1\""), 1u);
}

TEST(Html, AFindingWithoutALineIsListed) {
  Sample sample({"第一行"});
  cube::Place nowhere;
  nowhere.line = 99;
  sample.add("agreement", check::Severity::error, nowhere);
  sample.add("agreement", check::Severity::error, nowhere).places.clear();
  const auto page = html(sample);
  EXPECT_EQ(count(page, "class=\"finding error\""), 2u);
  EXPECT_EQ(count(page, "id=\"m1\""), 1u);
}

TEST(Html, GridsAreTablesWithMergedCells) {
  Sample sample({"合计\t\t1.00", "\t乙\t2.00"});
  auto& lines = sample.document().lines;
  for (auto& line : lines) line.grid = 1, line.tabs = 2;
  lines[0].fragments = {{0, 6, 0, 0, 2, 1}, {8, 12, 2, 0}};
  lines[1].fragments = {{1, 4, 1, 0}, {5, 9, 2, 0}};
  const auto page = body(html(sample));
  EXPECT_NE(page.find("<tr><th>1</th><td colspan=\"2\">合计</td><td class=\"r\">1.00</td></tr>"), std::string::npos);
  EXPECT_NE(page.find("<tr><th>2</th><td></td><td>乙</td><td class=\"r\">2.00</td></tr>"), std::string::npos);
}

TEST(Html, MergedRowsCoverTheCellsBelow) {
  Sample sample({"甲\t1", "\t2", "乙\t3"});
  auto& lines = sample.document().lines;
  for (auto& line : lines) line.grid = 1, line.tabs = 1;
  lines[0].fragments = {{0, 3, 0, 0, 1, 2}, {4, 5, 1, 0}};
  lines[1].fragments = {{1, 2, 1, 0}};
  lines[2].fragments = {{0, 3, 0, 0}, {4, 5, 1, 0}};
  const auto page = body(html(sample));
  EXPECT_NE(page.find("<td rowspan=\"2\">甲</td>"), std::string::npos);
  EXPECT_NE(page.find("<tr><th>2</th><td class=\"r\">2</td></tr>"), std::string::npos);
  EXPECT_NE(page.find("<tr><th>3</th><td>乙</td>"), std::string::npos);
}

TEST(Html, PagesArePicturesWithFrames) {
  Sample sample({"收入 100.00"});
  sample.document().format = document::Format::pdf;
  sample.document().lines[0].page = 1;
  auto place = sample.place(1, "100.00");
  place.boxes = {{10, 20, 30, 40}};
  sample.add("agreement", check::Severity::error, place);
  const auto page = body(html(sample, {{1, 595, 842, "image/jpeg", "\xFF\xD8\xFF"}}));
  EXPECT_NE(page.find("viewBox=\"0 0 595.00 842.00\""), std::string::npos);
  EXPECT_NE(page.find("href=\"data:image/jpeg;base64,/9j/\""), std::string::npos);
  EXPECT_NE(page.find("<rect x=\"8.50\" y=\"18.50\" width=\"23.00\" height=\"23.00\""), std::string::npos);
  EXPECT_EQ(count(page, "id=\"m1\""), 1u);
}

TEST(Html, NumbersOfPersonsAreNotShown) {
  Sample sample({"联系人 13800000000"});
  sample.add("personal-data", check::Severity::warning, sample.place(1, "13800000000"));
  EXPECT_EQ(count(html(sample), "13800000000"), 0u);
}

TEST(Html, SaysWhatWasNotReadAndNeverAllClear) {
  Sample sample({"收入 1", "支出 2"});
  sample.result.coverage = {2, 1, 0, 0, 1};
  sample.result.reading.facts.unread.push_back({sample.place(2, "2"), "no-clause", 1});
  const auto page = html(sample);
  EXPECT_EQ(count(page, "未发现问题"), 0u);
  EXPECT_NE(page.find("id=\"u1-1\""), std::string::npos);
  EXPECT_NE(page.find("href=\"#u1-1\""), std::string::npos);
}

TEST(Html, SeveralFilesGetASummary) {
  Sample first({"甲"}), second({"乙"});
  second.add("agreement", check::Severity::warning, second.place(1, "乙"));
  Entry failed{"坏.pdf", nullptr, "damaged", 0, "文件已损坏"};
  const auto page = check_html({first.entry(), failed, second.entry()}, {}, rules(), Language::chinese);
  EXPECT_EQ(count(page, "<table class=\"files\">"), 1u);
  EXPECT_NE(page.find("<tr class=\"failed\"><td colspan=\"3\">无法读取：文件已损坏</td><td>坏.pdf</td>"),
            std::string::npos);
  EXPECT_NE(page.find("href=\"#d3\""), std::string::npos);
}

TEST(Html, ThousandFindingsInWellUnderASecond) {
  std::vector<std::string> lines(1000, "收入 100.00 万元，支出 90.00 万元，结余 10.00 万元。");
  Sample sample(lines);
  for (std::uint32_t line = 1; line <= lines.size(); ++line)
    sample.add("agreement", check::Severity::error, sample.place(line, "100.00"));
  const auto before = std::chrono::steady_clock::now();
  const auto page = html(sample);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(500));
  EXPECT_EQ(count(page, "class=\"finding error\""), 1000u);
}

TEST(Html, LongDocumentsAreShownAroundTheirMarks) {
  std::vector<std::string> lines(30'000, "一行");
  Sample sample(lines);
  sample.add("agreement", check::Severity::error, sample.place(15'000, "一"));
  const auto page = html(sample);
  EXPECT_EQ(count(page, "<p data-n="), 25u);
  EXPECT_EQ(count(page, "class=\"cut\""), 2u);
}

}  // namespace
}  // namespace mingzhang::report
