// Sections and tables of which most numbers were not read: nobody may take silence on them for an all-clear.
#include <map>

#include "check/parts.h"
#include "profile/census.h"

namespace mingzhang::check {
namespace {

constexpr std::uint32_t few = 5;

class UnreadTeller {
 public:
  UnreadTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading), lines_(reading.stream->document().lines), findings_(findings) {
    for (const auto& mention : reading_.facts.unread)
      numbers_at_[profile::position_of(mention.place)] += mention.numbers;
  }

  void run() {
    const auto& stream = *reading_.stream;
    for (const auto& read : reading_.sections)
      if (read.section->reading == profile::Section::Reading::clauses && !read.section->free_rest &&
          read.begin < read.end)
        judge(stream.line_at(read.begin), stream.line_at(read.end - 1), read.heading, read.section->title);
    for (const auto& read : reading_.tables)
      if (!read.table->performance) judge(read.first_line, read.last_line, read.title, read.table->title);
  }

 private:
  void judge(std::uint32_t first, std::uint32_t last, const cube::Place& title, const std::string& section) {
    std::uint32_t unread = 0;
    const auto end = numbers_at_.upper_bound(profile::position_of(lines_[last]));
    for (auto here = numbers_at_.lower_bound(profile::position_of(lines_[first])); here != end; ++here)
      unread += here->second;
    if (unread < few) return;
    std::size_t numbers = 0;
    for (std::uint32_t line = first; line <= last; ++line) numbers += profile::count_numbers(lines_[line].text).size();
    if (std::size_t{unread} * 2 > numbers)
      findings_.push_back(finding_at("layout-unread", Severity::note, title, section));
  }

  const profile::Reading& reading_;
  const std::vector<document::Line>& lines_;
  Findings& findings_;
  std::map<profile::Position, std::uint32_t> numbers_at_;  ///< unread, by line
};

}  // namespace

void find_unread(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) UnreadTeller(reading, findings).run();
}

}  // namespace mingzhang::check
