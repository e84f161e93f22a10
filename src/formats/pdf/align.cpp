#include "formats/pdf/align.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>

namespace mingzhang::formats::pdf {
namespace {

/// Items at one height.
struct Level {
  std::vector<Item> items;
  float y = 0;
  bool figures = false;
};

std::vector<Level> levels_of(std::vector<Item> items) {
  std::stable_sort(items.begin(), items.end(),
                   [](const Item& one, const Item& other) { return one.box.middle_y() < other.box.middle_y(); });
  std::vector<Level> levels;
  constexpr float same = 0.5F;
  for (Item& item : items) {
    const float y = item.box.middle_y();
    if (levels.empty() || y - levels.back().y > same * item.box.height()) levels.push_back({{}, y, false});
    levels.back().figures = levels.back().figures || is_figure(item.text);
    levels.back().items.push_back(std::move(item));
  }
  return levels;
}

/// The least distance of two levels with figures, as rows are at least as far from each other; 0 if there is one row.
float least_pitch(const std::vector<Level>& levels) {
  constexpr float none = std::numeric_limits<float>::max();
  float least = none;
  const Level* last = nullptr;
  for (const Level& level : levels) {
    if (!level.figures) continue;
    if (last != nullptr) least = std::min(least, level.y - last->y);
    last = &level;
  }
  return least == none ? 0 : least;
}

/// For every level the one whose row it belongs to: itself, or a close one with figures.
std::vector<std::size_t> owners(const std::vector<Level>& levels) {
  constexpr float close = 0.75F;
  const float reach = close * least_pitch(levels);
  std::vector<std::size_t> owner(levels.size());
  std::vector<float> distance(levels.size(), reach);
  const auto look_from = [&](std::size_t& anchor, std::size_t index) {
    if (levels[index].figures) anchor = index;
    if (anchor == levels.size() || levels[index].figures) return;
    const float away = std::abs(levels[anchor].y - levels[index].y);
    if (away >= distance[index]) return;
    distance[index] = away;
    owner[index] = anchor;
  };
  std::iota(owner.begin(), owner.end(), std::size_t{0});
  std::size_t above = levels.size(), below = levels.size();
  for (std::size_t index = 0; index < levels.size(); ++index) look_from(above, index);
  for (std::size_t index = levels.size(); index-- > 0;) look_from(below, index);
  return owner;
}

void put(TableRow& row, Item item) {
  for (TableCell& cell : row.cells) {
    if (cell.column != item.column) continue;
    cell.text += item.text;
    enclose(cell.box, item.box);
    return;
  }
  row.cells.push_back({item.column, item.columns, 1, std::move(item.text), item.box});
}

constexpr std::size_t least_columns = 3, most_columns = 200, least_anchors = 3;

std::size_t figures_in(const PrintedLine& line) {
  return static_cast<std::size_t>(
      std::count_if(line.pieces.begin(), line.pieces.end(), [](const Piece& piece) { return is_figure(piece.text); }));
}

/// A line that only a table has. The contents of a document have lines of two pieces, with one figure.
bool is_anchor(const PrintedLine& line) {
  const std::size_t pieces = line.pieces.size(), figures = figures_in(line);
  return pieces <= most_columns && (figures >= 2 || (figures == 1 && pieces >= least_columns));
}

struct Band {
  float x0 = 0, x1 = 0;
};

bool overlap(const Band& band, const Area& box) {
  return box.x0 < band.x1 && band.x0 < box.x1;
}

void insert(std::vector<Band>& bands, Band band) {
  std::erase_if(bands, [&](const Band& other) {
    if (other.x0 > band.x1 || band.x0 > other.x1) return false;
    band = {std::min(band.x0, other.x0), std::max(band.x1, other.x1)};
    return true;
  });
  bands.insert(std::upper_bound(bands.begin(), bands.end(), band,
                                [](const Band& one, const Band& other) { return one.x0 < other.x0; }),
               band);
}

/// Columns, none if there are too many: where lines with figures have words, and where a header stands over a column
/// that has none.
std::vector<Band> bands_of(std::span<const PrintedLine> lines) {
  std::vector<Band> bands;
  for (const PrintedLine& line : lines) {
    if (!is_anchor(line)) continue;
    for (const Piece& piece : line.pieces) insert(bands, {piece.box.x0, piece.box.x1});
    if (bands.size() > most_columns) return {};
  }
  for (const PrintedLine& line : lines) {
    for (const Piece& piece : line.pieces) {
      const bool covered =
          std::any_of(bands.begin(), bands.end(), [&](const Band& band) { return overlap(band, piece.box); });
      if (!covered) insert(bands, {piece.box.x0, piece.box.x1});
    }
    if (bands.size() > most_columns) return {};
  }
  return bands;
}

Item placed(const std::vector<Band>& bands, Piece piece) {
  Item item;
  const auto first =
      std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return overlap(band, piece.box); });
  auto last = first;
  while (last != bands.end() && overlap(*last, piece.box)) ++last;
  // What has no width touches nothing.
  item.column = std::min(static_cast<std::size_t>(first - bands.begin()), bands.size() - 1);
  item.columns = std::max<std::size_t>(1, static_cast<std::size_t>(last - first));
  item.text = std::move(piece.text);
  item.box = piece.box;
  return item;
}

/// Borders in the middle between columns.
std::vector<float> borders_of(const std::vector<Band>& bands) {
  std::vector<float> xs{bands.front().x0};
  for (std::size_t index = 1; index < bands.size(); ++index) xs.push_back((bands[index - 1].x1 + bands[index].x0) / 2);
  xs.push_back(bands.back().x1);
  return xs;
}

