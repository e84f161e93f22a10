#include "profile/pattern.h"

#include <algorithm>
#include <array>

#include "text/normal.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

struct TypeName {
  std::string_view name;
  SlotType type;
};
constexpr std::array<TypeName, 12> type_names = {{{"amount", SlotType::amount},
                                                  {"percent", SlotType::percent},
                                                  {"count", SlotType::count},
                                                  {"year", SlotType::year},
                                                  {"ordinal", SlotType::ordinal},
                                                  {"unit", SlotType::unit},
                                                  {"direction", SlotType::direction},
                                                  {"member", SlotType::member},
                                                  {"path", SlotType::path},
                                                  {"names", SlotType::names},
                                                  {"text", SlotType::text},
                                                  {"prose", SlotType::prose}}};

struct Word {
  std::string_view word;
  int sign;
};
// Longest first where one begins another.
constexpr std::array<Word, 17> direction_words = {{{"增加", 1},
                                                   {"减少", -1},
                                                   {"增长", 1},
                                                   {"下降", -1},
                                                   {"大于", 1},
                                                   {"小于", -1},
                                                   {"等于", 0},
                                                   {"持平", 0},
                                                   {"上升", 1},
                                                   {"降低", -1},
                                                   {"高于", 1},
                                                   {"低于", -1},
                                                   {"超过", 1},
                                                   {"上涨", 1},
                                                   {"提高", 1},
                                                   {"不变", 0},
                                                   {"多于", 1}}};

constexpr int max_depth = 12;

}  // namespace

std::optional<SlotType> slot_type_named(std::string_view name) {
  for (const auto& entry : type_names)
    if (entry.name == name) return entry.type;
  return std::nullopt;
}

std::optional<DirectionWord> direction_at(std::string_view text) {
  for (const auto& entry : direction_words)
    if (text.substr(0, entry.word.size()) == entry.word) return DirectionWord{entry.sign, entry.word.size()};
  return std::nullopt;
}

std::size_t ordinal_length(std::string_view rest) {
  const bool bracket = !rest.empty() && rest[0] == '(';
  std::size_t at = bracket ? 1 : 0;
  const std::size_t first = at;
  while (at < rest.size() && rest[at] >= '0' && rest[at] <= '9' && at - first < 3) ++at;
  if (at == first) {
    static constexpr std::string_view numerals = "一二三四五六七八九十";
    while (at + 3 <= rest.size() && at - first < 12) {
      const auto found = numerals.find(rest.substr(at, 3));
      if (found == std::string_view::npos || found % 3 != 0) break;
      at += 3;
    }
  }
  if (at == first) return 0;
  if (bracket) return at < rest.size() && rest[at] == ')' ? at + 1 : 0;
  if (at < rest.size() && rest[at] == '.' && !(at + 1 < rest.size() && rest[at + 1] >= '0' && rest[at + 1] <= '9'))
    return at + 1;
  if (rest.substr(at, 3) == "、") return at + 3;
  return 0;
}

/// Reads pattern source into nodes. A sequence is built from its end, so that every node knows what follows it.
class Pattern::Parser {
 public:
  Parser(Pattern& pattern, std::string source) : pattern_(pattern), source_(std::move(source)) {}

  std::uint32_t parse() {
    pattern_.nodes_.push_back({});  // the end
    const auto items = sequence(0, false);
    if (at_ != source_.size()) fail("unexpected ']' or '|'");
    return link(items, 0);
  }

 private:
  struct Item {
    Node::Kind kind = Node::Kind::words;
    std::string words;
    std::uint32_t slot = 0;
    std::vector<std::vector<Item>> alternatives;
  };

  [[noreturn]] void fail(const std::string& what) const {
    throw BadProfile("pattern \"" + source_ + "\", character " + std::to_string(at_ + 1) + ": " + what);
  }

