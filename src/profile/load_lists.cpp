#include <algorithm>
#include <cctype>

#include "laws/law.h"
#include "profile/load_parts.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;

/// ["id", "name", ...]
std::vector<std::string> read_member(const TomlTable& list, const toml::node& item) {
  std::vector<std::string> words;
  if (const auto* row = item.as_array())
    for (const auto& word : *row)
      if (word.is_string()) words.push_back(*word.value<std::string>());
  const bool sound = item.is_array() && words.size() == item.as_array()->size() && words.size() >= 2;
  if (!sound || std::find(words.begin(), words.end(), "") != words.end())
    list.fail("a member is [\"id\", \"name\", ...]", &item);
  return words;
}

/// Digits of the codes that are meant.
std::size_t read_level(const TomlTable& table, int otherwise) {
  const int level = table.integer("level", otherwise);
  if (level != 3 && level != 5 && level != 7) table.fail("'level' is 3, 5 or 7");
  return static_cast<std::size_t>(level);
}

void add_entry(NameList& list, Member member, const std::vector<std::string>& names) {
  NameList::Entry entry;
  entry.member = member;
  entry.cell = Cell{}.with(list.dimension, entry.member);
  for (const auto& name : names) entry.names.push_back(text::normal_text(name));
  list.entries.push_back(std::move(entry));
}

/// A member is ["id", "name", ...] of the list's dimension, or { cell = {...}, names = [...] } of several.
void add_member(NameList& list, const TomlTable& entry, const toml::node& item) {
  if (const auto* table = item.as_table()) {
    const TomlTable member(*table, entry.file());
    NameList::Entry out;
    out.cell = member.cell("cell");
    for (const auto& name : member.strings("names")) out.names.push_back(text::normal_text(name));
    if (out.names.empty()) member.fail("a member needs names");
    member.finish();
    list.entries.push_back(std::move(out));
    return;
  }
  std::vector<std::string> names = read_member(entry, item);
  const Member member = entry.member(list.dimension, names.front(), &item);
  names.erase(names.begin());
  add_entry(list, member, names);
}

/// Members of a classification: the codes named and, unless `exact`, what lies below them; or all of one level.
void add_codes(NameList& list, const TomlTable& table, const Form& form) {
  const auto& classification = list.dimension == Dimension::economic ? *form.economic : *form.functional;
  const auto special = table.table("names");
  const auto level = table.has("level") ? read_level(table, 3) : 0;
  std::vector<std::string> codes = table.strings("codes");
  const bool exact = table.boolean("exact", false);
  for (const auto& code : codes)
    if (code.empty() || code.find_first_not_of("0123456789") != std::string::npos)
      table.fail("'" + code + "' is no code");
  if (level != 0 && codes.empty()) codes = classification.children("");
  if (level != 0 || !exact) {
    for (std::size_t index = 0; index < codes.size(); ++index)
      for (const auto& child : classification.children(codes[index])) codes.push_back(child);
  }
  for (const auto& code : codes) {
    if (level != 0 && code.size() != level) continue;
    std::vector<std::string> names;
    if (special && special->has(code)) names = special->strings(code);
    if (const auto official = classification.name_of(code);
        official && std::find(names.begin(), names.end(), *official) == names.end())
      names.push_back(*official);
    if (!names.empty()) add_entry(list, Member(code), names);
  }
  if (special) special->finish();
}

}  // namespace

std::vector<NameList> read_lists(const TomlTable& table, const Form& form) {
  std::vector<NameList> lists;
  for (const auto& id : table.keys()) {
    const auto entry = *table.table(id);
    NameList list;
    list.id = id;
    const auto dimension = cube::dimension_named(entry.string("dimension"));
    if (!dimension) entry.fail("list '" + id + "': unknown dimension");
    list.dimension = *dimension;
    if (const auto* members = entry.array("members")) {
      for (const auto& item : *members) add_member(list, entry, item);
    } else {
      add_codes(list, entry, form);
    }
    if (list.entries.empty()) entry.fail("list '" + id + "' has no members");
    for (const auto& member : list.entries)
      list.all_names.insert(list.all_names.end(), member.names.begin(), member.names.end());
    entry.finish();
    lists.push_back(std::move(list));
  }
  return lists;
}

