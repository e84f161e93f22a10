#include "profile/flat_rows.h"

#include <algorithm>
#include <optional>
#include <set>

#include "profile/names.h"
#include "profile/table_keys.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

using Kind = FlatToken::Kind;

FlatPiece piece_of(const FlatToken& token) {
  return {token.text, token.line, token.begin, token.line, token.end};
}

void extend(FlatPiece& piece, const FlatToken& token) {
  if (piece.text.empty()) {
    piece = piece_of(token);
    return;
  }
  piece.text += token.text;
  piece.last_line = token.line;
  piece.end = token.end;
}

/// Whether `text` begins an amount of at most two decimals: d{1,3}(,ddd)*(.d{0,2})? or digits without grouping.
bool begins_amount(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos && text.size() - point > 3) return false;
  const std::string_view whole = text.substr(0, point);
  if (whole.empty()) return false;
  std::size_t since_comma = 0;
  bool comma = false;
  for (const char c : whole) {
    if (c == ',') {
      if (since_comma == 0 || since_comma > 3 || (comma && since_comma != 3)) return false;
      comma = true;
      since_comma = 0;
    } else {
      ++since_comma;
    }
  }
  if (!comma) return true;
  return point == std::string_view::npos ? since_comma <= 3 : since_comma == 3;
}

bool is_complete(std::string_view amount) {
  const std::size_t point = amount.find('.');
  return point != std::string_view::npos && amount.size() - point == 3;
}

class RowCutter {
 public:
  RowCutter(const FlatTokens& tokens, const Table& table, const Form& form, const std::string& unit)
      : tokens_(tokens.tokens), table_(table), form_(form), unit_(unit) {
    for (const auto& panel : table.panels)
      for (const auto& column : panel.columns) {
        projects_ = projects_ || column.kind == Column::Kind::project;
        numbered_ = numbered_ || column.kind == Column::Kind::number;
      }
    for (const auto& panel : table.panels)
      for (const auto& row : panel.rows)
        if (row.kind == Row::Kind::blank && row.number != 0) blank_numbers_.insert(std::to_string(row.number));
  }

  FlatTable run() {
    while (at_ < tokens_.size()) {
      const FlatToken& token = tokens_[at_];
      if (is_row_number(token) || is_code_of_label(token))
        row_numbers_.push_back(piece_of(tokens_[at_++]));
      else if (token.kind == Kind::code && !continues_number(token))
        begin_code();
      else if (token.kind == Kind::code || token.kind == Kind::number)
        add_number();
      else if (token.kind == Kind::dash)
        ++at_;
      else
        add_words();
    }
    for (auto& row : rows_) split_name(row);
    for (auto& row : rows_) mend_code(row);
    return {std::move(rows_), std::move(row_numbers_)};
  }

 private:
  /// "210" at the end of a line and ".37" on the next are one amount that was wrapped.
  bool continues_number(const FlatToken& token) const {
    return token.text.size() == 3 && at_ + 1 < tokens_.size() && tokens_[at_ + 1].text.starts_with('.');
  }

  /// 行次: of the row just begun, or of one that is blank.
  bool is_row_number(const FlatToken& token) {
    if (!numbered_ || (token.kind != Kind::number && token.kind != Kind::code) || token.text.size() > 3) return false;
    const bool fresh = !rows_.empty() && rows_.back().numbers.empty() && rows_.back().row != nullptr;
    if (fresh && rows_.back().row->number != 0 && token.text == std::to_string(rows_.back().row->number)) return true;
    return blank_numbers_.erase(token.text) > 0;
  }

  /// A code that stands before a label of the form: the label says what the row is.
  bool is_code_of_label(const FlatToken& token) {
    if (token.kind != Kind::code || continues_number(token) || tree_row_of(token.text, table_, form_)) return false;
    in_words_ = false;
    return true;
  }

  void begin_code() {
    const auto found = tree_row_of(tokens_[at_].text, table_, form_);
    FlatRow row;
    row.panel = found->panel;
    row.row = found->row;
    row.code = tokens_[at_].text;
    row.key = piece_of(tokens_[at_]);
    rows_.push_back(std::move(row));
    in_words_ = false;
    ++at_;
  }

  /// Takes the pieces of one number: a piece goes on on the next line while the whole still begins an amount.
  void add_number() {
    FlatPiece number = piece_of(tokens_[at_]);
    bool wraps = tokens_[at_].last;
    ++at_;
    while (wraps && at_ < tokens_.size() && !is_complete(number.text)) {
      const FlatToken& next = tokens_[at_];
      if ((next.kind != Kind::number && next.kind != Kind::code) || !next.first) break;
      if (!begins_amount(number.text + next.text)) break;
      extend(number, next);
      wraps = next.last;
      ++at_;
    }
    if (rows_.empty() || (in_words_ && !rows_.back().numbers.empty())) begin_unknown();
    in_words_ = false;
    rows_.back().numbers.push_back(std::move(number));
  }

  /// Numbers behind words that the form does not know belong to no row of it.
  void begin_unknown() {
    FlatRow row;
    row.key = loose_;
    rows_.push_back(std::move(row));
  }

