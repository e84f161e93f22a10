// The reader process from its start to its end; what it parses is up to the program.
#pragma once

#include <string>
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

/// What a program makes of a file that is no document: descriptor 3 holds the request and the file (reader/request.h).
class Maker {
 public:
  Maker() = default;
  Maker(const Maker&) = delete;
  Maker& operator=(const Maker&) = delete;
  virtual ~Maker() = default;

  /// Before the walls are up: what has to be read from disk.
  virtual void prepare() {}
  /// Folders of which it opens fonts of the system while it works.
  virtual std::vector<const char*> font_folders() const { return {}; }
  /// Behind them. Throws formats::Rejected or Unreadable.
  virtual std::string make(std::string_view request, std::string_view file, const Limits& limits) = 0;
};

/// Reads descriptor 3, answers on descriptor 4, and ends the process.
[[noreturn]] void serve(int argc, char** argv, Parser& parser);
[[noreturn]] void serve(int argc, char** argv, Maker& maker);

}  // namespace mingzhang::reader
