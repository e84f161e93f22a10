// The fixed words of reports, in Chinese and English.
#pragma once

#include <string>
#include <string_view>

#include "check/rules.h"

namespace mingzhang::report {

using check::Language;

/// Two spellings of one thing.
struct Words {
  std::string_view chinese, english;
  std::string_view in(Language language) const { return language == Language::english ? english : chinese; }
};

Words severity_words(check::Severity severity);
std::string_view severity_id(check::Severity severity);  ///< "error", "warning", "note"

/// Why numbers were not read, for the code that reading gives; the code itself if it is not known here.
std::string reason_words(const std::string& code, Language language);

/// "final" and "budget"; empty for anything else.
std::string_view kind_words(const std::string& kind, Language language);
/// Of a department or of a single unit, to stand before the kind; empty where the form makes no difference.
std::string_view level_words(const std::string& level, Language language);

/// What the reader of the file had to guess, repair or leave out; the code itself if it is not known here.
std::string notice_words(const std::string& code, Language language);

}  // namespace mingzhang::report
