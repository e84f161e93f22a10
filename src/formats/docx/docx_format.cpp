#include "formats/docx/docx_format.h"

#include <deque>
#include <string>

#include "formats/docx/body.h"
#include "formats/ooxml/archive.h"
#include "formats/ooxml/package.h"
#include "formats/ooxml/xml.h"
#include "formats/rejected.h"

namespace mingzhang::formats {
namespace {

class DocxReader {
 public:
  DocxReader(std::string_view bytes, const TextLimits& limits)
      : archive_(bytes), builder_(document::Format::docx, limits), body_(builder_, limits) {}

  document::Document read() {
    const std::string main = main_part(archive_);
    if (main.empty()) throw Rejected("damaged", 0, "officeDocument");
    parts_ = relationships_of(archive_, main);
    if (const auto* styles = part("styles")) body_.styles.load(styles->root());
    if (const auto* numbering = part("numbering")) body_.numbering.load(numbering->root());
    add_notes(part("footnotes"), body_.footnotes);
    add_notes(part("endnotes"), body_.endnotes);
    const Xml xml(archive_.read(main), main);
    body_.read(child(xml.root(), "body"));
    if (builder_.empty() && builder_.noted("pictures")) throw Rejected("scanned", 0, "docx");
    return builder_.finish();
  }

 private:
  /// Null if there is none.
  const Xml* part(std::string_view type) {
    const std::string name = part_of_type(parts_, type);
    if (name.empty() || !archive_.contains(name)) return nullptr;
    return &loaded_.emplace_back(archive_.read(name), name);
  }

  static void add_notes(const Xml* xml, std::map<std::string, pugi::xml_node>& notes) {
    if (xml == nullptr) return;
    for (const auto& node : xml->root().children())
      if (attribute(node, "type").empty() || attribute(node, "type") == "normal")
        notes[std::string(attribute(node, "id"))] = node;
  }

  Archive archive_;
  Builder builder_;
  Body body_;
  std::map<std::string, Relationship> parts_;
  std::deque<Xml> loaded_;
};

}  // namespace

document::Document parse_docx(std::string_view bytes, const TextLimits& limits) {
  return DocxReader(bytes, limits).read();
}

}  // namespace mingzhang::formats
