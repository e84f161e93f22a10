// A code and the name beside it in a table: each is what the classification calls the other.
#include <map>
#include <set>
#include <vector>

#include "check/parts.h"
#include "profile/names.h"
#include "text/normal.h"

namespace mingzhang::check {
namespace {

using cube::Dimension;
using cube::Statement;
using profile::Classification;

std::string with_ending(const std::string& name) {
  constexpr std::string_view ending = "支出";
  return name.ends_with(ending) ? name : name + std::string(ending);
}

/// Codes of one classification by their names, which documents write with or without 支出.
class CodesByName {
 public:
  explicit CodesByName(const Classification& all) : all_(all) {}

  const std::set<std::string>& of(const std::string& name) {
    static const std::set<std::string> none;
    if (codes_.empty()) add(all_, "");  // most documents have no name that must be looked up
    const auto found = codes_.find(with_ending(text::normal_text(name)));
    return found == codes_.end() ? none : found->second;
  }

 private:
  void add(const Classification& all, const std::string& parent) {
    for (const auto& code : all.children(parent)) {
      codes_[with_ending(text::normal_text(all.name_of(code).value_or("")))].insert(code);
      add(all, code);
    }
  }

  const Classification& all_;
  std::map<std::string, std::set<std::string>> codes_;
};

class TableNameTeller {
 public:
  TableNameTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading),
        findings_(findings),
        functional_(*reading.form()->functional),
        economic_(*reading.form()->economic) {}

  void run() {
    for (const auto& statement : reading_.facts.statements)
      if (is_name(statement)) printed_[statement.place.table].insert(code_of(statement));
    const Statement* code = nullptr;
    for (const auto& statement : reading_.facts.statements) {
      if (statement.role == "code") code = &statement;
      if (!is_name(statement)) continue;
      if (code != nullptr && is_mended(*code, statement))
        tell(statement, code->text, code_of(statement) + " " + statement.text);
      else
        look_at(statement);
    }
  }

 private:
  static bool is_name(const Statement& statement) {
    if (statement.role != "name" || statement.place.table.empty()) return false;
    const std::string code = code_of(statement);
    return !code.empty() && code.find_first_not_of("0123456789") == std::string::npos;
  }

  static bool is_functional(const Statement& statement) { return !statement.cell[Dimension::function].is_root(); }

  static std::string code_of(const Statement& statement) {
    return std::string(statement.cell[is_functional(statement) ? Dimension::function : Dimension::economic].name());
  }

  /// A whole code that was read as another one, by the name behind it.
  static bool is_mended(const Statement& code, const Statement& name) {
    const std::string meant = code_of(name);
    return code.cell == name.cell && code.place.table == name.place.table && code.text != meant &&
           code.text.size() == meant.size() && code.text.find_first_not_of("0123456789") == std::string::npos;
  }

  void look_at(const Statement& statement) {
    const auto& official = is_functional(statement) ? *reading_.form()->functional : *reading_.form()->economic;
    const std::string code = code_of(statement);
    const auto name = official.name_of(code);
    if (name && with_ending(text::normal_text(*name)) == with_ending(text::normal_text(statement.text))) return;
    // A name of no code at all is that of another year, or an abbreviation.
    std::vector<std::string> meant;
    for (const auto& other : (is_functional(statement) ? functional_ : economic_).of(statement.text))
      if (other.size() == code.size()) meant.push_back(other);
    if (meant.empty()) return;
    const auto other_class = [&](const std::string& one) { return one.compare(0, 3, code, 0, 3) != 0; };
    if (meant.size() > 1) std::erase_if(meant, other_class);
    const bool free = meant.size() == 1 && !printed_[statement.place.table].contains(meant.front());
    if (!free && !name) return;
    tell(statement, code, free ? meant.front() + " " + statement.text : code + " " + *name);
  }

  void tell(const Statement& statement, const std::string& code, const std::string& expected) {
    Finding finding = finding_on("subject-name", Severity::warning, statement, reading_);
    finding.stated = finding.words["stated"] = code + " " + statement.text;
    finding.expected = finding.words["expected"] = expected;
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  Findings& findings_;
  CodesByName functional_, economic_;
  std::map<std::string, std::set<std::string>> printed_;  ///< codes by table
};

}  // namespace

void find_wrong_table_names(const profile::Reading& reading, Findings& findings) {
  const auto* form = reading.form();
  if (form != nullptr && form->functional != nullptr && form->economic != nullptr)
    TableNameTeller(reading, findings).run();
}

}  // namespace mingzhang::check
