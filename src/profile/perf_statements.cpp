#include "profile/perf_statements.h"

#include <algorithm>
#include <optional>

#include "profile/census.h"
#include "profile/names.h"
#include "text/normal.h"
#include "text/number.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Kind;
using cube::Member;
using cube::MoneyRow;
using cube::PerformanceTable;
using cube::Printed;
using cube::Statement;

/// Statements of one line belong together, as those of a sentence do.
std::uint32_t sentence_of(const cube::Place& place) {
  constexpr std::uint32_t lines_of_a_page = 1'000'000;
  return place.page * lines_of_a_page + place.line;
}

/// The number that makes up the whole text, with its operator: ">=95%", "=256.11万人", "9.17分".
std::optional<text::WrittenNumber> whole_number(const std::string& normal) {
  const auto number = text::read_number(normal);
  if (!number || number->length != normal.size()) return std::nullopt;
  return number;
}

cube::Relation relation_of(const text::WrittenNumber& number) {
  if (number.before == ">=" || number.before == ">") return cube::Relation::at_least;
  if (number.before == "<=" || number.before == "<") return cube::Relation::at_most;
  return number.approximate() ? cube::Relation::about : cube::Relation::equal;
}

/// "=10人" is 10人, "9.17分" is 9.17.
std::string bare_value(const std::string& normal) {
  constexpr std::string_view points = "分";
  const std::size_t begin = normal.starts_with('=') ? 1 : 0;
  const std::size_t end = normal.ends_with(points) ? points.size() : 0;
  return normal.substr(begin, normal.size() - begin - end);
}

}  // namespace

Cell money_cell(const MoneyRow& row) {
  Cell cell;
  if (row.member == "current" || row.member == "carried") cell[Dimension::vintage] = Member(row.member);
  constexpr std::string_view lifetime = "lifetime";
  if (row.member.starts_with(lifetime)) cell[Dimension::vintage] = Member(lifetime);
  if (row.member.size() > lifetime.size() && row.member.starts_with(lifetime))
    cell[Dimension::fund] = Member(row.member.substr(lifetime.size() + 1));
  if (row.member == "other") cell[Dimension::fund] = Member("other");
  for (const auto* level : {"central", "region", "prefecture", "county", "superior", "own"})
    if (row.member == level) cell[Dimension::level] = Member(level);
  if (row.member == "task") cell[Dimension::item] = Member(text::normal_text(row.label.text));
  if (!row.part.empty()) cell[Dimension::fund] = Member(row.part);
  return cell;
}

std::optional<cube::Quantity> figure_of(const Printed& printed, const UnitWord& unit) {
  const auto number = whole_number(bare_value(text::normal_text(printed.text)));
  if (!number) return std::nullopt;
  try {
    return cube::quantity_of(*number, unit.unit, unit.power);
  } catch (const money::Overflow&) {
    return std::nullopt;
  }
}

namespace {

class Teller {
 public:
  Teller(const PerformanceTable& table, TableRead& read, const Cell& document_cell, Reading& reading)
      : table_(table),
        read_(read),
        reading_(reading),
        context_(document_cell),
        money_(unit_of(money_unit(table, read))) {
    const bool project = table.scope == PerformanceTable::Scope::project;
    context_[Dimension::item] = Member(project ? "project" : "whole");
    if (project) context_[Dimension::project] = project_member();
  }

  void run() {
    words(table_.year, "year");
    words(table_.subject, table_.scope == PerformanceTable::Scope::project ? "project" : "unit");
    words(table_.department, "department");
    words(table_.unit, "implementer");  // which may be another unit than the one that publishes
    words(table_.person, "person");
    words(table_.trait, "trait");
    words(table_.category, "category");
    words(table_.term, "term");
    for (const auto& row : table_.money) add_money(row);
    add_money_lists();
    add_free_text(table_.long_goal, reading_);
    add_free_text(table_.goal, reading_);
    add_free_text(table_.result, reading_);
    for (std::size_t index = 0; index < table_.indicators.size(); ++index) add_indicator(index);
    figure(table_.total_weight, "weight", Member("total"), {"分", 0});
    figure(table_.total_score, "score", Member("total"), {"分", 0});
  }

