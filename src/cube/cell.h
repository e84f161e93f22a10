// The cube: every figure is the value of a cell, a point given by members of a few dimensions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cube/word.h"

namespace mingzhang::cube {

/// What a figure depends on. The root member of a dimension ("all", or what is meant without saying) is unnamed.
enum class Dimension : std::uint8_t {
  measure,  ///< root: an amount of money; else persons, vehicles, groups, visits, batches, area, devices, contracts ...
  unit,     ///< root: the unit that publishes
  year,     ///< "2023"; root only in forms, before a document has told its year
  stage,    ///< 年初预算 initial, 全年预算 adjusted, 决算 outturn
  /// 收入 income, 支出 expenditure, 年初结转 opening, 年末结转 closing, 使用非财政拨款结余 surplus-used,
  /// 结余分配 distribution, 收入总计 sources, 支出总计 uses
  flow,
  /// fiscal, general, govfund, statecap, superior, business, operating, affiliated, other, special-account (财政专户),
  /// unit-funds (单位资金), non-fiscal ...
  fund,
  function,  ///< functional classification: 208, 20805, 2080501
  economic,  ///< economic classification: 301, 30101; staff (人员经费), running (公用经费)
  nature,    ///< basic, project, remitted (上缴上级), operating, subsidy (对附属单位补助)
  project,
  scope,    ///< root: the unit's own accounts; agency (财政代列), scheme
  level,    ///< central, region, prefecture, county; where only that is told: own (本级), upper (上级转移支付)
  vintage,  ///< current, carried
  item,     ///< what 三公, assets, staff and procurement need
};
inline constexpr std::size_t dimension_count = 14;

std::string_view name_of(Dimension dimension);
std::optional<Dimension> dimension_named(std::string_view name);

/// A name of a dimension. Ordered by name, so that output never depends on the order of reading.
class Member {
 public:
  constexpr Member() = default;  ///< the root
  explicit Member(std::string_view name) : name_(name) {}

  bool is_root() const { return name_.empty(); }
  std::string_view name() const { return name_; }
  friend bool operator==(Member, Member) = default;
  friend bool operator<(Member a, Member b) { return a.name_ < b.name_; }
  std::size_t hash() const { return name_.hash(); }

 private:
  Word name_;
};

struct Cell {
  std::array<Member, dimension_count> at{};

  Member operator[](Dimension dimension) const { return at[static_cast<std::size_t>(dimension)]; }
  Member& operator[](Dimension dimension) { return at[static_cast<std::size_t>(dimension)]; }
  /// This cell with the members of `other` where it names any.
  Cell with(const Cell& other) const;
  Cell with(Dimension dimension, Member member) const;
  friend bool operator==(const Cell&, const Cell&) = default;
  /// The first member that differs decides: names are compared no more than once.
  friend bool operator<(const Cell& a, const Cell& b) {
    for (std::size_t index = 0; index < dimension_count; ++index)
      if (a.at[index] != b.at[index]) return a.at[index] < b.at[index];
    return false;
  }
};

/// "flow=income fund=fiscal year=2023": dimensions in their order, roots left out.
std::string to_string(const Cell& cell);

struct CellHash {
  std::size_t operator()(const Cell& cell) const;
};

}  // namespace mingzhang::cube
