#include "publish/gate.h"

#include <algorithm>

#include "formats/text/encoding.h"
#include "formats/text/text_format.h"
#include "formats/text/write_text.h"

namespace mingzhang::publish {

Judged judge(const Composed& composed, const profile::DataFiles& data, const std::string& profile) {
  Judged judged;
  judged.text = formats::write_text(composed.publication);
  const formats::Converters converters;  // our own text is UTF-8
  judged.document = std::make_unique<document::Document>(formats::parse_text(judged.text, converters));
  judged.result = check::check(profile::read_document(*judged.document, data, profile));
  return judged;
}

std::size_t Judged::errors() const {
  return static_cast<std::size_t>(
      std::count_if(result.findings.begin(), result.findings.end(),
                    [](const auto& finding) { return finding.severity == check::Severity::error; }));
}

}  // namespace mingzhang::publish
