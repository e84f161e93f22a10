// The parts that the JSON of several commands share. Inside this room only.
#pragma once

#include <nlohmann/json.hpp>

#include "report/entry.h"
#include "report/secrets.h"

namespace mingzhang::report {

using Json = nlohmann::ordered_json;

Json document_json(const Entry& entry);
Json coverage_json(const profile::Coverage& coverage);
/// A place of `document`, by the file, sheet and page that the user knows.
Json place_json(const cube::Place& place, const document::Document& document, const Secrets& secrets);
Json cell_json(const cube::Cell& cell);
/// Places with the reason why, in words and as a code.
Json unread_json(const Entry& entry, const Secrets& secrets, Language language);
Json notices_json(const Entry& entry, Language language);
/// For a file that could not be read.
Json failure_json(const Entry& entry);

/// One object for one file, an array for several; ends with a line break. Broken characters of paths are replaced.
std::string dump(const Json& json);

}  // namespace mingzhang::report
