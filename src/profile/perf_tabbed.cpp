#include "profile/perf_tabbed.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "profile/perf_cells.h"
#include "profile/perf_goals.h"
#include "profile/perf_money.h"
#include "profile/perf_slots.h"
#include "profile/perf_statements.h"

namespace mingzhang::profile {
namespace {

using cube::Printed;
using Cells = std::vector<PerfCell>;

/// The year under a title: "(2023年度)", "2023年", "2023"; empty if the line says something else.
std::string year_of(std::string_view normal) {
  if (normal.starts_with('(') && normal.ends_with(')')) normal = normal.substr(1, normal.size() - 2);
  constexpr std::size_t digits = 4;
  if (normal.size() < digits || normal.find_first_not_of("0123456789") < digits) return {};
  const std::string_view rest = normal.substr(digits);
  return rest.empty() || rest == "年" || rest == "年度" ? std::string(normal.substr(0, digits)) : std::string();
}

class TabbedReader {
 public:
  TabbedReader(TableRead& read, const PerformanceWords& words, Reading& reading)
      : read_(read), words_(words), reading_(reading), form_(*read.table->performance), id_(read.table->id) {
    table_.scope = form_.scope;
    table_.stage = form_.stage;
    table_.form = id_;
    table_.title = read.title;
    slots_ = usual_slots(form_);
  }

  void run() {
    const auto& lines = reading_.stream->document().lines;
    for (std::uint32_t index = read_.first_line; index <= read_.last_line; ++index) {
      line_ = &lines[index];
      const Cells cells = cells_of(*line_);
      if (cells.empty()) continue;
      if (part_ == Part::end && !read_remark(cells)) {
        read_.last_line = index - 1;  // what follows belongs to no table
      } else if (part_ != Part::end && line_->tabs > 0) {
        read_row(cells);
      } else if (part_ == Part::head) {
        read_year(cells.front());
      }
    }
    reading_.performance.push_back(std::move(table_));
  }

 private:
  enum class Part : std::uint8_t { head, money, goals, indicators, end };

  // ---- lines
  // ----------------------------------------------------------------------------------------------------------------

  void read_year(const PerfCell& cell) {
    const std::string year = year_of(cell.normal);
    if (year.empty() || !table_.year.empty()) return;
    table_.year = printed(cell);
    table_.year.text = year;
  }

  /// "注：..." under the table.
  bool read_remark(const Cells& cells) {
    const auto& first = cells.front().normal;
    const bool remark = std::any_of(words_.remarks.begin(), words_.remarks.end(),
                                    [&](const auto& word) { return first.starts_with(word); });
    if (remark)
      for (const auto& cell : cells) add_free_text(printed(cell), reading_);
    return remark;
  }

  void read_row(const Cells& cells) {
    if (is_indicator_header(cells)) {
      part_ = Part::indicators;
      slots_ = slots_of_header(cells, words_);
      grid_tabs_ = line_->grid != 0 ? line_->tabs : 0;
    } else if (part_ == Part::indicators || begins_with_level(cells)) {
      part_ = Part::indicators;
      if (is_one_of(words_.totals, cells.front().normal))
        read_total(cells);
      else
        read_indicator(cells);
    } else if (columns_.read_header(cells, words_)) {
      part_ = Part::money;
      find_unit(cells);
    } else if (!read_money(cells)) {
      read_head(cells);
    }
  }

  bool is_indicator_header(const Cells& cells) const {
    const auto count = std::count_if(cells.begin(), cells.end(), [&](const auto& cell) {
      const auto* group = group_of(words_.columns, cell.normal);
      return group != nullptr && (group->id == "level1" || group->id == "level2" || group->id == "name");
    });
    return count >= 2;
  }

  /// Where the header is lost, the first names of levels begin the indicators.
  bool begins_with_level(const Cells& cells) const {
    const auto first = std::find_if(cells.begin(), cells.end(),
                                    [&](const auto& cell) { return group_of(words_.heads, cell.normal) == nullptr; });
    return first != cells.end() && group_of(words_.level1, first->normal) != nullptr &&
           std::any_of(first, cells.end(), [](const auto& cell) { return is_perf_integer(cell.normal); });
  }

  Printed printed(const PerfCell& cell) const { return printed_of(cell, *line_, words_, id_); }

  // ---- head and goals
  // ----------------------------------------------------------------------------------------------------------------

  const WordGroup* head_of(const PerfCell& cell) const { return group_of(words_.heads, cell.normal); }

  void read_head(const Cells& cells) {
    if (goals_.read_header(cells, words_)) {
      part_ = Part::goals;
      return;
    }
    if (part_ == Part::goals && !read_goals(cells)) return;
    for (std::size_t index = 0; index + 1 < cells.size(); ++index)
      if (const auto* label = head_of(cells[index]); label != nullptr && head_of(cells[index + 1]) == nullptr)
        read_field(label->id, cells[index + 1]);
  }

