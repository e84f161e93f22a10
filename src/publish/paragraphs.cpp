#include "publish/paragraphs.h"

#include <string_view>

#include "profile/pattern.h"
#include "profile/stream.h"
#include "text/normal.h"

namespace mingzhang::publish {
namespace {

bool ends_paragraph(std::string_view words) {
  for (const std::string_view mark : {"。", "；", "：", ":", ";", "！", "》"})
    if (words.ends_with(mark)) return true;
  return false;
}

std::string without_emphasis(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words.substr(at, 2) == "**") {
      ++at;
      continue;
    }
    out += words[at];
  }
  return out;
}

}  // namespace

std::string paragraphs_of(const document::Document& document, std::uint32_t heading_line, std::uint32_t last_line) {
  std::string out;
  bool open = false;  // the paragraph before goes on
  for (std::uint32_t index = heading_line + 1; index <= last_line && index < document.lines.size(); ++index) {
    const auto& line = document.lines[index];
    if (line.tabs > 0 || profile::is_page_number(line.text)) continue;
    std::string words = without_emphasis(line.text);
    const auto begin = words.find_first_not_of(" \t");
    if (begin == std::string::npos) continue;
    words = words.substr(begin, words.find_last_not_of(" \t") - begin + 1);
    const bool starts = profile::ordinal_length(text::normal_text(words)) > 0 || words.starts_with("第");
    if (!out.empty() && (!open || starts)) out += '\n';
    out += words;
    open = !ends_paragraph(words);
  }
  return out;
}

std::string entries_apart(std::string words) {
  constexpr std::string_view full_stop = "。", end_bracket = "）";
  for (auto at = words.find("。（"); at != std::string::npos; at = words.find("。（", at + full_stop.size())) {
    const auto begin = at + full_stop.size();
    const auto end = words.find(end_bracket, begin);
    if (end == std::string::npos) break;
    const std::string mark = words.substr(begin, end + end_bracket.size() - begin);
    if (profile::ordinal_length(text::normal_text(mark)) > 0) words.insert(begin, 1, '\n');
  }
  return words;
}

}  // namespace mingzhang::publish
