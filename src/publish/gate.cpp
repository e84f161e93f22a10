#include "publish/gate.h"

#include <algorithm>

#include "formats/text/write_text.h"
#include "publish/reread.h"

namespace mingzhang::publish {

Judged judge(const Composed& composed, const profile::DataFiles& data, const std::string& profile,
             const scoring::Packs& packs) {
  Judged judged;
  judged.text = formats::write_text(composed.publication);
  judged.document = std::make_unique<document::Document>(as_document(composed.publication));
  const check::WrongWords wrong_words(data);
  judged.result = check::check(profile::read_document(*judged.document, data, profile), {}, {&packs, &wrong_words});
  return judged;
}

std::size_t Judged::errors() const {
  return static_cast<std::size_t>(
      std::count_if(result.findings.begin(), result.findings.end(),
                    [](const auto& finding) { return finding.severity == check::Severity::error; }));
}

}  // namespace mingzhang::publish
