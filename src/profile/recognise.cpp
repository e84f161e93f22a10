#include <algorithm>
#include <charconv>
#include <map>

#include "profile/reading.h"

namespace mingzhang::profile {
namespace {

constexpr std::size_t title_lines = 60;

struct TitleFound {
  std::string unit;
  int year = 0;
  cube::Place place;
};

/// Unit and year as a match of a title or of evidence says them. A name that nothing follows ends with its line.
TitleFound captured(const Pattern& pattern, const Match& match, const Stream& stream) {
  TitleFound found;
  for (const auto& capture : match.captures) {
    std::size_t end = capture.end;
    if (end == match.end) end = std::min(end, stream.end_of(stream.line_at(capture.begin)));
    const std::string_view words = stream.text().substr(capture.begin, end - capture.begin);
    const auto type = pattern.slots()[capture.slot].type;
    if (type == SlotType::unit) found.unit = words;
    if (type == SlotType::year) std::from_chars(words.data(), words.data() + words.size(), found.year);
  }
  return found;
}

std::optional<TitleFound> find_title(const Stream& stream, const Recogniser& recogniser) {
  const auto lines = std::min(title_lines, stream.line_count());
  const std::string_view head = stream.text().substr(0, stream.begin_of(static_cast<std::uint32_t>(lines)));
  for (const auto& title : recogniser.titles) {
    for (std::uint32_t line = 0; line < lines; ++line) {
      const auto match = title.match_at(head, stream.begin_of(line), {});
      if (!match) continue;
      TitleFound found = captured(title, *match, stream);
      found.place = stream.place(match->begin, match->end);
      return found;
    }
  }
  return std::nullopt;
}

template <typename Key>
Key most_named(const std::map<Key, int>& votes, Key otherwise) {
  const auto best =
      std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == votes.end() ? otherwise : best->first;
}

/// A document without a cover names its unit and year in many places; a slip in one of them is outvoted.
void hear_evidence(const Stream& stream, const Recogniser& recogniser, Recognition& result) {
  std::map<std::string, int> units;
  std::map<int, int> years;
  for (const auto& pattern : recogniser.evidence) {
    Search search;
    auto match = pattern.find(stream.text(), 0, {}, search);
    for (; match; match = pattern.find(stream.text(), match->end, {}, search)) {
      const TitleFound found = captured(pattern, *match, stream);
      if (!found.unit.empty()) ++units[found.unit];
      if (found.year != 0) ++years[found.year];
    }
  }
  if (result.unit.empty()) result.unit = most_named(units, std::string());
  if (result.year == 0) result.year = most_named(years, 0);
}

/// Share of the words that occur, in percent; -1 if a forbidden one does.
int fit(const Stream& stream, const Recogniser& recogniser) {
  const auto occurs = [&](const std::string& words) { return stream.text().find(words) != std::string_view::npos; };
  if (std::any_of(recogniser.none.begin(), recogniser.none.end(), occurs)) return -1;
  const auto found = std::count_if(recogniser.all.begin(), recogniser.all.end(), occurs);
  return recogniser.all.empty() ? 0 : static_cast<int>(found * 100 / static_cast<long>(recogniser.all.size()));
}

/// A year of publication is the one that the document names most.
int likely_year(std::string_view text) {
  int best = 0, best_count = 0;
  std::vector<int> counts(100, 0);
  for (std::size_t at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 2)) {
    if (at + 7 > text.size() || text.compare(at + 4, 3, "年") != 0) continue;
    const char tens = text[at + 2], ones = text[at + 3];
    if (tens < '0' || tens > '9' || ones < '0' || ones > '9') continue;
    const int year = (tens - '0') * 10 + (ones - '0');
    if (++counts[static_cast<std::size_t>(year)] > best_count) {
      best_count = counts[static_cast<std::size_t>(year)];
      best = 2000 + year;
    }
  }
  return best;
}

}  // namespace

Recognition recognise(const Stream& stream, const std::vector<Recogniser>& recognisers, const std::string& wanted) {
  Recognition result;
  const Recogniser* chosen = nullptr;
  std::optional<TitleFound> title;
  int best = 0;
  for (const auto& recogniser : recognisers) {
    if (!wanted.empty() && recogniser.profile != wanted) continue;
    const int score = wanted.empty() ? fit(stream, recogniser) : 100;
    if (score > best) {
      best = score;
      result.nearest = recogniser.profile;
    }
    if (score < 100 || title) continue;
    // Of those whose words occur, the first whose title stands there, too: forms of departments and of units differ in
    // that alone.
    title = find_title(stream, recogniser);
    if (title || chosen == nullptr) chosen = &recogniser;
  }
  if (!wanted.empty() && chosen == nullptr) throw BadProfile("there is no profile '" + wanted + "'");
  if (chosen != nullptr) {
    result.profile = chosen->profile;
    result.kind = chosen->kind;
    result.level = chosen->level;
    if (title) {
      result.unit = title->unit;
      result.year = title->year;
      result.title = title->place;
    }
    if (result.unit.empty() || result.year == 0) hear_evidence(stream, *chosen, result);
  }
  if (result.year == 0) result.year = likely_year(stream.text());
  return result;
}

}  // namespace mingzhang::profile
