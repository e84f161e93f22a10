// Digits that are grouped wrongly: 1,25476 or 13806,461 has lost a point or a comma.
#include <algorithm>

#include "check/describe.h"
#include "check/parts.h"
#include "text/normal.h"

namespace mingzhang::check {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::vector<std::string_view> groups_of(std::string_view whole) {
  std::vector<std::string_view> groups;
  for (std::size_t begin = 0; begin <= whole.size();) {
    const std::size_t end = std::min(whole.find(',', begin), whole.size());
    groups.push_back(whole.substr(begin, end - begin));
    begin = end + 1;
  }
  return groups;
}

/// Lists of years and of other numbers of one length are none.
bool is_grouped_wrongly(std::string_view whole) {
  constexpr std::size_t three = 3;
  const auto groups = groups_of(whole);
  if (groups.size() < 2) return false;
  const auto same = [&](std::string_view group) { return group.size() == groups.front().size(); };
  const auto short_or_year = [](std::string_view group) {
    return group.size() < three || (group.size() == 4 && group.starts_with("20"));
  };
  if (std::all_of(groups.begin(), groups.end(), same)) return false;
  if (std::any_of(groups.begin() + 1, groups.end(), short_or_year) || groups.front().starts_with("20")) return false;
  return groups.front().size() > three || groups.front().empty() ||
         std::any_of(groups.begin() + 1, groups.end(), [](std::string_view group) { return group.size() != three; });
}

class NumberTeller {
 public:
  NumberTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {}

  void run() {
    for (const auto& line : reading_.stream->document().lines) look_at(line);
  }

 private:
  void look_at(const document::Line& line) {
    const std::string& text = line.text;
    for (std::size_t begin = 0; begin < text.size();) {
      if (!is_digit(text[begin])) {
        ++begin;
        continue;
      }
      std::size_t end = begin;
      while (end < text.size() && (is_digit(text[end]) || text[end] == ',')) ++end;
      if (is_amount(text, end) && is_grouped_wrongly(std::string_view(text).substr(begin, end - begin)))
        tell(line, begin, end);
      begin = end;
    }
  }

  /// With decimals, a unit of money, or alone in its cell; anything else may be a list.
  static bool is_amount(const std::string& text, std::size_t end) {
    if (end == text.size() || text[end] == '\t') return true;
    if (text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1])) return true;
    const std::string behind = text::normal_text(std::string_view(text).substr(end, 12));
    return behind.starts_with("万元") || behind.starts_with("元");
  }

  void tell(const document::Line& line, std::size_t begin, std::size_t end) {
    const auto place = profile::place_in_line(line, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    Finding finding =
        finding_at("number-format", Severity::warning, place, title_at(profile::position_of(line), reading_));
    finding.stated = finding.words["stated"] = line.text.substr(begin, end - begin);
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  Findings& findings_;
};

}  // namespace

void find_wrong_number_format(const profile::Reading& reading, Findings& findings) {
  NumberTeller(reading, findings).run();
}

}  // namespace mingzhang::check
