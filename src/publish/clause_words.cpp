// The words of one clause, run by run.
#include <algorithm>
#include <array>
#include <set>

#include "publish/clause_writer.h"
#include "publish/movers.h"
#include "publish/slots.h"
#include "publish/todos.h"
#include "publish/typography.h"

namespace mingzhang::publish {

using cube::Cell;
using cube::Claim;
using cube::Dimension;
using cube::Member;
using document::Run;
using profile::SlotType;
using Alternative = profile::Pattern::Alternative;
using Is = profile::SlotMeaning::Is;

namespace {

constexpr std::string_view stop = "。";  ///< which the words of a text slot do not have
constexpr std::array<std::string_view, 3> level_marks = {"（类）", "（款）", "（项）"};

}  // namespace

class ClauseWriter::Writing {
 public:
  Writing(ClauseWriter& writer, const Speech& speech, Voice& voice, std::vector<Run>& runs)
      : writer_(writer),
        material_(writer.material_),
        speech_(speech),
        clause_(*speech.clause),
        voice_(voice),
        runs_(runs) {}

  void run() {
    if (!clause_.follows) voice_.base.reset();
    for (std::size_t slot = 0; slot < clause_.slots.size(); ++slot) {
      const auto& slots = clause_.pattern.slots();
      if (clause_.slots[slot].is == Is::claim && clause_.slots[slot].claim != Claim::share &&
          !(slots[slot].type == SlotType::direction && follows_comparison(slot)))
        remember(slot);
    }
    clause_.pattern.compose({[this](const auto& alternatives) { return choose(alternatives); },
                             [this](const std::string& words) { write_fixed(words); },
                             [this](std::uint32_t slot) { write_slot(slot); }});
    voice_.subject = speech_.subject;
  }

 private:
  /// A later slot of the clause compares the same cells with a figure.
  bool follows_comparison(std::size_t slot) const {
    for (std::size_t other = slot + 1; other < clause_.slots.size(); ++other)
      if (clause_.slots[other].is == Is::claim && clause_.slots[other].base == clause_.slots[slot].base &&
          clause_.slots[other].claim != Claim::share)
        return true;
    return false;
  }

  void remember(std::size_t slot) {
    const Cell subject = writer_.cell_of(speech_, slot), base = writer_.base_of(speech_, slot);
    voice_.base = base;
    const auto& meaning = clause_.slots[slot];
    const auto unit = unit_of_slot(clause_, slot, material_.form.form);
    const bool rate = meaning.claim != Claim::change;
    voice_.direction =
        rate && meaning.claim != Claim::direction && meaning.claim != Claim::completion
            ? writer_.compare_.growth(meaning.claim, subject, base, 2).sign()
            : writer_.compare_.direction(subject, base, rate ? 4 : unit.power, rate ? 2 : scale_of(unit));
  }

  /// The first alternative that has something to say, else one that says that nothing changed, else the first without
  /// figures.
  std::size_t choose(const std::vector<Alternative>& alternatives) const {
    std::optional<std::size_t> plain, equal;
    for (std::size_t index = 0; index < alternatives.size(); ++index) {
      bool figures = false;
      for (const auto slot : alternatives[index].slots) {
        const Has here = weight(slot);
        if (here == Has::something) return index;
        figures = figures || here == Has::nothing;
      }
      if (!figures && !plain) plain = index;
      if (!equal && says_equal(alternatives[index])) equal = index;
    }
    return equal.value_or(plain.value_or(0));
  }

  /// It begins with a direction, and no comparison in figures needs to follow.
  bool says_equal(const Alternative& alternative) const {
    const auto compares = [this](std::uint32_t slot) { return clause_.slots[slot].is == Is::claim; };
    const auto directs = [this](std::uint32_t slot) {
      return clause_.pattern.slots()[slot].type == SlotType::direction;
    };
    const auto first = std::find_if(alternative.slots.begin(), alternative.slots.end(), compares);
    return first != alternative.slots.end() && directs(*first) &&
           std::none_of(alternative.certain.begin(), alternative.certain.end(),
                        [&](std::uint32_t slot) { return compares(slot) && !directs(slot); });
  }

