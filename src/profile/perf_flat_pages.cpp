#include "profile/perf_flat_pages.h"

#include <algorithm>
#include <optional>

#include "profile/perf_flat_values.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

constexpr std::size_t character = 3;  // bytes
constexpr std::size_t most_lines = 40;

/// The level names of a row, each with its rest behind the page.
struct CutLevels {
  FlatSpan level1, rest1, level2, rest2;
};

/// The row whose anchor is the last before a page, [begin, page), and the first lines behind it.
class CutRow {
 public:
  CutRow(const FlatText& text, std::size_t begin, const FlatAnchor& anchor, std::size_t page, std::size_t next,
         const PerformanceWords& words)
      : text_(text), begin_(begin), anchor_(anchor), page_(page), next_(next), words_(words) {}

  enum class Is : std::uint8_t { whole, mended, doubtful };

  Is run() {
    find_levels();
    const std::size_t from = levels_ ? levels_->rest2.end : page_;
    const auto level = next_level(from);
    const std::size_t end = level.value_or(next_);
    if (level == page_) return Is::whole;
    const std::size_t name = levels_ ? levels_->level2.end : begin_;
    const auto pair = split_pair(text_, name, anchor_.weight.begin, words_.qualitative);
    if (!pair) return Is::doubtful;
    const bool reason = anchor_.score.end < page_;
    if (!level) return without_level(*pair, from, reason);
    return share_out(*pair, from, end, reason) ? Is::mended : Is::doubtful;
  }

  /// The row as far as its reason, the rest of which goes on at reason().
  const std::vector<FlatSpan>& parts() const { return parts_; }
  std::size_t reason() const { return reason_; }

  /// Of a doubtful row that is known at least by its levels: the row up to the page, and where the doubtful begins.
  std::vector<FlatSpan> parts_with_levels() const {
    if (!levels_) return {{begin_, page_}};
    const auto& cut = *levels_;
    return {{begin_, cut.level1.begin}, cut.level1, cut.rest1, cut.level2, cut.rest2, {cut.level2.end, page_}};
  }
  std::size_t doubtful_from() const { return levels_ ? levels_->rest2.end : page_; }

 private:
  /// Beginnings of level names at the beginning of a line, whose rests begin the second page.
  void find_levels() {
    std::size_t most = 0;
    for (std::size_t at = begin_; at < anchor_.weight.begin; at = text_.next_line(at))
      for (const auto& first : level_beginnings(at, words_.level1))
        for (const auto& second : level_beginnings(at + first.size, words_.level2)) {
          const std::size_t after = page_ + first.rest.size() + second.rest.size();
          if (after == page_ || after > next_ || text_.slice(page_, after) != first.rest + second.rest) continue;
          if (!text_.starts_word(after) || first.size + second.size <= most) continue;
          most = first.size + second.size;
          const std::size_t middle = at + first.size, cut = page_ + first.rest.size();
          levels_ = CutLevels{{at, middle}, {page_, cut}, {middle, middle + second.size}, {cut, after}};
        }
  }

  struct Beginning {
    std::size_t size = 0;
    std::string rest;
  };
  std::vector<Beginning> level_beginnings(std::size_t at, const WordGroups& groups) const {
    std::vector<Beginning> out = {{}};
    const auto line = text_.slice(at, anchor_.weight.begin);
    for (const auto& group : groups)
      for (const auto& word : group.words)
        for (std::size_t size = 2 * character; size <= word.size(); size += character)
          if (level_at(word, groups).length == word.size() && line.starts_with(word.substr(0, size)) &&
              text_.starts_word(at + size))
            out.push_back({size, word.substr(size)});
    return out;
  }

  std::optional<std::size_t> next_level(std::size_t from) const {
    for (std::size_t at = from; at < next_; at = text_.next_line(at))
      if (text_.starts_line(at) && levels_at(text_, at, next_, words_).end > at) return at;
    return next_ == text_.size() ? std::optional(next_) : std::nullopt;
  }

