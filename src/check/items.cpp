// The words of single items: what they call the money, and whose words they are.
#include <algorithm>
#include <map>
#include <set>

#include "check/describe.h"
#include "check/lawbook.h"
#include "check/parts.h"
#include "profile/names.h"

namespace mingzhang::check {
namespace {

using cube::Dimension;
using cube::Member;
using cube::Statement;

constexpr std::size_t subject_digits = 7;
constexpr std::size_t least_name = 4 * 3;  // bytes of the shortest name that says something by itself

class ItemTeller {
 public:
  ItemTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading), findings_(findings), index_(reading.facts) {
    for (const auto& statement : reading.facts.statements) {
      const std::string code(statement.cell[Dimension::function].name());
      if (statement.role != "path" || code.size() != subject_digits) continue;
      const auto path = profile::read_path(statement.text, reading.functional);
      if (!path.names.empty()) names_[code] = path.names;
    }
  }

  void run() {
    for (const auto* role : {"purpose", "reason"}) {
      const bool own = names_its_items(role);
      for (const auto& statement : reading_.facts.statements) {
        if (statement.role != role || names_of(statement) == nullptr) continue;
        if (own) other_item(statement);
        if (statement.role == "purpose") nature(statement);
      }
    }
  }

 private:
  const std::vector<std::string>* names_of(const Statement& statement) const {
    const auto found = names_.find(std::string(statement.cell[Dimension::function].name()));
    return found == names_.end() ? nullptr : &found->second;
  }

  /// The name of an item without 支出, which many leave out.
  static std::string core(std::string name) {
    constexpr std::string_view ending = "支出";
    if (name.size() > least_name + ending.size() && name.ends_with(ending)) name.resize(name.size() - ending.size());
    return name;
  }

  static bool speaks_of(const Statement& statement, const std::string& name) {
    return statement.text.find(core(name)) != std::string::npos;
  }

  /// Most of these words repeat the name of their item: only then does another name tell of copying.
  bool names_its_items(const std::string& role) const {
    constexpr std::size_t some = 5;
    std::size_t all = 0, own = 0;
    for (const auto& statement : reading_.facts.statements) {
      const auto* names = statement.role == role ? names_of(statement) : nullptr;
      if (names == nullptr) continue;
      ++all;
      if (speaks_of(statement, names->back())) ++own;
    }
    return own >= some && own * 3 >= all * 2;
  }

  void other_item(const Statement& statement) {
    const auto& own = *names_of(statement);
    if (speaks_of(statement, own.back())) return;
    for (const auto& [code, names] : names_) {
      const std::string& other = names.back();
      const bool part_of_own = std::any_of(own.begin(), own.end(), [&](const auto& name) {
        return name.find(core(other)) != std::string::npos || core(other).find(core(name)) != std::string::npos;
      });
      if (other.size() < least_name || part_of_own || !speaks_of(statement, other)) continue;
      Finding finding = finding_on("other-item-words", Severity::warning, statement, reading_);
      finding.stated = finding.words["stated"] = statement.text;
      finding.expected = finding.words["expected"] = own.back();
      finding.words["other"] = other;
      if (const auto* path = path_before(statement)) finding.places.push_back(path->place);
      findings_.push_back(std::move(finding));
      return;
    }
  }

  const Statement* path_before(const Statement& statement) const {
    const auto& all = reading_.facts.statements;
    for (auto index = static_cast<std::size_t>(&statement - all.data()); index-- > 0;)
      if (all[index].role == "path" && all[index].scope == statement.scope) return &all[index];
    return nullptr;
  }

  // ---- basic or project spending ----

  const Statement* money(const Statement& statement, const std::string& nature) const {
    auto cell = statement.cell.with(Dimension::nature, Member(nature));
    cell[Dimension::stage] = Member(reading_.form()->stage);
    for (const auto* fund : {"", "general"}) {
      if (*fund != '\0') cell[Dimension::fund] = Member(fund);
      if (const auto value = index_.value(cell)) return &reading_.facts.statements[*value];
    }
    return nullptr;
  }

  static bool is_nothing(const Statement* statement) {
    return statement == nullptr || statement->quantity.value.is_zero();
  }

  /// "…等基本支出" of an item whose money is all project spending, or the other way round.
  void nature(const Statement& statement) {
    constexpr std::string_view basic = "基本支出", project = "项目支出";
    const bool says_basic = statement.text.find(basic) != std::string::npos;
    const bool says_project = statement.text.find(project) != std::string::npos;
    if (says_basic == says_project) return;
    const auto *of_said = money(statement, says_basic ? "basic" : "project"),
               *of_other = money(statement, says_basic ? "project" : "basic");
    if (!is_nothing(of_said) || is_nothing(of_other)) return;
    Finding finding = finding_on("nature-word", Severity::warning, statement, reading_);
    finding.stated = finding.words["stated"] = std::string(says_basic ? basic : project);
    finding.expected = finding.words["expected"] = std::string(says_basic ? project : basic);
    finding.words["amount"] = spelled(*of_other);
    finding.places.push_back(of_other->place);
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  Findings& findings_;
  Index index_;
  std::map<std::string, std::vector<std::string>> names_;  ///< of the items that the narrative goes through, by code
};

}  // namespace

void find_wrong_items(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) ItemTeller(reading, findings).run();
}

}  // namespace mingzhang::check
