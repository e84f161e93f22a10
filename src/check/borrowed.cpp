#include <algorithm>
#include <map>
#include <set>

#include "check/describe.h"
#include "check/parts.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using cube::Claim;
using cube::Dimension;
using cube::Kind;
using cube::Statement;

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto length = text::code_point_at(text, at).length;
    out.push_back(text.substr(at, length));
    at += length;
  }
  return out;
}

/// The longest run of characters that both have.
std::size_t shared_run(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  std::size_t longest = 0;
  for (const auto character : a) {
    for (std::size_t at = b.size(); at > 0; --at) {
      row[at] = character == b[at - 1] ? row[at - 1] + 1 : 0;
      longest = std::max(longest, row[at]);
    }
  }
  return longest;
}

/// A reason that speaks of a project which the table of projects puts under another subject, while the subject that it
/// is given for has no project at all: it was copied from another item.
class BorrowedTeller {
 public:
  BorrowedTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {
    for (const auto& statement : reading.facts.statements) {
      const bool row = statement.role == "project-name" && !statement.place.table.empty();
      const auto code = statement.cell[Dimension::function].name();
      if (!row || code.size() != subject_digits) continue;
      const std::string project(statement.cell[Dimension::project].name());
      if (projects_.size() < most_projects) projects_[project].insert(std::string(code));
      with_projects_.insert(std::string(code));
    }
  }

  void run() {
    for (const auto& statement : reading_.facts.statements)
      if (statement.role == "reason") reason(statement);
  }

 private:
  void reason(const Statement& reason) {
    const std::string code(reason.cell[Dimension::function].name());
    if (code.size() != subject_digits || with_projects_.contains(code)) return;
    const auto words = characters(reason.text);
    for (const auto& [project, codes] : projects_) {
      if (shared_run(words, characters(project)) < telling_run) continue;
      Finding finding = finding_on("reason-other-item", Severity::warning, reason, reading_);
      finding.stated = finding.words["stated"] = reason.text;
      finding.words["project"] = project;
      finding.words["item"] = *codes.begin() + " " + reading_.functional.name_of(*codes.begin()).value_or("");
      finding.words["subject"] = code + " " + reading_.functional.name_of(code).value_or("");
      for (const auto& statement : reading_.facts.statements)
        if (statement.role == "project-name" && statement.cell[Dimension::project].name() == project) {
          finding.places.push_back(statement.place);
          break;
        }
      findings_.push_back(std::move(finding));
      return;
    }
  }

  static constexpr std::size_t subject_digits = 7;
  static constexpr std::size_t telling_run = 10;  ///< characters: more than any subject and usual phrase have in common
  static constexpr std::size_t most_projects = 1000;

  const profile::Reading& reading_;
  Findings& findings_;
  std::map<std::string, std::set<std::string>> projects_;  ///< with the subjects that they stand under
  std::set<std::string> with_projects_;
};

}  // namespace

void find_borrowed_reasons(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) BorrowedTeller(reading, findings).run();
}

}  // namespace mingzhang::check
