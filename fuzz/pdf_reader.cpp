// The PDF reader in process, and the way of what it reads through the pipe. An input that is no PDF is taken as a page
// that has been collected already: eight bytes a character or a line.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "formats/pdf/continue.h"
#include "formats/pdf/document_writer.h"
#include "formats/pdf/furniture.h"
#include "formats/pdf/layout.h"
#include "formats/pdf/notices.h"
#include "formats/pdf/pdf_format.h"
#include "reader/message.h"

namespace {

using namespace mingzhang;
using namespace mingzhang::formats;

void require(bool holds) {
  if (!holds) std::abort();
}

/// Whatever can be read goes through the pipe unchanged: the receiver refuses none of it.
void through_pipe(const document::Document& document, const reader::Limits& limits) {
  std::string message, again;
  reader::encode(document, [&](std::string_view piece) { message += piece; });
  reader::encode(reader::decode(message, limits), [&](std::string_view piece) { again += piece; });
  require(message == again);
}

void as_file(std::string_view bytes, const reader::Limits& limits) {
  static const pdf::Library library;
  PdfLimits small;
  small.pages = 50;
  small.lines = limits.lines;
  small.fragments = limits.fragments;
  small.page = {5000, 2000};
  try {
    through_pipe(parse_pdf(bytes, library, small), limits);
  } catch (const Rejected&) {
  }
}

constexpr std::size_t record = 8;
constexpr std::array<char32_t, 16> points = {U' ',  U'1',  U'2',  U'.', U',', U'-',  U'合', U'计',
                                             U'：', U'页', U'第', U'a', U'%', U'表', U'(',  U'一'};

void add(pdf::Page& page, std::string_view bytes) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(bytes[index]); };
  const auto at = [&](std::size_t index) { return static_cast<float>(byte(index) * 256 + byte(index + 1)) / 100; };
  const float x = at(1), y = at(3), size = static_cast<float>(byte(5)) / 8;
  const auto kind = byte(0) >> 4U;
  if (kind < 10) {
    page.glyphs.push_back(
        {points[byte(0) & 15U], {x, y, x + size, y + size}, size, static_cast<std::uint8_t>(byte(6) & 3U)});
  } else if (kind < 13) {
    page.across.push_back({y, x, x + at(6 - 1)});
  } else {
    page.down.push_back({x, y, y + at(6 - 1)});
  }
}

void as_pages(std::string_view bytes, const reader::Limits& limits) {
  document::Document document;
  document.format = document::Format::pdf;
  pdf::NoticeWriter notices(document);
  std::vector<pdf::PageBlocks> pages;
  std::vector<pdf::Shape> shapes;
  constexpr std::size_t page_bytes = 400 * record;
  for (std::size_t begin = 0; begin < bytes.size(); begin += page_bytes) {
    pdf::Page page;
    page.number = static_cast<std::uint32_t>(pages.size() + 1);
    page.shape = {595, 842, 0};
    const std::string_view part = bytes.substr(begin, page_bytes);
    for (std::size_t offset = 0; offset + record <= part.size(); offset += record)
      add(page, part.substr(offset, record));
    notices.add(page, false);
    pages.push_back(pdf::blocks_of(page));
    shapes.push_back(page.shape);
  }
  notices.finish();
  pdf::remove_furniture(pages);
  pdf::DocumentWriter writer(document, shapes);
  pdf::TableJoiner joiner([&](const pdf::Block& block) { writer.add(block); });
  for (pdf::PageBlocks& page : pages) joiner.add(page.blocks, page.height());
  joiner.finish();
  through_pipe(document, limits);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const reader::Limits limits;
  if (bytes.starts_with("%PDF"))
    as_file(bytes, limits);
  else
    as_pages(bytes, limits);
  return 0;
}
