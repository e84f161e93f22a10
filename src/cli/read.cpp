#include <memory>

#include "cli/command.h"
#include "work/read_file.h"

namespace mingzhang::cli {

void add_read(CLI::App& app, Front& front, Action& chosen) {
  struct Arguments {
    std::vector<std::string> files;
    std::string format = "json", profile;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = app.add_subcommand(
      "read", front.say("读出文件中的全部数据及其位置", "the statements of a document with their places"));
  command
      ->add_option(
          "FILE", arguments->files,
          front.say("公开文件；多个文件（或一个文件夹）合为一份", "the document; several files, or a folder, are one"))
      ->required()
      ->option_text("...");
  command
      ->add_option("--format", arguments->format,
                   front.say("json（默认）、csv，或 xlsx（按格式重写报表，须有 --output）",
                             "json (default), csv, or xlsx (the tables of the form, needs --output)"))
      ->check(CLI::IsMember({"json", "csv", "xlsx"}))
      ->option_text("FORMAT");
  command->add_option("--output", front.common.output, front.say("结果写入文件", "write the result to a file"))
      ->option_text("PATH");
  command
      ->add_option("--profile", arguments->profile,
                   front.say("公开格式（默认自动识别）", "form of the document (default: recognised)"))
      ->option_text("ID");
  command->callback([&front, &chosen, arguments] {
    chosen = [&front, arguments] {
      work::ReadOptions options;
      options.common = front.common;
      options.files.assign(arguments->files.begin(), arguments->files.end());
      options.profile = arguments->profile;
      options.format = arguments->format == "csv"    ? work::ReadFormat::csv
                       : arguments->format == "xlsx" ? work::ReadFormat::xlsx
                                                     : work::ReadFormat::json;
      return work::read_file(options, front.sinks);
    };
  });
}

}  // namespace mingzhang::cli
