#include "publish/traces.h"

#include <algorithm>
#include <utility>

namespace mingzhang::publish {
namespace {

/// The numbers of all figures, where they stand.
std::vector<std::uint32_t*> marks_of(document::Publication& publication) {
  std::vector<std::uint32_t*> marks;
  const auto add = [&marks](std::uint32_t& trace) {
    if (trace != 0) marks.push_back(&trace);
  };
  for (auto& block : publication.blocks) {
    for (auto& run : block.runs) add(run.trace);
    if (block.kind != document::Block::Kind::table) continue;
    auto& cells = publication.sheets[block.sheet].cells;
    std::stable_sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    for (auto& cell : cells) add(cell.trace);
  }
  return marks;
}

}  // namespace

void number_in_order(document::Publication& publication, std::vector<TracedFigure>& figures) {
  std::vector<TracedFigure> ordered;
  for (auto* mark : marks_of(publication)) {
    ordered.push_back(std::move(figures[*mark - 1]));
    *mark = static_cast<std::uint32_t>(ordered.size());
  }
  figures = std::move(ordered);
}

}  // namespace mingzhang::publish
