#include <gtest/gtest.h>

#include <bit>
#include <cstring>

#include "formats/xls/xls_format.h"
#include "rejection.h"
#include "support/office_files.h"
#include "support/shown.h"

namespace mingzhang::formats {
namespace {

using testing_support::compound_file;
using testing_support::notices;
using testing_support::put16;
using testing_support::put32;
using testing_support::shown;

std::string record(std::uint32_t id, const std::string& data) {
  std::string out;
  put16(out, id);
  put16(out, static_cast<std::uint32_t>(data.size()));
  return out + data;
}

std::string words(std::initializer_list<std::uint32_t> values) {
  std::string out;
  for (const auto value : values) put16(out, value);
  return out;
}

std::string wide(const std::u16string& text) {
  std::string out;
  for (const char16_t unit : text) put16(out, unit);
  return out;
}

std::string real(double value) {
  std::string out;
  const auto bits = std::bit_cast<std::uint64_t>(value);
  put32(out, static_cast<std::uint32_t>(bits));
  put32(out, static_cast<std::uint32_t>(bits >> 32U));
  return out;
}

const std::string begin_globals = record(0x809, words({0x600, 5, 0, 0, 0, 0, 0, 0}));
const std::string begin_sheet = record(0x809, words({0x600, 0x10, 0, 0, 0, 0, 0, 0}));
const std::string end = record(0x0A, "");

std::string sheet_entry(std::uint32_t offset, char state, const std::string& name) {
  std::string data;
  put32(data, offset);
  data += state;
  data += std::string(1, '\0') + static_cast<char>(name.size()) + std::string(1, '\0') + name;
  return record(0x85, data);
}

/// A workbook of a shown sheet and a hidden one; `globals` stand before the sheets.
std::string workbook(const std::string& globals, const std::string& sheet) {
  const auto build = [&](std::uint32_t first, std::uint32_t second) {
    return begin_globals + sheet_entry(first, 0, "One") + sheet_entry(second, 1, "Two") + globals + end;
  };
  const auto offset = static_cast<std::uint32_t>(build(0, 0).size());
  const std::string content = begin_sheet + sheet + end;
  return build(offset, offset + static_cast<std::uint32_t>(content.size())) + content + begin_sheet + end;
}

document::Document parse(const std::string& stream) {
  const std::string file = compound_file("Workbook", stream);
  return parse_xls(CompoundFile(file));
}

/// Format 4 is style 1.
const std::string styles = record(0xE0, words({0, 0})) + record(0xE0, words({0, 4}));

std::string shared_strings() {
  // The second text is cut in its middle, and goes on with narrow characters.
  const std::string first = words({2}) + std::string(1, '\1') + wide(u"项目");
  const std::string second = words({4}) + std::string(1, '\1') + wide(u"甲乙");
  std::string counts;
  put32(counts, 2);
  put32(counts, 2);
  return record(0xFC, counts + first + second) + record(0x3C, std::string(1, '\0') + "AB");
}

std::string label(std::uint32_t row, std::uint32_t column, std::uint32_t index) {
  std::string data = words({row, column, 0});
  put32(data, index);
  return record(0xFD, data);
}

std::string rk(std::uint32_t value) {
  std::string out;
  put32(out, value);
  return out;
}

TEST(Xls, CellsOfEveryKind) {
  const std::string sheet =
      label(0, 0, 0) + label(0, 1, 1) + record(0x203, words({1, 0, 1}) + real(0.1 + 0.2)) +
      record(0x27E, words({1, 1, 1}) + rk(125476U << 2U | 3U)) +  // 1254.76 in hundredths
      record(0xBD, words({2, 0, 0}) + rk(7U << 2U | 2U) + words({1}) + rk(0x3FF80000U) + words({1})) +  // 7 and 1.5
      record(0x06, words({3, 0, 1}) + real(2.5) + std::string(10, '\0')) +
      record(0x06, words({3, 1, 0}) + std::string("\0\0\0\0\0\0\xFF\xFF", 8) + std::string(10, '\0')) +
      record(0x207, words({1}) + std::string(1, '\1') + wide(u"文")) +
      record(0x205, words({4, 0, 0}) + std::string("\x17\1", 2)) +
      record(0x205, words({4, 1, 0}) + std::string("\1\0", 2));
  const auto document = parse(workbook(styles + shared_strings(), sheet));
  EXPECT_EQ(shown(document),
            "1:1 #1 项目|甲乙AB\n1:2 #1 0.30|1,254.76\n1:3 #1 7|1.50\n1:4 #1 2.50|文\n1:5 #1 #REF!|TRUE\n");
  EXPECT_EQ(document.sheets, (std::vector<std::string>{"One", "Two"}));
  EXPECT_EQ(notices(document), "hidden-sheets Two\nformula-errors 1\n");
  EXPECT_EQ(document.format, document::Format::xls);
}

TEST(Xls, MergedAndHidden) {
  std::string hidden_row = words({2, 0, 2, 0, 0, 0});
  put32(hidden_row, 0x20);
  const std::string sheet = record(0x7D, words({2, 2, 0, 0, 1, 0})) + record(0x208, hidden_row) + label(0, 0, 0) +
                            label(0, 1, 1) + record(0x203, words({1, 1, 0}) + real(1)) +
                            record(0x203, words({1, 2, 0}) + real(9)) + record(0x203, words({1, 3, 0}) + real(2)) +
                            record(0x203, words({2, 1, 0}) + real(9)) + record(0xE5, words({1, 0, 0, 1, 3}));
  const auto document = parse(workbook(styles + shared_strings(), sheet));
  EXPECT_EQ(shown(document), "1:1 #1 项目|甲乙AB| {1 2×1}\n1:2 #1 |1|2\n");
  EXPECT_EQ(notices(document), "hidden-sheets Two\nhidden-columns 1\nhidden-rows 1\n");
}

TEST(Xls, OldEncryptedAndDamagedOnesAreRefused) {
  const auto rejected = [](const std::string& stream) { return rejection_of([&] { parse(stream); }); };
  EXPECT_EQ(rejected(workbook(record(0x2F, words({0})), "")), "encrypted: xls");
  EXPECT_EQ(rejected(record(0x809, words({0x500, 5, 0, 0})) + end), "needs-libreoffice: xlsx");
  EXPECT_EQ(rejected("x"), "damaged: BIFF");
  EXPECT_EQ(rejected(workbook("", "")), "empty: 0");
}

TEST(Xls, EveryCutOfAFileIsSurvived) {
  const std::string file =
      compound_file("Workbook", workbook(styles + shared_strings(), label(0, 0, 0) + label(1, 1, 1)));
  for (std::size_t size = 0; size < file.size(); size += 61) {
    const std::string cut = file.substr(0, size);
    rejection_of([&] { parse_xls(CompoundFile(cut)); });
  }
  std::string circle = file;
  circle[512 + 2 * 4] = 2;  // the first sector of the stream follows itself
  circle[512 + 2 * 4 + 1] = circle[512 + 2 * 4 + 2] = circle[512 + 2 * 4 + 3] = 0;
  rejection_of([&] { parse_xls(CompoundFile(circle)); });
}

}  // namespace
}  // namespace mingzhang::formats
