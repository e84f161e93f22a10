// Ids of profiles that users type.
#pragma once

#include <string>

#include "work/front.h"

namespace mingzhang::work {

/// Throws UsageError, with the ids that there are, unless `id` is empty or one of them.
void require_profile(const std::string& id, const profile::DataFiles& data, const Common& common);

}  // namespace mingzhang::work
