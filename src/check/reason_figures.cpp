// Figures in the reasons of deviations: "年初计划聘用 2 人，实际聘用 1 人" beside a target of 2 and a result of 1.
#include <algorithm>
#include <array>

#include "check/indicators.h"
#include "check/parts.h"
#include "check/prose_figures.h"
#include "cube/performance_value.h"
#include "text/normal.h"

namespace mingzhang::check {
namespace {

using cube::Indicator;
using cube::PerformanceTable;
using cube::PerformanceValue;
using cube::Quantity;
using cube::ValueType;

bool agree(const Quantity& a, const Quantity& b) {
  return (a.value - b.value).abs() <= std::max(a.half, b.half);
}

/// What the words before a figure say that it is.
enum class Meant : std::uint8_t { nothing, target, actual };

/// The last such word of the clause, if the figure follows it closely.
Meant meant_at(const std::string& text, std::size_t figure) {
  constexpr auto stops = std::to_array<std::string_view>({",", ";", "。", ":"});
  constexpr auto targets = std::to_array<std::string_view>({"计划", "目标", "指标值"});
  constexpr auto actuals = std::to_array<std::string_view>({"实际", "仅", "只"});
  constexpr std::size_t farthest = 30;  // bytes
  std::size_t begin = figure > farthest ? figure - farthest : 0;
  while (begin < figure && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
  std::string_view before = std::string_view(text).substr(begin, figure - begin);
  for (const auto stop : stops)
    if (const auto at = before.rfind(stop); at != std::string_view::npos) before.remove_prefix(at + stop.size());
  const auto last_of = [&](const auto& words) {
    std::size_t last = 0;
    for (const auto word : words)
      if (const auto at = before.rfind(word); at != std::string_view::npos) last = std::max(last, at + 1);
    return last;
  };
  const std::size_t target = last_of(targets), actual = last_of(actuals);
  if (target == actual) return Meant::nothing;
  return target > actual ? Meant::target : Meant::actual;
}

class ReasonTeller {
 public:
  ReasonTeller(const profile::Reading& reading, const PerformanceTable& table, Findings& findings)
      : reading_(reading), table_(table), findings_(findings) {}

  void row(const Indicator& row) {
    const auto [target, actual] = cube::read_pair(row.target.text, row.actual.text, 0);
    if (row.reason.empty() || target.type != ValueType::number || actual.type != ValueType::number) return;
    const std::string text = text::normal_text(row.reason.text);
    std::vector<ProseFigure> of_indicator = prose_figures(text);
    std::erase_if(of_indicator, [&](const ProseFigure& figure) {
      return counted_thing(figure.quantity.unit) != counted_thing(actual.quantity.unit) ||
             meant_at(text, figure.begin) == Meant::nothing;
    });
    // Where no figure is that of the table, the reason may count something else.
    const bool speaks_of_it = std::any_of(of_indicator.begin(), of_indicator.end(), [&](const ProseFigure& figure) {
      return agree(figure.quantity, meant_at(text, figure.begin) == Meant::target ? target.quantity : actual.quantity);
    });
    if (!speaks_of_it) return;
    for (const auto& figure : of_indicator) {
      const bool is_target = meant_at(text, figure.begin) == Meant::target;
      if (!agree(figure.quantity, is_target ? target.quantity : actual.quantity)) tell(row, text, figure, is_target);
    }
  }

 private:
  void tell(const Indicator& row, const std::string& text, const ProseFigure& figure, bool is_target) {
    const auto& printed = is_target ? row.target : row.actual;
    Finding finding =
        prose_finding("reason-figure", Severity::warning, table_, row.reason, text, figure, figure.end, reading_);
    finding.words["what"] = row.name.text;
    finding.words[is_target ? "target" : "result"] = printed.text;
    finding.expected = finding.words["expected"] = printed.text;
    finding.places.push_back(printed.place);
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  const PerformanceTable& table_;
  Findings& findings_;
};

}  // namespace

void find_wrong_reason_figures(const profile::Reading& reading, Findings& findings) {
  if (reading.form() == nullptr) return;
  for (const auto& table : reading.performance) {
    try {
      if (table.stage != PerformanceTable::Stage::self_evaluation) continue;
      ReasonTeller teller(reading, table, findings);
      for (const auto& row : table.indicators) teller.row(row);
    } catch (const money::Overflow&) {
      // figures that are none of these
    }
  }
}

}  // namespace mingzhang::check
