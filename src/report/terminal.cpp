#include "report/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "check/layout.h"
#include "document/join.h"
#include "report/excerpt.h"
#include "report/lines.h"
#include "report/secrets.h"
#include "report/style.h"
#include "report/words.h"

namespace mingzhang::report {
namespace {

constexpr std::size_t window = 76;       // columns of an original line
constexpr std::size_t number_width = 6;  // columns of line numbers
constexpr std::size_t unread_shown = 5;  // places named of what was not read
constexpr std::size_t places_shown = 5;  // places named of one finding beside the first

class Writer {
 public:
  Writer(const Entry& entry, const check::Rules& rules, const TextOptions& options)
      : entry_(entry),
        result_(*entry.result),
        rules_(rules),
        options_(options),
        style_(options.colour),
        secrets_(result_) {}

  std::string run() {
    head();
    sections();
    summary();
    unread();
    return std::move(out_);
  }

 private:
  bool english() const { return options_.language == Language::english; }
  std::string_view say(std::string_view chinese, std::string_view in_english) const {
    return english() ? in_english : chinese;
  }
  std::string safe(const std::string& text) const { return printable(secrets_.hide(text)); }

  void head() {
    out_ += style_.bold(printable(entry_.path)) + "\n";
    const auto& known = result_.reading.recognition;
    const std::string none(say("未识别", "not recognised"));
    const auto or_none = [&](const std::string& text) { return text.empty() ? none : printable(text); };
    const std::string kind = std::string(level_words(known.level, options_.language)) +
                             std::string(kind_words(known.kind, options_.language));
    out_ += fmt::format(fmt::runtime(say("  单位：{}　年度：{}　类型：{}　格式：{}\n",
                                         "  unit: {}  year: {}  kind: {}  profile: {}\n")),
                        or_none(known.unit), known.year == 0 ? none : std::to_string(known.year), or_none(kind),
                        or_none(known.profile));
    if (known.profile.empty() && !known.nearest.empty())
      out_ += fmt::format(fmt::runtime(say("  最接近的格式是 {0}，可用 --profile {0} 指定\n",
                                           "  the nearest profile is {0}; --profile {0} chooses it\n")),
                          known.nearest);
    const auto& counts = result_.coverage;
    out_ += fmt::format(fmt::runtime(say("  数字 {} 个：参与核对 {}，已定位 {}，文字说明 {}，未读出 {}\n",
                                         "  {} numbers: {} checked, {} placed, {} in free text, {} unread\n")),
                        counts.numbers, counts.bound, counts.placed, counts.free_text, counts.unread);
    for (const auto& notice : result_.reading.stream->document().notices)
      if (!check::is_layout_fault(notice.code)) tell(notice);  // the others are told as findings
    for (const auto& notice : result_.notices) tell(notice);
  }

  void tell(const document::Notice& notice) {
    out_ += "  " + std::string(say("注意：", "notice: ")) + notice_words(notice.code, options_.language);
    if (!notice.detail.empty()) out_ += fmt::format(fmt::runtime(say("（{}）", " ({})")), safe(notice.detail));
    out_ += where(notice.page, notice.line) + "\n";
  }

  /// Sections in the order in which their first finding stands; the findings of one section stay together.
  void sections() {
    std::vector<std::string> titles;
    for (const auto& finding : result_.findings)
      if (std::find(titles.begin(), titles.end(), finding.section) == titles.end()) titles.push_back(finding.section);
    for (const auto& title : titles) {
      out_ += "\n" +
              style_.bold("── " + (title.empty() ? std::string(say("全文", "whole document")) : safe(title)) + " ──") +
              "\n";
      for (const auto& finding : result_.findings)
        if (finding.section == title) tell(finding);
    }
  }

  void tell(const check::Finding& finding) {
    const std::string message = rules_.message(finding, options_.language);
    out_ +=
        "\n" + coloured(finding.severity) + "  " + safe(message) + "  " + style_.dim("[" + finding.rule + "]") + "\n";
    if (!finding.places.empty()) quote(finding.places.front());
    for (const auto& evidence : finding.because) because(evidence, message);
    std::size_t named = 0;
    for (std::size_t index = 1; index < finding.places.size(); ++index)
      if (!is_shown(finding.places[index], finding.places.front()) && !is_named_better(index, finding.places))
        if (++named <= places_shown) see_also(finding.places[index]);
    if (named > places_shown)
      out_ += fmt::format(fmt::runtime(say("       另见其余 {} 处\n", "       and {} more places\n")),
                          named - places_shown);
  }

