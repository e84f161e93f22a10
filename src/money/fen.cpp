#include "money/fen.h"

namespace mingzhang::money {

Fen Fen::from_yuan(const Decimal& yuan) {
  // A fraction of zeros (12.5000) is no fraction of a fen; rounding finds out, and refuses what does not fit.
  const Decimal in_fen = yuan.rounded(2);
  if (in_fen != yuan) throw Overflow("fraction of a fen");
  return Fen(in_fen.mantissa());
}

Decimal Fen::wan_yuan(int scale) const {
  constexpr int fen_decimals_of_wan_yuan = 6;
  return Decimal(count_, fen_decimals_of_wan_yuan).rounded(scale);
}

Fen operator+(Fen a, Fen b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a.count_, b.count_, &sum)) throw Overflow("sum of amounts");
  return Fen(sum);
}

Fen operator-(Fen a, Fen b) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(a.count_, b.count_, &difference)) throw Overflow("difference of amounts");
  return Fen(difference);
}

}  // namespace mingzhang::money
