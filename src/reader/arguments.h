// What the two programs agree on when one starts the other. Inside this room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reader/read.h"

namespace mingzhang::reader {

/// Exit codes of mingzhang-reader that stand for a reason; 0 follows every message, also one that tells of a failure.
constexpr int exit_no_memory = 3;
constexpr int exit_no_loader = 127;  ///< of the shell and of some systems' loaders, when a program cannot start

/// The format, where only the name of the file tells it ("csv"; else "text"), then the limits; a reader started without
/// limits takes those that are usual.
std::vector<std::string> to_arguments(std::string_view format, const Limits& limits);
Limits limits_from(int argc, const char* const* argv);

}  // namespace mingzhang::reader
