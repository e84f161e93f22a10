#include "profile/perf_flat_breaks.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "profile/perf_flat_rows.h"
#include "profile/perf_flat_values.h"
#include "profile/perf_flat_weights.h"

namespace mingzhang::profile {
namespace {

constexpr std::size_t character = 3;  // bytes
constexpr std::size_t most_words = 12;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A word of a vocabulary of which the first page holds the beginning. `rest` is what must follow on the second.
struct Broken {
  std::size_t taken = 0;
  std::string rest;
};

/// Words that `text` begins with, whole or at least two characters of them; and none of them.
std::vector<Broken> beginnings(std::string_view text, const std::vector<std::string>& words) {
  std::vector<Broken> out = {{}};
  for (const auto& word : words)
    for (std::size_t length = 2 * character; length <= word.size(); length += character)
      if (text.starts_with(word.substr(0, length))) out.push_back({length, word.substr(length)});
  return out;
}

std::vector<std::string> all_words(const WordGroups& groups) {
  std::vector<std::string> words;
  for (const auto& group : groups)
    for (const auto& word : group.words)
      if (level_at(word, groups).length == word.size()) words.push_back(word);
  return words;
}

std::vector<Broken> endings(std::string_view text, const std::vector<std::string>& words) {
  std::vector<Broken> out;
  for (const auto& word : words)
    for (std::size_t length = 2 * character; length <= word.size(); length += character)
      if (text.ends_with(word.substr(0, length))) out.push_back({length, word.substr(length)});
  return out;
}

/// The row before a page break, [begin, page), and what may be its rest behind it, [page, limit).
class Mender {
 public:
  Mender(const FlatText& text, std::size_t begin, std::size_t page, std::size_t limit, const PerformanceWords& words)
      : text_(text), begin_(begin), page_(page), limit_(limit), words_(words) {}

  /// True if the row was broken and is understood now.
  bool run() {
    for (const auto& evidence : longest_first(endings(text_.slice(begin_, page_), words_.evidence)))
      for (const auto& method : longest_first(endings(text_.slice(begin_, page_ - evidence.taken), words_.methods)))
        if (try_row(method, evidence)) return true;
    return false;
  }

  std::size_t end() const { return end_; }

  /// The parts of the row in the order of its columns.
  const std::vector<FlatSpan>& parts() const { return parts_; }

 private:
  static std::vector<Broken> longest_first(std::vector<Broken> broken) {
    std::stable_sort(broken.begin(), broken.end(), [](const Broken& a, const Broken& b) { return a.taken > b.taken; });
    return broken;
  }

  bool try_row(const Broken& method, const Broken& evidence) {
    const std::size_t evidence_begin = page_ - evidence.taken, method_begin = evidence_begin - method.taken;
    FlatSpan level1, level2, rest1, rest2;
    if (!find_levels(method_begin, level1, level2, rest1, rest2)) return false;
    const std::string closing = method.rest + evidence.rest;
    basis_ = last_basis(level2.end, method_begin);
    if (basis_.empty()) return false;
    cut_cells(level2.end, method_begin);
    const auto middle_end = end_of_middle(rest2.end, closing);
    if (!middle_end) return false;
    end_ = *middle_end + closing.size();
    if (end_ == page_ || !assign(rest2.end, *middle_end)) return false;
    const std::size_t method_rest = *middle_end + method.rest.size();
    parts_ = {level1,
              rest1,
              level2,
              rest2,
              name_,
              name_rest_,
              target_,
              target_rest_,
              basis_,
              prior_,
              prior_rest_,
              weight_,
              {method_begin, evidence_begin},
              {*middle_end, method_rest},
              {evidence_begin, page_},
              {method_rest, end_}};
    return true;
  }

