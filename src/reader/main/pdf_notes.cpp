// mingzhang-pdf-notes: a copy of a PDF with notes.
#include "formats/pdf_notes/annotate.h"
#include "reader/request.h"
#include "reader/serve.h"

namespace {

using namespace mingzhang;

class NoteMaker final : public reader::Maker {
 public:
  std::string make(std::string_view request, std::string_view file, const reader::Limits&) override {
    return formats::annotate_pdf(file, reader::decode_notes(request));
  }
};

}  // namespace

int main(int argc, char** argv) {
  NoteMaker maker;
  mingzhang::reader::serve(argc, argv, maker);
}
