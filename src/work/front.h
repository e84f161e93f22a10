// What every use case gets from its front and gives back.
#pragma once

#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "profile/data_files.h"
#include "report/entry.h"

namespace mingzhang::work {

using check::Language;

/// Exit codes never change meaning once released. `unread` wins over `errors`.
enum Exit : int {
  exit_clean = 0,   ///< done; for a check: no errors
  exit_errors = 1,  ///< checked, errors found
  exit_usage = 2,   ///< wrong usage, wrong data files, or a result that could not be written
  exit_unread = 3,  ///< some file could not be read, or less than half of its numbers were
};

/// Where words go: results to whoever asked, messages to the person.
struct Sinks {
  std::function<void(std::string_view)> results;
  std::function<void(std::string_view)> messages;
};

/// What every command takes.
struct Common {
  Language language = Language::chinese;
  std::filesystem::path data;    ///< empty: what the program is built with
  std::filesystem::path output;  ///< empty: the result goes to the sink

  bool english() const { return language == Language::english; }
  std::string say(std::string_view chinese, std::string_view in_english) const {
    return std::string(english() ? in_english : chinese);
  }
  profile::DataFiles data_files() const { return data.empty() ? profile::DataFiles() : profile::DataFiles(data); }
};

/// The user asked for something that cannot be; the message says what, in the user's language.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a person may write instead, after what was not known.
std::string there_are(const std::vector<std::string>& names, const Common& common);

/// Runs one use case; any exception becomes one message and exit_usage.
int guarded(const Common& common, const Sinks& sinks, const std::function<int()>& use_case);

}  // namespace mingzhang::work
