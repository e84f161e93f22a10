#include "work/check_files.h"

#include <algorithm>

#include "formats/xlsx/write.h"
#include "report/html.h"
#include "report/json.h"
#include "report/overview.h"
#include "report/terminal.h"
#include "report/workbook.h"
#include "work/examine.h"
#include "work/known_profile.h"
#include "work/output.h"
#include "work/page_pictures.h"
#include "work/pdf_copies.h"

namespace mingzhang::work {
namespace {

class Run {
 public:
  Run(const CheckOptions& options, const Sinks& sinks)
      : options_(options),
        sinks_(sinks),
        disclosures_(disclosures_of(options.files, options.as_one, options.common, sinks)),
        with_(disclosures_of(options.with, false, options.common, sinks)) {}

  int run() {
    refuse_outputs();
    require_profile(options_.profile, options_.common.data_files(), options_.common);
    shelf_.fill();
    for (const auto& other : with_) read_other(other);
    for (std::size_t index = 0; index < disclosures_.size(); ++index) one(index);
    if (options_.format == CheckFormat::text && disclosures_.size() > 1) text(overview_.text(style()));
    if (options_.format == CheckFormat::pdf)
      exit_ = std::max(exit_, write_copies(examined_, shelf_.rules(), options_.common, sinks_));
    else if (options_.format != CheckFormat::text)
      whole_ = whole();
    if (!whole_.empty()) deliver(whole_, options_.common, sinks_);
    return exit_;
  }

 private:
  /// Before any work is done.
  void refuse_outputs() const {
    const auto& common = options_.common;
    if (options_.format == CheckFormat::xlsx && common.output.empty())
      throw UsageError(common.say("--format xlsx 须用 --output 指定文件", "--format xlsx needs --output PATH"));
    if (options_.format == CheckFormat::pdf) return refuse_copies(disclosures_, files_of(with_), common);
    for (const auto* all : {&disclosures_, &with_}) refuse_output(common.output, files_of(*all), common);
  }

  report::TextOptions style() const { return {options_.common.language, options_.colour}; }

  /// One that cannot be read keeps no file from being checked, but the run is not clean: what it would have told is
  /// missing.
  void read_other(const Disclosure& other) {
    compared_.push_back(examine(other, shelf_, {}, options_.common.language));
    const auto entry = compared_.back().entry();
    if (entry.result == nullptr || entry.result->reading.form() == nullptr) {
      exit_ = exit_unread;
      sinks_.messages(entry.result == nullptr
                          ? failure_line(entry, options_.common.language)
                          : other.name + options_.common.say("：未能识别公开格式，没有与它比较\n",
                                                             ": form not recognised, not compared with\n"));
      compared_.pop_back();
    }
  }

  std::vector<check::Other> others() const {
    std::vector<check::Other> out;
    for (const auto& examined : compared_) out.push_back({examined.path, &examined.result->reading});
    return out;
  }

  void one(std::size_t index) {
    const auto& disclosure = disclosures_[index];
    if (options_.progress) options_.progress(index, disclosure.name);
    Examined examined = examine(disclosure, shelf_, options_.profile, options_.common.language, others());
    shelf_.rules();  // a mistake in them ends the run, whatever the file is like
    const auto entry = examined.entry();
    overview_.add(entry);
    exit_ = std::max(exit_, verdict_of(entry));
    if (entry.result == nullptr) sinks_.messages(failure_line(entry, options_.common.language));
    add(std::move(examined), index);
  }

  /// Only where the whole document is shown does it stay in memory until the end.
  void add(Examined examined, std::size_t index) {
    const auto entry = examined.entry();
    switch (options_.format) {
      case CheckFormat::text:
        if (entry.result != nullptr) text((index > 0 ? "\n" : "") + report::check_text(entry, shelf_.rules(), style()));
        break;
      case CheckFormat::json:
        objects_.push_back(report::check_json(entry, shelf_.rules(), options_.common.language));
        break;
      case CheckFormat::xlsx:
        if (!sheets_) sheets_.emplace(shelf_.rules(), options_.common.language);
        sheets_->add(entry);
        break;
      case CheckFormat::html:
      case CheckFormat::pdf:
        examined_.push_back(std::move(examined));
    }
  }

  /// The formats that tell of all files together.
  std::string whole() {
    const auto language = options_.common.language;
    switch (options_.format) {
      case CheckFormat::json:
        return objects_.size() == 1 ? objects_.front() : report::array_json(objects_);
      case CheckFormat::html:
        return report::check_html(entries(), page_pictures(examined_, options_.common, sinks_), shelf_.rules(),
                                  language);
      case CheckFormat::xlsx:
        return formats::write_workbook(sheets_->take());
      case CheckFormat::text:
      case CheckFormat::pdf:
        break;
    }
    return {};
  }

  void text(const std::string& words) {
    if (options_.common.output.empty())
      sinks_.results(words);
    else
      whole_ += words;
  }

  std::vector<report::Entry> entries() const {
    std::vector<report::Entry> out;
    for (const auto& examined : examined_) out.push_back(examined.entry());
    return out;
  }

  const CheckOptions& options_;
  const Sinks& sinks_;
  Shelf shelf_{options_.common.data_files()};
  std::vector<Disclosure> disclosures_, with_;
  report::Overview overview_;
  std::vector<Examined> examined_, compared_;
  std::vector<std::string> objects_;  ///< of JSON
  std::optional<report::CheckSheets> sheets_;
  std::string whole_;
  int exit_ = exit_clean;
};

}  // namespace

int check_files(const CheckOptions& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return Run(options, sinks).run(); });
}

}  // namespace mingzhang::work
