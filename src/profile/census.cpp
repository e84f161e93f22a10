#include "profile/census.h"

#include <algorithm>

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
  if (length <= 2 && starts(line, after, "日") && ends_with(line, before, "月")) {
    std::size_t month = before - std::string_view("月").size();
    while (month > 0 && line[month - 1] == ' ') --month;
    return month > 0 && digit(line, month - 1);
  }
  if (before > 0 || length > 2) return false;
  const bool mark = starts(line, after, ".") || starts(line, after, "、") || starts(line, after, "．");
  return mark && !digit(line, after + 1);
}

struct Span {
  std::uint32_t begin = 0, end = 0;
};

/// What is spoken of, line by line (index into Document::lines).
class Spans {
 public:
  explicit Spans(const Stream& stream) : stream_(stream), lines_(stream.line_count()) {}

  void add(const cube::Place& place) {
    const auto first = stream_.line_of(place);
    for (std::size_t line = first.value_or(lines_.size()); line < lines_.size(); ++line) {
      const auto& here = stream_.document().lines[line];
      // Lines of each page begin at 1: what ends above where it began ends on the next page.
      const bool turned = place.last_line >= place.line || here.page > place.page;
      const bool head = line == first, tail = turned && here.number >= place.last_line;
      lines_[line].push_back({head ? place.begin : 0, tail ? place.end : UINT32_MAX});
      if (tail) break;
    }
  }

  /// Puts the spans in order and joins those that meet; asked after the last `add`.
  void join() {
    for (auto& spans : lines_) {
      std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
      std::size_t kept = 0;
      for (std::size_t next = 1; next < spans.size(); ++next) {
        if (spans[next].begin <= spans[kept].end)
          spans[kept].end = std::max(spans[kept].end, spans[next].end);
        else
          spans[++kept] = spans[next];
      }
      if (!spans.empty()) spans.resize(kept + 1);
    }
  }

  bool covers(std::uint32_t line, const NumberToken& token) const {
    const auto& spans = lines_[line];
    const auto after = std::lower_bound(spans.begin(), spans.end(), token.end,
                                        [](const Span& span, std::uint32_t end) { return span.begin < end; });
    return after != spans.begin() && std::prev(after)->end > token.begin;
  }

 private:
  const Stream& stream_;
  std::vector<std::vector<Span>> lines_;
};

/// Figures, and the words of tables: labels, codes, 行次. Words of sentences may hold numbers that nobody read.
bool speaks_of_numbers(const Statement& statement) {
  return statement.kind != Kind::wording || !statement.place.table.empty() || statement.role == "fixed-words";
}

class Census {
 public:
  explicit Census(Reading& reading)
      : reading_(reading),
        document_(reading.stream->document()),
        spoken_(*reading.stream),
        reasons_(*reading.stream),
        clauses_(*reading.stream),
        free_words_(*reading.stream) {
    for (const auto& statement : reading.facts.statements) {
      if (speaks_of_numbers(statement)) spoken_.add(statement.place);
      if (statement.role == "reason") reasons_.add(statement.place);
    }
    for (const auto& mention : reading.facts.unread) spoken_.add(mention.place);
    for (const auto& mention : reading.facts.free_text) spoken_.add(mention.place);
    for (const auto& clause : reading.clauses) add_clause(clause);
    for (auto* spans : {&spoken_, &reasons_, &clauses_, &free_words_}) spans->join();
    describe_lines();
  }

  void run() {
    for (std::uint32_t index = 0; index < document_.lines.size(); ++index) {
      const auto& line = document_.lines[index];
      Silent silent;
      for (const auto& token : count_numbers(line.text)) {
        if (spoken_.covers(index, token)) continue;
        const bool reason = reasons_.covers(index, token);
        if (!reason &&
            (is_page_number(line.text) || is_page_of_entry(index, token) || free_words_.covers(index, token))) {
          reading_.facts.free_text.push_back({place_in_line(line, token.begin, token.end), {}, 1});
          continue;
        }
        if (!reason && clauses_.covers(index, token)) {
          add_fixed_word(line, token);
          continue;
        }
        if (silent.reason != reason) {
          mention(index, line, silent);
          silent = {};
        }
        silent.reason = reason;
        silent.add(token);
      }
      mention(index, line, silent);
    }
  }

