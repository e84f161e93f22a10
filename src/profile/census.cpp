#include "profile/census.h"

#include <algorithm>
#include <map>

namespace mingzhang::profile {
namespace {

using cube::Kind;
using cube::Statement;

bool digit(std::string_view line, std::size_t at) {
  return at < line.size() && line[at] >= '0' && line[at] <= '9';
}

bool starts(std::string_view line, std::size_t at, std::string_view words) {
  return line.compare(at, words.size(), words) == 0;
}

std::size_t skip_blank(std::string_view line, std::size_t at) {
  while (at < line.size() && line[at] == ' ') ++at;
  return at;
}

bool ends_with(std::string_view line, std::size_t at, std::string_view words) {
  return at >= words.size() && line.compare(at - words.size(), words.size(), words) == 0;
}

/// 2023 年, 〔2023〕, 第 3 号, 12 月 31 日, "3." at the beginning, (4): numbers that are no figures.
bool is_no_figure(std::string_view line, std::size_t begin, std::size_t end) {
  const std::size_t after = skip_blank(line, end);
  const std::size_t before = [&] {
    std::size_t at = begin;
    while (at > 0 && line[at - 1] == ' ') --at;
    return at;
  }();
  const std::size_t length = end - begin;
  const bool year = length == 4 && (starts(line, begin, "19") || starts(line, begin, "20"));
  if (year && starts(line, after, "年")) return true;
  const bool opened = ends_with(line, before, "〔") || ends_with(line, before, "【") || ends_with(line, before, "[") ||
                      ends_with(line, before, "（") || ends_with(line, before, "(");
  const bool closed = starts(line, after, "〕") || starts(line, after, "】") || starts(line, after, "]") ||
                      starts(line, after, "）") || starts(line, after, ")");
  if (opened && closed && (year || length <= 2)) return true;
  const bool document_number = ends_with(line, before, "〕") || ends_with(line, before, "】") ||
                               ends_with(line, before, "]") || ends_with(line, before, "第");
  if (document_number && starts(line, after, "号")) return true;
  if (length <= 2 && starts(line, after, "月")) return true;
  if (length <= 2 && starts(line, after, "日") && ends_with(line, before, "月")) return true;
  const bool first = line.find_first_not_of(' ') == begin;
  if (!first || length > 2) return false;
  const bool mark = starts(line, after, ".") || starts(line, after, "、") || starts(line, after, "．");
  return mark && !digit(line, after + 1);
}

struct Span {
  std::uint32_t begin = 0, end = 0;
};

/// What is spoken of, line by line (index into Document::lines).
class Spans {
 public:
  explicit Spans(const document::Document& document) : spans_(document.lines.size()) {
    std::uint32_t index = 0;
    for (const auto& line : document.lines) lines_[{line.page, line.number}] = index++;
  }

  void add(const cube::Place& place) {
    const auto first = lines_.find({place.page, place.line});
    if (first == lines_.end()) return;
    for (std::uint32_t line = first->second; line < spans_.size(); ++line) {
      const bool head = line == first->second, tail = at(line) >= place.last_line;
      spans_[line].push_back({head ? place.begin : 0, tail ? place.end : UINT32_MAX});
      if (tail) break;
    }
  }

  bool covers(std::uint32_t line, std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(spans_[line].begin(), spans_[line].end(),
                       [&](const Span& span) { return span.begin < end && begin < span.end; });
  }

  void number_lines(const document::Document& document) {
    numbers_.reserve(document.lines.size());
    for (const auto& line : document.lines) numbers_.push_back(line.number);
  }

 private:
  std::uint32_t at(std::uint32_t line) const { return numbers_[line]; }

  std::vector<std::vector<Span>> spans_;
  std::vector<std::uint32_t> numbers_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> lines_;
};

/// Figures, and the words of tables: labels, codes, 行次. Words of sentences may hold numbers that nobody read.
bool speaks_of_numbers(const Statement& statement) {
  return statement.kind != Kind::wording || !statement.place.table.empty() || statement.role == "fixed-words";
}

class Census {
 public:
  explicit Census(Reading& reading)
      : reading_(reading), document_(reading.stream->document()), spoken_(document_), clauses_(document_) {
    spoken_.number_lines(document_);
    clauses_.number_lines(document_);
    for (const auto& statement : reading.facts.statements)
      if (speaks_of_numbers(statement)) spoken_.add(statement.place);
    for (const auto& mention : reading.facts.unread) spoken_.add(mention.place);
    for (const auto& mention : reading.facts.free_text) spoken_.add(mention.place);
    for (const auto& clause : reading.clauses) clauses_.add(clause.place);
    describe_lines();
  }

