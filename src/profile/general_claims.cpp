#include <algorithm>
#include <array>
#include <cctype>

#include "profile/read_general.h"
#include "text/number.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Claim;
using cube::Dimension;
using cube::Kind;
using cube::Member;
using cube::Statement;

struct Token {
  std::size_t begin = 0, end = 0;  ///< of the stream
  text::WrittenNumber number;
  cube::Quantity quantity;
};

bool holds(std::string_view words, std::string_view part) {
  return words.find(part) != std::string_view::npos;
}

template <typename Words>
bool holds_any(std::string_view words, const Words& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](auto part) { return holds(words, part); });
}

/// "增加", "增长了", "下降幅度为": the words end with a direction, and hold no other.
std::optional<int> final_direction(std::string_view words) {
  constexpr auto tails = std::to_array<std::string_view>({"了", "为", "达", "率", "比例", "幅度", "比率"});
  for (bool cut = true; cut;) {
    cut = false;
    for (const auto tail : tails)
      if (words.ends_with(tail)) words.remove_suffix(tail.size()), cut = true;
  }
  for (std::size_t at = 0; at < words.size(); ++at)
    if (const auto word = direction_at(words.substr(at))) {
      const bool last = at + word->length == words.size() && word->sign != 0;
      return last ? std::optional(word->sign) : std::nullopt;
    }
  return std::nullopt;
}

class Sentences {
 public:
  explicit Sentences(Reading& reading) : reading_(reading), text_(reading.stream->text()) {}

  void run() {
    const Stream& stream = *reading_.stream;
    std::size_t begin = 0;
    for (std::uint32_t line = 0; line < stream.line_count(); ++line) {
      const std::size_t here = stream.begin_of(line);
      // A heading ends the sentence before it, whatever mark that lacks.
      if (here > begin && ordinal_length(text_.substr(here)) > 0) begin = read_until(begin, here);
    }
    read_until(begin, text_.size());
  }

 private:
  static constexpr std::size_t max_tokens = 400;  // of one sentence
  static constexpr std::size_t max_words = 90;    // bytes between neighbours

  std::size_t read_until(std::size_t begin, std::size_t end) {
    constexpr std::string_view stop = "。";
    while (begin < end) {
      const std::size_t mark = std::min(text_.find(stop, begin), end);
      read(begin, mark);
      begin = std::min(mark + stop.size(), end);
    }
    return end;
  }

  void read(std::size_t begin, std::size_t end) {
    tokens_.clear();
    for (std::size_t at = begin; at < end && tokens_.size() < max_tokens;) {
      const std::size_t length = take(at, end);
      at += std::max<std::size_t>(length, 1);
    }
    ++sentence_;
    for (std::size_t index = 0; index + 1 < tokens_.size(); ++index) change(index);
    shares();
  }

  /// Bytes of the number that begins here; years are numbers of no token.
  std::size_t take(std::size_t at, std::size_t end) {
    const auto before = at == 0 ? '\0' : text_[at - 1];
    const auto is = [](int (*kind)(int), char c) { return kind(static_cast<unsigned char>(c)) != 0; };
    if (!is(std::isdigit, text_[at]) || before == '.' || is(std::isalnum, before)) return 0;
    const std::size_t begin = before == '-' ? at - 1 : at;
    const auto number = text::read_number(text_.substr(begin, end - begin));
    if (!number) return 0;
    try {
      tokens_.push_back({begin, begin + number->length, *number, cube::quantity_of(*number, "", 0)});
    } catch (const money::Overflow&) {
      // A number that does not fit is in no claim; nor are those beside it neighbours then.
      tokens_.push_back({begin, begin + number->length, *number, {}});
    }
    return begin + number->length - at;
  }

  std::string_view between(const Token& a, const Token& b) const { return text_.substr(a.end, b.begin - a.end); }

  bool is_amount(const Token& token) const { return token.quantity.unit == "元" && !is_rough(token); }
  bool is_rate(const Token& token) const { return token.quantity.unit == "%" && !is_rough(token); }
  bool is_rough(const Token& token) const {
    constexpr auto rough = std::to_array<std::string_view>({"约", "近"});
    const auto before = text_.substr(0, token.begin);
    return token.number.approximate() ||
           std::any_of(rough.begin(), rough.end(), [&](auto word) { return before.ends_with(word); });
  }

