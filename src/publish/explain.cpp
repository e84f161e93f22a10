#include "publish/explain.h"

#include <array>

#include "laws/law.h"
#include "publish/movers.h"

namespace mingzhang::publish {

using cube::Claim;
using cube::Kind;

namespace {

std::string outcome_word(laws::Outcome outcome) {
  constexpr std::array<const char*, 4> words = {"成立", "尾差", "不成立", "无法计算"};
  return words.at(static_cast<std::size_t>(outcome));
}

/// The kinds of entries that books have (src/books/entry.h).
std::string kind_of_entry(const std::string& kind) {
  static const std::map<std::string, std::string> names = {{"budget", "年初预算"},
                                                           {"adjustment", "预算调整"},
                                                           {"income", "收入"},
                                                           {"payment", "支付"},
                                                           {"refund", "支付退回"},
                                                           {"opening", "年初结转和结余"},
                                                           {"surplus", "使用非财政拨款结余"},
                                                           {"distribution", "结余分配"},
                                                           {"procurement", "政府采购"},
                                                           {"activity", "三公活动"},
                                                           {"staff", "人员"},
                                                           {"office", "内设机构"},
                                                           {"asset", "资产"},
                                                           {"meeting", "会议培训"},
                                                           {"published", "已公开数"},
                                                           {"project", "项目"}};
  const auto found = names.find(kind);
  return found == names.end() ? kind : found->second;
}

std::string name_of_law(const laws::Law& law) {
  if (!law.name.empty()) return law.name;
  switch (law.rule) {
    case laws::Rule::agreement:
      return "同一数据各处一致";
    case laws::Rule::change:
      return "增减额 = 本年 - 上年";
    case laws::Rule::growth:
      return "增减率";
    case laws::Rule::deviation:
      return "预决算差异率";
    case laws::Rule::completion:
      return "完成率";
    case laws::Rule::share:
      return "占比";
    case laws::Rule::direction:
      return "增减方向";
    default:
      return std::string(laws::id_of(law.rule));
  }
}

/// Of a cell of a performance table: the entry that it repeats, or how it was computed.
void add_origin(const cube::Place& from, std::vector<std::string>& lines) {
  if (!from.document.empty() || from.line != 0)
    lines.push_back("来自　" + place_in_words(from));
  else if (!from.quote.empty())
    lines.push_back("计算　" + from.quote);
}

}  // namespace

Explainer::Explainer(const profile::Reading& reading) : reading_(reading), book_(check::build_lawbook(reading)) {
  quantities_.reserve(book_.figures.size());
  for (const auto& figure : book_.figures) quantities_.push_back(figure.quantity);
  for (std::uint32_t law = 0; law < book_.laws.size(); ++law)
    for (const auto figure : laws::figures_of(book_.laws[law])) laws_[book_.statements[figure]].push_back(law);
  const auto& statements = reading.facts.statements;
  for (std::uint32_t index = 0; index < statements.size(); ++index) {
    const auto& statement = statements[index];
    if (!statement.has_figure) continue;
    statements_.try_emplace({statement.scope, statement.claim, statement.cell, statement.base}, index);
  }
}

std::vector<BindingLaw> Explainer::laws_of(std::uint32_t statement) const {
  std::vector<BindingLaw> out;
  const auto found = laws_.find(statement);
  if (found == laws_.end()) return out;
  for (const auto index : found->second) {
    const auto& law = book_.laws[index];
    out.push_back(
        {name_of_law(law), laws::spell(law, quantities_), outcome_word(laws::judge(law, quantities_).outcome)});
  }
  return out;
}

std::int64_t Explainer::find(const FigureKey& key) const {
  const auto found = statements_.find(key);
  return found == statements_.end() ? -1 : static_cast<std::int64_t>(found->second);
}

std::string place_in_words(const cube::Place& place) {
  if (place.line == 0 && place.page == 0)  // an entry of books
    return place.document + " " + kind_of_entry(place.table) + (place.row.empty() ? "" : "第 " + place.row + " 号") +
           (place.quote.empty() ? "" : "（" + place.quote + "）");
  std::string out = place.document.empty() ? "" : place.document + " ";
  if (place.page != 0) out += "第 " + std::to_string(place.page) + " 页 ";
  out += "第 " + std::to_string(place.line) + " 行";
  return place.quote.empty() ? out : out + "：" + place.quote;
}

std::string slice_in_words(const Material& material, const cube::Cell& cell) {
  constexpr std::array<const char*, cube::dimension_count> names = {
      "计量",     "单位",     "年度", "阶段", "收支", "资金来源", "功能科目",
      "经济科目", "支出性质", "项目", "范围", "级次", "时段",     "事项"};
  std::string out;
  for (std::size_t index = 0; index < cube::dimension_count; ++index) {
    if (cell.at[index].is_root()) continue;
    const auto dimension = static_cast<cube::Dimension>(index);
    std::string member = dimension == cube::Dimension::year ? std::string(cell.at[index].name())
                                                            : member_in_words(material, dimension, cell.at[index]);
    if (dimension == cube::Dimension::function || dimension == cube::Dimension::economic)
      member = std::string(cell.at[index].name()) + " " + member;
    out += (out.empty() ? "" : "；") + std::string(names.at(index)) + "：" + member;
  }
  return out;
}

/// The slice that a claim compares with, and its figure.
std::string base_in_words(const Material& material, const cube::Cell& cell) {
  const auto figure = material.source.figure(cell);
  const std::string slice = slice_in_words(material, cell);
  if (!figure) return slice;
  const auto& quantity = figure->quantity;
  return slice + "（" + quantity.spell() + " " + quantity.printed_unit() + "）";
}

std::string claim_in_words(Claim claim) {
  switch (claim) {
    case Claim::change:
      return "增减额";
    case Claim::growth:
      return "增减率";
    case Claim::deviation:
      return "差异率";
    case Claim::completion:
      return "完成率";
    case Claim::share:
      return "占比";
    default:
      return {};
  }
}

std::vector<document::TraceNote> trace_notes(const Composed& composed, const Material& material,
                                             const Explainer& explainer, std::size_t most_places) {
  std::vector<document::TraceNote> notes;
  notes.reserve(composed.figures.size());
  for (const auto& figure : composed.figures) {
    document::TraceNote note;
    note.title = figure.title + (figure.row.empty() ? "" : "，" + figure.row + " 行") +
                 (figure.column.empty() ? "" : "，" + figure.column + " 列") + "：" + figure.printed;
    const std::string claim = claim_in_words(figure.key.claim);
    note.lines.push_back((claim.empty() ? "切片　" : claim + "　") + slice_in_words(material, figure.key.cell));
    if (!claim.empty()) note.lines.push_back("相对　" + base_in_words(material, figure.key.base));
    const auto source = material.source.figure(figure.key.cell);
    if (!source) add_origin(figure.from, note.lines);
    if (!figure.calculation.empty()) note.lines.push_back("计算　" + figure.calculation);
    if (source && !source->calculation.empty()) note.lines.push_back("计算　" + source->calculation);
    std::size_t shown = 0;
    if (source)
      for (const auto& place : source->places) {
        if (++shown > most_places) break;
        note.lines.push_back("来自　" + place_in_words(place));
      }
    if (source && source->places.size() > most_places)
      note.lines.push_back("来自　共 " + std::to_string(source->places.size()) + " 处");
    if (const auto statement = explainer.find(figure.key); statement >= 0)
      for (const auto& law : explainer.laws_of(static_cast<std::uint32_t>(statement)))
        note.lines.push_back("规则　" + law.law + "：" + law.calculation + "（" + law.outcome + "）");
    notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace mingzhang::publish
