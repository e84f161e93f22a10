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
    {"columns-unknown",
     {"栏位已丢失，矛盾或可能的组合太多，未能在步数上限内复原",
      "its column was lost, and contradictions or possibilities are too many to find it within the limits"}},
    {"columns-open", {"栏位已丢失，有几种同样成立的排法", "its column was lost, and several are equally possible"}},
    {"too-many-numbers", {"一行的数字多于报表的栏数", "more numbers in a row than the table has columns"}},
    {"number-too-large", {"数字过大，不可能是金额或数量", "too large for any amount or count"}},
});

constexpr auto notices = std::to_array<Entry>({
    {"diagnosis-stopped",
     {"不成立的关系太多，诊断未能在步数上限内完成：其余的逐条列出，同一处错误可能分作几条",
      "too many relations are broken for the diagnosis to end within its limit: what is left is told one by one, and "
      "one "
      "fault may be several"}},
    {"encoding-gb18030", {"文件不是 UTF-8 编码，已按 GB18030 读取", "the file is not UTF-8; it was read as GB18030"}},
    {"control-characters", {"文件中有控制字符，已略去", "control characters were left out"}},
    {"blank-page", {"这一页没有内容", "this page is blank"}},
    {"picture-page", {"这一页只有图像，没有可读的文字", "this page is a picture without text"}},
    {"text-behind-picture",
     {"这一页是图像，文字由别的程序识别而来，可能有误",
      "this page is a picture; its text was recognised by another program"}},
    {"hidden-text", {"有看不见（隐藏）的文字，没有采用", "hidden text was not taken"}},
    {"clipped-text", {"这一页有文字被裁去，看不见，没有采用", "text of this page is cut off, and was not taken"}},
    {"clipped-repeated",
     {"这一页的文字在页边被裁断，并在相邻一页重复，只取一次",
      "text of this page is cut off at its edge and repeated on the next; it was taken once"}},
    {"text-off-page", {"这一页的文字超出纸张，没有采用", "text of this page runs out of the paper, and was not taken"}},
    {"slanted-text",
     {"这一页有斜排的文字（水印），没有采用", "this page has slanted text (a watermark), which was not taken"}},
    {"unmapped-font",
     {"这一页有的字体没有文字编码，其文字读不出",
      "a font of this page does not say what its characters are: they were not read"}},
    {"page-too-full",
     {"这一页内容过多，没有读完", "this page has more on it than the limit, and was not read to its end"}},
    {"broken-characters", {"网页中有损坏的字符", "the page has broken characters"}},
    {"tracked-changes", {"文件中有修订，按已接受读取", "tracked changes were taken as accepted"}},
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

std::string_view level_words(const std::string& level, Language language) {
  if (level == "department") return Words{"部门", "department's "}.in(language);
  if (level == "unit") return Words{"单位", "unit's "}.in(language);
  return {};
}

}  // namespace mingzhang::report
