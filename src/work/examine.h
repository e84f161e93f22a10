// One disclosure, read and checked: the step that checking and reading share.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "work/disclosure.h"
#include "work/front.h"
#include "work/shelf.h"

namespace mingzhang::work {

/// The result refers to the document; both stay together.
struct Examined {
  std::string path;  ///< as the user named it; of the file that could not be read
  std::unique_ptr<const document::Document> document;
  std::optional<check::Result> result;  ///< empty: not read
  std::string code, message;            ///< why not
  std::uint32_t line = 0;

  report::Entry entry() const;
};

/// Whatever is wrong with a file is told in the result. Throws profile::BadProfile where the data files are wrong.
Examined examine(const Disclosure& disclosure, Shelf& shelf, const std::string& profile, Language language,
                 const std::vector<check::Other>& others = {});

/// "PATH:12: why": one line for the person.
std::string failure_line(const report::Entry& entry, Language language);

/// exit_clean, exit_errors or exit_unread for one file.
int verdict_of(const report::Entry& entry);

/// No form fits, or less than half of its numbers were read.
bool mostly_unread(const check::Result& result);

}  // namespace mingzhang::work