  /// A direction speaks where something changed; so does its reason. Words that nothing asks for speak if they are
  /// kept.
  Has weight(std::size_t slot) const {
    const auto& meaning = clause_.slots[slot];
    const auto type = clause_.pattern.slots()[slot].type;
    const Has here = writer_.has(speech_, slot);
    if (type == SlotType::direction) return here == Has::something ? here : Has::no_figure;
    if (type != SlotType::text && type != SlotType::prose) return here;
    if (explains(slot)) return voice_.direction == 0 ? Has::nothing : here;
    if (meaning.is != Is::ignored || !meaning.words.empty()) return here;
    return material_.source.words(role_of(slot), speech_.subject).empty() ? Has::nothing : Has::something;
  }

  bool explains(std::size_t slot) const {
    return clause_.slots[slot].is == Is::reason && clause_.pattern.slots()[slot].name == "reason" && voice_.base;
  }

  std::string role_of(std::size_t slot) const {
    return words_role(*speech_.section, clause_, slot, voice_.base, speech_.subject);
  }

  void write_fixed(const std::string& words) {
    const bool breaks = std::any_of(clause_.breaks.begin(), clause_.breaks.end(),
                                    [&](const std::string& line) { return words.starts_with(line); });
    say((breaks ? "\n" : "") + typeset(words, quote_open_));
    label_ = words.ends_with(':') ? words.substr(0, words.size() - 1) : std::string();
  }

  void say(std::string words) {
    if (!words.empty()) runs_.push_back({std::move(words), 0, false});
  }

  void write_slot(std::size_t slot) {
    const auto& meaning = clause_.slots[slot];
    switch (clause_.pattern.slots()[slot].type) {
      case SlotType::amount:
      case SlotType::percent:
      case SlotType::count:
        write_figure(slot);
        break;
      case SlotType::year:
        say(std::to_string(material_.year - (meaning.role == "last-year" ? 1 : 0)));
        break;
      case SlotType::ordinal:
        say(ordinal_like(meaning.words.empty() ? "1." : meaning.words.front(), ++voice_.ordinal));
        break;
      case SlotType::unit:
        say(material_.unit);
        break;
      case SlotType::direction:
        write_direction(slot);
        break;
      case SlotType::member:
        write_member(slot);
        break;
      case SlotType::path:
        write_path(slot);
        break;
      case SlotType::names:
        write_names(slot);
        break;
      case SlotType::text:
      case SlotType::prose:
        write_words(slot);
        break;
    }
  }

  // ---- figures ----

  void write_figure(std::size_t slot) {
    const auto& meaning = clause_.slots[slot];
    if (meaning.is == Is::count_of) {
      say(std::to_string(names_counted(meaning.of)) + unit_word(clause_, slot, material_.form.form));
      return;
    }
    const Cell cell = writer_.cell_of(speech_, slot);
    // What no law derives cannot be zero because nobody wrote it.
    if (meaning.is == Is::placed && !writer_.compare_.figure(cell))
      return ask("数值", {{}, {}, cell_in_words(material_, cell) + "的数值（记入账册）", {}, {}, {}});
    const bool claims = meaning.is == Is::claim;
    const Cell base = claims ? writer_.base_of(speech_, slot) : Cell{};
    const money::Decimal number = claims ? claimed(slot, cell, base) : value_of(slot, cell);
    const std::string unit = unit_word(clause_, slot, material_.form.form);
    const std::string words = number.grouped() + unit;
    TracedFigure figure{{speech_.section->id, claims ? meaning.claim : Claim::none, cell, base},
                        words,
                        number,
                        unit,
                        speech_.section->title,
                        {},
                        {}};
    if (claims && equal_) runs_[*equal_].text = meaning.claim == Claim::change ? "增加" : "增长";
    equal_.reset();
    runs_.push_back({words, writer_.traces_.add(std::move(figure)), false});
  }

