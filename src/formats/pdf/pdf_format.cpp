#include "formats/pdf/pdf_format.h"

#include <string>

#include "formats/pdf/document_writer.h"
#include "formats/pdf/layout.h"

namespace mingzhang::formats {

document::Document parse_pdf(std::string_view bytes, const pdf::Library&, const PdfLimits& limits) {
  const pdf::File file(bytes);
  if (file.pages() > static_cast<int>(limits.pages))
    throw Rejected("too-many-pages", 0, std::to_string(file.pages()) + " > " + std::to_string(limits.pages));
  document::Document document;
  document.format = document::Format::pdf;
  pdf::DocumentWriter writer(document);
  for (int number = 1; number <= file.pages(); ++number) {
    pdf::Page page = file.page(number, {});
    for (const pdf::Block& block : pdf::blocks_of(page)) writer.add(block);
    if (document.lines.size() > limits.lines)
      throw Rejected("too-many-lines", 0, "lines > " + std::to_string(limits.lines));
  }
  if (document.lines.empty()) throw Rejected("scanned", 0, std::to_string(file.pages()));
  return document;
}

}  // namespace mingzhang::formats
