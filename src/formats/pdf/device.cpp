// The one file that knows poppler's private headers, which change with every release.
#include "formats/pdf/device.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>
#include <poppler/UnicodeTypeTable.h>
#pragma GCC diagnostic pop

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <string>
#include <utility>

#include "formats/rejected.h"

namespace mingzhang::formats::pdf {
namespace {

struct Point {
  double x = 0, y = 0;
};

Area area_of(std::initializer_list<Point> points) {
  Area area{1e9F, 1e9F, -1e9F, -1e9F};
  for (const Point& point : points) {
    area.x0 = std::min(area.x0, static_cast<float>(point.x));
    area.y0 = std::min(area.y0, static_cast<float>(point.y));
    area.x1 = std::max(area.x1, static_cast<float>(point.x));
    area.y1 = std::max(area.y1, static_cast<float>(point.y));
  }
  return area;
}

bool finite(const Area& area) {
  constexpr float farthest = 1e6F;
  return std::isfinite(area.x0) && std::isfinite(area.y0) && std::isfinite(area.x1) && std::isfinite(area.y1) &&
         std::max({std::abs(area.x0), std::abs(area.x1), std::abs(area.y0), std::abs(area.y1)}) < farthest;
}

Area clip_of(const GfxState& state) {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  state.getClipBBox(&x0, &y0, &x1, &y1);
  return area_of({{x0, y0}, {x1, y1}});
}

bool is_blank(Unicode point) {
  return point == ' ' || point == 0xA0 || point == 0x3000 || (point >= 0x2000 && point <= 0x200B) || point == '\t' ||
         point == '\n' || point == '\r';
}

/// No control character, half of a pair or nothing at all.
bool is_character(Unicode point) {
  return point >= ' ' && !(point >= 0x7F && point < 0xA0) && !(point >= 0xD800 && point < 0xE000) && point != 0xFEFF &&
         point != 0xFFFD && point < 0x110000;
}

/// Some programs write radicals and compatibility forms where they mean the characters that look the same.
char32_t unified(Unicode point) {
  const bool radical = point >= 0x2F00 && point <= 0x2FD5, compatible = point >= 0xF900 && point <= 0xFAD9;
  if (!radical && !compatible) return static_cast<char32_t>(point);
  int length = 0;
  Unicode* const normal = unicodeNormalizeNFKC(&point, 1, &length, nullptr);
  const Unicode result = normal != nullptr && length == 1 ? normal[0] : point;
  gfree(normal);
  return static_cast<char32_t>(result);
}

/// Of a font that has neither a map nor a collection with one, poppler takes the numbers of its shapes for characters.
bool is_mapped(const GfxFont& font) {
  if (!font.isCIDFont() || font.hasToUnicodeCMap()) return true;
  const GooString* collection = static_cast<const GfxCIDFont&>(font).getCollection();
  return collection == nullptr || collection->toStr() != "Adobe-Identity";
}

/// Collects characters and ruling lines of one page; paints nothing.
class Collector final : public OutputDev {
 public:
  Collector(pdf::Page& page, const PageLimits& limits) : page_(page), limits_(limits) {}

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return false; }

  void startPage(int, GfxState* state, XRef*) override {
    page_.shape.width = static_cast<float>(state->getPageWidth());
    page_.shape.height = static_cast<float>(state->getPageHeight());
  }

  /// Where nothing can be seen but a picture, text was laid behind it by whoever recognised it.
  void take_invisible() {
    if (invisible_.empty()) return;
    page_.glyphs = std::move(invisible_);
    page_.hidden = 0;
    page_.behind_picture = true;
  }

  void updateFont(GfxState* state) override { mapped_ = state->getFont() && is_mapped(*state->getFont()); }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y, CharCode,
                int, const Unicode* points, int count) override {
    if (page_.glyphs.size() + invisible_.size() >= limits_.glyphs) {
      page_.too_much = true;
      return;
    }
    const Placed placed = place(*state, {x - origin_x, y - origin_y}, {dx, dy});
    if (!finite(placed.glyph.box)) return;
    if (!mapped_ || count <= 0 || points == nullptr || !(is_blank(points[0]) || is_character(points[0]))) {
      ++page_.unmapped;
      return;
    }
    const bool blank = is_blank(points[0]);
    if (placed.slanted) {
      page_.slanted += blank ? 0U : 1U;
    } else if (!in_sight(*state, placed.glyph.box)) {
      if (!blank) note_unseen(placed.glyph.box, points[0]);
    } else if (!is_drawn(*state)) {
      page_.hidden += blank ? 0U : 1U;
      add(invisible_, placed.glyph, points, count);
    } else {
      add(page_.glyphs, placed.glyph, points, count);
    }
  }

