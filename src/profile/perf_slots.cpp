#include "profile/perf_slots.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace mingzhang::profile {
namespace {

// Costs only need to be ordered: a cell that cannot be what it is taken for, one that belongs nowhere, a column that
// every row has, one that may stay empty, a word that could be meant otherwise, a cell beside its column.
constexpr int never = 10'000;
constexpr int lost_cell = 100;
constexpr int level_elsewhere = 60;
constexpr int second_cell = 40;
constexpr int unlikely = 15;
constexpr int short_level = 10;
constexpr int other_reading = 5;
constexpr int farthest = 2;
constexpr std::size_t most_cells = 64;  // of a row; what has more is none

int cost_of_absence(const std::string& id) {
  static const std::map<std::string, int> costs = {{"name", 40},   {"target", 20}, {"actual", 20},
                                                   {"weight", 60}, {"score", 60},  {"basis", 20},
                                                   {"last", 10},   {"method", 15}, {"evidence", 15}};
  const auto found = costs.find(id);
  return found == costs.end() ? 0 : found->second;
}

class Aligner {
 public:
  Aligner(const std::vector<PerfCell>& cells, const std::vector<PerfSlot>& slots, const PerformanceForm& form,
          const PerformanceWords& words, const std::string& level1)
      : cells_(cells), slots_(slots), form_(form), words_(words), level1_(level1) {
    for (const auto& cell : cells) kinds_.push_back(kind_of(cell.normal));
  }

  std::vector<int> run() {
    fill();
    std::vector<int> out(cells_.size(), -1);
    std::size_t cell = cells_.size(), slot = slots_.size();
    while (cell > 0 || slot > 0) {
      const Step& step = at(cell, slot);
      if (step.move == Move::slot) {
        --slot;
        continue;
      }
      --cell;
      if (step.move == Move::more) out[cell] = static_cast<int>(slot) - 1;
      if (step.move == Move::both) out[cell] = static_cast<int>(--slot);
    }
    return out;
  }

 private:
  enum class Move : std::uint8_t {
    both,  ///< the cell is in the slot
    more,  ///< the cell goes on with the words of the slot, which the next cell began
    cell,  ///< the cell belongs nowhere
    slot,  ///< the slot is empty
  };
  struct Step {
    int cost = 0;
    Move move = Move::slot;
  };

  Step& at(std::size_t cell, std::size_t slot) { return steps_[cell * (slots_.size() + 1) + slot]; }

  void fill() {
    steps_.assign((cells_.size() + 1) * (slots_.size() + 1), {});
    for (std::size_t cell = 0; cell <= cells_.size(); ++cell)
      for (std::size_t slot = 0; slot <= slots_.size(); ++slot) at(cell, slot) = best(cell, slot);
  }

  Step best(std::size_t cell, std::size_t slot) {
    if (cell == 0 && slot == 0) return {};
    Step step{never * lost_cell, Move::slot};
    const auto offer = [&](int cost, Move move) {
      if (cost < step.cost) step = {cost, move};
    };
    if (cell > 0 && slot > 0) {
      offer(at(cell - 1, slot - 1).cost + fit(cell - 1, slots_[slot - 1]), Move::both);
      if (cell > 1 && may_go_on(slots_[slot - 1].id) && kinds_[cell - 1].words)
        offer(at(cell - 1, slot).cost + second_cell, Move::more);
    }
    if (slot > 0) offer(at(cell, slot - 1).cost + cost_of_absence(slots_[slot - 1].id), Move::slot);
    if (cell > 0) offer(at(cell - 1, slot).cost + lost_cell, Move::cell);
    return step;
  }

  static bool may_go_on(const std::string& id) { return id == "name" || id == "reason"; }

  /// What a cell looks like, whatever slot it is tried in.
  struct Kind {
    const WordGroup *level1 = nullptr, *level2 = nullptr;
    bool figure = false;
    bool level = false;  ///< the name of a level in full; 满意度 may as well be the name of an indicator
    bool words = false;
  };

  Kind kind_of(const std::string& normal) const {
    constexpr std::string_view operators = "<>=";
    Kind kind{group_of(words_.level1, normal), group_of(words_.level2, normal), is_perf_figure(normal)};
    const auto in_full = [&](const WordGroup* group) { return group != nullptr && normal.starts_with(group->id); };
    kind.level = in_full(kind.level1) || in_full(kind.level2);
    kind.words = !kind.figure && !kind.level && operators.find(normal.front()) == std::string_view::npos;
    return kind;
  }

  bool form_has(const WordGroup& group) const { return is_one_of(form_.level1, group.id); }

  int fit(std::size_t index, const PerfSlot& slot) const {
    const PerfCell& cell = cells_[index];
    const int distance = slot.tab < 0 ? 0 : std::min(farthest, std::abs(cell.tab - slot.tab));
    return likeness(cell.normal, kinds_[index], slot.id, slot.tab == cell.tab) + distance;
  }

