#include "report/overview.h"

#include <fmt/format.h>

#include <string_view>

#include "report/excerpt.h"
#include "report/style.h"

namespace mingzhang::report {

void Overview::add(const Entry& entry) {
  File file{printable(entry.path), "", "", {}};
  file.totals.add(entry);
  all_.add(entry);
  if (entry.result != nullptr) {
    const auto& known = entry.result->reading.recognition;
    file.unit = printable(known.unit);
    if (known.year != 0) file.year = std::to_string(known.year);
  }
  files_.push_back(std::move(file));
}

std::string Overview::text(const TextOptions& options) const {
  const bool english = options.language == Language::english;
  const Style style(options.colour);
  std::string out = english ? "\n  errors  warnings  notes  unread  file, unit, year\n"
                            : "\n    错误      警告   提示  未读出  文件　单位　年度\n";
  for (const auto& [path, unit, year, totals] : files_) {
    if (totals.unreadable > 0) {
      out += style.red(fmt::format("{:>31}  {}", english ? "not read" : "无法读取", path)) + "\n";
      continue;
    }
    out += fmt::format("{:>8}{:>10}{:>7}{:>8}  {}", totals.errors, totals.warnings, totals.notes, totals.unread, path);
    for (const auto& word : {unit, year})
      if (!word.empty()) out += (english ? "  " : "　") + word;
    out += "\n";
  }
  const std::string_view pattern =
      english ? "{} files: {} errors, {} warnings, {} notes; {} numbers unread; {} files unreadable.\n"
              : "共 {} 个文件：错误 {}，警告 {}，提示 {}；未读出的数字 {} 个；无法读取的文件 {} 个。\n";
  return out + "\n" +
         style.bold(fmt::format(fmt::runtime(pattern), all_.files, all_.errors, all_.warnings, all_.notes, all_.unread,
                                all_.unreadable));
}

}  // namespace mingzhang::report
