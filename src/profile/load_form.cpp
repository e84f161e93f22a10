#include "profile/load_form.h"

#include <algorithm>
#include <charconv>

#include "profile/load_parts.h"
#include "profile/toml_reader.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

constexpr int max_extends = 8;

std::optional<std::string_view> id_of(const toml::node& entry) {
  const auto* table = entry.as_table();
  return table ? (*table)["id"].value<std::string_view>() : std::nullopt;
}

/// Entries of arrays of tables are known by their id: a variant replaces those that it names again, changes single keys
/// of them (`inherits = true`), or removes them (`removed = true`). Nodes are moved, because copies forget where in
/// which file they stood, and mistakes are told with their place.
void merge_entries(toml::array& base, toml::array& over, const TomlTable& at) {
  for (auto& item : over) {
    auto* table = item.as_table();
    const auto id = id_of(item);
    const auto same =
        std::find_if(base.begin(), base.end(), [&](const toml::node& node) { return id && id_of(node) == id; });
    const bool removed = table && (*table)["removed"].value_or(false);
    const bool inherits = table && (*table)["inherits"].value_or(false);
    if (same == base.end()) {
      if (removed) at.fail("'" + std::string(id.value_or("")) + "' is to be removed, but is not there", &item);
      base.push_back(std::move(item));
    } else if (removed) {
      base.erase(same);
    } else if (inherits) {
      for (auto&& [key, value] : *table)
        if (key.str() != "inherits") same->as_table()->insert_or_assign(key.str(), std::move(value));
    } else {
      *same->as_table() = std::move(*table);
    }
  }
}

void merge(toml::table& base, toml::table& over, const TomlTable& at) {
  for (auto&& [key, value] : over) {
    toml::node* present = base.get(key.str());
    if (present && present->is_array_of_tables() && value.is_array_of_tables())
      merge_entries(*present->as_array(), *value.as_array(), at);
    else if (present && present->is_table() && value.is_table())
      merge(*present->as_table(), *value.as_table(), at);
    else
      base.insert_or_assign(key.str(), std::move(value));
  }
}

toml::table load_merged(const DataFiles& data, const std::string& id, const std::string& name, int depth) {
  if (depth > max_extends) throw BadProfile("profiles extend each other without end: " + id);
  const std::string file = "profiles/" + id + "/" + name;
  toml::table own = parse_toml(data.read(file), file);
  const TomlTable root(own, file);
  if (!root.has("extends")) return own;
  toml::table merged = load_merged(data, root.string("extends"), name, depth + 1);
  own.erase("extends");
  merge(merged, own, root);
  return merged;
}

std::string classification_file(const DataFiles& data, const std::string& kind, int year) {
  std::string chosen;
  for (const auto& name : data.list("classifications/" + kind)) {
    const auto slash = name.rfind('/');
    int file_year = 0;
    const auto [end, error] = std::from_chars(name.data() + slash + 1, name.data() + name.size(), file_year);
    if (error != std::errc() || std::string_view(end) != ".csv") continue;
    if (chosen.empty() || file_year <= year) chosen = name;  // names are sorted: the last that is not too late
  }
  if (chosen.empty()) throw BadProfile("classifications/" + kind + ": no file YEAR.csv");
  return chosen;
}

void read_head(const TomlTable& table, Form& form) {
  form.id = table.string("id");
  form.name = table.string("name");
  form.place = table.string("place", "");
  form.kind = table.string("kind");
  if (form.kind != "final" && form.kind != "budget") table.fail("kind is 'final' or 'budget'", table.raw().get("kind"));
  form.stage = table.string("stage", form.kind == "final" ? "outturn" : "initial");
  table.member(cube::Dimension::stage, form.stage, table.raw().get("stage"));
  form.amount_unit = table.string("amount_unit", "万元");
  form.title = table.string("title", "");
  form.cover = table.strings("cover");
  form.scoring = table.string("scoring", "");
  for (const auto& word : table.strings("unit_words")) form.unit_words.push_back(text::normal_text(word));
}

