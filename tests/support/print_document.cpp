// Prints how a file was read: page, line, grid, and the words with tabs between cells. For people and for scripts.
#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "reader/read.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: print_document FILE\n");
    return 2;
  }
  try {
    const auto document = mingzhang::reader::read(argv[1]);
    for (const auto& notice : document.notices)
      fmt::print("# page {} {} {}\n", notice.page, notice.code, notice.detail);
    for (const auto& line : document.lines)
      fmt::print("{}\t{}\t{}\t{}\n", line.page, line.number, line.grid, line.text);
  } catch (const mingzhang::reader::Unreadable& why) {
    fmt::print(stderr, "{}: {}\n", why.code(), why.what());
    return 3;
  }
  return 0;
}
