// The books of a public body: one file, to which entries are appended and in which nothing is ever changed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "books/appropriation.h"
#include "books/chain.h"
#include "books/database.h"
#include "books/entry.h"

namespace mingzhang::books {

/// The present moment in UTC, as entries keep it: 2025-03-01T08:30:00Z.
std::string now_utc();

class Books {
 public:
  /// Opens books; older ones are upgraded (which a read-only file cannot be). Throws Failure.
  explicit Books(const std::filesystem::path& path);
  /// New books in a file that is not there yet. Throws Failure "exists".
  static Books create(const std::filesystem::path& path);

  /// Everything appended until it is committed stands or falls together. After a rollback these books are used no more:
  /// open them anew.
  Transaction begin();

  std::int64_t last() const { return last_; }
  const Digest& head() const { return head_; }

  /// Appends an entry whose fields have been checked (entry desk): gives it its number and hash. Inside a transaction.
  std::int64_t append(Entry& entry);
  /// What an account may still spend, kept up to date by `append`.
  const Appropriations& appropriations();

  std::optional<Entry> entry(std::int64_t number);
  /// All entries in their order with the hash that is kept; stops where `visit` says false.
  void each(const std::function<bool(const Entry&, std::string_view hash)>& visit);
  /// The entries of one table of details that stand: neither taken back nor taking one back. In their order. `up_to`:
  /// as the books were when this was the last entry; 0: as they are.
  void each_standing(const Table& table, const std::function<void(const Entry&)>& visit, std::int64_t up_to = 0);
  /// Number of the entry that reverses this one, or 0.
  std::int64_t reversed_by(std::int64_t number);
  /// The import of a file with this digest, or 0.
  std::int64_t import_of(std::string_view digest);
  /// Name of a project by its code, and the code by its name, as last registered.
  std::optional<std::string> project_name(const std::string& code);
  bool knows_project(const std::string& name);
  std::string unit_code();
  std::string unit_name();
  std::string file_name() const;  ///< without its folder: it is published

  Database& database() { return database_; }

 private:
  explicit Books(Database database) : database_(std::move(database)) {}
  void read_head();
  void forget();
  void load_projects();
  void register_project(const std::string& code, const std::string& name);
  std::int64_t account_of(const Entry& entry);
  void insert_detail(const Entry& entry);
  Statement& insertion(const Table& table);

  Database database_;
  Chain chain_;
  std::int64_t last_ = 0;
  Digest head_{};
  std::map<std::string_view, Statement> insertions_;
  std::optional<Statement> insert_entry_, insert_account_;
  std::unordered_map<std::string, std::int64_t> accounts_;
  bool accounts_loaded_ = false, projects_loaded_ = false;
  std::optional<Appropriations> appropriations_;
  std::unordered_map<std::string, std::string> projects_;  ///< code -> name
  std::unordered_map<std::string, std::string> project_codes_;
};

}  // namespace mingzhang::books
