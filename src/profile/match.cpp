#include <algorithm>
#include <cstring>

#include "profile/names.h"
#include "profile/pattern.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::profile {

/// Backtracking over choices and over the ends of slots without a fixed length. Patterns are short, and the steps
/// bounded: one for every node entered and every character that a slot without a fixed length takes.
class Pattern::Matcher {
 public:
  Matcher(const Pattern& pattern, std::string_view text, const NameSource& names)
      : pattern_(pattern), text_(text), names_(names) {}

  std::uint32_t steps() const { return steps_; }

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
  static constexpr std::uint32_t max_steps = 20'000;
  static constexpr std::size_t max_unit_bytes = 120;
  static constexpr std::size_t max_path_bytes = 400;
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
        const auto mark = find_level_mark(rest.substr(0, max_path_bytes), 0, level_words.size() - 1);
        return mark && mark->begin > 0 && rest.substr(0, mark->begin).find("。") == std::string_view::npos &&
               take(node, at, at + mark->end, match);
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
    if (least > 0 && (at >= text_.size() || stops_here(stops, at))) return false;
    // Most places hold none of the words that must follow: that is seen faster than by walking there.
    if (next.kind == Node::Kind::words && !within(at, limit, next.words)) return false;
    std::size_t end = at, taken = 0;
    while (end <= text_.size() && end - at <= limit) {
      if (++steps_ > max_steps) return false;
      const bool stop = end >= text_.size() || stops_here(stops, end);
      const bool last = next.kind == Node::Kind::end;  // nothing follows: go on to the stop
      if (taken >= least && (!last || stop) && may_begin(node.next, end) && take(node, at, end, match)) return true;
      if (stop) return false;
      end += text::code_point_at(text_, end).length;
      ++taken;
    }
    return false;
  }

  /// A glance at the first byte or words: most places are refused by it.
  bool may_begin(std::uint32_t node, std::size_t at) const {
    const Node& here = pattern_.nodes_[node];
    switch (here.kind) {
      case Node::Kind::words:
        return text_.compare(at, here.words.size(), here.words) == 0;
      case Node::Kind::choice:
        return std::any_of(here.alternatives.begin(), here.alternatives.end(),
                           [&](std::uint32_t alternative) { return may_begin(alternative, at); });
      case Node::Kind::slot:
        return pattern_.slots_[here.slot].type != SlotType::year ||
               (at < text_.size() && (text_[at] == '1' || text_[at] == '2'));
      case Node::Kind::end:
        break;
    }
    return true;
  }

  /// Whether words begin at most `limit` bytes after `at`.
  bool within(std::size_t at, std::size_t limit, const std::string& words) const {
    if (at >= text_.size()) return false;
    const std::size_t length = std::min(text_.size() - at, limit + words.size());
    return memmem(text_.data() + at, length, words.data(), words.size()) != nullptr;
  }

  bool stops_here(std::string_view stops, std::size_t at) const {
    if (stops.empty()) return false;
    const auto length = text::code_point_at(text_, at).length;
    return stops.find(text_.substr(at, length)) != std::string_view::npos;
  }

  const Pattern& pattern_;
  std::string_view text_;
  const NameSource& names_;
  std::uint32_t steps_ = 0;
};

bool Pattern::may_begin_at(std::string_view text, std::size_t begin) const {
  if (anchors_.empty() || leading_slot_ || begin > text.size()) return true;
  return std::any_of(anchors_.begin(), anchors_.end(),
                     [&](const std::string& words) { return text.compare(begin, words.size(), words) == 0; });
}

std::optional<Match> Pattern::match_at(std::string_view text, std::size_t begin, const NameSource& names,
                                       std::uint64_t* steps) const {
  if (!may_begin_at(text, begin)) return std::nullopt;
  Match match;
  match.begin = begin;
  Matcher matcher(*this, text, names);
  const bool found = begin <= text.size() && matcher.run(start_, begin, match);
  if (steps != nullptr) *steps += matcher.steps();
  return found ? std::optional(std::move(match)) : std::nullopt;
}

std::size_t Pattern::next_anchor(std::string_view text, std::size_t at, Search& search) const {
  if (anchors_.empty()) return at;
  const bool first = search.anchors.empty();
  search.anchors.resize(anchors_.size());
  for (std::size_t index = 0; index < anchors_.size(); ++index)
    if (auto& next = search.anchors[index]; first || next < at) next = text.find(anchors_[index], at);
  return *std::min_element(search.anchors.begin(), search.anchors.end());
}

std::optional<Match> Pattern::find(std::string_view text, std::size_t from, const NameSource& names,
                                   Search& search) const {
  constexpr std::size_t reach = 160;  // bytes that leading slots may take before the first fixed words
  const std::uint64_t max_steps = 1'000'000 + 16 * std::uint64_t{text.size()};
  for (std::size_t at = from; at < text.size();) {
    const std::size_t anchor = next_anchor(text, at, search);
    if (anchor == std::string_view::npos) return std::nullopt;
    std::size_t begin = leading_slot_ ? anchor - std::min(anchor, reach) : anchor;
    begin = std::max({begin, from, search.tried});
    while (begin < anchor && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
    for (; begin <= anchor && begin < text.size(); begin = search.tried) {
      if (search.steps > max_steps) return std::nullopt;
      auto match = match_at(text, begin, names, &search.steps);
      search.tried = begin + text::code_point_at(text, begin).length;
      if (match && match->end > begin) return match;
    }
    at = anchor + 1;
  }
  return std::nullopt;
}

bool Pattern::matches_whole(std::string_view text) const {
  const auto match = match_at(text, 0, {});
  return match && match->end == text.size();
}

}  // namespace mingzhang::profile
