#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "check/describe.h"
#include "check/parts.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using cube::Cell;
using cube::Dimension;
using profile::Section;
using profile::Table;

class MissingTeller {
 public:
  MissingTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading), form_(*reading.form()), findings_(findings), index_(reading.facts) {}

  void run() {
    sections();
    tables();
    clauses();
    rows();
    for (const auto& section : form_.sections)
      for (const auto& law : section.lists)
        if (!law.each_of.empty()) items(section, law);
  }

 private:
  /// Where a missing thing would be looked for: the title of the document, or its first line.
  cube::Place title() const {
    if (reading_.recognition.title) return *reading_.recognition.title;
    return reading_.stream->place(0, 1);
  }

  const profile::SectionRead* read(const Section& section) const {
    const auto found = std::find_if(reading_.sections.begin(), reading_.sections.end(),
                                    [&](const auto& entry) { return entry.section == &section; });
    return found == reading_.sections.end() ? nullptr : &*found;
  }

  void add(const std::string& rule, Severity severity, const cube::Place& place, const std::string& section,
           const std::string& what) {
    Finding finding = finding_at(rule, severity, place, section);
    finding.words["what"] = what;
    findings_.push_back(std::move(finding));
  }

  void sections() {
    const profile::SectionRead* before = nullptr;
    std::vector<Finding> missing;  // since the last one that is there
    for (const auto& section : form_.sections) {
      const auto* here = read(section);
      if (here == nullptr && section.required) {
        missing.push_back(finding_at("missing-section", Severity::error, before ? before->heading : title(),
                                     before ? before->section->title : ""));
        missing.back().words["what"] = section.title;
        add_listed(section.titles, missing.back());
      } else if (here != nullptr) {
        std::move(missing.begin(), missing.end(), std::back_inserter(findings_));
        missing.clear();
        before = here;
      }
    }
    add_end(std::move(missing));
  }

  /// What the table of contents promises is shown there.
  void add_listed(const std::vector<profile::Pattern>& titles, Finding& finding) const {
    constexpr std::size_t pages_of_contents = 200;  // lines
    const auto& lines = reading_.stream->document().lines;
    for (std::size_t index = 0; index < std::min(lines.size(), pages_of_contents); ++index) {
      std::string words = text::normal_text(lines[index].text);
      words.erase(0, profile::ordinal_length(words));
      for (const auto& title : titles) {
        const auto match = title.match_at(words, 0, {});
        if (!match || match->end == 0 || !is_leader(std::string_view(words).substr(match->end))) continue;
        finding.places.insert(
            finding.places.begin(),
            profile::place_in_line(lines[index], 0, static_cast<std::uint32_t>(lines[index].text.size())));
        finding.words["listed"] = "listed";
        return;
      }
    }
  }

  /// Nothing, or dots up to the number of a page.
  static bool is_leader(std::string_view rest) {
    for (std::size_t at = 0; at < rest.size();) {
      const auto point = text::code_point_at(rest, at);
      const bool dot = point.value == '.' || point.value == '-' || point.value == 0x2026 || point.value == 0xB7;
      if (!dot && !(point.value >= '0' && point.value <= '9')) return false;
      at += point.length;
    }
    return true;
  }

  /// What is missing at the end of a document was cut off as a whole: one finding.
  void add_end(std::vector<Finding> missing) {
    constexpr std::size_t some = 3;
    if (missing.size() >= some) {
      missing.front().words["rest"] = std::to_string(missing.size() - 1);
      missing.resize(1);
    }
    std::move(missing.begin(), missing.end(), std::back_inserter(findings_));
  }

  bool printed(const Table& table) const {
    return std::any_of(reading_.tables.begin(), reading_.tables.end(),
                       [&](const auto& entry) { return entry.table == &table; });
  }

  /// A document without any of its tables publishes them elsewhere: that is one remark, not nine errors.
  void tables() {
    std::vector<Finding> missing;  // since the last one that is there
    std::size_t wanted = 0, found = 0;
    for (const auto& table : form_.tables) {
      if (!table.required) continue;
      ++wanted;
      if (printed(table)) {
        ++found;
        std::move(missing.begin(), missing.end(), std::back_inserter(findings_));
        missing.clear();
        continue;
      }
      if (const auto title = title_alone(table)) {
        findings_.push_back(finding_at("layout-unread", Severity::note, *title, table.title));
        ++found;
        continue;
      }
      missing.push_back(finding_at("missing-table", Severity::error, place_before(table), table.title));
      missing.back().words["what"] = "《" + table.title + "》" + (table.label.empty() ? "" : "（" + table.label + "）");
      add_listed(table.titles, missing.back());
    }
    if (found > 0) return add_end(std::move(missing));
    if (wanted == 0) return;
    findings_.push_back(finding_at("missing-table", Severity::warning, title(), ""));
    findings_.back().words["count"] = std::to_string(wanted);
  }

  /// The title stands there, but no rows could be found below it: unread is not missing.
  std::optional<cube::Place> title_alone(const Table& table) const {
    for (const auto& line : reading_.stream->document().lines) {
      if (line.tabs > 0) continue;
      const std::string words = text::normal_text(line.text);
      for (const auto& title : table.titles)
        if (title.matches_whole(words))
          return profile::place_in_line(line, 0, static_cast<std::uint32_t>(line.text.size()));
    }
    return std::nullopt;
  }

  /// The title of the last printed table that the form has before this one.
  cube::Place place_before(const Table& wanted) const {
    const Table* before = nullptr;
    for (const auto& table : form_.tables) {
      if (&table == &wanted) break;
      if (!table.performance && printed(table)) before = &table;
    }
    for (const auto& entry : reading_.tables)
      if (entry.table == before && before != nullptr) return entry.title;
    return title();
  }

  /// A clause is missed only where everything else in its section was understood: otherwise it may be worded otherwise.
  void clauses() {
    for (const auto& entry : reading_.sections) {
      const auto first = profile::position_of(reading_.stream->place(entry.begin, entry.begin + 1));
      const auto last = profile::position_of(reading_.stream->place(entry.end - 1, entry.end));
      const bool understood =
          std::none_of(reading_.facts.unread.begin(), reading_.facts.unread.end(), [&](const auto& mention) {
            const auto at = profile::position_of(mention.place);
            return at >= first && at <= last;
          });
      if (!understood) continue;
      for (const auto& clause : entry.section->clauses) {
        const bool present =
            std::any_of(reading_.clauses.begin(), reading_.clauses.end(), [&](const auto& read_clause) {
              return read_clause.section == entry.section && read_clause.clause == &clause;
            });
        if (clause.required && !present)
          add("missing-clause", Severity::warning, entry.heading, entry.section->title, outline_of(clause.pattern));
      }
    }
  }

  /// The sentence with gaps for what is to be filled in: "收入支出总体与上年相比，增加（减少）……万元".
  static std::string outline_of(const profile::Pattern& pattern) {
    std::string words = pattern.write({}, [&](std::size_t, std::uint32_t slot) -> std::string {
      switch (pattern.slots()[slot].type) {
        case profile::SlotType::amount:
          return "……万元";
        case profile::SlotType::percent:
          return "……%";
        case profile::SlotType::direction:
          return "增加（减少）";
        case profile::SlotType::ordinal:
          return "";
        default:
          return "……";
      }
    });
    for (auto at = words.find(','); at != std::string::npos; at = words.find(',')) words.replace(at, 1, "，");
    return words;
  }

  /// Fixed rows of a table that prints others of the same panel, and the total above two rows at least.
  void rows() {
    for (const auto& entry : reading_.tables) {
      if (entry.table->performance || entry.rows.empty() || has_unread(entry)) continue;
      std::set<std::string> present;
      for (const auto& row : entry.rows) present.insert(row.key);
      std::vector<Finding> missing;
      for (const auto& panel : entry.table->panels)
        for (const auto& row : panel.rows) {
          const bool required = row.kind == profile::Row::Kind::fixed && !(row.total && present.size() < 2) &&
                                !row.optional && !row.label.empty();
          if (!required || present.contains(row.label)) continue;
          Finding finding =
              finding_at("missing-row", Severity::warning, place_of_row_before(entry, panel, row), entry.table->title);
          finding.words["what"] = "“" + row.label + "”";
          (is_total(row) ? findings_ : missing).push_back(std::move(finding));
        }
      told_together(missing);
    }
  }

  static bool is_total(const profile::Row& row) { return row.total || row.label.ends_with("计"); }

  /// A table that leaves out what is blank lacks many rows: that is one thing to say.
  void told_together(std::vector<Finding>& missing) {
    constexpr std::size_t few = 3;
    if (missing.size() > few) {
      std::string& what = missing.front().words["what"];
      for (std::size_t at = 1; at < few; ++at) what += "、" + missing[at].words["what"];
      missing.front().words["count"] = std::to_string(missing.size());
      missing.resize(1);
    }
    std::move(missing.begin(), missing.end(), std::back_inserter(findings_));
  }

  bool has_unread(const profile::TableRead& table) const {
    const auto& lines = reading_.stream->document().lines;
    return std::any_of(reading_.facts.unread.begin(), reading_.facts.unread.end(), [&](const auto& mention) {
      const auto at = profile::position_of(mention.place);
      return at >= profile::position_of(lines[table.first_line]) && at <= profile::position_of(lines[table.last_line]);
    });
  }

  cube::Place place_of_row_before(const profile::TableRead& table, const profile::Panel& panel,
                                  const profile::Row& wanted) const {
    cube::Place place = table.title;
    for (const auto& row : panel.rows) {
      if (&row == &wanted) break;
      for (const auto& printed_row : table.rows)
        if (printed_row.key == row.label) place = printed_row.place;
    }
    return place;
  }

  /// Every row of a table that has money must have its sentence.
  void items(const Section& section, const profile::PartsLaw& law) {
    const auto* here = read(section);
    if (here == nullptr || !law.tree) return;
    std::set<std::string> named;
    for (const auto& statement : reading_.facts.statements)
      if (statement.scope == section.id) named.insert(std::string(statement.cell[*law.tree].name()));
    // A narrative that goes down to the classes only has none of them.
    const bool itemised =
        std::any_of(named.begin(), named.end(), [&](const auto& code) { return code.size() == law.level; });
    if (!itemised) return;
    for (const auto& statement : reading_.facts.statements) {
      const std::string code(statement.cell[*law.tree].name());
      const bool row = statement.scope == law.each_of && is_value(statement) && code.size() == law.level &&
                       !statement.quantity.value.is_zero();
      if (!row || named.contains(code) || !is_whole(statement.cell, law)) continue;
      Finding finding = finding_on("missing-item", Severity::error, statement, reading_);
      finding.places.insert(finding.places.begin(), here->heading);
      finding.section = section.title;
      finding.words["item"] = code + " " + reading_.functional.name_of(code).value_or("");
      finding.words["section"] = section.title;
      finding.expected = finding.stated;
      findings_.push_back(std::move(finding));
    }
  }

  /// The column that the sentences speak of, not its split into basic and project.
  bool is_whole(Cell cell, const profile::PartsLaw& law) const {
    cell[*law.tree] = cube::Member();
    cell[Dimension::stage] = cell[Dimension::year] = cube::Member();
    return cell == law.whole;
  }

  const profile::Reading& reading_;
  const profile::Form& form_;
  Findings& findings_;
  Index index_;
};

}  // namespace

void find_missing(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) MissingTeller(reading, findings).run();
}

}  // namespace mingzhang::check
