#include "report/words.h"

#include <algorithm>
#include <array>

namespace mingzhang::report {
namespace {

struct Entry {
  std::string_view code;
  Words words;
};

constexpr auto reasons = std::to_array<Entry>({
    {"outside", {"不在格式规定的任何章节或报表之内", "outside every section and table of the form"}},
    {"no-profile", {"未能识别公开格式", "the form of the document was not recognised"}},
    {"no-clause", {"没有能读懂这句话的规定语句", "no clause of the form reads this sentence"}},
    {"no-row", {"不是该报表规定的行或栏", "no row or column of this table"}},
    {"performance-table", {"绩效表中没有读懂的部分", "a part of a performance table that was not understood"}},
    {"row-unknown", {"不知道是哪一行的数字", "the row is not known"}},
    {"column-unknown", {"不知道是哪一栏的数字", "the column is not known"}},
    {"columns-unknown", {"栏位已丢失，按勾稽关系不能复原", "its column was lost and the laws do not tell it"}},
    {"columns-open", {"栏位已丢失，有几种同样成立的排法", "its column was lost, and several are equally possible"}},
    {"too-many-numbers", {"一行的数字多于报表的栏数", "more numbers in a row than the table has columns"}},
    {"number-too-large", {"数字过大，不可能是金额或数量", "too large for any amount or count"}},
});

constexpr auto notices = std::to_array<Entry>({
    {"encoding-gb18030", {"文件不是 UTF-8 编码，已按 GB18030 读取", "the file is not UTF-8; it was read as GB18030"}},
    {"control-characters", {"文件中有控制字符，已略去", "control characters were left out"}},
    {"broken-characters", {"网页中有损坏的字符", "the page has broken characters"}},
    {"tracked-changes", {"文件中有修订，按已接受读取", "tracked changes were taken as accepted"}},
    {"hidden-text", {"文件中有隐藏的文字，没有读取", "hidden text was not read"}},
    {"pictures", {"文件中有图片，图片里的文字没有读取", "there are pictures; words in them were not read"}},
    {"embedded-objects",
     {"文件中嵌有其他文件（如 Excel 表），没有读取", "embedded files (a workbook, perhaps) were not read"}},
    {"hidden-sheets", {"工作簿中有隐藏的工作表，没有读取", "a hidden sheet of the workbook was not read"}},
    {"hidden-rows", {"工作表中有隐藏的行，没有读取", "hidden rows were not read"}},
    {"hidden-columns", {"工作表中有隐藏的列，没有读取", "hidden columns were not read"}},
    {"formula-errors", {"工作表中有出错的公式（#REF! 等）", "formulas of the workbook failed (#REF! and the like)"}},
    {"formulas-without-value",
     {"工作表中有未计算的公式，请用 Excel 打开并保存后再检查",
      "formulas were never calculated; open and save the workbook in Excel, then check again"}},
    {"attachment-absent",
     {"网页链接的附件没有一并检查，请另行下载", "the page links to a file that was not checked; download it"}},
    {"converted", {"已由 LibreOffice 转换后读取", "converted by LibreOffice before reading"}},
    {"no-sandbox",
     {"读取时没有系统调用过滤（MINGZHANG_ALLOW_NO_SECCOMP=1）",
      "read without a filter for system calls (MINGZHANG_ALLOW_NO_SECCOMP=1)"}},
});

template <std::size_t N>
std::string look_up(const std::array<Entry, N>& entries, const std::string& code, Language language) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.code == code; });
  return found == entries.end() ? code : std::string(found->words.in(language));
}

}  // namespace

Words severity_words(check::Severity severity) {
  switch (severity) {
    case check::Severity::error:
      return {"错误", "error"};
    case check::Severity::warning:
      return {"警告", "warning"};
    case check::Severity::note:
      break;
  }
  return {"提示", "note"};
}

std::string_view severity_id(check::Severity severity) {
  return severity_words(severity).english;
}

std::string reason_words(const std::string& code, Language language) {
  return look_up(reasons, code, language);
}

std::string notice_words(const std::string& code, Language language) {
  return look_up(notices, code, language);
}

std::string_view kind_words(const std::string& kind, Language language) {
  if (kind == "final") return Words{"决算", "final accounts"}.in(language);
  if (kind == "budget") return Words{"预算", "budget"}.in(language);
  return {};
}

}  // namespace mingzhang::report