  /// [from, stop) holds the rests of name, target, actual value and reason.
  bool share_out(const FlatPair& pair, std::size_t from, std::size_t stop, bool reason) {
    const FlatSpan target{pair.target, pair.actual}, actual{pair.actual, anchor_.weight.begin};
    std::vector<std::size_t> cuts = {from};
    while (cuts.back() < stop && cuts.size() < most_lines) cuts.push_back(std::min(text_.next_word(cuts.back()), stop));
    if (cuts.back() < stop) return false;
    // 2031年12月 alone is a date, too, and a number may go on with its unit.
    const bool dates = is_flat_date(cell(target)) && is_flat_date(cell(actual));
    const bool open = dates || (ends_with_digit(cell(target)) && ends_with_digit(cell(actual)));
    if (open && take_rests(pair, cuts, reason, 1)) return true;
    if (!alike(std::string(cell(target)), std::string(cell(actual)))) return take_rests(pair, cuts, reason, 0);
    const auto name_end = reason ? name_end_before_reason(from, stop) : stop;
    if (!name_end) return false;
    const FlatSpan none{*name_end, *name_end};
    put_together(pair, {from, *name_end}, none, none, *name_end);
    return true;
  }

  /// Rests of target and actual value, at least `least` words of each, that make them alike.
  bool take_rests(const FlatPair& pair, const std::vector<std::size_t>& cuts, bool reason, std::size_t least) {
    const FlatSpan target{pair.target, pair.actual}, actual{pair.actual, anchor_.weight.begin};
    for (std::size_t name = 0; name < cuts.size(); ++name)
      for (std::size_t middle = name + least; middle < cuts.size(); ++middle)
        for (std::size_t last = reason ? middle + least : std::max(middle + least, cuts.size() - 1); last < cuts.size();
             ++last) {
          const FlatSpan target_rest{cuts[name], cuts[middle]}, actual_rest{cuts[middle], cuts[last]};
          if (!alike(joined(target, target_rest), joined(actual, actual_rest))) continue;
          put_together(pair, {cuts.front(), cuts[name]}, target_rest, actual_rest, cuts[last]);
          return true;
        }
    return false;
  }

  /// Behind a name goes on a reason: where the one line that is not full, or that no blank one precedes, parts them.
  std::optional<std::size_t> name_end_before_reason(std::size_t from, std::size_t stop) const {
    if (from == stop) return from;
    const auto end = only_boundary(from, stop);
    return end && !is_sentence(text_.slice(from, *end)) ? end : std::nullopt;
  }

  /// Without a level name behind it, what follows is the rest of the name and the name of the next row.
  Is without_level(const FlatPair& pair, std::size_t from, bool reason) {
    const auto next = split_pair(text_, from, next_, words_.qualitative);
    if (!next) return Is::doubtful;
    const auto boundaries = boundaries_of(from, next->target);
    if (boundaries.empty() && !reason && !levels_) return Is::whole;
    if (boundaries.size() != 1 || reason) return Is::doubtful;
    return share_out(pair, from, boundaries.front(), false) ? Is::mended : Is::doubtful;
  }

  std::optional<std::size_t> only_boundary(std::size_t from, std::size_t stop) const {
    const auto found = boundaries_of(from, stop);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
  }

  /// Beginnings of lines behind one that is not full, or that no blank line precedes.
  std::vector<std::size_t> boundaries_of(std::size_t from, std::size_t stop) const {
    std::size_t widest = 0;
    for (std::size_t at = from; at < stop; at = text_.next_line(at)) widest = std::max(widest, width(at, stop));
    std::vector<std::size_t> out;
    for (std::size_t at = from, next = text_.next_line(at); next < stop; at = next, next = text_.next_line(next)) {
      const bool number = (static_cast<unsigned char>(text_.text()[next]) & 0x80U) == 0;
      const bool full = width(at, stop) + 2 > widest || number;
      if (!full || text_.starts_tight(next)) out.push_back(next);
    }
    return out;
  }

