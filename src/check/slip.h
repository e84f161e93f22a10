// What a hurried person writes instead of a number.
#pragma once

#include <string_view>

namespace mingzhang::check {

/// One digit wrong, one left out or written too much (a moved point is a zero of these), or digits in another order.
/// Grouping commas and the point do not count.
bool is_slip_of_pen(std::string_view stated, std::string_view meant);

}  // namespace mingzhang::check
