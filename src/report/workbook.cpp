#include "report/workbook.h"

#include <algorithm>
#include <iterator>

#include "report/excerpt.h"
#include "report/places.h"
#include "report/secrets.h"
#include "report/terminal.h"
#include "report/words.h"
#include "text/utf8.h"

namespace mingzhang::report {
namespace {

using document::Sheet;
using document::SheetCell;

constexpr std::size_t longest_text = 4000;  // characters of a cell; the format has 32,767

struct Column {
  Words title;
  std::uint32_t width;
};

/// Fills a sheet row by row, from left to right.
class Table {
 public:
  template <typename Columns>
  Table(const Words& name, const Columns& columns, Language language) {
    sheet_.name = name.in(language);
    sheet_.header_rows = 1;
    sheet_.columns = static_cast<std::uint32_t>(std::size(columns));
    sheet_.filter = true;
    for (const Column& column : columns) {
      SheetCell& cell = next();
      cell.text = column.title.in(language);
      cell.header = true;
      sheet_.widths.push_back(column.width);
    }
  }

  void text(const std::string& words, SheetCell::Tone tone = SheetCell::Tone::plain) {
    SheetCell& cell = next();
    cell.text = text::prefix(safe(words), longest_text);
    cell.tone = tone;
  }
  /// 0 stands for "none" unless `zero` is a count.
  void number(std::uint32_t value, bool zero = false) {
    SheetCell& cell = next();
    if (value == 0 && !zero) return;
    cell.text = std::to_string(value);
    cell.is_number = true;
    cell.decimals = 0;
  }
  void skip(std::uint32_t count) { at_ += count; }

  Sheet take() { return std::move(sheet_); }

 private:
  /// Our own line breaks are the only control characters that stay.
  static std::string safe(const std::string& words) {
    std::string out;
    for (std::size_t begin = 0; begin <= words.size();) {
      const std::size_t end = std::min(words.find('\n', begin), words.size());
      out += (begin == 0 ? "" : "\n") + printable(std::string_view(words).substr(begin, end - begin));
      begin = end + 1;
    }
    return out;
  }

  SheetCell& next() {
    SheetCell cell;
    cell.row = at_ / sheet_.columns;
    cell.column = at_++ % sheet_.columns;
    sheet_.cells.push_back(std::move(cell));
    return sheet_.cells.back();
  }

  Sheet sheet_;
  std::uint32_t at_ = 0;
};

constexpr Column of_summary[] = {{{"文件", "file"}, 36},          {{"单位", "unit"}, 28},
                                 {{"年度", "year"}, 8},           {{"类型", "kind"}, 10},
                                 {{"格式", "profile"}, 18},       {{"数字个数", "numbers"}, 10},
                                 {{"参与核对", "checked"}, 10},   {{"已定位", "placed"}, 10},
                                 {{"文字说明", "free text"}, 10}, {{"未读出", "unread"}, 10},
                                 {{"错误", "errors"}, 8},         {{"警告", "warnings"}, 8},
                                 {{"提示", "notes"}, 8},          {{"无法读取的原因", "why it could not be read"}, 44}};

constexpr Column of_findings[] = {{{"序号", "no."}, 7},          {{"文件", "file"}, 24},
                                  {{"单位", "unit"}, 22},        {{"年度", "year"}, 8},
                                  {{"程度", "severity"}, 8},     {{"规则", "rule"}, 20},
                                  {{"规则编号", "rule id"}, 18}, {{"章节或报表", "section or table"}, 26},
                                  {{"页", "page"}, 6},           {{"行号", "line"}, 8},
                                  {{"工作表", "sheet"}, 16},     {{"单元格", "cell"}, 9},
                                  {{"表中的行", "row"}, 20},     {{"表中的栏", "column"}, 20},
                                  {{"原文", "quote"}, 36},       {{"写为", "stated"}, 16},
                                  {{"应为", "expected"}, 16},    {{"问题", "message"}, 60},
                                  {{"计算", "calculation"}, 50}};

constexpr Column of_unread[] = {{{"文件", "file"}, 24},        {{"页", "page"}, 6},       {{"行号", "line"}, 8},
                                {{"工作表", "sheet"}, 16},     {{"原文", "quote"}, 60},   {{"数字个数", "numbers"}, 10},
                                {{"未读出的原因", "why"}, 44}, {{"原因编号", "code"}, 20}};

SheetCell::Tone tone_of(check::Severity severity) {
  switch (severity) {
    case check::Severity::error:
      return SheetCell::Tone::bad;
    case check::Severity::warning:
      return SheetCell::Tone::doubtful;
    case check::Severity::note:
      break;
  }
  return SheetCell::Tone::plain;
}

void summarise(const Entry& entry, Language language, Table& table) {
  table.text(entry.path);
  if (entry.result == nullptr) {
    table.skip(static_cast<std::uint32_t>(std::size(of_summary)) - 2);
    table.text(entry.message, SheetCell::Tone::bad);
    return;
  }
  const auto& known = entry.result->reading.recognition;
  table.text(known.unit);
  table.text(known.year == 0 ? "" : std::to_string(known.year));
  table.text(std::string(kind_words(known.kind, language)));
  table.text(known.profile);
  const auto& counts = entry.result->coverage;
  for (const auto count : {counts.numbers, counts.bound, counts.placed, counts.free_text, counts.unread})
    table.number(count, true);
  Totals totals;
  totals.add(entry);
  for (const auto count : {totals.errors, totals.warnings, totals.notes}) table.number(count, true);
  table.text(known.profile.empty() ? reason_words("no-profile", language) : "");
}

class FindingRows {
 public:
  FindingRows(const check::Rules& rules, Language language, Table& table)
      : rules_(rules), language_(language), table_(table) {}

