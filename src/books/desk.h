// The desk where entries are taken in: what somebody wrote becomes an entry, or is refused with reasons.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "books/books.h"
#include "books/failure.h"
#include "books/vocabulary.h"

namespace mingzhang::books {

/// What a code of a classification may be in a year (data/classifications).
struct Codes {
  std::function<bool(std::string_view code, int year)> function, economic;
};

/// What somebody wrote, field by field, in any spelling that the vocabulary knows.
struct Draft {
  const Kind* kind = nullptr;
  std::vector<std::string> values;  ///< one a field of the kind's table
  std::string amount;
  int power = 0;  ///< of the amount: 4 where it is in 万元
  std::string project_code;
  std::string note;

  explicit Draft(const Kind& of) : kind(&of), values(of.table->fields.size()) {}
};

class Desk {
 public:
  Desk(Books& books, const Vocabulary& vocabulary, Codes codes, std::string who);

  /// More may be spent than is left, and this is who allowed it and why: "WHO/REASON".
  void allow(std::string who_and_why) { allowed_ = std::move(who_and_why); }

  /// Checks and appends; what is wrong is added to `problems`, and then nothing is appended and 0 given back.
  std::int64_t take(const Draft& draft, std::vector<Problem>& problems);
  /// Takes entry `number` back by a further one.
  std::int64_t reverse(std::int64_t number, const std::string& reason, std::vector<Problem>& problems);

 private:
  Entry entry_of(const Draft& draft, std::vector<Problem>& problems);
  void fill_value(const Field& field, std::string& value, std::vector<Problem>& problems) const;
  void fill_defaults(Entry& entry) const;
  void check_codes(const Entry& entry, std::vector<Problem>& problems);
  bool knows(std::unordered_set<std::string>& seen, const std::function<bool(std::string_view, int)>& codes,
             const std::string& code, int year);
  void take_project(const Draft& draft, Entry& entry, std::vector<Problem>& problems);
  void check_column(const Entry& entry, std::vector<Problem>& problems);
  void take_project_code(const Draft& draft, Entry& entry, std::vector<Problem>& problems);
  bool control(Entry& entry, std::vector<Problem>& problems);

  Books& books_;
  const Vocabulary& vocabulary_;
  Codes codes_;
  std::string who_, at_, allowed_, unit_;
  std::unordered_set<std::string> known_functions_, known_economics_;
};

}  // namespace mingzhang::books
