// Words out of files that promise nothing about them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mingzhang::formats {

/// Valid UTF-8 without control characters, but for tabs and line breaks (always LF); what is broken becomes U+FFFD.
std::string valid_text(std::string_view raw);

/// The lines of a text as one, without blanks at its ends: between Latin letters and digits a line break is a blank,
/// elsewhere nothing. Tabs become blanks. Takes valid text.
std::string joined(std::string_view text);

/// Without blanks of any width at the ends.
std::string_view trimmed(std::string_view text);

/// As it may stand in the detail of a notice.
std::string shortened(std::string_view text);

}  // namespace mingzhang::formats
