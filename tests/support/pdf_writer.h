// Small PDFs for tests, written by hand: text in Chinese fonts, lines and rectangles. Coordinates as in a Document:
// points from the top left.
#pragma once

#include <fmt/format.h>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace mingzhang::test {

/// How the font of a text says which characters its codes are.
enum class Mapping : unsigned char { to_unicode, by_collection, none };

class PdfPage {
 public:
  PdfPage(double across, double down) : width(across), height(down) {}

  /// The first character stands with its foot at (x, y).
  PdfPage& text(double x, double y, double size, std::string_view utf8, Mapping mapping = Mapping::to_unicode) {
    return matrix(x, y, size, utf8, "1 0 0 1", mapping);
  }
  /// Running upwards, as on a page that has to be turned clockwise.
  PdfPage& text_upwards(double x, double y, double size, std::string_view utf8) {
    return matrix(x, y, size, utf8, "0 1 -1 0", Mapping::to_unicode);
  }
  /// A stroke.
  PdfPage& line(double x0, double y0, double x1, double y1) {
    return raw(fmt::format("{} {} m {} {} l S\n", x0, height - y0, x1, height - y1));
  }
  /// A filled rectangle.
  PdfPage& bar(double x0, double y0, double x1, double y1) {
    return raw(fmt::format("{} {} {} {} re f\n", x0, height - y1, x1 - x0, y1 - y0));
  }
  /// Lines around and between cells.
  PdfPage& grid(const std::vector<double>& xs, const std::vector<double>& ys) {
    for (const double x : xs) line(x, ys.front(), x, ys.back());
    for (const double y : ys) line(xs.front(), y, xs.back(), y);
    return *this;
  }
  /// Nothing outside is seen of what `draw` draws.
  template <class Draw>
  PdfPage& clipped(double x0, double y0, double x1, double y1, const Draw& draw) {
    raw(fmt::format("q {} {} {} {} re W n\n", x0, height - y1, x1 - x0, y1 - y0));
    draw(*this);
    return raw("Q\n");
  }
  PdfPage& raw(std::string_view operators) {
    content += operators;
    return *this;
  }

  double width, height;
  int rotate = 0;
  bool picture = false;  ///< has one
  std::string content;

 private:
  PdfPage& matrix(double x, double y, double size, std::string_view utf8, std::string_view turn, Mapping mapping) {
    std::string codes;
    for (std::size_t at = 0; at < utf8.size();) {
      const auto point = text::code_point_at(utf8, at);
      codes += fmt::format("{:04X}", static_cast<unsigned>(point.value));
      at += static_cast<std::size_t>(point.length);
    }
    const int font = static_cast<int>(mapping);
    return raw(fmt::format("BT /F{} {} Tf {} {} {} Tm <{}> Tj ET\n", font, size, turn, x, height - y, codes));
  }
};

class PdfWriter {
 public:
  PdfPage& add(double width = 595, double height = 842) { return pages_.emplace_back(width, height); }

  std::string bytes() const {
    std::vector<std::string> objects = common();
    std::string kids;
    for (const PdfPage& page : pages_) {
      const std::size_t number = objects.size() + 1;
      kids += fmt::format("{} 0 R ", number);
      objects.push_back(fmt::format(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Rotate {} /Contents {} 0 R /Resources << {} /Font << "
          "/F0 3 0 R /F1 6 0 R /F2 8 0 R >> >> >>",
          page.width, page.height, page.rotate, number + 1, page.picture ? "/XObject << /I 10 0 R >>" : ""));
      objects.push_back(stream("", page.content + (page.picture ? "q 500 0 0 700 40 40 cm /I Do Q\n" : "")));
    }
    objects[1] = fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages_.size(), kids);
    return file(objects);
  }

 private:
  static std::string stream(std::string_view entries, std::string_view data) {
    return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, data.size(), data);
  }

  static std::string font(std::string_view encoding, std::string_view more, int descendant) {
    return fmt::format("<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /{} /DescendantFonts [{} 0 R] {} >>",
                       encoding, descendant, more);
  }

  static std::string descendant(std::string_view ordering) {
    return fmt::format(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW 1000 /W [32 126 500] /CIDSystemInfo << /Registry "
        "(Adobe) /Ordering ({}) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Test /Flags 4 "
        "/Ascent 880 /Descent -120 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /StemV 80 /CapHeight 700 >> >>",
        ordering);
  }

  /// Catalog, pages, and the fonts: one with a map, one whose map is known by name, one of which nothing is known.
  static std::vector<std::string> common() {
    const std::string map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Test def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        "1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end";
    return {
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        font("Identity-H", "/ToUnicode 5 0 R", 4),
        descendant("Identity"),
        stream("", map),
        font("UniGB-UCS2-H", "", 7),
        descendant("GB1"),
        font("Identity-H", "", 9),
        descendant("Identity"),
        stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x")};
  }

  static std::string file(const std::vector<std::string>& objects) {
    std::string bytes = "%PDF-1.7\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t index = 0; index < objects.size(); ++index) {
      table += fmt::format("{:010} 00000 n \n", bytes.size());
      bytes += fmt::format("{} 0 obj\n{}\nendobj\n", index + 1, objects[index]);
    }
    const std::size_t start = bytes.size();
    return bytes + table +
           fmt::format("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, start);
  }

  std::deque<PdfPage> pages_;  ///< so that a page stays where it is
};

}  // namespace mingzhang::test