  /// Another place of the same line quotes these words and more.
  static bool is_named_better(std::size_t index, const std::vector<cube::Place>& places) {
    const auto& place = places[index];
    return std::any_of(places.begin() + 1, places.end(), [&](const cube::Place& other) {
      return other.page == place.page && other.line == place.line && other.quote.size() > place.quote.size() &&
             other.quote.find(place.quote) != std::string::npos;
    });
  }

  std::string coloured(check::Severity severity) const {
    const auto word = severity_words(severity).in(options_.language);
    if (severity == check::Severity::error) return style_.red(word);
    return severity == check::Severity::warning ? style_.yellow(word) : style_.cyan(word);
  }

  /// What the excerpt above already shows need not be named again.
  bool is_shown(const cube::Place& place, const cube::Place& first) const {
    const bool one_line =
        place.document.empty() && place.page == first.page && place.line == first.line && place.last_line == first.line;
    return one_line && place.begin >= shown_from_ && place.end <= shown_to_;
  }

  /// The line of the figure with marks under it; a figure that wraps is shown on its first and its last line.
  void quote(const cube::Place& place) {
    shown_from_ = shown_to_ = 0;
    const auto& document = result_.reading.stream->document();
    const auto* line = find_line(document, place.page, place.line);
    if (line == nullptr) return;
    const auto origin = document::origin_of(document, place.page);
    if (!origin.path.empty() || !origin.sheet.empty())
      out_ +=
          style_.dim(fmt::format("{:>{}} ┌{}", "", number_width, where(place.page, place.line, place.begin))) + "\n";
    const bool wraps = place.last_line != place.line;
    excerpt(*line, place.begin, wraps ? line->text.size() : place.end);
    const auto* last = wraps ? find_line(document, place.page, place.last_line) : nullptr;
    if (last != nullptr) excerpt(*last, 0, place.end);
  }

  void excerpt(const document::Line& line, std::size_t begin, std::size_t end) {
    const auto part = near(line.text, begin, end);
    const auto shown =
        cut_excerpt(secrets_.hide(std::string(part.text)), begin - part.offset, end - part.offset, window);
    shown_from_ = shown.from + part.offset;
    shown_to_ = shown.to + part.offset;
    const auto origin = document::origin_of(result_.reading.stream->document(), line.page);
    const std::string number = origin.page == 0 || !origin.sheet.empty()
                                   ? std::to_string(line.number)
                                   : fmt::format("{}:{}", origin.page, line.number);
    out_ += style_.dim(fmt::format("{:>{}} │ ", number, number_width)) + shown.line + "\n";
    out_ += style_.dim(fmt::format("{:>{}} │ ", "", number_width)) + style_.green(shown.marks) + "\n";
  }

  /// The law, and its calculation unless the message has shown that already.
  void because(const check::Evidence& evidence, std::string_view message) {
    const std::string how =
        !evidence.calculation.empty() ? evidence.calculation : fmt::format("{}", fmt::join(evidence.figures, "  "));
    const bool shown = message.find(how) != std::string_view::npos;
    out_ += fmt::format("       {} {}{}{}\n", say("依据", "because"), safe(rules_.law(evidence.law, options_.language)),
                        shown ? "" : say("：", ": "), shown ? "" : safe(how));
  }

  void see_also(const cube::Place& place) {
    const std::string at = place.document.empty() ? where(place.page, place.line, place.begin)
                                                  : " " + safe(place.document) + at_line(place.page, place.line);
    out_ += fmt::format("       {}{}  {}\n", say("另见", "see also"), at, safe(place.quote));
  }

