#include "profile/names.h"

#include <algorithm>
#include <map>
#include <set>

#include "check/describe.h"
#include "check/parts.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using cube::Cell;
using cube::Claim;
using cube::Dimension;
using cube::Statement;

std::string without(std::string text, std::string_view words) {
  for (auto at = text.find(words); at != std::string::npos; at = text.find(words)) text.erase(at, words.size());
  return text;
}

class NameTeller {
 public:
  NameTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading), form_(*reading.form()), facts_(reading.facts), findings_(findings), index_(reading.facts) {
    for (const auto& statement : facts_.statements)
      if (statement.role == "name" && !statement.place.table.empty())
        printed_names_[code_of(statement.cell)].insert(statement.text);
  }

  void run() {
    for (const auto& statement : facts_.statements) {
      if (statement.role == "unit") unit_name(statement);
      if (statement.role == "path") path(statement);
      if (statement.role == "place-level") place_level(statement);
      if (statement.role == "short-code") short_code(statement);
      if (statement.kind == cube::Kind::claim && statement.claim == Claim::names) count(statement);
    }
    for (const auto& section : reading_.sections)
      if (section.section->reading != profile::Section::Reading::notes)
        level_word(section.section->title, section.heading);
    for (const auto& table : reading_.tables) level_word(table.table->title, table.title);
    duplicates();
    lists();
  }

 private:
  static std::string code_of(const Cell& cell) {
    const auto function = cell[Dimension::function].name();
    return std::string(function.empty() ? cell[Dimension::economic].name() : function);
  }

  /// （本级） and （机关） may be added or left out; what the form lets the unit call itself is no name.
  static std::string core(std::string name) {
    for (const auto* words : {"(本级)", "(机关)", "(部门)", "(单位)", "(本部)", "本级", "机关", "部门"})
      name = without(std::move(name), words);
    return name;
  }

  void unit_name(const Statement& statement) {
    const std::string own = core(reading_.recognition.unit), here = core(statement.text);
    if (own.empty() || here.empty() || here == own || here.find("XX") != std::string::npos) return;
    if (std::find(form_.unit_words.begin(), form_.unit_words.end(), statement.text) != form_.unit_words.end()) return;
    // The full administrative path may stand before the name.
    if (own.size() > here.size() && own.compare(own.size() - here.size(), here.size(), here) == 0) return;
    if (here.size() > own.size() && here.compare(here.size() - own.size(), own.size(), own) == 0) return;
    Finding finding = finding_on("unit-name", Severity::warning, statement, reading_);
    finding.stated = statement.text;
    finding.expected = reading_.recognition.unit;
    finding.words["stated"] = finding.stated;
    finding.words["expected"] = finding.expected;
    findings_.push_back(std::move(finding));
  }

  /// 市级 in the document of a district: the glossary was copied from another level.
  void place_level(const Statement& statement) {
    if (!reading_.recognition.title) return;
    const std::string title = text::normal_text(reading_.recognition.title->quote);
    for (const auto* level : {"省级", "市级", "区级", "县级", "镇级"}) {
      if (title.find(level) == std::string::npos || statement.text == level) continue;
      Finding finding = finding_on("place-level", Severity::warning, statement, reading_);
      finding.stated = finding.words["stated"] = statement.text;
      finding.expected = finding.words["expected"] = level;
      findings_.push_back(std::move(finding));
    }
  }

  /// 单位决算表 in the document of a department, or the other way round.
  void level_word(const std::string& title, const cube::Place& place) {
    const bool department = reading_.recognition.level == "department";
    const std::string_view right = department ? "部门" : "单位", wrong = department ? "单位" : "部门";
    std::string mistaken = text::normal_text(title);
    const auto at = mistaken.find(right);
    if (reading_.recognition.level.empty() || at == std::string::npos) return;
    mistaken.replace(at, right.size(), wrong);
    if (text::normal_text(place.quote).find(mistaken) == std::string::npos) return;
    Finding finding = finding_at("level-word", Severity::warning, place, title);
    finding.stated = finding.words["stated"] = std::string(wrong);
    finding.expected = finding.words["expected"] = std::string(right);
    findings_.push_back(std::move(finding));
  }

  /// 301 | 2 for 301 | 02.
  void short_code(const Statement& statement) {
    Finding finding = finding_on("code-digits", Severity::warning, statement, reading_);
    if (const auto line = reading_.stream->line_of(statement.place)) {
      const auto& row = reading_.stream->document().lines[*line];
      finding.places.front().quote = text::prefix(row.text, 80);
    }
    finding.stated = finding.words["stated"] = statement.text;
    finding.expected = finding.words["expected"] = code_of(statement.cell).insert(3, " ");
    findings_.push_back(std::move(finding));
  }

  /// 类款项 of a sentence against the classification, and against what the document's own tables print for the code.
  void path(const Statement& statement) {
    const auto path = profile::read_path(statement.text, reading_.functional);
    if (path.exact || path.names.empty()) return;
    const std::string code = code_of(statement.cell);
    if (!is_number(code))
      return tell_path(statement, path.names[std::min(path.official.size(), path.names.size() - 1)], "");
    for (std::size_t level = path.names.size(); level-- > 0;) {
      const std::string own = code.substr(0, 2 * level + 3);
      const std::string official = reading_.functional.name_of(own).value_or("");
      const bool printed = printed_names_.count(own) && printed_names_[own].count(path.names[level]);
      const std::string normal = text::normal_text(official);
      if (path.names[level] == normal || same_but_ending(path.names[level], normal) || printed) continue;
      return tell_path(statement, path.names[level], official);
    }
  }

  static bool same_but_ending(const std::string& a, const std::string& b) { return a == b + "支出" || b == a + "支出"; }

  void tell_path(const Statement& statement, const std::string& stated, const std::string& expected) {
    Finding finding = finding_on("subject-name", Severity::warning, statement, reading_);
    finding.stated = stated;
    finding.expected = expected;
    finding.words["stated"] = stated;
    if (!expected.empty()) finding.words["expected"] = expected;
    findings_.push_back(std::move(finding));
  }

  void count(const Statement& statement) {
    const auto names = money::Decimal(statement.direction);
    if (statement.direction == 0 || statement.quantity.value == names) return;
    Finding finding = finding_on("name-count", Severity::error, statement, reading_);
    finding.expected = names.to_string();
    finding.words["expected"] = finding.expected;
    findings_.push_back(std::move(finding));
  }

  /// The same office named twice in one list.
  void duplicates() {
    std::map<std::pair<std::string, std::string>, const Statement*> seen;
    for (const auto& statement : facts_.statements) {
      const bool listed = statement.role.str().ends_with("-name");
      if (!listed || statement.text.empty()) continue;
      const std::string key = statement.scope + "#" + std::to_string(statement.sentence) + statement.role;
      if (seen.emplace(std::pair(key, statement.text), &statement).second) continue;
      Finding finding = finding_on("duplicate-name", Severity::error, statement, reading_);
      finding.stated = finding.words["stated"] = statement.text;
      findings_.push_back(std::move(finding));
    }
  }

  // ---- lists of economic names against the table of basic expenditure ----

  struct Named {
    const Statement* statement;
    std::string code;
    std::optional<std::uint32_t> value;  ///< of its row in the table
  };
  struct NameList {
    std::set<std::string> codes;
    std::vector<Named> names;
  };

  void lists() {
    std::map<std::string, NameList> lists;  // by the cell that the list explains
    for (const auto& statement : facts_.statements) {
      if (statement.role != "economic-name") continue;
      auto& list = lists[statement.scope + "#" + std::to_string(statement.sentence)];
      list.names.push_back(row_of(statement));
      if (is_number(list.names.back().code)) list.codes.insert(list.names.back().code);
    }
    for (const auto& [key, list] : lists) compare(list);
  }

  static bool is_number(const std::string& code) {
    return !code.empty() && code.find_first_not_of("0123456789") == std::string::npos;
  }

  bool has_money(const std::optional<std::uint32_t>& value) const {
    return value && !facts_.statements[*value].quantity.value.is_zero();
  }

  /// 办公设备购置 is a name of 309 and of 310: the row that the table prints is meant, one with money before others.
  Named row_of(const Statement& statement) const {
    Named best{&statement, code_of(statement.cell), index_.value(statement.cell)};
    for (const auto& [code, names] : printed_names_) {
      if (has_money(best.value)) break;
      if (!names.count(statement.text) || !form_.economic->knows(code)) continue;
      const auto value = index_.value(statement.cell.with(Dimension::economic, cube::Member(code)));
      if (has_money(value) || !best.value) best = {&statement, code, value};
    }
    return best;
  }

  bool table_printed() const {
    return std::any_of(facts_.statements.begin(), facts_.statements.end(), [](const Statement& statement) {
      return is_value(statement) && !statement.place.table.empty() &&
             statement.cell[Dimension::economic].name().size() == 5;
    });
  }

  void compare(const NameList& list) {
    if (!table_printed()) return;
    for (const auto& name : list.names) {
      if (name.code.size() != 5 || !is_number(name.code)) continue;
      if (!has_money(name.value) && !explained(*name.statement, name.code))
        tell_list(*name.statement, name.value ? "zero" : "no_row");
    }
    missing(list);
  }

  /// A name without a row, where the sum of its class does not come out: one fault, the row is missing in the table.
  bool explained(const Statement& statement, const std::string& code) {
    const std::string whole = code.substr(0, 3);
    for (auto& finding : findings_) {
      if (finding.rule != "closed-list" || finding.places.empty()) continue;
      if (finding.places.front().table.empty() || finding.places.front().row != whole) continue;
      finding.words["hint"] = statement.text;
      finding.places.push_back(statement.place);
      return true;
    }
    return false;
  }

  void tell_list(const Statement& statement, const std::string& kind) {
    Finding finding = finding_on("list-names", Severity::warning, statement, reading_);
    finding.stated = finding.words["stated"] = statement.text;
    finding.words[kind] = kind;
    findings_.push_back(std::move(finding));
  }

  /// Rows with money that the list leaves out; a class that is named stands for what lies below it.
  void missing(const NameList& list) {
    if (list.codes.empty()) return;
    std::set<std::string> classes;
    for (const auto& code : list.codes) classes.insert(code.substr(0, 3));
    for (const auto& statement : facts_.statements) {
      const std::string code(statement.cell[Dimension::economic].name());
      const bool row = is_value(statement) && !statement.place.table.empty() && code.size() == 5 &&
                       !statement.quantity.value.is_zero();
      if (!row || !classes.contains(code.substr(0, 3)) || list.codes.contains(code) ||
          list.codes.contains(code.substr(0, 3)))
        continue;
      Finding finding = finding_on("list-names", Severity::warning, statement, reading_);
      finding.places.insert(finding.places.begin(), list.names.front().statement->place);
      finding.section = section_title(*list.names.front().statement, reading_);
      finding.expected = form_.economic->name_of(code).value_or(code);
      finding.words["left_out"] = finding.expected;
      findings_.push_back(std::move(finding));
    }
  }

  const profile::Reading& reading_;
  const profile::Form& form_;
  const cube::Facts& facts_;
  Findings& findings_;
  Index index_;
  std::map<std::string, std::set<std::string>> printed_names_;
};

}  // namespace

void find_wrong_names(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) NameTeller(reading, findings).run();
}

}  // namespace mingzhang::check
