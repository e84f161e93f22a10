#include "text/normal.h"

#include <limits>
#include <stdexcept>

#include "text/utf8.h"

namespace mingzhang::text {
namespace {

/// Takes the result, byte for byte with its origin where that is wanted.
template <bool with_origin>
class Writer {
 public:
  Writer(std::string& text, std::vector<std::uint32_t>& origin, std::size_t expected) : text_(text), origin_(origin) {
    text_.reserve(expected);
    if constexpr (with_origin) origin_.reserve(expected + 1);
  }

  void put(char c, std::size_t source) {
    text_.push_back(c);
    if constexpr (with_origin) origin_.push_back(static_cast<std::uint32_t>(source));
  }

  void put(std::string_view bytes, std::size_t source) {
    text_.append(bytes);
    if constexpr (with_origin) origin_.insert(origin_.end(), bytes.size(), static_cast<std::uint32_t>(source));
  }

  void put_ascii(char c, std::size_t source) {
    if (c >= '0' && c <= '9') {
      settle_dash();
    } else if ((c == '*' || c == '_') && !text_.empty() && text_.back() == c) {
      cut(1);  // "**" or "__" is complete
      return;
    }
    put(c, source);
  }

 private:
  /// A digit follows: if the text ends with a dash, that one was a minus sign or a range.
  void settle_dash() {
    if (text_.empty() || static_cast<unsigned char>(text_.back()) < 0x80U) return;
    if (!ends_with("—") && !ends_with("–") && !ends_with("−")) return;
    if (ends_with("——")) return;
    const std::size_t start = text_.size() - 3;
    text_.resize(start + 1);
    text_[start] = '-';
    if constexpr (with_origin) origin_.resize(start + 1);
  }

  bool ends_with(std::string_view tail) const { return std::string_view(text_).ends_with(tail); }

  void cut(std::size_t bytes) {
    text_.resize(text_.size() - bytes);
    if constexpr (with_origin) origin_.resize(text_.size());
  }

  std::string& text_;
  std::vector<std::uint32_t>& origin_;
};

enum class Fate { keep, remove, replace };

struct Ruling {
  Fate fate = Fate::keep;
  std::string_view replacement{};
};

/// Characters beyond ASCII and apart from the full-width forms.
Ruling ruling(char32_t value) {
  switch (value) {
    case 0x00A0:
    case 0x0085:
    case 0x1680:
    case 0x180E:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x2060:
    case 0x3000:
    case 0xFEFF:
      return {Fate::remove};
    case U'“':
    case U'”':
    case U'「':
    case U'」':
      return {Fate::replace, "\""};
    case U'‘':
    case U'’':
      return {Fate::replace, "'"};
    case U'≥':
    case U'≧':
      return {Fate::replace, ">="};
    case U'≤':
    case U'≦':
      return {Fate::replace, "<="};
    case U'㎡':
      return {Fate::replace, "平方米"};
    default:
      // U+2000 to U+200A are blanks of all widths, U+200B to U+200F have none.
      return value >= 0x2000 && value <= 0x200F ? Ruling{Fate::remove} : Ruling{};
  }
}

/// The ASCII character of a full-width form; 0 if it is none, or one of the brackets that stay.
char narrow(char32_t value) {
  if (value < 0xFF01 || value > 0xFF5E || value == U'［' || value == U'］') return 0;
  return static_cast<char>(value - 0xFF01 + '!');
}

bool is_ascii_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// U+4000 to U+9FFF, the ideographs of nearly every text: nothing in there is ever changed.
bool leads_plain_ideograph(unsigned char lead) {
  return lead >= 0xE4 && lead <= 0xE9;
}

template <bool with_origin>
void put_character(Writer<with_origin>& writer, std::string_view original, std::size_t offset, CodePoint point) {
  if (const char ascii = narrow(point.value); ascii != 0) {
    writer.put_ascii(ascii, offset);
    return;
  }
  const Ruling rule = ruling(point.value);
  if (rule.fate == Fate::keep) writer.put(original.substr(offset, point.length), offset);
  if (rule.fate == Fate::replace) writer.put(rule.replacement, offset);
}

template <bool with_origin>
void run(std::string_view original, Writer<with_origin>& writer) {
  for (std::size_t offset = 0; offset < original.size();) {
    const char c = original[offset];
    const auto lead = static_cast<unsigned char>(c);
    if (lead < 0x80) {
      if (!is_ascii_blank(c)) writer.put_ascii(c, offset);
      ++offset;
    } else if (leads_plain_ideograph(lead) && offset + 3 <= original.size()) {
      writer.put(original.substr(offset, 3), offset);
      offset += 3;
    } else {
      const CodePoint point = code_point_at(original, offset);
      put_character(writer, original, offset, point);
      offset += point.length;
    }
  }
}

}  // namespace

Normal normalise(std::string_view original) {
  if (original.size() >= std::numeric_limits<std::uint32_t>::max()) throw std::length_error("text too long");
  Normal normal;
  Writer<true> writer(normal.text, normal.origin, original.size());
  run(original, writer);
  normal.origin.push_back(static_cast<std::uint32_t>(original.size()));
  return normal;
}

std::string normal_text(std::string_view original) {
  std::string text;
  std::vector<std::uint32_t> no_origin;
  Writer<false> writer(text, no_origin, original.size());
  run(original, writer);
  return text;
}

}  // namespace mingzhang::text
