#include "profile/perf_flat_head.h"

#include <algorithm>
#include <optional>

#include "profile/perf_flat_values.h"

namespace mingzhang::profile {
namespace {

using cube::MoneyRow;
using Stage = cube::PerformanceTable::Stage;

bool begins_amount(std::string_view word) {
  if (word.starts_with('-')) word.remove_prefix(1);
  return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

/// A label of the head and where the words behind it begin.
struct Label {
  enum class Is : std::uint8_t { field, prose, money, indicators } is = Is::field;
  std::string id;
  FlatSpan words;
  std::size_t value = 0;
};

class HeadReader {
 public:
  HeadReader(const FlatText& text, std::size_t begin, const PerformanceWords& words, cube::PerformanceTable& table)
      : text_(text), begin_(begin), words_(words), table_(table) {}

  FlatHead run() {
    read_year();
    std::optional<Label> open;
    for (std::size_t at = begin_; at < text_.size(); at = text_.next_word(at)) {
      auto label = label_at(at);
      if (!label || !begins(open, *label)) continue;
      if (open) close(*open, at);
      if (label->is == Label::Is::indicators) {
        head_.body = body(at);
        break;
      }
      if (label->id == "money") read_unit(text_.slice(label->words.end, label->value));
      at = label->value - 1;
      open = std::move(label);
    }
    return std::move(head_);
  }

 private:
  /// Directly behind the title: 2023, (2023年度).
  void read_year() {
    const auto at = text_.text().find_first_of("0123456789", begin_);
    if (at == std::string_view::npos || at > begin_ + 1) return;
    const auto end = std::min(text_.text().find_first_not_of("0123456789", at), text_.size());
    if (end - at == 4) table_.year = text_.print(at, end);
  }

  /// "(万元)"
  void read_unit(std::string_view bracket) {
    constexpr std::string_view yuan = "元)";
    const auto end = bracket.find(yuan);
    if (bracket.starts_with('(') && end != std::string_view::npos)
      table_.money_unit = bracket.substr(1, end + yuan.size() - 2);
  }

  // ---- labels

  std::optional<Label> label_at(std::size_t at) const {
    if (auto row = money_row_at(at)) return row;
    const auto rest = text_.slice(at, text_.size());
    if (heads_end(text_, at, words_) > at) return Label{Label::Is::indicators, {}, {at, at}, at};
    const auto head = longest_at(words_.heads, rest);
    if (!head) return std::nullopt;
    const auto& id = head->group->id;
    const bool prose = id == "goals" || id == "goal" || id == "long-goal" || id == "result";
    return Label{
        prose ? Label::Is::prose : Label::Is::field, id, {at, at + head->length}, after_label(at + head->length)};
  }

  /// The label of a row, or in target tables that of a column (年度预算总额), directly before an amount.
  std::optional<Label> money_row_at(std::size_t at) const {
    constexpr std::string_view among = "其中:";
    const std::size_t begin = text_.slice(at, text_.size()).starts_with(among) ? at + among.size() : at;
    const auto rest = text_.slice(begin, text_.size());
    auto found = longest_at(words_.money_rows, rest);
    std::string member = found ? found->group->id : std::string();
    if (member == "fiscal") member = "current";
    if (const auto column = longest_at(words_.money_columns, rest); table_.stage == Stage::target && column &&
                                                                    column->group->id == "budget" &&
                                                                    (!found || column->length > found->length)) {
      found = column;
      member = "total";
    }
    if (!found) return std::nullopt;
    const std::size_t value = after_label(begin + found->length);
    if (!text_.starts_word(value) && text_.text()[value - 1] != ':') return std::nullopt;
    const bool amount = value < text_.size() && (begins_amount(text_.slice(value, text_.size())) || is_blank(value));
    if (!amount) return std::nullopt;
    return Label{Label::Is::money, member, {at, begin + found->length}, value};
  }

  /// Behind "(万元)" and a colon.
  std::size_t after_label(std::size_t at) const {
    const auto rest = text_.slice(at, text_.size());
    if (rest.starts_with("(") && rest.find(')') != std::string_view::npos && rest.find(')') <= most_bracket)
      at += rest.find(')') + 1;
    return text_.slice(at, text_.size()).starts_with(':') ? at + 1 : at;
  }

  /// Labels of prose begin a line or follow each other: words of other cells begin like them.
  /// In prose, once it has begun, only the block behind it is a label, and only at the beginning of a line.
  bool begins(const std::optional<Label>& open, const Label& next) const {
    if (open && open->value == next.words.begin) return true;
    if (next.is == Label::Is::prose && !text_.starts_line(next.words.begin)) return false;
    if (!open || open->is != Label::Is::prose) return true;
    const bool block = next.is == Label::Is::indicators || next.id == "money";
    return block && text_.starts_line(next.words.begin);
  }

  // ---- what stands behind them

  void close(const Label& label, std::size_t end) {
    if (label.value >= end) return;
    const auto value = flat_cell(text_, {label.value, end}, words_);
    if (label.id == "subject") table_.subject = value;
    if (label.id == "department") table_.department = value;
    if (label.id == "unit") table_.unit = value;
    if (label.id == "person") table_.person = value;
    if (label.id == "trait") table_.trait = value;
    if (label.id == "category") table_.category = value;
    if (label.id == "term") table_.term = value;
    if (label.id == "phone") head_.words.emplace_back(label.id, value);
    if (label.is == Label::Is::prose) close_prose(label.value, end);
    if (label.is == Label::Is::money) close_money(label, end);
  }

  void close_prose(std::size_t begin, std::size_t end) {
    if (table_.stage == Stage::target) {
      table_.goal = text_.print(begin, end);
      return;
    }
    const std::size_t second = second_prose(text_, begin, end);
    if (second == end) {
      head_.prose.push_back(text_.print(begin, end));
      return;
    }
    table_.goal = text_.print(begin, second);
    table_.result = text_.print(second, end);
  }

  bool is_blank(std::size_t at) const {
    return is_one_of(words_.blanks, text_.slice(at, std::min(text_.next_word(at), text_.size())));
  }

  void close_money(const Label& label, std::size_t end) {
    MoneyRow row;
    row.label = text_.print(label.words.begin, label.words.end);
    row.member = label.id;
    std::vector<FlatSpan> cells;
    for (std::size_t at = label.value; at < end; at = text_.next_word(at)) {
      const FlatSpan cell{at, std::min(text_.next_word(at), end)};
      if (!begins_amount(text_.slice(cell.begin, cell.end)) && !is_blank(at)) break;
      cells.push_back(cell);
    }
    std::vector<cube::Printed*> columns = {&row.budget};
    if (table_.stage == Stage::self_evaluation)
      columns = {&row.initial, &row.budget, &row.spent, &row.weight, &row.rate, &row.score};
    // With a cell missing nobody knows which: only the scores are missing together.
    const bool amounts = columns.size() > 3 && cells.size() == 3;
    if (cells.size() == columns.size() || amounts)
      for (std::size_t index = 0; index < cells.size(); ++index)
        *columns[index] = flat_cell(text_, cells[index], words_);
    table_.money.push_back(std::move(row));
  }

  // ---- below

  /// Behind the heads of the columns, up to the line of totals or the remarks.
  FlatSpan body(std::size_t begin) {
    begin = heads_end(text_, begin, words_);
    std::size_t remarks = begin;
    while (remarks < text_.size() && !is_remark(remarks)) remarks = text_.next_line(remarks);
    if (remarks < text_.size()) head_.prose.push_back(text_.print(remarks, text_.size()));
    std::size_t end = begin;
    while (end < remarks && !is_total(end)) end = text_.next_line(end);
    if (end < remarks) read_total(end, remarks);
    return {begin, end};
  }

  /// "注：..."
  bool is_remark(std::size_t at) const {
    const auto length = longest_at_start(text_.slice(at, text_.size()), words_.remarks);
    return length > 0 && text_.slice(at + length, text_.size()).starts_with(':');
  }

  /// "总分 100 88.40 分"
  bool is_total(std::size_t at) const {
    return table_.stage == Stage::self_evaluation &&
           is_one_of(words_.totals, text_.slice(at, std::min(text_.next_word(at), text_.size())));
  }

  void read_total(std::size_t at, std::size_t end) {
    std::vector<FlatSpan> numbers;
    for (std::size_t word = text_.next_word(at); word < end; word = text_.next_word(word)) {
      const FlatSpan cell{word, text_.next_word(word)};
      if (begins_amount(text_.slice(cell.begin, cell.end))) numbers.push_back(cell);
    }
    if (numbers.size() != 2) return;
    table_.total_weight = flat_cell(text_, numbers[0], words_);
    table_.total_score = flat_cell(text_, numbers[1], words_);
  }

  static constexpr std::size_t most_bracket = 16;  // bytes

  const FlatText& text_;
  std::size_t begin_;
  const PerformanceWords& words_;
  cube::PerformanceTable& table_;
  FlatHead head_;
};

std::size_t head_of_column(std::string_view text, const PerformanceWords& words) {
  const auto column = longest_at(words.columns, text), strip = longest_at(words.heads, text);
  const bool is_strip = strip && strip->group->id == "indicators";
  return std::max(column ? column->length : 0, is_strip ? strip->length : 0);
}

}  // namespace

std::size_t heads_end(const FlatText& text, std::size_t at, const PerformanceWords& words) {
  const auto first = longest_at(words.columns, text.slice(at, text.size()));
  if (!first || first->group->id != "level1") return at;
  while (const auto length = head_of_column(text.slice(at, text.size()), words)) at += length;
  return at;
}

FlatHead read_flat_head(const FlatText& text, std::size_t begin, const PerformanceWords& words,
                        cube::PerformanceTable& table) {
  return HeadReader(text, begin, words, table).run();
}

}  // namespace mingzhang::profile