  /// "A 万元，比上年[B 万元]增加 C 万元，增长 P%".
  void change(std::size_t index) {
    const Token &amount = tokens_[index], &next = tokens_[index + 1];
    constexpr auto compared = std::to_array<std::string_view>({"比", "较", "同期"});
    constexpr auto others = std::to_array<std::string_view>({"其中", "分别", "各", ";", "占"});
    const auto words = between(amount, next);
    if (!is_amount(amount) || !is_amount(next) || words.size() > max_words) return;
    if (!holds_any(words, compared) || holds_any(words, others)) return;
    if (const auto sign = final_direction(words)) {
      claim(amount, next, *sign, index + 2, nullptr);
      return;
    }
    if (index + 2 >= tokens_.size() || !is_amount(tokens_[index + 2])) return;
    const auto direct = text_.substr(next.end, tokens_[index + 2].begin - next.end);
    const auto sign = final_direction(direct);
    // "比上年 B 万元增加 C 万元": nothing but the direction between the two.
    if (sign && direct.size() <= 12 && !holds(direct, ";")) claim(amount, tokens_[index + 2], *sign, index + 3, &next);
  }

  void claim(const Token& amount, const Token& change, int sign, std::size_t rate, const Token* last) {
    const Token* percent = rate < tokens_.size() && is_rate(tokens_[rate]) ? &tokens_[rate] : nullptr;
    std::optional<int> rate_sign;
    if (percent != nullptr) {
      const auto words = between(change, *percent);
      if (words.size() <= 24 && !holds(words, ";") && !holds(words, "占")) rate_sign = final_direction(words);
    }
    if (!rate_sign && last == nullptr) return;
    const Cell cell = new_cell(), before = cell.with(Dimension::year, Member("before"));
    add(value_of(amount, cell));
    if (last != nullptr) add(value_of(*last, before));
    add(claim_of(change, Claim::change, cell, before, sign));
    if (rate_sign) add(claim_of(*percent, Claim::growth, cell, before, *rate_sign));
  }

  /// "T 万元，其中：A 万元，占 P%；B 万元，占 Q%": the whole stands directly before 其中.
  void shares() {
    constexpr std::string_view of_which = "其中";
    for (std::size_t index = 0; index + 2 < tokens_.size(); ++index) {
      const auto lead = between(tokens_[index], tokens_[index + 1]);
      const auto at = lead.find(of_which);
      if (!is_amount(tokens_[index]) || at == std::string_view::npos || at > 3) continue;
      const Cell whole = new_cell();
      bool told = false;
      for (std::size_t part = index + 1; part + 1 < tokens_.size() && is_amount(tokens_[part]); part += 2) {
        const auto words = between(tokens_[part], tokens_[part + 1]);
        // "占一般公共预算的 P%" speaks of another whole, "占 P%" of this one.
        if (!is_rate(tokens_[part + 1]) || (words != ",占" && words != "占" && words != "(占" && words != ",占比"))
          break;
        const Cell cell = new_cell();
        if (!told) add(value_of(tokens_[index], whole));
        told = true;
        add(value_of(tokens_[part], cell));
        add(claim_of(tokens_[part + 1], Claim::share, cell, whole, 0));
      }
    }
  }

  /// Figures of one claim meet in a cell of their own.
  Cell new_cell() {
    Cell cell;
    cell[Dimension::item] = Member("claim-" + std::to_string(++cells_));
    return cell;
  }

  Statement value_of(const Token& token, const Cell& cell) const {
    Statement statement;
    statement.has_figure = true;
    statement.quantity = token.quantity;
    statement.place = reading_.stream->place(token.begin, token.end);
    statement.text = statement.place.quote;
    statement.cell = cell;
    statement.sentence = sentence_;
    return statement;
  }

  Statement claim_of(const Token& token, Claim claim, const Cell& cell, const Cell& base, int sign) const {
    Statement statement = value_of(token, cell);
    statement.kind = Kind::claim;
    statement.claim = claim;
    statement.base = base;
    statement.direction = sign;
    statement.has_direction = sign != 0;
    return statement;
  }

  void add(Statement statement) { reading_.facts.statements.push_back(std::move(statement)); }

  Reading& reading_;
  std::string_view text_;
  std::vector<Token> tokens_;
  std::uint32_t sentence_ = 0;
  std::uint32_t cells_ = 0;
};

}  // namespace

void read_general_claims(Reading& reading) {
  Sentences(reading).run();
}

}  // namespace mingzhang::profile
