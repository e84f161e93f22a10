// What a reader of the paper does not see, told page by page. Inside this folder only.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "formats/pdf/page.h"

namespace mingzhang::formats::pdf {

/// Codes: "blank-page"; "picture-page" (a picture and no text); "text-behind-picture" (taken, as recognised by another
/// program); "hidden-text", "clipped-text", "text-off-page", "slanted-text" (characters not taken; detail: how many);
/// "clipped-repeated" (cut at the edge of this page, but to be seen on the next or the last one; taken once);
/// "unmapped-font" (characters of which the font does not say what they are); "page-too-full" (not read to its end).
class NoticeWriter {
 public:
  explicit NoticeWriter(document::Document& document) : document_(document) {}

  /// Pages in their order, before anything has been done to their characters.
  void add(const Page& page, bool has_picture);
  void finish();

 private:
  struct Seen {
    std::uint32_t page = 0, clipped = 0, off_page = 0;
    std::u32string words, unseen;
    bool repeats = false;  ///< has been told of as repeated on the next
  };
  void say(std::uint32_t page, const char* code, std::uint32_t count);
  void tell_unseen(Seen& page, const Seen& next);

  document::Document& document_;
  Seen before_, last_;
};

}  // namespace mingzhang::formats::pdf