 private:
  /// What a clause says in words of its own is free text; the rest of it is fixed.
  void add_clause(const ClauseRead& clause) {
    clauses_.add(clause.place);
    for (const auto& capture : clause.match.captures) {
      const SlotType type = clause.clause->pattern.slots()[capture.slot].type;
      if ((type == SlotType::text || type == SlotType::prose) && capture.end > capture.begin)
        free_words_.add(reading_.stream->place(capture.begin, capture.end));
    }
  }

  /// In a table of contents.
  bool is_page_of_entry(std::uint32_t index, const NumberToken& token) const {
    return why_[index] == "outside" && page_of_entry(document_.lines[index].text) == token.begin;
  }

  /// Numbers of one line that nobody speaks of, all of them in reasons or none.
  struct Silent {
    bool reason = false;
    std::uint32_t count = 0;
    Span span{UINT32_MAX, 0};

    void add(const NumberToken& token) {
      ++count;
      span.begin = std::min(span.begin, token.begin);
      span.end = std::max(span.end, token.end);
    }
  };

  /// Rows of tabs have no words in the stream: they belong to the words before them.
  bool begins_in(const SectionRead& section, std::uint32_t line) const {
    const std::size_t begin = reading_.stream->begin_of(line);
    return begin < section.end || (begin == section.end && document_.lines[line].tabs > 0);
  }

  void describe_lines() {
    why_.assign(document_.lines.size(), reading_.form() ? "outside" : "no-profile");
    for (const auto& section : reading_.sections) {
      const std::uint32_t first = reading_.stream->line_at(section.begin);
      const bool free = section.section->reading == Section::Reading::free_text || section.section->free_rest;
      for (std::uint32_t line = first; line < why_.size() && begins_in(section, line); ++line)
        why_[line] = free ? "" : "no-clause";
    }
    for (const auto& table : reading_.tables)
      for (std::uint32_t line = table.first_line; line <= table.last_line && line < why_.size(); ++line)
        why_[line] = table.table->performance ? "performance-table" : "no-row";
  }

  void add_fixed_word(const document::Line& line, const NumberToken& token) {
    Statement statement;
    statement.kind = Kind::wording;
    statement.role = "fixed-words";
    statement.text = line.text.substr(token.begin, token.end - token.begin);
    statement.place = place_in_line(line, token.begin, token.end);
    reading_.facts.statements.push_back(std::move(statement));
  }

  void mention(std::uint32_t index, const document::Line& line, const Silent& silent) {
    if (silent.count == 0) return;
    std::string why = silent.reason ? "" : why_[index];
    if (why == "no-row" && line.tabs == 0) why.clear();  // remarks under a table
    (why.empty() ? reading_.facts.free_text : reading_.facts.unread)
        .push_back({place_in_line(line, silent.span.begin, silent.span.end), why, silent.count});
  }

  Reading& reading_;
  const document::Document& document_;
  Spans spoken_, reasons_, clauses_, free_words_;
  std::vector<std::string> why_;
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
  Spans bound(*reading.stream), placed(*reading.stream), free_text(*reading.stream);
  for (const auto& statement : reading.facts.statements)
    if (speaks_of_numbers(statement)) (statement.state == cube::State::bound ? bound : placed).add(statement.place);
  for (const auto& mention : reading.facts.free_text) free_text.add(mention.place);
  for (auto* spans : {&bound, &placed, &free_text}) spans->join();
  Coverage coverage;
  for (std::uint32_t index = 0; index < document.lines.size(); ++index) {
    for (const auto& token : count_numbers(document.lines[index].text)) {
      ++coverage.numbers;
      ++(bound.covers(index, token)       ? coverage.bound
         : placed.covers(index, token)    ? coverage.placed
         : free_text.covers(index, token) ? coverage.free_text
                                          : coverage.unread);
    }
  }
  return coverage;
}

}  // namespace mingzhang::profile
