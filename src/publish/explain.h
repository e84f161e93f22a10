// Why a figure is what it is: its slice, where it stands or the entries behind it, and the laws that bind it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/lawbook.h"
#include "document/publication.h"
#include "publish/compose.h"

namespace mingzhang::publish {

/// A law of a figure with its calculation and how it stands: holds, tail, broken, untestable.
struct BindingLaw {
  std::string law, calculation, outcome;
};

/// Laws of the statements of a document. `reading` must live as long.
class Explainer {
 public:
  explicit Explainer(const profile::Reading& reading);

  std::vector<BindingLaw> laws_of(std::uint32_t statement) const;
  /// The statement that says what was composed; -1 where the reader did not find it.
  std::int64_t find(const FigureKey& key) const;
  const profile::Reading& reading() const { return reading_; }

 private:
  const profile::Reading& reading_;
  check::Lawbook book_;
  std::vector<cube::Quantity> quantities_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> laws_;
  std::map<FigureKey, std::uint32_t> statements_;
};

/// "第 12 行：…" of a document; "单位.mz 支付第 34 号（记-0012）" of books.
std::string place_in_words(const cube::Place& place);

/// "预算支出 …": kinds of coordinates with their members, all of them.
std::string slice_in_words(const Material& material, const cube::Cell& cell);

/// What a claim compares, in words.
std::string claim_in_words(cube::Claim claim);

/// The notes behind the figures of a composed document, in the order of their numbers, with so many places of each.
std::vector<document::TraceNote> trace_notes(const Composed& composed, const Material& material,
                                             const Explainer& explainer, std::size_t most_places = 20);

}  // namespace mingzhang::publish
