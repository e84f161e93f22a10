#include "profile/grid_header.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

constexpr int full = 1000;           // likeness of equal words
constexpr int least = 450;           // below it, words have nothing to do with each other
constexpr int sure = 850;            // from it on, a column may leave the order of the form
constexpr std::size_t longest = 60;  // characters of a header that are compared

/// The first characters of a text.
struct Characters {
  explicit Characters(std::string_view text) {
    for (std::size_t at = 0; at < text.size() && size < longest;) {
      const auto character = text::code_point_at(text, at);
      codes[size++] = character.value;
      at += character.length;
    }
  }

  std::array<char32_t, longest> codes;
  std::size_t size = 0;
};

/// Twice the longest common subsequence over both lengths.
int likeness(std::string_view a, std::string_view b) {
  if (a == b) return full;
  const Characters x(a), y(b);
  if (x.size == 0 || y.size == 0) return 0;
  std::array<std::uint16_t, longest + 1> row{};
  for (std::size_t i = 0; i < x.size; ++i) {
    std::uint16_t diagonal = 0;
    for (std::size_t j = 1; j <= y.size; ++j) {
      const std::uint16_t above = row[j];
      row[j] = x.codes[i] == y.codes[j - 1] ? static_cast<std::uint16_t>(diagonal + 1) : std::max(row[j], row[j - 1]);
      diagonal = above;
    }
  }
  return static_cast<int>(row[y.size] * std::size_t{2} * full / (x.size + y.size));
}

std::string joined(const std::vector<std::string>& path) {
  std::string out;
  for (const auto& part : path) out += part;
  return out;
}

/// The lowest words say most; those above tell equal ones apart. A merged cell may have put other words below them.
int likeness(const std::vector<std::string>& printed, const std::vector<std::string>& form) {
  constexpr int higher = 50;
  if (printed.empty() || form.empty()) return 0;
  int leaf = 0, penalty = 0;
  for (auto part = printed.rbegin(); part != printed.rend(); ++part, penalty += higher)
    leaf = std::max(leaf, likeness(*part, form.back()) - penalty);
  const int path = likeness(joined(printed), joined(form));
  return (3 * leaf + 2 * path) / 5;
}

using Scores = std::vector<std::vector<int>>;

/// The pairs in order with the greatest sum of likeness.
std::vector<int> in_order(const Scores& scores, std::size_t form_size) {
  const std::size_t size = scores.size();
  Scores best(size + 1, std::vector<int>(form_size + 1, 0));
  for (std::size_t i = 1; i <= size; ++i) {
    for (std::size_t j = 1; j <= form_size; ++j) {
      best[i][j] = std::max(best[i - 1][j], best[i][j - 1]);
      if (scores[i - 1][j - 1] >= least) best[i][j] = std::max(best[i][j], best[i - 1][j - 1] + scores[i - 1][j - 1]);
    }
  }
  std::vector<int> match(size, -1);
  for (std::size_t i = size, j = form_size; i > 0 && j > 0;) {
    const int score = scores[i - 1][j - 1];
    if (score >= least && best[i][j] == best[i - 1][j - 1] + score) {
      match[i - 1] = static_cast<int>(j - 1);
      --i;
      --j;
    } else if (best[i][j] == best[i - 1][j]) {
      --i;
    } else {
      --j;
    }
  }
  return match;
}

/// Columns that stand elsewhere than in the form: what was left over on both sides, where the words are sure.
void add_moved(const Scores& scores, std::size_t form_size, std::vector<int>& match) {
  std::vector<bool> taken(form_size, false);
  for (const int column : match)
    if (column >= 0) taken[static_cast<std::size_t>(column)] = true;
  for (std::size_t i = 0; i < match.size(); ++i) {
    if (match[i] >= 0) continue;
    int best = sure - 1;
    for (std::size_t j = 0; j < form_size; ++j) {
      if (taken[j] || scores[i][j] <= best) continue;
      best = scores[i][j];
      match[i] = static_cast<int>(j);
    }
    if (match[i] >= 0) taken[static_cast<std::size_t>(match[i])] = true;
  }
}

}  // namespace

std::vector<FormColumn> columns_of(const Table& table) {
  std::vector<FormColumn> out;
  std::uint32_t ordinal = 0;
  for (std::size_t panel = 0; panel < table.panels.size(); ++panel)
    for (const auto& column : table.panels[panel].columns)
      out.push_back({panel, column.kind == Column::Kind::value ? ++ordinal : 0, &column});
  return out;
}

HeaderPaths header_paths(const std::vector<const document::Line*>& header) {
  HeaderPaths paths;
  for (const auto* line : header) {
    const std::size_t width = line->tabs + 1;
    paths.resize(std::max(paths.size(), width));
    for (std::size_t index = 0; index < line->fragments.size(); ++index) {
      const auto& cell = line->fragments[index];
      if (cell.columns >= width && width > 1) continue;
      const std::string words = text::normal_text(line->fragment(index));
      const auto first = static_cast<std::size_t>(cell.column);
      for (std::size_t column = first; column < std::min(width, first + cell.columns); ++column)
        if (!words.empty() && (paths[column].empty() || paths[column].back() != words)) paths[column].push_back(words);
    }
  }
  return paths;
}

std::vector<int> match_columns(const HeaderPaths& printed, const std::vector<FormColumn>& form) {
  std::vector<std::vector<std::string>> wanted;
  for (const auto& column : form) {
    wanted.emplace_back();
    for (const auto& part : column.column->header) wanted.back().push_back(text::normal_text(part));
  }
  Scores scores(printed.size(), std::vector<int>(form.size(), 0));
  for (std::size_t i = 0; i < printed.size(); ++i)
    for (std::size_t j = 0; j < form.size(); ++j) scores[i][j] = likeness(printed[i], wanted[j]);
  auto match = in_order(scores, form.size());
  add_moved(scores, form.size(), match);
  return match;
}

}  // namespace mingzhang::profile
