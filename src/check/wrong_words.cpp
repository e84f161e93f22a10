#include "check/wrong_words.h"

#include <algorithm>
#include <sstream>

#include "profile/pattern.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

constexpr auto file = "words/wrong_words.txt";

[[noreturn]] void fail(std::size_t line, const std::string& why) {
  throw profile::BadProfile(std::string(file) + ":" + std::to_string(line) + ": " + why);
}

WrongWord parse(const std::string& line, std::size_t number) {
  std::istringstream parts(line);
  WrongWord word;
  parts >> word.wrong >> word.right;
  if (word.right.empty() || word.right == word.wrong) fail(number, "needs a wrong word and a right one");
  for (std::string part; parts >> part;) {
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

bool is_part(const WrongWord& word, std::string_view text, std::size_t at) {
  return std::any_of(word.lawful.begin(), word.lawful.end(), [&](const auto& lawful) {
    const auto offset = lawful.find(word.wrong);
    return offset <= at && text.substr(at - offset, lawful.size()) == lawful;
  });
}

}  // namespace

WrongWords::WrongWords(const profile::DataFiles& data) {
  std::istringstream lines(data.read(file));
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    words_.push_back(parse(line, number));
  }
  for (std::size_t index = 0; index < words_.size(); ++index)
    by_first_[text::code_point_at(words_[index].wrong, 0).value].push_back(index);
  for (auto& [first, indexes] : by_first_)
    std::stable_sort(indexes.begin(), indexes.end(),
                     [&](auto a, auto b) { return words_[a].wrong.size() > words_[b].wrong.size(); });
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