  money::Decimal value_of(std::size_t slot, const Cell& cell) const {
    const auto unit = unit_of_slot(clause_, slot, material_.form.form);
    const auto figure = writer_.compare_.figure(cell);
    const auto value = figure ? figure->quantity.value : money::Decimal();
    const bool percentage = clause_.pattern.slots()[slot].type == SlotType::percent;
    const bool fraction = percentage || (scale_of(unit) == 0 && value.trimmed().scale() > 0);
    const int scale = fraction ? (figure ? figure->quantity.scale : 0) : scale_of(unit);
    return value.shifted(-unit.power).rounded(scale);
  }

  money::Decimal claimed(std::size_t slot, const Cell& cell, const Cell& base) const {
    const auto& meaning = clause_.slots[slot];
    const auto unit = unit_of_slot(clause_, slot, material_.form.form);
    const auto& compare = writer_.compare_;
    switch (meaning.claim) {
      case Claim::change:
        return compare.change(cell, base, unit.power, scale_of(unit))
            .abs()
            .shifted(-unit.power)
            .rounded(scale_of(unit));
      case Claim::growth:
        return compare.growth(meaning.claim, cell, base, meaning.decimals).abs();
      case Claim::deviation:
        return compare.growth(meaning.claim, cell, base, meaning.decimals);
      default: {
        const auto portion = compare.portion(meaning.claim, cell, base, meaning.decimals);
        return portion.value_or(money::Decimal(0).rounded(meaning.decimals));
      }
    }
  }

  std::size_t names_counted(const std::string& of) const {
    for (std::size_t slot = 0; slot < clause_.slots.size(); ++slot)
      if (clause_.pattern.slots()[slot].name == of) return profile::split_names(names_of(slot)).size();
    return 0;
  }

  // ---- words ----

  void write_direction(std::size_t slot) {
    const Cell subject = writer_.cell_of(speech_, slot), base = writer_.base_of(speech_, slot);
    const auto compared = compared_by(slot);
    const auto unit = compared ? unit_of_slot(clause_, *compared, material_.form.form) : profile::UnitWord{"元", 4};
    const bool rate = unit.unit == "%";
    const int sign = writer_.compare_.direction(subject, base, rate ? 4 : unit.power, rate ? 2 : scale_of(unit));
    const auto& own = clause_.slots[slot].words;
    if (own.size() == 3) return say(own[sign > 0 ? 0 : sign < 0 ? 1 : 2]);
    if (compared && sign == 0) equal_ = runs_.size();
    if (rate && sign != 0) return say(sign < 0 ? "下降" : "增长");
    if (compared && sign != 0) return say(sign < 0 ? "减少" : "增加");
    const bool stage = base[Dimension::stage] != subject[Dimension::stage];
    if (stage) return say(sign > 0 ? "大于" : sign < 0 ? "小于" : "等于");
    say(sign > 0 ? "增加" : sign < 0 ? "减少" : "持平");
  }

  /// The next slot, if it is the figure of the same comparison.
  std::optional<std::size_t> compared_by(std::size_t slot) const {
    const std::size_t next = slot + 1;
    if (next >= clause_.slots.size() || clause_.slots[next].is != Is::claim) return std::nullopt;
    return is_figure(clause_.pattern.slots()[next].type) ? std::optional(next) : std::nullopt;
  }

  void write_member(std::size_t slot) {
    for (const auto& entry : clause_.slots[slot].list->entries)
      if (speech_.context.with(entry.cell) == speech_.context) return say(typeset(entry.names.front(), quote_open_));
  }

  void write_path(std::size_t slot) {
    const auto dimension = *clause_.slots[slot].dimension;
    const auto& classification =
        dimension == Dimension::economic ? *material_.form.form.economic : *material_.form.form.functional;
    const std::string code(speech_.context[dimension].name());
    std::string words;
    for (std::size_t level = 0; level < level_marks.size() && 3 + 2 * level <= code.size(); ++level)
      words.append(classification.name_of(std::string_view(code).substr(0, 3 + 2 * level)).value_or(code))
          .append(level_marks[level]);
    say(typeset(words.empty() ? code : words, quote_open_));
  }

