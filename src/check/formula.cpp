#include "check/formula.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/normal.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using money::Decimal;
using money::Interval;

constexpr int places = 8;

struct Token {
  char kind = 0;  ///< n, + - * / ( )
  Interval value;
  std::size_t begin = 0;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Written {
  Decimal value, step;
  std::size_t length = 0;
  int power = 0;
};

/// Digits, and 万, 亿 or % behind them.
std::optional<Written> written_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_digit(text[at])) return std::nullopt;
  std::size_t end = at;
  while (end < text.size() && (is_digit(text[end]) || ((text[end] == '.' || text[end] == ',') &&
                                                       end + 1 < text.size() && is_digit(text[end + 1]))))
    ++end;
  const auto value = money::parse_decimal(text.substr(at, end - at));
  if (!value) return std::nullopt;
  Written written{*value, value->unit(), end - at, 0};
  for (const auto& [word, power] : std::to_array<std::pair<std::string_view, int>>({{"万", 4}, {"亿", 8}, {"%", -2}})) {
    if (!text.substr(end).starts_with(word)) continue;
    written.power = power;
    written.length += word.size();
  }
  return written;
}

/// What is printed without decimals is exact here: persons, days, standards.
Interval interval_of(const Written& written) {
  const Decimal half = written.value.scale() == 0 ? Decimal() : (written.step * Decimal(5)).shifted(-1);
  const auto interval = Interval::around(written.value, half);
  return {interval.low.shifted(written.power), interval.high.shifted(written.power)};
}

std::optional<std::pair<char, std::size_t>> operator_at(std::string_view text, std::size_t at) {
  constexpr auto operators = std::to_array<std::pair<std::string_view, char>>({{"\\div", '/'},
                                                                               {"\\times", '*'},
                                                                               {"÷", '/'},
                                                                               {"×", '*'},
                                                                               {"/", '/'},
                                                                               {"*", '*'},
                                                                               {"+", '+'},
                                                                               {"-", '-'},
                                                                               {"(", '('},
                                                                               {")", ')'}});
  for (const auto& [word, kind] : operators)
    if (text.substr(at).starts_with(word)) return std::pair(kind, word.size());
  return std::nullopt;
}

/// The figures and signs from the last mark up to the =; words beside them are left out.
std::vector<Token> tokens_before(std::string_view text, std::size_t equals) {
  constexpr std::size_t longest = 300;
  std::size_t begin = equals > longest ? equals - longest : 0;
  while (begin < equals && begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  std::vector<Token> tokens;
  while (begin < equals) {
    if (const auto number = written_at(text, begin)) {
      tokens.push_back({'n', interval_of(*number), begin});
      begin += number->length;
      continue;
    }
    if (const auto sign = operator_at(text, begin)) {
      tokens.push_back({sign->first, {}, begin});
      begin += sign->second;
      continue;
    }
    const auto length = text::code_point_at(text, begin).length;
    const auto point = text.substr(begin, length);
    constexpr auto stops = std::to_array<std::string_view>({"。", ";", ":", ",", "=", ">", "<", "、", "年", "第"});
    if (std::find(stops.begin(), stops.end(), point) != stops.end()) tokens.clear();
    begin += length;
  }
  return tokens;
}

/// "(人/家)" behind a figure says what it counts.
std::vector<Token> without_units(const std::vector<Token>& tokens) {
  std::vector<Token> out;
  std::size_t figures = 0;  // since the last bracket opened
  for (const auto& token : tokens) {
    if (token.kind == '(') figures = 0;
    if (token.kind == 'n') ++figures;
    out.push_back(token);
    if (token.kind != ')' || figures > 0) continue;
    while (!out.empty() && out.back().kind != '(') out.pop_back();
    if (!out.empty()) out.pop_back();
    figures = 1;
  }
  return out;
}

/// Recursive descent over the whole of the tokens; a ÷ b × c by either reading.
class Calculation {
 public:
  Calculation(const std::vector<Token>& tokens, bool divides_by_all) : tokens_(tokens), by_all_(divides_by_all) {}

  std::optional<Interval> value() {
    const auto sum = sum_of(0);
    return sum && at_ == tokens_.size() ? sum : std::nullopt;
  }

 private:
  char next() const { return at_ < tokens_.size() ? tokens_[at_].kind : '\0'; }

  std::optional<Interval> sum_of(int depth) {
    auto sum = product_of(depth);
    while (sum && (next() == '+' || next() == '-')) {
      const char sign = tokens_[at_++].kind;
      const auto more = product_of(depth);
      if (!more) return std::nullopt;
      sum = sign == '+' ? *sum + *more : *sum - *more;
    }
    return sum;
  }

  std::optional<Interval> product_of(int depth) {
    auto product = factor_of(depth);
    while (product && (next() == '*' || next() == '/')) {
      const char sign = tokens_[at_++].kind;
      const auto more = sign == '/' && by_all_ ? product_of(depth) : factor_of(depth);
      if (!more || more->low.sign() < 0 || product->low.sign() < 0) return std::nullopt;
      if (sign == '/' && more->low.sign() <= 0) return std::nullopt;
      product = sign == '*' ? Interval{product->low * more->low, product->high * more->high}
                            : Interval{money::divide(product->low, more->high, 1, places).floor,
                                       money::divide(product->high, more->low, 1, places).ceiling};
    }
    return product;
  }

  std::optional<Interval> factor_of(int depth) {
    constexpr int deepest = 5;
    if (next() == 'n') return tokens_[at_++].value;
    if (next() != '(' || depth >= deepest) return std::nullopt;
    ++at_;
    const auto inner = sum_of(depth + 1);
    if (!inner || next() != ')') return std::nullopt;
    ++at_;
    return inner;
  }

  const std::vector<Token>& tokens_;
  bool by_all_;
  std::size_t at_ = 0;
};

bool calculates(const std::vector<Token>& tokens) {
  const auto count = [&](std::string_view kinds) {
    return std::count_if(tokens.begin(), tokens.end(),
                         [&](const Token& token) { return kinds.find(token.kind) != std::string_view::npos; });
  };
  return count("*/+-") > 0 && count("n") > 1;
}

}  // namespace

std::optional<Formula> formula_at(std::string_view text, std::size_t equals) {
  if (equals == 0 || text[equals - 1] == '>' || text[equals - 1] == '<') return std::nullopt;
  const auto result = written_at(text, equals + 1);
  if (!result) return std::nullopt;
  const std::size_t end = equals + 1 + result->length;
  if (const auto more = operator_at(text, end); more && more->first != ')' && more->first != '(') return std::nullopt;
  const auto tokens = without_units(tokens_before(text, equals));
  if (!calculates(tokens)) return std::nullopt;
  const auto value = Calculation(tokens, false).value(), other = Calculation(tokens, true).value();
  if (!value || !other || value->high.sign() < 0) return std::nullopt;  // 1-3月
  return Formula{tokens.front().begin, equals + 1, end, result->value, result->step, *value, *other, result->power};
}

bool comes_out(const Formula& formula) {
  const Decimal low = formula.stated - formula.step, high = formula.stated + formula.step;
  for (const auto& value : {formula.value, formula.other})
    for (const int power : {0, 2, -2, 4, -4})
      if (value.low.shifted(-formula.power + power) <= high && low <= value.high.shifted(-formula.power + power))
        return true;
  return false;
}

}  // namespace mingzhang::check