  /// The level names that take the most of the row, with their rests at the beginning of the second page.
  bool find_levels(std::size_t stop, FlatSpan& level1, FlatSpan& level2, FlatSpan& rest1, FlatSpan& rest2) const {
    std::optional<std::size_t> best;
    for (const auto& first : beginnings(text_.slice(begin_, stop), all_words(words_.level1))) {
      for (const auto& second : beginnings(text_.slice(begin_ + first.taken, stop), all_words(words_.level2))) {
        const std::size_t after1 = page_ + first.rest.size(), after2 = after1 + second.rest.size();
        if (after2 > limit_ || text_.slice(page_, after2) != first.rest + second.rest) continue;
        if (!text_.starts_word(after1) || !text_.starts_word(after2)) continue;
        if (best && *best >= first.taken + second.taken) continue;
        best = first.taken + second.taken;
        level1 = {begin_, begin_ + first.taken};
        level2 = {level1.end, level1.end + second.taken};
        rest1 = {page_, after1};
        rest2 = {after1, after2};
      }
    }
    return best.has_value();
  }

  FlatSpan last_basis(std::size_t from, std::size_t stop) const {
    FlatSpan found;
    for (std::size_t at = from; at < stop; ++at)
      if (const auto length = longest_at_start(text_.slice(at, stop), words_.bases)) found = {at, at + length};
    return found;
  }

  void cut_cells(std::size_t from, std::size_t method_begin) {
    std::size_t weight = method_begin;
    while (weight > basis_.end && !text_.starts_word(weight - 1)) --weight;
    weight_ = {weight > basis_.end ? weight - 1 : weight, method_begin};
    // Glued to the value of the year before, it stands behind the rest of that.
    if (!is_weight(text_.slice(weight_.begin, weight_.end))) weight_.begin = method_begin;
    prior_ = {basis_.end, weight_.begin};
    const auto prior = text_.slice(prior_.begin, prior_.end);
    const auto target = target_begin(text_, from, basis_.begin, prior, words_.qualitative);
    name_ = {from, target.value_or(basis_.begin)};
    target_ = {name_.end, basis_.begin};
  }

  /// Where the rests of name, target and prior value end, which begin at `from`.
  std::optional<std::size_t> end_of_middle(std::size_t from, const std::string& closing) {
    if (!closing.empty()) return where_closed(from, closing);
    const std::size_t next = next_row(from);
    if (next < limit_) return next;
    const auto target = text_.slice(target_.begin, target_.end);
    return known(target) ? from : where_complete(from);
  }

  std::optional<std::size_t> where_closed(std::size_t from, const std::string& closing) const {
    std::size_t count = 0;
    for (std::size_t at = from; at < limit_ && count < most_words; at = text_.next_word(at), ++count)
      if (text_.slice(at, limit_).starts_with(closing) && text_.starts_word(at + closing.size())) return at;
    return std::nullopt;
  }

  /// The next level name at the beginning of a line, before any rule: the limit if there is none.
  std::size_t next_row(std::size_t from) const {
    for (std::size_t at = from; at < limit_; at = text_.next_word(at)) {
      const auto rest = text_.slice(at, limit_);
      if (longest_at_start(rest, words_.bases) > 0 || longest_at_start(rest, words_.methods) > 0) break;
      if (text_.starts_line(at) && levels_at(text_, at, limit_, words_).end > at) return at;
    }
    return limit_;
  }

  /// The first words that complete target and prior value.
  std::optional<std::size_t> where_complete(std::size_t from) {
    std::size_t stop = from;
    for (std::size_t count = 0; stop < limit_ && count < most_words; ++count) {
      stop = text_.next_word(stop);
      if (!assign(from, stop) || !known(joined(target_, target_rest_))) continue;
      const auto prior = joined(prior_, prior_rest_);
      if (prior.empty() || is_one_of(words_.blanks, prior) || known(without_weight(prior))) return stop;
    }
    return std::nullopt;
  }

  static bool operator_only(std::string_view cell) {
    return !cell.empty() && cell.find_first_not_of("<>=") == std::string_view::npos;
  }

