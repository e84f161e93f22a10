// Style and script of HTML reports: src/report/page/, built in by cmake/embed.cmake. Inside this room only.
#pragma once

#include <string_view>

namespace mingzhang::report {

struct PagePart {
  std::string_view text;
  std::string_view digest;  ///< "sha256-...": how a policy names it
};

extern const PagePart page_style, page_script;

}  // namespace mingzhang::report
