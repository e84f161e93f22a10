// The command line: parses words, runs a use case, returns its exit code. Nothing is decided here.
#include <csignal>
#include <exception>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/parse.h"
#include "cli/streams.h"

int main(int argc, char** argv) {
  using namespace mingzhang;
  // Who reads our output may go away; that is told by write(), and is no reason to die on the way.
  std::signal(SIGPIPE, SIG_IGN);
  cli::Results results;
  try {
    cli::Front front;
    front.sinks.results = [&results](std::string_view text) { results.write(text); };
    front.sinks.messages = cli::write_message;
    const int code = cli::run(argc, argv, front);
    if (results.failure().empty()) return code;
    cli::write_message(front.say("无法写到标准输出：", "standard output cannot be written: ") + results.failure() +
                       "\n");
  } catch (const std::exception& error) {
    cli::write_message(std::string("mingzhang: ") + error.what() + "\n");
  }
  return work::exit_usage;
}
