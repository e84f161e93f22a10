#include "scoring/printed.h"

#include "text/normal.h"

namespace mingzhang::scoring {

std::optional<money::Decimal> printed_figure(std::string_view text) {
  const std::string normal = text::normal_text(text);
  std::string_view rest = normal;
  for (const std::string_view unit : {"万元", "分", "%", "元"}) {
    if (!rest.ends_with(unit)) continue;
    rest.remove_suffix(unit.size());
    break;
  }
  try {
    return money::parse_decimal(rest);
  } catch (const money::Overflow&) {
    return std::nullopt;
  }
}

std::optional<money::Decimal> declared_weight(std::string_view level1) {
  const std::string normal = text::normal_text(level1);
  const std::size_t open = normal.find('(');
  if (open == std::string::npos || !normal.ends_with("分)")) return std::nullopt;
  return printed_figure(std::string_view(normal).substr(open + 1, normal.size() - open - 2));
}

int printed_year(std::string_view text) {
  constexpr std::size_t digits = 4;
  int year = 0;
  std::size_t run = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool digit = at < text.size() && text[at] >= '0' && text[at] <= '9';
    if (digit) {
      year = run < digits ? year * 10 + (text[at] - '0') : 0;
      ++run;
      continue;
    }
    if (run == digits) return year;
    year = 0;
    run = 0;
  }
  return 0;
}

}  // namespace mingzhang::scoring