  /// Names have no such marks.
  static bool is_sentence(std::string_view words) {
    constexpr std::string_view stop = "。", marks = ",;:";
    return words.find(stop) != std::string_view::npos || words.find_first_of(marks) != std::string_view::npos;
  }

  std::size_t width(std::size_t line, std::size_t stop) const {
    return text::display_width(text_.slice(line, std::min(text_.next_line(line), stop)));
  }

  static bool ends_with_digit(std::string_view words) {
    return !words.empty() && words.back() >= '0' && words.back() <= '9';
  }

  std::string_view cell(const FlatSpan& span) const { return text_.slice(span.begin, span.end); }
  std::string joined(const FlatSpan& head, const FlatSpan& rest) const {
    return std::string(cell(head)) + std::string(cell(rest));
  }

  /// Two amounts of one unit, two dates, or two grades.
  bool alike(const std::string& target, const std::string& actual) const {
    const auto unit_of = [](std::string_view words) {
      const auto digits = words.find_last_of("0123456789");
      return digits == std::string_view::npos ? words : words.substr(digits + 1);
    };
    if (is_flat_date(target) || is_flat_date(actual)) return is_flat_date(target) && is_flat_date(actual);
    if (is_flat_value(target) && is_flat_value(actual)) return unit_of(target) == unit_of(actual);
    return is_one_of(words_.qualitative, target) && is_one_of(words_.qualitative, actual);
  }

  void put_together(const FlatPair& pair, FlatSpan name, FlatSpan target, FlatSpan actual, std::size_t reason) {
    parts_.clear();
    std::size_t begin = begin_;
    if (levels_) {
      parts_ = parts_with_levels();
      begin = parts_.back().begin;
      parts_.pop_back();
    }
    for (const FlatSpan& part :
         {FlatSpan{begin, pair.target}, name, FlatSpan{pair.target, pair.actual}, target,
          FlatSpan{pair.actual, anchor_.weight.begin}, actual, FlatSpan{anchor_.weight.begin, page_}})
      parts_.push_back(part);
    reason_ = reason;
  }

  const FlatText& text_;
  std::size_t begin_;
  const FlatAnchor& anchor_;
  std::size_t page_, next_;
  const PerformanceWords& words_;
  std::optional<CutLevels> levels_;
  std::size_t reason_ = 0;
  std::vector<FlatSpan> parts_;
};

}  // namespace

FlatText mend_cut_results(const FlatText& body, const PerformanceWords& words) {
  const auto anchors = weights_with_scores(body);
  FlatText mended = body.empty_copy();
  std::size_t done = 0;
  for (std::size_t index = 0; index < anchors.size(); ++index) {
    const std::size_t end = anchors[index].score.end;
    const std::size_t next = index + 1 < anchors.size() ? anchors[index + 1].weight.begin : body.size();
    std::size_t page = end;
    while (page < next && !body.starts_page(page)) ++page;
    const std::size_t begin = std::max(done, index > 0 ? anchors[index - 1].score.end : 0);
    if (page >= next || begin >= anchors[index].weight.begin) continue;
    CutRow row(body, begin, anchors[index], page, next, words);
    const auto found = row.run();
    if (found == CutRow::Is::whole) continue;
    mended.append(body, done, begin);
    for (const auto& part : found == CutRow::Is::mended ? row.parts() : row.parts_with_levels())
      mended.append(body, part.begin, part.end);
    mended.break_line();  // weight and score end theirs
    if (found == CutRow::Is::doubtful) mended.doubt_next();
    done = found == CutRow::Is::mended ? row.reason() : row.doubtful_from();
  }
  mended.append(body, done, body.size());
  return mended;
}

}  // namespace mingzhang::profile
