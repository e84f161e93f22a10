// No number of a document goes unmentioned.
#pragma once

#include "profile/reading.h"

namespace mingzhang::profile {

/// Numbers that no statement holds are added: as wording where a clause has them in its fixed words, as free text in
/// sections of prose and in reasons, else as unread with the reason why.
void account_for_numbers(Reading& reading);

/// Numbers of one line that count: not years, dates, numbering of lists, document numbers or codes. Byte ranges.
struct NumberToken {
  std::uint32_t begin = 0, end = 0;
};
std::vector<NumberToken> count_numbers(std::string_view line);

}  // namespace mingzhang::profile
