#include <gtest/gtest.h>

#include "formats/docx/docx_format.h"
#include "formats/docx/numbering.h"
#include "rejection.h"
#include "support/office_files.h"
#include "support/shown.h"

namespace mingzhang::formats {
namespace {

using testing_support::docx_file;
using testing_support::notices;
using testing_support::shown;
using testing_support::WordParts;

std::string p(const std::string& words, const std::string& properties = {}) {
  return "<w:p>" + properties + "<w:r><w:t>" + words + "</w:t></w:r></w:p>";
}

std::string tc(const std::string& words, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(words) + "</w:tc>";
}

document::Document parse(const WordParts& parts) {
  return parse_docx(docx_file(parts));
}

TEST(Docx, ParagraphsBreaksAndHyphens) {
  const auto document =
      parse({p("甲") + "<w:p/>" +
             "<w:p><w:r><w:t>收入</w:t><w:br/><w:t xml:space=\"preserve\"> 1</w:t><w:noBreakHyphen/><w:t>2</w:t>"
             "<w:softHyphen/><w:t>3</w:t><w:br w:type=\"page\"/><w:t>下页</w:t></w:r></w:p>"});
  EXPECT_EQ(shown(document), "1 甲\n3 收入\n4  1-23\n5 下页\n");
  EXPECT_EQ(document.format, document::Format::docx);
  EXPECT_EQ(document.lines[1].blank_before, 1U);
  EXPECT_EQ(notices(document), "");
}

TEST(Docx, NumbersThatOnlyFormattingPrints) {
  const std::string numbering =
      "<w:numbering><w:abstractNum w:abstractNumId=\"4\">"
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:suff "
      "w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
      "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl>"
      "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText "
      "w:val=\"%1.%3\"/></w:lvl>"
      "<w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"*\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"4\"/></w:num>"
      "<w:num w:numId=\"8\"><w:abstractNumId w:val=\"4\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
      "w:val=\"5\"/></w:lvlOverride></w:num>"
      "</w:numbering>";
  const std::string styles =
      "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId "
      "w:val=\"7\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"H1b\"><w:basedOn "
      "w:val=\"H1\"/></w:style>"
      "</w:styles>";
  const auto at = [](int list, int level) {
    return "<w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(list) +
           "\"/></w:numPr></w:pPr>";
  };
  const auto document = parse({p("甲", at(7, 0)) + p("子", at(7, 1)) + p("丑", at(7, 1)) +
                                   p("乙", "<w:pPr><w:pStyle w:val=\"H1b\"/></w:pPr>") + p("寅", at(7, 1)) +
                                   p("卯", at(7, 2)) + p("点", at(7, 3)) + p("无", at(0, 0)) + p("丙", at(8, 0)),
                               numbering, styles});
  EXPECT_EQ(shown(document), "1 一、甲\n2 1. 子\n3 2. 丑\n4 二、乙\n5 1. 寅\n6 2.1 卯\n7 点\n8 无\n9 五、丙\n");
}

TEST(Docx, WrittenNumbers) {
  EXPECT_EQ(written_number(10, "chineseCounting"), "十");
  EXPECT_EQ(written_number(12, "chineseCountingThousand"), "十二");
  EXPECT_EQ(written_number(20, "japaneseCounting"), "二十");
  EXPECT_EQ(written_number(105, "chineseCountingThousand"), "一百零五");
  EXPECT_EQ(written_number(3, "chineseLegalSimplified"), "叁");
  EXPECT_EQ(written_number(2, "decimalEnclosedCircleChinese"), "②");
  EXPECT_EQ(written_number(14, "upperRoman"), "XIV");
  EXPECT_EQ(written_number(27, "lowerLetter"), "aa");
  EXPECT_EQ(written_number(3, "ideographTraditional"), "丙");
  EXPECT_EQ(written_number(12, "decimalFullWidth"), "１２");
  EXPECT_EQ(written_number(4'000'000'000U, "chineseCounting"), "4000000000");
}

TEST(Docx, TrackedChangesAreTakenAsAccepted) {
  const auto document =
      parse({"<w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>1.00</w:delText></w:r></w:del>"
             "<w:ins><w:r><w:t>2.00</w:t></w:r></w:ins></w:p>"
             "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" +
             p("后半") + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + tc("去") + tc("掉") + "</w:tr><w:tr>" + tc("甲") +
             tc("1.00") + "</w:tr><w:tr>" + tc("乙") + tc("2.00") + "</w:tr></w:tbl>"});
  EXPECT_EQ(shown(document), "1 支出2.00\n2 前半后半\n3 #1 甲|1.00\n4 #1 乙|2.00\n");
  EXPECT_EQ(notices(document), "tracked-changes 4\n");
}

TEST(Docx, FieldsShowTheirResults) {
  const auto mark = [](const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; };
  const auto document = parse(
      {"<w:p><w:r><w:t>共</w:t></w:r>" + mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + mark("begin") +
           "<w:r><w:instrText>REF x</w:instrText></w:r>" + mark("separate") + "<w:r><w:t>内</w:t></w:r>" + mark("end") +
           mark("separate") + "<w:r><w:t>3</w:t></w:r>" + mark("end") +
           "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>页</w:t></w:r></w:fldSimple></w:p>" +
           "<w:p><w:pPr><w:pStyle "
           "w:val=\"T\"/></w:pPr><w:hyperlink><w:r><w:t>一、收入</w:t><w:tab/><w:t>12</w:t></w:r></w:hyperlink></w:p>",
       {},
       "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"toc 1\"/></w:style></w:styles>"});
  EXPECT_EQ(shown(document), "1 共3页\n2 一、收入\n");
}

TEST(Docx, TextBoxesNotesHiddenTextAndPictures) {
  const auto document =
      parse({"<w:p><w:r><w:t>正文</w:t><w:footnoteReference "
             "w:id=\"2\"/><mc:AlternateContent><mc:Choice><w:drawing><a><wps:txbx>"
             "<w:txbxContent>" +
                 p("框内") +
                 "</w:txbxContent></wps:txbx></a></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
                 "<w:txbxContent>" +
                 p("框内") +
                 "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                 "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r></w:p>" +
                 p("续") + "<w:p><w:r><w:drawing><pic/></w:drawing><w:object/></w:r></w:p>",
             {},
             {},
             "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\">" + p("线") +
                 "</w:footnote><w:footnote w:id=\"2\">" + p("脚注") + "</w:footnote></w:footnotes>"});
  EXPECT_EQ(shown(document), "1 正文\n2 框内\n3 脚注\n4 续\n");
  EXPECT_EQ(notices(document), "embedded-objects 1\nhidden-text 1\npictures 1\n");
}

TEST(Docx, MergedCells) {
  const auto document =
      parse({"<w:tbl><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/><w:gridCol "
             "w:w=\"1000\"/></w:tblGrid><w:tr>" +
             tc("项目", "<w:vMerge w:val=\"restart\"/>") + tc("决算数", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" +
             tc("", "<w:vMerge/>") + tc("收入") + tc("支出") + "</w:tr><w:tr>" + tc("合计") + tc("") + tc("2.00") +
             "</w:tr></w:tbl>"});
  EXPECT_EQ(shown(document), "1 #1 项目|决算数| {0 1×2} {1 2×1}\n2 #1 |收入|支出\n3 #1 合计||2.00\n");
}

TEST(Docx, ColumnsThatMissEachOtherByAHairAreOne) {
  const auto document = parse(
      {"<w:tbl><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"15\"/><w:gridCol w:w=\"985\"/></w:tblGrid><w:tr>" +
       tc("甲") + tc("乙", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" + tc("丙", "<w:gridSpan w:val=\"2\"/>") +
       tc("丁") + "</w:tr></w:tbl>"});
  EXPECT_EQ(shown(document), "1 #1 甲|乙\n2 #1 丙|丁\n");
}

TEST(Docx, TitlesInATableAreWordsAndLayoutIsNoTable) {
  const std::string inner =
      "<w:tbl><w:tr>" + tc("项目") + tc("数") + "</w:tr><w:tr>" + tc("甲") + tc("1.00") + "</w:tr></w:tbl>";
  const auto document =
      parse({"<w:tbl><w:tr>" + tc("收入决算表", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" + tc("公开02表") +
             tc("单位：万元") + "</w:tr><w:tr>" + tc("项目") + tc("数") + "</w:tr><w:tr>" + tc("甲") + tc("1.00") +
             "</w:tr><w:tr>" + tc("注：某某。") + tc("") + "</w:tr></w:tbl><w:tbl><w:tr><w:tc>" + p("左") + inner +
             "</w:tc><w:tc>" + p("右") + "</w:tc></w:tr></w:tbl>"});
  EXPECT_EQ(shown(document),
            "1 收入决算表\n2 公开02表    单位：万元\n3 #1 项目|数\n4 #1 甲|1.00\n5 注：某某。\n"
            "6 左\n7 #2 项目|数\n8 #2 甲|1.00\n9 右\n");
}

TEST(Docx, TypedTablesKeepTheirTabsAndOtherTabsAreGaps) {
  const auto tabs = [](const std::string& a) {
    return "<w:p><w:r><w:t>" + a + "</w:t><w:tab/><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r></w:p>";
  };
  const auto document = parse({tabs("甲") + tabs("乙") + tabs("丙") + p("x") + tabs("丁")});
  EXPECT_EQ(shown(document), "1 甲|1|2\n2 乙|1|2\n3 丙|1|2\n4 x\n5 丁    1    2\n");
  EXPECT_EQ(document.lines[0].grid, 0U);
}

TEST(Docx, BadFilesAreRefused) {
  const auto rejected = [](const std::string& file) { return rejection_of([&] { parse_docx(file); }); };
  EXPECT_EQ(rejected(docx_file({"<w:p>"})).substr(0, 26), "damaged: word/document.xml");
  EXPECT_EQ(rejected(docx_file({""})), "empty: 0");
  EXPECT_EQ(rejected(docx_file({"<w:p><w:r><w:drawing><pic/></w:drawing></w:r></w:p>"})), "scanned: docx");
  const testing_support::Parts doctype = {
      {"_rels/.rels", testing_support::relations({{"officeDocument", "word/document.xml"}})},
      {"word/document.xml",
       "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]><w:document><w:body>&a;</w:body></w:document>"}};
  EXPECT_EQ(rejected(testing_support::zip_file(doctype)), "unsupported: word/document.xml: DOCTYPE");
  const testing_support::Parts outside = {
      {"_rels/.rels",
       "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" TargetMode=\"External\" "
       "Target=\"file:///etc/passwd\"/></Relationships>"}};
  EXPECT_EQ(rejected(testing_support::zip_file(outside)), "damaged: officeDocument");
  std::string cut = docx_file({p("甲")});
  cut.resize(cut.size() / 2);
  EXPECT_EQ(rejected(cut).substr(0, 7), "damaged");
}

TEST(Docx, DepthAndOddMergesAreSurvived) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<w:sdt><w:sdtContent>";
  deep += p("深");
  for (int i = 0; i < 5000; ++i) deep += "</w:sdtContent></w:sdt>";
  EXPECT_EQ(shown(parse({deep + p("浅")})), "1 浅\n");
  const auto odd =
      parse({"<w:tbl><w:tr>" + tc("甲", "<w:vMerge/><w:gridSpan w:val=\"4000000000\"/>") + tc("乙", "<w:hMerge/>") +
             "</w:tr><w:tr>" + tc("丙", "<w:gridSpan w:val=\"0\"/>") + tc("丁") + "</w:tr></w:tbl>"});
  EXPECT_FALSE(odd.lines.empty());
}

}  // namespace
}  // namespace mingzhang::formats
