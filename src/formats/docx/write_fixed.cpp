// The parts that are the same in every document: styles, fonts, page numbers, relations.
#include "formats/docx/write_parts.h"
#include "formats/markup.h"

namespace mingzhang::formats {
namespace {

constexpr auto head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";
constexpr auto word_space = R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
                            R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

/// A paragraph style; sizes in half points.
std::string style(const std::string& id, const std::string& name, const std::string& font, int size,
                  const std::string& paragraph, bool bold = false, int outline = -1) {
  std::string out = R"(<w:style w:type="paragraph" w:customStyle="1" w:styleId=")" + id + R"("><w:name w:val=")" +
                    name + R"("/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>)" + paragraph;
  if (outline >= 0) out += R"(<w:outlineLvl w:val=")" + std::to_string(outline) + R"("/>)";
  out +=
      R"(</w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia=")" + font + R"("/>)";
  if (bold) out += "<w:b/>";
  out += R"(<w:sz w:val=")" + std::to_string(size) + R"("/><w:szCs w:val=")" + std::to_string(size) +
         R"("/></w:rPr></w:style>)";
  return out;
}

std::string spacing(int line, bool exact, int before = 0, int after = 0) {
  return R"(<w:spacing w:before=")" + std::to_string(before) + R"(" w:after=")" + std::to_string(after) +
         R"(" w:line=")" + std::to_string(line) + R"(" w:lineRule=")" + (exact ? "exact" : "atLeast") + R"("/>)";
}

constexpr auto two_characters = R"(<w:ind w:firstLineChars="200" w:firstLine="640"/>)";
constexpr auto centred = R"(<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>)";
constexpr auto flush = R"(<w:ind w:firstLineChars="0" w:firstLine="0"/>)";
constexpr auto keep = R"(<w:keepNext/><w:keepLines/>)";

}  // namespace

/// 22 lines on 225 mm make a pitch of 28.95 points.
constexpr int pitch = 579;

std::string styles_xml() {
  const std::string heading(keep);
  std::string out =
      std::string(head) + "<w:styles " + word_space + ">" +
      R"(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" )"
      R"(w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/>)"
      R"(<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>)"
      R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal">)"
      R"(<w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>)"
      R"(<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>)";
  out += style("Body", "正文段落", "仿宋_GB2312", 32, spacing(pitch, true) + two_characters);
  out += style("CoverUnit", "封面单位", "方正小标宋简体", 52, spacing(760, false) + centred);
  out += style("CoverName", "封面标题", "方正小标宋简体", 44, spacing(760, false, 240) + centred);
  out += style("CoverLine", "封面附注", "仿宋_GB2312", 32, spacing(pitch, true) + centred);
  out += style("ContentsTitle", "目录标题", "方正小标宋简体", 44, spacing(640, false, 0, 400) + centred);
  const std::string leader =
      R"(<w:tabs><w:tab w:val="right" w:leader="dot" w:pos=")" + std::to_string(page::text_width) + R"("/></w:tabs>)";
  out += style("Contents1", "目录一级", "黑体", 28, leader + spacing(480, true, 120) + flush);
  out += style("Contents2", "目录二级", "仿宋_GB2312", 24,
               leader + spacing(440, true) +
                   R"(<w:ind w:left="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>)");
  out += style("Level1", "部分标题", "方正小标宋简体", 44, heading + spacing(640, false, 0, 400) + centred, false, 0);
  out += style("Level2", "一级标题", "黑体", 32, heading + spacing(pitch, true) + two_characters, false, 1);
  out += style("Level3", "二级标题", "楷体_GB2312", 32, heading + spacing(pitch, true) + two_characters, false, 2);
  out += style("Level4", "三级标题", "仿宋_GB2312", 32, heading + spacing(pitch, true) + two_characters, true, 3);
  out += style("TableTitle", "表题", "方正小标宋简体", 36, heading + spacing(560, false, 0, 60) + centred, false, 1);
  out += style("TableRemark", "表头说明", "仿宋_GB2312", 21, std::string(keep) + spacing(320, true) + flush);
  out += style("TableHead", "表头", "黑体", 21, spacing(280, true) + centred);
  out += style("TableText", "表内文字", "仿宋_GB2312", 21, spacing(280, true) + flush + R"(<w:jc w:val="left"/>)");
  out += style("TableCentre", "表内居中", "仿宋_GB2312", 21, spacing(280, true) + centred);
  out += style("TableNumber", "表内数字", "仿宋_GB2312", 21, spacing(280, true) + flush + R"(<w:jc w:val="right"/>)");
  out += style("TableNote", "表注", "仿宋_GB2312", 21, spacing(300, true, 60) + flush);
  out += style("Footer", "页码", "仿宋_GB2312", 28, spacing(320, false) + flush);
  return out + "</w:styles>";
}

