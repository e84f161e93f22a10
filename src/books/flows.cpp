#include "books/flows.h"

#include <map>

namespace mingzhang::books {
namespace {

std::vector<const Kind*> of(std::initializer_list<const char*> ids) {
  std::vector<const Kind*> found;
  for (const auto* id : ids) found.push_back(find_kind(id));
  return found;
}

/// What a flow is made of. 决算: what happened. A budget has income and expenditure in the same lines: each line says
/// which money pays it, carried money being the opening balance.
using Flows = std::map<std::string_view, std::vector<Term>>;

Flows outturn_flows() {
  const Term opening{"年初结转和结余", of({"opening"}), {}};
  const Term income{"本年收入", of({"income"}), {}};
  const Term surplus{"使用非财政拨款结余", of({"surplus"}), {}};
  const Term spent{"本年支出", of({"payment"}), of({"refund"})};
  const Term distributed{"结余分配", of({"distribution"}), {}};
  const auto less = [](Term term) {
    term.sign = -1;
    return term;
  };
  Flows flows;
  flows["opening"] = {opening};
  flows["income"] = {income};
  flows["surplus-used"] = {surplus};
  flows["expenditure"] = {spent};
  flows["distribution"] = {distributed};
  flows["closing"] = {opening, income, surplus, less(spent), less(distributed)};
  // Both totals are one figure: what is not spent or distributed is the closing balance.
  flows["sources"] = flows["uses"] = {opening, income, surplus};
  return flows;
}

Flows budget_flows(bool adjusted) {
  const auto lines = [&](bool only_carried, bool only_current) {
    std::vector<Term> terms = {{"年初预算", of({"budget"}), {}, 1, only_carried, only_current}};
    if (adjusted) terms.push_back({"预算调整", of({"adjustment"}), {}, 1, only_carried, only_current});
    return terms;
  };
  Flows flows;
  flows["income"] = lines(false, true);
  flows["opening"] = lines(true, false);
  flows["expenditure"] = flows["sources"] = flows["uses"] = lines(false, false);
  return flows;
}

const Flows* flows_of(std::string_view stage) {
  static const Flows outturn = outturn_flows(), initial = budget_flows(false), adjusted = budget_flows(true);
  return stage == "outturn" ? &outturn : stage == "initial" ? &initial : stage == "adjusted" ? &adjusted : nullptr;
}

}  // namespace

const std::vector<Term>* terms_of(const cube::Cell& cell) {
  const auto* flows = flows_of(cell[cube::Dimension::stage].name());
  if (flows == nullptr) return nullptr;
  const auto found = flows->find(cell[cube::Dimension::flow].name());
  return found == flows->end() ? nullptr : &found->second;
}

std::string_view name_of_flow(std::string_view flow) {
  static const std::map<std::string_view, std::string_view> names = {
      {"closing", "年末结转和结余"}, {"sources", "收入总计"}, {"uses", "支出总计"},
      {"expenditure", "支出"},       {"income", "收入"},      {"opening", "年初结转"},
  };
  const auto found = names.find(flow);
  return found == names.end() ? flow : found->second;
}

}  // namespace mingzhang::books