  void stroke(GfxState* state) override { add_path(*state, false); }
  void fill(GfxState* state) override { add_path(*state, true); }
  void eoFill(GfxState* state) override { add_path(*state, true); }

  static bool give_up(void* self) { return static_cast<Collector*>(self)->page_.too_much; }

 private:
  struct Placed {
    Glyph glyph;
    bool slanted = false;
  };

  static Placed place(const GfxState& state, Point from, Point advance) {
    // Along the writing and up from it, in device space, as long as the font is large.
    Point along, up;
    state.getFontTransMat(&along.x, &along.y, &up.x, &up.y);
    const bool vertical = state.getFont() && state.getFont()->getWMode() != 0;
    Point origin, ahead;
    state.transform(from.x, from.y, &origin.x, &origin.y);
    state.transformDelta(advance.x, advance.y, &ahead.x, &ahead.y);
    if (vertical) ahead = along;
    constexpr double below = 0.12, above = 0.88;  // parts of an em, as Chinese characters stand in it
    const Point foot{origin.x - below * up.x, origin.y - below * up.y};
    const Point head{origin.x + above * up.x, origin.y + above * up.y};
    Placed placed;
    placed.glyph.size = static_cast<float>(std::hypot(up.x, up.y));
    placed.glyph.box =
        area_of({foot, head, {foot.x + ahead.x, foot.y + ahead.y}, {head.x + ahead.x, head.y + ahead.y}});
    placed.glyph.turn = turn_of(along);
    placed.slanted = is_slanted(along);
    return placed;
  }

  static std::uint8_t turn_of(Point along) {
    if (std::abs(along.x) >= std::abs(along.y)) return along.x >= 0 ? 0 : 2;
    return along.y > 0 ? 1 : 3;
  }

  static bool is_slanted(Point along) {
    constexpr double steepest = 0.2;
    const double across = std::abs(along.x), down = std::abs(along.y);
    return std::min(across, down) > steepest * std::max(across, down);
  }

  static bool is_drawn(const GfxState& state) {
    constexpr int invisible = 3;  // 7, a clip alone, is how writing in a pattern comes here
    return state.getRender() != invisible;
  }

  bool on_paper(const Area& box) const {
    const float x = box.middle_x(), y = box.middle_y();
    return x >= 0 && y >= 0 && x <= page_.shape.width && y <= page_.shape.height;
  }

  bool in_sight(const GfxState& state, const Area& box) const {
    const Area clip = clip_of(state);
    const float x = box.middle_x(), y = box.middle_y();
    return on_paper(box) && x >= clip.x0 && x <= clip.x1 && y >= clip.y0 && y <= clip.y1;
  }

  void note_unseen(const Area& box, Unicode point) {
    constexpr std::size_t longest = 2000;
    ++(on_paper(box) ? page_.clipped : page_.off_page);
    if (page_.unseen.size() < longest) page_.unseen += static_cast<char32_t>(point);
  }

  /// One code may stand for several characters: they share its width.
  static void add(std::vector<Glyph>& glyphs, const Glyph& glyph, const Unicode* points, int count) {
    const float each = glyph.box.width() / static_cast<float>(count);
    for (int index = 0; index < count; ++index) {
      Glyph one = glyph;
      if (count > 1) {
        one.box.x0 = glyph.box.x0 + each * static_cast<float>(index);
        one.box.x1 = one.box.x0 + each;
      }
      if (is_blank(points[index]))
        one.point = U' ';
      else if (is_character(points[index]))
        one.point = unified(points[index]);
      else
        continue;
      glyphs.push_back(one);
    }
  }

  void add_path(const GfxState& state, bool filled) {
    const GfxPath& path = *state.getPath();
    for (int index = 0; index < path.getNumSubpaths(); ++index) {
      const GfxSubpath& subpath = *path.getSubpath(index);
      if (filled)
        add_filled(state, subpath);
      else
        add_stroked(state, subpath);
    }
  }

  void add_stroked(const GfxState& state, const GfxSubpath& subpath) {
    for (int index = 1; index < subpath.getNumPoints(); ++index) {
      if (subpath.getCurve(index)) continue;
      add_rule(state, area_of({device_point(state, subpath, index - 1), device_point(state, subpath, index)}));
    }
  }

