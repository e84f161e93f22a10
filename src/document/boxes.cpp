#include <algorithm>

#include "document/document.h"

namespace mingzhang::document {
namespace {

/// In halves of a full width: what ASCII takes is half of what a Chinese character does.
std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80U)
      width += 1;
    else if ((byte & 0xC0U) != 0x80U)
      width += 2;
  }
  return width;
}

Box narrowed(const Box& box, std::string_view fragment, std::size_t begin, std::size_t end) {
  const auto whole = static_cast<double>(width_of(fragment));
  if (whole == 0) return box;
  const double each = (box.x1 - box.x0) / whole;
  const double from = static_cast<double>(width_of(fragment.substr(0, begin)));
  const double to = from + static_cast<double>(width_of(fragment.substr(begin, end - begin)));
  return {box.x0 + from * each, box.y0, box.x0 + to * each, box.y1};
}

}  // namespace

std::vector<Box> boxes_of(const Line& line, std::uint32_t begin, std::uint32_t end) {
  std::vector<Box> boxes;
  for (std::size_t index = 0; index < line.boxes.size(); ++index) {
    const auto& fragment = line.fragments[index];
    if (fragment.end <= begin || fragment.begin >= end) continue;
    const std::uint32_t from = std::max(begin, fragment.begin) - fragment.begin;
    const std::uint32_t to = std::min(end, fragment.end) - fragment.begin;
    // The words of a cell may take several printed lines: its box is not divided.
    boxes.push_back(line.grid != 0 ? line.boxes[index] : narrowed(line.boxes[index], line.fragment(index), from, to));
  }
  return boxes;
}

}  // namespace mingzhang::document
