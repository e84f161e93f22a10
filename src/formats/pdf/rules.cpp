#include "formats/pdf/rules.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mingzhang::formats::pdf {
namespace {

constexpr float close = 2.5F;  ///< points between lines that are meant to be one, or to touch
constexpr std::size_t most_pairs = 50'000'000, most_places = 1'000'000;  ///< no table is as large: a drawing

/// Lines that lie on one another or go on where another ends, as one.
std::vector<Rule> merged(std::vector<Rule> rules) {
  std::sort(rules.begin(), rules.end(), [](const Rule& one, const Rule& other) {
    return one.at != other.at ? one.at < other.at : one.from < other.from;
  });
  std::vector<Rule> result;
  for (std::size_t begin = 0; begin < rules.size();) {
    // Bands of lines at nearly one height, each taken by where its lines begin.
    std::size_t end = begin + 1;
    while (end < rules.size() && rules[end].at - rules[begin].at <= close) ++end;
    std::sort(rules.begin() + static_cast<std::ptrdiff_t>(begin), rules.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Rule& one, const Rule& other) { return one.from < other.from; });
    for (std::size_t index = begin; index < end; ++index) {
      const Rule& rule = rules[index];
      if (index > begin && rule.from <= result.back().to + close)
        result.back().to = std::max(result.back().to, rule.to);
      else
        result.push_back(rule);
    }
    begin = end;
  }
  return result;
}

class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t index) {
    while (parent_[index] != index) index = parent_[index] = parent_[parent_[index]];
    return index;
  }
  void join(std::size_t one, std::size_t other) { parent_[find(one)] = find(other); }

 private:
  std::vector<std::size_t> parent_;
};

bool touch(const Rule& across, const Rule& down) {
  return across.from - close <= down.at && down.at <= across.to + close && down.from - close <= across.at &&
         across.at <= down.to + close;
}

std::vector<float> clustered(std::vector<float> values) {
  std::sort(values.begin(), values.end());
  std::vector<float> result;
  for (const float value : values)
    if (result.empty() || value - result.back() > close) result.push_back(value);
  return result;
}

struct RuleSet {
  std::vector<Rule> across, down;
};

/// Sets of lines that hang together.
std::vector<RuleSet> connected(const std::vector<Rule>& across, const std::vector<Rule>& down) {
  Groups groups(across.size() + down.size());
  for (std::size_t d = 0; d < down.size(); ++d) {
    const auto first = std::lower_bound(across.begin(), across.end(), down[d].from - close,
                                        [](const Rule& rule, float at) { return rule.at < at; });
    for (auto rule = first; rule != across.end() && rule->at <= down[d].to + close; ++rule)
      if (touch(*rule, down[d])) groups.join(static_cast<std::size_t>(rule - across.begin()), across.size() + d);
  }
  std::vector<RuleSet> sets;
  std::vector<std::size_t> set_of(across.size() + down.size(), SIZE_MAX);
  const auto set = [&](std::size_t index) -> RuleSet& {
    std::size_t& number = set_of[groups.find(index)];
    if (number == SIZE_MAX) {
      number = sets.size();
      sets.emplace_back();
    }
    return sets[number];
  };
  for (std::size_t a = 0; a < across.size(); ++a) set(a).across.push_back(across[a]);
  for (std::size_t d = 0; d < down.size(); ++d) set(across.size() + d).down.push_back(down[d]);
  return sets;
}

class GridBuilder {
 public:
  explicit GridBuilder(const RuleSet& set) : set_(set) {
    std::vector<float> xs, ys;
    for (const Rule& rule : set.down) {
      xs.push_back(rule.at);
      ys.insert(ys.end(), {rule.from, rule.to});
    }
    for (const Rule& rule : set.across) {
      ys.push_back(rule.at);
      xs.insert(xs.end(), {rule.from, rule.to});
    }
    grid_.xs = borders(set.down, xs);
    grid_.ys = borders(set.across, ys);
  }

  CellGrid build() {
    if (grid_.xs.size() < 2 || grid_.ys.size() < 2 || grid_.rows() * grid_.columns() > most_places) return {};
    mark_walls();
    grid_.cell_at.assign(grid_.rows() * grid_.columns(), SIZE_MAX);
    for (std::size_t row = 0; row < grid_.rows(); ++row)
      for (std::size_t column = 0; column < grid_.columns(); ++column)
        if (grid_.cell_at[place(row, column)] == SIZE_MAX) add_cell(row, column);
    return std::move(grid_);
  }

