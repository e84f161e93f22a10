#include "profile/pattern.h"

#include <algorithm>
#include <array>

#include "text/normal.h"

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
constexpr std::array<Word, 19> direction_words = {{{"增加", 1},
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
                                                   {"多于", 1},
                                                   {"增幅", 1},
                                                   {"降幅", -1}}};

constexpr int max_depth = 12;
constexpr std::size_t max_alternatives = 200;  // of a choice; a match records them in a byte
constexpr std::size_t max_nodes = 500;         // matching nests as deep as a pattern is long

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
      if (item.alternatives.size() > max_alternatives) fail("a choice has too many alternatives");
    }
    const auto nothing = [](const std::vector<Item>& alternative) { return alternative.empty(); };
    if (std::all_of(item.alternatives.begin(), item.alternatives.end(), nothing)) fail("a choice without words");
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
      if (pattern_.nodes_.size() > max_nodes) fail("the pattern is too long");
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

/// Puts phrases in, and writes "{amount total}" as "{amount#total}" before normalisation takes the blanks.
class Expander {
 public:
  explicit Expander(const std::map<std::string, std::string>& phrases) : phrases_(phrases) {}

  std::string run(std::string_view source, int depth = 0) {
    if (depth > max_depth || ++uses_ > max_uses) throw BadProfile("phrases without end: " + std::string(source));
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
        const auto phrase = phrases_.find(name);
        if (phrase == phrases_.end()) throw BadProfile("unknown phrase <" + name + "> in: " + std::string(source));
        out += run(phrase->second, depth + 1);
        at = stop + 1;
      } else {
        out += c;
        ++at;
      }
    }
    return out;
  }

 private:
  static constexpr int max_uses = 200;

  const std::map<std::string, std::string>& phrases_;
  int uses_ = 0;
};

}  // namespace

Pattern Pattern::compile(std::string_view source, const std::map<std::string, std::string>& phrases) {
  Pattern pattern;
  pattern.source_ = source;
  // Braces and brackets are ASCII already; normalisation folds everything else as it does in documents.
  Parser parser(pattern, text::normal_text(Expander(phrases).run(source)));
  pattern.start_ = parser.parse();
  pattern.find_anchors();
  return pattern;
}

/// What stands first on each way through the pattern: every match holds one of these words. Where some way has none,
/// a match may begin anywhere.
void Pattern::find_anchors() {
  std::vector<bool> seen(nodes_.size());
  std::vector<std::uint32_t> open = {start_};
  bool anywhere = false;
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    if (seen[node]) continue;
    seen[node] = true;
    const Node& here = nodes_[node];
    switch (here.kind) {
      case Node::Kind::end:
        anywhere = true;
        break;
      case Node::Kind::words:
        anchors_.push_back(here.words);
        break;
      case Node::Kind::slot:
        leading_slot_ = true;
        open.push_back(here.next);
        break;
      case Node::Kind::choice:
        open.insert(open.end(), here.alternatives.begin(), here.alternatives.end());
        break;
    }
  }
  if (anywhere) anchors_.clear();
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

/// The slots on all ways from one node to another.
void Pattern::collect_slots(std::uint32_t from, std::uint32_t to, bool certain, Alternative& found) const {
  for (std::uint32_t node = from; node != to; node = nodes_[node].next) {
    const Node& here = nodes_[node];
    if (here.kind == Node::Kind::slot) found.slots.push_back(here.slot);
    if (here.kind == Node::Kind::slot && certain) found.certain.push_back(here.slot);
    for (const auto alternative : here.alternatives) collect_slots(alternative, here.next, false, found);
  }
}

void Pattern::compose(const Writer& writer) const {
  for (std::uint32_t node = start_; nodes_[node].kind != Node::Kind::end;) {
    const Node& here = nodes_[node];
    if (here.kind == Node::Kind::choice) {
      std::vector<Alternative> alternatives(here.alternatives.size());
      for (std::size_t index = 0; index < alternatives.size(); ++index)
        collect_slots(here.alternatives[index], here.next, true, alternatives[index]);
      node = here.alternatives.at(writer.choose(alternatives));
      continue;
    }
    if (here.kind == Node::Kind::words)
      writer.words(here.words);
    else
      writer.slot(here.slot);
    node = here.next;
  }
}

std::string Pattern::plain() const {
  return write({}, [](std::size_t, std::uint32_t) { return std::string(); });
}

}  // namespace mingzhang::profile
