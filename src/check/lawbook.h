// All laws that the statements of one document are under.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "laws/diagnose.h"
#include "profile/reading.h"

namespace mingzhang::check {

/// Figures and laws, with the way back to statements: figure i is statement `statements[i]`.
struct Lawbook {
  std::vector<std::uint32_t> statements;
  std::vector<laws::Figure> figures;
  std::vector<laws::Law> laws;
  std::unordered_map<std::uint32_t, std::uint32_t> words;  ///< a law of direction and the statement with its word
};

/// Agreement of copies, lists, claims, and the equations of the form.
Lawbook build_lawbook(const profile::Reading& reading);

/// What documents say in one cell, by place: the nearest one is asked first.
class Index {
 public:
  explicit Index(const cube::Facts& facts);

  /// The value of `cell` said nearest to `near`: in its sentence, before it in its scope, in its scope, anywhere
  /// (tables first).
  std::optional<std::uint32_t> value_near(const cube::Cell& cell, const cube::Statement& near) const;
  /// Tables first, then the order of the document.
  std::optional<std::uint32_t> value(const cube::Cell& cell) const;
  /// The printed change of `cell` against `base`: in the sentence of `near` if given, else the first.
  std::optional<std::uint32_t> change(const cube::Cell& cell, const cube::Cell& base,
                                      const cube::Statement* near) const;
  const std::vector<std::uint32_t>* values(const cube::Cell& cell) const;

 private:
  struct Copies {
    std::vector<std::uint32_t> in_order;  ///< of the document
    std::vector<std::uint32_t> by_scope;  ///< and within one by sentence
    std::uint32_t best = 0;               ///< the first in a table, or the first
  };
  using Map = std::unordered_map<cube::Cell, Copies, cube::CellHash>;

  /// Those of the scope of `near`, and among them the first of a later sentence.
  struct Nearby {
    std::vector<std::uint32_t>::const_iterator begin, later, end;
  };
  Nearby nearby(const Copies& copies, const cube::Statement& near) const;
  void sort(Map& map) const;

  const cube::Facts& facts_;
  Map values_, changes_;
};

/// A statement of a value that laws may bind.
bool is_value(const cube::Statement& statement);

}  // namespace mingzhang::check
