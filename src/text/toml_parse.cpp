#include <algorithm>
#include <charconv>
#include <mutex>
#include <set>

#include "text/toml.h"
#include "text/utf8.h"

namespace mingzhang::toml {
namespace {

constexpr int max_depth = 32;

using Made = Value::Made;

const std::string* kept(const std::string& name) {
  static std::mutex door;
  static auto* names = new std::set<std::string>;
  const std::lock_guard lock(door);
  return &*names->insert(name).first;
}

class Parser {
 public:
  Parser(std::string_view text, const std::string& file) : text_(text), file_(kept(file)), root_(Table(), here()) {}

  Value run() {
    refuse_foreign_bytes();
    at_ = text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    for (skip_lines(); at_ < text_.size(); skip_lines()) {
      if (peek() == '[')
        header();
      else
        key_value(*current_, 0);
      end_line();
    }
    return std::move(root_);
  }

 private:
  static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

  [[noreturn]] void fail(const std::string& what) { throw Mistake(here().text() + what); }

  /// Lines and columns are counted on from the last place that was asked for.
  Place here() {
    for (; counted_ < std::min(at_, text_.size()); ++counted_) {
      const char c = text_[counted_];
      if (c == '\n') ++line_, column_ = 0;
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++column_;
    }
    return {file_, line_, column_};
  }

  void refuse_foreign_bytes() {
    at_ = std::min(text::first_invalid(text_), text_.size());
    if (at_ < text_.size()) fail("this is no UTF-8");
    const auto control = [](char c) {
      return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\x7F';
    };
    at_ = static_cast<std::size_t>(std::find_if(text_.begin(), text_.end(), control) - text_.begin());
    if (at_ < text_.size()) fail("a control character");
    at_ = 0;
  }

  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool take(std::string_view words) {
    if (!text_.substr(at_).starts_with(words)) return false;
    at_ += words.size();
    return true;
  }
  void expect(char c) {
    if (peek() != c) fail(std::string("expected '") + c + "'");
    ++at_;
  }

  void skip_blanks() {
    while (peek() == ' ' || peek() == '\t') ++at_;
  }
  void skip_comment() {
    if (peek() == '#') at_ = std::min(text_.find('\n', at_), text_.size());
  }
  bool take_newline() { return take("\n") || take("\r\n"); }
  /// Blanks, comments and ends of lines.
  void skip_lines() {
    do {
      skip_blanks();
      skip_comment();
    } while (take_newline());
  }
  void end_line() {
    skip_blanks();
    skip_comment();
    if (at_ < text_.size() && !take_newline()) fail("expected the end of the line");
  }

  std::string key() {
    if (peek() == '"' || peek() == '\'') return string();
    const auto bare = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    const std::size_t begin = at_;
    while (bare(peek())) ++at_;
    if (at_ == begin) fail("expected a key");
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::vector<std::string> dotted_key() {
    std::vector<std::string> path = {key()};
    for (skip_blanks(); peek() == '.'; skip_blanks()) {
      ++at_;
      skip_blanks();
      path.push_back(key());
    }
    if (path.size() > max_depth) fail("too many tables inside each other");
    return path;
  }

  /// The table that a part of a path leads to; of an array of tables the last one.
  Table& step(Table& from, const std::string& name, const Place& place) {
    Value* found = from.find(name);
    if (found == nullptr) found = &from.set(name, Value(Table(), place, Made::path));
    if (found->made() == Made::whole) fail("'" + name + "' is there already, and no table that can be extended");
    return found->array() != nullptr ? *found->array()->back().table() : *found->table();
  }

  /// [a.b] or [[a.b]]
  void header() {
    const Place place = here();
    const bool many = take("[[");
    if (!many) expect('[');
    skip_blanks();
    const auto path = dotted_key();
    expect(']');
    if (many) expect(']');
    Table* table = root_.table();
    for (std::size_t part = 0; part + 1 < path.size(); ++part) table = &step(*table, path[part], place);
    current_ = many ? &append(*table, path.back(), place) : &open(*table, path.back(), place);
  }

  Table& open(Table& in, const std::string& name, const Place& place) {
    Value* found = in.find(name);
    if (found != nullptr && found->made() != Made::path) fail("'" + name + "' is there already");
    Value opened(found != nullptr ? std::move(*found->table()) : Table(), place, Made::header);
    return *in.set(name, std::move(opened)).table();
  }

  Table& append(Table& in, const std::string& name, const Place& place) {
    Value* found = in.find(name);
    if (found == nullptr) found = &in.set(name, Value(Array(), place, Made::header));
    if (found->made() != Made::header || found->array() == nullptr) fail("'" + name + "' is there already");
    return *found->array()->emplace_back(Table(), place, Made::header).table();
  }

  void key_value(Table& table, int depth) {
    const Place place = here();
    auto path = dotted_key();
    expect('=');
    skip_blanks();
    Table* in = &table;
    for (std::size_t part = 0; part + 1 < path.size(); ++part) in = &step(*in, path[part], place);
    if (in->find(path.back()) != nullptr) fail("'" + path.back() + "' is there already");
    in->set(std::move(path.back()), value(depth + 1));
  }

  Value value(int depth) {
    if (depth > max_depth) fail("too many values inside each other");
    Place place = here();
    const char c = peek();
    if (c == '"' || c == '\'') return {string(), std::move(place)};
    if (c == '[') return {array(depth), std::move(place)};
    if (c == '{') return {inline_table(depth), std::move(place)};
    if (take("true")) return {true, std::move(place)};
    if (take("false")) return {false, std::move(place)};
    return {integer(), std::move(place)};
  }

  Array array(int depth) {
    Array items;
    ++at_;
    for (skip_lines(); peek() != ']'; skip_lines()) {
      items.push_back(value(depth + 1));
      skip_lines();
      if (peek() != ']') expect(',');
    }
    ++at_;
    return items;
  }

  Table inline_table(int depth) {
    Table table;
    ++at_;
    skip_blanks();
    for (bool first = true; peek() != '}'; first = false) {
      if (!first) expect(',');
      skip_blanks();
      key_value(table, depth);
      skip_blanks();
    }
    ++at_;
    return table;
  }

  std::int64_t integer() {
    std::string digits;
    const std::size_t begin = at_;
    if (peek() == '-') digits += '-';
    if (peek() == '-' || peek() == '+') ++at_;
    for (; (peek() >= '0' && peek() <= '9') || peek() == '_'; ++at_)
      if (peek() != '_') digits += peek();
    if (at_ == begin) fail("expected a value; words stand in quotes");
    constexpr std::string_view ends = " \t\r\n,]}#";
    if (at_ < text_.size() && ends.find(peek()) == std::string_view::npos)
      fail("figures are integers, or strings such as \"62.5\"");
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) fail("no integer, or too large");
    return number;
  }

