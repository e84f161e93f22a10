// The one door between exact decimal text and the doubles of a workbook. Inside this folder only.
#pragma once

#include <optional>
#include <string_view>

namespace mingzhang::formats {

/// The double for "-1,254.76", if a workbook that holds it with 16 significant digits gives back every digit, to
/// `decimals` places at least; empty otherwise, or if the text is no number.
std::optional<double> exact_double(std::string_view text, int decimals);

}  // namespace mingzhang::formats
