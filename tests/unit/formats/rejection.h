#pragma once

#include <functional>
#include <string>

#include "formats/rejected.h"

namespace mingzhang::formats {

/// "code: detail", or "" if nothing is thrown.
inline std::string rejection_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Rejected& why) {
    return why.code() + ": " + why.what();
  }
  return {};
}

}  // namespace mingzhang::formats
