#include "profile/performance_words.h"

#include <algorithm>

#include "profile/toml_reader.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

std::vector<std::string> normal_words(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const auto& word : words) out.push_back(text::normal_text(word));
  return out;
}

WordGroups read_groups(const TomlTable& root, std::string_view key, bool named) {
  const auto table = root.table(key);
  if (!table) root.fail("'" + std::string(key) + "' is missing");
  WordGroups groups;
  for (const auto& id : table->keys()) {
    WordGroup group{named ? text::normal_text(id) : id, normal_words(table->strings(id))};
    if (named) group.words.insert(group.words.begin(), group.id);
    groups.push_back(std::move(group));
  }
  return groups;
}

bool is_task(std::string_view normal, std::string_view word) {
  return normal.starts_with(word) && normal.size() > word.size() && normal.size() <= word.size() + 3 &&
         normal.find_first_not_of("0123456789", word.size()) == std::string_view::npos;
}

/// Without 其中: before it and a colon behind it.
std::string_view bare(std::string_view normal) {
  constexpr std::string_view among = "其中:", among_open = "其中";
  if (normal.starts_with(among))
    normal.remove_prefix(among.size());
  else if (normal.starts_with(among_open))
    normal.remove_prefix(among_open.size());
  while (normal.ends_with(':')) normal.remove_suffix(1);
  return normal;
}

const WordGroup* exact(const WordGroups& groups, std::string_view normal) {
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return is_one_of(group.words, normal); });
  return found == groups.end() ? nullptr : &*found;
}

}  // namespace

PerformanceWords PerformanceWords::load(const DataFiles& data) {
  const std::string file = "performance/vocabulary.toml";
  const toml::table content = parse_toml(data.read(file), file);
  const TomlTable root(content, file);
  PerformanceWords words;
  words.level1 = read_groups(root, "level1", true);
  words.level2 = read_groups(root, "level2", true);
  words.money_rows = read_groups(root, "money_rows", false);
  words.money_columns = read_groups(root, "money_columns", false);
  words.heads = read_groups(root, "heads", false);
  words.columns = read_groups(root, "columns", false);
  const auto values = root.table("values");
  if (!values) root.fail("'values' is missing");
  words.totals = normal_words(values->strings("total"));
  words.blanks = normal_words(values->strings("blanks"));
  words.bases = normal_words(values->strings("bases"));
  words.methods = normal_words(values->strings("methods"));
  words.evidence = normal_words(values->strings("evidence"));
  words.qualitative = normal_words(values->strings("qualitative"));
  words.remarks = normal_words(values->strings("remarks"));
  values->finish();
  const auto names = root.table("names");
  if (!names) root.fail("'names' is missing");
  words.wholes = normal_words(names->strings("wholes"));
  words.more = normal_words(names->strings("more"));
  words.costs = normal_words(names->strings("costs"));
  names->finish();
  root.finish();
  return words;
}

const WordGroup* group_of(const WordGroups& groups, std::string_view normal) {
  if (const auto* group = exact(groups, normal)) return group;
  const std::string_view text = bare(normal);
  if (const auto* group = exact(groups, text)) return group;
  const auto bracket = text.rfind('(');
  if (bracket == std::string_view::npos || bracket == 0 || !text.ends_with(')')) return nullptr;
  return exact(groups, text.substr(0, bracket));
}

std::optional<WordFound> longest_at(const WordGroups& groups, std::string_view normal) {
  std::optional<WordFound> found;
  for (const auto& group : groups)
    for (const auto& word : group.words)
      if (normal.starts_with(word) && (!found || word.size() > found->length)) found = {&group, word.size()};
  return found;
}

const WordGroup* money_row_of(const PerformanceWords& words, std::string_view normal) {
  for (const auto& group : words.money_rows)
    for (const auto& word : group.words)
      if (group.id == "task" && is_task(normal, word)) return &group;
  const auto* group = group_of(words.money_rows, normal);
  return group != nullptr && group->id == "task" ? nullptr : group;
}

bool is_one_of(const std::vector<std::string>& words, std::string_view normal) {
  return std::find(words.begin(), words.end(), normal) != words.end();
}

}  // namespace mingzhang::profile