  void add_words() {
    if (const auto label = label_here()) {
      begin_label(*label);
      return;
    }
    if (!in_words_) loose_ = {};
    extend(loose_, tokens_[at_]);
    in_words_ = true;
    if (!rows_.empty() && !rows_.back().code.empty()) extend(rows_.back().name, tokens_[at_]);
    ++at_;
  }

  struct Label {
    const Row* row = nullptr;
    std::size_t panel = 0, tokens = 0;
    bool exact = true;
  };

  /// A label of the form made of the next tokens, the longest one. Each label is taken once, in the order of the form.
  std::optional<Label> label_here() const {
    constexpr std::size_t most = 8;
    std::string words;
    std::optional<Label> found;
    std::size_t count = 0;
    for (; count < most && at_ + count < tokens_.size() && tokens_[at_ + count].kind == Kind::words; ++count) {
      words += tokens_[at_ + count].text;
      if (auto label = row_called(words)) {
        label->tokens = count + 1;
        found = label;
      }
    }
    if (!found && count > 0) found = row_cut_short(words, count);
    return found;
  }

  std::optional<Label> row_called(const std::string& words) const {
    const std::string bare = bare_label(words);
    for (std::size_t panel = 0; panel < table_.panels.size(); ++panel) {
      for (const auto& row : table_.panels[panel].rows) {
        if (row.kind != Row::Kind::fixed || taken_.count(&row)) continue;
        const bool named = std::find(row.names.begin(), row.names.end(), bare) != row.names.end();
        if (named || (row.unit && !unit_.empty() && words == unit_)) return Label{&row, panel, 0, true};
      }
    }
    return std::nullopt;
  }

  /// A cell may have cut the last characters off: "国有资本经营预" for 国有资本经营预算, where that is the next label
  /// of its half of the table.
  std::optional<Label> row_cut_short(const std::string& words, std::size_t count) const {
    constexpr std::size_t least = 6;
    const std::string bare = bare_label(words);
    if (text::count_code_points(bare) < least) return std::nullopt;
    for (std::size_t panel = 0; panel < table_.panels.size(); ++panel) {
      const auto& rows = table_.panels[panel].rows;
      const auto next = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
        return row.kind == Row::Kind::fixed && !row.unit && !taken_.count(&row);
      });
      if (next == rows.end()) continue;
      const bool begins =
          std::any_of(next->names.begin(), next->names.end(), [&](const auto& name) { return name.starts_with(bare); });
      if (begins) return Label{&*next, panel, count, false};
    }
    return std::nullopt;
  }

  void begin_label(const Label& label) {
    FlatRow row;
    row.row = label.row;
    row.panel = label.panel;
    row.exact = label.exact;
    for (std::size_t count = 0; count < label.tokens; ++count) extend(row.key, tokens_[at_++]);
    taken_.insert(label.row);
    rows_.push_back(std::move(row));
    in_words_ = false;
  }

  /// The subject comes first in the words of a row; what follows its official name is the project.
  void split_name(FlatRow& row) const {
    if (!projects_ || row.code.empty() || row.name.text.empty()) return;
    const auto official = classification_of(form_, row.row->dimension).name_of(row.code);
    if (!official) return;
    const std::string name = text::normal_text(*official);
    if (row.name.text == name) return;
    row.project = row.name;
    if (row.name.text.starts_with(name)) {
      row.project.text = row.name.text.substr(name.size());
      row.name.text = name;
    } else if (row.code.size() < 7) {
      row.project = {};  // a subject under another name: levels above have no projects
    } else {
      row.name = {};  // two names that the page break has mixed
    }
  }

  /// A code that nobody has, one digit beside the only one that has the name behind it: the row is meant to be that
  /// one, or no sum over it would come out. The code that is printed stays the key.
  void mend_code(FlatRow& row) const {
    if (row.code.empty() || row.name.text.empty()) return;
    const auto& official = classification_of(form_, row.row->dimension);
    if (official.knows(row.code)) return;
    std::vector<std::string> meant;
    for (std::size_t at = 3; at < row.code.size(); ++at)
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string code = row.code;
        code[at] = digit;
        const auto name = official.name_of(code);
        if (name && text::normal_text(*name) == row.name.text) meant.push_back(code);
      }
    if (meant.size() != 1) return;
    const bool printed =
        std::any_of(rows_.begin(), rows_.end(), [&](const FlatRow& other) { return other.code == meant.front(); });
    if (!printed) row.code = meant.front();
  }

  const std::vector<FlatToken>& tokens_;
  const Table& table_;
  const Form& form_;
  const std::string& unit_;
  bool projects_ = false, numbered_ = false;
  std::set<std::string> blank_numbers_;  ///< 行次 of blank rows, not yet seen
  std::vector<FlatPiece> row_numbers_;
  std::size_t at_ = 0;
  std::vector<FlatRow> rows_;
  std::set<const Row*> taken_;
  FlatPiece loose_;        ///< words since the last number or key
  bool in_words_ = false;  ///< such words were read since the last number or key
};

}  // namespace

FlatTable flat_rows(const FlatTokens& tokens, const Table& table, const Form& form, const std::string& unit) {
  return RowCutter(tokens, table, form, unit).run();
}

}  // namespace mingzhang::profile
