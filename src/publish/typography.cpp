#include "publish/typography.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "text/number.h"

namespace mingzhang::publish {
namespace {

constexpr std::array<std::pair<char, std::string_view>, 7> full_width = {
    {{',', "，"}, {':', "："}, {';', "；"}, {'(', "（"}, {')', "）"}, {'!', "！"}, {'?', "？"}}};

bool digit(std::string_view text, std::size_t at) {
  return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
}

}  // namespace

std::string typeset(std::string_view normal, bool& quote_open) {
  std::string out;
  for (std::size_t at = 0; at < normal.size(); ++at) {
    const char c = normal[at];
    if (c == '"') {
      out += quote_open ? "”" : "“";
      quote_open = !quote_open;
      continue;
    }
    std::string_view wide;
    const bool in_number = (c == ',' || c == ':') && at > 0 && digit(normal, at - 1) && digit(normal, at + 1);
    if (!in_number)
      for (const auto& [narrow, wider] : full_width)
        if (narrow == c) wide = wider;
    if (wide.empty())
      out += c;
    else
      out += wide;
  }
  return out;
}

std::string typeset(std::string_view normal) {
  bool quote_open = false;
  return typeset(normal, quote_open);
}

void join_marks(std::string& before, const std::string& after) {
  constexpr std::array<std::string_view, 3> marks = {"。", "；", "，"};
  const auto is_mark = [&](auto&& test) { return std::any_of(marks.begin(), marks.end(), test); };
  if (is_mark([&](std::string_view mark) { return after.starts_with(mark); }) &&
      is_mark([&](std::string_view mark) { return before.ends_with(mark); }))
    before.resize(before.size() - marks.front().size());
}

std::string ordinal_like(std::string_view first, int number) {
  for (const std::string_view one : {"一", "1"}) {
    const auto at = first.find(one);
    if (at == std::string_view::npos) continue;
    const std::string words = one == "1" ? std::to_string(number) : text::to_chinese(number);
    return std::string(first.substr(0, at)) + words + std::string(first.substr(at + one.size()));
  }
  return std::string(first);
}

std::string heading_number(int level, int number) {
  constexpr std::array<std::string_view, 4> first = {"第一部分 ", "一、", "（一）", "1."};
  return ordinal_like(first.at(static_cast<std::size_t>(level - 1)), number);
}

}  // namespace mingzhang::publish
