#include "work/unreadable.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace mingzhang::work {
namespace {

struct Reason {
  std::string_view code;
  std::string_view chinese, english;
  bool with_detail;
};

constexpr auto reasons = std::to_array<Reason>({
    {"missing", "没有这个文件。请核对文件名和所在文件夹。", "there is no such file; check its name and folder", false},
    {"is-folder", "文件夹里没有能读取的文件。", "there is no file in this folder that can be read", false},
    {"no-permission", "没有读取这个文件的权限。请向文件的所有者申请，或复制一份再检查。",
     "there is no permission to read this file; ask its owner, or check a copy", false},
    {"empty", "文件是空的。请确认导出或复制是否完整。", "the file is empty; was it exported or copied completely?",
     false},
    {"too-large", "文件太大，超过读取上限。请只保留公开说明和报表后再检查。",
     "the file is larger than the limit; keep only the disclosure itself", true},
    {"needs-libreoffice",
     "这种格式（.doc、.wps、.et、.ods、.odt、.rtf 等）须由 LibreOffice 转换，而本机没有装。请安装 "
     "LibreOffice，或另存为 "
     ".docx、.xlsx 后再检查。",
     "this format (.doc, .wps, .et, .ods, .odt, .rtf ...) is read through LibreOffice, which is not installed; install "
     "it, "
     "or save the file as .docx or .xlsx",
     false},
    {"conversion-failed", "LibreOffice 未能转换这个文件。请另存为 .docx、.xlsx 后再检查。",
     "LibreOffice could not convert the file; save it as .docx or .xlsx", true},
    {"binary", "文件不是文本。请从原软件另存为纯文本（.txt）后再检查。",
     "the file is no text; save it as plain text (.txt) from the program that made it", true},
    {"encoding", "文字编码无法识别。请另存为 UTF-8 编码的纯文本。",
     "the encoding is not known; save the file as plain text in UTF-8", true},
    {"line-too-long", "这一行太长，不像是公开文件。请检查导出时是否丢失了换行。",
     "this line is too long for a disclosure; were line breaks lost when it was exported?", true},
    {"too-many-lines", "行数或单元格数超过读取上限。请只保留需要的部分，或分成几个文件。",
     "the file has more lines or cells than the limit; keep only what is needed, or split it", true},
    {"no-file", "这是管道或设备，不是文件。请先把内容存成文件。",
     "this is a pipe or a device; save what it gives as a file", false},
    {"unsupported", "不能读取这种格式。请另存为 .docx、.xlsx 或纯文本（.txt，表格用制表符分隔）后再检查。",
     "this format cannot be read; save it as .docx, .xlsx, or plain text (.txt, tables separated by tabs)", true},
    {"crashed", "读取时读取进程异常退出，文件可能已损坏。请重新导出；如再次出现，请把文件反馈给开发者。",
     "the reader process failed on this file, which may be damaged; export it again, and report it if it happens again",
     true},
    {"timed-out", "读取超时，已放弃。请确认文件没有损坏，或拆分后再检查。",
     "reading took too long and was given up; is the file damaged? otherwise split it", true},
    {"out-of-memory", "读取所需内存超过上限，已放弃。请拆分文件后再检查。",
     "reading needs more memory than the limit and was given up; split the file", true},
    {"bad-message", "读取结果不完整，没有采用。请重试；如再次出现，请把文件反馈给开发者。",
     "what the reader process sent is not whole and was not used; try again, and report the file if it happens again",
     true},
    {"no-reader", "找不到读取程序 mingzhang-reader。请重新安装，使它与 mingzhang 在同一文件夹。",
     "the program mingzhang-reader is not there; install it again, in the folder of mingzhang", true},
    {"no-sandbox",
     "系统没有 seccomp，无法隔离读取，没有读取。请换用有 seccomp 的系统；确认可信的，可设 "
     "MINGZHANG_ALLOW_NO_SECCOMP=1。",
     "without seccomp the reader cannot be walled in; use a system that has it, or for files that you trust set "
     "MINGZHANG_ALLOW_NO_SECCOMP=1",
     false},
    {"scanned", "页面是扫描图像，没有可读的文字。请换用由办公软件直接导出的文件，或先做文字识别（OCR）。",
     "scanned, needs OCR: its pages are pictures without text; get the file that the office program exported, or run "
     "text recognition first",
     true},
    {"encrypted", "文件设有打开密码。请先在原软件中去掉密码再检查。",
     "the file opens only with a password; remove it in the program that made it", false},
    {"damaged", "文件已损坏，无法读取。请重新导出或重新下载。", "the file is damaged; export or download it again",
     true},
    {"too-many-pages", "页数超过读取上限。请只保留公开说明和报表后再检查。",
     "the file has more pages than the limit; keep only the disclosure itself", true},
    {"internal", "检查这个文件时程序内部出错。请把文件和所用命令反馈给开发者。",
     "the program failed on this file; please report the file and the command", true},
});

}  // namespace

std::string unreadable_message(const std::string& code, const std::string& detail, Language language) {
  const bool english = language == Language::english;
  const auto found =
      std::find_if(reasons.begin(), reasons.end(), [&](const Reason& reason) { return reason.code == code; });
  if (found == reasons.end()) return code + ": " + detail;
  std::string message(english ? found->english : found->chinese);
  if (found->with_detail && !detail.empty()) message += english ? " (" + detail + ")" : "（" + detail + "）";
  return message;
}

std::vector<std::string> unreadable_codes() {
  std::vector<std::string> codes;
  codes.reserve(reasons.size());
  for (const auto& reason : reasons) codes.emplace_back(reason.code);
  return codes;
}

}  // namespace mingzhang::work
