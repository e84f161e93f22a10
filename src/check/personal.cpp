// Numbers of persons in a document that everybody will read: telephones, identity cards, bank cards.
#include <algorithm>
#include <array>

#include "check/describe.h"
#include "check/parts.h"
#include "profile/stream.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

/// Digits as they stand together, or in the groups in which such numbers are spoken.
struct Number {
  std::string digits;               ///< in half width; the last one may be X
  std::vector<std::size_t> groups;  ///< how many digits each has
  std::size_t begin = 0, end = 0;   ///< bytes of the line
  char separator = 0;               ///< the first one between its groups
};

/// The digit at a byte, also one of full width; 0 if there is none. `length` is that of the character.
char digit_at(std::string_view text, std::size_t at, std::size_t& length) {
  length = 1;
  if (at >= text.size()) return 0;
  if (text[at] >= '0' && text[at] <= '9') return text[at];
  constexpr std::string_view wide = "\xEF\xBC";  // U+FF10 to U+FF19
  if (text.substr(at, wide.size()) != wide || at + 2 >= text.size()) return 0;
  const auto last = static_cast<unsigned char>(text[at + 2]);
  if (last < 0x90U || last > 0x99U) return 0;
  length = 3;
  return static_cast<char>('0' + (last - 0x90U));
}

/// The longest number that begins at a digit; of its first group alone unless `grouped`: figures of a row stand beside
/// each other with blanks between them as well. More digits than any card has are taken too: then it is none.
Number number_at(std::string_view text, std::size_t begin, bool grouped) {
  constexpr std::size_t most_groups = 6;
  Number number;
  number.begin = number.end = begin;
  for (;;) {
    std::size_t count = 0, length = 0;
    for (char digit = 0; (digit = digit_at(text, number.end, length)) != 0; number.end += length, ++count)
      number.digits += digit;
    const char next = number.end < text.size() ? text[number.end] : '\0';
    const bool checked_by_x = number.digits.size() == 17 && (next == 'X' || next == 'x');
    if (checked_by_x) number.digits += 'X';
    number.end += checked_by_x ? 1 : 0;
    number.groups.push_back(count + (checked_by_x ? 1 : 0));
    const bool goes_on = (next == ' ' || next == '-') && digit_at(text, number.end + 1, length) != 0;
    if (!grouped || checked_by_x || !goes_on || number.groups.size() == most_groups) return number;
    if (number.separator == 0) number.separator = next;
    ++number.end;
  }
}

using Groups = std::vector<std::size_t>;

bool grouped_as(const Number& number, std::initializer_list<Groups> known) {
  return number.groups.size() == 1 || std::find(known.begin(), known.end(), number.groups) != known.end();
}

bool is_mobile(const Number& number) {
  const auto& digits = number.digits;
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3' && grouped_as(number, {{3, 4, 4}});
}

/// GB 11643: 6 digits of a region, the date of birth, 3 digits, and a check character.
bool is_identity(const Number& number) {
  const auto& digits = number.digits;
  if (digits.size() != 18 || !grouped_as(number, {{6, 8, 4}, {6, 4, 4, 4}})) return false;
  const auto part = [&](std::size_t at, std::size_t count) { return std::stoi(digits.substr(at, count)); };
  const int region = part(0, 2), year = part(6, 4), month = part(10, 2), day = part(12, 2);
  if (region < 11 || region > 91 || year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31)
    return false;
  constexpr std::array<int, 17> weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view checks = "10X98765432";
  int sum = 0;
  for (std::size_t index = 0; index < weights.size(); ++index) sum += (digits[index] - '0') * weights[index];
  return checks[static_cast<std::size_t>(sum % 11)] == digits[17];
}

/// ISO/IEC 7812: 16 to 19 digits, the last of which checks the others (Luhn).
bool is_card(const Number& number) {
  const auto& digits = number.digits;
  if (digits.size() < 16 || digits.size() > 19 || digits.back() == 'X' || digits.front() < '3') return false;
  if (!grouped_as(number, {{4, 4, 4, 4}, {4, 4, 4, 4, 1}, {4, 4, 4, 4, 2}, {4, 4, 4, 4, 3}, {6, 13}})) return false;
  int sum = 0;
  bool twice = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
    const int value = (*digit - '0') * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

template <std::size_t N>
bool names_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.find(word) != std::string_view::npos; });
}

constexpr auto of_telephones = std::to_array<std::string_view>({"电话", "手机", "联系", "tel", "Tel", "TEL"});
constexpr auto of_accounts = std::to_array<std::string_view>({"账号", "帐号", "卡号", "账户", "帐户", "开户", "银行"});

class PersonalTeller {
 public:
  PersonalTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {}

  void run() {
    for (const auto& line : reading_.stream->document().lines) {
      numbers_of(line);
      before_ = line.text;
    }
  }

 private:
  void numbers_of(const document::Line& line) {
    const std::string_view text = line.text;
    for (std::size_t at = 0, length = 0; at < text.size();) {
      if (digit_at(text, at, length) == 0) {
        ++at;
        continue;
      }
      const Number whole = number_at(text, at, true), first = number_at(text, at, false);
      const bool told = tell(line, whole) || (whole.end != first.end && tell(line, first));
      at = told && personal_end_ > first.end ? personal_end_ : first.end;
    }
  }

  /// With decimals it is money, and so is what stands before 元; a letter makes a code of it.
  static bool is_figure_or_code(std::string_view text, const Number& number) {
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; };
    const char before = number.begin == 0 ? '\0' : text[number.begin - 1];
    const char after = number.end < text.size() ? text[number.end] : '\0';
    std::size_t length = 0;
    const bool goes_on = (after == '.' || after == ',') && digit_at(text, number.end + 1, length) != 0;
    auto rest = text.substr(number.end);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    return letter(before) || letter(after) || before == '.' || before == ',' || before == '-' || goes_on ||
           rest.starts_with("元");
  }

  bool tell(const document::Line& line, const Number& number) {
    if (number.digits.size() < 11 || is_figure_or_code(line.text, number)) return false;
    constexpr std::size_t reach = 240;  // bytes before it: words further off speak of something else
    const std::size_t from = number.begin - std::min(number.begin, reach);
    const auto before = std::string_view(line.text).substr(from, number.begin - from);
    const auto above = std::string_view(before_).substr(0, reach);
    if (is_identity(number)) return found("identity", Severity::error, line, number);
    if (is_mobile(number) && (number.separator != ' ' || names_any(before, of_telephones)))
      return found("mobile", Severity::warning, line, number);
    if (is_card(number) && (names_any(before, of_accounts) || names_any(above, of_accounts)))
      return found("account", Severity::warning, line, number);
    return false;
  }

  bool found(const std::string& kind, Severity severity, const document::Line& line, const Number& number) {
    auto place =
        profile::place_in_line(line, static_cast<std::uint32_t>(number.begin), static_cast<std::uint32_t>(number.end));
    // A report goes round: it must not repeat the number.
    place.quote = number.digits.substr(0, 3) + "********";
    Finding finding = finding_at("personal-data", severity, place, title_at(profile::position_of(line), reading_));
    finding.stated = finding.words["stated"] = place.quote;
    finding.words[kind] = kind;
    findings_.push_back(std::move(finding));
    personal_end_ = number.end;
    return true;
  }

  const profile::Reading& reading_;
  Findings& findings_;
  std::string_view before_;       ///< the line before: the header of a column
  std::size_t personal_end_ = 0;  ///< of the number told last
};

}  // namespace

void find_personal(const profile::Reading& reading, Findings& findings) {
  PersonalTeller(reading, findings).run();
}

}  // namespace mingzhang::check
