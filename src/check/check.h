// Judging one document: which laws apply, what they say, what is missing, what is worded wrongly.
#pragma once

#include <string>
#include <vector>

#include "check/finding.h"
#include "check/wrong_words.h"
#include "profile/reading.h"
#include "scoring/pack.h"

namespace mingzhang::check {

/// Everything that one run tells of one document.
struct Result {
  profile::Reading reading;
  profile::Coverage coverage;
  std::vector<Finding> findings;               ///< in the order of the document
  std::vector<document::Notice> notices = {};  ///< what the check itself did not finish
};

/// Another document of the same unit, to compare with: last year's, or the budget of the year.
struct Other {
  std::string path;
  const profile::Reading* reading = nullptr;
};

/// What judging knows besides the form. What is null is not judged.
struct Knowledge {
  const scoring::Packs* packs = nullptr;
  const WrongWords* wrong_words = nullptr;
};

/// Takes over `reading`, marks its bound figures and finds faults. Pure: the same reading gives the same findings.
Result check(profile::Reading reading, const std::vector<Other>& others = {}, const Knowledge& knowledge = {});

}  // namespace mingzhang::check
