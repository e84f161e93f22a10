#include "formats/text/text_format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "formats/text/fragments.h"
#include "formats/text/kind.h"

namespace mingzhang::formats {
namespace {

using document::Document;
using document::Line;

enum class Byte : std::uint8_t { plain, line_break, page_break, tab, control };

constexpr std::array<Byte, 256> byte_table() {
  std::array<Byte, 256> table{};
  for (std::size_t byte = 0; byte < ' '; ++byte) table[byte] = Byte::control;
  table[0x7F] = Byte::control;
  table[0xC2] = Byte::control;  // leads the control characters U+0080 to U+009F, and some characters that stay
  table['\n'] = table['\r'] = Byte::line_break;
  table['\f'] = Byte::page_break;
  table['\t'] = Byte::tab;
  return table;
}
constexpr auto bytes_are = byte_table();

[[noreturn]] void refuse_line(std::uint32_t number, std::uint32_t limit) {
  throw Rejected("line-too-long", number, "> " + std::to_string(limit) + " B");
}

[[noreturn]] void refuse_count(const char* of, std::uint32_t line, std::uint32_t limit) {
  throw Rejected("too-many-lines", line, std::string(of) + " > " + std::to_string(limit));
}

/// One huge line is found before anything slower has looked at it.
void refuse_long_lines(std::string_view bytes, std::uint32_t limit) {
  for (std::size_t begin = 0; begin < bytes.size();) {
    std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    if (end - begin > limit) {  // unless it is many, ended by CR
      end = std::min(bytes.find('\r', begin), end);
      if (end - begin > limit) refuse_line(line_number(bytes.substr(0, begin)), limit);
    }
    begin = end + 1;
  }
}

class Splitter {
 public:
  Splitter(std::string_view text, const TextLimits& limits) : text_(text), limits_(limits) {}

  Document split() {
    page_ = text_.find('\f') == std::string_view::npos ? 0 : 1;
    const auto breaks = std::count(text_.begin(), text_.end(), '\n') + std::count(text_.begin(), text_.end(), '\r');
    document_.lines.reserve(std::min<std::size_t>(static_cast<std::size_t>(breaks) + 1, limits_.lines));
    for (std::size_t offset = 0; offset < text_.size();) offset = read_line(offset);
    if (controls_ > 0)
      document_.notices.push_back({first_control_, 0, "control-characters", std::to_string(controls_)});
    return std::move(document_);
  }

 private:
  /// Returns where the next line begins.
  std::size_t read_line(std::size_t begin) {
    if (document_.line_count == limits_.lines) refuse_count("lines", limits_.lines, limits_.lines);
    ++document_.line_count;
    const std::size_t lines_before = document_.lines.size();
    std::size_t offset = begin;
    std::size_t part = begin;
    for (; offset < text_.size(); ++offset) {
      const Byte is = bytes_are[static_cast<unsigned char>(text_[offset])];
      if (is == Byte::plain) continue;
      if (is == Byte::line_break) break;
      tabs_ += is == Byte::tab ? 1U : 0U;
      has_control_ = has_control_ || is == Byte::control;
      if (is != Byte::page_break) continue;
      keep(text_.substr(part, offset - part));
      part = offset + 1;
      ++page_;
    }
    if (offset - begin > limits_.line_bytes) refuse_line(document_.line_count, limits_.line_bytes);
    keep(text_.substr(part, offset - part));
    if (document_.lines.size() == lines_before) ++blank_lines_;
    return offset + (text_.substr(offset).starts_with("\r\n") ? 2 : 1);
  }

  /// A line, or what a form feed leaves of it, unless it is blank.
  void keep(std::string_view content) {
    // Form feeds can make more of them than the file has lines.
    if (document_.lines.size() == limits_.lines) refuse_count("lines", document_.line_count, limits_.lines);
    Line& line = document_.lines.emplace_back();
    line.number = document_.line_count;
    line.page = page_;
    line.tabs = std::exchange(tabs_, 0);
    line.text = std::exchange(has_control_, false) ? cleaned(content) : std::string(content);
    cut_line(line, scratch_);
    fragments_ += line.fragments.size();
    if (fragments_ > limits_.fragments) refuse_count("fragments", line.number, limits_.fragments);
    if (line.fragments.empty()) {
      document_.lines.pop_back();
    } else {
      line.blank_before = std::exchange(blank_lines_, 0);
    }
  }

  std::string cleaned(std::string_view content) {
    const std::size_t before = controls_;
    std::string kept = without_controls(content, controls_);
    if (before == 0 && controls_ > 0) first_control_ = document_.line_count;
    return kept;
  }

  std::string_view text_;
  const TextLimits& limits_;
  Document document_;
  std::vector<document::Fragment> scratch_;
  std::size_t fragments_ = 0, controls_ = 0;
  std::uint32_t first_control_ = 0, page_ = 0, blank_lines_ = 0, tabs_ = 0;
  bool has_control_ = false;
};

}  // namespace

Document parse_text(std::string_view bytes, const Converters& converters, const TextLimits& limits) {
  if (bytes.empty()) throw Rejected("empty", 0, "0 B");
  refuse_other_formats(bytes);
  if (!is_utf16(bytes)) {
    refuse_binary(bytes);
    refuse_long_lines(bytes, limits.line_bytes);
  }
  const Decoded decoded = decode_text(bytes, converters);
  if (is_utf16(bytes)) refuse_binary(decoded.text());
  Document document = Splitter(decoded.text(), limits).split();
  if (document.lines.empty()) throw Rejected("empty", 0, std::to_string(bytes.size()) + " B");
  if (decoded.guessed_gb18030) document.notices.insert(document.notices.begin(), {0, 0, "encoding-gb18030", ""});
  return document;
}

}  // namespace mingzhang::formats
