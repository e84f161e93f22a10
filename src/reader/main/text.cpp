// mingzhang-reader: plain text, and tables of comma-separated values.
#include "formats/csv/csv_format.h"
#include "formats/text/text_format.h"
#include "reader/serve.h"

namespace {

using namespace mingzhang;

class TextParser final : public reader::Parser {
 public:
  explicit TextParser(std::string_view format) : csv_(format == "csv") {}

  document::Document parse(std::string_view bytes, const reader::Limits& limits) override {
    const formats::TextLimits text{limits.lines, limits.line_bytes, limits.fragments};
    return csv_ ? formats::parse_csv(bytes, converters_, text) : formats::parse_text(bytes, converters_, text);
  }

 private:
  bool csv_;
  const formats::Converters converters_;  // modules on disk: opened when this program begins, before the walls
};

}  // namespace

int main(int argc, char** argv) {
  TextParser parser(argc > 1 ? argv[1] : "text");
  mingzhang::reader::serve(argc, argv, parser);
}
