#include <memory>

#include "cli/command.h"
#include "work/catalogue.h"

namespace mingzhang::cli {

void add_profiles(CLI::App& app, Front& front, Action& chosen) {
  struct Arguments {
    std::string id;
    bool check = false;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = app.add_subcommand(
      "profiles", front.say("列出公开格式，或说明其中一种", "list the forms of documents, or show one"));
  command->add_option("ID", arguments->id, front.say("格式编号", "id of a profile"))->option_text(" ");
  command->add_flag("--check", arguments->check,
                    front.say("装入并检查格式文件", "load the files of profiles and tell what is wrong in them"));
  command->callback([&front, &chosen, arguments] {
    chosen = [&front, arguments] {
      return work::show_profiles({front.common, arguments->id, arguments->check}, front.sinks);
    };
  });
}

}  // namespace mingzhang::cli
