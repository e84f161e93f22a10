// A small checked document for the tests of reports.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/entry.h"

namespace mingzhang::report {

class Sample {
 public:
  explicit Sample(const std::vector<std::string>& lines) {
    for (const auto& text : lines) {
      document::Line line;
      line.number = ++document_->line_count;
      line.text = text;
      line.fragments = {{0, static_cast<std::uint32_t>(text.size()), 0, 0}};
      document_->lines.push_back(std::move(line));
    }
    result.reading.stream = std::make_shared<const profile::Stream>(*document_);
    result.reading.recognition = {"xinjiang-final", "云岭县医疗保障局", 2023, "final", {}, {}, {}};
  }

  document::Document& document() { return *document_; }

  /// Where `words` stand on a line.
  cube::Place place(std::uint32_t number, std::string_view words) const {
    const auto& line = document_->lines[number - 1];
    const auto at = static_cast<std::uint32_t>(line.text.find(words));
    return profile::place_in_line(line, at, at + static_cast<std::uint32_t>(words.size()));
  }

  check::Finding& add(const std::string& rule, check::Severity severity, const cube::Place& where) {
    check::Finding finding;
    finding.id = rule + ":" + std::to_string(where.line);
    finding.rule = rule;
    finding.severity = severity;
    finding.places = {where};
    finding.stated = finding.words["stated"] = where.quote;
    finding.words["what"] = "本年收入合计";
    result.findings.push_back(std::move(finding));
    return result.findings.back();
  }

  Entry entry() const { return {"样例.txt", &result, {}, 0, {}}; }

  check::Result result;

 private:
  std::unique_ptr<document::Document> document_ = std::make_unique<document::Document>();
};

}  // namespace mingzhang::report