  int likeness(const std::string& normal, const Kind& kind, const std::string& id, bool exact) const {
    const bool decimal = kind.figure && !normal.ends_with('%');
    if (id == "block") return group_of(words_.heads, normal) != nullptr ? 0 : never;
    if (id == "level1") return first_level(normal, kind.level1);
    if (id == "level2") return second_level(normal, kind.level2, exact);
    if (id == "weight") return is_perf_integer(normal) ? 0 : decimal ? unlikely : never;
    if (id == "score") return decimal ? 0 : is_one_of(words_.blanks, normal) ? other_reading : never;
    if (id == "method") return is_one_of(words_.methods, normal) ? 0 : unlikely;
    if (id == "evidence") return is_one_of(words_.evidence, normal) ? 0 : unlikely;
    if (id == "basis") return is_one_of(words_.bases, normal) ? 0 : other_reading;
    if (kind.level) return level_elsewhere;
    const bool may_be_level = kind.level1 != nullptr || kind.level2 != nullptr;
    if (id == "name") return kind.words && !may_be_level ? 0 : unlikely;
    if (id == "reason") return kind.figure ? unlikely : 0;
    return 0;
  }

  /// 满意度指标 under 满意度指标 is the second level, 成本指标 the first where the form has it there.
  int first_level(const std::string& normal, const WordGroup* group) const {
    if (group == nullptr) return never;
    const int cost = normal.starts_with(group->id) ? 0 : short_level;
    if (!form_has(*group)) return cost + 2 * other_reading;
    return level1_.starts_with(group->id) ? cost + other_reading + farthest + 1 : cost;
  }

  /// 成本指标 is the first level where the form has it there, unless it stands right below 二级指标.
  int second_level(const std::string& normal, const WordGroup* group, bool exact) const {
    if (group == nullptr) return never;
    const int cost = normal.starts_with(group->id) ? 0 : short_level;
    return form_has(*group) && !exact ? cost + other_reading : cost;
  }

  const std::vector<PerfCell>& cells_;
  const std::vector<PerfSlot>& slots_;
  const PerformanceForm& form_;
  const PerformanceWords& words_;
  const std::string& level1_;
  std::vector<Kind> kinds_;  ///< one a cell
  std::vector<Step> steps_;
};

std::vector<PerfSlot> with_levels(std::vector<PerfSlot> rest, PerfSlot level1, PerfSlot level2) {
  rest.insert(rest.begin(), {{"block", -1}, std::move(level1), std::move(level2)});
  return rest;
}

}  // namespace

std::vector<PerfSlot> slots_of_header(const std::vector<PerfCell>& cells, const PerformanceWords& words) {
  std::vector<PerfSlot> slots;
  PerfSlot level1{"level1"}, level2{"level2"};
  for (const auto& cell : cells) {
    const auto* group = group_of(words.columns, cell.normal);
    if (group == nullptr) continue;
    const PerfSlot slot{group->id, cell.tab, cell.columns};
    if (group->id == "level1")
      level1 = slot;
    else if (group->id == "level2")
      level2 = slot;
    else
      slots.push_back(slot);
  }
  return with_levels(std::move(slots), level1, level2);
}

std::vector<PerfSlot> usual_slots(const PerformanceForm& form) {
  std::vector<PerfSlot> slots;
  for (const auto& row : form.layout)
    if (row.each == LayoutRow::Each::indicator)
      for (const auto& cell : row.cells)
        if (!cell.field.empty() && !cell.field.starts_with("level")) slots.push_back({cell.field, -1});
  if (!slots.empty()) return with_levels(std::move(slots), {"level1"}, {"level2"});
  const bool target = form.stage == cube::PerformanceTable::Stage::target;
  const auto ids = target ? std::vector<std::string>{"name", "target", "basis", "last", "weight", "method", "evidence"}
                          : std::vector<std::string>{"name", "target", "actual", "weight", "score", "reason"};
  for (const auto& id : ids) slots.push_back({id, -1});
  return with_levels(std::move(slots), {"level1"}, {"level2"});
}

std::vector<int> assign_slots(const std::vector<PerfCell>& cells, const std::vector<PerfSlot>& slots,
                              const PerformanceForm& form, const PerformanceWords& words, const std::string& level1) {
  if (cells.size() > most_cells || slots.size() > most_cells) return std::vector<int>(cells.size(), -1);
  return Aligner(cells, slots, form, words, level1).run();
}

std::vector<int> slots_in_grid(const std::vector<PerfCell>& cells, const std::vector<PerfSlot>& slots) {
  std::vector<int> out;
  for (const auto& cell : cells) {
    const auto found = std::find_if(slots.begin(), slots.end(), [&](const PerfSlot& slot) {
      return slot.tab >= 0 && cell.tab >= slot.tab && cell.tab < slot.tab + slot.columns;
    });
    out.push_back(found == slots.end() ? -1 : static_cast<int>(found - slots.begin()));
  }
  return out;
}

}  // namespace mingzhang::profile
