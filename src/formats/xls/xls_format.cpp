#include "formats/xls/xls_format.h"

#include <map>
#include <string>

#include "formats/rejected.h"
#include "formats/words.h"
#include "formats/xls/bytes.h"
#include "formats/xls/records.h"
#include "formats/xls/xls_sheet.h"

namespace mingzhang::formats {
namespace {

enum : std::uint16_t {
  date_mode = 0x22,
  password = 0x2F,
  bound_sheet = 0x85,
  style = 0xE0,
  shared_strings = 0xFC,
  number_format = 0x41E
};

struct SheetEntry {
  std::uint32_t offset = 0;
  bool hidden = false, worksheet = false;
  std::string name;
};

class WorkbookReader {
 public:
  explicit WorkbookReader(std::string_view stream) : stream_(stream), records_(stream, 0) {
    Record record;
    if (!records_.next(record) || record.id != begin_record) throw Rejected("damaged", 0, "BIFF");
    constexpr std::uint16_t biff8 = 0x600;
    if (word_at(record.data, 0) != biff8) throw Rejected("needs-libreoffice", 0, "xlsx");
    while (records_.next(record) && record.id != end_record) take(record);
    for (const auto id : styles_) {
      const auto found = formats_.find(id);
      parts.formats.emplace_back(found == formats_.end() ? built_in_format(id) : found->second);
    }
  }

  XlsParts parts;
  std::vector<SheetEntry> sheets;

 private:
  void take(const Record& record) {
    switch (record.id) {
      case password:
        throw Rejected("encrypted", 0, "xls");
      case date_mode:
        parts.zero = word_at(record.data, 0) == 1 ? DayZero::year_1904 : DayZero::year_1900;
        break;
      case bound_sheet:
        take_sheet(record.data);
        break;
      case style:
        styles_.push_back(word_at(record.data, 2));
        break;
      case number_format: {
        Pieces pieces({record.data.substr(std::min<std::size_t>(2, record.data.size()))});
        const std::size_t count = pieces.word();
        formats_[word_at(record.data, 0)] = valid_text(pieces.text(count));
        break;
      }
      case shared_strings:
        take_strings(Pieces(records_.with_continued(record)));
        break;
      default:
        break;
    }
  }

  void take_sheet(std::string_view data) {
    constexpr std::size_t name_at = 6;
    SheetEntry sheet;
    sheet.offset = long_at(data, 0);
    sheet.hidden = (byte_at(data, 4) & 3U) != 0;
    sheet.worksheet = byte_at(data, 5) == 0;
    Pieces pieces({data.substr(std::min(name_at, data.size()))});
    const std::size_t count = pieces.byte();
    sheet.name = valid_text(pieces.text(count));
    sheets.push_back(std::move(sheet));
  }

  void take_strings(Pieces pieces) {
    pieces.long_word();
    const std::uint32_t count = pieces.long_word();
    for (std::uint32_t index = 0; index < count && !pieces.at_end(); ++index) {
      const std::size_t length = pieces.word();
      parts.strings.push_back(pieces.text(length));
    }
  }

  std::string_view stream_;
  Records records_;
  std::map<std::uint32_t, std::string> formats_;
  std::vector<std::uint16_t> styles_;
};

}  // namespace

document::Document parse_xls(const CompoundFile& file, const TextLimits& limits) {
  const std::string stream = file.read("Workbook");
  const WorkbookReader workbook(stream);
  constexpr std::size_t most_sheets = 1000;
  if (workbook.sheets.size() > most_sheets) throw Rejected("too-large", 0, "sheets > " + std::to_string(most_sheets));
  Builder builder(document::Format::xls, limits);
  std::uint32_t page = 0;
  for (const auto& sheet : workbook.sheets) {
    builder.sheet_name(sheet.name);
    ++page;
    if (sheet.hidden)
      builder.notice("hidden-sheets", sheet.name, page);
    else if (sheet.worksheet)
      add_sheet(read_xls_sheet(stream, sheet.offset, workbook.parts, page, limits, builder), page, builder);
  }
  return builder.finish();
}

}  // namespace mingzhang::formats
