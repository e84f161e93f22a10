#include "report/html_marks.h"

#include <algorithm>

#include "report/html_text.h"
#include "report/lines.h"
#include "report/words.h"

namespace mingzhang::report {
namespace {

constexpr std::size_t most_lines = 200;  // that one mark goes over

int rank_of(check::Severity severity) {
  return static_cast<int>(severity);
}

}  // namespace

Marks::Marks(const check::Result& result, std::uint32_t file, std::uint32_t first,
             const std::vector<std::string>& messages, Language language) {
  const auto& document = result.reading.stream->document();
  std::uint32_t number = first;
  for (const auto& finding : result.findings) {
    const std::string list = "f" + std::to_string(number);
    const auto& message = messages[number - first];
    for (std::size_t index = 0; index < finding.places.size(); ++index) {
      if (!finding.places[index].document.empty()) continue;
      const std::string id = "m" + std::to_string(number) + (index == 0 ? "" : "-" + std::to_string(index + 1));
      const char* look = index == 0 ? severity_id(finding.severity).data() : "see";
      add({id, list, look, index == 0 ? rank_of(finding.severity) : Target::rank_of_see, message,
           &finding.places[index]},
          document);
    }
    ++number;
  }
  std::uint32_t unread = 0;
  for (const auto& mention : result.reading.facts.unread) {
    const std::string id = std::to_string(file) + "-" + std::to_string(++unread);
    add({"u" + id, "v" + id, "unread", Target::rank_of_unread, reason_words(mention.why, language), &mention.place},
        document);
  }
  for (auto& [line, spans] : spans_)
    std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
}

void Marks::add(Target target, const document::Document& document) {
  const auto& place = *target.place;
  const auto index = static_cast<std::uint32_t>(targets_.size());
  targets_.push_back(std::move(target));
  if (place.page != 0) pages_.emplace(place.page, index);
  const auto* line = find_line(document, place.page, place.line);
  if (line == nullptr) {
    elsewhere_.push_back(index);
    return;
  }
  const auto first = static_cast<std::size_t>(line - document.lines.data());
  std::size_t last = first;
  while (last + 1 < document.lines.size() && document.lines[last].number < place.last_line &&
         last - first < most_lines && document.lines[last + 1].page == place.page)
    ++last;
  for (std::size_t at = first; at <= last; ++at) {
    const auto size = static_cast<std::uint32_t>(document.lines[at].text.size());
    std::uint32_t begin = at == first ? std::min(place.begin, size) : 0;
    std::uint32_t end = at == last ? std::min(place.end, size) : size;
    if (begin >= end) begin = 0, end = size;  // nothing narrower is known
    spans_[at].push_back({begin, end, index});
  }
}

std::string Marks::id_once(const Target& target) {
  return given_.insert(target.id).second ? " id=\"" + target.id + "\"" : std::string();
}

std::string Marks::line(std::size_t index, std::size_t from, std::size_t to, std::string_view text) {
  const auto found = spans_.find(index);
  if (found == spans_.end()) return escaped(text.substr(from, to - from));
  const auto& spans = found->second;
  std::vector<std::size_t> cuts = {from, to};
  for (const auto& span : spans)
    for (const std::size_t cut : {span.begin, span.end})
      if (cut > from && cut < to) cuts.push_back(cut);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::string out;
  std::vector<const Span*> open;  // those that reach the stretch at hand
  auto next = spans.begin();
  for (std::size_t at = 0; at + 1 < cuts.size(); ++at) {
    std::erase_if(open, [&](const Span* span) { return span->end <= cuts[at]; });
    for (; next != spans.end() && next->begin <= cuts[at]; ++next)
      if (next->end > cuts[at]) open.push_back(&*next);
    std::vector<const Target*> covering;
    for (const auto* span : open) covering.push_back(&targets_[span->target]);
    out += segment(covering, text.substr(cuts[at], cuts[at + 1] - cuts[at]));
  }
  return out;
}

std::string Marks::segment(const std::vector<const Target*>& covering, std::string_view text) {
  if (covering.empty()) return escaped(text);
  const auto* shown = *std::min_element(covering.begin(), covering.end(),
                                        [](const auto* a, const auto* b) { return a->rank < b->rank; });
  std::string anchors, lists;
  for (const auto* target : covering) {
    if (const auto id = id_once(*target); !id.empty()) anchors += "<span" + id + "></span>";
    lists += (lists.empty() ? "" : " ") + target->list;
  }
  return anchors + "<a class=\"mark " + shown->look + "\" href=\"#" + shown->list + "\" data-of=\"" + lists +
         "\" title=\"" + escaped(shown->title) + "\">" + escaped(text) + "</a>";
}

std::vector<const Target*> Marks::on_page(std::uint32_t page) const {
  std::vector<const Target*> out;
  const auto [first, last] = pages_.equal_range(page);
  for (auto at = first; at != last; ++at) out.push_back(&targets_[at->second]);
  return out;
}

std::set<std::uint32_t> Marks::pages() const {
  std::set<std::uint32_t> out;
  for (const auto& [page, target] : pages_) out.insert(page);
  return out;
}

std::vector<const Target*> Marks::elsewhere() const {
  std::vector<const Target*> out;
  for (const auto index : elsewhere_) out.push_back(&targets_[index]);
  return out;
}

}  // namespace mingzhang::report
