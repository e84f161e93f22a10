#include "work/catalogue.h"

#include "check/examples.h"
#include "profile/load_form.h"
#include "report/catalogue.h"
#include "work/known_profile.h"

namespace mingzhang::work {
namespace {

constexpr int latest_classifications = 9999;

int rules(const RulesOptions& options, const Sinks& sinks) {
  const auto data = options.common.data_files();
  const check::Rules known(data);
  const auto examples = check::load_examples(data, known);
  const auto language = options.common.language;
  if (options.id.empty()) {
    sinks.results(options.json ? report::rules_json(known, examples) : report::rules_text(known, language));
    return exit_clean;
  }
  const auto* rule = known.find(options.id);
  if (rule == nullptr)
    throw UsageError(options.common.say("没有规则 ", "there is no rule ") + options.id +
                     options.common.say("；运行 mingzhang rules 查看全部", "; mingzhang rules lists them all"));
  sinks.results(options.json ? report::rule_json(*rule, examples.at(rule->id))
                             : report::rule_text(*rule, examples.at(rule->id), language));
  return exit_clean;
}

/// Every profile is tried: whoever writes one wants all mistakes, not the first file's.
int check_profiles(const ProfilesOptions& options, const profile::DataFiles& data, const Sinks& sinks) {
  int wrong = 0;
  for (const auto& id : profile::profile_ids(data)) {
    if (!options.id.empty() && id != options.id) continue;
    try {
      const auto loaded = profile::load_form(data, id, latest_classifications);
      sinks.results(id + options.common.say("：正确\n", ": correct\n"));
    } catch (const profile::BadProfile& error) {
      ++wrong;
      sinks.messages(std::string(error.what()) + "\n");
      sinks.results(id + options.common.say("：有错误\n", ": has mistakes\n"));
    }
  }
  check::load_examples(data, check::Rules(data));  // throws where the rules are wrong
  return wrong == 0 ? exit_clean : exit_usage;
}

int profiles(const ProfilesOptions& options, const Sinks& sinks) {
  const auto data = options.common.data_files();
  require_profile(options.id, data, options.common);
  if (options.check) return check_profiles(options, data, sinks);
  if (options.id.empty())
    sinks.results(report::profiles_text(profile::load_recognisers(data), options.common.language));
  else
    sinks.results(report::profile_text(profile::load_form(data, options.id, latest_classifications)->form,
                                       options.common.language));
  return exit_clean;
}

}  // namespace

int show_rules(const RulesOptions& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return rules(options, sinks); });
}

int show_profiles(const ProfilesOptions& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return profiles(options, sinks); });
}

}  // namespace mingzhang::work
