#include "formats/csv/csv_format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "formats/grid/builder.h"
#include "formats/rejected.h"
#include "formats/text/kind.h"
#include "formats/words.h"

namespace mingzhang::formats {
namespace {

constexpr std::uint32_t most_columns = 16'384;

char separator_of(std::string_view text) {
  constexpr std::size_t head_bytes = 16 << 10;
  constexpr auto separators = std::to_array<char>({',', ';', '\t'});
  std::array<std::size_t, separators.size()> counts{};
  bool quoted = false;
  for (const char c : text.substr(0, head_bytes)) {
    if (c == '"') quoted = !quoted;
    for (std::size_t index = 0; index < separators.size() && !quoted; ++index)
      counts[index] += c == separators[index] ? 1U : 0U;
  }
  return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

class CsvReader {
 public:
  CsvReader(std::string_view text, const TextLimits& limits)
      : text_(text), limits_(limits), separator_(separator_of(text)) {}

  Table read(std::vector<std::uint32_t>& numbers) {
    while (at_ < text_.size()) {
      numbers.push_back(line_);
      if (numbers.size() > limits_.lines) throw Rejected("too-many-lines", 0, "> " + std::to_string(limits_.lines));
      read_record();
      ++table_.rows;
    }
    return std::move(table_);
  }

 private:
  void read_record() {
    for (std::uint32_t column = 0;; ++column) {
      std::string field = text_.substr(at_).starts_with('"') ? quoted() : plain();
      if (!trimmed(field).empty()) {
        if (column >= most_columns || table_.cells.size() >= limits_.fragments)
          throw Rejected("too-many-lines", line_, "cells");
        table_.columns = std::max(table_.columns, column + 1);
        table_.cells.push_back({table_.rows, column, 1, 1, std::move(field)});
      }
      if (at_ >= text_.size() || text_[at_++] != separator_) return;
    }
  }

  std::string plain() {
    const std::string ends{separator_, '\n'};
    const std::size_t end = std::min(text_.find_first_of(ends, at_), text_.size());
    std::string field(text_.substr(at_, end - at_));
    at_ = end;
    if (end < text_.size() && text_[end] == '\n') ++line_;
    return field;
  }

  /// Up to the end of the field, also if more stands behind the closing quotation mark.
  std::string quoted() {
    std::string field;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        field += text_[++at_];
      } else {
        ++at_;
        break;
      }
    }
    return field + plain();
  }

  std::string_view text_;
  const TextLimits& limits_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  Table table_;
};

}  // namespace

document::Document parse_csv(std::string_view bytes, const Converters& converters, const TextLimits& limits) {
  refuse_other_formats(bytes);
  if (!is_utf16(bytes)) refuse_binary(bytes);
  const Decoded decoded = decode_text(bytes, converters);
  const std::string text = valid_text(decoded.text());
  Builder builder(document::Format::csv, limits);
  SheetNumbers numbers;
  const Table table = CsvReader(text, limits).read(numbers.rows);
  if (decoded.guessed_gb18030) builder.notice("encoding-gb18030", "");
  builder.sheet(table, 0, numbers);
  return builder.finish();
}

}  // namespace mingzhang::formats
