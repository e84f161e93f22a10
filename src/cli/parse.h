// From the words of the command line to the command that was meant.
#pragma once

#include "cli/command.h"

namespace mingzhang::cli {

/// Parses and runs; returns the exit code. Help and version go to results, mistakes to messages.
int run(int argc, char** argv, Front& front);

}  // namespace mingzhang::cli
