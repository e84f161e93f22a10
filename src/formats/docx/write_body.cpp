// word/document.xml: cover, contents, and the blocks in sections of upright and wide pages.
#include <optional>

#include "formats/docx/write_parts.h"
#include "formats/markup.h"
#include "text/utf8.h"

namespace mingzhang::formats {
namespace {

using document::Block;
using document::Publication;

/// What the contents list: headings of parts and sections, titles of tables.
struct Entry {
  std::string words;
  int level = 1;
  int page = 1;  ///< estimated; office programs put in the true one
};

std::string words_of(const Block& block) {
  std::string words;
  for (const auto& run : block.runs) words += run.text;
  return words;
}

class BodyWriter {
 public:
  explicit BodyWriter(const Publication& publication) : publication_(publication) {}

  std::string run() {
    const std::string blocks = write_blocks();
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
           R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>)" +
           cover() + contents() + blocks + section(wide_, true) + "</w:body></w:document>";
  }

 private:
  std::string cover() const {
    std::string out;
    for (int line = 0; line < 7; ++line) out += paragraph_xml("CoverLine", {});
    out +=
        paragraph_xml("CoverUnit", run_xml(publication_.unit)) + paragraph_xml("CoverName", run_xml(publication_.name));
    if (!publication_.cover.empty())
      for (int line = 0; line < 4; ++line) out += paragraph_xml("CoverLine", {});
    for (const auto& line : publication_.cover) out += paragraph_xml("CoverLine", run_xml(line));
    if (publication_.draft) out += paragraph_xml("CoverLine", run_xml("（未定稿）", R"(<w:color w:val="C00000"/>)"));
    return out + in_paragraph(section(false, false));
  }

  std::string contents() const {
    std::string out = paragraph_xml("ContentsTitle", run_xml("目　录"));
    for (std::size_t index = 0; index < entries_.size(); ++index) {
      const Entry& entry = entries_[index];
      out += paragraph_xml(entry.level == 1 ? "Contents1" : "Contents2",
                           R"(<w:hyperlink w:anchor=")" + mark_name(index) + R"(">)" + run_xml(entry.words) +
                               "<w:r><w:tab/></w:r>" + page_reference(index) + "</w:hyperlink>");
    }
    return out + in_paragraph(section(false, false));
  }

  static std::string mark_name(std::size_t index) { return "_Toc" + std::to_string(100000 + index); }

  std::string page_reference(std::size_t index) const {
    return R"(<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>)"
           R"(<w:r><w:instrText xml:space="preserve"> PAGEREF )" +
           mark_name(index) + R"( \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>)" +
           run_xml(std::to_string(entries_[index].page)) + R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)";
  }

  std::string bookmark(const std::string& words, int level) {
    const std::string id = std::to_string(entries_.size());
    const std::string name = mark_name(entries_.size());
    entries_.push_back({words, level, page_});
    return R"(<w:bookmarkStart w:id=")" + id + R"(" w:name=")" + name + R"("/><w:bookmarkEnd w:id=")" + id + R"("/>)";
  }

  // ---- blocks ----

  std::string write_blocks() {
    std::string out;
    for (std::size_t index = 0; index < publication_.blocks.size(); ++index) {
      const auto& block = publication_.blocks[index];
      if (block.kind == Block::Kind::table)
        out += table(publication_.sheets[block.sheet]);
      else
        out += words(block, headed_by(index));
    }
    return out;
  }

  /// The table that a heading below the parts stands directly above: both share a page.
  const document::Sheet* headed_by(std::size_t index) const {
    const auto& blocks = publication_.blocks;
    const bool heads = blocks[index].kind == Block::Kind::heading && blocks[index].level > 1 &&
                       index + 1 < blocks.size() && blocks[index + 1].kind == Block::Kind::table;
    const auto* sheet = heads ? &publication_.sheets[blocks[index + 1].sheet] : nullptr;
    return sheet != nullptr && !sheet->title.empty() ? sheet : nullptr;
  }

