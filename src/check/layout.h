// Which notices of the readers are faults of the document and not of its reading.
#pragma once

#include <string_view>

namespace mingzhang::check {

/// Such a notice becomes a finding of the rule "layout"; the codes are in docs/rules.md.
bool is_layout_fault(std::string_view notice_code);

}  // namespace mingzhang::check