Block table_of(std::span<PrintedLine> lines, const std::vector<Band>& bands, std::uint32_t page) {
  Block block;
  block.page = page;
  block.box = lines.front().box;
  std::vector<Item> items;
  for (PrintedLine& line : lines) {
    enclose(block.box, line.box);
    for (Piece& piece : line.pieces) items.push_back(placed(bands, std::move(piece)));
  }
  block.table.xs = borders_of(bands);
  block.table.rows = aligned_rows(std::move(items), page);
  return block;
}

constexpr float widest_gap = 3;  ///< between lines of a table, in heights of a line

bool follows(const PrintedLine& line, const PrintedLine& next) {
  return next.box.y0 - line.box.y1 < widest_gap * std::max(line.box.height(), next.box.height());
}

/// "编制单位：某局    单位：元" stands above a table and is no row of it.
bool names_unit(const PrintedLine& line) {
  return std::any_of(line.pieces.begin(), line.pieces.end(), [](const Piece& piece) {
    return piece.text.find("：") != std::string::npos || piece.text.find(':') != std::string::npos;
  });
}

bool may_be_header(const PrintedLine& line) {
  return line.pieces.size() >= 2 && line.pieces.size() <= most_columns && !names_unit(line);
}

/// A wrapped name, or the name of a row that has no figures: short, in the columns of the lines before it.
bool may_be_row(const PrintedLine& line, const PrintedLine& anchor) {
  const Piece& last = anchor.pieces.back();
  return !names_unit(line) && line.pieces.size() <= most_columns &&
         line.pieces.back().box.x1 < last.box.x1 + last.box.height() &&
         (line.pieces.size() > 1 || line.box.x1 < anchor.pieces[1].box.x1);
}

struct Stretch {
  std::size_t end = 0;
  bool table = false;
};

/// As far as lines may be of one table; where they are none, no table begins before the end either.
Stretch stretch_from(std::span<const PrintedLine> lines, std::size_t begin) {
  std::size_t anchors = 0, end = begin + 1, anchor = begin;
  for (std::size_t index = begin; index < lines.size(); ++index) {
    if (index > begin && !follows(lines[index - 1], lines[index])) break;
    const bool is = is_anchor(lines[index]);
    if (!is && !(anchors == 0 ? may_be_header(lines[index]) : may_be_row(lines[index], lines[anchor]))) break;
    anchors += is ? 1U : 0U;
    anchor = is ? index : anchor;
    end = index + 1;
  }
  return {end, anchors >= least_anchors};
}

/// A figure that fills its column may go on in the next line.
bool stacks_figures(const CellLines& cell) {
  constexpr float full = 0.85F;
  return std::all_of(cell.lines.begin(), cell.lines.end(), [&](const PrintedLine& line) {
    return line.pieces.size() == 1 && is_figure(line.pieces[0].text) && line.box.width() < full * cell.width;
  });
}

}  // namespace

bool is_figure(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.ends_with('%')) text.remove_suffix(1);
  const std::string_view whole = text.substr(0, text.find('.'));
  const std::string_view decimals = whole.size() < text.size() ? text.substr(whole.size() + 1) : "0";
  const auto digits = [](std::string_view of) {
    return !of.empty() && of.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!digits(decimals)) return false;
  if (whole.find(',') == std::string_view::npos) return digits(whole);
  std::size_t group = whole.find(',');
  if (group == 0 || group > 3 || !digits(whole.substr(0, group))) return false;
  for (; group < whole.size(); group += 4)
    if (whole[group] != ',' || whole.size() - group < 4 || !digits(whole.substr(group + 1, 3))) return false;
  return true;
}

std::vector<TableRow> aligned_rows(std::vector<Item> items, std::uint32_t page) {
  auto levels = levels_of(std::move(items));
  const auto owner = owners(levels);
  std::vector<TableRow> of_level(levels.size());
  for (std::size_t index = 0; index < levels.size(); ++index)
    for (Item& item : levels[index].items) put(of_level[owner[index]], std::move(item));
  std::vector<TableRow> rows;
  for (TableRow& row : of_level) {
    if (row.cells.empty()) continue;
    row.page = page;
    std::sort(row.cells.begin(), row.cells.end(),
              [](const TableCell& one, const TableCell& other) { return one.column < other.column; });
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<TableRow> split_row(TableRow row, std::vector<CellLines> cells) {
  std::size_t most = 0;
  for (const CellLines& cell : cells)
    if (stacks_figures(cell)) most = std::max(most, cell.lines.size());
  const auto as_long =
      std::count_if(cells.begin(), cells.end(), [&](const CellLines& cell) { return cell.lines.size() >= most; });
  if (most < 2 || as_long < 2 || cells.size() > most_columns) return {std::move(row)};
  std::vector<Item> items;
  for (CellLines& cell : cells)
    for (PrintedLine& line : cell.lines) items.push_back({cell.column, cell.columns, joined({line}), line.box});
  return aligned_rows(std::move(items), row.page);
}

std::vector<Block> aligned_blocks(std::vector<PrintedLine> lines, std::uint32_t page) {
  std::vector<Block> blocks;
  for (std::size_t begin = 0; begin < lines.size();) {
    const Stretch stretch = stretch_from(lines, begin);
    const auto of_stretch = std::span(lines).subspan(begin, stretch.end - begin);
    const auto bands = stretch.table ? bands_of(of_stretch) : std::vector<Band>{};
    if (bands.size() >= least_columns) {
      blocks.push_back(table_of(of_stretch, bands, page));
    } else {
      for (PrintedLine& line : of_stretch) {
        const Area box = line.box;
        blocks.push_back({page, box, std::move(line), {}});
      }
    }
    begin = stretch.end;
  }
  return blocks;
}

}  // namespace mingzhang::formats::pdf