  std::string words(const Block& block, const document::Sheet* headed) {
    const bool wide = headed != nullptr && is_wide(*headed);
    const bool after_table = follows_ == Follows::table;
    follows_ = headed != nullptr ? Follows::heading : Follows::no;
    const bool turned = wide != wide_;
    std::string out = turn(wide);
    std::string runs;
    for (const auto& run : block.runs) {
      runs += run_xml(run.text, run.open ? R"(<w:highlight w:val="yellow"/>)" : "");
      characters_ += text::display_width(run.text) / 2;
    }
    if (block.kind == Block::Kind::paragraph) {
      lines_ += 1 + characters_ / 28;
      characters_ = 0;
      estimate();
      return out + paragraph_xml("Body", runs);
    }
    std::string properties;
    if ((block.level == 1 || ((headed != nullptr || after_table) && !turned)) && any_) {
      properties = "<w:pageBreakBefore/>";
      next_page();
    }
    any_ = true;
    lines_ += block.level == 1 ? 2 : 1;
    characters_ = 0;
    estimate();
    if (block.level <= 2) runs = bookmark(words_of(block), block.level) + runs;
    return out + paragraph_xml("Level" + std::to_string(block.level), runs, properties);
  }

  std::string table(const document::Sheet& sheet) {
    const bool wide = is_wide(sheet);
    const bool turned = wide != wide_;
    std::string out = turn(wide);
    if (sheet.title.empty()) return out + table_xml(sheet, wide ? page::wide_text : page::text_width, {}, false);
    const bool new_page = !turned && follows_ != Follows::heading;
    follows_ = Follows::table;
    if (new_page) next_page();
    const std::string mark = bookmark(sheet.title, 2);
    out += table_xml(sheet, wide ? page::wide_text : page::text_width, mark, new_page);
    std::uint32_t rows = 0;
    for (const auto& cell : sheet.cells) rows = std::max(rows, cell.row + cell.rows);
    page_ += static_cast<int>(rows / (wide ? 21 : 34));
    any_ = true;
    lines_ = 22;  // words after a table begin on a new page
    return out;
  }

  /// Ends the section where pages turn round.
  std::string turn(bool wide) {
    if (wide == wide_) return {};
    std::string out = in_paragraph(section(wide_, true));
    wide_ = wide;
    next_page();
    return out;
  }

  void next_page() {
    if (any_) ++page_;
    lines_ = 0;
  }

  void estimate() {
    while (lines_ > 22) {
      lines_ -= 22;
      ++page_;
    }
  }

  // ---- sections ----

  static std::string in_paragraph(const std::string& section) {
    return R"(<w:p><w:pPr><w:pStyle w:val="TableRemark"/>)" + section + "</w:pPr></w:p>";
  }

  /// The first numbered section begins with page 1; cover and contents have no numbers.
  std::string section(bool wide, bool numbered) const {
    std::string out = "<w:sectPr>";
    if (numbered)
      out += R"(<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>)";
    const auto size = [](int width, int height) {
      return R"( w:w=")" + std::to_string(width) + R"(" w:h=")" + std::to_string(height) + R"(")";
    };
    out += R"(<w:type w:val="nextPage"/><w:pgSz)" +
           (wide ? size(page::height, page::width) + R"( w:orient="landscape")" : size(page::width, page::height)) +
           "/>";
    const auto margin = [](int top, int right, int bottom, int left) {
      return R"(<w:pgMar w:top=")" + std::to_string(top) + R"(" w:right=")" + std::to_string(right) +
             R"(" w:bottom=")" + std::to_string(bottom) + R"(" w:left=")" + std::to_string(left) +
             R"(" w:header="851" w:footer=")" + std::to_string(bottom * 7 / 10) + R"(" w:gutter="0"/>)";
    };
    out += wide ? margin(page::left, page::bottom, page::right, page::top)
                : margin(page::top, page::right, page::bottom, page::left);
    if (numbered && !numbered_) {
      out += R"(<w:pgNumType w:start="1"/>)";
      numbered_ = true;
    }
    return out + "</w:sectPr>";
  }

  const Publication& publication_;
  std::vector<Entry> entries_;
  bool wide_ = false, any_ = false;
  /// What the next block follows: a heading that waits for its table, a table, or neither.
  enum class Follows : std::uint8_t { no, heading, table } follows_ = Follows::no;
  mutable bool numbered_ = false;
  int page_ = 1;
  std::size_t lines_ = 0, characters_ = 0;
};

}  // namespace

std::string paragraph_xml(const std::string& style, const std::string& runs, const std::string& properties) {
  return R"(<w:p><w:pPr><w:pStyle w:val=")" + style + R"("/>)" + properties + "</w:pPr>" + runs + "</w:p>";
}

std::string run_xml(const std::string& words, const std::string& properties) {
  if (words.empty()) return {};
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + R"(<w:t xml:space="preserve">)" +
         escaped(words) + "</w:t></w:r>";
}

std::string document_xml(const Publication& publication) {
  return BodyWriter(publication).run();
}

}  // namespace mingzhang::formats