/// The conventional fonts, and what stands in for them where they are not installed.
std::string font_table_xml() {
  const auto font = [](const char* name, const char* other, const char* family) {
    return std::string(R"(<w:font w:name=")") + name + R"("><w:altName w:val=")" + other +
           R"("/><w:charset w:val="86"/><w:family w:val=")" + family + R"("/></w:font>)";
  };
  return std::string(head) + "<w:fonts " + word_space + ">" + font("方正小标宋简体", "华文中宋", "roman") +
         font("仿宋_GB2312", "仿宋", "modern") + font("楷体_GB2312", "楷体", "modern") +
         font("黑体", "SimHei", "modern") + "</w:fonts>";
}

std::string settings_xml() {
  return std::string(head) + "<w:settings " + word_space +
         R"(><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>)"
         R"(<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>)"
         R"(</w:compat></w:settings>)";
}

/// "— 1 —" in 4 号, one character from the edge: right on odd pages, left on even ones.
std::string footer_xml(bool even) {
  const std::string align =
      even ? R"(<w:ind w:left="280"/><w:jc w:val="left"/>)" : R"(<w:ind w:right="280"/><w:jc w:val="right"/>)";
  return std::string(head) + "<w:ftr " + word_space + R"(><w:p><w:pPr><w:pStyle w:val="Footer"/>)" + align +
         R"(</w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>)"
         R"(<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>)"
         R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)"
         R"(<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>)"
         R"(<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>)";
}

std::string content_types_xml() {
  constexpr auto word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  const auto part = [&](const char* name, const char* kind) {
    return std::string(R"(<Override PartName="/word/)") + name + R"(" ContentType=")" + word + kind + R"(+xml"/>)";
  };
  return std::string(head) +
         R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
         R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
         R"(<Default Extension="xml" ContentType="application/xml"/>)" +
         part("document.xml", "document.main") + part("styles.xml", "styles") + part("fontTable.xml", "fontTable") +
         part("settings.xml", "settings") + part("footer1.xml", "footer") + part("footer2.xml", "footer") +
         R"(<Override PartName="/docProps/core.xml" )"
         R"(ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>)";
}

namespace {

constexpr auto relation_space =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
constexpr auto office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relation(const char* id, const std::string& type, const char* target) {
  return std::string(R"(<Relationship Id=")") + id + R"(" Type=")" + type + R"(" Target=")" + target + R"("/>)";
}

}  // namespace

std::string package_relations_xml() {
  return std::string(head) + relation_space +
         relation("rId1", std::string(office) + "officeDocument", "word/document.xml") +
         relation("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                  "docProps/core.xml") +
         "</Relationships>";
}

std::string document_relations_xml() {
  const std::string type(office);
  return std::string(head) + relation_space + relation("rId1", type + "styles", "styles.xml") +
         relation("rId2", type + "fontTable", "fontTable.xml") + relation("rId3", type + "settings", "settings.xml") +
         relation("rId4", type + "footer", "footer1.xml") + relation("rId5", type + "footer", "footer2.xml") +
         "</Relationships>";
}

std::string properties_xml(const std::string& title, const std::string& author) {
  return std::string(head) +
         R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
         R"(xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>)" +
         escaped(title) + "</dc:title><dc:creator>" + escaped(author) + "</dc:creator></cp:coreProperties>";
}

}  // namespace mingzhang::formats
