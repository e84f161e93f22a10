// Documents of the small form, checked.
#pragma once

#include <string>
#include <vector>

#include "check/check.h"
#include "check/parts.h"
#include "support/small_form.h"

namespace mingzhang::check {

inline const std::string title = "云岭县医疗保障局2023年度样例决算公开\n";
inline const std::string spent_head =
    "支出决算表\n金额单位：万元\n科目代码\t科目名称\t合计\t基本支出\t项目支出\n栏次\t\t1\t2\t3\n";

class Checked : public testing::Test {
 protected:
  using Words = std::vector<std::string>;

  /// Checks `text` under the title; the result refers to the document, and both stay until the next one.
  const Result& checked(const std::string& text) {
    read_ = support::read(title + text, data.files());
    result_ = check(std::move(read_.reading));
    return result_;
  }

  /// "error growth 9.00 -> 10.00" for every finding but those of the form's obligations.
  /// Without what the short texts of tests lack: sections, and the numbers between their headings.
  Words found(const std::string& text) {
    Words out;
    for (const auto& finding : checked(text).findings)
      if (finding.rule.rfind("missing-", 0) != 0 && finding.rule != "numbering") out.push_back(line_of(finding));
    return out;
  }

  static std::string line_of(const Finding& finding) {
    static const char* const severities[] = {"error", "warning", "note"};
    std::string line = severities[static_cast<std::size_t>(finding.severity)];
    line += " " + finding.rule;
    if (!finding.stated.empty()) line += " " + finding.stated;
    if (!finding.expected.empty()) line += " -> " + finding.expected;
    return line;
  }

  const Finding* of_rule(const std::string& rule) const {
    for (const auto& finding : result_.findings)
      if (finding.rule == rule) return &finding;
    return nullptr;
  }

  support::SmallForm data;
  support::ReadDocument read_;
  Result result_;
};

}  // namespace mingzhang::check
