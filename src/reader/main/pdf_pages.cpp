// mingzhang-pdf-pages: pages of a PDF as pictures.
#include "formats/pdf_pages/draw.h"
#include "reader/request.h"
#include "reader/serve.h"

namespace {

using namespace mingzhang;

class PageMaker final : public reader::Maker {
 public:
  void prepare() override { formats::prepare_drawing(); }
  std::vector<const char*> font_folders() const override {
    return {"/usr/share/fonts",      "/usr/local/share/fonts", "/etc/fonts",
            "/usr/share/fontconfig", "/var/cache/fontconfig",  "/usr/share/poppler",
            "/usr/share/ghostscript"};
  }
  std::string make(std::string_view request, std::string_view file, const reader::Limits& limits) override {
    // A quarter is left for what is around the pictures.
    return reader::encode_pictures(
        formats::draw_pages(file, reader::decode_pages(request), limits.message_bytes / 4 * 3));
  }
};

}  // namespace

int main(int argc, char** argv) {
  PageMaker maker;
  mingzhang::reader::serve(argc, argv, maker);
}
