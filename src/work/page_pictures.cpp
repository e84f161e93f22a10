#include "work/page_pictures.h"

#include <algorithm>
#include <set>

#include "reader/transform.h"
#include "work/unreadable.h"

namespace mingzhang::work {
namespace {

constexpr std::size_t most_drawn = 200;  // pages of one file: drawing them is what such a report takes time for
constexpr std::size_t most_without_marks = 20;

/// In the order of the document.
std::vector<std::uint32_t> pages_of(const Examined& one) {
  std::set<std::uint32_t> marked, others;
  for (const auto& finding : one.result->findings)
    for (const auto& place : finding.places)
      if (place.document.empty() && place.page != 0 && marked.size() < most_drawn) marked.insert(place.page);
  for (const auto& line : one.document->lines)
    if (line.page != 0 && others.size() < most_without_marks) others.insert(line.page);
  marked.insert(others.begin(), others.end());
  return {marked.begin(), marked.end()};
}

}  // namespace

std::vector<report::Pictures> page_pictures(const std::vector<Examined>& examined, const Common& common,
                                            const Sinks& sinks) {
  std::vector<report::Pictures> all(examined.size());
  for (std::size_t index = 0; index < examined.size(); ++index) {
    const auto& one = examined[index];
    if (!one.result || one.document->format != document::Format::pdf || !one.document->parts.empty()) continue;
    try {
      for (auto& drawn : reader::picture_pages(one.path, pages_of(one)))
        all[index].push_back({drawn.page, drawn.width, drawn.height, "image/jpeg", std::move(drawn.jpeg)});
    } catch (const reader::Unreadable& why) {
      sinks.messages(one.path +
                     common.say("：没有画出页面，报告中只有文字：",
                                ": its pages could not be drawn, the report shows their text: ") +
                     unreadable_message(why.code(), why.what(), common.language) + "\n");
    }
  }
  return all;
}

}  // namespace mingzhang::work
