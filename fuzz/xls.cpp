// Old workbooks (.xls). The input is a compound file, or the stream of a workbook.
#include "documents.h"
#include "formats/xls/xls_format.h"
#include "support/office_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mingzhang;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string file = bytes.starts_with("\xD0\xCF") ? bytes : testing_support::compound_file("Workbook", bytes);
  fuzzing::read_and_send(
      [&](const formats::TextLimits& limits) { return formats::parse_xls(formats::CompoundFile(file), limits); });
  return 0;
}
