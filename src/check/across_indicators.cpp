// Performance tables of two documents of one unit: the targets of the budget stand in the self-evaluation of the same
// year (财预〔2020〕10号: what is evaluated are the indicators that were set with the budget), and this year's results
// are next year's 上年完成值. Targets may lawfully be adjusted: what differs is for a person to compare.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "check/across.h"
#include "check/indicators.h"
#include "check/parts.h"
#include "cube/performance_value.h"
#include "scoring/printed.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using cube::Bound;
using cube::Indicator;
using cube::PerformanceTable;
using cube::PerformanceValue;
using cube::Printed;
using cube::ValueType;

/// Sentences and tables call it 甲项目 or 甲.
std::string project_name(const PerformanceTable& table) {
  constexpr std::string_view word = "项目";
  std::string name = text::normal_text(table.subject.text);
  if (name.ends_with(word)) name.resize(name.size() - word.size());
  return name;
}

bool same_subject(const PerformanceTable& a, const PerformanceTable& b) {
  if (a.scope != b.scope) return false;
  const std::string one = project_name(a), other = project_name(b);
  return !one.empty() && one == other;
}

int year_of(const PerformanceTable& table, const profile::Reading& reading) {
  const int printed = scoring::printed_year(table.year.text);
  return printed != 0 ? printed : reading.recognition.year;
}

/// The only table about the subject of `like`: two of one name may be two projects.
const PerformanceTable* only_table(const std::vector<PerformanceTable>& tables, const PerformanceTable& like, int year,
                                   const profile::Reading& reading) {
  const PerformanceTable* found = nullptr;
  for (const auto& table : tables) {
    if (!same_subject(table, like) || year_of(table, reading) != year) continue;
    if (found != nullptr) return nullptr;
    found = &table;
  }
  return found;
}

/// The only row of that name; where there are several, the only one that is of the same level, too.
const Indicator* only_row(const PerformanceTable& table, const Indicator& like) {
  const auto only = [&](bool by_level) -> const Indicator* {
    const Indicator* found = nullptr;
    for (const auto& row : table.indicators) {
      if (text::normal_text(row.name.text) != text::normal_text(like.name.text)) continue;
      if (by_level && row.level2 != like.level2) continue;
      if (found != nullptr) return nullptr;
      found = &row;
    }
    return found;
  };
  const auto* found = only(false);
  return found != nullptr ? found : only(true);
}

/// "大于" and "不低于" are one way to look, and an operator that a file has lost says nothing.
bool same_way(Bound a, Bound b) {
  const auto way = [](Bound bound) {
    return bound == Bound::above ? Bound::at_least : bound == Bound::below ? Bound::at_most : bound;
  };
  return a == Bound::none || b == Bound::none || way(a) == way(b);
}

bool is_figure(const PerformanceValue& value) {
  return value.type == ValueType::number || value.type == ValueType::rate;
}

std::string digits(const std::string& text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

/// Free words are compared by nobody, figures within their rounding.
bool same_value(const PerformanceValue& a, const PerformanceValue& b) {
  if (a.type == ValueType::empty || b.type == ValueType::empty) return true;
  if (a.type == ValueType::text || b.type == ValueType::text) return true;
  if (is_figure(a) && is_figure(b))
    return cube::same_dimension(a, b) &&
           (a.quantity.value - b.quantity.value).abs() <= std::max(a.quantity.half, b.quantity.half);
  if (a.type != b.type) return false;
  if (a.type == ValueType::date) return a.to == b.to;
  if (a.type == ValueType::recurring) return digits(a.text) == digits(b.text);
  return a.text == b.text;
}

class IndicatorsAcross {
 public:
  IndicatorsAcross(const profile::Reading& reading, const Other& other, Findings& findings)
      : reading_(reading), other_(other), findings_(findings) {}

  void run() {
    for (const auto& table : reading_.performance) {
      const int year = year_of(table, reading_);
      if (only_table(reading_.performance, table, year, reading_) == nullptr) continue;
      const auto there = [&](int of) { return only_table(other_.reading->performance, table, of, *other_.reading); };
      if (const auto* same = there(year)) targets(table, *same, year);
      if (const auto* before = there(year - 1)) results(table, *before, year - 1, &Indicator::last, &Indicator::actual);
      if (const auto* after = there(year + 1)) results(table, *after, year, &Indicator::actual, &Indicator::last);
    }
  }

 private:
  using Cell = Printed Indicator::*;

  void targets(const PerformanceTable& own, const PerformanceTable& there, int year) {
    const bool weights = share_weights(own, there);
    for (const auto& row : own.indicators) {
      const auto* twin = twin_of(own, row, there);
      if (twin == nullptr) continue;
      const auto [theirs, ours] = cube::read_pair(twin->target.text, row.target.text, year);
      if (!same_value(theirs, ours) || !same_way(theirs.bound, ours.bound))
        tell(own, row, row.target, *twin, twin->target, "指标值");
      if (weights && weight_of(row) != weight_of(*twin)) tell(own, row, row.weight, *twin, twin->weight, "分值");
    }
  }

  void results(const PerformanceTable& own, const PerformanceTable& there, int year, Cell cell, Cell twin_cell) {
    for (const auto& row : own.indicators) {
      const auto* twin = twin_of(own, row, there);
      if (twin == nullptr) continue;
      const auto [theirs, ours] = cube::read_pair((twin->*twin_cell).text, (row.*cell).text, year);
      if (!same_value(theirs, ours))
        tell(own, row, row.*cell, *twin, twin->*twin_cell, cell == &Indicator::last ? "上年完成值" : "实际完成值");
    }
  }

  static const Indicator* twin_of(const PerformanceTable& own, const Indicator& row, const PerformanceTable& there) {
    return !row.name.empty() && only_row(own, row) == &row ? only_row(there, row) : nullptr;
  }

  static std::optional<money::Decimal> weight_of(const Indicator& row) {
    return scoring::printed_figure(row.weight.text);
  }

  /// Weights are of one scale where most rows have the same; a form with points for the execution has others.
  static bool share_weights(const PerformanceTable& own, const PerformanceTable& there) {
    std::size_t same = 0, other = 0;
    for (const auto& row : own.indicators) {
      const auto* twin = twin_of(own, row, there);
      if (twin == nullptr || !weight_of(row) || !weight_of(*twin)) continue;
      ++(weight_of(row) == weight_of(*twin) ? same : other);
    }
    return same > other;
  }

  void tell(const PerformanceTable& own, const Indicator& row, const Printed& printed, const Indicator& twin,
            const Printed& there, const std::string& column) {
    // A weight that one of them does not print is no other weight.
    if (printed.empty() || there.empty()) return;
    Finding finding =
        performance_finding("cross-indicator", Severity::warning, own, printed, row_words(row), name_of(row), reading_);
    finding.stated = finding.words["stated"] = printed.text;
    finding.expected = finding.words["expected"] = there.text;
    finding.words["column"] = column;
    finding.words["document"] = other_.path;
    cube::Place place = place_there(there.place, other_);
    place.quote = std::string(text::prefix(row_words(twin), 80));
    finding.places.push_back(std::move(place));
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  const Other& other_;
  Findings& findings_;
};

}  // namespace

void find_indicators_across(const profile::Reading& reading, const Other& other, Findings& findings) {
  if (reading.form() != nullptr && other.reading->form() != nullptr) IndicatorsAcross(reading, other, findings).run();
}

}  // namespace mingzhang::check
