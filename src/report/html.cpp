#include "report/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/layout.h"
#include "report/html_document.h"
#include "report/html_list.h"
#include "report/html_marks.h"
#include "report/html_text.h"
#include "report/page.h"
#include "report/secrets.h"
#include "report/terminal.h"
#include "report/words.h"

namespace mingzhang::report {
namespace {

class Writer {
 public:
  Writer(const std::vector<Entry>& entries, const std::vector<Pictures>& pictures, const check::Rules& rules,
         Language language)
      : entries_(entries), pictures_(pictures), rules_(rules), language_(language) {}

  std::string run() {
    for (const auto& entry : entries_) totals_.add(entry);
    for (std::size_t index = 0; index < entries_.size(); ++index) file(index);
    std::string out = head() + top();
    out += "<nav id=\"side\" aria-label=\"" + say("问题", "findings") + "\">" + filter() + list_ + "</nav>\n";
    out += "<main id=\"paper\">" + (entries_.size() > 1 ? summary() : std::string()) + documents_ + "</main>\n";
    out += "<script>";
    out += page_script.text;
    return out + "</script>\n</body></html>\n";
  }

 private:
  std::string say(std::string_view chinese, std::string_view english) const {
    return std::string(Words{chinese, english}.in(language_));
  }

  /// List and document of one file: the marks need both.
  void file(std::size_t index) {
    const auto& entry = entries_[index];
    const auto number = static_cast<std::uint32_t>(index + 1);
    if (entry.result == nullptr) {
      list_ += "<section class=\"failure\"><h2>" + escaped(entry.path) + "</h2><p class=\"clear\">" +
               escaped(entry.message) + "</p></section>\n";
      return;
    }
    static const Pictures none;
    const Secrets secrets(*entry.result);
    std::vector<std::string> messages;
    for (const auto& finding : entry.result->findings)
      messages.push_back(secrets.hide(rules_.message(finding, language_)));
    for (const auto& finding : entry.result->findings) ++rules_seen_[finding.rule];
    list_ += "<section class=\"group\"><h2>" + escaped(entry.path) + "</h2>" +
             list_html(entry, messages, rules_, secrets, {number, next_, language_}) + "</section>\n";
    const auto& document = entry.result->reading.stream->document();
    Marks marks(*entry.result, number, next_, messages, language_);
    documents_ +=
        "<article class=\"document\" id=\"d" + std::to_string(number) + "\">" + about(entry) +
        document_html(document, marks, secrets, index < pictures_.size() ? pictures_[index] : none, language_) +
        "</article>\n";
    next_ += static_cast<std::uint32_t>(messages.size());
  }

  std::string head() const {
    return "<!doctype html>\n<html lang=\"" + say("zh-CN", "en") +
           "\"><head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
           "'none'; "
           "img-src data:; style-src '" +
           std::string(page_style.digest) + "'; script-src '" + std::string(page_script.digest) +
           "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
           title() + "</title>\n<style>" + std::string(page_style.text) + "</style></head>\n<body>\n";
  }

  std::string title() const {
    std::string title = say("明账检查报告", "Mingzhang report");
    if (entries_.size() == 1) title += " · " + escaped(entries_.front().path);
    return title;
  }

  std::string top() const {
    std::string out =
        "<header class=\"top\"><h1>" + say("明账检查报告", "Mingzhang report") + "</h1><ul class=\"counts\">";
    const auto chip = [&](const char* look, std::string_view name, std::uint32_t count) {
      out += fmt::format("<li class=\"{}\">{} {}</li>", look, name, count);
    };
    if (entries_.size() > 1) chip("see", say("文件", "files"), totals_.files);
    chip("error", say("错误", "errors"), totals_.errors);
    chip("warning", say("警告", "warnings"), totals_.warnings);
    chip("note", say("提示", "notes"), totals_.notes);
    chip("unread", say("未读出的数字", "numbers unread"), totals_.unread);
    if (totals_.unreadable > 0) chip("error", say("无法读取的文件", "files unreadable"), totals_.unreadable);
    return out + "</ul><p class=\"keys\" hidden><kbd>j</kbd> <kbd>k</kbd> " + say("下一条、上一条", "next, previous") +
           "　<kbd>/</kbd> " + say("查找", "search") + "　<kbd>1</kbd><kbd>2</kbd><kbd>3</kbd> " +
           say("按程度", "by severity") + "　<kbd>Esc</kbd> " + say("全部", "all") + "</p></header>\n";
  }

