#include <algorithm>
#include <cstdint>
#include <iterator>

#include "check/describe.h"
#include "check/parts.h"
#include "check/wrong_words.h"
#include "profile/pattern.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

/// The words of a line without blanks, and the beginning of the line that it wraps onto.
class Wrapped {
 public:
  Wrapped(const document::Line& line, const document::Line* next) : line_(line), next_(next) {
    take(line.text);
    own_ = text_.size();
    constexpr std::size_t longest = 20;  // characters: no entry is longer
    if (next != nullptr) take(text::prefix(next->text, longest));
  }

  const std::string& text() const { return text_; }
  std::size_t own() const { return own_; }  ///< bytes of text() that stand in the line itself

  cube::Place place(std::size_t begin, std::size_t end) const {
    const auto from = origin(line_.text, begin);
    if (end <= own_) return profile::place_in_line(line_, from, origin(line_.text, end - 1) + 1);
    auto place = profile::place_in_line(line_, from, static_cast<std::uint32_t>(line_.text.size()));
    place.last_line = next_->number;
    place.end = origin(next_->text, end - own_ - 1) + 1;
    place.quote += next_->text.substr(0, place.end);
    return place;
  }

 private:
  static constexpr char blank = ' ';

  void take(std::string_view words) {
    std::copy_if(words.begin(), words.end(), std::back_inserter(text_), [](char byte) { return byte != blank; });
  }

  /// Where the byte stands that is number `wanted` without the blanks.
  static std::uint32_t origin(std::string_view words, std::size_t wanted) {
    std::uint32_t at = 0;
    for (std::size_t count = 0; words[at] == blank || count++ < wanted;) ++at;
    return at;
  }

  const document::Line& line_;
  const document::Line* next_;
  std::string text_;
  std::size_t own_ = 0;
};

/// Cells of a row do not wrap onto the row below.
const document::Line* next_of(const document::Document& document, std::size_t index) {
  const auto whole = [](const document::Line& line) { return line.tabs == 0 && line.grid == 0; };
  if (index + 1 >= document.lines.size()) return nullptr;
  const auto& next = document.lines[index + 1];
  const bool wraps = whole(document.lines[index]) && whole(next) && next.page == document.lines[index].page;
  return wraps ? &next : nullptr;
}

void tell(const Wrapped& words, std::size_t at, const WrongWord& word, const std::string& section, Findings& findings) {
  Finding finding = finding_at("misspelling", word.severity, words.place(at, at + word.wrong.size()), section);
  finding.stated = finding.words["stated"] = word.wrong;
  finding.expected = finding.words["expected"] = word.right;
  findings.push_back(std::move(finding));
}

}  // namespace

void find_misspelled(const profile::Reading& reading, const WrongWords& wrong, Findings& findings) {
  const auto& document = reading.stream->document();
  for (std::size_t index = 0; index < document.lines.size(); ++index) {
    const auto& line = document.lines[index];
    const auto* next = next_of(document, index);
    const Wrapped words(line, next);
    if (!wrong.may_stand_in(words.text())) continue;
    for (std::size_t at = 0; at < words.own();) {
      const auto* word = wrong.find(words.text(), at);
      if (word != nullptr) tell(words, at, *word, title_at(profile::position_of(line), reading), findings);
      at += word != nullptr ? word->wrong.size() : text::code_point_at(words.text(), at).length;
    }
  }
}

}  // namespace mingzhang::check
