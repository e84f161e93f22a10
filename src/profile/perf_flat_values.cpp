#include "profile/perf_flat_values.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

constexpr auto none = std::string_view::npos;

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_operator(char c) {
  return c == '<' || c == '>' || c == '=';
}

std::size_t digits_at(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

template <std::size_t count>
std::size_t one_of(std::string_view text, const std::array<std::string_view, count>& words) {
  std::size_t longest = 0;
  for (const auto word : words)
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  return longest;
}

// A date is put together from these: 2031年 | 12月 | 30日 | 之 | 前, 每月 | 20日 | 之 | 前, 2031年 | 底. 前 and 内 end
// it.
constexpr std::array<std::string_view, 7> periods = {"每年", "每年度", "每季", "每季度", "每月", "每半年", "每周"};
constexpr std::array<std::string_view, 7> calendar = {"年", "年度", "月", "月份", "日", "号", "个工作日"};
constexpr std::array<std::string_view, 10> limits = {"底", "末", "初", "中旬", "上旬", "下旬", "之", "以", "前", "内"};

std::size_t date_part(std::string_view text, bool first) {
  if (const auto digits = digits_at(text); digits > 0 && digits != 3 && digits <= 4) {
    const auto word = one_of(text.substr(digits), calendar);
    const bool year = text.substr(digits).starts_with("年");
    return word > 0 && year == (digits == 4) && (first || !year) ? digits + word : 0;
  }
  return first ? one_of(text, periods) : one_of(text, limits);
}

/// [operator] number [unit], the unit as it is spelled.
struct Amount {
  bool valid = false;
  int power = 0;
  std::string unit;
};

Amount amount_of(std::string_view cell) {
  std::size_t at = 0;
  while (at < cell.size() && is_operator(cell[at])) ++at;
  const auto rest = cell.substr(at);
  if (rest.empty() || !digit(rest.front())) return {};
  const auto number = text::read_number(rest);
  if (!number || number->length != rest.size()) return {};
  return {true, number->power, number->unit};
}

/// Digits or an operator, behind which an amount takes the rest of the words.
std::optional<std::size_t> trailing_value(const FlatText& text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin + 1; at < end; ++at) {
    const bool inside = digit(text.text()[at - 1]) || is_operator(text.text()[at - 1]) || text.text()[at - 1] == '.';
    if (!inside && digit(text.text()[at]) && is_flat_date(text.slice(at, end))) return at;
    if (!inside && text.starts_word(at) && is_flat_value(text.slice(at, end))) return at;
    if (!inside && !digit(text.text()[at]) && one_of(text.slice(at, end), periods) > 0 &&
        is_flat_date(text.slice(at, end)))
      return at;
  }
  return std::nullopt;
}

/// On one line with the cell behind it stands a cell that does not wrap.
std::optional<std::size_t> word_beside(const FlatText& text, std::size_t begin, std::size_t end) {
  if (text.starts_line(end)) return std::nullopt;
  std::size_t word = end - 1;
  while (word > begin && !text.starts_word(word)) --word;
  return word > begin ? std::optional(word) : std::nullopt;
}

std::optional<std::size_t> operator_begin(std::string_view text, std::size_t begin, std::size_t end) {
  std::optional<std::size_t> last;
  for (std::size_t at = begin; at < end; ++at) {
    if (!is_operator(text[at])) continue;
    if (is_flat_value(text.substr(at, end - at))) return at;
    last = at;
    while (at + 1 < end && is_operator(text[at + 1])) ++at;
  }
  return last;
}

/// Where [begin, end) splits into two amounts of one unit, or two dates, with a blank between.
std::optional<std::size_t> middle_of_pair(const FlatText& text, std::size_t begin, std::size_t end) {
  std::optional<std::size_t> same, loose;
  bool several_same = false, several_loose = false;
  for (std::size_t at = text.next_word(begin); at < end; at = text.next_word(at)) {
    const auto left = text.slice(begin, at), right = text.slice(at, end);
    if (!is_flat_value(left) || !is_flat_value(right)) continue;
    const Amount target = amount_of(left), actual = amount_of(right);
    const bool alike = target.valid == actual.valid && target.power == actual.power && target.unit == actual.unit;
    if (alike) several_same = std::exchange(same, at).has_value();
    several_loose = std::exchange(loose, at).has_value();
  }
  if (same) return several_same ? std::nullopt : same;
  return several_loose ? std::nullopt : loose;
}