 private:
  static std::string money_unit(const PerformanceTable& table, const TableRead& read) {
    if (!table.money_unit.empty()) return table.money_unit;
    return read.table->power == 4 ? "万元" : "元";
  }

  /// Two tables without a name are two projects; so are two of the same name.
  Member project_member() const {
    const std::string name = text::normal_text(table_.subject.text);
    const auto same =
        std::count_if(reading_.performance.begin(), reading_.performance.end(), [&](const PerformanceTable& other) {
          return &other < &table_ && other.scope == table_.scope && other.subject.text == table_.subject.text;
        });
    return name.empty() || same > 0 ? Member(name + "#" + std::to_string(same + 1)) : known_project(name);
  }

  /// Sentences may call it 甲项目 where the table says 甲.
  Member known_project(const std::string& name) const {
    constexpr std::string_view word = "项目";
    const auto bare = [&](std::string_view text) {
      return text.ends_with(word) ? text.substr(0, text.size() - word.size()) : text;
    };
    for (const auto& statement : reading_.facts.statements) {
      const Member member = statement.cell[Dimension::project];
      if (!member.is_root() && bare(member.name()) == bare(name)) return member;
    }
    return Member(name);
  }

  void words(const Printed& printed, const std::string& role) {
    if (printed.empty()) return;
    add_words(printed, role, reading_);
    reading_.facts.statements.back().cell = context_;
  }

  // ---- figures
  // --------------------------------------------------------------------------------------------------------------

  Statement statement_at(const Printed& printed) const {
    Statement statement;
    statement.text = text::normal_text(printed.text);
    statement.place = printed.place;
    statement.scope = table_.form;
    statement.sentence = sentence_of(printed.place);
    return statement;
  }

  std::optional<std::uint32_t> add_value(const Printed& printed, const Cell& cell, const UnitWord& unit) {
    Statement statement = statement_at(printed);
    const auto number = whole_number(bare_value(statement.text));
    if (!number) {
      words(printed, "value");
      return std::nullopt;
    }
    statement.kind = Kind::value;
    statement.has_figure = true;
    statement.cell = cell;
    statement.relation = relation_of(*number);
    try {
      statement.quantity = cube::quantity_of(*number, unit.unit, unit.power);
    } catch (const money::Overflow&) {
      reading_.facts.unread.push_back({printed.place, "number-too-large", 1});
      return std::nullopt;
    }
    reading_.facts.statements.push_back(std::move(statement));
    ++read_.values;
    return static_cast<std::uint32_t>(reading_.facts.statements.size() - 1);
  }

  std::optional<std::uint32_t> figure(const Printed& printed, const std::string& measure, Member item,
                                      const UnitWord& unit) {
    if (printed.empty()) return std::nullopt;
    return add_value(printed, context_.with(Dimension::measure, Member(measure)).with(Dimension::item, item), unit);
  }

  // ---- money
  // ----------------------------------------------------------------------------------------------------------------

  struct Amount {
    const MoneyRow* row = nullptr;
    std::string column;
    std::uint32_t statement = 0;
  };

  void add_money(const MoneyRow& row) {
    if (row.part.empty()) {
      words(row.label, "label");
      words(row.content, "content");
      words(row.done, "done");
      read_.rows.push_back({row.label.text, {}, text::normal_text(row.label.text), {}, row.label.place});
    }
    const Cell cell = context_.with(money_cell(row));
    amount(row, row.initial, "initial", cell);
    amount(row, row.budget, "adjusted", cell);
    amount(row, row.spent, "outturn", cell);
    const Member item = row.member == "total" ? Member("execution") : Member(text::normal_text(row.label.text));
    if (const auto weight = figure(row.weight, "weight", item, {"分", 0}))
      amounts_.push_back({&row, "weight", *weight});
    figure(row.rate, "rate", item, {"%", 0});
    figure(row.score, "score", item, {"分", 0});
  }

  void amount(const MoneyRow& row, const Printed& printed, const std::string& stage, const Cell& cell) {
    if (printed.empty()) return;
    if (const auto statement = add_value(printed, cell.with(Dimension::stage, Member(stage)), money_))
      amounts_.push_back({&row, stage, *statement});
  }

