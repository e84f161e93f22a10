#include "books/schema.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "books/entry.h"
#include "books/failure.h"

namespace mingzhang::books {
namespace {

/// Version 1. `money` names an account (kind and coordinates), of which there are few, so that sums are made by
/// account.
constexpr auto first_version = R"sql(
CREATE TABLE entry(
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  at TEXT NOT NULL CHECK(length(at) = 20),
  who TEXT NOT NULL CHECK(who <> ''),
  reverses INTEGER REFERENCES entry(number) CHECK(reverses < number),
  note TEXT NOT NULL,
  allowed TEXT NOT NULL,
  hash BLOB NOT NULL CHECK(length(hash) = 32)
) STRICT;
CREATE UNIQUE INDEX entry_reverses ON entry(reverses) WHERE reverses IS NOT NULL;
CREATE TABLE account(
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  year TEXT NOT NULL, agency TEXT NOT NULL, fund TEXT NOT NULL, level TEXT NOT NULL, vintage TEXT NOT NULL,
  function TEXT NOT NULL, dep_economic TEXT NOT NULL, gov_economic TEXT NOT NULL, nature TEXT NOT NULL,
  project TEXT NOT NULL,
  UNIQUE(kind, year, agency, fund, level, vintage, function, dep_economic, gov_economic, nature, project)
) STRICT;
CREATE TABLE money(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  account INTEGER NOT NULL REFERENCES account(id),
  amount INTEGER NOT NULL,
  document TEXT NOT NULL, date TEXT NOT NULL, voucher TEXT NOT NULL, payee TEXT NOT NULL, purpose TEXT NOT NULL
) STRICT;
CREATE TABLE quantity(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  amount INTEGER NOT NULL,
  year TEXT NOT NULL, stage TEXT NOT NULL, measure TEXT NOT NULL, item TEXT NOT NULL, size TEXT NOT NULL,
  name TEXT NOT NULL, date TEXT NOT NULL, document TEXT NOT NULL
) STRICT;
CREATE TABLE words(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  year TEXT NOT NULL, role TEXT NOT NULL, cell TEXT NOT NULL, words TEXT NOT NULL
) STRICT;
CREATE TABLE published(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  year TEXT NOT NULL, stage TEXT NOT NULL, cell TEXT NOT NULL, value TEXT NOT NULL, power TEXT NOT NULL,
  scale TEXT NOT NULL, unit TEXT NOT NULL, document TEXT NOT NULL, line TEXT NOT NULL, table_id TEXT NOT NULL,
  row TEXT NOT NULL, col TEXT NOT NULL, quote TEXT NOT NULL
) STRICT;
CREATE TABLE project(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  project_code TEXT NOT NULL, project TEXT NOT NULL, year TEXT NOT NULL, basis TEXT NOT NULL,
  allocation TEXT NOT NULL, carrier TEXT NOT NULL, period TEXT NOT NULL
) STRICT;
CREATE TABLE unit(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  code TEXT NOT NULL, name TEXT NOT NULL
) STRICT;
CREATE TABLE import(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  file TEXT NOT NULL, digest TEXT NOT NULL, row_count TEXT NOT NULL
) STRICT;
CREATE TRIGGER entry_next BEFORE INSERT ON entry
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'append-only: entries are numbered without gaps'); END;
)sql";

/// Version 2: sums of an account, and its entries in their order, without touching the entries themselves.
constexpr auto second_version = R"sql(
CREATE INDEX money_account ON money(account, entry, amount);
CREATE VIEW account_sum AS
  SELECT account, sum(amount) AS total, count(*) AS entries, min(entry) AS first FROM money GROUP BY account;
)sql";

