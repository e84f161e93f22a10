#include "reader/request.h"

#include <cmath>

#include "reader/scanner.h"
#include "reader/writer.h"

namespace mingzhang::reader {
namespace {

constexpr std::uint32_t most_notes = 1'000'000, most_boxes = 100'000, longest_words = 1 << 20;
constexpr std::size_t least_note = 3 * sizeof(double) + 5 * sizeof(std::uint32_t), box_bytes = 4 * sizeof(double);

double finite(Scanner& scanner) {
  const auto value = scanner.number<double>();
  require(std::isfinite(value), "number");
  return value;
}

void write(Writer& writer, const formats::PdfNote& note) {
  writer.number(note.page);
  for (const double part : note.colour) writer.number(part);
  for (const auto* words : {&note.author, &note.subject, &note.text}) writer.string(*words);
  writer.number(static_cast<std::uint32_t>(note.boxes.size()));
  for (const auto& box : note.boxes)
    for (const double edge : {box.x0, box.y0, box.x1, box.y1}) writer.number(edge);
}

formats::PdfNote read_note(Scanner& scanner) {
  formats::PdfNote note;
  note.page = scanner.word();
  for (double& part : note.colour) part = finite(scanner);
  for (auto* words : {&note.author, &note.subject, &note.text}) *words = scanner.string(longest_words);
  note.boxes.resize(scanner.count(most_boxes, box_bytes));
  for (auto& box : note.boxes)
    for (double* edge : {&box.x0, &box.y0, &box.x1, &box.y1}) *edge = finite(scanner);
  return note;
}

}  // namespace

std::string framed(std::string_view request) {
  std::string out;
  const Sink sink = [&](std::string_view piece) { out += piece; };
  Writer writer(sink);
  writer.number(static_cast<std::uint64_t>(request.size()));
  writer.bytes(request);
  writer.flush();
  return out;
}

Framed unframed(std::string_view bytes) {
  Scanner scanner(bytes);
  const auto length = scanner.number<std::uint64_t>();
  const auto request = scanner.bytes(length);
  return {request, scanner.rest()};
}

std::string encode_notes(const std::vector<formats::PdfNote>& notes) {
  std::string out;
  const Sink sink = [&](std::string_view piece) { out += piece; };
  Writer writer(sink);
  writer.number(static_cast<std::uint32_t>(notes.size()));
  for (const auto& note : notes) write(writer, note);
  writer.flush();
  return out;
}

std::vector<formats::PdfNote> decode_notes(std::string_view request) {
  Scanner scanner(request);
  std::vector<formats::PdfNote> notes(scanner.count(most_notes, least_note));
  for (auto& note : notes) note = read_note(scanner);
  require(scanner.at_end(), "trailing bytes");
  return notes;
}

}  // namespace mingzhang::reader
