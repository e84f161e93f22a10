#include "publish/performance_words.h"

#include <algorithm>
#include <array>

#include "scoring/printed.h"

namespace mingzhang::publish {
namespace {

using cube::Indicator;
using cube::PerformanceTable;

constexpr std::string_view nothing = "无";

/// Without the stop at its end, so that it can stand before a semicolon.
std::string bare(std::string text) {
  constexpr std::array<std::string_view, 4> stops = {"。", "；", ";", "."};
  for (bool found = true; found;) {
    found = false;
    for (const auto stop : stops)
      if (text.ends_with(stop)) {
        text.resize(text.size() - stop.size());
        found = true;
      }
  }
  return text;
}

/// The reason and the measure of one cell: "原因；改进措施：措施".
struct Explained {
  std::string reason, measure;
};
Explained explained(const Indicator& row) {
  constexpr std::array<std::string_view, 3> marks = {"改进措施：", "改进措施:", "下一步措施："};
  const std::string& text = row.reason.text;
  for (const auto mark : marks)
    if (const auto at = text.find(mark); at != std::string::npos)
      return {bare(text.substr(0, at)), bare(text.substr(at + mark.size()))};
  return {bare(text), {}};
}

/// "一是…；二是…": entries of different projects.
std::string listed(const std::vector<std::string>& entries) {
  static const std::array<const char*, 10> ordinals = {"一是", "二是", "三是", "四是", "五是",
                                                       "六是", "七是", "八是", "九是", "十是"};
  if (entries.size() == 1) return entries.front();
  std::string out;
  for (std::size_t index = 0; index < entries.size(); ++index)
    out += (index > 0 ? "；" : "") + std::string(index < ordinals.size() ? ordinals.at(index) : "") + entries[index];
  return out;
}

std::string names_of(const std::vector<const PerformanceTable*>& tables) {
  constexpr std::size_t named = 3;
  std::string out;
  std::size_t count = 0;
  for (const auto* table : tables)
    if (table->scope == PerformanceTable::Scope::project && ++count <= named)
      out += (out.empty() ? "" : "、") + table->subject.text;
  return out;
}

std::string results_of(const std::vector<const PerformanceTable*>& tables) {
  std::vector<std::string> entries;
  for (const auto* table : tables) {
    if (table->result.empty()) return {};
    const bool named = tables.size() > 1 && table->scope == PerformanceTable::Scope::project;
    entries.push_back((named ? table->subject.text + "：" : "") + bare(table->result.text));
  }
  return entries.empty() ? std::string() : listed(entries) + "。";
}

std::string problems_of(const std::vector<const PerformanceTable*>& tables, bool measures) {
  std::vector<std::string> entries;
  for (const auto* table : tables)
    for (const auto& row : table->indicators) {
      if (!lost_points(row)) continue;
      const Explained words = explained(row);
      const std::string& said = measures ? words.measure : words.reason;
      if (said.empty()) return {};
      const std::string entry = measures ? said : "“" + row.name.text + "”" + said;
      if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
    }
  return (entries.empty() ? std::string(nothing) : listed(entries)) + "。";
}

}  // namespace

bool lost_points(const Indicator& row) {
  const auto weight = scoring::printed_figure(row.weight.text), score = scoring::printed_figure(row.score.text);
  return weight && score && *score < *weight;
}

std::string told_by(const std::vector<const PerformanceTable*>& tables, std::string_view what) {
  if (tables.empty()) return {};
  if (what == "projects") return names_of(tables);
  if (what == "content") return results_of(tables);
  if (what == "problems") return problems_of(tables, false);
  return what == "measures" ? problems_of(tables, true) : std::string();
}

}  // namespace mingzhang::publish
