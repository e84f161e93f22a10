#include "formats/pdf/pdf_format.h"

#include <string>

#include "formats/pdf/continue.h"
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
  pdf::TableJoiner joiner([&](const pdf::Block& block) { writer.add(block); });
  for (int number = 1; number <= file.pages(); ++number) {
    pdf::Page page = file.page(number, {});
    joiner.add(pdf::blocks_of(page), page.height);
    if (document.lines.size() > limits.lines)
      throw Rejected("too-many-lines", 0, "lines > " + std::to_string(limits.lines));
  }
  joiner.finish();
  if (document.lines.empty()) throw Rejected("scanned", 0, std::to_string(file.pages()));
  return document;
}

}  // namespace mingzhang::formats