  std::string string() {
    if (take("\"\"\"")) return long_string("\"\"\"", true);
    if (take("'''")) return long_string("'''", false);
    const char quote = text_[at_++];
    std::string out;
    while (peek() != quote) {
      const std::size_t begin = at_;
      while (at_ < text_.size() && !ends_run(text_[at_], quote)) ++at_;
      out += text_.substr(begin, at_ - begin);
      if (peek() == '\\' && quote == '"')
        escape(out);
      else if (peek() != quote)
        fail("a string does not end");
    }
    ++at_;
    return out;
  }

  static bool ends_run(char c, char quote) {
    return c == quote || c == '\n' || c == '\r' || (c == '\\' && quote == '"');
  }

  std::string long_string(std::string_view quotes, bool escapes) {
    std::string out;
    take_newline();
    while (!take(quotes)) {
      if (at_ >= text_.size()) fail("a string does not end");
      const std::size_t begin = at_;
      while (at_ < text_.size() && !ends_long_run(text_[at_], quotes.front())) ++at_;
      out += text_.substr(begin, at_ - begin);
      if (peek() == '\r' && peek(1) == '\n')
        ++at_;
      else if (peek() == '\\' && escapes)
        long_escape(out);
      else if (at_ < text_.size() && !text_.substr(at_).starts_with(quotes))
        out += text_[at_++];
    }
    // Up to two quotes may stand before those that end it.
    while (peek() == quotes.front()) out += text_[at_++];
    return out;
  }

  static bool ends_long_run(char c, char quote) { return c == quote || c == '\r' || c == '\\'; }

  /// A backslash at the end of a line takes all blanks and ends of lines behind it away.
  void long_escape(std::string& out) {
    const auto word = text_.find_first_not_of(" \t\r\n", at_ + 1);
    const auto gap = text_.substr(at_ + 1, std::min(word, text_.size()) - at_ - 1);
    if (gap.find('\n') == std::string_view::npos) return escape(out);
    at_ += 1 + gap.size();
  }

  void escape(std::string& out) {
    constexpr std::string_view letters = "btnfre\"\\", meant = "\b\t\n\f\r\x1B\"\\";
    const char letter = peek(1);
    at_ += 2;
    if (letter == 'u' || letter == 'U') return character(out, letter == 'u' ? 4 : 8);
    const auto index = letters.find(letter);
    if (letter == '\0' || index == std::string_view::npos) fail("unknown escape");
    out += meant[index];
  }

  void character(std::string& out, std::size_t digits) {
    std::uint32_t code = 0;
    const auto hex = text_.substr(at_, digits);
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    const bool whole = error == std::errc() && hex.size() == digits && end == hex.data() + digits;
    if (!whole || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) fail("no character of Unicode");
    text::append(out, static_cast<char32_t>(code));
    at_ += digits;
  }

  std::string_view text_;
  const std::string* file_;
  std::size_t at_ = 0, counted_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
  Value root_;
  Table* current_ = root_.table();
};

}  // namespace

Value parse(std::string_view content, const std::string& file) {
  return Parser(content, file).run();
}

}  // namespace mingzhang::toml
