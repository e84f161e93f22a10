// What a report tells of one file: how it was checked, or why it could not be read.
#pragma once

#include <cstdint>
#include <string>

#include "check/check.h"
#include "check/rules.h"

namespace mingzhang::report {

using check::Language;

struct Entry {
  std::string path;                       ///< as the user named it
  const check::Result* result = nullptr;  ///< null: the file could not be read
  std::string code;                       ///< why not; stable
  std::uint32_t line = 0;                 ///< 0 where none can be named
  std::string message;                    ///< why not, and what to do, for the reader
};

}  // namespace mingzhang::report
