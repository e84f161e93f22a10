// Knows poppler's private headers, which change with every release.
#include "formats/pdf_pages/draw.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/Stream.h>
#include <poppler/splash/SplashBitmap.h>
#include <poppler/splash/SplashErrorCodes.h>
#pragma GCC diagnostic pop

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "formats/rejected.h"

namespace mingzhang::formats {
namespace {

constexpr double points_an_inch = 72, usual_resolution = 100, most_pixels = 8e6;

void say_nothing(ErrorCategory, Goffset, const char*) {}

/// A file in memory, as the library wants to write to one.
class MemoryFile {
 public:
  MemoryFile() : file_(open_memstream(&data_, &size_)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (file_ != nullptr) std::fclose(file_);
    std::free(data_);
  }
  FILE* file() const { return file_; }
  std::string content() {
    std::fflush(file_);
    return {data_, size_};
  }

 private:
  char* data_ = nullptr;
  std::size_t size_ = 0;
  FILE* file_;
};

struct Size {
  double width = 0, height = 0;
};

/// In points, as the page is seen; nothing if that is no size of a page.
Size size_of(PDFDoc& document, int page) {
  Size size{document.getPageCropWidth(page), document.getPageCropHeight(page)};
  if (document.getPageRotate(page) % 180 != 0) std::swap(size.width, size.height);
  constexpr double longest = 20'000;
  const auto usual = [](double side) { return std::isfinite(side) && side >= 1 && side <= longest; };
  return usual(size.width) && usual(size.height) ? size : Size{};
}

std::string jpeg_of(PDFDoc& document, SplashOutputDev& device, int page, const Size& size) {
  const double inches = size.width / points_an_inch * size.height / points_an_inch;
  const double resolution = std::min(usual_resolution, std::sqrt(most_pixels / inches));
  document.displayPage(&device, page, resolution, resolution, 0, false, true, false);
  auto* bitmap = device.getBitmap();
  MemoryFile file;
  if (bitmap == nullptr || file.file() == nullptr) return {};
  // Not PNG: packing pages takes ten times as long as drawing them.
  SplashBitmap::WriteImgParams parameters;
  parameters.jpegQuality = 85;
  if (bitmap->writeImgFile(splashFormatJpeg, file.file(), resolution, resolution, &parameters) != splashOk) return {};
  return file.content();
}

}  // namespace

void prepare_drawing() {
  tzset();  // the library asks for the local time
  setErrorCallback(say_nothing);
  globalParams = std::make_unique<GlobalParams>();
  // Configuration and caches of fonts; the fonts themselves are opened when a page has not got its own.
  globalParams->findSystemFontFileForFamilyAndStyle("Sans", "Regular");
}

std::vector<PagePicture> draw_pages(std::string_view bytes, const std::vector<std::uint32_t>& pages,
                                    std::uint64_t most_bytes) {
  PDFDoc document(new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
  if (!document.isOk()) {
    if (document.getErrorCode() == errEncrypted) throw Rejected("encrypted", 0, "");
    throw Rejected("damaged", 0, "poppler " + std::to_string(document.getErrorCode()));
  }
  SplashColor white = {255, 255, 255};
  SplashOutputDev device(splashModeRGB8, 4, false, white);
  device.setFontAntialias(true);
  device.setVectorAntialias(true);
  device.startDoc(&document);
  std::vector<PagePicture> pictures;
  std::uint64_t total = 0;
  for (const auto number : pages) {
    if (number == 0 || number > static_cast<std::uint32_t>(document.getNumPages())) continue;
    const int page = static_cast<int>(number);
    const Size size = size_of(document, page);
    if (size.width == 0) continue;
    std::string jpeg = jpeg_of(document, device, page, size);
    total += jpeg.size();
    if (total > most_bytes) break;
    if (!jpeg.empty()) pictures.push_back({number, size.width, size.height, std::move(jpeg)});
  }
  return pictures;
}

}  // namespace mingzhang::formats
