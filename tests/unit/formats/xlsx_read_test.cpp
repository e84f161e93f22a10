#include <gtest/gtest.h>

#include "formats/office/office_format.h"
#include "formats/xlsx/read.h"
#include "rejection.h"
#include "support/office_files.h"
#include "support/shown.h"

namespace mingzhang::formats {
namespace {

using testing_support::notices;
using testing_support::SheetParts;
using testing_support::shown;
using testing_support::xlsx_file;

std::string words(const std::string& where, const std::string& text) {
  return "<c r=\"" + where + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}
std::string number(const std::string& where, const std::string& value, int style = 0) {
  return "<c r=\"" + where + "\" s=\"" + std::to_string(style) + "\"><v>" + value + "</v></c>";
}
std::string row(const std::string& cells, const std::string& more = {}) {
  return "<row" + more + ">" + cells + "</row>";
}
std::string data(const std::string& rows) {
  return "<sheetData>" + rows + "</sheetData>";
}

document::Document parse(const SheetParts& parts) {
  return parse_xlsx(xlsx_file(parts));
}

TEST(XlsxRead, TitlesGridAndNotes) {
  const auto document =
      parse({{data(row(words("A1", "收入决算表")) + row(words("A2", "编制单位：某局") + words("C2", "金额单位：万元")) +
                   row(words("A3", "科目") + words("B3", "合计") + words("C3", "财政拨款")) +
                   row(words("A4", "合计") + number("B4", "1254.7600000000002", 1) + number("C4", "0.5", 2)) +
                   row(words("A5", "其他")) + row(words("A7", "注：本表反映收入。")) + row(words("A8", "2. 尾差。"))) +
              "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"},
             {},
             {},
             "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"0.0%\"/></numFmts><cellXfs><xf/>"
             "<xf numFmtId=\"4\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>"});
  EXPECT_EQ(
      shown(document),
      "1:1 收入决算表\n1:2 编制单位：某局    金额单位：万元\n1:3 #1 科目|合计|财政拨款\n1:4 #1 合计|1,254.76|50.0%\n"
      "1:5 #1 其他||\n1:7 注：本表反映收入。\n1:8 2. 尾差。\n");
  EXPECT_EQ(document.sheets, std::vector<std::string>{"表1"});
  EXPECT_EQ(document.format, document::Format::xlsx);
  EXPECT_EQ(document.lines[5].blank_before, 1U);
}

TEST(XlsxRead, SharedStringsRichTextAndTypes) {
  const auto document = parse(
      {{data(row("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>9</v></c>") +
             row("<c t=\"b\"><v>1</v></c><c t=\"e\"><f>1/0</f><v>#REF!</v></c><c t=\"str\"><f>A1</f><v>文</v></c>"
                 "<c><f>B1</f></c>"))},
       {},
       "<sst><si><t>甲_x000D_\n_x000</t></si><si><r><t>乙</t></r><rPh><t>yi</t></rPh><r><t>丙</t></r></si></sst>"});
  EXPECT_EQ(shown(document), "1:1 #1 甲_x000|乙丙|\n1:2 #1 TRUE|#REF!|文\n");
  EXPECT_EQ(notices(document), "formula-errors 1\nformulas-without-value 1\n");
  EXPECT_EQ(document.notices[0].page, 1U);
  EXPECT_EQ(document.notices[0].line, 2U);
}

TEST(XlsxRead, MergedHeaderCells) {
  const auto document = parse(
      {{data(row(words("A1", "项目") + words("B1", "财政拨款") + words("D1", "合计")) +
             row(words("B2", "一般") + words("C2", "基金")) +
             row(words("A3", "甲") + number("B3", "1") + number("C3", "2") + number("D3", "3"))) +
        "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"D1:D2\"/></mergeCells>"}});
  EXPECT_EQ(shown(document),
            "1:1 #1 项目|财政拨款||合计 {0 1×2} {1 2×1} {3 1×2}\n1:2 #1 |一般|基金|\n1:3 #1 甲|1|2|3\n");
}

TEST(XlsxRead, WhatIsHiddenIsLeftOutAndTold) {
  const auto document =
      parse({{"<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>" +
                  data(row(words("A1", "甲") + words("B1", "藏") + words("C1", "乙")) +
                       row(words("A2", "丙") + number("C2", "1"), " r=\"2\" hidden=\"1\"") +
                       row("", " r=\"3\" hidden=\"1\"") + row(words("A4", "丁") + number("C4", "2"), " r=\"4\"") +
                       row(words("A5", "戊"), " r=\"5\"")),
              data(row(words("A1", "代码")))},
             {"", "state=\"hidden\""}});
  EXPECT_EQ(shown(document), "1:1 #1 甲|乙\n1:4 #1 丁|2\n1:5 #1 戊|\n");
  EXPECT_EQ(document.columns, (std::vector<std::vector<std::uint32_t>>{{0, 2}}));
  EXPECT_EQ(notices(document), "hidden-sheets 表2\nhidden-columns 1\nhidden-rows 1\n");
}

TEST(XlsxRead, AMergedCellWithAHiddenCornerIsSeen) {
  const auto document =
      parse({{"<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>" +
              data(row(words("A1", "项目") + words("C1", "数")) + row(words("B2", "甲") + number("C2", "1"))) +
              "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"}});
  EXPECT_EQ(shown(document), "1:1 #1 项目|数\n1:2 #1 甲|1\n");
}

TEST(XlsxRead, SeveralTablesBelowEachOther) {
  const auto table = [](int first) {
    const auto at = [&](const std::string& column, int more) { return column + std::to_string(first + more); };
    return row(words(at("A", 0), "某表"), " r=\"" + std::to_string(first) + "\"") +
           row(words(at("A", 1), "项目") + words(at("B", 1), "数")) +
           row(words(at("A", 2), "甲") + number(at("B", 2), "1"));
  };
  const auto document = parse({{data(table(1) + table(5))}});
  EXPECT_EQ(shown(document), "1:1 某表\n1:2 #1 项目|数\n1:3 #1 甲|1\n1:5 某表\n1:6 #2 项目|数\n1:7 #2 甲|1\n");
}

TEST(XlsxRead, ZerosThatASheetDoesNotShow) {
  const auto document = parse({{"<sheetViews><sheetView showZeros=\"0\"/></sheetViews>" +
                                data(row(words("A1", "甲") + number("B1", "0") + number("C1", "1")) +
                                     row(words("A2", "乙") + number("B2", "2")))}});
  EXPECT_EQ(shown(document), "1:1 #1 甲||1\n1:2 #1 乙|2|\n");
}

TEST(XlsxRead, FarCellsCostNothing) {
  const auto document =
      parse({{data(row(words("A1", "甲") + words("XFD1", "乙")) + row(words("A1048576", "丙"), " r=\"1048576\"")) +
              "<mergeCells><mergeCell ref=\"A1:XFC1048575\"/></mergeCells>"}});
  EXPECT_EQ(document.lines.size(), 2U);
  EXPECT_EQ(document.lines[1].number, 1'048'576U);
}

TEST(XlsxRead, BadFilesAreRefused) {
  const auto rejected = [](const SheetParts& parts) { return rejection_of([&] { parse(parts); }); };
  EXPECT_EQ(rejected({{data("")}}), "empty: 0");
  EXPECT_EQ(rejected({{data(row(words("A1", "甲"), " r=\"4000000\""))}}), "damaged: row 4000000");
  EXPECT_EQ(rejected({{"<sheetData>"}}).substr(0, 33), "damaged: xl/worksheets/sheet1.xml");
}

TEST(Archive, BombsAndPasswordsAreRefused) {
  using testing_support::zip_file;
  const formats::Converters converters;
  const auto rejected = [&](const std::string& file) { return rejection_of([&] { parse_office(file, converters); }); };
  const testing_support::Parts parts{{"_rels/.rels", "<x/>"}};
  EXPECT_EQ(rejected(zip_file(parts, 1U << 30U)), "too-large: ZIP: _rels/.rels 1073741824 B");
  EXPECT_EQ(rejected(zip_file(parts, 2U << 20U)), "too-large: ZIP: _rels/.rels 2097152 B");  // 4 bytes of it
  EXPECT_EQ(rejected(zip_file(parts, 3)), "damaged: ZIP: _rels/.rels");                      // more than was announced
  EXPECT_EQ(rejected(zip_file(parts, 0, 1)), "encrypted: ZIP: _rels/.rels");
  EXPECT_EQ(rejected(zip_file({{"a.txt", "x"}})), "unsupported: ZIP");
  testing_support::Parts many;
  for (int i = 0; i < 20'001; ++i) many.emplace_back("a" + std::to_string(i), "");
  EXPECT_EQ(rejected(zip_file(many)), "too-large: ZIP: 20001 entries");
}

TEST(Office, FormatsThatLibreOfficeReads) {
  const formats::Converters converters;
  const auto rejected = [&](const std::string& file) { return rejection_of([&] { parse_office(file, converters); }); };
  using testing_support::compound_file;
  EXPECT_EQ(rejected("{\\rtf1 x}"), "needs-libreoffice: docx");
  EXPECT_EQ(rejected(testing_support::zip_file({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})),
            "needs-libreoffice: xlsx");
  EXPECT_EQ(rejected(testing_support::zip_file({{"mimetype", "application/vnd.oasis.opendocument.text"}})),
            "needs-libreoffice: docx");
  EXPECT_EQ(rejected(testing_support::zip_file({{"mimetype", "application/epub+zip"}})), "unsupported: ZIP: ODF");
  EXPECT_EQ(rejected(compound_file("WordDocument", "x")), "needs-libreoffice: docx");
  EXPECT_EQ(rejected(compound_file("Book", "x")), "needs-libreoffice: xlsx");
  EXPECT_EQ(rejected(compound_file("EncryptedPackage", "x")), "encrypted: OOXML");
  EXPECT_EQ(rejected(compound_file("Other", "x")), "unsupported: OLE");
  EXPECT_EQ(rejected(std::string("\xD0\xCF\x11\xE0", 4)), "damaged: OLE: header");
}

}  // namespace
}  // namespace mingzhang::formats
