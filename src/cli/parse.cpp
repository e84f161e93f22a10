#include "cli/parse.h"

#include <fmt/format.h>

#include <map>
#include <string_view>

namespace mingzhang::cli {
namespace {

/// The help itself speaks a language, so that word is looked for before anything is parsed.
work::Language language_of(int argc, char** argv) {
  for (int index = 1; index < argc; ++index) {
    const std::string_view word = argv[index];
    const std::string_view next = index + 1 < argc ? argv[index + 1] : "";
    if (word == "--") break;
    if (word == "--lang=en" || (word == "--lang" && next == "en")) return work::Language::english;
  }
  return work::Language::chinese;
}

/// Every command takes these, before or after its own options.
void add_common(CLI::App& app, Front& front, std::string& language) {
  app.add_option("--data", front.common.data,
                 front.say("数据文件夹，其中的文件代替内置的规则和格式",
                           "folder whose files replace the built-in rules and profiles"))
      ->option_text("DIR");
  app.add_option("--lang", language, front.say("语言：zh（默认）或 en", "language: zh (default) or en"))
      ->check(CLI::IsMember({"zh", "en"}))
      ->option_text("zh|en");
}

void speak_chinese(CLI::App& app) {
  const std::map<std::string, std::string> labels = {
      {"Usage", "用法"}, {"OPTIONS", "选项"}, {"Positionals", "参数"}, {"SUBCOMMAND", "命令"}};
  for (const auto& [label, words] : labels) app.get_formatter()->label(label, words);
}

void shape(CLI::App& app, const Front& front) {
  app.get_formatter()->column_width(28);
  if (!front.common.english()) speak_chinese(app);
  app.option_defaults()->group(front.say("选项", "Options"));
  app.set_help_flag("-h,--help", front.say("显示帮助", "show this help"));
  app.require_subcommand(0, 1);
  app.footer(front.say(
      "--data 和 --lang 对每个命令都有效。\n"
      "退出码：0 已检查，无错误；1 有错误；2 用法或数据文件不对；3 有文件无法读取，或读出的数字不到一半。",
      "--data and --lang hold for every command.\n"
      "Exit codes: 0 checked, no errors; 1 errors found; 2 wrong usage or data files; 3 some file could not be "
      "read, or less than half of its numbers were."));
}

/// The first word that no command chosen takes is one itself, unless it is an option.
std::string unknown_words(const CLI::App& app, const Front& front) {
  const auto words = app.remaining(true);
  const std::string first = words.empty() ? "" : words.front();
  if (app.get_subcommands().empty() && !first.empty() && first.front() != '-')
    return front.say("不认识的命令：", "unknown command: ") + first;
  return front.say("不认识的参数：", "unknown argument: ") + fmt::format("{}", fmt::join(words, " "));
}

std::string without(std::string words, std::string_view part) {
  const auto at = words.find(part);
  return at == std::string::npos ? words : words.erase(at, part.size());
}

/// What the library says of a mistake, after the kind of mistake in the user's language. It is known by its code: names
/// are those of the option or of the program.
std::string mistake(const CLI::App& app, const CLI::ParseError& error, const Front& front) {
  const std::string detail = error.what();
  switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::ExtrasError:
      return unknown_words(app, front);
    case CLI::ExitCodes::RequiredError:
      return front.say("缺少参数：", "missing argument: ") + detail.substr(0, detail.find(" is required"));
    case CLI::ExitCodes::ArgumentMismatch:
      return front.say("选项的值太少或太多：", "wrong number of values: ") + detail;
    case CLI::ExitCodes::ValidationError: {
      const auto allowed = detail.rfind(" not in ");
      if (allowed == std::string::npos) break;
      return front.say("值不对：", "wrong value: ") + without(detail.substr(0, allowed), "Value ") +
             front.say("，可用的值：", "; allowed are ") + without(detail.substr(allowed + 8), "range ");
    }
    case CLI::ExitCodes::ConversionError:
      return front.say("不是数：", "no number: ") + without(detail, "Could not convert: ");
    default:
      break;
  }
  return detail;
}

int tell_mistake(const CLI::App& app, const CLI::ParseError& error, const Front& front) {
  front.sinks.messages(front.say("用法错误：", "wrong usage: ") + mistake(app, error, front) + "\n" +
                       front.say("运行 mingzhang --help 或 mingzhang 命令 --help 查看用法。\n",
                                 "Run mingzhang --help or mingzhang COMMAND --help.\n"));
  return work::exit_usage;
}

/// Help of the innermost command that was named.
std::string help_of(const CLI::App& app) {
  const CLI::App* command = &app;
  std::string before;
  for (auto inner = app.get_subcommands(); !inner.empty(); inner = command->get_subcommands()) {
    before += (before.empty() ? "" : " ") + command->get_name();
    command = inner.front();
  }
  return command->help(before);
}

/// Every command takes the common options, and help, in the groups of the language.
void shape_commands(CLI::App& app, const Front& front) {
  for (auto* command : app.get_subcommands({})) {
    command->fallthrough();
    command->group(front.say("命令", "Commands"));
    command->set_help_flag("-h,--help", front.say("显示帮助", "show this help"));  // in the group of the other options
    shape_commands(*command, front);
  }
}

}  // namespace

int run(int argc, char** argv, Front& front) {
  front.common.language = language_of(argc, argv);
  CLI::App app(front.say("明账：核对预算、决算公开文件",
                         "Mingzhang: exact checking of published budgets and final accounts of China"),
               "mingzhang");
  std::string language;
  bool version = false;
  Action chosen;
  shape(app, front);
  add_common(app, front, language);
  app.add_flag("--version", version, front.say("显示版本", "show the version"));
  add_check(app, front, chosen);
  add_read(app, front, chosen);
  add_compile(app, front, chosen);
  add_explain(app, front, chosen);
  add_rules(app, front, chosen);
  add_profiles(app, front, chosen);
  add_books(app, front, chosen);
  add_performance(app, front, chosen);
  shape_commands(app, front);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    front.sinks.results(help_of(app));
    return work::exit_clean;
  } catch (const CLI::ParseError& error) {
    return tell_mistake(app, error, front);
  }
  if (version) {
    front.sinks.results("mingzhang " MINGZHANG_VERSION "\n");
    return work::exit_clean;
  }
  if (chosen) return chosen();
  front.sinks.messages(app.help());
  return work::exit_usage;
}

}  // namespace mingzhang::cli
