#include "report/secrets.h"

#include <algorithm>

#include "report/lines.h"

namespace mingzhang::report {
namespace {

constexpr std::size_t shown = 3;

}  // namespace

Secrets::Secrets(const check::Result& result) {
  for (const auto& finding : result.findings) {
    if (finding.rule != "personal-data" || finding.places.empty()) continue;
    const auto& place = finding.places.front();
    const auto* line = find_line(result.reading.stream->document(), place.page, place.line);
    if (line == nullptr || place.begin >= place.end || place.end > line->text.size()) continue;
    lengths_.insert(place.end - place.begin);
    numbers_.insert(line->text.substr(place.begin, place.end - place.begin));
  }
}

std::string Secrets::hide(const std::string& text) const {
  std::string hidden = text;  // numbers may overlap: each is looked for in the text as it was
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] < '0' || text[at] > '9') continue;
    for (const auto length : lengths_)
      if (numbers_.count(std::string_view(text).substr(at, length)) > 0)
        std::fill_n(hidden.begin() + static_cast<std::ptrdiff_t>(at + shown), length - shown, '*');
  }
  return hidden;
}

}  // namespace mingzhang::report