  /// In the document at hand: its file, if it has several, then sheet and cell, or page and line (0: all of it).
  std::string where(std::uint32_t page, std::uint32_t number, std::uint32_t begin = 0) const {
    const auto& document = result_.reading.stream->document();
    const auto origin = document::origin_of(document, page);
    const std::string file = origin.path.empty() ? "" : " " + safe(origin.path);
    if (origin.sheet.empty()) return file + (number == 0 ? at_page(origin.page) : at_line(origin.page, number));
    const std::string sheet = fmt::format(fmt::runtime(say(" 工作表“{}”", " sheet \"{}\"")), safe(origin.sheet));
    const auto* line = number == 0 ? nullptr : find_line(document, page, number);
    const std::string cell = line == nullptr ? "" : document::cell_of(document, *line, begin);
    if (!cell.empty()) return file + sheet + " " + cell;
    return file + sheet + (number == 0 ? "" : at_line(0, number));
  }

  std::string at_page(std::uint32_t page) const {
    return page == 0 ? "" : fmt::format(fmt::runtime(say(" 第 {} 页", " page {}")), page);
  }

  std::string at_line(std::uint32_t page, std::uint32_t line) const {
    if (page == 0) return fmt::format(fmt::runtime(say(" 第 {} 行", " line {}")), line);
    return fmt::format(fmt::runtime(say(" 第 {} 页第 {} 行", " page {}, line {}")), page, line);
  }

  void summary() {
    Totals totals;
    totals.add(entry_);
    out_ += "\n" + style_.bold(fmt::format(
                       fmt::runtime(say("错误 {}，警告 {}，提示 {}。", "{} errors, {} warnings, {} notes.")),
                       totals.errors, totals.warnings, totals.notes));
    // Only what was read was checked: where something is unread, nobody may take this line for an all-clear.
    const auto& counts = result_.coverage;
    const bool clean = result_.findings.empty() && counts.unread == 0 && !result_.reading.recognition.profile.empty();
    if (clean && counts.numbers > 0)
      out_ += fmt::format(
          fmt::runtime(say("{} 个数字参与核对，未发现问题。", " {} numbers were checked, no problem was found.")),
          counts.bound);
    out_ += "\n";
  }

  void unread() {
    if (result_.reading.recognition.profile.empty())
      out_ +=
          style_.yellow(say(
              "未能识别这份文件的公开格式，没有按格式检查，只核对了句内的增减、占比和表内的合计。如确是预决算公开文件，"
              "请用 --profile 指定格式（mingzhang profiles 列出全部）。",
              "The form of this document was not recognised: it was not checked by any form; only changes and "
              "shares within sentences and sums within tables were. If it is a "
              "published budget or final account, choose its form by --profile (mingzhang profiles lists "
              "them).")) +
          "\n";
    if (result_.coverage.unread == 0) return;
    out_ += style_.yellow(fmt::format(
                fmt::runtime(say("未读出的数字 {} 个，没有检查：", "{} numbers were not read and not checked:")),
                result_.coverage.unread)) +
            "\n";
    const auto& mentions = result_.reading.facts.unread;
    for (std::size_t index = 0; index < std::min(mentions.size(), unread_shown); ++index) {
      const auto& mention = mentions[index];
      out_ += fmt::format(fmt::runtime(say("  {}  {}（{}）\n", "  {}  {} ({})\n")),
                          where(mention.place.page, mention.place.line, mention.place.begin), safe(mention.place.quote),
                          reason_words(mention.why, options_.language));
    }
    if (mentions.size() > unread_shown)
      out_ +=
          fmt::format(fmt::runtime(say("   其余 {} 处见 --format json\n", "   {} more places: see --format json\n")),
                      mentions.size() - unread_shown);
  }

  const Entry& entry_;
  const check::Result& result_;
  const check::Rules& rules_;
  TextOptions options_;
  Style style_;
  Secrets secrets_;
  std::size_t shown_from_ = 0, shown_to_ = 0;  ///< bytes of the line shown last
  std::string out_;
};

}  // namespace

void Totals::add(const Entry& entry) {
  ++files;
  if (entry.result == nullptr) {
    ++unreadable;
    return;
  }
  unread += entry.result->coverage.unread;
  for (const auto& finding : entry.result->findings)
    ++(finding.severity == check::Severity::error     ? errors
       : finding.severity == check::Severity::warning ? warnings
                                                      : notes);
}

std::string check_text(const Entry& entry, const check::Rules& rules, const TextOptions& options) {
  return entry.result == nullptr ? std::string() : Writer(entry, rules, options).run();
}

}  // namespace mingzhang::report
