#include "books/verify.h"

#include <fmt/format.h>

#include <unordered_map>

#include "books/failure.h"
#include "money/fen.h"

namespace mingzhang::books {
namespace {

class Verifier {
 public:
  explicit Verifier(Books& books) : books_(books) {}

  Verified verify() {
    check_file();
    try {
      books_.each([this](const Entry& entry, std::string_view hash) { return check_entry(entry, hash); });
      check_sums();
    } catch (const Failure& failure) {
      report("file", result_.entries + 1, failure.what());
    } catch (const money::Overflow& overflow) {
      report("sum", result_.entries, overflow.what());
    }
    result_.head = hex(head_);
    return std::move(result_);
  }

 private:
  void report(const char* code, std::int64_t entry, std::string detail) {
    if (result_.broken.size() < most_broken) result_.broken.push_back({code, entry, std::move(detail)});
  }

  void check_file() {
    auto rows = books_.database().prepare("PRAGMA integrity_check(20)");
    while (rows.step())
      if (rows.text(0) != "ok") report("file", 0, std::string(rows.text(0)));
    auto keys = books_.database().prepare("PRAGMA foreign_key_check");
    while (keys.step()) report("foreign-key", keys.integer(1), fmt::format("{} -> {}", keys.text(0), keys.text(2)));
  }

  bool check_entry(const Entry& entry, std::string_view hash) {
    if (entry.number != result_.entries + 1)
      report("number", entry.number, fmt::format("{} != {}", entry.number, result_.entries + 1));
    result_.entries = entry.number;
    if (entry.values.size() != entry.kind->table->fields.size()) {
      report("detail", entry.number, std::string(entry.kind->table->name));
    } else {
      ++details_[entry.kind->table];
      check_hash(entry, hash);
      if (entry.reverses != 0) check_reversal(entry);
      check_control(entry);
    }
    return result_.broken.size() < most_broken;
  }

  /// After a broken link the chain goes on with the hash that is kept, so that each break is told once.
  void check_hash(const Entry& entry, std::string_view hash) {
    const Digest computed = chain_.next(head_, entry);
    if (bytes_of(computed) != hash) report("hash", entry.number, hex(computed));
    std::copy(hash.begin(), hash.end(), reinterpret_cast<char*>(head_.data()));
  }

  void check_reversal(const Entry& entry) {
    const auto reversed = books_.entry(entry.reverses);
    const bool same = reversed && reversed->kind == entry.kind && reversed->values == entry.values &&
                      reversed->amount == -entry.amount && reversed->reverses == 0;
    if (!same) report("reversal", entry.number, std::to_string(entry.reverses));
  }

  void check_control(const Entry& entry) {
    if (entry.allowed.empty() && left_.overdraws(entry))
      report("overspent", entry.number, money::Fen(left_.left(entry)).yuan().grouped());
    left_.apply(entry);
    if (entry.kind->table->name == "money") {
      auto& sum = sums_[entry.kind];
      sum = (money::Fen(sum) + money::Fen(entry.amount)).count();
    }
  }

  /// The sums by account, which is what figures are made of, against the entries one by one.
  void check_sums() {
    std::unordered_map<const Kind*, std::int64_t> by_account;
    auto rows = books_.database().prepare("SELECT kind, total FROM account_sum JOIN account ON id = account");
    while (rows.step()) by_account[find_kind(rows.text(0))] += rows.integer(1);
    for (const auto& [kind, sum] : sums_)
      if (by_account[kind] != sum) report("sum", 0, fmt::format("{}: {} != {}", kind->id, by_account[kind], sum));
    auto kinds = books_.database().prepare(
        "SELECT number FROM money JOIN entry ON number = entry JOIN account ON account.id = account WHERE entry.kind "
        "<> "
        "account.kind LIMIT 20");
    while (kinds.step()) report("account", kinds.integer(0), "");
    for (const auto& table : tables()) {
      const auto count = books_.database().integer(fmt::format("SELECT count(*) FROM {}", table.name));
      if (count != details_[&table])
        report("detail", 0, fmt::format("{}: {} != {}", table.name, count, details_[&table]));
    }
  }

  Books& books_;
  Verified result_;
  Chain chain_;
  Digest head_{};
  Appropriations left_;
  std::unordered_map<const Kind*, std::int64_t> sums_;
  std::unordered_map<const Table*, std::int64_t> details_;
};

}  // namespace

Verified verify(Books& books) {
  return Verifier(books).verify();
}

}  // namespace mingzhang::books
