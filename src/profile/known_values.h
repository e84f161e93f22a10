// What a document prints for its cells, by cell: evidence for columns that were lost.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "cube/statement.h"

namespace mingzhang::profile {

/// Facts may grow; each statement is looked at once, however many tables ask.
class KnownValues {
 public:
  /// `facts` must outlive this.
  explicit KnownValues(const cube::Facts& facts) : facts_(facts) {}

  /// Takes in what the facts have gained since the last time.
  void refresh();
  /// The first exact value of a cell outside the table.
  std::optional<cube::Quantity> outside(const std::string& table, const cube::Cell& cell) const;

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  const cube::Facts& facts_;
  std::uint32_t seen_ = 0;
  /// The first statement of a cell, and the first from another table than that.
  std::unordered_map<cube::Cell, std::array<std::uint32_t, 2>, cube::CellHash> values_;
};

}  // namespace mingzhang::profile
