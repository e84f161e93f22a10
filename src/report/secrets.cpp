#include "report/secrets.h"

#include <algorithm>
#include <string_view>

#include "report/lines.h"

namespace mingzhang::report {
namespace {

constexpr std::size_t shown = 3;    // bytes: three digits, or one of full width
constexpr std::size_t telling = 6;  // less of a number than this tells nobody who it is

bool may_begin(char c) {
  constexpr char wide = '\xEF';  // digits of full width
  return (c >= '0' && c <= '9') || c == wide;
}

/// And is not the whole of it.
bool begins_one(const std::set<std::string, std::less<>>& numbers, std::string_view part) {
  const auto found = numbers.lower_bound(part);
  return found != numbers.end() && found->size() > part.size() && std::string_view(*found).starts_with(part);
}

}  // namespace

Secrets::Secrets(const check::Result& result) {
  for (const auto& finding : result.findings) {
    if (finding.rule != "personal-data" || finding.places.empty()) continue;
    const auto& place = finding.places.front();
    const auto* line = find_line(result.reading.stream->document(), place.page, place.line);
    if (line == nullptr || place.begin >= place.end || place.end > line->text.size()) continue;
    lengths_.insert(place.end - place.begin);
    const std::string number = line->text.substr(place.begin, place.end - place.begin);
    numbers_.insert(number);
    reversed_.insert({number.rbegin(), number.rend()});
  }
}

std::string Secrets::hide(const std::string& text) const {
  std::string hidden = text;  // numbers may overlap: each is looked for in the text as it was
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!may_begin(text[at])) continue;
    for (const auto length : lengths_)
      if (at + length <= text.size() && numbers_.count(std::string_view(text).substr(at, length)) > 0)
        std::fill_n(hidden.begin() + static_cast<std::ptrdiff_t>(at + shown), length - shown, '*');
  }
  if (!lengths_.empty()) hide_cut(text, hidden);
  return hidden;
}

void Secrets::hide_cut(const std::string& text, std::string& hidden) const {
  const std::size_t longest = std::min(*lengths_.rbegin(), text.size());
  const std::string head(text.rend() - static_cast<std::ptrdiff_t>(longest), text.rend());
  for (std::size_t length = longest; length >= telling; --length) {
    const std::size_t at = text.size() - length;
    if (may_begin(text[at]) && begins_one(numbers_, std::string_view(text).substr(at)))
      std::fill(hidden.begin() + static_cast<std::ptrdiff_t>(at + shown), hidden.end(), '*');
    if (begins_one(reversed_, std::string_view(head).substr(longest - length)))
      std::fill_n(hidden.begin(), length, '*');
  }
}

}  // namespace mingzhang::report
