// What stands between a composed document and its release: it is read back and judged like any other.
#pragma once

#include <memory>
#include <string>

#include "check/check.h"
#include "document/document.h"
#include "profile/data_files.h"
#include "publish/compose.h"

namespace mingzhang::publish {

/// The composed document, read again from its text. The result refers to the document; both stay together.
struct Judged {
  std::string text;
  std::unique_ptr<const document::Document> document;
  check::Result result;

  std::size_t errors() const;
};

/// Scores are judged by `packs`. Throws profile::BadProfile where the data files are wrong.
Judged judge(const Composed& composed, const profile::DataFiles& data, const std::string& profile,
             const scoring::Packs& packs);

}  // namespace mingzhang::publish
