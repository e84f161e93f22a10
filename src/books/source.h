// The books as a source of figures: sums of entries by slices of the cube, and what follows from them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "books/books.h"
#include "books/flows.h"
#include "books/slices.h"
#include "cube/source.h"

namespace mingzhang::books {

class BooksSource final : public cube::Source {
 public:
  struct Options {
    int year = 0;               ///< of cells that name none; "last" is the one before
    std::string stage;          ///< of cells that name none: initial, adjusted, outturn
    std::size_t places = 1000;  ///< of a figure; if there are more, the last one says how many
  };
  /// Loads the sums of all accounts; `books` and `slices` must live as long, and nothing is entered meanwhile.
  BooksSource(Books& books, const Slices& slices, Options options);
  ~BooksSource() override;

  /// Figures of earlier years are those that were published (`books adopt`), else those of the books; of this year the
  /// other way round.
  std::optional<cube::Figure> figure(const cube::Cell& cell) const override;
  std::vector<cube::Member> members(cube::Dimension dimension, const cube::Cell& within,
                                    std::size_t level) const override;
  std::string words(std::string_view role, const cube::Cell& cell) const override;

 private:
  struct Account;
  struct Counted;
  struct Published;
  struct Words;
  struct Filter;
  struct Sum;

  void load_accounts();
  void load_counted();
  void load_published();
  void load_words();
  cube::Cell resolve(cube::Cell cell) const;
  bool is_earlier(const cube::Cell& cell) const;
  std::optional<Filter> filter_of(const cube::Cell& cell) const;
  void want(Filter& filter, std::size_t field, const std::vector<std::string>& names, bool codes) const;
  bool takes(const Term& term, const Filter& filter, const Account& account) const;
  cube::Cell own_cell(const cube::Cell& cell) const;
  Sum sum_of(const Term& term, const Filter& filter) const;
  std::optional<cube::Figure> money(const cube::Cell& cell) const;
  std::optional<cube::Figure> counted(const cube::Cell& cell, int depth = 0) const;
  std::optional<cube::Figure> published(const cube::Cell& cell) const;
  bool is_money(const cube::Cell& cell) const;
  std::vector<const Account*> accounts_of(const cube::Cell& cell) const;
  void add_places(const Account& account, cube::Figure& figure) const;
  void end_places(cube::Figure& figure, std::int64_t count) const;
  std::string kept_words(std::string_view role, const std::string& cell, std::string_view year) const;
  std::string named_offices(std::string_view year) const;
  std::string of_project(std::string_view role, std::string_view project) const;

  Books& books_;
  const Slices& slices_;
  Options options_;
  std::string path_;               ///< name of the file, without its folder: it is published
  std::vector<Account> accounts_;  ///< in the order of their first entries
  std::array<std::vector<cube::Member>, account_fields> names_;  ///< that occur, field by field
  std::vector<Counted> counted_;
  std::map<std::string, std::vector<Published>> published_;  ///< "YEAR STAGE CELL"
  std::vector<Words> words_;
};

}  // namespace mingzhang::books
