// The parts of an office file and how they refer to each other.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "formats/ooxml/archive.h"

namespace mingzhang::formats {

struct Relationship {
  std::string type;    ///< the last word of its address: "styles", "worksheet"
  std::string target;  ///< name of a part; empty if it lies outside of the file, where nothing is fetched from
};

/// By id, of the part `name` ("" for the package itself). None if it has none.
std::map<std::string, Relationship> relationships_of(Archive& archive, const std::string& name);

/// The target of the first relationship of that type that is a part; empty if there is none.
std::string part_of_type(const std::map<std::string, Relationship>& relationships, std::string_view type);

/// The part that everything else hangs on: word/document.xml, xl/workbook.xml. Empty if there is none.
std::string main_part(Archive& archive);

}  // namespace mingzhang::formats
