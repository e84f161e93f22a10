#include "work/compile.h"

#include <algorithm>

#include "books/failure.h"
#include "books/slices.h"
#include "books/source.h"
#include "performance/source.h"
#include "publish/compose.h"
#include "publish/explain.h"
#include "publish/facts_source.h"
#include "publish/gate.h"
#include "publish/outputs.h"
#include "publish/performance_figures.h"
#include "publish/score_notes.h"
#include "publish/typography.h"
#include "reader/print.h"
#include "report/excerpt.h"
#include "report/terminal.h"
#include "work/books_parts.h"
#include "work/examine.h"
#include "work/known_profile.h"
#include "work/output_folder.h"
#include "work/performance_parts.h"

namespace mingzhang::work {
namespace {

constexpr auto slices_file = "books/slices.toml";
constexpr std::size_t places_kept = 20;  ///< entries that are told behind a figure
constexpr auto mark = "figures.json";    ///< every folder of results has it

std::vector<std::string> wanted_formats(const CompileOptions& options) {
  std::vector<std::string> wanted = options.formats.empty() ? publish::output_formats() : options.formats;
  if (std::find(wanted.begin(), wanted.end(), "json") == wanted.end()) wanted.emplace_back("json");
  return wanted;
}

void tell_todos(const std::vector<publish::Todo>& todos, const Common& common, const Sinks& sinks) {
  if (todos.empty()) return;
  std::string out =
      common.say("待填写 ", "to be written: ") + std::to_string(todos.size()) + common.say(" 处：\n", "\n");
  std::size_t number = 0;
  for (const auto& todo : todos) {
    out += "  " + std::to_string(++number) + ". " + report::printable(todo.section) + "\n";
    if (!todo.sentence.empty())
      out += common.say("     语句：", "     sentence: ") + report::printable(todo.sentence) + "\n";
    out += common.say("     填写：", "     to write: ") + report::printable(todo.what) + "\n";
    std::string moved;
    for (const auto& proposal : todo.proposals) moved += (moved.empty() ? "" : "；") + proposal;
    if (!moved.empty()) out += common.say("     变动较大：", "     moved most: ") + report::printable(moved) + "\n";
  }
  sinks.messages(out);
}

class Compiler {
 public:
  Compiler(const CompileOptions& options, const Sinks& sinks)
      : options_(options), common_(options.common), sinks_(sinks), data_(common_.data_files()) {}

  int run() {
    require_profile(options_.profile, data_, common_);
    if (options_.from.empty() == options_.books.empty())
      throw UsageError(common_.say("须指定账册 BOOKS 或者 --from FILE", "needs BOOKS or else --from FILE"));
    return options_.books.empty() ? from_document() : from_books();
  }

 private:
  int from_books() {
    if (options_.profile.empty() || options_.year == 0)
      throw UsageError(common_.say("由账册编制须有 --year 和 --profile", "books need --year and --profile"));
    const auto form = profile::load_form(data_, options_.profile, options_.year);
    if (!options_.kind.empty() && options_.kind != form->form.kind)
      throw UsageError(common_.say("格式 ", "profile ") + options_.profile +
                       common_.say(" 不是所要的种类：", " is not of the kind ") + options_.kind);
    books::Books kept(options_.books);
    require_year(kept, std::to_string(options_.year), common_);
    const books::Slices slices(data_.read(slices_file), slices_file);
    const books::BooksSource source(kept, slices, {options_.year, form->form.stage, places_kept});
    const Scored scored(source, options_.year, form->form.scoring, "national", common_);
    const performance::PerformanceSource figures(source, kept, scored.rules);
    return publish_from({*form, figures, nullptr, kept.unit_name(), options_.year});
  }

  int from_document() {
    Shelf shelf(data_);
    Examined examined = examine(Disclosure::of(options_.from), shelf, {}, common_.language);
    const bool known = examined.result && examined.result->reading.form() != nullptr;
    if (!known && !options_.profile.empty())  // tables alone do not say what they are
      examined = examine(Disclosure::of(options_.from), shelf, options_.profile, common_.language);
    if (!examined.result || examined.result->reading.form() == nullptr) {
      if (examined.result)
        sinks_.messages(examined.path +
                        common_.say("：不认识这种格式，无法编制。\n", ": no known form, nothing to compile from\n"));
      else
        sinks_.messages(failure_line(examined.entry(), common_.language));
      return exit_unread;
    }
    const auto& reading = examined.result->reading;
    const std::string profile = options_.profile.empty() ? reading.recognition.profile : options_.profile;
    const auto form = shelf.form(profile, reading.recognition.year);
    const publish::FactsSource source(reading);
    return publish_from({*form, source, &source, publish::typeset(reading.recognition.unit), reading.recognition.year});
  }

