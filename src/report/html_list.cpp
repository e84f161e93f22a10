#include "report/html_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/html_text.h"
#include "report/places.h"
#include "report/words.h"

namespace mingzhang::report {
namespace {

constexpr std::size_t most_unread = 500;  // places named of one file

class Writer {
 public:
  Writer(const Entry& entry, const std::vector<std::string>& messages, const check::Rules& rules,
         const Secrets& secrets, const ListOptions& options)
      : result_(*entry.result),
        document_(result_.reading.stream->document()),
        messages_(messages),
        rules_(rules),
        secrets_(secrets),
        options_(options) {}

  std::string run() {
    out_ = "<ol>\n";
    for (std::size_t index = 0; index < result_.findings.size(); ++index) finding(index);
    out_ += "</ol>\n";
    if (result_.findings.empty()) none();
    unread();
    return std::move(out_);
  }

 private:
  std::string say(std::string_view chinese, std::string_view english) const {
    return std::string(Words{chinese, english}.in(options_.language));
  }
  std::string safe(const std::string& words) const { return escaped(secrets_.hide(words)); }

  void finding(std::size_t index) {
    const auto& finding = result_.findings[index];
    const std::string number = std::to_string(options_.first + index);
    const std::string severity(severity_id(finding.severity));
    const auto* rule = rules_.find(finding.rule);
    const bool english = options_.language == Language::english;
    out_ += "<li class=\"finding " + severity + "\" id=\"f" + number + "\" tabindex=\"-1\" data-severity=\"" +
            severity + "\" data-rule=\"" + escaped(finding.rule) + "\" data-file=\"" + std::to_string(options_.file) +
            "\">";
    out_ += "<p class=\"head\"><span class=\"tick\"></span><span>" + number + "</span><b>" +
            std::string(severity_words(finding.severity).in(options_.language)) + "</b><span title=\"" +
            escaped(finding.rule) + "\">" +
            (rule == nullptr ? escaped(finding.rule) : escaped(english ? rule->title_en : rule->title)) + "</span>" +
            link(finding, number) + "</p><p>" + escaped(messages_[index]) + "</p>";
    if (!finding.stated.empty() && !finding.expected.empty() && finding.stated != finding.expected)
      out_ += "<p class=\"figures\"><del>" + safe(finding.stated) + "</del> → <ins>" + safe(finding.expected) +
              "</ins></p>";
    reasons(finding, number);
    out_ += "</li>\n";
  }

  /// To the place to mend; a finding of the whole document leads nowhere.
  std::string link(const check::Finding& finding, const std::string& number) const {
    if (finding.places.empty()) return {};
    const auto words = place_words(finding.places.front(), document_, options_.language);
    return words.empty() ? std::string() : "<a href=\"#m" + number + "\">" + escaped(words) + "</a>";
  }

  void reasons(const check::Finding& finding, const std::string& number) {
    std::string items;
    if (!finding.section.empty())
      items += "<li>" + say("位于 ", "in ") + safe(finding.section) + cell_of(finding) + "</li>";
    for (const auto& evidence : finding.because)
      items += "<li>" + say("依据 ", "because ") + safe(rules_.law(evidence.law, options_.language)) +
               (evidence.calculation.empty() ? "" : say("：", ": ") + safe(evidence.calculation)) + "</li>";
    for (std::size_t index = 1; index < finding.places.size(); ++index) {
      const auto& place = finding.places[index];
      const std::string where = escaped(place_words(place, document_, options_.language));
      items += "<li>" + say("另见 ", "see ");
      items += place.document.empty()
                   ? "<a href=\"#m" + number + "-" + std::to_string(index + 1) + "\">" + where + "</a>"
                   : safe(place.document) + " " + where;
      items += " " + safe(place.quote) + "</li>";
    }
    if (!items.empty()) out_ += "<ul>" + items + "</ul>";
  }

  std::string cell_of(const check::Finding& finding) const {
    if (finding.places.empty()) return {};
    const auto& place = finding.places.front();
    std::string cell;
    if (!place.row.empty()) cell += say("，行 ", ", row ") + safe(place.row);
    if (!place.column.empty()) cell += say("，栏 ", ", column ") + safe(place.column);
    return cell;
  }

  /// Only what was read was checked: where something is unread, nobody may take this for an all-clear.
  void none() {
    const auto& counts = result_.coverage;
    const bool clear = counts.unread == 0 && counts.numbers > 0 && !result_.reading.recognition.profile.empty();
    out_ += "<p class=\"clear\">" +
            (clear ? fmt::format(fmt::runtime(say("{} 个数字参与核对，未发现问题。",
                                                  "{} numbers were checked, no problem was found.")),
                                 counts.bound)
                   : say("在读出的部分没有发现问题；见下面没有检查的部分。",
                         "Nothing was found in what was read; see below what was not checked.")) +
            "</p>";
  }

  void unread() {
    const auto& mentions = result_.reading.facts.unread;
    if (mentions.empty()) return;
    out_ += "<details><summary>" +
            fmt::format(fmt::runtime(say("未读出、没有检查的数字 {} 个", "{} numbers not read and not checked")),
                        result_.coverage.unread) +
            "</summary><ol>";
    for (std::size_t index = 0; index < std::min(mentions.size(), most_unread); ++index) {
      const auto& mention = mentions[index];
      const std::string id = std::to_string(options_.file) + "-" + std::to_string(index + 1);
      out_ += "<li id=\"v" + id + "\"><a href=\"#u" + id + "\">" +
              escaped(place_words(mention.place, document_, options_.language)) + "</a> " + safe(mention.place.quote) +
              " (" + escaped(reason_words(mention.why, options_.language)) + ")</li>\n";
    }
    out_ += "</ol>";
    if (mentions.size() > most_unread)
      out_ += "<p>" +
              fmt::format(fmt::runtime(say("其余 {} 处见 --format json", "{} more places: see --format json")),
                          mentions.size() - most_unread) +
              "</p>";
    out_ += "</details>\n";
  }

  const check::Result& result_;
  const document::Document& document_;
  const std::vector<std::string>& messages_;
  const check::Rules& rules_;
  const Secrets& secrets_;
  const ListOptions& options_;
  std::string out_;
};

}  // namespace

std::string list_html(const Entry& entry, const std::vector<std::string>& messages, const check::Rules& rules,
                      const Secrets& secrets, const ListOptions& options) {
  return Writer(entry, messages, rules, secrets, options).run();
}

}  // namespace mingzhang::report