/// Version 3: performance (goals, indicators, what was achieved), and registers that actual values are counted from.
constexpr auto third_version = R"sql(
CREATE TABLE goal(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  year TEXT NOT NULL, project TEXT NOT NULL, department TEXT NOT NULL, unit TEXT NOT NULL, goal TEXT NOT NULL,
  result TEXT NOT NULL
) STRICT;
CREATE TABLE indicator(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  year TEXT NOT NULL, project TEXT NOT NULL, level1 TEXT NOT NULL, level2 TEXT NOT NULL, name TEXT NOT NULL,
  target TEXT NOT NULL, basis TEXT NOT NULL, last_value TEXT NOT NULL, weight TEXT NOT NULL, method TEXT NOT NULL,
  evidence TEXT NOT NULL, formula TEXT NOT NULL, start TEXT NOT NULL, due TEXT NOT NULL
) STRICT;
CREATE TABLE actual(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  year TEXT NOT NULL, project TEXT NOT NULL, name TEXT NOT NULL, date TEXT NOT NULL, actual TEXT NOT NULL,
  source TEXT NOT NULL, formula TEXT NOT NULL, calculation TEXT NOT NULL, score TEXT NOT NULL, reason TEXT NOT NULL,
  remedy TEXT NOT NULL
) STRICT;
CREATE TABLE register(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  register TEXT NOT NULL, field TEXT NOT NULL, type TEXT NOT NULL, required TEXT NOT NULL
) STRICT;
CREATE TABLE record(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  register TEXT NOT NULL, cells TEXT NOT NULL
) STRICT;
)sql";

/// Version 4: what performance tables print of a project besides its goals.
constexpr auto fourth_version = R"sql(
CREATE TABLE brief(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  year TEXT NOT NULL, project TEXT NOT NULL, person TEXT NOT NULL, trait TEXT NOT NULL, term TEXT NOT NULL,
  long_goal TEXT NOT NULL
) STRICT;
)sql";

constexpr std::array<const char*, newest_version> versions = {first_version, second_version, third_version,
                                                              fourth_version};

/// Nothing is ever changed or deleted; a detail is written with its entry, which is the last one. Of the tables that
/// are there and have no guards yet.
std::string guards(Database& database) {
  std::string sql;
  const auto has = [&](std::string_view name) {
    auto row = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?");
    return row.bind(name).step();
  };
  const auto unguarded = [&](std::string_view table) { return has(table) && !has(fmt::format("{}_UPDATE", table)); };
  const auto guard = [&sql](std::string_view table) {
    for (const auto* action : {"UPDATE", "DELETE"})
      sql +=
          fmt::format("CREATE TRIGGER {0}_{1} BEFORE {1} ON {0} BEGIN SELECT RAISE(ABORT, 'append-only: {0}'); END;\n",
                      table, action);
  };
  for (const auto* table : {"entry", "account"})
    if (unguarded(table)) guard(table);
  for (const auto& table : tables()) {
    if (!unguarded(table.name)) continue;
    guard(table.name);
    sql += fmt::format(
        "CREATE TRIGGER {0}_insert BEFORE INSERT ON {0} WHEN NEW.entry IS NOT (SELECT max(number) FROM entry) "
        "BEGIN SELECT RAISE(ABORT, 'append-only: {0} of an earlier entry'); END;\n",
        table.name);
  }
  return sql;
}

void upgrade(Database& database, int from) {
  Transaction transaction(database);
  database.run(versions[static_cast<std::size_t>(from)]);
  if (from == 0) database.run(fmt::format("PRAGMA application_id = {};", application_id));
  database.run(guards(database) + fmt::format("PRAGMA user_version = {};", from + 1));
  transaction.commit();
}

}  // namespace

int version_of(Database& database) {
  const auto id = database.integer("PRAGMA application_id");
  const auto version = database.integer("PRAGMA user_version");
  const bool empty = database.integer("SELECT count(*) FROM sqlite_schema") == 0;
  if (id == 0 && version == 0 && empty) return 0;
  if (id != application_id) throw Failure("not-books", fmt::format("application_id {:#x}", id));
  if (version < 1) throw Failure("damaged", fmt::format("user_version {}", version));
  if (version > newest_version) throw Failure("newer", fmt::format("{} > {}", version, newest_version));
  return static_cast<int>(version);
}

void migrate(Database& database, int version) {
  for (int from = version_of(database); from < version; ++from) upgrade(database, from);
}

}  // namespace mingzhang::books
