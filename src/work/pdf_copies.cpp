#include "work/pdf_copies.h"

#include <array>
#include <map>
#include <set>

#include "reader/transform.h"
#include "report/excerpt.h"
#include "report/secrets.h"
#include "report/words.h"
#include "work/output.h"
#include "work/unreadable.h"

namespace mingzhang::work {
namespace {

namespace fs = std::filesystem;

fs::path target_of(const fs::path& file, bool several, const Common& common) {
  return several ? common.output / file.filename() : common.output;
}

std::array<double, 3> colour_of(check::Severity severity) {
  switch (severity) {
    case check::Severity::error:
      return {0.96, 0.36, 0.33};
    case check::Severity::warning:
      return {1.0, 0.78, 0.2};
    case check::Severity::note:
      break;
  }
  return {0.45, 0.75, 1.0};
}

class Notes {
 public:
  Notes(const check::Result& result, const check::Rules& rules, const Common& common)
      : result_(result), rules_(rules), common_(common), secrets_(result) {}

  std::vector<formats::PdfNote> all() {
    for (const auto& finding : result_.findings) add(finding);
    for (auto& [page, note] : without_place_) notes_.push_back(std::move(note));
    return std::move(notes_);
  }

 private:
  std::string words(const check::Finding& finding) const {
    std::string text = secrets_.hide(rules_.message(finding, common_.language));
    for (const auto& evidence : finding.because)
      text += "\n" + common_.say("依据 ", "because ") + secrets_.hide(rules_.law(evidence.law, common_.language)) +
              (evidence.calculation.empty() ? "" : common_.say("：", ": ") + secrets_.hide(evidence.calculation));
    return text;
  }

  std::string subject(const check::Finding& finding) const {
    const auto* rule = rules_.find(finding.rule);
    const std::string title = rule == nullptr ? finding.rule : common_.say(rule->title, rule->title_en);
    return std::string(report::severity_words(finding.severity).in(common_.language)) + common_.say("：", ": ") + title;
  }

  formats::PdfNote note_on(std::uint32_t page, const check::Finding& finding) const {
    formats::PdfNote note;
    note.page = page;
    note.colour = colour_of(finding.severity);
    note.author = common_.say("明账", "Mingzhang");
    return note;
  }

  /// Marked where it is to be mended. What has no place on a page goes to one note in the corner: of its page, or of
  /// the first.
  void add(const check::Finding& finding) {
    const auto* place =
        finding.places.empty() || !finding.places.front().document.empty() ? nullptr : &finding.places.front();
    const std::uint32_t page = place == nullptr || place->page == 0 ? 1 : place->page;
    if (place == nullptr || place->page == 0 || place->boxes.empty()) {
      auto& note = without_place_.try_emplace(page, note_on(page, finding)).first->second;
      note.subject = common_.say("没有具体位置的问题", "findings without a place");
      note.text += (note.text.empty() ? "" : "\n\n") + subject(finding) + "\n" + words(finding);
      return;
    }
    formats::PdfNote note = note_on(page, finding);
    note.subject = subject(finding);
    note.text = words(finding);
    for (const auto& box : place->boxes) note.boxes.push_back({box.x0, box.y0, box.x1, box.y1});
    notes_.push_back(std::move(note));
  }

  const check::Result& result_;
  const check::Rules& rules_;
  const Common& common_;
  report::Secrets secrets_;
  std::vector<formats::PdfNote> notes_;
  std::map<std::uint32_t, formats::PdfNote> without_place_;
};

void require_pdf(const Examined& examined, const Common& common) {
  if (!examined.result || examined.document->format == document::Format::pdf) return;
  throw UsageError(common.say("--format pdf 只能在 PDF 原件上批注，这不是 PDF：",
                              "--format pdf writes notes on a PDF, and this is none: ") +
                   report::printable(examined.path) +
                   common.say("。请改用 --format html 或 xlsx。", "; use --format html or xlsx"));
}

}  // namespace

void refuse_copies(const std::vector<Disclosure>& disclosures, const std::vector<fs::path>& with,
                   const Common& common) {
  if (common.output.empty())
    throw UsageError(common.say("--format pdf 须用 --output 指定文件；检查多个文件时指定文件夹",
                                "--format pdf needs --output PATH, a folder for several files"));
  for (const auto& disclosure : disclosures)
    if (disclosure.files.size() > 1)
      throw UsageError(common.say("--format pdf 逐个批注文件，不能合为一份：",
                                  "--format pdf writes notes on single files, not on several as one: ") +
                       report::printable(disclosure.name) +
                       common.say("。请改用 --format html 或 xlsx。", "; use --format html or xlsx"));
  const auto files = files_of(disclosures);
  const bool several = files.size() > 1;
  std::error_code ignored;
  if (several && !fs::is_directory(common.output, ignored))
    throw UsageError(common.say("检查多个文件时，--format pdf 的 --output 须是已有的文件夹：",
                                "with several files, --output of --format pdf is a folder that exists: ") +
                     report::printable(common.output.string()));
  auto inputs = files;
  inputs.insert(inputs.end(), with.begin(), with.end());
  std::set<fs::path> names;
  for (const auto& file : files) {
    const auto target = target_of(file, several, common);
    if (!names.insert(target).second)
      throw UsageError(common.say("两个文件同名，不能写入同一文件夹：", "two files of one name for one folder: ") +
                       report::printable(target.filename().string()));
    refuse_output(target, inputs, common);
  }
}

int write_copies(const std::vector<Examined>& examined, const check::Rules& rules, const Common& common,
                 const Sinks& sinks) {
  for (const auto& one : examined) require_pdf(one, common);
  std::vector<std::pair<fs::path, std::string>> copies;
  int exit = exit_clean;
  for (const auto& one : examined) {
    if (!one.result) continue;
    try {
      copies.emplace_back(target_of(one.path, examined.size() > 1, common),
                          reader::annotate_pdf(one.path, Notes(*one.result, rules, common).all()));
    } catch (const reader::Unreadable& why) {
      report::Entry failed;
      failed.path = one.path;
      failed.message = unreadable_message(why.code(), why.what(), common.language);
      sinks.messages(failure_line(failed, common.language));
      exit = exit_unread;
    }
  }
  for (const auto& [target, content] : copies) {
    write_whole(target, content, common);
    sinks.messages(common.say("已写入 ", "written: ") + report::printable(target.string()) + "\n");
  }
  return exit;
}

}  // namespace mingzhang::work
