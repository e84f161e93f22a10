// The tables that queries may ask: registers, and entries by their kind. Inside this room only.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "books/books.h"
#include "books/vocabulary.h"

namespace mingzhang::performance {

class AskedTable {
 public:
  enum class Type : std::uint8_t { text, date, number, money };
  struct Column {
    std::size_t index = 0;
    Type type = Type::text;
  };
  using Cells = std::span<const std::string_view>;

  AskedTable() = default;
  AskedTable(const AskedTable&) = delete;
  AskedTable& operator=(const AskedTable&) = delete;
  virtual ~AskedTable() = default;

  virtual std::optional<Column> column(std::string_view name) const = 0;
  /// The column that says when: of a register its first date.
  virtual std::optional<std::size_t> when() const = 0;
  /// The column of the fiscal year, where rows have one.
  virtual std::optional<std::size_t> year() const = 0;
  /// What a cell of this column is kept as; empty where `written` is none.
  virtual std::optional<std::string> value(std::string_view column, const std::string& written) const = 0;
  virtual void scan(std::int64_t up_to, const std::function<void(std::int64_t entry, Cells)>& visit) const = 0;
};

/// Null where there is no such table.
std::unique_ptr<AskedTable> asked_table(books::Books& books, const books::Vocabulary& vocabulary,
                                        const std::string& name);

}  // namespace mingzhang::performance
