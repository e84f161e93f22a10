// Words of a form that name the unit and the year.
#pragma once

#include <string>
#include <string_view>

#include "publish/material.h"

namespace mingzhang::publish {

/// {unit}, {year} and {last-year} are put in; other braces stay.
std::string with_names(std::string_view words, const Material& material);

}  // namespace mingzhang::publish