  /// Of no use without the script, which takes `hidden` away.
  std::string filter() const {
    std::string out = "<div id=\"filter\" role=\"search\" hidden><div>";
    for (const auto severity : {check::Severity::error, check::Severity::warning, check::Severity::note})
      out += "<label><input type=\"checkbox\" value=\"" + std::string(severity_id(severity)) + "\" checked>" +
             std::string(severity_words(severity).in(language_)) + "</label>";
    out += "<output id=\"shown\"></output></div><div><select id=\"rule\" aria-label=\"" + say("规则", "rule") +
           "\"><option value=\"\">" + say("全部规则", "all rules") + "</option>";
    for (const auto& [id, count] : rules_seen_) {
      const auto* rule = rules_.find(id);
      const std::string& name = rule == nullptr ? id : language_ == Language::english ? rule->title_en : rule->title;
      out += "<option value=\"" + escaped(id) + "\">" + escaped(name) + " (" + std::to_string(count) + ")</option>";
    }
    out += "</select><input type=\"search\" id=\"words\" aria-label=\"" + say("查找", "search") + "\" placeholder=\"" +
           say("查找文字、数字", "words, figures") + "\"></div>";
    if (entries_.size() > 1) out += "<div>" + files_to_choose() + "</div>";
    return out + "</div>\n";
  }

  std::string files_to_choose() const {
    std::string out = "<select id=\"file\" aria-label=\"" + say("文件", "file") + "\"><option value=\"\">" +
                      say("全部文件", "all files") + "</option>";
    for (std::size_t index = 0; index < entries_.size(); ++index)
      if (entries_[index].result != nullptr)
        out += fmt::format("<option value=\"{}\">{}</option>", index + 1, escaped(entries_[index].path));
    return out + "</select>";
  }

  /// One row a file, those that could not be read among them.
  std::string summary() const {
    std::string out = "<table class=\"files\"><tr>";
    for (const auto& name : {say("单位", "unit"), say("年度", "year"), say("类型", "kind"), say("文件", "file"),
                             say("参与核对", "checked"), say("未读出", "unread"), say("错误", "errors"),
                             say("警告", "warnings"), say("提示", "notes")})
      out += "<th>" + name + "</th>";
    out += "</tr>\n";
    for (std::size_t index = 0; index < entries_.size(); ++index) out += summary_row(entries_[index], index + 1);
    return out + "</table>\n";
  }

  std::string summary_row(const Entry& entry, std::size_t number) const {
    if (entry.result == nullptr)
      return "<tr class=\"failed\"><td colspan=\"3\">" + say("无法读取：", "could not be read: ") +
             escaped(entry.message) + "</td><td>" + escaped(entry.path) +
             "</td><td></td><td></td><td></td><td></td><td></td></tr>\n";
    const auto& known = entry.result->reading.recognition;
    Totals totals;
    totals.add(entry);
    std::string out = "<tr><td>" + escaped(known.unit) + "</td><td>" +
                      (known.year == 0 ? "" : std::to_string(known.year)) + "</td><td>" +
                      std::string(kind_words(known.kind, language_)) + "</td><td><a href=\"#d" +
                      std::to_string(number) + "\">" + escaped(entry.path) + "</a></td>";
    const auto& counts = entry.result->coverage;
    for (const auto count : {counts.bound, counts.unread, totals.errors, totals.warnings, totals.notes})
      out += "<td class=\"r\">" + std::to_string(count) + "</td>";
    return out + "</tr>\n";
  }

  std::string about(const Entry& entry) const {
    const auto& known = entry.result->reading.recognition;
    const auto& counts = entry.result->coverage;
    const std::string none = say("未识别", "not recognised");
    const auto or_none = [&](const std::string& words) { return words.empty() ? none : escaped(words); };
    std::string out = "<header><h2>" + escaped(entry.path) + "</h2><p>";
    out += fmt::format(
        fmt::runtime(say("单位：{}　年度：{}　类型：{}　格式：{}", "unit: {} · year: {} · kind: {} · profile: {}")),
        or_none(known.unit), known.year == 0 ? none : std::to_string(known.year),
        or_none(std::string(kind_words(known.kind, language_))), or_none(known.profile));
    out += "</p><p>" +
           fmt::format(fmt::runtime(say("数字 {} 个：参与核对 {}，已定位 {}，文字说明 {}，未读出 {}",
                                        "{} numbers: {} checked, {} placed, {} in free text, {} unread")),
                       counts.numbers, counts.bound, counts.placed, counts.free_text, counts.unread) +
           "</p>";
    if (known.profile.empty())
      out +=
          "<p class=\"warn\">" +
          say("未能识别这份文件的公开格式，没有按格式检查。", "The form was not recognised: not checked by any form.") +
          "</p>";
    const auto tell = [&](const document::Notice& notice) {
      out += "<p>" + say("注意：", "notice: ") + escaped(notice_words(notice.code, language_)) + "</p>";
    };
    for (const auto& notice : entry.result->reading.stream->document().notices)
      if (!check::is_layout_fault(notice.code)) tell(notice);
    for (const auto& notice : entry.result->notices) tell(notice);
    return out + "</header>\n";
  }

  const std::vector<Entry>& entries_;
  const std::vector<Pictures>& pictures_;
  const check::Rules& rules_;
  Language language_;
  Totals totals_;
  std::map<std::string, std::uint32_t> rules_seen_;
  std::uint32_t next_ = 1;
  std::string list_, documents_;
};

}  // namespace

std::string check_html(const std::vector<Entry>& entries, const std::vector<Pictures>& pictures,
                       const check::Rules& rules, Language language) {
  return Writer(entries, pictures, rules, language).run();
}

}  // namespace mingzhang::report
