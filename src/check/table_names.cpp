// A code and the name beside it in a table: each is what the classification calls the other.
#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "check/code_names.h"
#include "check/parts.h"
#include "profile/names.h"

namespace mingzhang::check {
namespace {

using cube::Dimension;
using cube::Statement;

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
      if (statement.role == "label") look_before(statement);
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
    if (name && comparable_name(*name) == comparable_name(statement.text)) return;
    // A name of no code at all is that of another year, or an abbreviation.
    auto meant = (is_functional(statement) ? functional_ : economic_).meant_by(statement.text, code.size());
    if (meant.empty() || std::find(meant.begin(), meant.end(), code) != meant.end()) return;
    const auto other_class = [&](const std::string& one) { return one.compare(0, 3, code, 0, 3) != 0; };
    if (meant.size() > 1) std::erase_if(meant, other_class);
    const bool free = meant.size() == 1 && !printed_[statement.place.table].contains(meant.front());
    // Projects of one subject stand in a row each: there a slip of one digit means what is printed beside it.
    const bool slip = !name && meant.size() == 1 && is_one_digit_off(meant.front(), code);
    if (!free && !name && !slip) return;
    const auto& right = free || slip ? meant.front() : code;
    const auto official_name = official.name_of(right).value_or("");
    const bool same = comparable_name(official_name) == comparable_name(statement.text);
    tell(statement, code, right + " " + (same ? statement.text : official_name));
  }

  /// "209 教育支出": a row that the form has under its name, with the code of another class before it.
  void look_before(const Statement& label) {
    constexpr std::size_t digits = 3;
    const std::string code(label.cell[Dimension::function].name());
    const auto index = reading_.stream->line_of(label.place);
    if (code.size() != digits || !functional_name_is(code, label.text) || !index) return;
    const std::string_view line = reading_.stream->document().lines[*index].text;
    std::string_view before = line.substr(0, std::min<std::size_t>(label.place.begin, line.size()));
    while (!before.empty() && (before.back() == ' ' || before.back() == '\t')) before.remove_suffix(1);
    std::size_t begin = before.size();
    while (begin > 0 && before[begin - 1] >= '0' && before[begin - 1] <= '9') --begin;
    const std::string printed(before.substr(begin));
    const bool alone = begin == 0 || before[begin - 1] == ' ' || before[begin - 1] == '\t';
    if (alone && printed.size() == digits && printed != code) tell(label, printed, code + " " + label.text);
  }

  bool functional_name_is(const std::string& code, const std::string& text) const {
    const auto name = reading_.form()->functional->name_of(code);
    return name && comparable_name(*name) == comparable_name(text);
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
