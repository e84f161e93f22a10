#include "formats/docx/write.h"

#include "formats/docx/write_parts.h"
#include "formats/docx/write_zip.h"

namespace mingzhang::formats {

std::string write_docx(const document::Publication& publication) {
  return write_zip({{"[Content_Types].xml", content_types_xml()},
                    {"_rels/.rels", package_relations_xml()},
                    {"docProps/core.xml", properties_xml(publication.unit + publication.name, publication.unit)},
                    {"word/document.xml", document_xml(publication)},
                    {"word/_rels/document.xml.rels", document_relations_xml()},
                    {"word/styles.xml", styles_xml()},
                    {"word/fontTable.xml", font_table_xml()},
                    {"word/settings.xml", settings_xml()},
                    {"word/footer1.xml", footer_xml(false)},
                    {"word/footer2.xml", footer_xml(true)}});
}

}  // namespace mingzhang::formats
