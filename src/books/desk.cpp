#include "books/desk.h"

#include <fmt/format.h>

#include <charconv>

#include "books/registers.h"
#include "books/values.h"
#include "money/fen.h"

namespace mingzhang::books {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\r";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// Counts have no decimals; money and areas have two.
bool is_count(const Entry& entry) {
  const auto measure = entry.value("measure");
  return entry.kind->table->name == "quantity" && measure != "money" && measure != "area";
}

std::string& value_in(Entry& entry, std::string_view field) {
  return entry.values[entry.kind->table->index(field)];
}

/// Entries about a project that they do not register.
bool names_project(const Table& table) {
  return table.index("project") < table.fields.size() && table.index("project_code") == table.fields.size();
}

std::string yuan(std::int64_t fen) {
  return money::Fen(fen).yuan().grouped();
}

}  // namespace

Desk::Desk(Books& books, const Vocabulary& vocabulary, Codes codes, std::string who)
    : books_(books),
      vocabulary_(vocabulary),
      codes_(std::move(codes)),
      who_(std::move(who)),
      at_(now_utc()),
      unit_(books.unit_code()) {}

std::int64_t Desk::take(const Draft& draft, std::vector<Problem>& problems) {
  const auto before = problems.size();
  Entry entry = entry_of(draft, problems);
  if (names_project(*entry.kind->table)) take_project(draft, entry, problems);
  if (entry.kind->id == "register") check_column(entry, problems);
  if (problems.size() != before || !control(entry, problems)) return 0;
  const bool money = entry.kind->table->name == "money";
  const std::string name(money ? entry.value("project") : "");
  if (!name.empty() && !books_.knows_project(name)) {  // the register of projects grows with what is entered
    Draft project(*find_kind("project"));
    project.values[0] = draft.project_code;
    project.values[1] = name;
    project.values[2] = entry.value("year");
    Entry registered = entry_of(project, problems);
    books_.append(registered);
  }
  return books_.append(entry);
}

Entry Desk::entry_of(const Draft& draft, std::vector<Problem>& problems) {
  const Table& table = *draft.kind->table;
  Entry entry;
  entry.kind = draft.kind;
  entry.at = at_;
  entry.who = who_;
  entry.note = trimmed(draft.note);
  if (!is_clean(entry.note)) problems.push_back({"note", "control-character", ""});
  for (const auto& value : draft.values) entry.values.emplace_back(trimmed(value));
  for (std::size_t index = 0; index < table.fields.size(); ++index)
    fill_value(table.fields[index], entry.values[index], problems);
  if (entry.kind->id == "unit")  // stands in titles
    for (std::size_t index = 0; index < table.fields.size(); ++index)
      if (entry.values[index].find('\n') != std::string::npos)
        problems.push_back({std::string(table.fields[index].name), "control-character", ""});
  fill_defaults(entry);
  std::string written(trimmed(draft.amount));
  if (written.empty() && entry.kind->id == "office") written = "1";
  for (const auto field : draft.kind->required)
    if (field == "amount" ? written.empty() : entry.value(field).empty())
      problems.push_back({std::string(field), "missing", ""});
  if (table.has_amount && !written.empty()) {
    const auto amount = amount_of(written, draft.power, is_count(entry), draft.kind->may_be_negative, problems);
    entry.amount = amount.value_or(0);
  }
  check_codes(entry, problems);
  return entry;
}

void Desk::fill_value(const Field& field, std::string& value, std::vector<Problem>& problems) const {
  if (value.empty()) return;
  const auto refuse = [&](const char* code) { problems.push_back({std::string(field.name), code, value}); };
  std::optional<std::string> canonical(value);
  switch (field.type) {
    case Field::Type::year:
      canonical = year_of(value);
      if (!canonical) return refuse("bad-year");
      break;
    case Field::Type::date:
      canonical = date_of(value);
      if (!canonical) return refuse("bad-date");
      break;
    case Field::Type::value: {
      const auto known = vocabulary_.value(field.name, value);
      if (!known) return refuse("unknown-value");
      canonical = std::string(*known);
      break;
    }
    case Field::Type::text:
      if (field.name == "cell") canonical = cell_of(value);
      if (!canonical) return refuse("unknown-value");
      break;
    default:
      break;
  }
  if (!is_clean(*canonical)) return refuse("control-character");
  value = std::move(*canonical);
}

void Desk::fill_defaults(Entry& entry) const {
  const auto fill = [&](std::string_view field, std::string_view standard) {
    auto& value = value_in(entry, field);
    if (value.empty()) value = standard;
  };
  const auto table = entry.kind->table->name;
  if (table == "money") {
    fill("agency", unit_);
    fill("level", vocabulary_.standard("level"));
    fill("vintage", vocabulary_.standard("vintage"));
    fill("nature", entry.value("project").empty() ? "basic" : "project");
    if (entry.kind->appropriation == 0) value_in(entry, "vintage").clear();
  } else if (table == "quantity") {
    fill("stage", entry.kind->stage);
    fill("measure", entry.kind->measure);
  } else if (table == "actual") {
    fill("date", std::string_view(at_).substr(0, std::string_view("2025-03-01").size()));
  }
}

