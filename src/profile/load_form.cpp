#include "profile/load_form.h"

#include <algorithm>
#include <charconv>

#include "profile/load_parts.h"
#include "profile/toml_reader.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

constexpr int max_extends = 8;

/// Entries of arrays of tables are known by their id: a variant replaces those that it names again, or removes them.
void merge_entries(toml::array& base, const toml::array& over) {
  for (const auto& item : over) {
    const auto* table = item.as_table();
    const auto id = table ? (*table)["id"].value<std::string>() : std::nullopt;
    const auto same = std::find_if(base.begin(), base.end(), [&](const toml::node& node) {
      const auto* other = node.as_table();
      return id && other && (*other)["id"].value<std::string>() == id;
    });
    const bool removed = table && (*table)["removed"].value_or(false);
    if (same == base.end()) {
      if (!removed) base.push_back(item);
    } else if (removed) {
      base.erase(same);
    } else {
      *same->as_table() = *table;
    }
  }
}

void merge(toml::table& base, const toml::table& over) {
  for (const auto& [key, value] : over) {
    toml::node* present = base.get(key.str());
    if (present && present->is_array_of_tables() && value.is_array_of_tables())
      merge_entries(*present->as_array(), *value.as_array());
    else if (present && present->is_table() && value.is_table())
      merge(*present->as_table(), *value.as_table());
    else
      base.insert_or_assign(key.str(), value);
  }
}

toml::table load_merged(const DataFiles& data, const std::string& id, const std::string& name, int depth) {
  if (depth > max_extends) throw BadProfile("profiles extend each other without end: " + id);
  const std::string file = "profiles/" + id + "/" + name;
  toml::table own = parse_toml(data.read(file), file);
  const auto base_id = own["extends"].value<std::string>();
  if (!base_id) return own;
  toml::table merged = load_merged(data, *base_id, name, depth + 1);
  own.erase("extends");
  merge(merged, own);
  return merged;
}

Classification load_classification(const DataFiles& data, const std::string& kind, int year) {
  std::string chosen;
  for (const auto& name : data.list("classifications/" + kind)) {
    const auto slash = name.rfind('/');
    int file_year = 0;
    const auto [end, error] = std::from_chars(name.data() + slash + 1, name.data() + name.size(), file_year);
    if (error != std::errc() || std::string_view(end) != ".csv") continue;
    if (chosen.empty() || file_year <= year) chosen = name;  // names are sorted: the last that is not too late
  }
  if (chosen.empty()) throw BadProfile("classifications/" + kind + ": no file YEAR.csv");
  return Classification::parse(data.read(chosen), chosen);
}

void read_head(const TomlTable& table, Form& form) {
  form.id = table.string("id");
  form.name = table.string("name");
  form.place = table.string("place", "");
  form.kind = table.string("kind");
  if (form.kind != "final" && form.kind != "budget") table.fail("kind is 'final' or 'budget'");
  form.stage = table.string("stage", form.kind == "final" ? "outturn" : "initial");
  form.amount_unit = table.string("amount_unit", "万元");
  for (const auto& word : table.strings("unit_words")) form.unit_words.push_back(text::normal_text(word));
}

}  // namespace

std::unique_ptr<const LoadedForm> load_form(const DataFiles& data, const std::string& id, int year) {
  auto loaded = std::make_unique<LoadedForm>();
  loaded->functional = load_classification(data, "functional", year);
  loaded->economic = load_classification(data, "economic", year);
  loaded->performance = PerformanceWords::load(data);
  Form& form = loaded->form;
  form.functional = &loaded->functional;
  form.economic = &loaded->economic;

  const std::string file = "profiles/" + id + "/form.toml";
  const toml::table meant = load_merged(data, id, "form.toml", 0);
  const TomlTable root(meant, file);
  read_head(root, form);
  if (const auto lists = root.table("list")) form.lists = read_lists(*lists, form);
  for (const auto& section : root.tables("section")) form.sections.push_back(read_section(section, form));
  for (const auto& equation : root.tables("equation")) form.equations.push_back(read_parts_law(equation, form, {}));
  for (const auto& entry : root.tables("table")) form.tables.push_back(read_table(entry, form));
  root.finish();

  const toml::table said = load_merged(data, id, "wording.toml", 0);
  read_wording(TomlTable(said, "profiles/" + id + "/wording.toml"), form);
  return loaded;
}

std::vector<Recogniser> load_recognisers(const DataFiles& data) {
  const std::string file = "profiles/index.toml";
  const toml::table content = parse_toml(data.read(file), file);
  const TomlTable root(content, file);
  std::vector<Recogniser> out;
  for (const auto& entry : root.tables("profile")) {
    Recogniser recogniser;
    recogniser.profile = entry.string("id");
    recogniser.name = entry.string("name");
    recogniser.kind = entry.string("kind");
    for (const auto& words : entry.strings("all")) recogniser.all.push_back(text::normal_text(words));
    for (const auto& words : entry.strings("none")) recogniser.none.push_back(text::normal_text(words));
    for (const auto& title : entry.strings("titles")) recogniser.titles.push_back(Pattern::compile(title));
    entry.finish();
    out.push_back(std::move(recogniser));
  }
  root.finish();
  return out;
}

std::vector<std::string> profile_ids(const DataFiles& data) {
  std::vector<std::string> ids;
  for (const auto& recogniser : load_recognisers(data)) ids.push_back(recogniser.profile);
  return ids;
}

const NameList::Entry* NameList::find(std::string_view normal_name) const {
  for (const auto& entry : entries)
    if (std::find(entry.names.begin(), entry.names.end(), normal_name) != entry.names.end()) return &entry;
  return nullptr;
}

const NameList* Form::list(std::string_view wanted) const {
  const auto found = std::find_if(lists.begin(), lists.end(), [&](const auto& list) { return list.id == wanted; });
  return found == lists.end() ? nullptr : &*found;
}

const Section* Form::section(std::string_view wanted) const {
  const auto found =
      std::find_if(sections.begin(), sections.end(), [&](const auto& entry) { return entry.id == wanted; });
  return found == sections.end() ? nullptr : &*found;
}

const Table* Form::table(std::string_view wanted) const {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& entry) { return entry.id == wanted; });
  return found == tables.end() ? nullptr : &*found;
}

}  // namespace mingzhang::profile
