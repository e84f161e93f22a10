#include <memory>

#include "cli/command.h"
#include "work/catalogue.h"

namespace mingzhang::cli {

void add_rules(CLI::App& app, Front& front, Action& chosen) {
  struct Arguments {
    std::string id, format = "text";
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command =
      app.add_subcommand("rules", front.say("列出检查规则，或说明其中一条", "list the rules, or explain one"));
  command->add_option("ID", arguments->id, front.say("规则编号", "id of a rule"))->option_text(" ");
  command->add_option("--format", arguments->format, front.say("text（默认）或 json", "text (default) or json"))
      ->check(CLI::IsMember({"text", "json"}))
      ->option_text("FORMAT");
  command->callback([&front, &chosen, arguments] {
    chosen = [&front, arguments] {
      return work::show_rules({front.common, arguments->id, arguments->format == "json"}, front.sinks);
    };
  });
}

}  // namespace mingzhang::cli
