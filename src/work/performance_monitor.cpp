// Monitoring on the terminal, as JSON, and as a page with its chart.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "performance/answer.h"
#include "performance/monitor.h"
#include "report/excerpt.h"
#include "report/progress.h"
#include "work/output.h"
#include "work/performance_parts.h"
#include "work/text_table.h"

namespace mingzhang::work {
namespace {

using performance::Light;
using performance::Watched;
using performance::WatchedProject;
using report::printable;

std::string percent_of(const std::optional<money::Decimal>& percent) {
  return percent ? percent->to_string() + "%" : "";
}

std::string id_of(Light light) {
  return light == Light::green ? "green" : light == Light::yellow ? "yellow" : light == Light::red ? "red" : "none";
}

std::string label_of(const Watched& row, const Common& common) {
  return row.indicator.empty() ? common.say("资金", "money") : row.indicator;
}

std::vector<std::string> headers(const Common& common) {
  if (common.english()) return {"light", "what", "target", "actual", "time", "progress", "why"};
  return {"灯", "事项", "指标值", "完成值", "时间进度", "完成进度", "说明"};
}

std::vector<std::string> cells_of(const Watched& row, const Common& common) {
  return {light_words(row.light, common),
          printable(label_of(row, common)),
          printable(row.target),
          printable(row.actual),
          percent_of(row.time),
          percent_of(row.progress),
          printable(watched_words(row, common))};
}

std::string as_text(const std::vector<WatchedProject>& watched, const Common& common) {
  const std::vector<bool> figures = {false, false, false, false, true, true, false};
  std::string out;
  for (const auto& project : watched) {
    out += printable(project.name) + common.say("：", ": ") + light_words(project.light, common) + "\n";
    std::vector<std::vector<std::string>> rows = {headers(common)};
    for (const auto& row : project.rows) rows.push_back(cells_of(row, common));
    out += text_table(rows, figures, 2) + "\n";
  }
  return out;
}

std::string as_json(const std::vector<WatchedProject>& watched, const std::string& date) {
  using Json = nlohmann::ordered_json;
  Json json = {{"date", date}, {"projects", Json::array()}};
  for (const auto& project : watched) {
    Json one = {{"project", project.name}, {"light", id_of(project.light)}, {"rows", Json::array()}};
    for (const auto& row : project.rows) {
      Json cells = {{"indicator", row.indicator}, {"light", id_of(row.light)}, {"code", row.code}};
      cells["target"] = row.target;
      cells["actual"] = row.actual;
      if (!row.date.empty()) cells["as_of"] = row.date;
      if (row.time) cells["time"] = row.time->to_string();
      if (row.progress) cells["progress"] = row.progress->to_string();
      if (!row.calculation.empty()) cells["because"] = row.calculation;
      if (!row.reason.empty()) cells["reason"] = row.reason;
      one["rows"].push_back(std::move(cells));
    }
    json["projects"].push_back(std::move(one));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Whole percent for the length of a bar; the table beside it has the figures.
std::optional<int> length_of(const std::optional<money::Decimal>& percent) {
  constexpr std::int64_t most = 999;
  if (!percent) return std::nullopt;
  return static_cast<int>(std::min(percent->rounded(0).mantissa(), most));
}

std::string as_html(const std::vector<WatchedProject>& watched, const std::string& date, const std::string& unit,
                    const Common& common) {
  using Tone = report::ProgressRow::Tone;
  report::ProgressPage page;
  page.language = common.say("zh-CN", "en");
  page.title = unit + common.say(" 绩效运行监控，截至 ", ": performance as of ") + date;
  page.note =
      common.say("竖线为时间进度，条为完成进度。", "The line is the time that has passed, the bar what was reached.");
  page.headers = headers(common);
  for (const auto& project : watched) {
    auto& group = page.groups.emplace_back();
    group.title = project.name + common.say("：", ": ") + light_words(project.light, common);
    for (const auto& row : project.rows) {
      const auto tone = row.light == Light::green    ? Tone::good
                        : row.light == Light::yellow ? Tone::doubtful
                        : row.light == Light::red    ? Tone::bad
                                                     : Tone::plain;
      group.rows.push_back(
          {tone, label_of(row, common), length_of(row.progress), length_of(row.time), cells_of(row, common)});
    }
  }
  return report::progress_html(page);
}

int monitor(const PerformanceMonitor& options, const Sinks& sinks) {
  constexpr auto rules_file = "performance/monitoring.toml";
  const auto& common = options.common;
  refuse_output(common.output, {options.books}, common);
  const auto date = day_of(options.date, options.year, common);
  Kept kept(options);
  const auto vocabulary = load_vocabulary(common);
  const auto plan = plan_of(kept.books, options, date);
  const performance::Answers answers(kept.books, vocabulary, {options.year, date, 0, 0});
  const auto rule =
      performance::load_monitor_rule(common.data_files().read(rules_file), rules_file, kept.scored.rules.pack->id);
  const auto watched = performance::monitor(plan, answers, rule, date);
  deliver(options.format == "json"   ? as_json(watched, date)
          : options.format == "html" ? as_html(watched, date, kept.books.unit_name(), common)
                                     : as_text(watched, common),
          common, sinks);
  return exit_clean;
}

}  // namespace

int performance_monitor(const PerformanceMonitor& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return monitor(options, sinks); });
}

}  // namespace mingzhang::work
