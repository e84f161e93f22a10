// Numbers of persons that a document gives away: a report goes from hand to hand and must not repeat them.
#pragma once

#include <string>
#include <vector>

#include "check/check.h"

namespace mingzhang::report {

class Secrets {
 public:
  explicit Secrets(const check::Result& result);

  /// All but the first three digits of each becomes stars; the length in bytes stays, so that offsets hold.
  std::string hide(std::string text) const;

 private:
  std::vector<std::string> numbers_;
};

}  // namespace mingzhang::report