/// The longest word that [begin, end) ends with twice.
std::size_t repeated_at_end(std::string_view text) {
  constexpr std::size_t least = 6;  // two characters
  for (std::size_t length = text.size() / 2; length >= least; --length) {
    const auto word = text.substr(text.size() - length);
    const bool boundary = (static_cast<unsigned char>(word.front()) & 0xC0U) != 0x80U;
    if (boundary && text.substr(0, text.size() - length).ends_with(word)) return length;
  }
  return 0;
}

std::optional<FlatPair> grades_at_end(const FlatText& text, std::size_t begin, std::size_t end,
                                      const std::vector<std::string>& grades) {
  const auto words = text.slice(begin, end);
  if (const auto length = repeated_at_end(words); length > 0 && 2 * length < words.size())
    return FlatPair{end - 2 * length, end - length};
  const auto actual = longest_at_end(words, grades);
  if (actual == 0) return std::nullopt;
  const auto target = longest_at_end(words.substr(0, words.size() - actual), grades);
  if (target == 0 || target + actual == words.size()) return std::nullopt;
  return FlatPair{end - actual - target, end - actual};
}

}  // namespace

bool is_flat_date(std::string_view cell) {
  std::size_t at = 0;
  int parts = 0;
  bool ended = false;
  while (at < cell.size()) {
    const auto length = date_part(cell.substr(at), parts == 0);
    if (length == 0 || ended) return false;
    ended = cell.substr(at, length) == "前" || cell.substr(at, length) == "内";
    at += length;
    ++parts;
  }
  return parts > 1;
}

bool is_flat_value(std::string_view cell) {
  return amount_of(cell).valid || is_flat_date(cell);
}

std::size_t longest_at_start(std::string_view text, const std::vector<std::string>& words) {
  std::size_t longest = 0;
  for (const auto& word : words)
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  return longest;
}

std::size_t longest_at_end(std::string_view text, const std::vector<std::string>& words) {
  std::size_t longest = 0;
  for (const auto& word : words)
    if (text.ends_with(word)) longest = std::max(longest, word.size());
  return longest;
}

std::optional<std::size_t> target_begin(const FlatText& text, std::size_t begin, std::size_t end,
                                        std::string_view prior, const std::vector<std::string>& grades) {
  if (const auto at = operator_begin(text.text(), begin, end)) return at;
  if (const auto at = trailing_value(text, begin, end)) return at;
  const auto words = text.slice(begin, end);
  if (!prior.empty() && words.size() > prior.size() && words.ends_with(prior)) return end - prior.size();
  const auto grade = longest_at_end(words, grades);
  if (grade > 0 && grade < words.size()) return end - grade;
  return word_beside(text, begin, end);
}

std::optional<FlatPair> split_pair(const FlatText& text, std::size_t begin, std::size_t end,
                                   const std::vector<std::string>& grades) {
  constexpr std::size_t most = 600;  // bytes of the two cells
  const std::size_t from = end - begin > most ? end - most : begin + 1;
  for (std::size_t at = from; at < end; ++at) {
    const char c = text.text()[at], before = text.text()[at - 1];
    const bool opens = is_operator(c) || (digit(c) && !digit(before) && before != '.') || text.starts_word(at);
    if (!opens || is_operator(before)) continue;
    if (const auto middle = middle_of_pair(text, at, end)) return FlatPair{at, *middle};
    if (is_operator(c)) return std::nullopt;  // which words the target takes cannot be told
  }
  return grades_at_end(text, from - 1, end, grades);
}

}  // namespace mingzhang::profile
