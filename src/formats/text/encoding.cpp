#include "formats/text/encoding.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include "formats/rejected.h"
#include "text/utf8.h"

namespace mingzhang::formats {
namespace {

constexpr std::array<const char*, 3> names{"GB18030", "UTF-16LE", "UTF-16BE"};  // in the order of Converters::From
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF", little_mark = "\xFF\xFE", big_mark = "\xFE\xFF";

iconv_t not_open() {
  // What iconv_open gives where there is no converter.
  return reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
}

unsigned byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<unsigned char>(bytes[offset]);
}

[[noreturn]] void refuse(std::string_view bytes, std::size_t offset, std::uint32_t line) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const unsigned byte = byte_at(bytes, offset);
  const std::string shown{digits[byte / 16], digits[byte % 16]};
  throw Rejected("encoding", line, "offset " + std::to_string(offset) + ": 0x" + shown);
}

/// Whether valid GB18030 is Chinese in it. Validity says little: nearly any pair of high bytes is a rare ideograph, so
/// that damaged UTF-8 and Big5 are often "valid". But Chinese as written on the mainland stays in the square of GB 2312
/// (both bytes from 0xA1), where of damaged UTF-8 less than half ends up and of Big5 about 60 %. Western encodings fail
/// by the same test.
bool mostly_chinese(std::string_view gb18030) {
  std::size_t characters = 0, usual = 0;
  for (std::size_t i = 0; i + 1 < gb18030.size();) {
    const unsigned lead = byte_at(gb18030, i), second = byte_at(gb18030, i + 1);
    if (lead < 0x80U) {
      ++i;
      continue;
    }
    ++characters;
    usual += second >= 0xA1U && (lead <= 0xA3U || (lead >= 0xB0U && lead <= 0xF7U)) ? 1U : 0U;
    i += second < 0x40U ? 4U : 2U;
  }
  return characters > 0 && usual * 5 >= characters * 4;
}

Decoded from_utf16(std::string_view bytes, const Converters& converters) {
  const auto from = bytes.starts_with(little_mark) ? Converters::From::utf16_little : Converters::From::utf16_big;
  auto result = converters.to_utf8(bytes.substr(little_mark.size()), from);
  if (result.first_bad != std::string_view::npos)
    refuse(bytes, result.first_bad + little_mark.size(), line_number(result.utf8));
  return {std::move(result.utf8), {}, false};
}

}  // namespace

Converters::Converters() {
  std::transform(names.begin(), names.end(), open_, [](const char* name) { return iconv_open("UTF-8", name); });
}

Converters::~Converters() {
  for (iconv_t converter : open_) {
    if (converter != not_open()) iconv_close(converter);
  }
}

Converters::Result Converters::to_utf8(std::string_view bytes, From from) const {
  const auto index = static_cast<std::size_t>(from);
  iconv_t converter = open_[index];
  if (converter == not_open()) throw Rejected("encoding", 0, std::string(names[index]) + ": iconv");
  iconv(converter, nullptr, nullptr, nullptr, nullptr);

  Result result;
  result.utf8.resize(bytes.size() + bytes.size() / 2 + 16);  // two bytes become three, so it is enough the first time
  // iconv takes a char* and never writes there.
  char* in = const_cast<char*>(bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  std::size_t in_left = bytes.size(), written = 0;
  while (in_left > 0) {
    char* out = result.utf8.data() + written;
    std::size_t out_left = result.utf8.size() - written;
    const bool failed = iconv(converter, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1);
    const int why = errno;
    written = static_cast<std::size_t>(out - result.utf8.data());
    if (failed && why != E2BIG) {
      result.first_bad = bytes.size() - in_left;
      break;
    }
    if (failed) result.utf8.resize(result.utf8.size() * 2);
  }
  result.utf8.resize(written);
  return result;
}

std::uint32_t line_number(std::string_view before) {
  std::uint32_t line = 1;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool second_of_pair = before[i] == '\n' && i > 0 && before[i - 1] == '\r';
    if ((before[i] == '\n' || before[i] == '\r') && !second_of_pair) ++line;
  }
  return line;
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with(little_mark) || bytes.starts_with(big_mark);
}

Decoded decode_text(std::string_view bytes, const Converters& converters) {
  if (is_utf16(bytes)) return from_utf16(bytes, converters);
  const bool marked = bytes.starts_with(utf8_mark);
  const std::string_view plain = marked ? bytes.substr(utf8_mark.size()) : bytes;
  const std::size_t bad = text::first_invalid(plain);
  if (bad == std::string_view::npos) return {{}, plain, false};
  if (!marked && mostly_chinese(plain)) {
    auto result = converters.to_utf8(plain, Converters::From::gb18030);
    if (result.first_bad == std::string_view::npos) return {std::move(result.utf8), {}, true};
    // It is Chinese, only damaged: the place to show is where the damage is, not the first ideograph.
    refuse(bytes, result.first_bad, line_number(result.utf8));
  }
  refuse(bytes, bad + (marked ? utf8_mark.size() : 0), line_number(plain.substr(0, bad)));
}

}  // namespace mingzhang::formats
