// Prints how a file was read, for people and for scripts: page, line, grid (0: none), and the words; of a row of a grid
// its cells, each as COLUMN+COLUMNSxROWS=WORDS.
#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "reader/read.h"

namespace {

void print(const mingzhang::document::Line& line) {
  fmt::print("{}\t{}\t{}", line.page, line.number, line.grid);
  if (line.grid == 0) fmt::print("\t{}", line.text);
  for (std::size_t index = 0; line.grid != 0 && index < line.fragments.size(); ++index) {
    const auto& cell = line.fragments[index];
    fmt::print("\t{}+{}x{}={}", cell.column, cell.columns, cell.rows, line.fragment(index));
  }
  fmt::print("\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: print_document FILE\n");
    return 2;
  }
  try {
    const auto document = mingzhang::reader::read(argv[1]);
    for (const auto& notice : document.notices)
      fmt::print("# page {} {} {}\n", notice.page, notice.code, notice.detail);
    for (const auto& line : document.lines) print(line);
  } catch (const mingzhang::reader::Unreadable& why) {
    fmt::print(stderr, "{}: {}\n", why.code(), why.what());
    return 3;
  }
  return 0;
}
