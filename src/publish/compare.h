// Two cells compared, as the forms print it: differences, rates and shares, exactly, then rounded to what is printed.
#pragma once

#include <optional>

#include "publish/material.h"

namespace mingzhang::publish {

class Comparer {
 public:
  explicit Comparer(const Material& material) : material_(material) {}

  /// The figure of a cell, or nothing recorded.
  std::optional<cube::Figure> figure(const cube::Cell& cell) const { return material_.source.figure(cell); }
  /// Zero where nothing is recorded.
  money::Decimal value(const cube::Cell& cell) const;
  /// subject - base, in base units, rounded to `scale` places of a unit of `power`.
  money::Decimal change(const cube::Cell& subject, const cube::Cell& base, int power, int scale) const;
  /// +1, -1, 0: of the change as it is printed.
  int direction(const cube::Cell& subject, const cube::Cell& base, int power, int scale) const;
  /// 100 * (subject - base) / base, signed; on base zero 100, or 0 where nothing changed.
  money::Decimal growth(cube::Claim claim, const cube::Cell& subject, const cube::Cell& base, int decimals) const;
  /// 100 * subject / whole; empty if the whole is zero.
  std::optional<money::Decimal> portion(cube::Claim claim, const cube::Cell& subject, const cube::Cell& whole,
                                        int decimals) const;

 private:
  std::optional<money::Decimal> stated(cube::Claim claim, const cube::Cell& subject, const cube::Cell& base) const;

  const Material& material_;
};

}  // namespace mingzhang::publish