  /// Texts below 预期目标 and 实际完成情况; true if the row is one of labels and values instead.
  bool read_goals(const Cells& cells) {
    Cells texts;
    for (const auto& cell : cells) {
      const auto* label = head_of(cell);
      if (label != nullptr && label->id != "goals" && label->id != "indicators") return true;
      if (label == nullptr) texts.push_back(cell);
    }
    const auto ids = goals_.assign(texts);
    for (std::size_t index = 0; index < texts.size(); ++index) append(prose_of(ids[index]), texts[index]);
    return false;
  }

  Printed& prose_of(std::string_view id) {
    return id == "result" ? table_.result : id == "long-goal" ? table_.long_goal : table_.goal;
  }

  void append(Printed& text, const PerfCell& cell) {
    const Printed more = printed(cell);
    if (text.empty()) {
      text = more;
      return;
    }
    text.text += more.text;
    text.place.last_line = more.place.last_line;
    text.place.end = more.place.end;
  }

  void read_field(const std::string& id, const PerfCell& cell) {
    if (id == "subject" && table_.subject.empty())
      table_.subject = printed(cell);
    else if (id == "department")
      table_.department = printed(cell);
    else if (id == "unit")
      table_.unit = printed(cell);
    else if (id == "goal" || id == "long-goal" || id == "result" || (id == "goals" && names_goal(cell)))
      append(prose_of(id), cell);
    else if (auto* field = field_named(id))
      *field = printed(cell);
    else
      add_words(printed(cell), id, reading_);
  }

  /// A target table may have 年度总体目标 alone before the goal.
  bool names_goal(const PerfCell& cell) const {
    return form_.stage == cube::PerformanceTable::Stage::target && !is_perf_figure(cell.normal);
  }

  Printed* field_named(std::string_view id) {
    if (id == "person") return &table_.person;
    if (id == "trait") return &table_.trait;
    if (id == "category") return &table_.category;
    return id == "term" ? &table_.term : nullptr;
  }

  // ---- money
  // ----------------------------------------------------------------------------------------------------------------

  /// "项目资金(万元)", "全年预算数(元)".
  void find_unit(const Cells& cells) {
    for (const auto& cell : cells) {
      if (cell.normal.find("(万元)") != std::string::npos) table_.money_unit = "万元";
      if (cell.normal.find("(元)") != std::string::npos) table_.money_unit = "元";
    }
  }

  bool read_money(const Cells& cells) {
    auto at =
        std::find_if(cells.begin(), cells.end(), [&](const auto& cell) { return money_row_of(words_, cell.normal); });
    if (at == cells.end() ||
        std::any_of(cells.begin(), at, [](const auto& cell) { return is_perf_figure(cell.normal); }))
      return false;
    if (const auto* label = at == cells.begin() ? nullptr : head_of(*(at - 1));
        label != nullptr && label->id != "money")
      return false;  // 项目类别 | 其他
    find_unit(cells);
    const std::size_t first = table_.money.size();
    while (at != cells.end()) {
      const auto next = std::find_if(at + 1, cells.end(),
                                     [&](const auto& cell) { return money_row_of(words_, cell.normal) != nullptr; });
      read_money_row(*at, Cells(at + 1, next));
      at = next;
    }
    tell_sides_apart(first);
    part_ = Part::money;
    return true;
  }

  /// "其他资金 | 5.00 | 其他资金 | 3.00": the first is of the whole project, the second of this year.
  void tell_sides_apart(std::size_t first) {
    const bool two = table_.money.size() == first + 2 && columns_.empty();
    if (two && table_.money[first].member == table_.money[first + 1].member)
      table_.money[first].member = "project-" + table_.money[first].member;
  }

  void read_money_row(const PerfCell& label, const Cells& rest) {
    cube::MoneyRow row;
    row.label = printed(label);
    row.member = member_of(label);
    Cells figures;
    for (const auto& cell : rest) {
      if (is_perf_figure(cell.normal) || is_one_of(words_.blanks, cell.normal))
        figures.push_back(cell);
      else if (figures.empty() && row.content.empty())
        row.content = printed(cell);
      else if (figures.empty() && row.done.empty())
        row.done = printed(cell);
      else
        add_words(printed(cell), "note", reading_);
    }
    if (columns_.empty()) {  // a label and its amount side by side
      if (figures.size() == 1) row.budget = printed(figures.front());
      table_.money.push_back(std::move(row));
      return;
    }
    place_money(row, figures);
  }

  /// What stands under 项目资金总额 is of all years of the project, what stands beside it of this one.
  std::string member_of(const PerfCell& label) {
    const std::string member = money_row_of(words_, label.normal)->id;
    if (member == "lifetime") lifetime_tab_ = label.tab;
    if (!member.starts_with("lifetime") && lifetime_tab_ && label.tab == *lifetime_tab_)
      return "lifetime-" + (member == "current" ? "fiscal" : member);
    return member == "fiscal" ? "current" : member;
  }

