// Tables that go on over pages. Inside this folder only.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "formats/pdf/layout.h"

namespace mingzhang::formats::pdf {

/// Takes the blocks of a document page by page and gives them on, a table that was cut by page breaks as one.
class TableJoiner {
 public:
  using Sink = std::function<void(const Block&)>;
  explicit TableJoiner(Sink sink) : sink_(std::move(sink)) {}

  /// Blocks of the next page; of a blank page none.
  void add(std::vector<Block> blocks, float page_height);
  void finish();

 private:
  bool continues(std::vector<Block>& blocks);
  void keep_heading(const Block& line);

  Sink sink_;
  std::optional<Block> open_;         ///< a table with which the last page ended
  std::vector<std::string> heading_;  ///< lines directly above it
  std::vector<std::string> lines_;    ///< lines since the last table
  float open_height_ = 0;             ///< of the page that it ended on
};

}  // namespace mingzhang::formats::pdf
