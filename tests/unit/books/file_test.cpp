// The file: nothing is changed in it unseen, older ones are upgraded, others are left alone.
#include "books/schema.h"
#include "books/verify.h"
#include "support/books.h"

namespace mingzhang::books {
namespace {

using tests::OpenBooks;
using tests::Scratch;

void fill(OpenBooks& open) {
  ASSERT_NE(open.add("unit", {{"name", "云岭县医疗保障局"}, {"code", "101001"}}), 0);
  ASSERT_NE(open.add("budget", {{"year", "2025"}, {"fund", "general"}, {"function", "2101501"}, {"amount", "1000"}}),
            0);
  for (int index = 0; index < 3; ++index)
    ASSERT_NE(open.add("payment", {{"year", "2025"},
                                   {"fund", "general"},
                                   {"function", "2101501"},
                                   {"dep_economic", "30201"},
                                   {"date", "2025-03-01"},
                                   {"amount", "100"},
                                   {"voucher", "记-1"}}),
              0);
  ASSERT_NE(open.add("staff", {{"year", "2025"}, {"item", "in-service"}, {"amount", "16"}}), 0);
  ASSERT_NE(open.add("text", {{"year", "2025"}, {"role", "reason"}, {"flow", "income"}, {"words", "标准提高"}}), 0);
  ASSERT_NE(open.desk.reverse(4, "错", open.problems), 0);
}

std::string code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure.code();
  }
  return "";
}