void Desk::check_codes(const Entry& entry, std::vector<Problem>& problems) {
  const auto year = year_of(entry.value("year"));
  if (!year) return;
  int number = 0;
  std::from_chars(year->data(), year->data() + year->size(), number);
  const auto& fields = entry.kind->table->fields;
  for (std::size_t index = 0; index < fields.size(); ++index) {
    const auto& value = entry.values[index];
    const auto type = fields[index].type;
    if (value.empty()) continue;
    const bool good = type == Field::Type::function   ? knows(known_functions_, codes_.function, value, number)
                      : type == Field::Type::economic ? knows(known_economics_, codes_.economic, value, number)
                                                      : true;
    if (!good) problems.push_back({std::string(fields[index].name), "unknown-code", value});
  }
  const auto date = entry.value("date");
  if (entry.kind->table->name == "money" && !date.empty() && date.substr(0, 4) != *year)
    problems.push_back({"date", "date-year", std::string(date)});
}

bool Desk::knows(std::unordered_set<std::string>& seen, const std::function<bool(std::string_view, int)>& codes,
                 const std::string& code, int year) {
  const std::string key = code + "/" + std::to_string(year);
  if (seen.contains(key)) return true;
  if (!codes(code, year)) return false;
  seen.insert(key);
  return true;
}

void Desk::take_project(const Draft& draft, Entry& entry, std::vector<Problem>& problems) {
  const auto before = problems.size();
  take_project_code(draft, entry, problems);
  if (entry.kind->table->name == "money" || problems.size() != before) return;
  // The register grows with money only: a goal or an indicator is one of a project that there is.
  const std::string name(entry.value("project"));
  if (name.empty())
    problems.push_back({"project", "missing", ""});
  else if (name != whole_unit && !books_.knows_project(name))
    problems.push_back({"project", "unlisted-project", name});
}

void Desk::take_project_code(const Draft& draft, Entry& entry, std::vector<Problem>& problems) {
  const std::string code(trimmed(draft.project_code));
  if (code.empty()) return;
  auto& name = value_in(entry, "project");
  const auto registered = books_.project_name(code);
  if (registered && name.empty()) {
    name = *registered;
    const auto nature = entry.kind->table->index("nature");
    if (nature < draft.values.size() && draft.values[nature].empty()) entry.values[nature] = "project";
  } else if (registered && *registered != name) {
    problems.push_back({"project", "project-name", *registered});
  } else if (!registered && name.empty()) {
    problems.push_back({"project_code", "unknown-project", code});
  }
}

/// A column of a register is described once: records keep to the order of the descriptions.
void Desk::check_column(const Entry& entry, std::vector<Problem>& problems) {
  const std::string name(entry.value("field"));
  if (name.find('\n') != std::string::npos) problems.push_back({"field", "control-character", ""});
  const auto known = find_register(books_, entry.value("register"));
  if (!known) return;
  if (known->index(name)) problems.push_back({"field", "described", name});
  if (known->columns.size() == most_register_columns) problems.push_back({"field", "too-many-columns", ""});
}

bool Desk::control(Entry& entry, std::vector<Problem>& problems) {
  try {
    if (!books_.appropriations().overdraws(entry)) return true;
  } catch (const money::Overflow&) {
    problems.push_back({"amount", "too-large", yuan(entry.amount)});
    return false;
  }
  if (allowed_.empty()) {
    const auto& appropriations = books_.appropriations();
    if (appropriations.knows(entry))
      problems.push_back({"amount", "overspent", yuan(appropriations.left(entry))});
    else
      problems.push_back({"amount", "not-granted", ""});
    return false;
  }
  entry.allowed = allowed_;
  return true;
}

std::int64_t Desk::reverse(std::int64_t number, const std::string& reason, std::vector<Problem>& problems) {
  const auto before = problems.size();
  const auto refuse = [&](const char* code, std::int64_t detail) {
    problems.push_back({"", code, std::to_string(detail)});
    return 0;
  };
  const auto reversed = number > 0 ? books_.entry(number) : std::nullopt;
  if (!reversed) return refuse("no-entry", number);
  if (reversed->reverses != 0) return refuse("is-reversal", reversed->reverses);
  if (const auto other = books_.reversed_by(number); other != 0) return refuse("reversed", other);
  Entry entry = *reversed;
  entry.at = at_;
  entry.who = who_;
  entry.reverses = number;
  entry.allowed.clear();
  entry.note = trimmed(reason);
  entry.amount = -entry.amount;
  if (!is_clean(entry.note)) problems.push_back({"note", "control-character", ""});
  if (problems.size() != before || !control(entry, problems)) return 0;
  return books_.append(entry);
}

}  // namespace mingzhang::books
