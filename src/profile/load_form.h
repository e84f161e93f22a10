// Reading profile files into forms.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "profile/data_files.h"
#include "profile/form.h"
#include "profile/performance_words.h"

namespace mingzhang::profile {

/// What all forms of a year refer to.
struct Basics {
  Classification functional, economic;
  PerformanceWords performance;
};

/// A form with what it refers to.
struct LoadedForm {
  Form form;
  std::shared_ptr<const Basics> basics;
};

/// The files of the functional and the economic classification: those of the year, else of the nearest earlier one,
/// else the earliest. Throws BadProfile if there is none.
using ClassificationFiles = std::pair<std::string, std::string>;
ClassificationFiles classification_files(const DataFiles& data, int year);

/// Throws BadProfile.
std::shared_ptr<const Basics> load_basics(const DataFiles& data, const ClassificationFiles& files);

/// Reads profiles/ID/form.toml and wording.toml with those that they extend, checks that every id and name they use
/// exists. Throws BadProfile.
std::unique_ptr<const LoadedForm> load_form(const DataFiles& data, const std::string& id,
                                            std::shared_ptr<const Basics> basics);
std::unique_ptr<const LoadedForm> load_form(const DataFiles& data, const std::string& id, int year);

/// profiles/index.toml
std::vector<Recogniser> load_recognisers(const DataFiles& data);

/// Ids in the index, in its order.
std::vector<std::string> profile_ids(const DataFiles& data);

}  // namespace mingzhang::profile
