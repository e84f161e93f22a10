#include "formats/pdf/pdf_format.h"

#include <string>
#include <utility>
#include <vector>

#include "formats/pdf/continue.h"
#include "formats/pdf/document_writer.h"
#include "formats/pdf/furniture.h"
#include "formats/pdf/layout.h"
#include "formats/pdf/notices.h"

namespace mingzhang::formats {
namespace {

using document::Document;

[[noreturn]] void too_many(const char* code, const char* of, std::uint64_t limit) {
  throw Rejected(code, 0, std::string(of) + " > " + std::to_string(limit));
}

class Reader {
 public:
  Reader(std::string_view bytes, const PdfLimits& limits) : file_(bytes), limits_(limits) {
    document_.format = document::Format::pdf;
    if (file_.pages() > static_cast<int>(limits.pages)) too_many("too-many-pages", "pages", limits.pages);
  }

  Document read() {
    for (int number = 1; number <= file_.pages(); ++number) read_page(number);
    notices_.finish();
    if (lines_ == 0) refuse_without_text();
    pdf::remove_furniture(pages_);
    write();
    return std::move(document_);
  }

 private:
  /// What a person sees and a program cannot read has to be recognised from the picture.
  [[noreturn]] void refuse_without_text() const {
    std::string detail = "pages: " + std::to_string(file_.pages());
    if (unmapped_ > 0) detail += ", no Unicode map";
    throw Rejected(pictures_ + unmapped_ > 0 ? "scanned" : "empty", 0, detail);
  }

  void read_page(int number) {
    pdf::Page page = file_.page(number, limits_.page);
    const bool picture = page.glyphs.empty() && file_.has_picture(number);
    pictures_ += picture ? 1U : 0U;
    unmapped_ += page.unmapped;
    notices_.add(page, picture || page.behind_picture);
    pages_.push_back(pdf::blocks_of(page));
    for (const pdf::Block& block : pages_.back().blocks) count(block);
  }

  void count(const pdf::Block& block) {
    lines_ += block.is_table() ? block.table.rows.size() : 1;
    fragments_ += block.line.pieces.size();
    for (const pdf::TableRow& row : block.table.rows) fragments_ += row.cells.size();
    if (lines_ > limits_.lines) too_many("too-many-lines", "lines", limits_.lines);
    if (fragments_ > limits_.fragments) too_many("too-many-lines", "fragments", limits_.fragments);
  }

  void write() {
    std::vector<pdf::Shape> shapes;
    for (const pdf::PageBlocks& page : pages_) shapes.push_back(page.shape);
    pdf::DocumentWriter writer(document_, shapes);
    pdf::TableJoiner joiner([&](const pdf::Block& block) { writer.add(block); });
    for (pdf::PageBlocks& page : pages_) joiner.add(std::exchange(page.blocks, {}), page.height());
    joiner.finish();
  }

  const pdf::File file_;
  const PdfLimits& limits_;
  Document document_;
  pdf::NoticeWriter notices_{document_};
  std::vector<pdf::PageBlocks> pages_;
  std::uint64_t lines_ = 0, fragments_ = 0, pictures_ = 0, unmapped_ = 0;
};

}  // namespace

Document parse_pdf(std::string_view bytes, const pdf::Library&, const PdfLimits& limits) {
  return Reader(bytes, limits).read();
}

}  // namespace mingzhang::formats
