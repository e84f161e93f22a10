#include "formats/numbers.h"

#include <algorithm>

namespace mingzhang::formats {

std::string shown(const document::SheetCell& cell) {
  if (!cell.is_number) return cell.text;
  const std::size_t begin = cell.text.starts_with('-') ? 1 : 0;
  const auto point = std::min(cell.text.find('.'), cell.text.size());
  std::string out = cell.text;
  for (std::size_t at = point; at > begin + 3; at -= 3) out.insert(at - 3, 1, ',');
  const std::size_t printed = point == cell.text.size() ? 0 : cell.text.size() - point - 1;
  const auto wanted = static_cast<std::size_t>(cell.decimals);
  if (wanted > 0 && printed == 0) out += '.';
  if (printed < wanted) out.append(wanted - printed, '0');
  return out;
}

}  // namespace mingzhang::formats