/// SHA-256 of "abc" by FIPS 180-2.
TEST(Chain, IsSha256) {
  Hasher hasher;
  hasher.add("a");
  hasher.add("bc");
  EXPECT_EQ(hex(hasher.finish()), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/// The encoding never changes: books of today must verify in ten years. The hash is that of
/// "mingzhang-entry-1,32:<32 zero bytes>,1:1,4:unit,20:2025-01-02T03:04:05Z,3:张,1:0,0:,0:,1:0,3:101,3:局,".
TEST(Chain, HasAFixedEncoding) {
  Entry entry;
  entry.number = 1;
  entry.kind = find_kind("unit");
  entry.at = "2025-01-02T03:04:05Z";
  entry.who = "张";
  entry.values = {"101", "局"};
  std::string bytes = "mingzhang-entry-1,32:" + std::string(32, '\0') +
                      ",1:1,4:unit,20:2025-01-02T03:04:05Z,3:张,1:0,0:,0:,1:0,3:101,3:局,";
  Hasher hasher;
  hasher.add(bytes);
  EXPECT_EQ(hex(Chain().next(Digest{}, entry)), hex(hasher.finish()));
}

TEST(Verify, FindsNothingInWholeBooks) {
  OpenBooks open;
  fill(open);
  open.transaction.commit();
  Books again(open.scratch.path());
  const auto verified = verify(again);
  EXPECT_TRUE(verified.broken.empty());
  EXPECT_EQ(verified.entries, 8);
  EXPECT_EQ(verified.head, hex(again.head()));
}

TEST(Verify, FindsEveryChange) {
  const std::vector<std::string> changes = {
      "UPDATE entry SET who = 'x' WHERE number = 3",
      "UPDATE entry SET at = '2025-01-01T00:00:00Z' WHERE number = 3",
      "UPDATE entry SET note = 'x' WHERE number = 3",
      "UPDATE entry SET allowed = 'x/y' WHERE number = 3",
      "UPDATE entry SET kind = 'refund' WHERE number = 3",
      "UPDATE entry SET reverses = 2 WHERE number = 5",
      "UPDATE entry SET hash = zeroblob(32) WHERE number = 8",
      "UPDATE money SET amount = amount + 1 WHERE entry = 3",
      "UPDATE money SET voucher = '' WHERE entry = 3",
      "UPDATE account SET function = '2101502' WHERE kind = 'payment'",
      "UPDATE account SET kind = 'refund' WHERE kind = 'payment'",
      "UPDATE quantity SET amount = 1700",
      "UPDATE words SET words = 'x'",
      "UPDATE unit SET name = 'x'",
      "DELETE FROM money WHERE entry = 5",
      "DELETE FROM quantity",
      "PRAGMA foreign_keys = OFF; DELETE FROM money WHERE entry = 5; DELETE FROM entry WHERE number = 5",
      "INSERT INTO unit SELECT number, '', 'x' FROM entry WHERE number = 8",
  };
  for (const auto& change : changes) {
    OpenBooks open;
    fill(open);
    open.transaction.commit();
    auto triggers = open.books.database().prepare(
        "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'");
    ASSERT_TRUE(triggers.step());
    const std::string drop(triggers.text(0));
    triggers.reset();
    open.books.database().run(drop);
    open.books.database().run(change);
    EXPECT_FALSE(verify(open.books).broken.empty()) << change;
  }
}

TEST(File, NothingIsChangedOrDeleted) {
  OpenBooks open;
  fill(open);
  open.transaction.commit();
  for (const auto* table : {"entry", "account", "money", "quantity", "words", "unit"}) {
    const std::string column = std::string(table) == "entry"     ? "number"
                               : std::string(table) == "account" ? "id"
                                                                 : "entry";
    EXPECT_EQ(code_of([&] { open.books.database().run("UPDATE " + std::string(table) + " SET " + column + " = 99"); }),
              "damaged")
        << table;
    EXPECT_EQ(code_of([&] { open.books.database().run("DELETE FROM " + std::string(table)); }), "damaged") << table;
  }
  // Neither by the back door of a conflict, nor by details for an older entry, nor with a gap.
  EXPECT_NE(
      code_of([&] { open.books.database().run("INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE number = 3"); }),
      "");
  EXPECT_NE(code_of([&] { open.books.database().run("INSERT OR REPLACE INTO unit VALUES (1, '', 'x')"); }), "");
  EXPECT_NE(code_of([&] {
              open.books.database().run(
                  "INSERT INTO entry SELECT 20, kind, at, who, NULL, note, allowed, hash FROM entry WHERE number = 3");
            }),
            "");
  EXPECT_TRUE(verify(open.books).broken.empty());
}

TEST(File, UncommittedEntriesAreNotThere) {
  Scratch scratch;
  {
    Books books = Books::create(scratch.path());
    auto transaction = books.begin();
    Desk desk(books, tests::vocabulary(), tests::any_codes(), "甲");
    Draft draft(*find_kind("unit"));
    draft.values = {"", "局"};
    std::vector<Problem> problems;
    ASSERT_EQ(desk.take(draft, problems), 1);
  }
  EXPECT_EQ(Books(scratch.path()).last(), 0);
}

TEST(File, SettingsAreThoseOfBooks) {
  OpenBooks open;
  open.transaction.commit();
  auto mode = open.books.database().prepare("PRAGMA journal_mode");
  ASSERT_TRUE(mode.step());
  EXPECT_EQ(mode.text(0), "wal");
  EXPECT_EQ(open.books.database().integer("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(open.books.database().integer("PRAGMA application_id"), application_id);
  EXPECT_EQ(open.books.database().integer("SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND schema = "
                                          "'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'"),
            0);
}

/// A file that version 1 wrote, kept as the statements that make it.
TEST(Migration, AnOlderFileOpensAndIsUpgraded) {
  Scratch scratch;
  {
    Database old(scratch.path(), true);
    old.run(tests::file_content(SOURCE_DIR "/tests/data/books/version-1.sql"));
    ASSERT_EQ(version_of(old), 1);
  }
  Books books(scratch.path());
  EXPECT_EQ(books.database().integer("PRAGMA user_version"), newest_version);
  const auto verified = verify(books);
  EXPECT_EQ(verified.entries, 8);
  EXPECT_TRUE(verified.broken.empty()) << verified.broken.front().code << " " << verified.broken.front().detail;
  auto transaction = books.begin();
  Desk desk(books, tests::vocabulary(), tests::any_codes(), "甲");
  std::vector<Problem> problems;
  EXPECT_EQ(desk.reverse(3, "错", problems), 9);
}

TEST(Migration, EveryStepFromNothingGivesTheSameFile) {
  Scratch at_once, in_steps;
  const auto schema = [](Database& database) {
    auto rows = database.prepare("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)");
    EXPECT_TRUE(rows.step());
    return std::string(rows.text(0));
  };
  Database one(at_once.path(), true), two(in_steps.path(), true);
  migrate(one);
  for (int version = 1; version <= newest_version; ++version) migrate(two, version);
  EXPECT_EQ(schema(one), schema(two));
}

TEST(Migration, ANewerFileIsRefusedUntouched) {
  Scratch scratch;
  {
    Database newer(scratch.path(), true);
    migrate(newer);
    newer.run("PRAGMA user_version = 99");
  }
  const auto before = tests::file_content(scratch.path());
  EXPECT_EQ(code_of([&] { Books books(scratch.path()); }), "newer");
  EXPECT_EQ(tests::file_content(scratch.path()), before);
}

TEST(File, OthersAreRefused) {
  Scratch scratch;
  EXPECT_EQ(code_of([&] { Books books(scratch.path()); }), "missing");
  std::ofstream(scratch.path())
      << "no database, but longer than the header of one would be, which has a hundred bytes, so that it is looked at";
  EXPECT_EQ(code_of([&] { Books books(scratch.path()); }), "not-books");
  EXPECT_EQ(code_of([&] { Books::create(scratch.path()); }), "exists");
  Scratch other;
  {
    Database database(other.path(), true);
    database.run("CREATE TABLE t(x)");
  }
  EXPECT_EQ(code_of([&] { Books books(other.path()); }), "not-books");
}

}  // namespace
}  // namespace mingzhang::books
