#include "publish/todos.h"

#include <set>
#include <string_view>
#include <utility>

#include "cube/cell.h"
#include "publish/compare.h"
#include "publish/movers.h"

namespace mingzhang::publish {

using cube::Cell;
using cube::Dimension;

std::string reason_in_words(const Material& material, const Cell& subject, const Cell& base) {
  std::string versus = "比";
  if (subject[Dimension::year] != base[Dimension::year]) versus += std::string(base[Dimension::year].name()) + "年";
  if (subject[Dimension::stage] != base[Dimension::stage])
    versus += member_in_words(material, Dimension::stage, base[Dimension::stage]);
  const auto change = Comparer(material).change(subject, base, 4, 2);
  std::string moved = change.sign() < 0 ? "减少" : "增加";
  if (subject[Dimension::measure].is_root()) moved += " " + change.abs().shifted(-4).rounded(2).grouped() + " 万元";
  return cell_in_words(material, subject) + versus + moved + "的原因";
}

namespace {

constexpr std::string_view gap = "＿＿", comma = "，";

/// The last sentence, with the one before if it is short; of a long one its last parts.
std::string last_words(const std::string& words) {
  constexpr std::size_t least = 14, most = 36;
  std::size_t begin = words.size();
  for (std::size_t taken = 0; begin > 0 && words[begin - 1] != '\n'; ++taken) {
    if (taken >= least && std::string_view(words).substr(0, begin).ends_with("。")) break;
    if (taken == most) {
      const auto part = words.find(comma, begin);
      return "…" + words.substr(part == std::string::npos ? begin : part + comma.size());
    }
    do --begin;
    while (begin > 0 && (static_cast<unsigned char>(words[begin]) & 0xC0) == 0x80);
  }
  return words.substr(begin);
}

}  // namespace

void place_todos(const std::string& heading, const std::vector<document::Run>& runs, std::size_t first,
                 std::vector<Todo>& todos) {
  std::string before;
  for (const auto& run : runs) {
    if (run.open && first < todos.size()) {
      auto& todo = todos[first++];
      todo.section = heading;
      todo.sentence = last_words(before) + std::string(gap);
    }
    before = run.open ? std::string() : before + run.text;
    if (before == "。" || before == "；") before.clear();  // ends what was asked for before
  }
}

namespace {

std::string coordinates(const Cell& cell) {
  std::string out;
  for (std::size_t index = 0; index < cube::dimension_count; ++index) {
    const auto dimension = static_cast<Dimension>(index);
    if (cell.at[index].is_root() || dimension == Dimension::year || dimension == Dimension::stage) continue;
    out += (out.empty() ? "" : " ") + std::string(name_of(dimension)) + "=" + std::string(cell.at[index].name());
  }
  return out;
}

std::string quoted(const std::string& words) {
  std::string out = "\"";
  for (const char c : words) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::optional<File> todo_table(const Composed& composed) {
  // Spreadsheets take a CSV for UTF-8 only by its mark.
  std::string out = "\xEF\xBB\xBF类型,年度,文字类别,坐标,文字内容,要写什么,所在章节,所在语句,变动较大的项目\r\n";
  std::set<std::pair<std::string, std::string>> asked;  // words that two sentences miss are asked for once
  for (const auto& todo : composed.todos) {
    if (todo.role.empty() || !asked.emplace(todo.role, coordinates(todo.cell)).second) continue;
    std::string moved;
    for (const auto& proposal : todo.proposals) moved += (moved.empty() ? "" : "；") + proposal;
    out +=
        "文字," + std::to_string(composed.year) + "," + quoted(todo.role) + "," + quoted(coordinates(todo.cell)) + ",";
    for (const auto& words : {todo.what, todo.section, todo.sentence, moved}) out += "," + quoted(words);
    out += "\r\n";
  }
  if (asked.empty()) return std::nullopt;
  return File{"todo.csv", std::move(out)};
}

}  // namespace mingzhang::publish
