// What books are made of: entries of a few kinds, each with its fields.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::books {

/// A column of a table of details. Values are texts as they are kept; an empty one means nothing was said.
struct Field {
  enum class Type : std::uint8_t { text, year, date, function, economic, value } type = Type::text;
  std::string_view name;
};

/// Details of one sort, in the table of this name. The first `account_fields` fields of money are those of its account.
struct Table {
  std::string_view name;
  std::span<const Field> fields;
  bool has_amount = false;

  /// Index of a field; the number of fields if there is none of that name.
  std::size_t index(std::string_view field) const;
};
inline constexpr std::size_t account_fields = 10;

/// What stands in place of a project's name where goals and indicators are those of the whole unit.
inline constexpr std::string_view whole_unit = "整体";

/// What an entry means. Amounts are kept as entered, and count for their account by `sign` of the kind.
struct Kind {
  std::string_view id;
  const Table* table = nullptr;
  bool may_be_negative = false;
  std::string_view measure;  ///< quantities: where none is said
  std::string_view stage;    ///< likewise; empty: holds for every stage
  std::vector<std::string_view> required;
  int appropriation = 0;  ///< what an amount does to what is left of its appropriation: +1, -1, or nothing
};

std::span<const Kind> kinds();
const Kind* find_kind(std::string_view id);
/// Goals, indicators, actual values: what is judged together once it is entered.
bool is_performance(const Kind& kind);
/// Position in kinds().
std::size_t index_of(const Kind& kind);
std::span<const Table> tables();
const Table* find_table(std::string_view name);

struct Entry {
  std::int64_t number = 0;
  const Kind* kind = nullptr;
  std::string at;  ///< UTC, 2025-03-01T08:30:00Z
  std::string who;
  std::int64_t reverses = 0;  ///< number of the entry that this one takes back, or 0
  std::string note;
  std::string allowed;              ///< "WHO/REASON" where more was spent than was left
  std::int64_t amount = 0;          ///< hundredths: fen of money, of other measures too
  std::vector<std::string> values;  ///< one a field of the kind's table

  std::string_view value(std::string_view field) const;
};

}  // namespace mingzhang::books
