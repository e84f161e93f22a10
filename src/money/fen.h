// Amounts as books hold them: whole fen (0.01 yuan).
#pragma once

#include <cstdint>

#include "money/decimal.h"

namespace mingzhang::money {

/// int64 fen: up to 92 trillion yuan. All arithmetic throws Overflow instead of wrapping.
class Fen {
 public:
  constexpr Fen() = default;
  constexpr explicit Fen(std::int64_t count) : count_(count) {}
  /// Throws Overflow if the amount has a fraction of a fen or does not fit.
  static Fen from_yuan(const Decimal& yuan);

  constexpr std::int64_t count() const { return count_; }
  Decimal yuan() const { return Decimal(count_, 2); }
  /// Half up (away from zero), as published figures are rounded: 50 yuan print as 0.01 万元.
  Decimal wan_yuan(int scale = 2) const;

  friend Fen operator+(Fen a, Fen b);
  friend Fen operator-(Fen a, Fen b);
  friend constexpr auto operator<=>(Fen, Fen) = default;

 private:
  std::int64_t count_ = 0;
};

}  // namespace mingzhang::money
