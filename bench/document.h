// A document of any length, the same on every machine: one section of a final-accounts report that lists items.
#pragma once

#include <cstddef>
#include <string>

#include "profile/load_form.h"

namespace mingzhang::bench {

inline constexpr auto profile_id = "xinjiang-final";
inline constexpr int year = 2023;

/// `items` sentences, each of a functional item with its amount, change and rate; all of them true.
std::string generate(const profile::Form& form, std::size_t items);

}  // namespace mingzhang::bench