  void place_money(const cube::MoneyRow& row, const Cells& figures) {
    std::vector<cube::MoneyRow> rows{row};
    const auto columns = columns_.assign(figures);
    for (std::size_t index = 0; index < columns.size(); ++index) {
      const MoneyColumn& column = *columns[index];
      auto target =
          std::find_if(rows.begin(), rows.end(), [&](const auto& entry) { return entry.part == column.part; });
      if (target == rows.end()) {
        cube::MoneyRow part;
        part.label = row.label;
        part.member = row.member;
        part.part = column.part;
        target = rows.insert(rows.end(), std::move(part));
      }
      field_of(*target, column.id) = printed(figures[index]);
    }
    for (auto& entry : rows) table_.money.push_back(std::move(entry));
  }

  static Printed& field_of(cube::MoneyRow& row, const std::string& id) {
    if (id == "initial") return row.initial;
    if (id == "budget") return row.budget;
    if (id == "spent") return row.spent;
    if (id == "weight") return row.weight;
    return id == "rate" ? row.rate : row.score;
  }

  // ---- indicators
  // ----------------------------------------------------------------------------------------------------------------

  void read_total(const Cells& cells) {
    Cells figures;
    std::copy_if(cells.begin() + 1, cells.end(), std::back_inserter(figures),
                 [](const auto& cell) { return is_perf_figure(cell.normal); });
    const bool scored = form_.stage == cube::PerformanceTable::Stage::self_evaluation;
    // A figure alone is the score unless it stands in the column of the weights.
    const bool weight_alone = figures.size() == 1 && stands_in(figures.front(), "weight");
    if (scored && !figures.empty() && !weight_alone) {
      table_.total_score = printed(figures.back());
      figures.pop_back();
    }
    if (!figures.empty()) table_.total_weight = printed(figures.back());
    part_ = Part::end;
  }

  bool stands_in(const PerfCell& cell, std::string_view id) const {
    return std::any_of(slots_.begin(), slots_.end(),
                       [&](const PerfSlot& slot) { return slot.id == id && slot.tab == cell.tab; });
  }

  void read_indicator(const Cells& cells) {
    const bool grid = line_->grid != 0 && line_->tabs == grid_tabs_;
    const auto slots = grid ? slots_in_grid(cells, slots_) : assign_slots(cells, slots_, form_, words_, level1_);
    std::map<std::string, Printed> fields;
    for (std::size_t index = 0; index < cells.size(); ++index) {
      if (slots[index] < 0) continue;
      const std::string& id = slots_[static_cast<std::size_t>(slots[index])].id;
      if (id == "level1" || id == "level2")
        read_level(cells[index], id == "level1");
      else
        join(fields[id], printed(cells[index]));
    }
    const bool named = fields.count("name") + fields.count("target") > 0;
    if (!named || (weights_are_printed() && fields.count("weight") + fields.count("score") == 0)) return;
    table_.indicators.push_back({level1_, level2_, fields["name"], fields["target"], fields["basis"], fields["last"],
                                 fields["actual"], fields["weight"], fields["score"], fields["method"],
                                 fields["evidence"], fields["reason"]});
  }

  /// Some forms have no points.
  bool weights_are_printed() const {
    return std::any_of(slots_.begin(), slots_.end(),
                       [](const auto& slot) { return slot.id == "weight" || slot.id == "score"; });
  }

  /// In a grid a level may have a name that no vocabulary knows.
  void read_level(const PerfCell& cell, bool first) {
    const auto* group = group_of(first ? words_.level1 : words_.level2, cell.normal);
    const auto bracket = cell.normal.find('(');
    const std::string id = group != nullptr ? group->id : cell.normal.substr(0, bracket);
    if (first) {
      const std::string name = id + (bracket == std::string::npos ? "" : cell.normal.substr(bracket));
      if (!level1_.starts_with(id)) level2_.clear();
      if (name != level1_ && (bracket != std::string::npos || !level1_.starts_with(name))) level1_ = name;
    } else {
      level2_ = id;
    }
    add_words(printed(cell), "label", reading_);
  }

  /// A name that was cut in two is one name.
  static void join(Printed& field, const Printed& more) {
    if (field.place.line == 0) {
      field = more;
    } else {
      field.text += more.text;
      field.place.end = more.place.end;
    }
  }

  TableRead& read_;
  const PerformanceWords& words_;
  Reading& reading_;
  const PerformanceForm& form_;
  const std::string& id_;
  cube::PerformanceTable table_;
  const document::Line* line_ = nullptr;
  Part part_ = Part::head;
  MoneyColumns columns_;
  GoalColumns goals_;
  std::optional<std::int32_t> lifetime_tab_;  ///< of the label 项目资金总额
  std::vector<PerfSlot> slots_;
  std::uint32_t grid_tabs_ = 0;  ///< of the grid whose header was read; 0: no grid
  std::string level1_, level2_;
};

}  // namespace

void read_tabbed_performance(TableRead& read, const PerformanceWords& words, Reading& reading) {
  TabbedReader(read, words, reading).run();
}

}  // namespace mingzhang::profile
