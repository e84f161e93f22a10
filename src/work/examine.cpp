#include "work/examine.h"

#include <algorithm>
#include <new>

#include "document/join.h"
#include "profile/pattern.h"
#include "profile/reading.h"
#include "reader/read.h"
#include "report/excerpt.h"
#include "scoring/bad_pack.h"
#include "work/unreadable.h"

namespace mingzhang::work {
namespace {

void fail(Examined& examined, const std::string& code, std::uint32_t line, const std::string& detail,
          Language language) {
  examined.result.reset();
  examined.code = code;
  examined.line = line;
  examined.message = unreadable_message(code, detail, language);
}

/// Packs are only read where there is something to score.
check::Result checked(profile::Reading reading, Shelf& shelf, const std::vector<check::Other>& others) {
  const auto& words = shelf.wrong_words();
  const auto* packs = reading.performance.empty() ? nullptr : &shelf.packs();
  return check::check(std::move(reading), others, {packs, &words});
}

/// `at` is the file at work, for whoever has to tell that it failed.
std::unique_ptr<const document::Document> read_all(const Disclosure& disclosure, std::string& at) {
  std::vector<document::Document> documents;
  for (const auto& file : disclosure.files) {
    at = file.string();
    documents.push_back(reader::read(file));
    documents.back().path = at;
  }
  if (documents.size() == 1) return std::make_unique<const document::Document>(std::move(documents.front()));
  return std::make_unique<const document::Document>(document::join(std::move(documents)));
}

}  // namespace

report::Entry Examined::entry() const {
  return {path, result ? &*result : nullptr, code, line, message};
}

Examined examine(const Disclosure& disclosure, Shelf& shelf, const std::string& profile, Language language,
                 const std::vector<check::Other>& others) {
  Examined examined;
  try {
    examined.document = read_all(disclosure, examined.path);
    examined.path = disclosure.name;
    shelf.is_read();
    const auto form = [&](const std::string& id, int year) { return shelf.form(id, year); };
    auto reading = profile::read_document(*examined.document, shelf.recognisers(), form, profile);
    examined.result = checked(std::move(reading), shelf, others);
  } catch (const reader::Unreadable& why) {
    fail(examined, why.code(), why.line(), why.what(), language);
  } catch (const scoring::BadPack& error) {
    throw profile::BadProfile(error.what());
  } catch (const profile::BadProfile&) {
    throw;  // no fault of the file: every other one would fail as well
  } catch (const std::bad_alloc&) {
    fail(examined, "out-of-memory", 0, "", language);
  } catch (const std::exception& error) {
    fail(examined, "internal", 0, error.what(), language);
  } catch (...) {
    fail(examined, "internal", 0, "", language);
  }
  return examined;
}

std::string failure_line(const report::Entry& entry, Language language) {
  const bool english = language == Language::english;
  std::string place = entry.path;
  if (entry.line != 0)
    place += english ? ", line " + std::to_string(entry.line) : " 第 " + std::to_string(entry.line) + " 行";
  return report::printable(place + (english ? ": " : "：") + entry.message) + "\n";
}

bool mostly_unread(const check::Result& result) {
  if (result.reading.recognition.profile.empty()) return true;
  const auto& counts = result.coverage;
  const std::uint64_t read = std::uint64_t{counts.bound} + counts.placed + counts.free_text;
  return read * 2 < counts.numbers;
}

int verdict_of(const report::Entry& entry) {
  if (entry.result == nullptr || mostly_unread(*entry.result)) return exit_unread;
  const auto& findings = entry.result->findings;
  const bool errors = std::any_of(findings.begin(), findings.end(),
                                  [](const auto& finding) { return finding.severity == check::Severity::error; });
  return errors ? exit_errors : exit_clean;
}

}  // namespace mingzhang::work
