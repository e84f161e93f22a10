#include "formats/words.h"

#include "text/utf8.h"

namespace mingzhang::formats {
namespace {

constexpr std::string_view ideographic_blank = "\xE3\x80\x80", hard_blank = "\xC2\xA0", zero_width = "\xE2\x80\x8B",
                           byte_order_mark = "\xEF\xBB\xBF";

bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Of the broken start of `bytes`, one character's worth; of its valid start, all.
std::size_t add_valid(std::string_view bytes, std::string& out) {
  const std::size_t bad = text::first_invalid(bytes);
  out += bytes.substr(0, bad);
  if (bad == std::string_view::npos) return bytes.size();
  text::append(out, 0xFFFD);
  return bad + 1;
}

/// Bytes of the control character at `offset`, 0 if there is none; C1 takes two.
std::size_t control_at(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte == '\n' || byte == '\t') return 0;
  if (byte < ' ' || byte == 0x7F) return 1;
  const bool c1 = byte == 0xC2 && offset + 1 < text.size() && static_cast<unsigned char>(text[offset + 1]) < 0xA0;
  return c1 ? 2 : 0;
}

std::size_t blank_at_start(std::string_view text) {
  if (text.starts_with(' ') || text.starts_with('\t') || text.starts_with('\n')) return 1;
  for (const auto blank : {ideographic_blank, hard_blank, zero_width, byte_order_mark})
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

std::size_t blank_at_end(std::string_view text) {
  if (text.ends_with(' ') || text.ends_with('\t') || text.ends_with('\n')) return 1;
  for (const auto blank : {ideographic_blank, hard_blank, zero_width, byte_order_mark})
    if (text.ends_with(blank)) return blank.size();
  return 0;
}

}  // namespace

std::string valid_text(std::string_view raw) {
  std::string valid;
  valid.reserve(raw.size());
  for (std::size_t offset = 0; offset < raw.size();) offset += add_valid(raw.substr(offset), valid);
  std::string out;
  out.reserve(valid.size());
  for (std::size_t offset = 0; offset < valid.size();) {
    const std::size_t control = control_at(valid, offset);
    if (control == 0) {
      out += valid[offset++];
      continue;
    }
    const bool single_return = valid[offset] == '\r' && !std::string_view(valid).substr(offset + 1).starts_with('\n');
    if (single_return) out += '\n';
    offset += control;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (const auto blank = blank_at_start(text)) text.remove_prefix(blank);
  while (const auto blank = blank_at_end(text)) text.remove_suffix(blank);
  return text;
}

std::string joined(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::string_view rest = trimmed(text); !rest.empty();) {
    const auto stop = rest.find('\n');
    const std::string_view line = trimmed(rest.substr(0, stop));
    rest.remove_prefix(stop == std::string_view::npos ? rest.size() : stop + 1);
    if (line.empty()) continue;
    if (!out.empty() && is_latin(out.back()) && is_latin(line.front())) out += ' ';
    out += line;
  }
  for (char& c : out)
    if (c == '\t') c = ' ';
  return out;
}

std::string shortened(std::string_view text) {
  constexpr std::size_t characters = 80;
  return std::string(text::prefix(joined(text), characters));
}

}  // namespace mingzhang::formats