PartsLaw read_parts_law(const TomlTable& table, const Form& form, const Cell& context) {
  PartsLaw law;
  law.name = table.string("name");
  law.whole = context.with(table.cell("whole"));
  law.closed = table.boolean("closed", true);
  law.severe = table.boolean("severe", true);
  law.rule = table.string("rule", "");
  if (!law.rule.empty() && !laws::rule_named(law.rule)) table.fail("'" + law.rule + "' is no rule of a law");
  law.complete = table.boolean("complete", false);
  law.whole_elsewhere = table.boolean("whole_elsewhere", false);
  law.premise = table.boolean("premise", false);
  law.given = table.string("given", "");
  law.each_of = table.string("each_of", "");
  if (table.has("over")) {
    const auto* list = form.list(table.string("over"));
    if (list == nullptr) table.fail("'over' names no list of the form");
    for (const auto& entry : list->entries) law.parts.push_back(law.whole.with(entry.cell));
  } else if (table.has("tree")) {
    const auto dimension = cube::dimension_named(table.string("tree"));
    if (!dimension) table.fail("'tree' names no dimension");
    law.tree = *dimension;
    law.level = read_level(table, 7);
    law.by = static_cast<std::size_t>(table.integer("by", 0));
  } else {
    const auto parts = table.tables("parts");
    if (parts.empty()) table.fail("a law needs 'parts', 'over' or 'tree'");
    for (const auto& part : parts) law.parts.push_back(context.with(read_cell(part)));
  }
  law.signs.assign(law.parts.size(), 1);
  for (const auto& part : table.tables("less")) {
    law.parts.push_back(context.with(read_cell(part)));
    law.signs.push_back(-1);
  }
  if (table.has("each")) {
    law.each = cube::dimension_named(table.string("each"));
    if (!law.each) table.fail("'each' names no dimension");
  }
  table.finish();
  return law;
}

constexpr std::size_t max_parts = 1000;

KeyedLaw parse_keyed_law(const std::string& text, const TomlTable& at) {
  KeyedLaw law;
  law.name = text;
  std::size_t pos = 0;
  int side = -1, sign = 1;  // the first key is the whole; later keys of the left side are taken over with a minus
  bool first = true;
  const auto skip = [&] {
    while (pos < text.size() && text[pos] == ' ') ++pos;
  };
  const auto number = [&]() -> int {
    skip();
    int value = 0;
    const std::size_t begin = pos;
    while (pos < text.size() && std::isdigit(static_cast<unsigned char>(text[pos])) && pos - begin < 5)
      value = value * 10 + (text[pos++] - '0');
    if (begin == pos) at.fail("law '" + text + "': a key is expected at character " + std::to_string(pos + 1));
    return value;
  };
  for (;;) {
    const int from = number();
    int to = from;
    if (text.compare(pos, 2, "..") == 0) {
      pos += 2;
      to = number();
    }
    if (to < from || to - from > 1000) at.fail("law '" + text + "': a range runs upwards");
    for (int key = from; key <= to; ++key) {
      if (first) {
        law.whole = key;
        first = false;
      } else {
        law.parts.push_back(key);
        law.signs.push_back(side * sign);
      }
      if (law.parts.size() > max_parts) at.fail("law '" + text + "': too many parts");
    }
    skip();
    if (pos >= text.size()) break;
    if (text[pos] == '+' || text[pos] == '-') {
      sign = text[pos++] == '+' ? 1 : -1;
    } else if (text[pos] == '=' || text.compare(pos, 2, ">=") == 0) {
      if (side == 1) at.fail("law '" + text + "': two signs of equality");
      law.closed = text[pos] == '=';
      pos += law.closed ? 1 : 2;
      side = sign = 1;
    } else {
      at.fail("law '" + text + "': unexpected '" + text.substr(pos, 1) + "'");
    }
  }
  if (side != 1 || law.parts.empty()) at.fail("law '" + text + "': expected WHOLE = PART + PART");
  return law;
}

Section read_section(const TomlTable& table, const Form& form) {
  Section section;
  section.id = table.string("id");
  section.title = table.string("title");
  section.heading = table.string("heading", "");
  section.level = table.integer("level", 2);
  if (section.level < 1 || section.level > 4) table.fail("a level is 1 to 4", table.raw().get("level"));
  section.holds_tables = table.boolean("holds_tables", false);
  section.performance = table.strings("performance");
  section.titles = table.patterns("titles");
  if (section.titles.empty()) section.titles.push_back(table.pattern("title"));
  section.cell = table.cell("cell");
  section.required = table.boolean("required", false);
  section.free_rest = table.boolean("free_rest", false);
  const std::string reading = table.string("reading", "clauses");
  if (reading == "free")
    section.reading = Section::Reading::free_text;
  else if (reading == "notes")
    section.reading = Section::Reading::notes;
  else if (reading != "clauses")
    table.fail("reading is 'clauses', 'free' or 'notes'");
  for (const auto& law : table.tables("lists")) section.lists.push_back(read_parts_law(law, form, {}));
  table.finish();
  return section;
}

}  // namespace mingzhang::profile
