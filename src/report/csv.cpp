#include "report/csv.h"

#include <algorithm>
#include <array>

#include "document/join.h"
#include "report/secrets.h"
#include "report/statement_words.h"

namespace mingzhang::report {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string quote_field(std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(field);
  std::string out = "\"";
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}
  ~Row() { out_ += "\r\n"; }
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;

  void words(std::string_view field) { put(csv_words(field)); }
  /// A figure or an id of our own: it may begin with a minus sign.
  void plain(std::string_view field) { put(quote_field(field)); }
  void number(std::uint32_t field) { put(field == 0 ? std::string() : std::to_string(field)); }

 private:
  void put(const std::string& field) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += field;
  }

  std::string& out_;
  bool first_ = true;
};

void write_header(std::string& out) {
  Row row(out);
  for (const auto* name : {"kind", "state"}) row.plain(name);
  for (std::size_t index = 0; index < cube::dimension_count; ++index)
    row.plain(cube::name_of(static_cast<cube::Dimension>(index)));
  // "unit" is the dimension; the unit of a figure has a name of its own.
  for (const auto* name : {"value", "value_unit", "text", "relation", "claim", "direction", "base", "role", "page",
                           "line", "last_line", "table", "row", "column", "quote", "document", "sheet"})
    row.plain(name);
}

void write_statement(const cube::Statement& statement, const document::Document& document, const Secrets& secrets,
                     std::string& out) {
  Row row(out);
  row.plain(kind_id(statement.kind));
  row.plain(state_id(statement.state));
  for (std::size_t index = 0; index < cube::dimension_count; ++index)
    row.words(statement.cell[static_cast<cube::Dimension>(index)].name());
  row.plain(statement.has_figure ? value_of(statement) : "");
  row.words(unit_of(statement));
  row.words(statement.has_figure ? "" : secrets.hide(statement.text));
  row.plain(statement.has_figure ? relation_id(statement.relation) : "");
  row.plain(claim_id(statement.claim));
  row.plain(statement.has_direction ? std::to_string(statement.direction) : "");
  row.words(cube::to_string(statement.base));
  row.words(statement.role);
  const auto& place = statement.place;
  const auto origin = document::origin_of(document, place.page);
  row.number(origin.page);
  row.number(place.line);
  row.number(place.last_line);
  row.words(place.table);
  row.words(place.row);
  row.words(place.column);
  row.words(secrets.hide(place.quote));
  row.words(origin.path);
  row.words(origin.sheet);
}

}  // namespace

std::string csv_words(std::string_view words) {
  // Excel and others run what begins like this, in full width too; a tab or a line break before it does not stop them.
  constexpr auto risky =
      std::to_array<std::string_view>({"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"});
  const bool formula = std::any_of(risky.begin(), risky.end(), [&](auto start) { return words.starts_with(start); });
  return quote_field(formula ? "'" + std::string(words) : std::string(words));
}

std::string read_csv(const Entry& entry) {
  std::string out(byte_order_mark);
  write_header(out);
  if (entry.result == nullptr) return out;
  const Secrets secrets(*entry.result);
  const auto& document = entry.result->reading.stream->document();
  for (const auto& statement : entry.result->reading.facts.statements)
    write_statement(statement, document, secrets, out);
  return out;
}

}  // namespace mingzhang::report
