// One clause of a form, said of the figures of a source.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/publication.h"
#include "publish/compare.h"
#include "publish/traces.h"

namespace mingzhang::publish {

/// What was said before in a sentence: clauses that follow speak of the same.
struct Voice {
  cube::Cell subject;
  std::optional<cube::Cell> base;  ///< of the last comparison
  int direction = 0;               ///< of it
  int ordinal = 0;                 ///< entries counted so far in the section
};

/// A clause that is about to be said: what it speaks of, and whether it has anything to say.
struct Speech {
  const profile::Section* section = nullptr;
  const profile::Clause* clause = nullptr;
  cube::Cell context, values, subject;
  std::string named;                   ///< project
  bool says_something = false;         ///< some figure is not zero; or there are none
  bool begins_with_something = false;  ///< the first figure is not zero
};

class ClauseWriter {
 public:
  ClauseWriter(const Material& material, Traces& traces, std::vector<Todo>& todos)
      : material_(material), compare_(material), traces_(traces), todos_(todos) {}

  /// `member`: coordinates that the clause names for itself.
  Speech prepare(const profile::Section& section, const profile::Clause& clause, const cube::Cell& member,
                 const Voice& voice) const;
  void write(const Speech& speech, Voice& voice, std::vector<document::Run>& runs);
  /// Somebody has written what only a person can say in this clause.
  bool words_are_kept(const Speech& speech, const Voice& voice) const;

  /// Members that the first naming slot of a clause can name, in the order of the form: cells laid over its context.
  std::vector<cube::Cell> members(const profile::Section& section, const profile::Clause& clause) const;

 private:
  class Writing;
  enum class Has : std::uint8_t { no_figure, nothing, something };

  Has has(const Speech& speech, std::size_t slot) const;
  bool has_words(const Speech& speech) const;
  cube::Cell cell_of(const Speech& speech, std::size_t slot) const;
  cube::Cell base_of(const Speech& speech, std::size_t slot) const;
  std::vector<cube::Cell> candidates(const Speech& speech, cube::Dimension dimension, std::size_t level) const;

  const Material& material_;
  Comparer compare_;
  Traces& traces_;
  std::vector<Todo>& todos_;
};

}  // namespace mingzhang::publish
