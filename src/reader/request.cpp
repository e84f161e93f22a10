#include "reader/request.h"

#include <algorithm>
#include <cmath>

#include "reader/scanner.h"
#include "reader/writer.h"

namespace mingzhang::reader {
namespace {

constexpr std::uint32_t most_notes = 1'000'000, most_boxes = 100'000, longest_words = 1 << 20, most_pages = 100'000;
constexpr std::size_t least_note = 3 * sizeof(double) + 5 * sizeof(std::uint32_t), box_bytes = 4 * sizeof(double);

template <typename Write>
std::string written(Write write_to) {
  std::string out;
  const Sink sink = [&](std::string_view piece) { out += piece; };
  Writer writer(sink);
  write_to(writer);
  writer.flush();
  return out;
}

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
  return written([&](Writer& writer) {
    writer.number(static_cast<std::uint64_t>(request.size()));
    writer.bytes(request);
  });
}

Framed unframed(std::string_view bytes) {
  Scanner scanner(bytes);
  const auto length = scanner.number<std::uint64_t>();
  const auto request = scanner.bytes(length);
  return {request, scanner.rest()};
}

std::string encode_notes(const std::vector<formats::PdfNote>& notes) {
  return written([&](Writer& writer) {
    writer.number(static_cast<std::uint32_t>(notes.size()));
    for (const auto& note : notes) write(writer, note);
  });
}

std::vector<formats::PdfNote> decode_notes(std::string_view request) {
  Scanner scanner(request);
  std::vector<formats::PdfNote> notes(scanner.count(most_notes, least_note));
  for (auto& note : notes) note = read_note(scanner);
  require(scanner.at_end(), "trailing bytes");
  return notes;
}

std::string encode_pages(const std::vector<std::uint32_t>& pages) {
  return written([&](Writer& writer) {
    writer.number(static_cast<std::uint32_t>(pages.size()));
    for (const auto page : pages) writer.number(page);
  });
}

std::vector<std::uint32_t> decode_pages(std::string_view request) {
  Scanner scanner(request);
  std::vector<std::uint32_t> pages(scanner.count(most_pages, sizeof(std::uint32_t)));
  for (auto& page : pages) page = scanner.word();
  require(scanner.at_end(), "trailing bytes");
  return pages;
}

std::string encode_pictures(const std::vector<formats::PagePicture>& pictures) {
  return written([&](Writer& writer) {
    writer.number(static_cast<std::uint32_t>(pictures.size()));
    for (const auto& picture : pictures) {
      writer.number(picture.page);
      writer.number(picture.width);
      writer.number(picture.height);
      writer.string(picture.jpeg);
    }
  });
}

std::vector<formats::PagePicture> decode_pictures(std::string_view result, const std::vector<std::uint32_t>& pages) {
  constexpr std::string_view jpeg = "\xFF\xD8\xFF";
  constexpr double longest = 20'000;
  constexpr std::size_t least = 2 * sizeof(std::uint32_t) + 2 * sizeof(double), largest = 64U << 20U;
  Scanner scanner(result);
  std::vector<formats::PagePicture> pictures(scanner.count(most_pages, least));
  auto wanted = pages.begin();
  for (auto& picture : pictures) {
    picture.page = scanner.word();
    wanted = std::find(wanted, pages.end(), picture.page);
    require(wanted++ != pages.end(), "page");
    for (double* side : {&picture.width, &picture.height}) {
      *side = finite(scanner);
      require(*side >= 1 && *side <= longest, "size of a page");
    }
    picture.jpeg = scanner.string(largest);
    require(picture.jpeg.starts_with(jpeg), "no JPEG");
  }
  require(scanner.at_end(), "trailing bytes");
  return pictures;
}

}  // namespace mingzhang::reader
