// Words that are often written wrongly, and how they are written rightly: data/words/wrong_words.txt.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/finding.h"
#include "profile/data_files.h"

namespace mingzhang::check {

struct WrongWord {
  std::string wrong, right;
  Severity severity = Severity::warning;  ///< note: only a matter of style
  std::vector<std::string> lawful;        ///< longer words that hold `wrong` and are none
};

class WrongWords {
 public:
  /// Throws profile::BadProfile with the line that is wrong.
  explicit WrongWords(const profile::DataFiles& data);

  /// The longest entry that stands at `at`, unless it is a part of one of its lawful words; null where none does.
  /// Time does not grow with the list.
  const WrongWord* find(std::string_view text, std::size_t at) const;
  /// Whether an entry may stand in a text: a glance. May say yes where none does, never no where one does.
  bool may_stand_in(std::string_view text) const;

 private:
  std::vector<WrongWord> words_;
  std::unordered_map<char32_t, std::vector<std::size_t>> by_first_;  ///< the longest first
  std::bitset<1 << 18> pairs_;  ///< of every entry the two characters where it goes wrong
};

}  // namespace mingzhang::check
