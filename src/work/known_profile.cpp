#include "work/known_profile.h"

#include <algorithm>

#include "profile/load_form.h"

namespace mingzhang::work {

void require_profile(const std::string& id, const profile::DataFiles& data, const Common& common) {
  if (id.empty()) return;
  const auto ids = profile::profile_ids(data);
  if (std::find(ids.begin(), ids.end(), id) != ids.end()) return;
  std::string message = common.say("没有格式 ", "there is no profile ") + id + common.say("；现有：", "; there are: ");
  for (const auto& known : ids) message += (&known == &ids.front() ? "" : ", ") + known;
  throw UsageError(message);
}

}  // namespace mingzhang::work
