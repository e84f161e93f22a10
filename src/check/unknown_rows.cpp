// Rows of tables that nobody could read because their code is in no classification: told at the row, and not once more
// by the sums in which it is missing.
#include <algorithm>
#include <map>
#include <optional>

#include "check/code_names.h"
#include "check/parts.h"
#include "profile/table_keys.h"
#include "scoring/printed.h"
#include "text/normal.h"

namespace mingzhang::check {
namespace {

/// "218 11 01 行政单位医疗 4.06", "2810201 | 住房公积金 | 8.49".
struct Coded {
  std::string code, name;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// The code and name that stand at a byte of a line, in one cell or in several; nothing if it is no such row.
std::optional<Coded> coded(const std::string& text, std::size_t at) {
  Coded row;
  for (; at < text.size() && (is_digit(text[at]) || is_blank(text[at])); ++at)
    if (is_digit(text[at])) row.code += text[at];
  const std::size_t name = at;
  while (at < text.size() && text[at] != '\t' && !is_digit(text[at])) ++at;
  row.name = text::normal_text(text.substr(name, at - name));
  if (!profile::is_code(row.code) || row.name.empty()) return std::nullopt;
  return row;
}

class UnknownRowTeller {
 public:
  UnknownRowTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading),
        findings_(findings),
        functional_(*reading.form()->functional),
        economic_(*reading.form()->economic) {
    for (const auto& mention : reading.facts.unread)
      unread_[profile::position_of(mention.place)].push_back(mention.place.quote);
  }

  void run() {
    if (unread_.empty()) return;
    for (const auto& table : reading_.tables)
      if (!table.table->performance) look_at(table);
  }

 private:
  void look_at(const profile::TableRead& table) {
    const auto& lines = reading_.stream->document().lines;
    std::vector<money::Decimal> numbers;
    bool told = false;
    for (std::uint32_t index = table.first_line; index <= table.last_line; ++index) {
      const auto unread = unread_.find(profile::position_of(lines[index]));
      if (unread == unread_.end()) continue;
      for (const auto& quote : unread->second)
        if (const auto number = scoring::printed_figure(quote)) numbers.push_back(*number);
      told = look_at(lines[index], table.table->title) || told;
    }
    if (told) forget_sums(table, numbers);
  }

  /// Tables may stand side by side: any cell may begin a row.
  bool look_at(const document::Line& line, const std::string& section) {
    bool told = false;
    for (const auto& fragment : line.fragments) {
      const auto row = coded(line.text, fragment.begin);
      if (!row || known(row->code)) continue;
      auto meant = functional_.meant_by(row->name, row->code.size());
      if (meant.empty()) meant = economic_.meant_by(row->name, row->code.size());
      if (meant.size() > 1)
        std::erase_if(meant, [&](const std::string& code) { return !is_one_digit_off(code, row->code); });
      if (meant.size() != 1) continue;
      tell(line, *row, meant.front(), section);
      told = true;
      if (line.tabs == 0) break;
    }
    return told;
  }

  bool known(const std::string& code) const {
    return reading_.functional.knows(code) || reading_.form()->economic->knows(code);
  }

  void tell(const document::Line& line, const Coded& row, const std::string& meant, const std::string& section) {
    const auto place = profile::place_in_line(line, 0, static_cast<std::uint32_t>(line.text.size()));
    Finding finding = finding_at("subject-name", Severity::warning, place, section);
    finding.stated = finding.words["stated"] = row.code + " " + row.name;
    finding.expected = finding.words["expected"] = meant + " " + row.name;
    findings_.push_back(std::move(finding));
  }

  /// Sums that miss exactly what stands in the row, or in it and one that it was taken together with, say nothing new.
  void forget_sums(const profile::TableRead& table, const std::vector<money::Decimal>& numbers) {
    constexpr std::size_t few = 100;
    if (numbers.size() > few) return;
    std::vector<money::Decimal> unread = numbers;
    for (const auto& a : numbers)
      for (const auto& b : numbers) unread.push_back(a + b);
    const auto is_unread = [&](const money::Decimal& missing) {
      const money::Decimal rounding(5, 2);
      return std::any_of(unread.begin(), unread.end(),
                         [&](const auto& number) { return (number - missing).abs() <= rounding; });
    };
    const auto& lines = reading_.stream->document().lines;
    const auto first = profile::position_of(lines[table.first_line]),
               last = profile::position_of(lines[table.last_line]);
    std::erase_if(findings_, [&](const Finding& finding) {
      if (finding.rule != "closed-list" || finding.places.empty()) return false;
      const auto at = profile::position_of(finding.places.front());
      const auto stated = scoring::printed_figure(finding.stated), expected = scoring::printed_figure(finding.expected);
      return at >= first && at <= last && stated && expected && is_unread((*stated - *expected).abs());
    });
  }

  const profile::Reading& reading_;
  Findings& findings_;
  CodesByName functional_, economic_;
  std::map<profile::Position, std::vector<std::string>> unread_;  ///< quotes by line
};

}  // namespace

void find_unknown_rows(const profile::Reading& reading, Findings& findings) {
  const auto* form = reading.form();
  if (form != nullptr && form->functional != nullptr && form->economic != nullptr)
    UnknownRowTeller(reading, findings).run();
}

}  // namespace mingzhang::check