  std::vector<Item> sequence(int depth, bool inside) {
    if (depth > max_depth) fail("choices are nested too deeply");
    std::vector<Item> items;
    while (at_ < source_.size()) {
      const char c = source_[at_];
      if (c == '|' || c == ']') {
        if (!inside) fail("'|' and ']' have a meaning only inside [ ]");
        break;
      }
      if (c == '{') {
        items.push_back(slot());
      } else if (c == '[') {
        items.push_back(choice(depth));
      } else {
        const auto stop = std::min(source_.find_first_of("{[|]", at_), source_.size());
        items.push_back({Node::Kind::words, source_.substr(at_, stop - at_), 0, {}});
        at_ = stop;
      }
    }
    return items;
  }

  Item slot() {
    const auto stop = source_.find('}', at_);
    if (stop == std::string::npos) fail("'{' without '}'");
    const std::string inner = source_.substr(at_ + 1, stop - at_ - 1);
    const auto dot = inner.find('#');
    const std::string type = inner.substr(0, dot), name = dot == std::string::npos ? type : inner.substr(dot + 1);
    const auto known = slot_type_named(type);
    if (!known) fail("unknown slot type '" + type + "'");
    at_ = stop + 1;
    pattern_.slots_.push_back({*known, name});
    return {Node::Kind::slot, {}, static_cast<std::uint32_t>(pattern_.slots_.size() - 1), {}};
  }

  Item choice(int depth) {
    Item item{Node::Kind::choice, {}, 0, {}};
    ++at_;
    for (;;) {
      item.alternatives.push_back(sequence(depth + 1, true));
      if (at_ >= source_.size()) fail("'[' without ']'");
      if (source_[at_++] == ']') break;
    }
    return item;
  }

  std::uint32_t link(const std::vector<Item>& items, std::uint32_t next) {
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
      Node node;
      node.kind = item->kind;
      node.words = item->words;
      node.slot = item->slot;
      node.next = next;
      for (const auto& alternative : item->alternatives) node.alternatives.push_back(link(alternative, next));
      pattern_.nodes_.push_back(std::move(node));
      next = static_cast<std::uint32_t>(pattern_.nodes_.size() - 1);
    }
    return next;
  }

  Pattern& pattern_;
  std::string source_;
  std::size_t at_ = 0;
};

namespace {

/// "{amount total}" -> "{amount#total}" before normalisation takes the blanks; phrases are put in.
std::string expand(std::string_view source, const std::map<std::string, std::string>& phrases, int depth) {
  if (depth > max_depth) throw BadProfile("phrases refer to each other without end: " + std::string(source));
  std::string out;
  for (std::size_t at = 0; at < source.size();) {
    const char c = source[at];
    if (c == '{') {
      const auto stop = std::min(source.find('}', at), source.size() - 1);
      std::string slot(source.substr(at, stop - at + 1));
      std::replace(slot.begin(), slot.end(), ' ', '#');
      out += slot;
      at = stop + 1;
    } else if (c == '<' && source.find('>', at) != std::string_view::npos) {
      const auto stop = source.find('>', at);
      const std::string name(source.substr(at + 1, stop - at - 1));
      const auto phrase = phrases.find(name);
      if (phrase == phrases.end()) throw BadProfile("unknown phrase <" + name + "> in: " + std::string(source));
      out += expand(phrase->second, phrases, depth + 1);
      at = stop + 1;
    } else {
      out += c;
      ++at;
    }
  }
  return out;
}

}  // namespace

Pattern Pattern::compile(std::string_view source, const std::map<std::string, std::string>& phrases) {
  Pattern pattern;
  pattern.source_ = source;
  std::string expanded = expand(source, phrases, 0);
  // Braces and brackets are ASCII already; normalisation folds everything else as it does in documents.
  Parser parser(pattern, text::normal_text(expanded));
  pattern.start_ = parser.parse();
  pattern.leading_slot_ = pattern.may_begin_with_slot(pattern.start_, 0);
  if (!pattern.first_words(pattern.start_, pattern.anchors_, 0)) pattern.anchors_.clear();
  return pattern;
}

/// Collects the fixed words of which every match must contain one. Slots before them are passed over. False if the
/// pattern can be matched without any.
bool Pattern::first_words(std::uint32_t node, std::vector<std::string>& out, int depth) const {
  while (nodes_[node].kind != Node::Kind::end && depth <= max_depth) {
    const Node& here = nodes_[node];
    if (here.kind == Node::Kind::words) {
      out.push_back(here.words);
      return true;
    }
    if (here.kind == Node::Kind::choice)
      return std::all_of(here.alternatives.begin(), here.alternatives.end(),
                         [&](std::uint32_t alternative) { return first_words(alternative, out, depth + 1); });
    node = here.next;
  }
  return false;
}

