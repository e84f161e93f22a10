#include <algorithm>

#include "profile/names.h"
#include "profile/read_table.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

/// The table of the form that a row of the index names, by one of its titles.
const Table* named_table(const Form& form, const std::string& name) {
  for (const auto& table : form.tables) {
    if (table.is_statement() && std::any_of(table.titles.begin(), table.titles.end(),
                                            [&](const Pattern& title) { return title.matches_whole(name); }))
      return &table;
  }
  return nullptr;
}

}  // namespace

void read_table_index(TableRead& read, Reading& reading) {
  const auto& lines = reading.stream->document().lines;
  for (std::uint32_t index = read.first_line; index <= read.last_line; ++index) {
    const auto& line = lines[index];
    if (line.tabs == 0) continue;
    const Table* table = nullptr;
    for (std::size_t fragment = 0; fragment < line.fragments.size(); ++fragment) {
      const std::string words = text::normal_text(line.fragment(fragment));
      cube::Statement statement = row_wording(line, fragment, fragment == 0 ? "label" : "index-words", read.table->id);
      if (fragment == 1) table = named_table(*reading.form(), bare_label(words));
      if (fragment == 1) statement.role = "index-name";
      if (words == "是" || words == "否") statement.role = "index-empty";
      statement.sentence = index;
      if (table != nullptr) statement.place.row = table->id;
      reading.facts.statements.push_back(std::move(statement));
    }
  }
}

}  // namespace mingzhang::profile