  std::string names_of(std::size_t slot) const {
    const auto& meaning = clause_.slots[slot];
    if (meaning.list == nullptr) return material_.source.words(words_role(*speech_.section, clause_, slot, {}, {}), {});
    Cell within = speech_.subject;
    within[meaning.list->dimension] = Member();  // "staff" is what the names make up
    const auto recorded = material_.source.members(meaning.list->dimension, within, 0);
    std::vector<std::pair<Member, std::string>> names;
    for (const auto& entry : meaning.list->entries) {
      const auto figure = writer_.compare_.figure(speech_.subject.with(entry.cell));
      const bool named = figure ? !figure->quantity.value.is_zero()
                                : std::find(recorded.begin(), recorded.end(), entry.member) != recorded.end();
      if (named) names.emplace_back(entry.member, entry.names.front());
    }
    std::string out;
    std::set<std::string> said;
    for (const auto& [member, name] : names) {
      // A class is named only where nothing below it is.
      const bool has_parts = std::any_of(names.begin(), names.end(), [code = member](const auto& other) {
        return other.first != code && other.first.name().starts_with(code.name());
      });
      if (!has_parts && said.insert(name).second) out += (out.empty() ? "" : "、") + name;
    }
    return out;
  }

  void write_names(std::size_t slot) {
    const std::string names = names_of(slot);
    if (names.empty()) return ask("名称", {{}, {}, "各项的名称（记入账册）", {}, {}, {}});
    say(typeset(names));
  }

  void write_words(std::size_t slot) {
    const auto& meaning = clause_.slots[slot];
    if (meaning.is == Is::project) return say(speech_.named);
    const bool explained = explains(slot);
    std::string kept = material_.source.words(role_of(slot), speech_.subject);
    if (clause_.pattern.slots()[slot].type == SlotType::text && kept.ends_with(stop))
      kept.resize(kept.size() - stop.size());
    if (!kept.empty()) return say(typeset(kept));
    if (explained && voice_.direction == 0) {
      if (!meaning.words.empty()) return say(meaning.words.front());
      const bool stage = (*voice_.base)[Dimension::stage] != speech_.subject[Dimension::stage];
      return say(stage ? "与预算数持平" : "与上年持平");
    }
    const bool usual = meaning.is == Is::ignored || writer_.compare_.value(speech_.subject).is_zero();
    if (!explained && !meaning.words.empty() && usual) return say(meaning.words.front());
    if (explained)
      return ask("原因", {{},
                          {},
                          reason_in_words(material_, speech_.subject, *voice_.base),
                          movers(material_, speech_.subject, *voice_.base),
                          role_of(slot),
                          speech_.subject});
    const auto& name = clause_.pattern.slots()[slot].name;
    const std::string what = name == "use" || name == "purpose" ? "用途" : "内容";
    ask(what, {{}, {}, cell_in_words(material_, speech_.subject) + "的" + what, {}, role_of(slot), speech_.subject});
  }

  /// Where it stands is told when the paragraph is there as a whole.
  void ask(const std::string& what, Todo todo) {
    runs_.push_back({"【待填写：" + what + "】", 0, true});
    if (!label_.empty() && what != "原因") todo.what = label_;
    writer_.todos_.push_back(std::move(todo));
  }

  ClauseWriter& writer_;
  const Material& material_;
  const Speech& speech_;
  const profile::Clause& clause_;
  Voice& voice_;
  std::vector<Run>& runs_;
  bool quote_open_ = false;
  std::optional<std::size_t> equal_;  ///< the run that says 持平: with a figure behind it, it has to be 增加
  std::string label_;                 ///< "下一步改进措施": what stands before a slot, if it ends with a colon
};

void ClauseWriter::write(const Speech& speech, Voice& voice, std::vector<Run>& runs) {
  Writing(*this, speech, voice, runs).run();
}

}  // namespace mingzhang::publish
