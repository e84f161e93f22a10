// Workbooks (.xlsx). The input is an archive, or the content of a worksheet and, behind lines of "====", shared strings
// and styles.
#include "documents.h"
#include "formats/xlsx/read.h"
#include "support/office_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mingzhang;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::string file(rest);
  if (!rest.starts_with("PK")) {
    testing_support::SheetParts parts;
    parts.sheets.push_back(fuzzing::next_part(rest));
    parts.strings = fuzzing::next_part(rest);
    parts.styles = fuzzing::next_part(rest);
    file = testing_support::xlsx_file(parts);
  }
  fuzzing::read_and_send([&](const formats::TextLimits& limits) { return formats::parse_xlsx(file, limits); });
  return 0;
}
