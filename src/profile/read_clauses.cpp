#include "profile/read_clauses.h"

#include <algorithm>

#include "profile/names.h"
#include "text/number.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Claim;
using cube::Dimension;
using cube::Kind;
using cube::Member;
using cube::Statement;

using Is = SlotMeaning::Is;

NameSource names_of(const Clause& clause) {
  return [&clause](const std::string& slot) -> const std::vector<std::string>* {
    const auto& slots = clause.pattern.slots();
    for (std::size_t index = 0; index < slots.size(); ++index)
      if (slots[index].name == slot && clause.slots[index].list) return &clause.slots[index].list->all_names;
    return nullptr;
  };
}

class SectionReader {
 public:
  SectionReader(const SectionRead& section, const Cell& document_cell, Reading& reading)
      : section_(section),
        form_(*reading.form()),
        stream_(*reading.stream),
        reading_(reading),
        document_cell_(document_cell),
        context_(document_cell.with(with_year(section.section->cell, reading.recognition.year))) {}

  void run() {
    const std::string_view text = stream_.text().substr(0, section_.end);
    for (const auto& clause : section_.section->clauses)
      candidates_.push_back({&clause, names_of(clause), std::nullopt, {}, false});
    std::size_t cursor = section_.begin;
    while (cursor < section_.end) {
      if (follow(text, cursor)) continue;
      Candidate* next = earliest(text, cursor);
      if (next == nullptr) break;
      const Match match = *next->cached;
      if (!next->clause->repeats) next->used = true;
      next->cached.reset();
      take(*next->clause, match);
      cursor = match.end;
    }
  }

 private:
  struct Candidate {
    const Clause* clause;
    NameSource names;
    std::optional<Match> cached;
    Search search;
    bool used = false;  ///< or known not to occur any more
  };

  /// Clauses that continue the sentence just read.
  bool follow(std::string_view text, std::size_t& cursor) {
    for (auto& candidate : candidates_) {
      if (!candidate.clause->follows) continue;
      auto match = candidate.clause->pattern.match_at(text, cursor, candidate.names);
      if (!match && cursor < section_.end && (text[cursor] == ',' || text[cursor] == ';'))
        match = candidate.clause->pattern.match_at(text, cursor + 1, candidate.names);
      if (!match || match->end <= cursor) continue;
      take(*candidate.clause, *match);
      cursor = match->end;
      return true;
    }
    return false;
  }

  Candidate* earliest(std::string_view text, std::size_t cursor) {
    Candidate* best = nullptr;
    for (auto& candidate : candidates_) {
      if (candidate.clause->follows || candidate.used) continue;
      if (!candidate.cached || candidate.cached->begin < cursor) {
        candidate.cached = candidate.clause->pattern.find(text, cursor, candidate.names, candidate.search);
        if (!candidate.cached) candidate.used = true;
      }
      if (candidate.cached && (best == nullptr || candidate.cached->begin < best->cached->begin)) best = &candidate;
    }
    return best;
  }

  std::string_view words(const Capture& capture) const {
    return stream_.text().substr(capture.begin, capture.end - capture.begin);
  }

  void take(const Clause& clause, const Match& match) {
    ++sentence_;
    reading_.clauses.push_back({section_.section, &clause, match, stream_.place(match.begin, match.end)});
    Cell context = clause.follows ? subject_ : context_.with(with_year(clause.cell, reading_.recognition.year));
    for (const auto dimension : clause.keeps) context[dimension] = subject_[dimension];
    for (const auto& capture : match.captures) name_members(clause, capture, context);
    Cell subject = clause.follows ? subject_ : context;
    if (clause.subject) subject = context.with(*clause.subject);
    if (!clause.subject && !clause.follows) subject = subject_of_values(clause, match, context);
    const Cell value_context = clause.subject ? subject : clause.follows ? context_ : context;
    Reader reader{clause, match, value_context, subject, {}, false, 0};
    for (const auto& capture : match.captures) read_capture(reader, capture);
    subject_ = subject;
  }

  struct Reader {
    const Clause& clause;
    const Match& match;
    Cell context;  ///< of values
    Cell subject;  ///< of claims
    Cell direction_base;
    bool has_direction = false;
    int direction = 0;
  };

  /// Members, paths and projects named in a clause are coordinates of all that it says.
  void name_members(const Clause& clause, const Capture& capture, Cell& context) {
    const auto& slot = clause.pattern.slots()[capture.slot];
    const auto& meaning = clause.slots[capture.slot];
    if (slot.type == SlotType::member && meaning.list) {
      if (const auto* entry = meaning.list->find(words(capture))) context = context.with(entry->cell);
    } else if (slot.type == SlotType::path) {
      read_subject_path(meaning, capture, context);
    } else if (meaning.is == Is::project) {
      context[Dimension::project] = Member(words(capture));
    }
  }

  void read_subject_path(const SlotMeaning& meaning, const Capture& capture, Cell& context) {
    const auto& classification = *meaning.dimension == Dimension::economic ? *form_.economic : reading_.functional;
    const Path path = read_path(words(capture), classification);
    const bool whole = !path.code.empty() && path.official.size() == path.names.size();
    context[*meaning.dimension] = Member(whole ? path.code : std::string(words(capture)));
    Statement name = wording(capture, "path");
    name.cell = context;
    reading_.facts.statements.push_back(std::move(name));
  }

  /// The first value whose cell is the context itself, else the first value.
  Cell subject_of_values(const Clause& clause, const Match& match, const Cell& context) const {
    const SlotMeaning* first = nullptr;
    for (const auto& capture : match.captures) {
      const auto& meaning = clause.slots[capture.slot];
      const auto type = clause.pattern.slots()[capture.slot].type;
      const bool figure = type == SlotType::amount || type == SlotType::count || type == SlotType::percent;
      if (!figure || meaning.is != Is::value) continue;
      if (meaning.cell == Cell{}) return context;
      if (first == nullptr) first = &meaning;
    }
    return first ? context.with(with_year(first->cell, reading_.recognition.year)) : context;
  }

