// mingzhang-reader-office: documents and workbooks of office programs, and web pages.
#include <cstdlib>
#include <ctime>

#include "formats/office/office_format.h"
#include "reader/serve.h"

namespace {

using namespace mingzhang;

class OfficeParser final : public reader::Parser {
 public:
  /// The library for archives asks for the time zone, which is a file, and looks at it again and again unless it is
  /// named.
  void prepare() override {
    setenv("TZ", "UTC0", 1);
    tzset();
  }

  document::Document parse(std::string_view bytes, const reader::Limits& limits) override {
    return formats::parse_office(bytes, converters_, {limits.lines, limits.line_bytes, limits.fragments});
  }

 private:
  const formats::Converters converters_;  // modules on disk: opened when this program begins, before the walls
};

}  // namespace

int main(int argc, char** argv) {
  OfficeParser parser;
  mingzhang::reader::serve(argc, argv, parser);
}