  int publish_from(const publish::Material& facts) {
    const scoring::Packs packs = load_packs(data_);
    const auto* pack = packs.find(facts.form.form.scoring);
    const publish::PerformanceFigures source(facts.source, facts.form.form, facts.year, pack);
    const publish::Material material{facts.form, source, facts.stated, facts.unit, facts.year};
    publish::Composed composed = publish::compose(material);
    require_content(composed, material);
    if (pack != nullptr) publish::explain_scores(composed, material, *pack);
    const publish::Judged judged = publish::judge(composed, data_, material.form.form.id, packs);
    const bool open = judged.errors() > 0 || !composed.todos.empty();
    composed.publication.draft = open;
    tell_todos(composed.todos, common_, sinks_);
    tell_findings(judged);
    if (options_.final && open) {
      sinks_.messages(common_.say("未定稿：有错误或待填写之处，没有写出文件。\n",
                                  "not final: errors or open places stand; nothing was written\n"));
      return exit_errors;
    }
    composed.publication.traces = publish::trace_notes(composed, material, publish::Explainer(judged.result.reading));
    write(composed, judged, material);
    return judged.errors() > 0 ? exit_errors : exit_clean;
  }

  /// A form of tables alone says nothing where the books have no goals of the year.
  void require_content(const publish::Composed& composed, const publish::Material& material) const {
    if (!material.form.form.sections.empty() || !composed.publication.sheets.empty()) return;
    throw UsageError(common_.say("没有这一年度的绩效目标和指标：", "no goals or indicators of ") +
                     std::to_string(material.year));
  }

  void tell_findings(const publish::Judged& judged) const {
    if (judged.result.findings.empty()) return;
    const check::Rules rules(data_);
    report::Entry entry;
    entry.path = common_.say("编制结果", "compiled document");
    entry.result = &judged.result;
    sinks_.results(report::check_text(entry, rules, {common_.language, false}));
  }

  void write(const publish::Composed& composed, const publish::Judged& judged, const publish::Material& material) {
    const auto wanted = wanted_formats(options_);
    OutputFolder folder(options_.folder, mark, common_);
    for (const auto& file : publish::files_of(composed, judged, material, wanted)) folder.write(file.name, file.bytes);
    if (std::find(wanted.begin(), wanted.end(), "pdf") != wanted.end()) write_pdf(composed, judged, material, folder);
    folder.put_in_place();
    sinks_.messages(common_.say("已写入 ", "written: ") + report::printable(options_.folder.string()) + "\n");
    if (composed.todos.empty() || options_.books.empty()) return;
    sinks_.messages(
        common_.say("待填写的文字列在 todo.csv：填好“文字内容”一列，用 books import 记入账册，再编制一次。\n",
                    "todo.csv lists the words to be written: fill in 文字内容, import it into the books, and "
                    "compile again\n"));
  }

  void write_pdf(const publish::Composed& composed, const publish::Judged& judged, const publish::Material& material,
                 OutputFolder& folder) {
    const auto docx = folder.path() / "document.docx";
    std::error_code ignored;
    const bool own = !std::filesystem::exists(docx, ignored);
    if (own)
      for (const auto& file : publish::files_of(composed, judged, material, {"docx"}))
        folder.write(file.name, file.bytes);
    try {
      folder.write("document.pdf", reader::print_to_pdf(docx));
    } catch (const reader::Unreadable& why) {
      const bool absent = why.code() == "needs-libreoffice";
      sinks_.messages(
          absent ? common_.say("没有安装 LibreOffice，未生成 PDF。\n", "LibreOffice is not installed: no PDF\n")
                 : common_.say("LibreOffice 未能生成 PDF。\n", "LibreOffice could not make the PDF\n"));
    }
    if (own) std::filesystem::remove(docx, ignored);
  }

  const CompileOptions& options_;
  const Common& common_;
  const Sinks& sinks_;
  profile::DataFiles data_;
};

}  // namespace

std::vector<std::string> compile_formats() {
  std::vector<std::string> all = publish::output_formats();
  all.emplace_back("pdf");
  return all;
}

int compile(const CompileOptions& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return Compiler(options, sinks).run(); });
}

}  // namespace mingzhang::work
