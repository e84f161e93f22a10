// Reading profile files into forms.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "profile/data_files.h"
#include "profile/form.h"
#include "profile/performance_words.h"

namespace mingzhang::profile {

/// A form with what it refers to. Pointers inside refer to members of the same object: it does not move.
struct LoadedForm {
  Form form;
  Classification functional, economic;
  PerformanceWords performance;
};

/// Reads profiles/ID/form.toml and wording.toml with those that they extend, checks that every id and name they use
/// exists. `year` chooses the classifications: that of the year, else the nearest earlier one, else the earliest.
/// Throws BadProfile.
std::unique_ptr<const LoadedForm> load_form(const DataFiles& data, const std::string& id, int year);

/// profiles/index.toml
std::vector<Recogniser> load_recognisers(const DataFiles& data);

/// Ids in the index, in its order.
std::vector<std::string> profile_ids(const DataFiles& data);

}  // namespace mingzhang::profile
