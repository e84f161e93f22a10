#include "publish/words.h"

#include <map>

namespace mingzhang::publish {

std::string with_names(std::string_view words, const Material& material) {
  const std::map<std::string_view, std::string> names = {{"{unit}", material.unit},
                                                         {"{year}", std::to_string(material.year)},
                                                         {"{last-year}", std::to_string(material.year - 1)}};
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const auto stop = words[at] == '{' ? words.find('}', at) : std::string_view::npos;
    const auto found = stop == std::string_view::npos ? names.end() : names.find(words.substr(at, stop - at + 1));
    if (found == names.end()) {
      out += words[at++];
      continue;
    }
    out += found->second;
    at = stop + 1;
  }
  return out;
}

}  // namespace mingzhang::publish
