#include <charconv>

#include "profile/names.h"
#include "profile/write.h"
#include "text/number.h"

namespace mingzhang::profile {
namespace {

/// The number behind an ordinal, and what stands around it: "(三)", "3.", "三、".
std::string write_ordinal(std::string_view words) {
  const bool bracket = words.front() == '(';
  std::string_view inner = words.substr(bracket ? 1 : 0);
  const auto end = inner.find_first_of(bracket ? ")" : ".");
  std::string tail(bracket ? ")" : ".");
  if (end == std::string_view::npos) {
    inner = inner.substr(0, inner.size() - std::string_view("、").size());
    tail = "、";
  } else {
    inner = inner.substr(0, end);
  }
  int value = 0;
  const auto [stop, error] = std::from_chars(inner.data(), inner.data() + inner.size(), value);
  const bool arabic = error == std::errc() && stop == inner.data() + inner.size();
  if (arabic) return (bracket ? "(" : "") + std::to_string(value) + tail;
  const auto chinese = text::chinese_integer(inner);
  return (bracket ? "(" : "") + (chinese ? text::to_chinese(*chinese) : std::string(inner)) + tail;
}

std::string write_number(std::string_view words) {
  auto number = text::read_number(words);
  if (!number) return {};
  // Composed from its parts: copying the spelling would prove nothing. Chinese digits have no other source.
  if (number->before.find("百分之") == std::string::npos && number->before.find("千分之") == std::string::npos)
    number->spelled.clear();
  return text::write_number(*number);
}

std::string write_path(std::string_view words, const Classification& classification) {
  const Path path = read_path(words, classification);
  std::string out;
  for (std::size_t index = 0; index < path.names.size(); ++index)
    out.append(path.names[index]).append(path.marks[index]);
  return out;
}

std::string write_names(std::string_view words) {
  std::string out;
  std::size_t end = 0;
  for (const auto& part : split_names(words)) {
    out += words.substr(end, part.begin - end);
    out += words.substr(part.begin, part.end - part.begin);
    end = part.end;
  }
  return out;
}

}  // namespace

std::string write_clause(const ClauseRead& read, const Reading& reading) {
  const auto& pattern = read.clause->pattern;
  return pattern.write(read.match.choices, [&](std::size_t index, std::uint32_t slot) -> std::string {
    if (index >= read.match.captures.size()) return {};
    const Capture& capture = read.match.captures[index];
    const std::string_view words = reading.stream->text().substr(capture.begin, capture.end - capture.begin);
    switch (pattern.slots()[slot].type) {
      case SlotType::amount:
      case SlotType::percent:
      case SlotType::count:
        return write_number(words);
      case SlotType::ordinal:
        return write_ordinal(words);
      case SlotType::path:
        return write_path(words, reading.functional);
      case SlotType::names:
        return write_names(words);
      case SlotType::member: {
        const auto* list = read.clause->slots[slot].list;
        const auto* entry = list ? list->find(words) : nullptr;
        for (const auto& name : entry ? entry->names : std::vector<std::string>{})
          if (name == words) return name;
        return {};
      }
      case SlotType::direction: {
        const auto word = direction_at(words);
        return word ? std::string(words.substr(0, word->length)) : std::string();
      }
      case SlotType::year:
      case SlotType::unit:
      case SlotType::text:
      case SlotType::prose:
        return std::string(words);
    }
    return {};
  });
}

}  // namespace mingzhang::profile
