// Days of the calendar as numbers. Inside this room only.
#pragma once

#include <chrono>
#include <string>

namespace mingzhang::performance {

/// Of a date as the books keep it: 2025-03-01.
inline std::chrono::sys_days day_number(const std::string& date) {
  const auto part = [&](std::size_t from, std::size_t count) { return std::stoi(date.substr(from, count)); };
  return std::chrono::year_month_day(std::chrono::year(part(0, 4)),
                                     std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                     std::chrono::day(static_cast<unsigned>(part(8, 2))));
}

}  // namespace mingzhang::performance
