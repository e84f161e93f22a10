#pragma once

#include <stdexcept>

namespace mingzhang::scoring {

/// A rule pack that cannot be used; the message begins with file, line and column.
class BadPack : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace mingzhang::scoring
