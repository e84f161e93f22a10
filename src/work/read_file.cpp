#include "work/read_file.h"

#include "formats/xlsx/write.h"
#include "profile/write.h"
#include "report/csv.h"
#include "report/json.h"
#include "work/examine.h"
#include "work/known_profile.h"
#include "work/output.h"

namespace mingzhang::work {
namespace {

std::string workbook(const report::Entry& entry, const Common& common) {
  const auto sheets = profile::write_tables(entry.result->reading);
  if (sheets.empty())
    throw UsageError(common.say("这份文件的格式没有可写出的报表", "the form of this document has no tables to write"));
  const auto& recognition = entry.result->reading.recognition;
  formats::WorkbookProperties properties;
  properties.company = recognition.unit;
  properties.title = recognition.unit + (recognition.year == 0 ? "" : std::to_string(recognition.year));
  return formats::write_workbook(sheets, properties);
}

std::string content_of(const report::Entry& entry, const ReadOptions& options) {
  switch (options.format) {
    case ReadFormat::csv:
      return report::read_csv(entry);
    case ReadFormat::xlsx:
      return workbook(entry, options.common);
    case ReadFormat::json:
      break;
  }
  return report::read_json(entry, options.common.language);
}

/// A table has no row for what was not read: it is said beside it.
void tell_unread(const report::Entry& entry, const ReadOptions& options, const Sinks& sinks) {
  const auto unread = entry.result->coverage.unread;
  if (options.format == ReadFormat::json || unread == 0) return;
  sinks.messages(entry.path + options.common.say("：未读出的数字 ", ": numbers not read: ") + std::to_string(unread) +
                 options.common.say(" 个，不在结果中（见 --format json 的 unread）。\n",
                                    ", not in the result (see \"unread\" of --format json)\n"));
}

int run(const ReadOptions& options, const Sinks& sinks) {
  const auto& common = options.common;
  if (options.format == ReadFormat::xlsx && common.output.empty())
    throw UsageError(common.say("--format xlsx 须用 --output 指定文件", "--format xlsx needs --output PATH"));
  const auto disclosures = disclosures_of(options.files, true, common, sinks);
  refuse_output(common.output, files_of(disclosures), common);
  const auto data = common.data_files();
  require_profile(options.profile, data, common);
  Shelf shelf(data);
  const Examined examined = examine(disclosures.front(), shelf, options.profile, common.language);
  const auto entry = examined.entry();
  if (entry.result == nullptr) {
    sinks.messages(failure_line(entry, common.language));
    // A file that holds an earlier result keeps it.
    if (options.format == ReadFormat::json && common.output.empty()) sinks.results(content_of(entry, options));
    return exit_unread;
  }
  deliver(content_of(entry, options), common, sinks);
  tell_unread(entry, options, sinks);
  return mostly_unread(*entry.result) ? exit_unread : exit_clean;
}

}  // namespace

int read_file(const ReadOptions& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return run(options, sinks); });
}

}  // namespace mingzhang::work
