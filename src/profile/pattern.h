// The small language in which wording is described: fixed words, [choices|of|words] and {slots}.
//
//   {year}年度收入总计{amount total},其中:本年收入合计{amount income}
//   年初预算[为|]{amount initial}          an empty alternative makes a choice optional; the first one is written
//   <yoy>                                 a phrase that is defined once and used in many clauses
//
// Patterns are normalised like documents (text/normal.h): full-width and half-width forms are one.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::profile {

/// A mistake in a data file: which file, which entry, what is wrong.
class BadProfile : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class SlotType : std::uint8_t {
  amount,     ///< a number, money: its unit may differ from the canonical one, and is then judged
  percent,    ///< a number with %
  count,      ///< a number with a measure word
  year,       ///< four digits
  ordinal,    ///< "1." "1、" "(1)" "一、" "(一)"
  unit,       ///< a name of a unit: no punctuation, no digit
  direction,  ///< 增加 减少 增长 下降 大于 小于 持平 ...
  member,     ///< a name out of a list of the form
  path,       ///< 类(类)款(款)项(项)
  names,      ///< names joined by 、 up to the end of the sentence
  text,       ///< free words up to what follows, not beyond the sentence
  prose,      ///< free words up to what follows, over sentences
};
std::optional<SlotType> slot_type_named(std::string_view name);

struct Slot {
  SlotType type = SlotType::text;
  std::string name;
};

/// What a slot or a choice took. Choices are recorded in the order in which they were met.
struct Capture {
  std::uint32_t slot = 0;
  std::size_t begin = 0, end = 0;
};
struct Match {
  std::size_t begin = 0, end = 0;
  std::vector<Capture> captures;      ///< in the order of the text
  std::vector<std::uint8_t> choices;  ///< alternative taken, one a choice met
};

/// Names that a member slot can take: normalised, in any order; the matcher prefers the longest.
using NameSource = std::function<const std::vector<std::string>*(const std::string& slot)>;

/// How far a search for one pattern in one text has come; it goes forwards only.
struct Search {
  std::vector<std::size_t> anchors;  ///< next place of each of the fixed words
  std::size_t tried = 0;             ///< nothing begins before this byte
  std::uint64_t steps = 0;           ///< of matching; what is hostile enough to use up its share is not read
};

class Pattern {
 public:
  /// `phrases` are put in place of <name>. Throws BadProfile.
  static Pattern compile(std::string_view source, const std::map<std::string, std::string>& phrases = {});

  const std::vector<Slot>& slots() const { return slots_; }
  const std::string& source() const { return source_; }

  /// A match that begins exactly at `begin`.
  std::optional<Match> match_at(std::string_view text, std::size_t begin, const NameSource& names,
                                std::uint64_t* steps = nullptr) const;
  /// The first match that begins at or after `from` and is not empty. `search` has seen the same text and names before,
  /// and no larger `from`.
  std::optional<Match> find(std::string_view text, std::size_t from, const NameSource& names, Search& search) const;
  bool matches_whole(std::string_view text) const;

  /// Writes the pattern with `slot(capture index, slot index)` for the slots and the recorded choices; the first
  /// alternative of each choice where none is recorded.
  std::string write(const std::vector<std::uint8_t>& choices,
                    const std::function<std::string(std::size_t, std::uint32_t)>& slot) const;
  /// An alternative of a choice: its slots, and those of them that are written in any case if it is taken.
  struct Alternative {
    std::vector<std::uint32_t> slots, certain;
  };
  /// Writes the pattern piece by piece. `choose` says which alternative is taken.
  struct Writer {
    std::function<std::size_t(const std::vector<Alternative>&)> choose;
    std::function<void(const std::string&)> words;
    std::function<void(std::uint32_t)> slot;
  };
  void compose(const Writer& writer) const;
  /// Canonical words where there are no slots.
  std::string plain() const;

 private:
  struct Node {
    enum class Kind : std::uint8_t { words, slot, choice, end } kind = Kind::end;
    std::string words;
    std::uint32_t slot = 0;
    std::vector<std::uint32_t> alternatives;  ///< first node of each
    std::uint32_t next = 0;
  };
  class Parser;
  class Matcher;

  void find_anchors();
  bool may_begin_at(std::string_view text, std::size_t begin) const;
  void collect_slots(std::uint32_t from, std::uint32_t to, bool certain, Alternative& found) const;
  std::size_t next_anchor(std::string_view text, std::size_t at, Search& search) const;

  std::string source_;
  std::vector<Node> nodes_;  ///< node 0 is the end
  std::uint32_t start_ = 0;
  std::vector<Slot> slots_;
  std::vector<std::string> anchors_;  ///< fixed words of which one must occur in a match; empty: none need to
  bool leading_slot_ = false;         ///< a match may begin before them
};

/// "1." "12、" "(3)" "一、" "(十一)" at the beginning of a normalised text: bytes, 0 if there is none.
std::size_t ordinal_length(std::string_view text);

/// Words that say up or down. +1, -1, 0 (持平, 等于), or empty.
struct DirectionWord {
  int sign = 0;
  std::size_t length = 0;
};
std::optional<DirectionWord> direction_at(std::string_view text);

}  // namespace mingzhang::profile
