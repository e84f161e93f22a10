// What a document is composed from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "cube/source.h"
#include "profile/load_form.h"

namespace mingzhang::publish {

/// A document that was read also says how two of its cells compare, to the places that it printed.
class Stated {
 public:
  Stated() = default;
  Stated(const Stated&) = delete;
  Stated& operator=(const Stated&) = delete;
  virtual ~Stated() = default;
  /// Signed by its direction; of a direction its sign. Empty where nothing was said.
  virtual std::optional<money::Decimal> stated(cube::Claim claim, const cube::Cell& subject,
                                               const cube::Cell& base) const = 0;
  /// A table that the document does not print cannot be filled from its sentences.
  virtual bool prints_table(const std::string& id) const = 0;
};

struct Material {
  const profile::LoadedForm& form;
  const cube::Source& source;
  const Stated* stated = nullptr;  ///< may be null
  std::string unit;
  int year = 0;
};

/// A figure of the document that is being written, by what it says: traces are found again by it.
struct FigureKey {
  std::string scope;  ///< section or table
  cube::Claim claim = cube::Claim::none;
  cube::Cell cell, base;
  friend bool operator==(const FigureKey&, const FigureKey&) = default;
  friend auto operator<(const FigureKey& a, const FigureKey& b) {
    return std::tie(a.scope, a.claim, a.cell, a.base) < std::tie(b.scope, b.claim, b.cell, b.base);
  }
};

/// Something that a person has to write before the document can be released.
struct Todo {
  std::string section;                 ///< its heading, as printed
  std::string sentence;                ///< with the gap: "与上年相比减少 2.00 万元，主要原因是：＿＿"
  std::string what;                    ///< what to write: "培训费支出比 2022 年减少 2.00 万元的原因"
  std::vector<std::string> proposals;  ///< what moved most
  std::string role;                    ///< of the words that the books miss; empty: they miss something else
  cube::Cell cell;                     ///< of those words
};

/// Year and stage, which all cells of a document share.
cube::Cell document_cell(const Material& material);

/// The role under which the words of a slot are kept: that of the slot; "reason" for a change on last year and
/// "reason-STAGE" for a deviation from another stage; else section.slot.
std::string words_role(const profile::Section& section, const profile::Clause& clause, std::size_t slot,
                       const std::optional<cube::Cell>& base, const cube::Cell& subject);

}  // namespace mingzhang::publish
