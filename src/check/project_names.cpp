// A project has one name: in the text, in the table of projects and above its performance table.
#include <map>
#include <set>

#include "check/parts.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using cube::Statement;

/// Without brackets of any kind, which vary, and without 项目 at the end.
std::string bare(const std::string& name) {
  std::string out = text::normal_text(name);
  for (const std::string_view bracket : {"(", ")", "〔", "〕", "【", "】", "[", "]", "［", "］", "\""})
    for (auto at = out.find(bracket); at != std::string::npos; at = out.find(bracket, at))
      out.erase(at, bracket.size());
  constexpr std::string_view project = "项目";
  if (out.ends_with(project)) out.erase(out.size() - project.size());
  return out;
}

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto length = text::code_point_at(text, at).length;
    out.push_back(text.substr(at, length));
    at += length;
  }
  return out;
}

/// The same words but for three characters in a row at most: another year, a character too many.
bool is_near(const std::string& a, const std::string& b) {
  constexpr std::size_t most = 3, least = 5;
  const auto x = characters(a), y = characters(b);
  const std::size_t shorter = std::min(x.size(), y.size()), longer = std::max(x.size(), y.size());
  std::size_t first = 0, last = 0;
  while (first < shorter && x[first] == y[first]) ++first;
  while (last < shorter - first && x[x.size() - 1 - last] == y[y.size() - 1 - last]) ++last;
  return first + last >= least && longer - first - last <= most;
}

/// Names by where they are printed: "" the text, else the table.
class ProjectTeller {
 public:
  ProjectTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {
    for (const auto& statement : reading.facts.statements)
      if (statement.role == "project" && !statement.text.empty())
        names_[statement.place.table].emplace(bare(statement.text), &statement);
  }

  void run() {
    for (auto here = names_.begin(); here != names_.end(); ++here)
      for (auto there = std::next(here); there != names_.end(); ++there) compare(here->second, there->second);
  }

 private:
  using Names = std::map<std::string, const Statement*>;

  /// Only names that the other place lacks, so that 一期 and 二期 are two projects.
  void compare(const Names& a, const Names& b) {
    for (const auto& [name, statement] : a) {
      if (b.contains(name)) continue;
      for (const auto& [other, second] : b)
        if (!a.contains(other) && is_near(name, other)) {
          const bool first_is_wrong = places_of(name) < places_of(other);
          first_is_wrong ? tell(*statement, *second) : tell(*second, *statement);
          break;
        }
    }
  }

  std::size_t places_of(const std::string& name) const {
    std::size_t count = 0;
    for (const auto& [place, names] : names_) count += names.count(name);
    return count;
  }

  void tell(const Statement& wrong, const Statement& right) {
    if (!told_.insert(&wrong).second) return;
    Finding finding = finding_on("project-name", Severity::warning, wrong, reading_);
    finding.stated = finding.words["stated"] = wrong.text;
    finding.expected = finding.words["expected"] = right.text;
    finding.places.push_back(right.place);
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  Findings& findings_;
  std::map<std::string, Names> names_;
  std::set<const Statement*> told_;
};

}  // namespace

void find_wrong_project_names(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) ProjectTeller(reading, findings).run();
}

}  // namespace mingzhang::check
