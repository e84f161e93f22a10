// Books for tests: the data that the program is built with, an entry desk, files that vanish again.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "books/books.h"
#include "books/desk.h"
#include "books/rows.h"
#include "books/slices.h"
#include "books/vocabulary.h"

namespace mingzhang::tests {

inline std::string file_content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

inline const books::Vocabulary& vocabulary() {
  static const books::Vocabulary words(file_content(SOURCE_DIR "/data/books/columns.toml"), "columns.toml");
  return words;
}

inline const books::Slices& slices() {
  static const books::Slices known(file_content(SOURCE_DIR "/data/books/slices.toml"), "slices.toml");
  return known;
}

/// A path that is free, and is again afterwards.
class Scratch {
 public:
  Scratch()
      : path_(std::filesystem::temp_directory_path() /
              ("mingzhang-books-" + std::to_string(::getpid()) + "-" + std::to_string(++count_) + ".db")) {
    remove();
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { remove(); }
  const std::filesystem::path& path() const { return path_; }

 private:
  void remove() {
    for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + end);
  }
  static inline int count_ = 0;
  std::filesystem::path path_;
};

/// Any code of three, five or seven digits that does not begin with 9.
inline books::Codes any_codes() {
  const auto known = [](std::string_view code, int) {
    return (code.size() == 3 || code.size() == 5 || code.size() == 7) && code.front() != '9';
  };
  return {known, known};
}

/// New books with their desk, in one transaction that ends with them or is committed.
struct OpenBooks {
  Scratch scratch;
  books::Books books = books::Books::create(scratch.path());
  books::Transaction transaction = books.begin();
  books::Desk desk{books, vocabulary(), any_codes(), "测试员"};
  std::vector<books::Problem> problems;

  /// The number of the entry, or 0 with `problems`.
  std::int64_t add(const std::string& kind, const std::vector<books::Pair>& pairs) {
    problems.clear();
    const auto draft = books::draft_of(*books::find_kind(kind), pairs, vocabulary(), problems);
    return draft ? desk.take(*draft, problems) : 0;
  }
  std::string first_problem() const {
    return problems.empty() ? "" : problems.front().field + " " + problems.front().code;
  }
};

}  // namespace mingzhang::tests
