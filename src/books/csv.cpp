#include "books/csv.h"

namespace mingzhang::books {

bool split_csv(std::string_view record, std::vector<std::string>& cells) {
  cells.clear();
  if (record.starts_with("\xEF\xBB\xBF")) record.remove_prefix(3);
  for (;;) {
    std::string cell;
    if (record.starts_with('"')) {
      record.remove_prefix(1);
      for (;;) {
        const auto quote = record.find('"');
        if (quote == std::string_view::npos) return false;
        cell += record.substr(0, quote);
        record.remove_prefix(quote + 1);
        if (!record.starts_with('"')) break;
        cell += '"';
        record.remove_prefix(1);
      }
    }
    const auto comma = record.find(',');
    cell += record.substr(0, comma);
    cells.push_back(std::move(cell));
    if (comma == std::string_view::npos) return true;
    record.remove_prefix(comma + 1);
  }
}

void append_csv(std::string& out, std::string_view cell) {
  // A blank at an end would be lost where fields are trimmed.
  const bool plain =
      cell.find_first_of(",\"\r\n\t") == std::string_view::npos && !cell.starts_with(' ') && !cell.ends_with(' ');
  if (plain) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string escaped(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

std::string unescaped(std::string_view value) {
  std::string out;
  for (std::size_t index = 0; index < value.size(); ++index) {
    if (value[index] != '\\' || index + 1 == value.size()) {
      out += value[index];
    } else {
      ++index;
      out += value[index] == 'n' ? '\n' : value[index];
    }
  }
  return out;
}

}  // namespace mingzhang::books
