#include "formats/xls/records.h"

#include <algorithm>

#include "formats/xls/bytes.h"

namespace mingzhang::formats {
namespace {

constexpr std::size_t head_bytes = 4;
constexpr std::uint16_t continued = 0x3C;

}  // namespace

bool Records::next(Record& record) {
  if (at_ + head_bytes > stream_.size()) return false;
  const std::size_t size = word_at(stream_, at_ + 2);
  if (size > stream_.size() - at_ - head_bytes) return false;
  record = {word_at(stream_, at_), stream_.substr(at_ + head_bytes, size)};
  at_ += head_bytes + size;
  return true;
}

std::vector<std::string_view> Records::with_continued(const Record& record) {
  std::vector<std::string_view> pieces{record.data};
  for (Record more; word_at(stream_, at_) == continued && next(more);) pieces.push_back(more.data);
  return pieces;
}

bool Pieces::at_end() {
  while (piece_ < pieces_.size() && at_ >= pieces_[piece_].size()) {
    ++piece_;
    at_ = 0;
  }
  return piece_ >= pieces_.size();
}

std::uint8_t Pieces::byte() {
  return at_end() ? std::uint8_t{0} : static_cast<std::uint8_t>(pieces_[piece_][at_++]);
}

std::uint16_t Pieces::word() {
  const std::uint16_t low = byte();
  return static_cast<std::uint16_t>(low | byte() << 8);
}

std::uint32_t Pieces::long_word() {
  const std::uint32_t low = word();
  return low | std::uint32_t{word()} << 16U;
}

void Pieces::skip(std::size_t bytes) {
  while (bytes > 0 && !at_end()) {
    const std::size_t here = std::min(bytes, pieces_[piece_].size() - at_);
    at_ += here;
    bytes -= here;
  }
}

std::string Pieces::characters(std::size_t count, bool wide) {
  std::u16string out;
  while (out.size() < count) {
    const std::size_t before = piece_;
    if (at_end()) break;
    if (piece_ != before) wide = (byte() & 1U) != 0;
    out += static_cast<char16_t>(wide ? word() : byte());
  }
  return from_utf16(out);
}

std::string Pieces::text(std::size_t count) {
  const std::uint8_t flags = byte();
  const std::size_t marks = (flags & 8U) != 0 ? word() : 0;
  const std::size_t pronunciation = (flags & 4U) != 0 ? long_word() : 0;
  std::string words = characters(count, (flags & 1U) != 0);
  skip(marks * 4 + pronunciation);
  return words;
}

}  // namespace mingzhang::formats