  void run() {
    for (std::uint32_t index = 0; index < document_.lines.size(); ++index) {
      const auto& line = document_.lines[index];
      std::uint32_t silent = 0;
      Span span{UINT32_MAX, 0};
      for (const auto& token : count_numbers(line.text)) {
        if (spoken_.covers(index, token.begin, token.end)) continue;
        if (clauses_.covers(index, token.begin, token.end)) {
          add_fixed_word(line, token);
          continue;
        }
        ++silent;
        span.begin = std::min(span.begin, token.begin);
        span.end = std::max(span.end, token.end);
      }
      if (silent > 0) mention(index, line, silent, span);
    }
  }

 private:
  void describe_lines() {
    why_.assign(document_.lines.size(), reading_.form() ? "outside" : "no-profile");
    for (const auto& section : reading_.sections) {
      const std::uint32_t first = reading_.stream->line_at(section.begin);
      const bool free = section.section->reading == Section::Reading::free_text || section.section->free_rest;
      for (std::uint32_t line = first; line < why_.size() && reading_.stream->begin_of(line) < section.end; ++line)
        why_[line] = free ? "" : "no-clause";
    }
    for (const auto& table : reading_.tables)
      for (std::uint32_t line = table.first_line; line <= table.last_line && line < why_.size(); ++line)
        why_[line] = table.table->performance ? "performance-table" : "no-row";
    for (const auto& statement : reading_.facts.statements)
      if (statement.role == "reason") reasons_.push_back(statement.place);
  }

  /// A sentence that continues a reason on the same line is part of the reason.
  bool after_reason(const document::Line& line, const Span& span) const {
    return std::any_of(reasons_.begin(), reasons_.end(), [&](const cube::Place& place) {
      const bool starts_before = place.line < line.number || (place.line == line.number && place.begin <= span.begin);
      return starts_before && place.last_line >= line.number &&
             (place.last_line > line.number || place.end >= span.end);
    });
  }

  void add_fixed_word(const document::Line& line, const NumberToken& token) {
    Statement statement;
    statement.kind = Kind::wording;
    statement.role = "fixed-words";
    statement.text = line.text.substr(token.begin, token.end - token.begin);
    statement.place = place_in_line(line, token.begin, token.end);
    reading_.facts.statements.push_back(std::move(statement));
  }

  void mention(std::uint32_t index, const document::Line& line, std::uint32_t count, const Span& span) {
    cube::Mention mention{place_in_line(line, span.begin, span.end), why_[index], count};
    const bool note = mention.why == "no-row" && line.tabs == 0;  // remarks under a table
    const bool free = mention.why.empty() || note || after_reason(line, span);
    if (free) mention.why.clear();
    (free ? reading_.facts.free_text : reading_.facts.unread).push_back(std::move(mention));
  }

  Reading& reading_;
  const document::Document& document_;
  Spans spoken_, clauses_;
  std::vector<std::string> why_;
  std::vector<cube::Place> reasons_;
};

}  // namespace

std::vector<NumberToken> count_numbers(std::string_view line) {
  std::vector<NumberToken> tokens;
  for (std::size_t at = 0; at < line.size();) {
    if (!digit(line, at)) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (digit(line, end) || ((line.substr(end, 1) == "," || line.substr(end, 1) == ".") && digit(line, end + 1)))
      ++end;
    if (!is_no_figure(line, at, end))
      tokens.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return tokens;
}

void account_for_numbers(Reading& reading) {
  Census(reading).run();
}

Coverage count_coverage(const Reading& reading) {
  const auto& document = reading.stream->document();
  Spans bound(document), placed(document), free_text(document);
  for (auto* spans : {&bound, &placed, &free_text}) spans->number_lines(document);
  for (const auto& statement : reading.facts.statements)
    if (speaks_of_numbers(statement)) (statement.state == cube::State::bound ? bound : placed).add(statement.place);
  for (const auto& mention : reading.facts.free_text) free_text.add(mention.place);
  Coverage coverage;
  for (std::uint32_t index = 0; index < document.lines.size(); ++index) {
    for (const auto& token : count_numbers(document.lines[index].text)) {
      ++coverage.numbers;
      const auto covered = [&](const Spans& spans) { return spans.covers(index, token.begin, token.end); };
      ++(covered(bound)       ? coverage.bound
         : covered(placed)    ? coverage.placed
         : covered(free_text) ? coverage.free_text
                              : coverage.unread);
    }
  }
  return coverage;
}

}  // namespace mingzhang::profile
