#include "formats/xlsx/styles.h"

#include <string>

#include "formats/xlsx/write.h"

namespace mingzhang::formats {
namespace {

using Align = document::SheetCell::Align;
using Tone = document::SheetCell::Tone;

std::string number_format(int decimals) {
  return decimals > 0 ? "#,##0." + std::string(static_cast<std::size_t>(decimals), '0') : "#,##0";
}

lxw_format_alignments alignment(Align align) {
  switch (align) {
    case Align::left:
      return LXW_ALIGN_LEFT;
    case Align::center:
      return LXW_ALIGN_CENTER;
    case Align::right:
      return LXW_ALIGN_RIGHT;
  }
  return LXW_ALIGN_LEFT;
}

}  // namespace

lxw_format* Formats::cell(const Look& look) {
  lxw_format*& format = cells_[look];
  if (format != nullptr) return format;
  format = plain(look.align);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_text_wrap(format);
  if (look.header) format_set_bold(format);
  if (look.decimals != text) format_set_num_format(format, number_format(look.decimals).c_str());
  if (look.tone != Tone::plain) {
    format_set_bg_color(format, look.tone == Tone::bad ? 0xFBD5D5 : 0xFDEFC3);
    format_set_bold(format);
  }
  return format;
}

lxw_format* Formats::title() {
  lxw_format* format = plain(Align::center);
  format_set_bold(format);
  format_set_font_size(format, 16);
  return format;
}

lxw_format* Formats::remark(Align align) {
  lxw_format* format = plain(align);
  format_set_text_wrap(format);
  return format;
}

lxw_format* Formats::plain(Align align) {
  lxw_format* format = workbook_add_format(workbook_);
  if (format == nullptr) throw WriteError("no memory for a cell format");
  format_set_font_name(format, "宋体");
  format_set_font_size(format, 10);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_align(format, static_cast<std::uint8_t>(alignment(align)));
  return format;
}

}  // namespace mingzhang::formats