 private:
  /// Where lines are; and where the lines across them end, should a table have no border there.
  static std::vector<float> borders(const std::vector<Rule>& rules, const std::vector<float>& all) {
    std::vector<float> values;
    for (const Rule& rule : rules) values.push_back(rule.at);
    if (!all.empty()) {
      const auto [least, most] = std::minmax_element(all.begin(), all.end());
      constexpr float beyond = 6;
      const auto [first, last] = std::minmax_element(values.begin(), values.end());
      const bool left = values.empty() || *least < *first - beyond;
      const bool right = values.empty() || *most > *last + beyond;
      if (left) values.push_back(*least);
      if (right) values.push_back(*most);
    }
    return clustered(std::move(values));
  }

  std::size_t place(std::size_t row, std::size_t column) const { return row * grid_.columns() + column; }

  static std::size_t nearest(const std::vector<float>& borders, float at) {
    const auto after = std::lower_bound(borders.begin(), borders.end(), at);
    if (after == borders.begin()) return 0;
    if (after == borders.end()) return borders.size() - 1;
    const auto before = after - 1;
    return static_cast<std::size_t>((at - *before < *after - at ? before : after) - borders.begin());
  }

  /// Calls for every interval between borders whose middle the line covers.
  template <class Use>
  static void covered(const std::vector<float>& borders, const Rule& rule, const Use& use) {
    auto first =
        static_cast<std::size_t>(std::lower_bound(borders.begin(), borders.end(), rule.from - close) - borders.begin());
    for (first = first > 0 ? first - 1 : 0; first + 1 < borders.size() && borders[first] <= rule.to; ++first) {
      const float middle = (borders[first] + borders[first + 1]) / 2;
      if (rule.from <= middle && middle <= rule.to) use(first);
    }
  }

  void mark_walls() {
    below_.assign(grid_.rows() * grid_.columns(), false);
    right_.assign(grid_.rows() * grid_.columns(), false);
    for (const Rule& rule : set_.across) {
      const std::size_t border = nearest(grid_.ys, rule.at);
      if (border == 0 || border > grid_.rows()) continue;
      covered(grid_.xs, rule, [&](std::size_t column) { below_[place(border - 1, column)] = true; });
    }
    for (const Rule& rule : set_.down) {
      const std::size_t border = nearest(grid_.xs, rule.at);
      if (border == 0 || border > grid_.columns()) continue;
      covered(grid_.ys, rule, [&](std::size_t row) { right_[place(row, border - 1)] = true; });
    }
  }

  /// As far to the right and then down as no wall stands in the way.
  void add_cell(std::size_t row, std::size_t column) {
    Cell cell{row, column, 1, 1};
    const auto is_free = [&](std::size_t r, std::size_t c) { return grid_.cell_at[place(r, c)] == SIZE_MAX; };
    while (column + cell.columns < grid_.columns() && !right_[place(row, column + cell.columns - 1)] &&
           is_free(row, column + cell.columns))
      ++cell.columns;
    while (row + cell.rows < grid_.rows() && opens_below(cell) && is_free(row + cell.rows, column)) ++cell.rows;
    for (std::size_t r = row; r < row + cell.rows; ++r)
      for (std::size_t c = column; c < column + cell.columns; ++c) grid_.cell_at[place(r, c)] = grid_.cells.size();
    grid_.cells.push_back(cell);
  }

  bool opens_below(const Cell& cell) const {
    const std::size_t last = cell.row + cell.rows - 1;
    for (std::size_t c = cell.column; c < cell.column + cell.columns; ++c) {
      if (below_[place(last, c)]) return false;
      if (c + 1 < cell.column + cell.columns && right_[place(last + 1, c)]) return false;
    }
    return true;
  }

  const RuleSet& set_;
  CellGrid grid_;
  std::vector<bool> below_, right_;  ///< by place
};

}  // namespace

std::vector<CellGrid> cell_grids(const Page& page) {
  constexpr std::size_t least_cells = 2;
  std::vector<CellGrid> grids;
  const auto across = merged(page.across), down = merged(page.down);
  if (across.size() * down.size() > most_pairs) return {};
  for (const RuleSet& set : connected(across, down)) {
    if (set.across.empty() || set.down.empty()) continue;
    CellGrid grid = GridBuilder(set).build();
    if (grid.cells.size() >= least_cells) grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(),
            [](const CellGrid& one, const CellGrid& other) { return one.ys.front() < other.ys.front(); });
  return grids;
}

}  // namespace mingzhang::formats::pdf
