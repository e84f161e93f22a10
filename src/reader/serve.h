// The reader process from its start to its end; what it parses is up to the program.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "reader/read.h"

namespace mingzhang::reader {

/// What one reader program can read. There are several programs, by what libraries they need: none is loaded for
/// nothing, and a fault in one format's library is out of reach for files of another.
class Parser {
 public:
  Parser() = default;
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  virtual ~Parser() = default;

  /// Before the walls are up: what has to be read from disk.
  virtual void prepare() {}
  /// Folders of which the library opens files while it parses.
  virtual std::vector<const char*> data_folders() const { return {}; }
  /// Behind them. Throws formats::Rejected or Unreadable.
  virtual document::Document parse(std::string_view bytes, const Limits& limits) = 0;
};

/// Reads descriptor 3, answers on descriptor 4, and ends the process.
[[noreturn]] void serve(int argc, char** argv, Parser& parser);

}  // namespace mingzhang::reader
