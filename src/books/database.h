// SQLite, as much of it as books need. Inside this room only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace mingzhang::books {

class Statement;

/// One open file. Every failure is a books::Failure.
class Database {
 public:
  /// A file that may not be written can still be read.
  Database(const std::filesystem::path& path, bool create);

  void run(const std::string& sql);
  Statement prepare(std::string_view sql);
  std::int64_t integer(std::string_view sql);  ///< first column of the first row, 0 without
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement: bind the parameters in order, then step through the rows; `reset` makes it ready again. Bound
/// texts must live until the statement has been stepped.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind_blob(std::string_view bytes);
  Statement& bind_null();
  bool step();
  void reset();
  /// For what gives no rows: steps and resets.
  void run();

  std::string_view text(int column) const;  ///< or blob; valid until the next step
  std::int64_t integer(int column) const;
  bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  sqlite3* database_;
  int next_ = 1;
};

/// BEGIN IMMEDIATE now; rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(Transaction&& other) noexcept : database_(other.database_), open_(std::exchange(other.open_, false)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace mingzhang::books
