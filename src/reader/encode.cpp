#include "reader/message.h"
#include "reader/wire.h"
#include "reader/writer.h"
#include "text/utf8.h"

namespace mingzhang::reader {
namespace {

using document::Document;
using document::Line;

void write_header(Writer& writer, wire::Kind kind, std::uint64_t body) {
  writer.bytes(wire::magic);
  writer.number(wire::version);
  writer.number(static_cast<std::uint16_t>(kind));
  writer.number(body);
}

std::uint64_t body_size(const Document& document) {
  constexpr std::size_t counts = 1 + 5 * sizeof(std::uint32_t);
  std::uint64_t size = counts;
  for (const auto& notice : document.notices) size += wire::notice_bytes + notice.code.size() + notice.detail.size();
  for (const auto& sheet : document.sheets) size += sizeof(std::uint32_t) + sheet.size();
  for (const auto& columns : document.columns) size += sizeof(std::uint32_t) * (columns.size() + 1);
  for (const auto& line : document.lines) {
    size += wire::line_bytes + line.text.size() + line.fragments.size() * wire::fragment_bytes +
            line.boxes.size() * wire::box_bytes;
  }
  return size;
}

void write_line(Writer& writer, const Line& line) {
  for (const std::uint32_t value : {line.number, line.page, line.blank_before, line.indent, line.tabs, line.grid}) {
    writer.number(value);
  }
  writer.string(line.text);
  writer.number(static_cast<std::uint32_t>(line.fragments.size()));
  for (const auto& fragment : line.fragments) {
    writer.number(fragment.begin);
    writer.number(fragment.end);
    writer.number(fragment.column);
    writer.number(fragment.gap);
    writer.number(fragment.columns);
    writer.number(fragment.rows);
  }
  writer.number(static_cast<std::uint32_t>(line.boxes.size()));
  for (const auto& box : line.boxes) {
    for (const double value : {box.x0, box.y0, box.x1, box.y1}) writer.number(value);
  }
}

/// Of whole characters, and as long as a receiver takes it.
std::string_view short_enough(std::string_view detail) {
  return text::first_invalid(detail) == std::string_view::npos ? text::prefix(detail, wire::longest_detail / 4) : "";
}

}  // namespace

std::uint64_t encoded_size(const Document& document) {
  return header_bytes + body_size(document);
}

void encode(const Document& document, const Sink& sink) {
  Writer writer(sink);
  write_header(writer, wire::Kind::document, body_size(document));
  writer.number(static_cast<std::uint8_t>(document.format));
  writer.number(document.line_count);
  writer.number(static_cast<std::uint32_t>(document.notices.size()));
  for (const auto& notice : document.notices) {
    writer.number(notice.line);
    writer.number(notice.page);
    writer.string(notice.code);
    writer.string(notice.detail);
  }
  writer.number(static_cast<std::uint32_t>(document.sheets.size()));
  for (const auto& sheet : document.sheets) writer.string(sheet);
  writer.number(static_cast<std::uint32_t>(document.columns.size()));
  for (const auto& columns : document.columns) {
    writer.number(static_cast<std::uint32_t>(columns.size()));
    for (const auto column : columns) writer.number(column);
  }
  writer.number(static_cast<std::uint32_t>(document.lines.size()));
  for (const auto& line : document.lines) write_line(writer, line);
  writer.flush();
}

std::string result_header(std::uint64_t size) {
  std::string header;
  const Sink sink = [&](std::string_view piece) { header += piece; };
  Writer writer(sink);
  write_header(writer, wire::Kind::result, size);
  writer.flush();
  return header;
}

std::string encode_failure(const std::string& code, std::uint32_t line, const std::string& detail) {
  std::string message;
  const Sink sink = [&](std::string_view piece) { message += piece; };
  const std::string_view said = short_enough(detail);
  Writer writer(sink);
  write_header(writer, wire::Kind::failure, wire::failure_bytes + code.size() + said.size());
  writer.number(line);
  writer.string(code);
  writer.string(said);
  writer.flush();
  return message;
}

}  // namespace mingzhang::reader
