#include "check/slip.h"

#include <algorithm>
#include <string>

namespace mingzhang::check {
namespace {

std::string digits_of(std::string_view number) {
  std::string digits(number);
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  return digits;
}

}  // namespace

bool is_slip_of_pen(std::string_view stated, std::string_view meant) {
  std::string a = digits_of(stated), b = digits_of(meant);
  if (a.size() > b.size()) std::swap(a, b);
  const auto [first, other] = std::mismatch(a.begin(), a.end(), b.begin());
  if (a.size() + 1 == b.size()) return std::equal(first, a.end(), other + 1, b.end());
  if (a.size() != b.size()) return false;
  if (first == a.end() || std::equal(first + 1, a.end(), other + 1)) return true;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

}  // namespace mingzhang::check
