#include "work/explain.h"

#include <fstream>

#include "books/books.h"
#include "books/slices.h"
#include "books/source.h"
#include "check/describe.h"
#include "publish/compose.h"
#include "publish/explain.h"
#include "publish/facts_source.h"
#include "publish/gate.h"
#include "publish/performance_figures.h"
#include "publish/score_notes.h"
#include "publish/typography.h"
#include "report/excerpt.h"
#include "work/books_parts.h"
#include "work/examine.h"
#include "work/known_profile.h"
#include "work/narrowing.h"

namespace mingzhang::work {
namespace {

constexpr auto slices_file = "books/slices.toml";
constexpr std::size_t most_figures = 50;
constexpr std::size_t most_places = 100;

bool is_books(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string begin(15, '\0');
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return begin == "SQLite format 3";
}

class Explaining {
 public:
  Explaining(const ExplainOptions& options, const Sinks& sinks)
      : options_(options), common_(options.common), sinks_(sinks), data_(common_.data_files()), wanted_(options) {}

  int run() {
    require_profile(options_.profile, data_, common_);
    return is_books(options_.file) ? in_books() : in_document();
  }

 private:
  int in_document() {
    Shelf shelf(data_);
    const Examined examined = examine(Disclosure::of(options_.file), shelf, options_.profile, common_.language);
    if (!examined.result || examined.result->reading.form() == nullptr) {
      sinks_.messages(examined.result ? examined.path + common_.say("：不认识这种格式。\n", ": no known form\n")
                                      : failure_line(examined.entry(), common_.language));
      return exit_unread;
    }
    const auto& reading = examined.result->reading;
    const publish::FactsSource source(reading);
    const publish::Material material{*reading.loaded, source, &source, publish::typeset(reading.recognition.unit),
                                     reading.recognition.year};
    const publish::Explainer explainer(reading);
    const auto& statements = reading.facts.statements;
    for (std::uint32_t index = 0; index < statements.size(); ++index)
      if (statements[index].has_figure && is_wanted(statements[index], reading))
        tell(statements[index], index, reading, material, explainer);
    return finish();
  }

  bool is_wanted(const cube::Statement& statement, const profile::Reading& reading) {
    const auto& place = statement.place;
    return wanted_.takes({place.table, check::section_title(statement, reading), place.row, place.column,
                          check::describe(statement, reading), place.line, statement.cell});
  }

  void tell(const cube::Statement& statement, std::uint32_t index, const profile::Reading& reading,
            const publish::Material& material, const publish::Explainer& explainer) {
    document::TraceNote note;
    note.title = check::describe(statement, reading) + "：" + check::spelled(statement);
    const std::string claim = publish::claim_in_words(statement.claim);
    note.lines.push_back((claim.empty() ? "切片　" : claim + "　") + publish::slice_in_words(material, statement.cell));
    if (!claim.empty()) note.lines.push_back("相对　" + publish::slice_in_words(material, statement.base));
    note.lines.push_back("所在　" + publish::place_in_words(check::wider(statement, reading)));
    if (claim.empty())
      for (const auto& other : reading.facts.statements)
        if (&other != &statement && other.kind == cube::Kind::value && other.cell == statement.cell)
          note.lines.push_back("又见　" + publish::place_in_words(check::wider(other, reading)));
    for (const auto& law : explainer.laws_of(index))
      note.lines.push_back("规则　" + law.law + "：" + law.calculation + "（" + law.outcome + "）");
    give(note);
  }

  int in_books() {
    if (options_.profile.empty() || options_.year == 0)
      throw UsageError(common_.say("账册须有 --year 和 --profile", "books need --year and --profile"));
    const auto form = profile::load_form(data_, options_.profile, options_.year);
    books::Books kept(options_.file);
    require_year(kept, std::to_string(options_.year), common_);
    const books::Slices slices(data_.read(slices_file), slices_file);
    const books::BooksSource source(kept, slices, {options_.year, form->form.stage, most_places});
    const scoring::Packs packs = load_packs(data_);
    const auto* pack = packs.find(form->form.scoring);
    const publish::PerformanceFigures figures(source, form->form, options_.year, pack);
    const publish::Material material{*form, figures, nullptr, kept.unit_name(), options_.year};
    publish::Composed composed = publish::compose(material);
    if (pack != nullptr) publish::explain_scores(composed, material, *pack);
    const publish::Judged judged = publish::judge(composed, data_, options_.profile, packs);
    const auto notes = publish::trace_notes(composed, material, publish::Explainer(judged.result.reading), most_places);
    for (std::size_t index = 0; index < notes.size(); ++index) {
      const auto& figure = composed.figures[index];
      if (wanted_.takes({figure.key.scope, figure.title, figure.row, figure.column, {}, 0, figure.key.cell}))
        give(notes[index]);
    }
    return finish();
  }

  void give(const document::TraceNote& note) {
    if (++found_ > most_figures) return;
    std::string out = report::printable(note.title) + "\n";
    for (const auto& line : note.lines) out += "    " + report::printable(line) + "\n";
    sinks_.results(out);
  }

  int finish() const {
    if (found_ == 0) sinks_.messages(wanted_.why_none());
    if (found_ > most_figures)
      sinks_.messages(common_.say("符合的数据共 ", "figures that fit: ") + std::to_string(found_) +
                      common_.say(" 个，只列出前 ", ", shown are the first ") + std::to_string(most_figures) + "\n");
    return found_ == 0 ? exit_errors : exit_clean;
  }

  const ExplainOptions& options_;
  const Common& common_;
  const Sinks& sinks_;
  profile::DataFiles data_;
  Narrowing wanted_;
  std::size_t found_ = 0;
};

}  // namespace

int explain(const ExplainOptions& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return Explaining(options, sinks).run(); });
}

}  // namespace mingzhang::work
