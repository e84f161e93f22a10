#include "work/performance.h"

#include <memory>

#include "cli/command.h"
#include "work/compile.h"

namespace mingzhang::cli {
namespace {

/// Adds the sub-commands of `performance`; each fills its options and is the action if it was chosen.
class PerformanceCommands {
 public:
  PerformanceCommands(CLI::App& performance, Front& front, Action& chosen)
      : performance_(performance), front_(front), chosen_(chosen) {}

  void add_all() {
    auto options = std::make_shared<work::PerformanceOptions>();
    add_output(command("targets", options, work::performance_targets, "绩效目标表", "the target tables"), *options);
    command("check", std::make_shared<work::PerformanceOptions>(), work::performance_check, "核对绩效目标和指标",
            "check goals and indicators");
    add_evaluate();
    add_compute();
    add_explain();
    add_monitor();
    add_publish();
  }

 private:
  template <class Options>
  CLI::App* command(const char* name, const std::shared_ptr<Options>& options,
                    int (*use_case)(const Options&, const work::Sinks&), const char* chinese, const char* english) {
    auto* command = performance_.add_subcommand(name, front_.say(chinese, english));
    command->add_option("BOOKS", options->books, front_.say("账册文件", "the file of the books"))
        ->required()
        ->option_text(" ");
    command->add_option("--year", options->year, front_.say("年度", "fiscal year"))
        ->required()
        ->check(CLI::Range(1990, 2099))
        ->option_text("YEAR");
    command
        ->add_option("--project", options->project,
                     front_.say("只要这个项目；单位整体写“整体”", "only this project; the whole unit is 整体"))
        ->option_text("NAME");
    command
        ->add_option("--pack", options->pack,
                     front_.say("计分规则包（默认用账册中记的，没有则 national）",
                                "rule pack (default: the one that the books name, else national)"))
        ->option_text("ID");
    Front& front = front_;
    Action& chosen = chosen_;
    command->callback([&front, &chosen, options, use_case] {
      chosen = [&front, options, use_case] {
        options->common = front.common;
        return use_case(*options, front.sinks);
      };
    });
    return command;
  }

  void add_output(CLI::App* command, work::PerformanceOptions& options, std::vector<std::string> more = {}) {
    std::vector<std::string> formats = {"text", "json"};
    formats.insert(formats.end(), more.begin(), more.end());
    std::string words = front_.say("格式：text（默认）", "format: text (default)");
    for (std::size_t at = 1; at < formats.size(); ++at) words += front_.say("、", ", ") + formats[at];
    command->add_option("--format", options.format, words)->check(CLI::IsMember(formats))->option_text("FORMAT");
    command->add_option("--output", front_.common.output, front_.say("结果写入文件", "write the result to a file"))
        ->option_text("PATH");
  }

  /// The tables by themselves, in a form that has no narrative: what `compile` does, of the national forms.
  void add_publish() {
    auto options = std::make_shared<work::CompileOptions>();
    auto stage = std::make_shared<std::string>();
    auto* made = performance_.add_subcommand(
        "publish", front_.say("编制绩效目标申报表或自评表，供公开", "compile the tables that are to be published"));
    made->add_option("BOOKS", options->books, front_.say("账册文件", "the file of the books"))
        ->required()
        ->option_text(" ");
    made->add_option("--year", options->year, front_.say("年度", "fiscal year"))
        ->required()
        ->check(CLI::Range(1990, 2099))
        ->option_text("YEAR");
    made->add_option("--stage", *stage, front_.say("targets 目标申报表或 evaluation 自评表", "targets or evaluation"))
        ->required()
        ->check(CLI::IsMember({"targets", "evaluation"}))
        ->option_text("STAGE");
    made->add_option("--output", options->folder, front_.say("写入文件夹（整体替换）", "folder to write, as a whole"))
        ->required()
        ->option_text("DIR");
    made->add_option("--formats", options->formats,
                     front_.say("docx,xlsx,html,txt,json,csv,pdf（默认除 pdf 外全部）",
                                "docx,xlsx,html,txt,json,csv,pdf (default: all but pdf)"))
        ->delimiter(',')
        ->check(CLI::IsMember(work::compile_formats()))
        ->option_text("LIST");
    made->add_flag("--final", options->final,
                   front_.say("定稿：有错误或待填写之处就不写出", "write nothing while an error or a to-do stands"));
    Front& front = front_;
    Action& chosen = chosen_;
    made->callback([&front, &chosen, options, stage] {
      chosen = [&front, options, stage] {
        options->common = front.common;
        options->profile = "national-" + *stage;
        return work::compile(*options, front.sinks);
      };
    });
  }

  void add_compute() {
    auto options = std::make_shared<work::PerformanceCompute>();
    auto* made = command("compute", options, work::performance_compute, "按取数公式算出完成值并记入账册",
                         "compute actual values by their formulas and enter them");
    made->add_option("--date", options->date,
                     front_.say("截止日期（默认年末）", "as of this day (default: end of year)"))
        ->option_text("DATE");
    made->add_flag("--dry-run", options->dry_run, front_.say("只算，不写入", "only tell what would be entered"));
    made->add_option("--who", options->who,
                     front_.say("记录人（默认为系统用户名）", "who enters it (default: the user of the system)"))
        ->option_text("NAME");
  }

  void add_monitor() {
    auto options = std::make_shared<work::PerformanceMonitor>();
    auto* made = command("monitor", options, work::performance_monitor, "绩效监控：资金和指标对照时间进度，红黄绿灯",
                         "money and indicators against time, with lights");
    made->add_option("--date", options->date,
                     front_.say("截止日期（默认年末）", "as of this day (default: end of year)"))
        ->option_text("DATE");
    add_output(made, *options, {"html"});
  }

  void add_explain() {
    auto options = std::make_shared<work::PerformanceExplain>();
    auto* made = command("explain", options, work::performance_explain, "说明一个完成值从何而来：公式、算式和记录",
                         "where an actual value comes from: formula, calculation, records");
    made->add_option("--indicator", options->indicator, front_.say("指标名称", "name of the indicator"))
        ->required()
        ->option_text("NAME");
    made->add_option("--limit", options->limit,
                     front_.say("最多列多少条记录（默认 20）", "records shown (default: 20)"))
        ->check(CLI::Range(1, 1'000'000))
        ->option_text("N");
  }

  void add_evaluate() {
    auto options = std::make_shared<work::PerformanceEvaluate>();
    auto* made = command("evaluate", options, work::performance_evaluate, "绩效自评：得分、总分、等级和待办",
                         "self-evaluation: scores, totals, grades, and what is to be done");
    add_output(made, *options);
    made->add_flag("--final", options->final, front_.say("有待办就不通过", "open to-dos are errors"));
  }

  CLI::App& performance_;
  Front& front_;
  Action& chosen_;
};

}  // namespace

void add_performance(CLI::App& app, Front& front, Action& chosen) {
  auto* performance = app.add_subcommand(
      "performance", front.say("绩效：目标、监控、自评", "performance: targets, monitoring, self-evaluation"));
  PerformanceCommands(*performance, front, chosen).add_all();
  performance->require_subcommand(1);
}

}  // namespace mingzhang::cli
