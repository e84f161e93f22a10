#include "profile/own_codes.h"

#include "profile/table_keys.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

constexpr std::size_t most_digits = 7;
constexpr std::size_t most_own = 1000;

bool digits(std::string_view normal) {
  return !normal.empty() && normal.find_first_not_of("0123456789") == std::string_view::npos;
}

struct CodeRow {
  std::string code, name;
};

/// "204 | 06 | 04 | 基层司法业务 | ...", "2040604 | 基层司法业务 | ...".
CodeRow row_of(const document::Line& line) {
  CodeRow row;
  for (std::size_t index = 0; index < line.fragments.size() && row.name.empty(); ++index) {
    const std::string words = text::normal_text(line.fragment(index));
    if (words.empty()) continue;
    if (!digits(words) || row.code.size() + words.size() > most_digits)
      row.name = words;
    else
      row.code += words.size() == 1 && !row.code.empty() ? "0" + words : words;
  }
  return row;
}

}  // namespace

Classification with_own_codes(const Classification& official, const document::Document& document) {
  Classification out = official;
  std::size_t added = 0;
  for (const auto& line : document.lines) {
    if (line.tabs == 0 || added >= most_own) continue;
    const CodeRow row = row_of(line);
    const bool below = is_code(row.code) && row.code.size() > 3 && out.knows(row.code.substr(0, 3));
    const bool named = !row.name.empty() && (static_cast<unsigned char>(row.name.front()) & 0x80U) != 0;
    if (!below || !named || out.knows(row.code)) continue;
    out.add(row.code, row.name);
    ++added;
  }
  return out;
}

}  // namespace mingzhang::profile
