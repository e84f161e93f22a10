// Documents of Word. The input is an archive, or the content of w:body and, behind lines of "====", numbering, styles
// and footnotes: a fuzzer would hardly find its way through check sums.
#include "documents.h"
#include "formats/docx/docx_format.h"
#include "support/office_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mingzhang;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::string file(rest);
  if (!rest.starts_with("PK")) {
    testing_support::WordParts parts;
    for (auto* part : {&parts.body, &parts.numbering, &parts.styles, &parts.footnotes})
      *part = fuzzing::next_part(rest);
    file = testing_support::docx_file(parts);
  }
  fuzzing::read_and_send([&](const formats::TextLimits& limits) { return formats::parse_docx(file, limits); });
  return 0;
}
