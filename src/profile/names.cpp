#include "profile/names.h"

#include <algorithm>
#include <array>

#include "profile/pattern.h"
#include "text/normal.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto length = text::code_point_at(text, at).length;
    out.push_back(text.substr(at, length));
    at += length;
  }
  return out;
}

/// Length of the longest common subsequence, in characters.
std::size_t common(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const auto& x : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = x == b[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

UnitWord unit_of(std::string_view word) {
  // The unit of a number that carries it: "1万元".
  const auto number = text::read_number("1" + text::normal_text(word));
  if (!number || number->unit.empty()) return {text::normal_text(word), 0};
  return {number->unit, number->power};
}

std::string bare_label(std::string_view normal) {
  constexpr std::array<std::string_view, 3> prefixes = {"其中:", "减:", "加:"};
  for (bool again = true; again;) {
    again = false;
    for (const auto prefix : prefixes) {
      if (normal.substr(0, prefix.size()) == prefix) {
        normal.remove_prefix(prefix.size());
        again = true;
      }
    }
    if (const auto length = ordinal_length(normal); length > 0) {
      normal.remove_prefix(length);
      again = true;
    }
  }
  return std::string(normal);
}

std::optional<std::size_t> nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  constexpr std::size_t max_characters = 60;
  const auto wanted = characters(name);
  if (wanted.empty() || wanted.size() > max_characters) return std::nullopt;
  std::optional<std::size_t> best;
  std::size_t best_score = 0;
  bool unique = true;
  for (std::size_t index = 0; index < candidates.size(); ++index) {
    if (candidates[index] == name) return index;
    const auto other = characters(candidates[index]);
    if (other.size() > max_characters) continue;
    const std::size_t shared = common(wanted, other), longer = std::max(wanted.size(), other.size());
    if (shared * 3 < longer * 2) continue;
    const std::size_t score = shared * 1000 / longer;
    if (score == best_score) unique = false;
    if (score > best_score) {
      best = index;
      best_score = score;
      unique = true;
    }
  }
  return unique ? best : std::nullopt;
}

std::optional<LevelMark> find_level_mark(std::string_view normal, std::size_t at, std::size_t level) {
  const std::string closing = std::string(level_words[level]) + ")";
  for (auto stop = normal.find(closing, at); stop != std::string_view::npos; stop = normal.find(closing, stop + 1)) {
    std::size_t open = stop;
    while (open > at && normal[open - 1] >= '0' && normal[open - 1] <= '9') --open;
    if (open > at && normal[open - 1] == '(')
      return LevelMark{open - 1, stop + closing.size(), normal.substr(open, stop - open)};
  }
  return std::nullopt;
}

namespace {

/// A level by its name below what was found of the path before it.
std::optional<std::string> code_of_name(const std::string& name, Path& path, const Classification& classification) {
  auto code = classification.find(name, path.code);
  if (code && text::normal_text(*classification.name_of(*code)) != name) path.exact = false;
  if (code) return code;
  path.exact = false;
  const auto siblings = classification.children(path.code);
  std::vector<std::string> names;
  names.reserve(siblings.size());
  for (const auto& sibling : siblings) names.push_back(text::normal_text(*classification.name_of(sibling)));
  if (const auto nearest = nearest_name(name, names)) code = siblings[*nearest];
  return code;
}

}  // namespace

Path read_path(std::string_view normal, const Classification& classification) {
  Path path;
  std::size_t at = 0;
  bool linked = true;
  for (std::size_t level = 0; level < level_words.size(); ++level) {
    const auto mark = find_level_mark(normal, at, level);
    if (!mark) continue;
    const std::string name(normal.substr(at, mark->begin - at));
    path.names.push_back(name);
    path.begins.push_back(at);
    path.levels.push_back(level);
    path.marks.emplace_back(normal.substr(mark->begin, mark->end - mark->begin));
    at = mark->end;
    if (!linked) continue;
    const std::string printed = path.code + std::string(mark->digits);
    std::optional<std::string> code;
    if (!mark->digits.empty() && classification.knows(printed)) {
      code = printed;
      path.exact = path.exact && text::normal_text(*classification.name_of(printed)) == name;
    } else {
      code = code_of_name(name, path, classification);
    }
    if (code) {
      path.code = *code;
      path.official.push_back(*classification.name_of(*code));
    } else {
      linked = false;
    }
  }
  return path;
}

namespace {

std::string_view last_character(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0U) == 0x80U) {
  }
  return text.substr(begin);
}

/// Whether what stands before 和 is whole: 稽核科, 会议费; or ends as what follows does: 人事部和财务部.
bool is_whole(std::string_view before, std::string_view behind) {
  constexpr auto endings = std::to_array<std::string_view>({"科", "室", "股", "处", "费"});
  const auto ends = [&](std::string_view name) {
    return std::find(endings.begin(), endings.end(), last_character(name)) != endings.end();
  };
  if (before.empty() || behind.empty()) return false;
  return last_character(before) == last_character(behind) || (ends(before) && ends(behind));
}

/// 稽核科和基金科 at the end of a list are two names.
void split_last(std::string_view normal, std::vector<NamePart>& parts) {
  constexpr auto words = std::to_array<std::string_view>({"以及", "和", "及"});
  const NamePart last = parts.back();
  const auto name = normal.substr(last.begin, last.end - last.begin);
  for (const auto word : words) {
    const auto at = name.find(word);
    if (at == std::string_view::npos || !is_whole(name.substr(0, at), name.substr(at + word.size()))) continue;
    parts.back().end = last.begin + at;
    parts.push_back({last.begin + at + word.size(), last.end});
    return;
  }
}

}  // namespace

std::vector<NamePart> split_names(std::string_view normal) {
  std::vector<NamePart> parts;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at <= normal.size();) {
    const std::size_t length = at < normal.size() ? text::code_point_at(normal, at).length : 1;
    const std::string_view character = at < normal.size() ? normal.substr(at, length) : "、";
    if (character == "(") ++depth;
    if (character == ")") depth = std::max(0, depth - 1);
    const bool separator = at >= normal.size() || (depth == 0 && (character == "、" || character == ","));
    if (separator) {
      parts.push_back({begin, at});
      begin = at + length;
    }
    at += length;
  }
  split_last(normal, parts);
  return parts;
}

}  // namespace mingzhang::profile
