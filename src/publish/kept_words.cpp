#include "publish/kept_words.h"

#include <map>
#include <optional>
#include <utility>

#include "publish/material.h"
#include "publish/paragraphs.h"

namespace mingzhang::publish {
namespace {

using cube::Cell;
using profile::SlotMeaning;
using profile::SlotType;

class Gathering {
 public:
  explicit Gathering(const profile::Reading& reading) : reading_(reading) {
    for (const auto& statement : reading.facts.statements)
      if (statement.kind == cube::Kind::wording)
        wordings_.try_emplace({statement.place.line, statement.place.begin}, &statement);
  }

  std::vector<KeptWords> run() {
    for (const auto& section : reading_.sections) take_prose(section);
    for (const auto& clause : reading_.clauses) take_clause(clause);
    return std::move(out_);
  }

 private:
  void take_prose(const profile::SectionRead& section) {
    if (section.section->reading != profile::Section::Reading::free_text || section.begin >= section.end) return;
    const auto& stream = *reading_.stream;
    std::string words =
        paragraphs_of(stream.document(), stream.line_at(section.begin - 1), stream.line_at(section.end - 1));
    out_.push_back({section.section->id, Cell{}, std::move(words), section.heading});
  }

  void take_clause(const profile::ClauseRead& clause) {
    if (!clause.clause->follows) base_.reset();
    for (const auto& capture : clause.match.captures) {
      const auto& meaning = clause.clause->slots[capture.slot];
      if (meaning.is == SlotMeaning::Is::claim && meaning.claim != cube::Claim::share) base_ = meaning.base;
      take_slot(clause, capture);
    }
  }

  void take_slot(const profile::ClauseRead& clause, const auto& capture) {
    const auto type = clause.clause->pattern.slots()[capture.slot].type;
    const bool names = type == SlotType::names && clause.clause->slots[capture.slot].list == nullptr;
    if (!names && type != SlotType::text && type != SlotType::prose) return;
    const auto place = reading_.stream->place(capture.begin, capture.end);
    const auto found = wordings_.find({place.line, place.begin});
    if (found == wordings_.end()) return;
    const auto& statement = *found->second;
    if (names) {
      const auto words = reading_.stream->text().substr(capture.begin, capture.end - capture.begin);
      out_.push_back(
          {words_role(*clause.section, *clause.clause, capture.slot, {}, {}), Cell{}, std::string(words), place});
      return;
    }
    std::optional<Cell> compared;
    if (base_) compared = statement.cell.with(*base_);
    out_.push_back({words_role(*clause.section, *clause.clause, capture.slot, compared, statement.cell), statement.cell,
                    statement.text, place});
  }

  const profile::Reading& reading_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, const cube::Statement*> wordings_;  ///< by line and byte
  std::optional<Cell> base_;                                                            ///< what was last compared with
  std::vector<KeptWords> out_;
};

}  // namespace

std::vector<KeptWords> kept_words(const profile::Reading& reading) {
  return Gathering(reading).run();
}

}  // namespace mingzhang::publish
