// Why a file could not be read, and what to do about it: one table for every reason.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "work/front.h"

namespace mingzhang::work {

/// "不是文本：…，请…": what is wrong and what to do. `detail` is added where it helps.
std::string unreadable_message(const std::string& code, const std::string& detail, Language language);

/// Codes that have a text.
std::vector<std::string> unreadable_codes();

}  // namespace mingzhang::work
