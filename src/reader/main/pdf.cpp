// mingzhang-reader-pdf.
#include "formats/pdf/pdf_format.h"
#include "reader/serve.h"

namespace {

using namespace mingzhang;

class PdfParser final : public reader::Parser {
 public:
  std::vector<const char*> data_folders() const override { return {formats::pdf::data_folder}; }

  document::Document parse(std::string_view bytes, const reader::Limits& limits) override {
    formats::PdfLimits mine;
    mine.lines = limits.lines;
    mine.fragments = limits.fragments;
    return formats::parse_pdf(bytes, library_, mine);
  }

 private:
  const formats::pdf::Library library_;  // lists its folders on disk when this program begins, before the walls
};

}  // namespace

int main(int argc, char** argv) {
  PdfParser parser;
  mingzhang::reader::serve(argc, argv, parser);
}
