#include "work/compile.h"

#include <memory>

#include "cli/command.h"

namespace mingzhang::cli {

void add_compile(CLI::App& app, Front& front, Action& chosen) {
  auto options = std::make_shared<work::CompileOptions>();
  auto* command = app.add_subcommand(
      "compile", front.say("编制公开文件：报表、说明和数据", "compile the document to be published"));
  command->add_option("BOOKS", options->books, front.say("账册文件", "the file of the books"))->option_text(" ");
  command->add_option("--year", options->year, front.say("年度", "the year"))
      ->check(CLI::Range(1990, 2099))
      ->option_text("YEAR");
  command->add_option("--kind", options->kind, front.say("budget 预算或 final 决算", "budget or final"))
      ->check(CLI::IsMember({"budget", "final"}))
      ->option_text("KIND");
  command
      ->add_option("--from", options->from,
                   front.say("以一份已公开文件的数据编制", "take the figures of a published document"))
      ->option_text("FILE");
  command->add_option("--profile", options->profile, front.say("公开格式", "form of the document"))->option_text("ID");
  command->add_option("--output", options->folder, front.say("写入文件夹（整体替换）", "folder to write, as a whole"))
      ->required()
      ->option_text("DIR");
  command
      ->add_option("--formats", options->formats,
                   front.say("docx,xlsx,html,txt,json,csv,pdf（默认除 pdf 外全部）",
                             "docx,xlsx,html,txt,json,csv,pdf (default: all but pdf)"))
      ->delimiter(',')
      ->check(CLI::IsMember(work::compile_formats()))
      ->option_text("LIST");
  command->add_flag("--final", options->final,
                    front.say("定稿：有错误或待填写之处就不写出", "write nothing while an error or a to-do stands"));
  command->callback([&front, &chosen, options] {
    chosen = [&front, options] {
      options->common = front.common;
      return work::compile(*options, front.sinks);
    };
  });
}

}  // namespace mingzhang::cli
