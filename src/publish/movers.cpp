#include "publish/movers.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "publish/compare.h"

namespace mingzhang::publish {

using cube::Cell;
using cube::Dimension;
using cube::Member;

namespace {

/// Members that every form uses, docs/profiles.md. What is not here is shown by the name that the form's lists give, or
/// as it is recorded.
const std::map<std::string, std::string, std::less<>>& known_members() {
  static const std::map<std::string, std::string, std::less<>> members = {{"income", "收入"},
                                                                          {"expenditure", "支出"},
                                                                          {"opening", "年初结转和结余"},
                                                                          {"closing", "年末结转和结余"},
                                                                          {"surplus-used", "使用非财政拨款结余"},
                                                                          {"distribution", "结余分配"},
                                                                          {"sources", "收入总计"},
                                                                          {"uses", "支出总计"},
                                                                          {"fiscal", "财政拨款"},
                                                                          {"general", "一般公共预算"},
                                                                          {"govfund", "政府性基金预算"},
                                                                          {"statecap", "国有资本经营预算"},
                                                                          {"basic", "基本支出"},
                                                                          {"project", "项目支出"},
                                                                          {"staff", "人员经费"},
                                                                          {"running", "公用经费"},
                                                                          {"initial", "年初预算"},
                                                                          {"adjusted", "全年预算"},
                                                                          {"outturn", "决算"},
                                                                          {"three-public", "“三公”经费"},
                                                                          {"vehicles", "公务用车购置及运行维护费"},
                                                                          {"running-costs", "机关运行经费"},
                                                                          {"procurement", "政府采购"},
                                                                          {"persons", "人数"}};
  return members;
}

}  // namespace

std::string member_in_words(const Material& material, Dimension dimension, Member member) {
  const auto& form = material.form.form;
  if (dimension == Dimension::function)
    if (const auto name = material.form.form.functional->name_of(member.name())) return *name;
  if (dimension == Dimension::economic)
    if (const auto name = material.form.form.economic->name_of(member.name())) return *name;
  const auto known = known_members().find(member.name());
  const bool plain =
      dimension == Dimension::fund || dimension == Dimension::flow;  // lists say 财政拨款收入 of the fund
  if (plain && known != known_members().end()) return known->second;
  for (const auto& list : form.lists)
    if (list.dimension == dimension)
      for (const auto& entry : list.entries)
        if (entry.member == member && !entry.names.empty()) return entry.names.front();
  return known == known_members().end() ? std::string(member.name()) : known->second;
}

namespace {

struct Mover {
  std::string name;
  money::Decimal change;
};

std::vector<Mover> movers_along(const Material& material, Dimension dimension, std::size_t level, const Cell& subject,
                                const Cell& base) {
  std::set<Member> members;
  for (const auto& within : {subject, base})
    for (const auto member : material.source.members(dimension, within, level)) members.insert(member);
  const Comparer compare(material);
  std::vector<Mover> out;
  money::Decimal before;
  for (const auto member : members) before = before + compare.value(base.with(dimension, member));
  if (before.is_zero() && !compare.value(base).is_zero()) return out;  // the base is not known by these members
  for (const auto member : members) {
    const auto change = compare.change(subject.with(dimension, member), base.with(dimension, member), 4, 2);
    if (!change.is_zero()) out.push_back({member_in_words(material, dimension, member), change});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Mover& a, const Mover& b) { return b.change.abs() < a.change.abs(); });
  return out;
}

}  // namespace

std::vector<std::string> movers(const Material& material, const Cell& subject, const Cell& base) {
  constexpr std::size_t most = 3;
  std::vector<Mover> found;
  const bool item = subject[Dimension::function].name().size() == 7;
  if (!item) found = movers_along(material, Dimension::function, 7, subject, base);
  if (found.empty()) found = movers_along(material, Dimension::project, 0, subject, base);
  if (found.empty()) found = movers_along(material, Dimension::economic, 5, subject, base);
  const auto flow = subject[Dimension::flow].name();
  if (found.empty() && (flow == "sources" || flow == "uses"))  // totals consist of what is spent, mostly
    return movers(material, subject.with(Dimension::flow, Member("expenditure")),
                  base.with(Dimension::flow, Member("expenditure")));
  if (found.size() > most) found.resize(most);
  std::vector<std::string> out;
  for (const auto& mover : found)
    out.push_back(mover.name + (mover.change.sign() < 0 ? " 减少 " : " 增加 ") +
                  mover.change.abs().shifted(-4).rounded(2).grouped() + " 万元");
  return out;
}

std::string cell_in_words(const Material& material, const Cell& cell) {
  constexpr std::array<Dimension, 12> order = {Dimension::year,     Dimension::stage, Dimension::level,
                                               Dimension::vintage,  Dimension::fund,  Dimension::function,
                                               Dimension::economic, Dimension::item,  Dimension::project,
                                               Dimension::nature,   Dimension::flow,  Dimension::measure};
  const Cell own = document_cell(material);
  std::string out, last;
  for (const auto dimension : order) {
    const Member member = cell[dimension];
    if (member.is_root() || member == own[dimension]) continue;
    std::string name = member_in_words(material, dimension, member);
    if (dimension == Dimension::year) name += "年";
    if (name == member.name() && dimension != Dimension::project) continue;  // a word of the program
    if (last.ends_with(name)) continue;  // 住房公积金支出 is said of 支出 already
    out += name;
    last = std::move(name);
  }
  return out.empty() ? "本项" : out;
}

}  // namespace mingzhang::publish
