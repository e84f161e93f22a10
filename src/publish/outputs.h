// The files that a composed document is given out as.
#pragma once

#include <string>
#include <vector>

#include "publish/gate.h"

namespace mingzhang::publish {

struct File {
  std::string name;  ///< with "/" between folders
  std::string bytes;
};

/// Formats that can be asked for, without PDF, which another program makes of the DOCX.
const std::vector<std::string>& output_formats();

/// And the table of what is to be written, if it is a document of books. Throws formats::WriteError.
std::vector<File> files_of(const Composed& composed, const Judged& judged, const Material& material,
                           const std::vector<std::string>& formats);

}  // namespace mingzhang::publish
