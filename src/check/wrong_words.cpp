#include "check/wrong_words.h"

#include <algorithm>

#include "profile/pattern.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

constexpr auto file = "words/wrong_words.txt";

[[noreturn]] void fail(std::size_t line, const std::string& why) {
  throw profile::BadProfile(std::string(file) + ":" + std::to_string(line) + ": " + why);
}

/// The part of `rest` before its next blank, taken from it.
std::string next_part(std::string_view& rest) {
  const auto begin = std::min(rest.find_first_not_of(' '), rest.size());
  const auto end = std::min(rest.find(' ', begin), rest.size());
  std::string part(rest.substr(begin, end - begin));
  rest.remove_prefix(end);
  return part;
}

WrongWord parse(std::string_view line, std::size_t number) {
  WrongWord word;
  word.wrong = next_part(line);
  word.right = next_part(line);
  if (text::count_code_points(word.wrong) < 2) fail(number, "a wrong word has two characters or more");
  if (word.right.empty() || word.right == word.wrong) fail(number, "needs a wrong word and a right one");
  for (std::string part = next_part(line); !part.empty(); part = next_part(line)) {
    if (part == "note") {
      word.severity = Severity::note;
    } else if (part[0] == '-' && part.find(word.wrong) != std::string::npos) {
      word.lawful.push_back(part.substr(1));
    } else {
      fail(number, "\"" + part + "\" is neither note nor - and words that hold the wrong one");
    }
  }
  return word;
}

/// The characters as one of as many numbers as `pairs_` has; several pairs share each.
std::size_t pair(char32_t first, char32_t second) {
  return (first * 2654435761U ^ second * 40503U) >> 14;
}

/// 疗求 of 医疗求助: the first character that is not the right one, and that before it; else the one behind it.
std::size_t telling_pair(const WrongWord& word) {
  char32_t before = 0;
  for (std::size_t at = 0; at < word.wrong.size();) {
    const auto point = text::code_point_at(word.wrong, at);
    const bool differs = word.right.compare(at, point.length, word.wrong, at, point.length) != 0;
    at += point.length;
    if (before != 0 && (differs || at == word.wrong.size())) return pair(before, point.value);
    if (differs) return pair(point.value, text::code_point_at(word.wrong, at).value);
    before = point.value;
  }
  return 0;
}

bool is_part(const WrongWord& word, std::string_view text, std::size_t at) {
  return std::any_of(word.lawful.begin(), word.lawful.end(), [&](const auto& lawful) {
    const auto offset = lawful.find(word.wrong);
    return offset <= at && text.substr(at - offset, lawful.size()) == lawful;
  });
}

}  // namespace

WrongWords::WrongWords(const profile::DataFiles& data) {
  const std::string content = data.read(file);
  std::size_t number = 0;
  for (std::string_view rest = content; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    ++number;
    if (!line.empty() && line[0] != '#') words_.push_back(parse(line, number));
  }
  for (std::size_t index = 0; index < words_.size(); ++index) {
    by_first_[text::code_point_at(words_[index].wrong, 0).value].push_back(index);
    pairs_.set(telling_pair(words_[index]));
  }
  for (auto& [first, indexes] : by_first_) {
    std::stable_sort(indexes.begin(), indexes.end(),
                     [&](auto a, auto b) { return words_[a].wrong.size() > words_[b].wrong.size(); });
  }
}

bool WrongWords::may_stand_in(std::string_view text) const {
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = text::code_point_at(text, at);
    at += point.length;
    if (point.value == ' ') continue;
    if (pairs_.test(pair(before, point.value))) return true;
    before = point.value;
  }
  return false;
}

const WrongWord* WrongWords::find(std::string_view text, std::size_t at) const {
  const auto found = by_first_.find(text::code_point_at(text, at).value);
  if (found == by_first_.end()) return nullptr;
  for (const auto index : found->second) {
    const auto& word = words_[index];
    if (text.substr(at, word.wrong.size()) == word.wrong && !is_part(word, text, at)) return &word;
  }
  return nullptr;
}

}  // namespace mingzhang::check