  Statement wording(const Capture& capture, const std::string& role) const {
    Statement statement;
    statement.kind = Kind::wording;
    statement.text = words(capture);
    statement.role = role;
    statement.place = stream_.place(capture.begin, capture.end);
    statement.scope = section_.section->id;
    statement.sentence = sentence_;
    return statement;
  }

  void read_capture(Reader& reader, const Capture& capture) {
    const auto& slot = reader.clause.pattern.slots()[capture.slot];
    const auto& meaning = reader.clause.slots[capture.slot];
    switch (slot.type) {
      case SlotType::amount:
      case SlotType::percent:
      case SlotType::count:
        read_figure(reader, capture, slot, meaning);
        break;
      case SlotType::direction:
        read_direction(reader, capture, meaning);
        break;
      case SlotType::names:
        read_names(reader, capture, meaning);
        break;
      case SlotType::year:
      case SlotType::unit:
      case SlotType::member:
      case SlotType::text:
      case SlotType::prose: {
        std::string role = meaning.role;
        if (role.empty()) role = meaning.is == Is::reason ? "reason" : slot.name;
        Statement statement = wording(capture, role);
        statement.cell = reader.subject;
        statement.direction = reader.direction;
        statement.has_direction = reader.has_direction;
        reading_.facts.statements.push_back(std::move(statement));
        break;
      }
      case SlotType::ordinal:
      case SlotType::path:
        break;
    }
  }

  Cell base_of(const Reader& reader, const SlotMeaning& meaning, const Cell& subject) const {
    const Cell base = with_year(meaning.base, reading_.recognition.year);
    return meaning.whole ? document_cell_.with(base) : (void(reader), subject.with(base));
  }

  void read_figure(Reader& reader, const Capture& capture, const Slot& slot, const SlotMeaning& meaning) {
    const auto number = text::read_number(words(capture));
    if (!number) return;
    const auto canonical = unit_of(!meaning.unit.empty()            ? meaning.unit
                                   : slot.type == SlotType::percent ? "%"
                                                                    : form_.amount_unit);
    Statement statement = wording(capture, slot.name);
    statement.kind = Kind::value;
    statement.has_figure = true;
    try {
      statement.quantity = cube::quantity_of(*number, canonical.unit, canonical.power);
    } catch (const money::Overflow&) {
      reading_.facts.unread.push_back({statement.place, "number-too-large", 1});
      return;
    }
    statement.relation = meaning.relation;
    if (meaning.is == Is::claim) {
      statement.kind = Kind::claim;
      statement.claim = meaning.claim;
      statement.cell = meaning.cell == Cell{} ? reader.subject : reader.context.with(meaning.cell);
      statement.base = base_of(reader, meaning, statement.cell);
      statement.direction = reader.direction;
      statement.has_direction = reader.has_direction;
    } else if (meaning.is == Is::count_of) {
      statement.kind = Kind::claim;
      statement.claim = Claim::names;
      statement.cell = reader.context.with(meaning.cell);
      statement.direction = count_names(reader, meaning.of);
    } else {
      statement.cell = reader.context.with(with_year(meaning.cell, reading_.recognition.year));
      if (meaning.is == Is::placed) statement.claim = Claim::none;
    }
    reading_.facts.statements.push_back(std::move(statement));
  }

  int count_names(const Reader& reader, const std::string& of) const {
    for (const auto& capture : reader.match.captures)
      if (reader.clause.pattern.slots()[capture.slot].name == of)
        return static_cast<int>(split_names(words(capture)).size());
    return 0;
  }

  void read_direction(Reader& reader, const Capture& capture, const SlotMeaning& meaning) {
    const auto word = direction_at(words(capture));
    if (!word) return;
    reader.direction = word->sign;
    reader.has_direction = true;
    Statement statement = wording(capture, "direction");
    statement.kind = Kind::claim;
    statement.claim = Claim::direction;
    statement.cell = meaning.cell == Cell{} ? reader.subject : reader.context.with(meaning.cell);
    statement.base = base_of(reader, meaning, statement.cell);
    statement.direction = word->sign;
    statement.has_direction = true;
    reading_.facts.statements.push_back(std::move(statement));
  }

  void read_names(const Reader& reader, const Capture& capture, const SlotMeaning& meaning) {
    for (const auto& part : split_names(words(capture))) {
      const Capture name{capture.slot, capture.begin + part.begin, capture.begin + part.end};
      Statement statement = wording(name, meaning.role.empty() ? "name" : meaning.role + "-name");
      statement.cell = reader.subject;
      if (meaning.list) {
        if (const auto* entry = meaning.list->find(words(name))) statement.cell = statement.cell.with(entry->cell);
      }
      reading_.facts.statements.push_back(std::move(statement));
    }
  }

  const SectionRead& section_;
  const Form& form_;
  const Stream& stream_;
  Reading& reading_;
  Cell document_cell_, context_, subject_;
  std::vector<Candidate> candidates_;
  std::uint32_t sentence_ = 0;
};

}  // namespace

Cell with_year(const Cell& cell, int document_year) {
  if (cell[Dimension::year].name() != "last") return cell;
  return cell.with(Dimension::year, Member(std::to_string(document_year - 1)));
}

void read_section_text(const SectionRead& section, const Cell& document_cell, Reading& reading) {
  if (section.section->reading != Section::Reading::free_text) SectionReader(section, document_cell, reading).run();
}

}  // namespace mingzhang::profile
