#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "reader/message.h"
#include "reader/scanner.h"
#include "reader/wire.h"
#include "text/utf8.h"

namespace mingzhang::reader {
namespace {

using document::Document;
using document::Format;
using document::Fragment;
using document::Line;

/// What a reader process may give as a reason; the others are for this side to find out.
constexpr auto reasons_from_reader = std::to_array<std::string_view>(
    {"empty", "too-large", "binary", "encoding", "line-too-long", "too-many-lines", "unsupported", "crashed",
     "out-of-memory", "no-sandbox", "scanned", "encrypted", "damaged", "too-many-pages", "needs-libreoffice"});

/// Nothing may come through that a terminal would obey.
bool has_controls(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < ' ' && byte != '\t') || byte == 0x7F) return true;
    if (byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;  // valid: it has a second byte
  }
  return false;
}

std::string checked_text(std::string_view text) {
  require(text::first_invalid(text) == std::string_view::npos, "no UTF-8");
  require(!has_controls(text), "control characters");
  return std::string(text);
}

std::string checked_code(std::string_view code) {
  const bool plain = std::all_of(code.begin(), code.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  require(plain && !code.empty(), "code");
  return std::string(code);
}

wire::Kind read_header(Scanner& scanner, std::uint64_t& body) {
  require(scanner.bytes(wire::magic.size()) == wire::magic, "magic");
  require(scanner.number<std::uint16_t>() == wire::version, "version");
  const auto kind = static_cast<wire::Kind>(scanner.number<std::uint16_t>());
  require(kind == wire::Kind::document || kind == wire::Kind::failure || kind == wire::Kind::result, "kind");
  body = scanner.number<std::uint64_t>();
  return kind;
}

bool within_character(std::string_view text, std::size_t offset) {
  return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U;
}

class DocumentReader {
 public:
  DocumentReader(Scanner& scanner, const Limits& limits) : scanner_(scanner), limits_(limits) {}

  Document read() {
    Document document;
    const auto format = scanner_.number<std::uint8_t>();
    require(format <= static_cast<std::uint8_t>(Format::csv), "format");
    document.format = static_cast<Format>(format);
    document.line_count = scanner_.word();
    require(document.line_count <= limits_.lines, "line count");
    document.notices.resize(scanner_.count(wire::most_notices, wire::notice_bytes));
    for (auto& notice : document.notices) read_notice(notice, document.line_count);
    document.sheets.resize(scanner_.count(wire::most_sheets, sizeof(std::uint32_t)));
    for (auto& sheet : document.sheets) sheet = checked_text(scanner_.string(wire::longest_sheet_name));
    document.columns.resize(scanner_.count(limits_.lines, sizeof(std::uint32_t)));
    for (auto& columns : document.columns) read_columns(columns);
    document.lines.resize(scanner_.count(limits_.lines, wire::line_bytes));
    for (auto& line : document.lines) read_line(line, document);
    return document;
  }

 private:
  void read_notice(document::Notice& notice, std::uint32_t line_count) {
    notice.line = scanner_.word();
    require(notice.line <= line_count, "line of a notice");
    notice.page = scanner_.word();
    notice.code = checked_code(scanner_.string(wire::longest_code));
    notice.detail = checked_text(scanner_.string(wire::longest_detail));
  }

  void read_columns(std::vector<std::uint32_t>& columns) {
    columns.resize(scanner_.count(wire::most_columns, sizeof(std::uint32_t)));
    for (auto& column : columns) {
      column = scanner_.word();
      require(column < wire::most_columns, "column of a sheet");
    }
  }

  void read_line(Line& line, const Document& document) {
    for (std::uint32_t* field : {&line.number, &line.page, &line.blank_before, &line.indent, &line.tabs, &line.grid}) {
      *field = scanner_.word();
    }
    // Others look lines up by page and number.
    const std::pair key(line.page, line.number);
    require(line.number >= 1 && line.number <= document.line_count && key > last_, "order of lines");
    last_ = key;
    line.text = checked_text(scanner_.string(limits_.line_bytes));
    require(line.blank_before < document.line_count && line.indent <= line.text.size(), "blanks");
    require(line.tabs == static_cast<std::size_t>(std::count(line.text.begin(), line.text.end(), '\t')), "tabs");
    require(line.grid <= document.line_count, "grid");
    read_fragments(line);
    read_boxes(line);
  }

  void read_fragments(Line& line) {
    const std::uint32_t count = scanner_.count(limits_.fragments - fragments_, wire::fragment_bytes);
    require(count > 0, "a line without fragments");
    fragments_ += count;
    line.fragments.resize(count);
    std::size_t last_end = 0;
    std::int32_t last_column = -1;
    for (auto& fragment : line.fragments) {
      fragment.begin = scanner_.word();
      fragment.end = scanner_.word();
      fragment.column = scanner_.number<std::int32_t>();
      fragment.gap = scanner_.word();
      fragment.columns = scanner_.number<std::uint16_t>();
      fragment.rows = scanner_.number<std::uint16_t>();
      check_fragment(fragment, line, last_end, last_column);
      last_end = fragment.end;
      last_column = fragment.column;
    }
  }

  static void check_fragment(const Fragment& fragment, const Line& line, std::size_t last_end,
                             std::int32_t last_column) {
    require(fragment.begin >= last_end && fragment.begin < fragment.end && fragment.end <= line.text.size(),
            "range of a fragment");
    require(!within_character(line.text, fragment.begin) && !within_character(line.text, fragment.end),
            "half a character");
    const auto columns = line.tabs > 0 ? std::size_t{line.tabs} + 1 : line.fragments.size();
    require(fragment.column > last_column && static_cast<std::size_t>(fragment.column) < columns,
            "column of a fragment");
    require(fragment.columns >= 1 && fragment.rows >= 1 &&
                static_cast<std::size_t>(fragment.column) + fragment.columns <= columns,
            "extent of a fragment");
    require(fragment.gap <= fragment.begin - last_end, "gap of a fragment");
  }

  void read_boxes(Line& line) {
    const auto count = scanner_.count(static_cast<std::uint32_t>(line.fragments.size()), wire::box_bytes);
    require(count == 0 || count == line.fragments.size(), "number of boxes");
    line.boxes.resize(count);
    for (auto& box : line.boxes) {
      for (double* value : {&box.x0, &box.y0, &box.x1, &box.y1}) {
        *value = scanner_.number<double>();
        require(std::isfinite(*value), "box");
      }
    }
  }

  Scanner& scanner_;
  const Limits& limits_;
  std::pair<std::uint32_t, std::uint32_t> last_{0, 0};
  std::uint32_t fragments_ = 0;
};

[[noreturn]] void throw_failure(Scanner& scanner, const Limits& limits) {
  const std::uint32_t line = scanner.word();
  require(line <= limits.file_bytes, "line of a failure");
  const std::string code = checked_code(scanner.string(wire::longest_code));
  const std::string detail = checked_text(scanner.string(wire::longest_detail));
  require(scanner.at_end(), "trailing bytes");
  const auto known = std::find(reasons_from_reader.begin(), reasons_from_reader.end(), code);
  require(known != reasons_from_reader.end(), "code");
  throw Unreadable(code, line, detail);
}

/// Behind the header of a message of that kind. Throws the failure that it tells of instead.
Scanner opened(std::string_view message, wire::Kind wanted, const Limits& limits) {
  require(announced_size(message, limits) == message.size(), "length");
  Scanner scanner(message);
  std::uint64_t body = 0;
  const auto kind = read_header(scanner, body);
  if (kind == wire::Kind::failure) throw_failure(scanner, limits);
  require(kind == wanted, "kind");
  return scanner;
}

}  // namespace

std::uint64_t announced_size(std::string_view header, const Limits& limits) {
  Scanner scanner(header);
  std::uint64_t body = 0;
  read_header(scanner, body);
  require(limits.message_bytes >= header_bytes && body <= limits.message_bytes - header_bytes, "too long");
  return header_bytes + body;
}

std::string_view decode_result(std::string_view message, const Limits& limits) {
  return opened(message, wire::Kind::result, limits).rest();
}

Document decode(std::string_view message, const Limits& limits) {
  Scanner scanner = opened(message, wire::Kind::document, limits);
  Document document = DocumentReader(scanner, limits).read();
  require(scanner.at_end(), "trailing bytes");
  return document;
}

}  // namespace mingzhang::reader
