// What the reader saw of the layout. What to say of each code is in the message of the rule: {?hidden_text} asks for
// "hidden-text".
#include "check/layout.h"

#include <algorithm>
#include <array>
#include <set>

#include "check/describe.h"
#include "check/parts.h"
#include "profile/stream.h"

namespace mingzhang::check {
namespace {

struct Fault {
  std::string_view code;
  Severity severity;
};

constexpr auto faults = std::to_array<Fault>({
    // Pages: what people see is not what programs read, or not all of it.
    {"hidden-text", Severity::warning},
    {"clipped-text", Severity::warning},
    {"clipped-repeated", Severity::warning},
    {"text-off-page", Severity::warning},
    {"blank-page", Severity::note},
    // Office files and web pages: the working copy was published.
    {"tracked-changes", Severity::warning},
    {"hidden-rows", Severity::warning},
    {"hidden-columns", Severity::warning},
    {"hidden-sheets", Severity::warning},
    {"formula-errors", Severity::error},
    {"attachment-absent", Severity::note},
});

const Fault* fault_of(std::string_view code) {
  const auto found = std::find_if(faults.begin(), faults.end(), [&](const Fault& fault) { return fault.code == code; });
  return found == faults.end() ? nullptr : &*found;
}

/// Text that runs out of a page does so at its end.
bool is_at_end(const document::Notice& notice) {
  return notice.code.starts_with("clipped-") || notice.code == "text-off-page";
}

/// The line of the notice, or else the first or last one of its page; without either only the numbers are known.
cube::Place place_of(const document::Notice& notice, const document::Document& document) {
  const document::Line* found = nullptr;
  const bool of_whole_file = notice.line == 0 && notice.page == 0;
  for (const auto& line : document.lines) {
    if (of_whole_file || line.page != notice.page || (notice.line != 0 && line.number != notice.line)) continue;
    found = &line;
    if (!is_at_end(notice)) break;
  }
  if (found != nullptr) return profile::place_in_line(*found, 0, static_cast<std::uint32_t>(found->text.size()));
  cube::Place place;
  place.page = notice.page;
  place.line = place.last_line = notice.line;
  return place;
}

}  // namespace

bool is_layout_fault(std::string_view notice_code) {
  return fault_of(notice_code) != nullptr;
}

void find_layout(const profile::Reading& reading, Findings& findings) {
  const auto& document = reading.stream->document();
  std::set<std::pair<std::string, std::uint32_t>> told;  // the same on one page is said once
  for (const auto& notice : document.notices) {
    const auto* fault = fault_of(notice.code);
    if (fault == nullptr || (notice.page != 0 && !told.insert({notice.code, notice.page}).second)) continue;
    const auto place = place_of(notice, document);
    Finding finding = finding_at("layout", fault->severity, place,
                                 place.line == 0 ? "" : title_at(profile::position_of(place), reading));
    std::string word = notice.code;
    std::replace(word.begin(), word.end(), '-', '_');
    finding.words[word] = word;
    if (notice.page != 0 && document.format == document::Format::pdf)
      finding.words["page"] = std::to_string(notice.page);
    // A bare count tells a person nothing.
    if (notice.detail.find_first_not_of("0123456789") != std::string::npos) finding.words["detail"] = notice.detail;
    findings.push_back(std::move(finding));
  }
}

}  // namespace mingzhang::check
