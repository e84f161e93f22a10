#include "formats/xlsx/read.h"

#include <string>

#include "formats/ooxml/archive.h"
#include "formats/ooxml/package.h"
#include "formats/ooxml/xml.h"
#include "formats/rejected.h"
#include "formats/words.h"
#include "formats/xlsx/read_parts.h"

namespace mingzhang::formats {
namespace {

class WorkbookReader {
 public:
  WorkbookReader(std::string_view bytes, const TextLimits& limits)
      : archive_(bytes), limits_(limits), builder_(document::Format::xlsx, limits) {}

  document::Document read() {
    const std::string main = main_part(archive_);
    if (main.empty()) throw Rejected("damaged", 0, "officeDocument");
    parts_ = relationships_of(archive_, main);
    if (const std::string name = part("sharedStrings"); !name.empty())
      shared_.strings = read_shared_strings(Xml(archive_.read(name), name).root());
    if (const std::string name = part("styles"); !name.empty())
      shared_.formats = read_formats(Xml(archive_.read(name), name).root());
    const Xml workbook(archive_.read(main), main);
    const std::string_view from_1904 = attribute(child(workbook.root(), "workbookPr"), "date1904");
    if (from_1904 == "1" || from_1904 == "true") shared_.zero = DayZero::year_1904;
    for (const auto& node : child(workbook.root(), "sheets").children()) read_one(node);
    return builder_.finish();
  }

 private:
  std::string part(std::string_view type) {
    const std::string name = part_of_type(parts_, type);
    return archive_.contains(name) ? name : std::string();
  }

  void read_one(const pugi::xml_node& node) {
    constexpr std::uint32_t most_sheets = 1000;
    if (++sheets_ > most_sheets) throw Rejected("too-large", 0, "sheets > " + std::to_string(most_sheets));
    const std::string name = valid_text(attribute(node, "name"));
    builder_.sheet_name(name);
    const std::string_view state = attribute(node, "state");
    if (state == "hidden" || state == "veryHidden") {
      builder_.notice("hidden-sheets", name, sheets_);
      return;
    }
    const auto found = parts_.find(std::string(attribute(node, "id")));
    if (found == parts_.end() || found->second.type != "worksheet" || found->second.target.empty()) return;
    const Xml xml(archive_.read(found->second.target), found->second.target);
    add_sheet(read_sheet(xml.root(), shared_, sheets_, limits_, builder_), sheets_, builder_);
  }

  Archive archive_;
  TextLimits limits_;
  Builder builder_;
  std::map<std::string, Relationship> parts_;
  WorkbookParts shared_;
  std::uint32_t sheets_ = 0;
};

}  // namespace

document::Document parse_xlsx(std::string_view bytes, const TextLimits& limits) {
  return WorkbookReader(bytes, limits).read();
}

}  // namespace mingzhang::formats
