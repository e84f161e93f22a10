#include <unistd.h>

#include <cstdlib>
#include <memory>

#include "cli/command.h"
#include "work/check_files.h"

namespace mingzhang::cli {
namespace {

bool colour_wanted() {
  const char* no_colour = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
}

/// A person who waits for many files sees which one is at work; a log does not.
std::function<void(std::size_t, const std::string&)> progress_for(const Front& front, std::size_t count) {
  const bool report_goes_there_too = front.common.output.empty() && ::isatty(STDOUT_FILENO) == 1;
  if (count < 2 || ::isatty(STDERR_FILENO) != 1 || report_goes_there_too) return {};
  return [&front, count](std::size_t index, const std::string& path) {
    front.sinks.messages("\r\x1b[K(" + std::to_string(index + 1) + "/" + std::to_string(count) + ") " + path +
                         (index + 1 == count ? "\n" : ""));
  };
}

work::CheckFormat format_of(const std::string& word) {
  if (word == "json") return work::CheckFormat::json;
  if (word == "html") return work::CheckFormat::html;
  if (word == "xlsx") return work::CheckFormat::xlsx;
  if (word == "pdf") return work::CheckFormat::pdf;
  return work::CheckFormat::text;
}

}  // namespace

void add_check(CLI::App& app, Front& front, Action& chosen) {
  struct Arguments {
    std::vector<std::string> files, with;
    std::string format = "text", profile;
    bool as_one = false;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = app.add_subcommand(
      "check", front.say("检查公开文件，逐处列出问题", "check documents and list what is wrong, place by place"));
  command
      ->add_option("FILE", arguments->files,
                   front.say("公开文件，可以有多个；文件夹是其中文件合成的一份",
                             "documents, one or more; a folder is one in several files"))
      ->required()
      ->option_text("...");
  command->add_flag("--as-one", arguments->as_one,
                    front.say("全部文件合为一份检查：说明和报表分在几个文件时",
                              "all files are one disclosure: the narrative in one, tables in others"));
  command
      ->add_option("--with", arguments->with,
                   front.say("与之比较的文件：同一单位的上年文件、当年预算；可多次使用",
                             "document of the same unit to compare with: last year's, the budget; may be repeated"))
      ->allow_extra_args(false)
      ->option_text("FILE");
  command
      ->add_option(
          "--format", arguments->format,
          front.say("text（默认）、json、html（网页）、xlsx（表格，须有 --output）、pdf（在 PDF 原件上批注，须有 "
                    "--output）",
                    "text (default), json, html (a page), xlsx (a workbook, needs --output), pdf (notes on a "
                    "copy of the PDF, needs --output)"))
      ->check(CLI::IsMember({"text", "json", "html", "xlsx", "pdf"}))
      ->option_text("FORMAT");
  command
      ->add_option("--output", front.common.output,
                   front.say("结果写入文件；检查多个 PDF 并用 --format pdf 时是文件夹",
                             "write the result to a file; a folder for --format pdf with several files"))
      ->option_text("PATH");
  command
      ->add_option("--profile", arguments->profile,
                   front.say("公开格式（默认自动识别）", "form of the document (default: recognised)"))
      ->option_text("ID");
  command->callback([&front, &chosen, arguments] {
    chosen = [&front, arguments] {
      work::CheckOptions options;
      options.common = front.common;
      options.files.assign(arguments->files.begin(), arguments->files.end());
      options.with.assign(arguments->with.begin(), arguments->with.end());
      options.as_one = arguments->as_one;
      options.profile = arguments->profile;
      options.format = format_of(arguments->format);
      options.colour = front.common.output.empty() && colour_wanted();
      options.progress = progress_for(front, options.as_one ? 1 : options.files.size());
      return work::check_files(options, front.sinks);
    };
  });
}

}  // namespace mingzhang::cli
