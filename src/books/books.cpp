#include "books/books.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <ctime>

#include "books/failure.h"
#include "books/schema.h"

namespace mingzhang::books {
namespace {

std::string field_list(std::span<const Field> fields) {
  std::string list;
  for (const auto& field : fields) list += fmt::format(", {}", field.name);
  return list;
}

std::string marks(std::size_t count) {
  std::string list = "?";
  for (std::size_t index = 1; index < count; ++index) list += ",?";
  return list;
}

/// Money keeps its account by number; the coordinates stand in `account`.
std::span<const Field> own_fields(const Table& table) {
  return table.name == "money" ? table.fields.subspan(account_fields) : table.fields;
}

std::string account_key(const Entry& entry) {
  std::string key(entry.kind->id);
  for (std::size_t index = 0; index < account_fields; ++index) {
    key += '\x1f';
    key += entry.values[index];
  }
  return key;
}

std::string detail_query(const Table& table) {
  const bool money = table.name == "money";
  return fmt::format("SELECT entry{}{} FROM {}{}", table.has_amount ? ", amount" : "", field_list(table.fields),
                     table.name, money ? " JOIN account ON account.id = account" : "");
}

constexpr auto entry_query = "SELECT number, kind, at, who, coalesce(reverses, 0), note, allowed, hash FROM entry";

/// Columns as in entry_query.
Entry entry_from(const Statement& row) {
  Entry entry;
  entry.number = row.integer(0);
  entry.kind = find_kind(row.text(1));
  if (entry.kind == nullptr) throw Failure("damaged", fmt::format("entry {}: kind {}", entry.number, row.text(1)));
  entry.at = row.text(2);
  entry.who = row.text(3);
  entry.reverses = row.integer(4);
  entry.note = row.text(5);
  entry.allowed = row.text(6);
  return entry;
}

/// Columns as in detail_query.
void add_detail(Entry& entry, const Statement& row) {
  const auto& table = *entry.kind->table;
  int column = 1;
  if (table.has_amount) entry.amount = row.integer(column++);
  for (std::size_t index = 0; index < table.fields.size(); ++index) entry.values.emplace_back(row.text(column++));
}

}  // namespace

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

Books::Books(const std::filesystem::path& path) try
    : database_(std::filesystem::exists(path) ? path : throw Failure("missing", path.string()), false) {
  if (version_of(database_) == 0) throw Failure("not-books", "0 B");
  migrate(database_);
  database_.run("PRAGMA foreign_keys = ON");
  read_head();
} catch (const Failure& why) {
  if (why.code() == "missing") throw;
  throw Failure(why.code(), path.string() + ": " + why.what());
}

Books Books::create(const std::filesystem::path& path) try {
  if (std::filesystem::exists(path)) throw Failure("exists", path.string());
  Database database(path, true);
  database.run("PRAGMA journal_mode = WAL");
  migrate(database);
  database.run("PRAGMA foreign_keys = ON");
  return Books(std::move(database));
} catch (const Failure& why) {
  if (why.code() == "exists") throw;
  throw Failure(why.code(), path.string() + ": " + why.what());
}

void Books::read_head() {
  auto row = database_.prepare("SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1");
  if (!row.step()) return;
  last_ = row.integer(0);
  const auto hash = row.text(1);
  if (hash.size() != head_.size()) throw Failure("damaged", fmt::format("entry {}: hash", last_));
  std::copy(hash.begin(), hash.end(), reinterpret_cast<char*>(head_.data()));
}

Transaction Books::begin() {
  Transaction transaction(database_);
  const auto known = last_;
  read_head();  // somebody else may have written meanwhile
  if (known != last_) forget();
  return transaction;
}

void Books::forget() {
  accounts_.clear();
  projects_.clear();
  project_codes_.clear();
  appropriations_.reset();
  accounts_loaded_ = projects_loaded_ = false;
}

std::int64_t Books::append(Entry& entry) {
  appropriations();
  entry.number = last_ + 1;
  const Digest hash = chain_.next(head_, entry);
  if (!insert_entry_) insert_entry_ = database_.prepare("INSERT INTO entry VALUES (?,?,?,?,?,?,?,?)");
  insert_entry_->bind(entry.number).bind(entry.kind->id).bind(entry.at).bind(entry.who);
  if (entry.reverses == 0)
    insert_entry_->bind_null();
  else
    insert_entry_->bind(entry.reverses);
  insert_entry_->bind(entry.note).bind(entry.allowed).bind_blob(bytes_of(hash)).run();
  insert_detail(entry);
  last_ = entry.number;
  head_ = hash;
  appropriations_->apply(entry);
  if (entry.kind->id == "project" && entry.reverses == 0) register_project(entry.values[0], entry.values[1]);
  return entry.number;
}

void Books::insert_detail(const Entry& entry) {
  const Table& table = *entry.kind->table;
  const bool money = table.name == "money";
  const auto account = money ? account_of(entry) : 0;
  Statement& statement = insertion(table);
  statement.bind(entry.number);
  if (money) statement.bind(account);
  if (table.has_amount) statement.bind(entry.amount);
  for (std::size_t index = money ? account_fields : 0; index < entry.values.size(); ++index)
    statement.bind(entry.values[index]);
  statement.run();
}

Statement& Books::insertion(const Table& table) {
  const auto found = insertions_.find(table.name);
  if (found != insertions_.end()) return found->second;
  const auto own = own_fields(table);
  const auto before =
      fmt::format("entry{}{}", table.name == "money" ? ", account" : "", table.has_amount ? ", amount" : "");
  const auto count = own.size() + static_cast<std::size_t>(std::count(before.begin(), before.end(), ',')) + 1;
  auto statement = database_.prepare(
      fmt::format("INSERT INTO {}({}{}) VALUES ({})", table.name, before, field_list(own), marks(count)));
  return insertions_.emplace(table.name, std::move(statement)).first->second;
}

std::int64_t Books::account_of(const Entry& entry) {
  const auto names = field_list(entry.kind->table->fields.first(account_fields));
  if (!std::exchange(accounts_loaded_, true)) {
    auto rows = database_.prepare(fmt::format("SELECT id, kind{} FROM account", names));
    while (rows.step()) {
      std::string key(rows.text(1));
      for (int column = 2; column < 2 + static_cast<int>(account_fields); ++column)
        key.append("\x1f").append(rows.text(column));
      accounts_[key] = rows.integer(0);
    }
  }
  const auto next = static_cast<std::int64_t>(accounts_.size()) + 1;
  const auto [found, is_new] = accounts_.try_emplace(account_key(entry), next);
  if (!is_new) return found->second;
  if (!insert_account_)
    insert_account_ =
        database_.prepare(fmt::format("INSERT INTO account(id, kind{}) VALUES ({})", names, marks(account_fields + 2)));
  insert_account_->bind(next).bind(entry.kind->id);
  for (std::size_t index = 0; index < account_fields; ++index) insert_account_->bind(entry.values[index]);
  insert_account_->run();
  return next;
}

const Appropriations& Books::appropriations() {
  if (appropriations_) return *appropriations_;
  appropriations_.emplace();
  const Table& money = *find_table("money");
  auto rows = database_.prepare(fmt::format("SELECT kind, total{} FROM account_sum JOIN account ON id = account",
                                            field_list(money.fields.first(account_fields))));
  while (rows.step()) {
    Entry sum;
    sum.kind = find_kind(rows.text(0));
    if (sum.kind == nullptr) throw Failure("damaged", fmt::format("account: kind {}", rows.text(0)));
    sum.amount = rows.integer(1);
    for (int column = 2; column < 2 + static_cast<int>(account_fields); ++column)
      sum.values.emplace_back(rows.text(column));
    appropriations_->apply(sum);
  }
  return *appropriations_;
}

std::optional<Entry> Books::entry(std::int64_t number) {
  auto row = database_.prepare(std::string(entry_query) + " WHERE number = ?");
  if (!row.bind(number).step()) return std::nullopt;
  Entry entry = entry_from(row);
  auto detail = database_.prepare(detail_query(*entry.kind->table) + " WHERE entry = ?");
  if (!detail.bind(number).step()) throw Failure("damaged", fmt::format("entry {}: no details", number));
  add_detail(entry, detail);
  return entry;
}

void Books::each(const std::function<bool(const Entry&, std::string_view)>& visit) {
  struct Details {
    Statement rows;
    bool more;
  };
  std::map<const Table*, Details> details;
  for (const auto& table : tables()) {
    auto rows = database_.prepare(detail_query(table) + " ORDER BY entry");
    const bool more = rows.step();
    details.emplace(&table, Details{std::move(rows), more});
  }
  auto rows = database_.prepare(std::string(entry_query) + " ORDER BY number");
  while (rows.step()) {
    Entry entry = entry_from(rows);
    auto& detail = details.at(entry.kind->table);
    // Missing details leave no values, and then no hash fits.
    if (detail.more && detail.rows.integer(0) == entry.number) {
      add_detail(entry, detail.rows);
      detail.more = detail.rows.step();
    }
    if (!visit(entry, rows.text(7))) return;
  }
}

void Books::each_standing(const Table& table, const std::function<void(const Entry&)>& visit, std::int64_t up_to) {
  const auto last = up_to == 0 ? last_ : up_to;
  // CROSS keeps the few details in front of the many entries, + the index of reversals in front of the range.
  auto rows = database_.prepare(
      fmt::format("SELECT number FROM {0} CROSS JOIN entry ON number = {0}.entry WHERE reverses IS NULL AND number NOT "
                  "IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL AND +number <= ?) AND {0}.entry <= ? "
                  "ORDER BY {0}.entry",
                  table.name));
  rows.bind(last).bind(last);
  auto head = database_.prepare(std::string(entry_query) + " WHERE number = ?");
  auto detail = database_.prepare(detail_query(table) + " WHERE entry = ?");
  while (rows.step()) {
    const auto number = rows.integer(0);
    if (!head.bind(number).step()) throw Failure("damaged", fmt::format("entry {}", number));
    Entry entry = entry_from(head);
    if (!detail.bind(number).step()) throw Failure("damaged", fmt::format("entry {}: no details", number));
    add_detail(entry, detail);
    head.reset();
    detail.reset();
    visit(entry);
  }
}

std::int64_t Books::reversed_by(std::int64_t number) {
  auto row = database_.prepare("SELECT number FROM entry WHERE reverses = ?");
  return row.bind(number).step() ? row.integer(0) : 0;
}

std::int64_t Books::import_of(std::string_view digest) {
  auto row = database_.prepare("SELECT entry FROM import WHERE digest = ?");
  return row.bind(digest).step() ? row.integer(0) : 0;
}

void Books::load_projects() {
  if (std::exchange(projects_loaded_, true)) return;
  auto rows = database_.prepare(
      "SELECT project_code, project FROM project CROSS JOIN entry ON number = entry WHERE reverses IS NULL AND number "
      "NOT IN "
      "(SELECT reverses FROM entry WHERE reverses IS NOT NULL) ORDER BY number");
  while (rows.step()) register_project(std::string(rows.text(0)), std::string(rows.text(1)));
}

void Books::register_project(const std::string& code, const std::string& name) {
  if (!code.empty()) projects_[code] = name;
  project_codes_[name] = code;
}

std::optional<std::string> Books::project_name(const std::string& code) {
  load_projects();
  const auto found = projects_.find(code);
  return found == projects_.end() ? std::nullopt : std::optional(found->second);
}

bool Books::knows_project(const std::string& name) {
  load_projects();
  return project_codes_.contains(name);
}

std::string Books::unit_code() {
  auto row = database_.prepare("SELECT code FROM unit ORDER BY entry LIMIT 1");
  return row.step() ? std::string(row.text(0)) : std::string();
}

std::string Books::file_name() const {
  const char* path = sqlite3_db_filename(database_.handle(), "main");
  return path == nullptr ? "" : std::filesystem::path(path).filename().string();
}

std::string Books::unit_name() {
  auto row = database_.prepare("SELECT name FROM unit ORDER BY entry LIMIT 1");
  return row.step() ? std::string(row.text(0)) : std::string();
}

}  // namespace mingzhang::books