bool Pattern::may_begin_with_slot(std::uint32_t node, int depth) const {
  const Node& here = nodes_[node];
  if (here.kind != Node::Kind::choice) return here.kind == Node::Kind::slot;
  return depth <= max_depth &&
         std::any_of(here.alternatives.begin(), here.alternatives.end(),
                     [&](std::uint32_t alternative) { return may_begin_with_slot(alternative, depth + 1); });
}

/// Backtracking over choices and over the ends of slots without a fixed length.
/// Patterns are short, and the steps bounded.
class Pattern::Matcher {
 public:
  Matcher(const Pattern& pattern, std::string_view text, const NameSource& names)
      : pattern_(pattern), text_(text), names_(names) {}

  bool run(std::uint32_t node, std::size_t at, Match& match) {
    for (;;) {
      if (++steps_ > max_steps) return false;
      const Node& here = pattern_.nodes_[node];
      switch (here.kind) {
        case Node::Kind::end:
          match.end = at;
          return true;
        case Node::Kind::words:
          if (text_.compare(at, here.words.size(), here.words) != 0) return false;
          at += here.words.size();
          node = here.next;
          break;
        case Node::Kind::choice:
          return choose(here, at, match);
        case Node::Kind::slot:
          return fill(here, at, match);
      }
    }
  }

 private:
  static constexpr int max_steps = 20'000;
  static constexpr std::size_t max_unit_bytes = 120;
  static constexpr std::size_t max_text_bytes = 3'000;

  bool choose(const Node& node, std::size_t at, Match& match) {
    const auto captures = match.captures.size(), choices = match.choices.size();
    for (std::size_t index = 0; index < node.alternatives.size(); ++index) {
      match.choices.push_back(static_cast<std::uint8_t>(index));
      if (run(node.alternatives[index], at, match)) return true;
      match.captures.resize(captures);
      match.choices.resize(choices);
    }
    return false;
  }

  bool take(const Node& node, std::size_t begin, std::size_t end, Match& match) {
    const auto captures = match.captures.size(), choices = match.choices.size();
    match.captures.push_back({node.slot, begin, end});
    if (run(node.next, end, match)) return true;
    match.captures.resize(captures);
    match.choices.resize(choices);
    return false;
  }

