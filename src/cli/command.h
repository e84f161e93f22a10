// The commands of the program. Each adds itself to the command line and gives back what to run if it was chosen.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "work/front.h"

namespace mingzhang::cli {

/// The words of the command line in the user's language, and where results and messages go.
struct Front {
  work::Common common;
  work::Sinks sinks;

  std::string say(const char* chinese, const char* english) const { return common.english() ? english : chinese; }
};

/// Runs the command and returns its exit code.
using Action = std::function<int()>;

/// The sub-command, and its action in `chosen` once it has been parsed. `front` outlives the parsing.
void add_check(CLI::App& app, Front& front, Action& chosen);
void add_explain(CLI::App& app, Front& front, Action& chosen);
void add_compile(CLI::App& app, Front& front, Action& chosen);
void add_read(CLI::App& app, Front& front, Action& chosen);
void add_rules(CLI::App& app, Front& front, Action& chosen);
void add_profiles(CLI::App& app, Front& front, Action& chosen);
void add_books(CLI::App& app, Front& front, Action& chosen);
void add_performance(CLI::App& app, Front& front, Action& chosen);

}  // namespace mingzhang::cli
