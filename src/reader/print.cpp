#include "reader/print.h"

#include <fstream>
#include <iterator>

#include "reader/convert.h"
#include "reader/input.h"

namespace mingzhang::reader {

std::string print_to_pdf(const std::filesystem::path& docx, const Limits& limits) {
  const Conversion conversion(open_input(docx, limits), "pdf");
  std::ifstream file(conversion.result(), std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (!bytes.starts_with("%PDF-")) throw Unreadable("conversion-failed", 0, "pdf");
  return bytes;
}

}  // namespace mingzhang::reader