/// Figures belong to a section or a table by its id.
void require_new_id(const TomlTable& entry, const Form& form) {
  const std::string id = entry.string("id");
  if (form.section(id) != nullptr || form.table(id) != nullptr)
    entry.fail("there are two sections or tables '" + id + "'");
}

/// Sections name tables, which are read after them.
void require_tables(const TomlTable& root, const Form& form) {
  for (const auto& section : root.tables("section"))
    for (const auto& law : section.tables("lists"))
      if (law.has("each_of") && form.table(law.string("each_of")) == nullptr)
        law.fail("the form has no table '" + law.string("each_of") + "'");
  for (const auto& section : form.sections)
    for (const auto& id : section.performance)
      if (const auto* table = form.table(id); table == nullptr || !table->performance)
        root.fail("section '" + section.id + "': the form has no performance table '" + id + "'");
}

}  // namespace

ClassificationFiles classification_files(const DataFiles& data, int year) {
  return {classification_file(data, "functional", year), classification_file(data, "economic", year)};
}

std::shared_ptr<const Basics> load_basics(const DataFiles& data, const ClassificationFiles& files) {
  const auto& [functional, economic] = files;
  return std::make_shared<const Basics>(Basics{Classification::parse(data.read(functional), functional),
                                               Classification::parse(data.read(economic), economic),
                                               PerformanceWords::load(data)});
}

std::unique_ptr<const LoadedForm> load_form(const DataFiles& data, const std::string& id, int year) {
  return load_form(data, id, load_basics(data, classification_files(data, year)));
}

std::unique_ptr<const LoadedForm> load_form(const DataFiles& data, const std::string& id,
                                            std::shared_ptr<const Basics> basics) {
  auto loaded = std::make_unique<LoadedForm>();
  Form& form = loaded->form;
  form.functional = &basics->functional;
  form.economic = &basics->economic;

  const std::string file = "profiles/" + id + "/form.toml";
  const toml::table meant = load_merged(data, id, "form.toml", 0);
  const TomlTable root(meant, file);
  read_head(root, form);
  if (const auto lists = root.table("list")) form.lists = read_lists(*lists, form);
  for (const auto& entry : root.tables("section")) {
    require_new_id(entry, form);
    form.sections.push_back(read_section(entry, form));
  }
  for (const auto& equation : root.tables("equation")) {
    form.equations.push_back(read_parts_law(equation, form, {}));
    const std::string given = form.equations.back().given;
    const auto premise = [&](const PartsLaw& law) { return law.premise && law.name == given; };
    if (!given.empty() && std::none_of(form.equations.begin(), form.equations.end(), premise))
      equation.fail("no premise before it is called '" + given + "'");
  }
  for (const auto& entry : root.tables("table")) {
    require_new_id(entry, form);
    form.tables.push_back(read_table(entry, form));
    if (const auto& drawn = form.tables.back().performance) require_readable(*drawn, basics->performance, entry);
  }
  require_tables(root, form);
  root.finish();

  const std::string wording = "profiles/" + id + "/wording.toml";
  const toml::table said = load_merged(data, id, "wording.toml", 0);
  read_wording(TomlTable(said, wording), form);
  loaded->basics = std::move(basics);
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
    recogniser.level = entry.string("level", "");
    if (!recogniser.level.empty() && recogniser.level != "department" && recogniser.level != "unit")
      entry.fail("level is 'department' or 'unit'");
    for (const auto& pattern : entry.strings("evidence")) recogniser.evidence.push_back(Pattern::compile(pattern));
    for (const auto& words : entry.strings("all")) recogniser.all.push_back(text::normal_text(words));
    for (const auto& words : entry.strings("none")) recogniser.none.push_back(text::normal_text(words));
    recogniser.titles = entry.patterns("titles");
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
