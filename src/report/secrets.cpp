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
    numbers_.push_back(line->text.substr(place.begin, place.end - place.begin));
  }
  // A phone number may be part of a longer one: longer ones first.
  std::sort(numbers_.begin(), numbers_.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::string Secrets::hide(std::string text) const {
  for (const auto& number : numbers_)
    for (auto at = text.find(number); at != std::string::npos; at = text.find(number, at + number.size()))
      for (std::size_t byte = at + shown; byte < at + number.size(); ++byte) text[byte] = '*';
  return text;
}

}  // namespace mingzhang::report
