#include "formats/office/office_format.h"

#include <array>
#include <string>

#include "formats/docx/docx_format.h"
#include "formats/html/html_format.h"
#include "formats/ooxml/archive.h"
#include "formats/ooxml/package.h"
#include "formats/rejected.h"
#include "formats/text/kind.h"
#include "formats/xls/xls_format.h"
#include "formats/xlsx/read.h"

namespace mingzhang::formats {
namespace {

[[noreturn]] void convert_to(const char* format) {
  throw Rejected("needs-libreoffice", 0, format);
}

document::Document parse_zip(std::string_view bytes, const TextLimits& limits) {
  Archive archive(bytes);
  if (archive.contains("mimetype")) {
    const std::string type = archive.read("mimetype");
    if (type.starts_with("application/vnd.oasis.opendocument.text")) convert_to("docx");
    if (type.starts_with("application/vnd.oasis.opendocument.spreadsheet")) convert_to("xlsx");
    throw Rejected("unsupported", 0, "ZIP: ODF");
  }
  const std::string main = main_part(archive);
  if (main.ends_with(".bin")) convert_to("xlsx");
  if (main.starts_with("word/")) return parse_docx(bytes, limits);
  if (main.starts_with("xl/")) return parse_xlsx(bytes, limits);
  throw Rejected("unsupported", 0, main.empty() ? "ZIP" : "ZIP: " + main.substr(0, main.find('/')));
}

document::Document parse_ole(std::string_view bytes, const TextLimits& limits) {
  const CompoundFile file(bytes);
  if (file.contains("EncryptedPackage")) throw Rejected("encrypted", 0, "OOXML");
  if (file.contains("Workbook")) return parse_xls(file, limits);
  if (file.contains("Book")) convert_to("xlsx");
  if (file.contains("WordDocument")) convert_to("docx");
  throw Rejected("unsupported", 0, "OLE");
}

}  // namespace

document::Document parse_office(std::string_view bytes, const Converters& converters, const TextLimits& limits) {
  if (bytes.starts_with("PK")) return parse_zip(bytes, limits);
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return parse_ole(bytes, limits);
  if (bytes.starts_with("{\\rtf")) convert_to("docx");
  if (looks_like_html(bytes)) return parse_html(bytes, converters, limits);
  throw Rejected("unsupported", 0, "");
}

}  // namespace mingzhang::formats