  /// A thin filled rectangle is a line; a wide one is a background.
  void add_filled(const GfxState& state, const GfxSubpath& subpath) {
    constexpr int corners = 4;
    if (subpath.getNumPoints() < corners || subpath.getNumPoints() > corners + 1) return;
    const auto corner = [&](int index) { return device_point(state, subpath, index); };
    for (int index = 0; index < corners; ++index)
      if (subpath.getCurve(index)) return;
    add_rule(state, area_of({corner(0), corner(1), corner(2), corner(3)}));
  }

  static Point device_point(const GfxState& state, const GfxSubpath& subpath, int index) {
    Point point;
    state.transform(subpath.getX(index), subpath.getY(index), &point.x, &point.y);
    return point;
  }

  void add_rule(const GfxState& state, Area area) {
    constexpr float thickest = 3;
    if (!finite(area)) return;
    const Area clip = clip_of(state);
    area.x0 = std::max(area.x0, clip.x0 - thickest);
    area.x1 = std::min(area.x1, clip.x1 + thickest);
    area.y0 = std::max(area.y0, clip.y0 - thickest);
    area.y1 = std::min(area.y1, clip.y1 + thickest);
    if (area.x0 > area.x1 || area.y0 > area.y1) return;
    const bool across = area.height() <= thickest && area.width() > area.height();
    const bool down = area.width() <= thickest && area.height() > area.width();
    if (!across && !down) return;
    if (page_.across.size() + page_.down.size() >= limits_.rules) {
      page_.too_much = true;
      return;
    }
    if (across)
      page_.across.push_back({area.middle_y(), area.x0, area.x1});
    else
      page_.down.push_back({area.middle_x(), area.y0, area.y1});
  }

  pdf::Page& page_;
  const PageLimits& limits_;
  std::vector<Glyph> invisible_;
  bool mapped_ = false;  ///< the font says which characters its codes are
};

/// A picture among the resources, or in those of the forms among them.
bool names_picture(Dict* resources, int deep = 2) {
  if (resources == nullptr || deep < 0) return false;
  const Object drawn = resources->lookup("XObject");
  if (!drawn.isDict()) return false;
  constexpr int most = 100;
  for (int index = 0; index < std::min(drawn.dictGetLength(), most); ++index) {
    const Object one = drawn.dictGetVal(index);
    if (!one.isStream()) continue;
    if (one.streamGetDict()->lookup("Subtype").isName("Image")) return true;
    const Object inside = one.streamGetDict()->lookup("Resources");
    if (inside.isDict() && names_picture(inside.getDict(), deep - 1)) return true;
  }
  return false;
}

void say_nothing(ErrorCategory, Goffset, const char*) {}

}  // namespace

struct Library::Inside {
  Inside() {
    tzset();  // it asks for the local time while it opens a file
    setErrorCallback(say_nothing);
    globalParams = std::make_unique<GlobalParams>(data_folder);
  }
  ~Inside() { globalParams.reset(); }
};

Library::Library() : inside_(std::make_unique<Inside>()) {}
Library::~Library() = default;

struct File::Inside {
  explicit Inside(std::string_view bytes)
      : document(new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull))) {}
  PDFDoc document;
};

File::File(std::string_view bytes) : inside_(std::make_unique<Inside>(bytes)) {
  PDFDoc& document = inside_->document;
  if (document.isOk()) {
    if (document.getNumPages() < 1) throw Rejected("damaged", 0, "pages: 0");
    return;
  }
  if (document.getErrorCode() == errEncrypted) throw Rejected("encrypted", 0, "");
  throw Rejected("damaged", 0, "poppler " + std::to_string(document.getErrorCode()));
}

File::~File() = default;

int File::pages() const {
  return inside_->document.getNumPages();
}

pdf::Page File::page(int number, const PageLimits& limits) const {
  pdf::Page page;
  page.number = static_cast<std::uint32_t>(number);
  Collector collector(page, limits);
  constexpr double points_an_inch = 72;
  inside_->document.displayPage(&collector, number, points_an_inch, points_an_inch, 0, false, true, false,
                                Collector::give_up, &collector);
  if (page.glyphs.empty() && has_picture(number)) collector.take_invisible();
  return page;
}

bool File::has_picture(int number) const {
  ::Page* page = inside_->document.getPage(number);
  return page != nullptr && names_picture(page->getResourceDict());
}

}  // namespace mingzhang::formats::pdf