  /// 年度资金总额 is the sum of its sources, 金额合计 that of the tasks; an amount that is divided that of its parts.
  void add_money_lists() {
    for (const auto& whole : amounts_) {
      if (whole.row->member == "total") {
        add_list(whole, "任务之和",
                 [&](const MoneyRow& row) { return row.member == "task" && row.part == whole.row->part; });
        if (whole.row->part.empty() && whole.column != "weight")
          add_list(whole, "资金来源之和", [](const MoneyRow& row) {
            return row.member != "task" && row.member != "total" && !is_lifetime(row);
          });
      }
      if (whole.row->member == "lifetime")
        add_list(whole, "资金来源之和",
                 [](const MoneyRow& row) { return row.member != "lifetime" && is_lifetime(row); });
      if (whole.row->part.empty())
        add_list(whole, "财政拨款与其他资金之和", [&](const MoneyRow& row) {
          return !row.part.empty() && position_of(row.label.place) == position_of(whole.row->label.place);
        });
    }
  }

  static bool is_lifetime(const MoneyRow& row) { return row.member.starts_with("lifetime"); }

  template <typename IsPart>
  void add_list(const Amount& whole, const std::string& parts, IsPart is_part) {
    cube::List list;
    list.law = whole.row->label.text + " = " + parts;
    list.whole = whole.statement;
    for (const auto& part : amounts_) {
      if (part.column != whole.column || !is_part(*part.row)) continue;
      list.parts.push_back(part.statement);
      list.signs.push_back(1);
    }
    if (!list.parts.empty()) reading_.facts.lists.push_back(std::move(list));
  }

  // ---- indicators
  // -----------------------------------------------------------------------------------------------------------

  void add_indicator(std::size_t index) {
    const cube::Indicator& row = table_.indicators[index];
    const Member item(std::to_string(index + 1));
    words(row.name, "indicator");
    figure(row.target, "target", item, {});
    words(row.basis, "basis");
    figure(row.last, "last", item, {});
    figure(row.actual, "actual", item, {});
    figure(row.weight, "weight", item, {"分", 0});
    figure(row.score, "score", item, {"分", 0});
    words(row.method, "method");
    words(row.evidence, "evidence");
    add_free_text(row.reason, reading_);
    read_.rows.push_back({std::string(item.name()), {}, text::normal_text(row.name.text), {}, row.name.place});
  }

  const PerformanceTable& table_;
  TableRead& read_;
  Reading& reading_;
  Cell context_;
  UnitWord money_;
  std::vector<Amount> amounts_;
};

}  // namespace

void add_performance_statements(const PerformanceTable& table, TableRead& read, const Cell& document_cell,
                                Reading& reading) {
  Teller(table, read, document_cell, reading).run();
}

void add_words(const Printed& words, const std::string& role, Reading& reading) {
  if (words.empty()) return;
  Statement statement;
  statement.kind = Kind::wording;
  statement.role = role;
  statement.text = text::normal_text(words.text);
  statement.place = words.place;
  statement.scope = words.place.table;
  statement.sentence = sentence_of(words.place);
  reading.facts.statements.push_back(std::move(statement));
  // A telephone number is hidden wherever it is told, so that its quote does not show it: the line is accounted for.
  constexpr std::size_t digits_of_a_telephone = 11;
  for (const auto& number : count_numbers(words.text))
    if (number.end - number.begin >= digits_of_a_telephone) add_free_text(words, reading);
}

/// Line by line: goals run over half a page, and a place of so many lines shows nothing.
void add_free_text(const Printed& text, Reading& reading) {
  const auto& lines = reading.stream->document().lines;
  const auto first = reading.stream->line_of(text.place);
  for (std::size_t line = first.value_or(lines.size()); line < lines.size(); ++line) {
    const bool last = lines[line].number >= text.place.last_line;
    const auto end = last ? text.place.end : static_cast<std::uint32_t>(lines[line].text.size());
    const std::uint32_t begin = line == *first ? text.place.begin : 0;
    const auto numbers = static_cast<std::uint32_t>(
        count_numbers(std::string_view(lines[line].text).substr(begin, std::max(begin, end) - begin)).size());
    if (numbers > 0) reading.facts.free_text.push_back({place_in_line(lines[line], begin, end), {}, numbers});
    if (last) break;
  }
}

}  // namespace mingzhang::profile
