// Numbers of persons that a document gives away: a report goes from hand to hand and must not repeat them.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>

#include "check/check.h"

namespace mingzhang::report {

class Secrets {
 public:
  explicit Secrets(const check::Result& result);

  /// All but the first three digits of each becomes stars, also of one that the text begins or ends in the middle of,
  /// as quotes do; the length in bytes stays, so that offsets hold.
  std::string hide(const std::string& text) const;

 private:
  void hide_cut(const std::string& text, std::string& hidden) const;

  std::set<std::string, std::less<>> numbers_, reversed_;
  std::set<std::size_t> lengths_;  ///< of them: a phone number may be part of a longer one
};

}  // namespace mingzhang::report