  /// Cuts [from, stop) into the rests of name, target and prior value: each makes a value or a known word, and where
  /// several cuts do, the two values are alike and the name is the shortest.
  bool assign(std::size_t from, std::size_t stop) {
    std::vector<std::size_t> cuts = {from};
    while (cuts.back() < stop) cuts.push_back(text_.next_word(cuts.back()));
    for (const bool alike : {true, false})
      for (const auto name_end : cuts)
        for (const auto target_end : cuts)
          if (target_end >= name_end && fits(name_end, target_end, stop, alike)) {
            name_rest_ = {from, name_end};
            target_rest_ = {name_end, target_end};
            prior_rest_ = {target_end, stop};
            return true;
          }
    return false;
  }

  bool fits(std::size_t name_end, std::size_t target_end, std::size_t stop, bool alike) const {
    const auto target = joined(target_, {name_end, target_end});
    const auto prior = without_weight(joined(prior_, {target_end, stop}));
    if (operator_only(target)) return false;
    if (target_end > name_end && !known(target)) return false;
    if (stop > target_end && !known(prior)) return false;
    const auto bare = [](const std::string& cell) {
      return cell.substr(std::min(cell.find_first_not_of("<>="), cell.size()));
    };
    return !alike || bare(target) == bare(prior);
  }

  std::string joined(const FlatSpan& head, const FlatSpan& rest) const {
    return std::string(text_.slice(head.begin, head.end)) + std::string(text_.slice(rest.begin, rest.end));
  }

  /// Of a prior value with its weight glued to it.
  std::string without_weight(std::string prior) const {
    if (!weight_.empty() || known(prior)) return prior;
    for (int digits = 0; digits < 2 && !known(prior) && !prior.empty() && is_digit(prior.back()); ++digits)
      prior.pop_back();
    return prior;
  }

  bool known(std::string_view cell) const { return is_flat_value(cell) || is_one_of(words_.qualitative, cell); }

  const FlatText& text_;
  std::size_t begin_, page_, limit_;
  const PerformanceWords& words_;
  FlatSpan basis_, name_, target_, prior_, weight_, name_rest_, target_rest_, prior_rest_;
  std::size_t end_ = 0;
  std::vector<FlatSpan> parts_;
};

/// Where rows end: behind a rule and a kind of evidence.
std::vector<std::size_t> row_ends(const FlatText& text, const PerformanceWords& words) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto method = longest_at_start(text.slice(at, text.size()), words.methods);
    const auto evidence = method == 0 ? 0 : longest_at_start(text.slice(at + method, text.size()), words.evidence);
    if (evidence > 0) ends.push_back(at + method + evidence);
  }
  return ends;
}

std::vector<std::size_t> page_starts(const FlatText& text) {
  std::vector<std::size_t> pages;
  for (std::size_t at = 1; at < text.size(); ++at)
    if (text.starts_page(at)) pages.push_back(at);
  return pages;
}

}  // namespace

FlatText mend_page_breaks(const FlatText& body, const PerformanceWords& words) {
  constexpr std::size_t most_row = 3000;  // bytes
  const auto ends = row_ends(body, words), pages = page_starts(body);
  FlatText mended = body.empty_copy();
  std::size_t done = 0;
  for (std::size_t index = 0; index < pages.size(); ++index) {
    const std::size_t page = pages[index], limit = index + 1 < pages.size() ? pages[index + 1] : body.size();
    // The row that holds the break, or ends with it.
    const auto end = std::lower_bound(ends.begin(), ends.end(), page);
    const std::size_t begin = row_start(body, std::max(done, end == ends.begin() ? 0 : *std::prev(end)));
    if (begin >= page || page - begin > most_row) continue;
    Mender mender(body, begin, page, limit, words);
    if (!mender.run()) {
      const bool whole = end != ends.end() && *end == page;
      if (whole && levels_at(body, page, limit, words).end > page) continue;
      mended.append(body, done, page);
      mended.doubt_next();
      done = page;
      continue;
    }
    mended.append(body, done, begin);
    for (const auto& part : mender.parts()) mended.append(body, part.begin, part.end);
    done = mender.end();
  }
  mended.append(body, done, body.size());
  return mended;
}

}  // namespace mingzhang::profile
