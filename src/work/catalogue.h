// The use cases of whoever asks what the program knows: its rules and its profiles.
#pragma once

#include <string>

#include "work/front.h"

namespace mingzhang::work {

struct RulesOptions {
  Common common;
  std::string id;  ///< empty: all
  bool json = false;
};
int show_rules(const RulesOptions& options, const Sinks& sinks);

struct ProfilesOptions {
  Common common;
  std::string id;      ///< empty: all
  bool check = false;  ///< load it, or each of them, and tell what is wrong
};
int show_profiles(const ProfilesOptions& options, const Sinks& sinks);

}  // namespace mingzhang::work