  bool fill(const Node& node, std::size_t at, Match& match) {
    const Slot& slot = pattern_.slots_[node.slot];
    const std::string_view rest = text_.substr(std::min(at, text_.size()));
    switch (slot.type) {
      case SlotType::amount:
      case SlotType::percent:
      case SlotType::count: {
        const auto number = text::read_number(rest);
        return number && take(node, at, at + number->length, match);
      }
      case SlotType::year: {
        const bool digits = rest.size() >= 4 && (rest.substr(0, 2) == "20" || rest.substr(0, 2) == "19") &&
                            std::all_of(rest.begin(), rest.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
        return digits && take(node, at, at + 4, match);
      }
      case SlotType::ordinal: {
        const auto length = ordinal_length(rest);
        return length > 0 && take(node, at, at + length, match);
      }
      case SlotType::direction: {
        const auto word = direction_at(rest);
        return word && take(node, at, at + word->length, match);
      }
      case SlotType::member:
        return fill_member(node, slot, at, match);
      case SlotType::path: {
        const auto end = rest.find("(项)");
        constexpr std::size_t mark = std::string_view("(项)").size();
        return end != std::string_view::npos && end > 0 && end < 400 &&
               rest.substr(0, end).find("。") == std::string_view::npos && take(node, at, at + end + mark, match);
      }
      case SlotType::unit:
        return fill_run(node, at, match, ",。;:、0123456789", max_unit_bytes, 2);
      case SlotType::names:
        return fill_run(node, at, match, "。;", max_text_bytes, 1);
      case SlotType::text:
        return fill_run(node, at, match, "。;", max_text_bytes, 0);
      case SlotType::prose:
        return fill_run(node, at, match, "", max_text_bytes, 0);
    }
    return false;
  }

  bool fill_member(const Node& node, const Slot& slot, std::size_t at, Match& match) {
    const auto* names = names_ ? names_(slot.name) : nullptr;
    if (names == nullptr) return false;
    // Longest first, and shorter ones too: 一般公共预算 begins 一般公共预算财政拨款.
    std::vector<std::size_t> lengths;
    for (const auto& name : *names)
      if (!name.empty() && text_.compare(at, name.size(), name) == 0) lengths.push_back(name.size());
    std::sort(lengths.rbegin(), lengths.rend());
    for (const auto length : lengths)
      if (take(node, at, at + length, match)) return true;
    return false;
  }

  /// Shortest run for which the rest of the pattern matches; it holds none of the stop characters.
  bool fill_run(const Node& node, std::size_t at, Match& match, std::string_view stops, std::size_t limit,
                std::size_t least) {
    const Node& next = pattern_.nodes_[node.next];
    std::size_t end = at, taken = 0;
    while (end <= text_.size() && end - at <= limit) {
      const bool stop = end >= text_.size() || stops_here(stops, end);
      const bool plausible = next.kind != Node::Kind::words || text_.compare(end, next.words.size(), next.words) == 0;
      const bool last = next.kind == Node::Kind::end;  // nothing follows: go on to the stop
      if (taken >= least && plausible && (!last || stop) && take(node, at, end, match)) return true;
      if (stop) return false;
      end += text::code_point_at(text_, end).length;
      ++taken;
    }
    return false;
  }

  bool stops_here(std::string_view stops, std::size_t at) const {
    if (stops.empty()) return false;
    const auto length = text::code_point_at(text_, at).length;
    return stops.find(text_.substr(at, length)) != std::string_view::npos;
  }

  const Pattern& pattern_;
  std::string_view text_;
  const NameSource& names_;
  int steps_ = 0;
};

std::optional<Match> Pattern::match_at(std::string_view text, std::size_t begin, const NameSource& names) const {
  Match match;
  match.begin = begin;
  Matcher matcher(*this, text, names);
  if (begin <= text.size() && matcher.run(start_, begin, match)) return match;
  return std::nullopt;
}

std::optional<Match> Pattern::find(std::string_view text, std::size_t from, const NameSource& names) const {
  constexpr std::size_t reach = 160;  // bytes that leading slots may take before the first fixed words
  std::size_t at = from;
  while (at < text.size()) {
    std::size_t anchor = std::string_view::npos;
    for (const auto& words : anchors_) anchor = std::min(anchor, text.find(words, at));
    if (anchors_.empty()) anchor = at;
    if (anchor == std::string_view::npos) return std::nullopt;
    if (!leading_slot_ || anchors_.empty()) {
      if (auto match = match_at(text, anchor, names)) return match;
    } else {
      std::size_t begin = anchor - from > reach ? anchor - reach : from;
      while (begin < anchor && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
      for (; begin <= anchor; begin += text::code_point_at(text, begin).length) {
        auto match = match_at(text, begin, names);
        if (match && match->end > anchor) return match;
        if (begin >= text.size()) break;
      }
    }
    at = anchor + text::code_point_at(text, anchor).length;
  }
  return std::nullopt;
}

bool Pattern::matches_whole(std::string_view text) const {
  const auto match = match_at(text, 0, {});
  return match && match->end == text.size();
}

std::string Pattern::write(const std::vector<std::uint8_t>& choices,
                           const std::function<std::string(std::size_t, std::uint32_t)>& slot) const {
  std::string out;
  std::size_t choice = 0, capture = 0;
  for (std::uint32_t node = start_; nodes_[node].kind != Node::Kind::end;) {
    const Node& here = nodes_[node];
    if (here.kind == Node::Kind::choice) {
      const std::size_t taken = choice < choices.size() ? choices[choice] : 0;
      ++choice;
      node = here.alternatives.at(taken);
      continue;
    }
    out += here.kind == Node::Kind::words ? here.words : slot(capture++, here.slot);
    node = here.next;
  }
  return out;
}

}  // namespace mingzhang::profile
