// TOML as the data files use it: tables, arrays, strings, integers and truth values, each knowing where it stands.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mingzhang::toml {

/// A mistake in a file; what() begins with its place.
struct Mistake : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Files that extend others mix values of several: each knows its own.
struct Place {
  const std::string* file = nullptr;   ///< kept for good: the names of data files are few
  std::uint32_t line = 0, column = 0;  ///< 1-based, in characters

  std::string text() const;  ///< "form.toml:3:11: ", for the head of a message
};

class Value;
struct Entry;
using Array = std::vector<Value>;

/// Keys in the order of their bytes, so that nothing depends on the order of writing.
class Table {
 public:
  Table();
  Table(Table&&) noexcept;
  Table& operator=(Table&&) noexcept;
  ~Table();

  const Value* find(std::string_view key) const;
  Value* find(std::string_view key);
  Value& set(std::string key, Value value);
  void erase(std::string_view key);
  std::vector<Entry>::const_iterator begin() const;
  std::vector<Entry>::const_iterator end() const;
  std::vector<Entry>::iterator begin();
  std::vector<Entry>::iterator end();

 private:
  std::vector<Entry> entries_;
};

class Value {
 public:
  using Content = std::variant<Table, Array, std::string, std::int64_t, bool>;

  /// Who has made it decides what a later header may do with it.
  enum class Made : std::uint8_t {
    whole,   ///< written as one: nothing can be added
    header,  ///< [a], [[a]]: parts can be added below it
    path,    ///< on the way to a part: may still get its own header
  };

  Value(Content content, Place place, Made made = Made::whole)
      : content_(std::move(content)), place_(std::move(place)), made_(made) {}

  /// Null if it is something else.
  const Table* table() const { return std::get_if<Table>(&content_); }
  Table* table() { return std::get_if<Table>(&content_); }
  const Array* array() const { return std::get_if<Array>(&content_); }
  Array* array() { return std::get_if<Array>(&content_); }
  const std::string* string() const { return std::get_if<std::string>(&content_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&content_); }
  const bool* boolean() const { return std::get_if<bool>(&content_); }
  /// An array that holds tables alone, and some.
  bool is_array_of_tables() const;
  const Place& place() const { return place_; }
  Made made() const { return made_; }

 private:
  Content content_;
  Place place_;
  Made made_;
};

struct Entry {
  std::string key;
  Value value;
};

/// The table that a file is. Throws Mistake. Numbers with a point and dates are mistakes: no data file of this program
/// has a use for them.
Value parse(std::string_view content, const std::string& file);

}  // namespace mingzhang::toml
