// 行次 and 栏次: the numbers that a table prints for its rows and columns go on by one.
#include <algorithm>
#include <charconv>
#include <map>

#include "check/describe.h"
#include "check/parts.h"
#include "text/normal.h"

namespace mingzhang::check {
namespace {

using cube::Statement;
using Numbers = std::vector<const Statement*>;

long number_of(const Statement& statement) {
  const std::string normal = text::normal_text(statement.text);
  long number = 0;
  std::from_chars(normal.data(), normal.data() + normal.size(), number);
  return number;
}

class TableNumberingTeller {
 public:
  TableNumberingTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {
    for (const auto& statement : reading.facts.statements) {
      if (statement.role == "row-number") rows_[profile::position_of(statement.place)].push_back(&statement);
      if (statement.role == "column-number") columns_[profile::position_of(statement.place)].push_back(&statement);
    }
  }

  void run() {
    for (const auto& table : reading_.tables) {
      std::vector<Numbers> rows;
      for (auto index = table.first_line; index <= table.last_line; ++index) {
        const auto& line = reading_.stream->document().lines[index];
        const auto at = profile::position_of(line);
        if (line.tabs == 0) {  // without cells nobody knows which number is one of a row
          look_at_marks(line);
          continue;
        }
        if (const auto found = columns_.find(at); found != columns_.end()) look_at_columns(line, found->second);
        if (const auto found = rows_.find(at); found != rows_.end()) rows.push_back(found->second);
      }
      look_at_rows(rows);
    }
  }

 private:
  /// Cells such as "1=2+3" are numbers, too: what stands behind them is not counted.
  void look_at_columns(const document::Line& line, const Numbers& numbers) {
    std::size_t cells = 0;
    for (std::size_t index = 0; index < line.fragments.size(); ++index)
      if (line.fragment(index).find_first_of("0123456789") != std::string_view::npos) ++cells;
    if (cells == numbers.size()) look_at(numbers);
  }

  /// "※ ※ ※ 1 2 3 4": where cells are lost, a line of nothing but numbers and marks.
  void look_at_marks(const document::Line& line) {
    constexpr std::string_view mark = "※";
    constexpr std::size_t least = 3;
    std::vector<Statement> printed;
    for (std::size_t at = 0; at < line.text.size();) {
      std::size_t end = std::min(line.text.find(' ', at), line.text.size());
      const std::string word = line.text.substr(at, end - at);
      const bool digits =
          !word.empty() && word.size() <= 2 && word.find_first_not_of("0123456789") == std::string::npos;
      if (!word.empty() && !digits && word != mark) return;
      if (digits) {
        printed.emplace_back();
        printed.back().text = word;
        printed.back().place =
            profile::place_in_line(line, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end));
      }
      at = end + 1;
    }
    if (printed.size() < least || line.text.find(mark) == std::string::npos) return;
    Numbers numbers;
    for (const auto& statement : printed) numbers.push_back(&statement);
    look_at(numbers);
  }

  /// One sequence for each half of the table. Where a row has too few numbers nobody knows which half they are of.
  void look_at_rows(const std::vector<Numbers>& rows) {
    std::size_t halves = 0;
    for (const auto& row : rows) halves = std::max(halves, row.size());
    for (std::size_t half = 0; half < halves; ++half) {
      Numbers sequence;
      for (const auto& row : rows) sequence.push_back(row.size() == halves ? row[half] : nullptr);
      look_at(sequence);
    }
  }

  /// A number that is wrong alone stands between two that follow each other; else the counting goes on from it.
  void look_at(const Numbers& numbers) {
    long meant = 1;
    bool started = false, gap = false;  // blank rows are left out all over a table: said once
    for (std::size_t at = 0; at < numbers.size(); ++at, ++meant) {
      if (numbers[at] == nullptr) continue;
      const long number = number_of(*numbers[at]);
      const bool alone =
          at + 1 < numbers.size() && numbers[at + 1] != nullptr && number_of(*numbers[at + 1]) == meant + 1;
      const bool left_out = number > meant && !alone;
      if (started && (number != 1 || alone) && number != meant && !(left_out && gap))
        tell(*numbers[at], meant, left_out);
      gap = gap || (started && left_out);
      if (!started || !alone) meant = number;
      started = true;
    }
  }

  void tell(const Statement& statement, long expected, bool left_out) {
    // A row that is left out takes its number with it.
    Finding finding = finding_on("table-numbering", left_out ? Severity::note : Severity::warning, statement, reading_);
    finding.stated = finding.words["stated"] = statement.text;
    finding.expected = finding.words["expected"] = std::to_string(expected);
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  Findings& findings_;
  std::map<profile::Position, Numbers> rows_, columns_;
};

}  // namespace

void find_wrong_table_numbering(const profile::Reading& reading, Findings& findings) {
  TableNumberingTeller(reading, findings).run();
}

}  // namespace mingzhang::check
