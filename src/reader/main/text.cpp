// mingzhang-reader: plain text.
#include "formats/text/text_format.h"
#include "reader/serve.h"

namespace {

using namespace mingzhang;

class TextParser final : public reader::Parser {
 public:
  document::Document parse(std::string_view bytes, const reader::Limits& limits) override {
    return formats::parse_text(bytes, converters_, {limits.lines, limits.line_bytes, limits.fragments});
  }

 private:
  const formats::Converters converters_;  // modules on disk: opened when this program begins, before the walls
};

}  // namespace

int main(int argc, char** argv) {
  TextParser parser;
  mingzhang::reader::serve(argc, argv, parser);
}
