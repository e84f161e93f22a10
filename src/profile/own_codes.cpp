#include "profile/own_codes.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "profile/table_keys.h"
#include "profile/table_writer.h"
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

bool is_ideograph(std::string_view words) {
  return !words.empty() && (static_cast<unsigned char>(words.front()) & 0x80U) != 0;
}

/// Of the classes that the form knows, and not known itself.
bool is_own(const std::string& code, const Classification& known) {
  return is_code(code) && code.size() > 3 && known.knows(code.substr(0, 3)) && !known.knows(code);
}

/// "204 06 04 基层司法业务 12.00", or over several lines: a code, its name, and the first of its figures.
class FlatRows {
 public:
  FlatRows(const document::Document& document, const Classification& known) : document_(document), known_(known) {}

  /// Names by codes, and how often each stands there.
  std::map<std::string, std::map<std::string, int>> names() {
    std::map<std::string, std::map<std::string, int>> out;
    for (std::size_t line = 0; line < document_.lines.size(); ++line) {
      const CodeRow row = row_at(line);
      if (!row.name.empty()) ++out[row.code][row.name];
    }
    return out;
  }

 private:
  CodeRow row_at(std::size_t line) const {
    constexpr std::size_t most_lines = 6;
    const auto& first = document_.lines[line];
    if (first.fragments.empty() || !digits(first.fragment(0).substr(0, 3))) return {};
    CodeRow row;
    for (std::size_t at = line; at < document_.lines.size() && at < line + most_lines; ++at) {
      if (document_.lines[at].tabs > 0) return {};
      std::istringstream words(document_.lines[at].text);
      for (std::string word; words >> word;) {
        word = text::normal_text(word);
        if (row.name.empty() && digits(word) && row.code.size() + word.size() <= most_digits)
          row.code += word;
        else if (!is_own(row.code, known_))
          return {};
        else if (is_ideograph(word))
          row.name += word;
        else
          return is_figure(word) ? row : CodeRow();
      }
      if (!is_own(row.code, known_)) return {};
    }
    return {};
  }

  const document::Document& document_;
  const Classification& known_;
};

/// A name that stands there twice, the one that does most often.
std::string name_of(const std::map<std::string, int>& names) {
  const auto most =
      std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most->second > 1 ? most->first : std::string();
}

}  // namespace

Classification with_own_codes(const Classification& official, const document::Document& document) {
  Classification out = official;
  std::size_t added = 0;
  for (const auto& line : document.lines) {
    if (line.tabs == 0 || added >= most_own) continue;
    const CodeRow row = row_of(line);
    if (!is_own(row.code, out) || !is_ideograph(row.name)) continue;
    out.add(row.code, row.name);
    ++added;
  }
  for (const auto& [code, names] : FlatRows(document, out).names())
    if (const auto name = name_of(names); !name.empty() && added < most_own) {
      out.add(code, name);
      ++added;
    }
  return out;
}

}  // namespace mingzhang::profile
