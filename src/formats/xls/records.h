// The records of a workbook stream (BIFF8, MS-XLS), and texts in them that go on in the next record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::formats {

struct Record {
  std::uint16_t id = 0;
  std::string_view data;
};

/// Walks from an offset; past the end, and on a record that is cut, it has ended.
class Records {
 public:
  Records(std::string_view stream, std::size_t offset) : stream_(stream), at_(offset) {}

  bool next(Record& record);
  /// The data of the last record and of those that continue it.
  std::vector<std::string_view> with_continued(const Record& record);

 private:
  std::string_view stream_;
  std::size_t at_;
};

/// Reads over the pieces of a continued record. Past the end everything is 0 or empty.
class Pieces {
 public:
  explicit Pieces(std::vector<std::string_view> pieces) : pieces_(std::move(pieces)) {}

  bool at_end();
  std::uint8_t byte();
  std::uint16_t word();
  std::uint32_t long_word();
  void skip(std::size_t bytes);

  /// As many characters, of which flags have told the width; a new piece tells it anew.
  std::string characters(std::size_t count, bool wide);
  /// Flags, perhaps marks of format and pronunciation, and the words. `count` stands before.
  std::string text(std::size_t count);

 private:
  std::vector<std::string_view> pieces_;
  std::size_t piece_ = 0, at_ = 0;
};

}  // namespace mingzhang::formats
