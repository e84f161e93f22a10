#include "formats/spreadsheet/format_section.h"

#include <algorithm>
#include <cctype>

#include "text/utf8.h"

namespace mingzhang::formats {
namespace {

using Kind = FormatToken::Kind;

constexpr std::size_t longest_format = 1000, most_sections = 4;

bool is_date_letter(char c) {
  return std::string_view("yYmMdDhHsSeEaAbBgG").find(c) != std::string_view::npos;
}

char lower(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool begins_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

class Scanner {
 public:
  explicit Scanner(std::string_view format) : format_(format.substr(0, longest_format)) {}

  std::vector<FormatSection> sections() {
    while (at_ < format_.size()) step();
    return std::move(sections_);
  }

 private:
  void add(Kind kind, std::string_view text) { sections_.back().tokens.push_back({kind, std::string(text)}); }

  std::string_view character(std::size_t at) const {
    return at >= format_.size() ? "" : format_.substr(at, text::code_point_at(format_, at).length);
  }

  void step() {
    const std::string_view rest = format_.substr(at_);
    const std::string_view one = character(at_);
    const char c = rest.front();
    at_ += one.size();
    if (c == ';') {
      if (sections_.size() < most_sections) sections_.emplace_back();
    } else if (c == '"') {
      quoted();
    } else if (c == '\\' || c == '!') {
      add(Kind::literal, character(at_));
      at_ += character(at_).size();
    } else if (c == '_' || c == '*') {
      at_ += character(at_).size();  // a blank as wide as that character, or as many of it as fit
      if (c == '_') add(Kind::literal, " ");
    } else if (c == '[') {
      bracket();
    } else {
      bare(rest, one);
    }
  }

  void quoted() {
    const auto stop = std::min(format_.find('"', at_), format_.size());
    add(Kind::literal, format_.substr(at_, stop - at_));
    at_ = std::min(stop + 1, format_.size());
  }

  /// Colours, languages with a currency before them, conditions, and hours that do not end at 24.
  void bracket() {
    const auto stop = std::min(format_.find(']', at_), format_.size());
    const std::string_view inside = format_.substr(at_, stop - at_);
    at_ = std::min(stop + 1, format_.size());
    if (inside.starts_with('$')) {
      add(Kind::literal,
          inside.substr(1, inside.find('-') == std::string_view::npos ? inside.npos : inside.find('-') - 1));
    } else if (!inside.empty() && std::string_view("<>=").find(inside.front()) != std::string_view::npos) {
      const auto sign = std::min(inside.find_first_not_of("<>="), inside.size());
      if (const auto limit = read_decimal(inside.substr(sign))) {
        sections_.back().condition = inside.substr(0, sign);
        sections_.back().limit = *limit;
      }
    } else if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) {
      add(Kind::elapsed, inside);
    }
  }

  void bare(std::string_view rest, std::string_view one) {
    const char c = one.front();
    if (begins_with_word(rest, "General") || rest.starts_with("G/通用格式")) {
      at_ += (rest.starts_with("G/") ? std::string_view("G/通用格式").size() : std::string_view("General").size()) - 1;
      add(Kind::general, "");
    } else if (begins_with_word(rest, "AM/PM") || rest.starts_with("上午/下午")) {
      const bool chinese = rest.starts_with("上午");
      at_ += (chinese ? std::string_view("上午/下午").size() : std::string_view("AM/PM").size()) - one.size();
      add(Kind::half_day, chinese ? "上午" : "AM");
    } else if (c == '0' || c == '#' || c == '?') {
      add(Kind::digit, one);
    } else if (c == '.') {
      add(Kind::point, one);
    } else if (c == ',') {
      add(Kind::comma, one);
    } else if (c == '%') {
      add(Kind::percent, one);
    } else if (c == '@') {
      add(Kind::text, one);
    } else if (lower(c) == 'e' && rest.size() > 1 && (rest[1] == '+' || rest[1] == '-')) {
      ++at_;
      add(Kind::exponent, rest.substr(1, 1));
    } else if (is_date_letter(c)) {
      const auto end = std::find_if(rest.begin(), rest.end(), [&](char other) { return lower(other) != lower(c); });
      at_ += static_cast<std::size_t>(end - rest.begin()) - 1;
      std::string letters(rest.begin(), end);
      std::transform(letters.begin(), letters.end(), letters.begin(), lower);
      add(Kind::date, letters);
    } else {
      add(Kind::literal, one);
    }
  }

  std::string_view format_;
  std::size_t at_ = 0;
  std::vector<FormatSection> sections_ = std::vector<FormatSection>(1);
};

}  // namespace

bool FormatSection::has(FormatToken::Kind kind) const {
  return std::any_of(tokens.begin(), tokens.end(), [&](const FormatToken& token) { return token.kind == kind; });
}

std::vector<FormatSection> read_format(std::string_view format) {
  return Scanner(format).sections();
}

}  // namespace mingzhang::formats
