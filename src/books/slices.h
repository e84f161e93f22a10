// What members that no entry names stand for: 财政拨款, 三公, 人员经费 (slices.toml).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cube/cell.h"

namespace mingzhang::books {

class Slices {
 public:
  /// The content of slices.toml. Throws BadData.
  Slices(std::string_view toml, const std::string& file);

  /// What entries of this dimension must have, one of: the members of a group, or the member itself.
  std::vector<std::string> group(cube::Dimension dimension, std::string_view member) const;

  /// An item of money that is a slice: economic subjects, or a cell of its own.
  struct Item {
    std::vector<std::string> economic;
    cube::Cell cell;
  };
  const Item* item(std::string_view id) const;

  /// Parts of a counted whole; empty if it is none.
  const std::vector<std::string>* parts(std::string_view measure, std::string_view item) const;
  /// A count that is the number of members of a dimension within a cell.
  struct Members {
    cube::Dimension dimension;
    cube::Cell within;
  };
  const Members* members(std::string_view measure, std::string_view item) const;
  /// Sizes of suppliers that an item of procurement means.
  const std::vector<std::string>* sizes(std::string_view item) const;
  /// The word for one of a measure: 人, 辆.
  std::string unit_of(std::string_view measure) const;
  /// Of a role with the name of its section before it (fiscal.use) the last part counts.
  bool is_lasting(std::string_view role) const;

 private:
  using Key = std::pair<std::string, std::string>;
  std::map<Key, std::vector<std::string>> groups_, wholes_;
  std::map<Key, Members> members_;
  std::map<std::string, Item, std::less<>> items_;
  std::map<std::string, std::vector<std::string>, std::less<>> sizes_;
  std::map<std::string, std::string, std::less<>> units_;
  std::vector<std::string> lasting_;
};

}  // namespace mingzhang::books
