#include "formats/pdf/furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mingzhang::formats::pdf {
namespace {

constexpr std::size_t edge_lines = 2;  ///< a page may have a head and a number
constexpr float edge = 0.12F;          ///< part of the page's height where they stand

std::string words_of(const Block& block) {
  std::string words;
  for (const Piece& piece : block.line.pieces) words += piece.text;
  std::erase(words, ' ');
  return words;
}

struct Place {
  std::size_t page = 0, block = 0;
};

/// Lines at the upper and the lower edge.
std::vector<std::size_t> edge_blocks(const PageBlocks& page) {
  const auto& blocks = page.blocks;
  const float height = page.height();
  std::vector<std::size_t> found;
  for (std::size_t index = 0; index < std::min(edge_lines, blocks.size()); ++index)
    if (!blocks[index].is_table() && blocks[index].box.y0 < edge * height) found.push_back(index);
  for (std::size_t back = 1; back <= std::min(edge_lines, blocks.size()); ++back) {
    const std::size_t index = blocks.size() - back;
    const bool low = !blocks[index].is_table() && blocks[index].box.y1 > (1 - edge) * height;
    if (low && std::find(found.begin(), found.end(), index) == found.end()) found.push_back(index);
  }
  return found;
}

void erase_all(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part)) text.erase(at, part.size());
}

struct Number {
  int value = 0;
  bool marked = false;  ///< "- 3 -", "第3页": cannot be anything else
};

std::optional<Number> page_number(std::string words) {
  Number number;
  const std::size_t before = words.size();
  for (const char* mark : {"-", "—", "–", "―", "－", "第", "页", "·", "~", "～"}) erase_all(words, mark);
  const std::size_t total = std::min(words.find("共"), words.find('/'));
  if (total != std::string::npos) words.erase(total);
  number.marked = words.size() < before;
  constexpr std::size_t most_digits = 4;
  if (words.empty() || words.size() > most_digits || words.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  number.value = std::stoi(words);
  return number;
}

class Finder {
 public:
  explicit Finder(const std::vector<PageBlocks>& pages) : pages_(pages) {}

  std::vector<Place> find() {
    for (std::size_t page = 0; page < pages_.size(); ++page)
      for (const std::size_t block : edge_blocks(pages_[page])) look_at({page, block});
    for (auto& [distance, places] : bare_) {
      constexpr std::size_t least_pages = 2;
      if (places.size() >= least_pages) found_.insert(found_.end(), places.begin(), places.end());
    }
    for (auto& [key, places] : repeated_)
      if (is_head(places)) found_.insert(found_.end(), places.begin(), places.end());
    return std::move(found_);
  }

 private:
  void look_at(const Place& place) {
    const Block& block = pages_[place.page].blocks[place.block];
    const std::string words = words_of(block);
    if (const auto number = page_number(words)) {
      if (number->marked)
        found_.push_back(place);
      else
        bare_[number->value - static_cast<int>(place.page)].push_back(place);
      return;
    }
    constexpr float step = 4;
    repeated_[{words, std::lround(block.box.y0 / step)}].push_back(place);
  }

  /// A head stands on most pages, or on every other one. Titles are repeated as well, but are larger than what follows
  /// them; those of tables and their units are followed by a table everywhere.
  bool is_head(const std::vector<Place>& places) const {
    constexpr std::size_t least_pages = 3;
    if (places.size() < least_pages || places.size() * least_pages < pages_.size()) return false;
    if (std::any_of(places.begin(), places.end(), [&](const Place& place) { return is_title(place); })) return false;
    return std::any_of(places.begin(), places.end(), [&](const Place& place) { return !is_above_table(place); });
  }

  bool is_title(const Place& place) const {
    constexpr float larger = 1.1F;
    const auto& blocks = pages_[place.page].blocks;
    if (place.block + 1 >= blocks.size() || blocks[place.block + 1].is_table()) return false;
    return blocks[place.block].line.size > larger * blocks[place.block + 1].line.size;
  }

  bool is_above_table(const Place& place) const {
    constexpr std::size_t near = 4;
    const auto& blocks = pages_[place.page].blocks;
    for (std::size_t index = place.block + 1; index < std::min(blocks.size(), place.block + near); ++index)
      if (blocks[index].is_table()) return true;
    return false;
  }

  const std::vector<PageBlocks>& pages_;
  std::vector<Place> found_;
  std::map<int, std::vector<Place>> bare_;  ///< by distance from the page's own number
  std::map<std::pair<std::string, long>, std::vector<Place>> repeated_;
};

}  // namespace

void remove_furniture(std::vector<PageBlocks>& pages) {
  auto places = Finder(pages).find();
  std::sort(places.begin(), places.end(), [](const Place& one, const Place& other) {
    return one.page != other.page ? one.page < other.page : one.block > other.block;
  });
  for (const Place& place : places) {
    auto& blocks = pages[place.page].blocks;
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(place.block));
  }
}

}  // namespace mingzhang::formats::pdf
