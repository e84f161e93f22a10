// Which column of a table of indicators a cell belongs to, although rows have lost cells and moved.
#pragma once

#include <string>
#include <vector>

#include "profile/form.h"
#include "profile/perf_cells.h"
#include "profile/performance_words.h"

namespace mingzhang::profile {

/// A column: an id of PerformanceWords::columns, or "block" for the label at the left of all rows.
struct PerfSlot {
  std::string id;
  std::int32_t tab = -1;     ///< -1: not known
  std::int32_t columns = 1;  ///< that its header spans
};

/// The columns as the header prints them, in its order.
std::vector<PerfSlot> slots_of_header(const std::vector<PerfCell>& cells, const PerformanceWords& words);
/// Those that tables of this kind usually have, where no header is printed.
std::vector<PerfSlot> usual_slots(const PerformanceForm& form);

/// For each cell the slot that it belongs to, in the order of both, or -1: the assignment in which the cells look most
/// like what they are taken for. `level1` is the one that goes on from the row before.
std::vector<int> assign_slots(const std::vector<PerfCell>& cells, const std::vector<PerfSlot>& slots,
                              const PerformanceForm& form, const PerformanceWords& words, const std::string& level1);

/// The same in a grid, whose cells stand where they belong.
std::vector<int> slots_in_grid(const std::vector<PerfCell>& cells, const std::vector<PerfSlot>& slots);

}  // namespace mingzhang::profile