  void add(const Entry& entry) {
    const Secrets secrets(*entry.result);
    for (const auto& finding : entry.result->findings) row(entry, finding, secrets);
  }

 private:
  void row(const Entry& entry, const check::Finding& finding, const Secrets& secrets) {
    static const cube::Place nowhere;
    const auto& document = entry.result->reading.stream->document();
    const auto& known = entry.result->reading.recognition;
    const auto& place = finding.places.empty() ? nowhere : finding.places.front();
    const auto* rule = rules_.find(finding.rule);
    const bool workbook = is_workbook(document);
    table_.number(++count_);
    table_.text(entry.path);
    table_.text(known.unit);
    table_.text(known.year == 0 ? "" : std::to_string(known.year));
    table_.text(std::string(severity_words(finding.severity).in(language_)), tone_of(finding.severity));
    table_.text(rule == nullptr ? "" : language_ == Language::english ? rule->title_en : rule->title);
    table_.text(finding.rule);
    table_.text(finding.section);
    table_.number(workbook ? 0 : place.page);
    table_.number(place.line);
    table_.text(sheet_name(place, document));
    table_.text(cell_reference(place, document));
    table_.text(place.row);
    table_.text(place.column);
    for (const auto* words : {&place.quote, &finding.stated, &finding.expected}) table_.text(secrets.hide(*words));
    table_.text(secrets.hide(rules_.message(finding, language_)));
    table_.text(secrets.hide(calculations(finding)));
  }

  /// Every law that speaks for the finding, one a line.
  std::string calculations(const check::Finding& finding) const {
    std::string all;
    for (const auto& evidence : finding.because)
      all += (all.empty() ? "" : "\n") + rules_.law(evidence.law, language_) +
             (evidence.calculation.empty() ? "" : "：" + evidence.calculation);
    return all;
  }

  const check::Rules& rules_;
  Language language_;
  Table& table_;
  std::uint32_t count_ = 0;
};

void list_unread(const Entry& entry, Language language, Table& table) {
  const Secrets secrets(*entry.result);
  const auto& document = entry.result->reading.stream->document();
  for (const auto& mention : entry.result->reading.facts.unread) {
    table.text(entry.path);
    table.number(is_workbook(document) ? 0 : mention.place.page);
    table.number(mention.place.line);
    table.text(sheet_name(mention.place, document));
    table.text(secrets.hide(mention.place.quote));
    table.number(mention.numbers);
    table.text(reason_words(mention.why, language));
    table.text(mention.why);
  }
}

}  // namespace

struct CheckSheets::Tables {
  Language language;
  Table summary{{"汇总", "summary"}, of_summary, language};
  Table findings{{"问题", "findings"}, of_findings, language};
  Table unread{{"未读出", "unread"}, of_unread, language};
  FindingRows rows;

  Tables(const check::Rules& rules, Language spoken) : language(spoken), rows(rules, spoken, findings) {}
};

CheckSheets::CheckSheets(const check::Rules& rules, Language language)
    : tables_(std::make_unique<Tables>(rules, language)) {}

CheckSheets::~CheckSheets() = default;

void CheckSheets::add(const Entry& entry) {
  summarise(entry, tables_->language, tables_->summary);
  if (entry.result == nullptr) return;
  tables_->rows.add(entry);
  list_unread(entry, tables_->language, tables_->unread);
}

std::vector<Sheet> CheckSheets::take() {
  return {tables_->summary.take(), tables_->findings.take(), tables_->unread.take()};
}

}  // namespace mingzhang::report
