#include <algorithm>
#include <array>
#include <map>

#include "check/describe.h"
#include "check/parts.h"

namespace mingzhang::check {
namespace {

using cube::Claim;
using cube::Dimension;
using cube::Kind;
using cube::Statement;
using money::Decimal;

/// Words for what a unit spends on its own staff.
constexpr auto staff_words =
    std::to_array<std::string_view>({"人员", "退休", "辞职", "离职", "调入", "调出", "招录", "新进", "工资", "津贴",
                                     "补贴标准", "社保", "缴费基数", "公积金", "编制"});
/// With one of these a reason speaks of more than staff.
constexpr auto other_words =
    std::to_array<std::string_view>({"项目", "专项", "补助", "代列", "采购", "工程", "设备", "经费增", "经费减",
                                     "转移支付", "配套", "结转", "系统", "建设", "业务", "救助", "拨款", "资金"});
/// Functions that pay staff: pensions, medical insurance and housing of the unit's own people, and its running.
constexpr auto staff_functions = std::to_array<std::string_view>({"20805", "21011", "22102"});
constexpr auto running_names = std::to_array<std::string_view>({"行政运行", "事业运行", "机关服务"});

template <std::size_t N>
bool any_in(const std::string& text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

Decimal signed_value(const Statement& change) {
  return change.direction < 0 ? -change.quantity.value : change.quantity.value;
}

/// A change that is explained by staff alone, while what the document says of staff cannot explain it: the items of the
/// change are printed, and their sums tell.
class CauseTeller {
 public:
  CauseTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {
    for (const auto& statement : reading.facts.statements)
      if (statement.kind == Kind::claim && statement.claim == Claim::change && statement.has_figure)
        changes_.push_back(&statement);
  }

  void run() {
    for (const auto& statement : reading_.facts.statements)
      if (statement.role == "reason") look_at(statement);
  }

 private:
  struct StaffChange {
    Decimal sum;
    std::vector<const Statement*> from;  ///< the printed changes that it is made of
  };

  void look_at(const Statement& reason) {
    const Statement* change = change_before(reason);
    if (change == nullptr || change->quantity.value.is_zero() || !is_total(change->cell)) return;
    const std::string words = whole_reason(reason);
    if (!any_in(words, staff_words) || any_in(words, other_words)) return;
    const auto staff = staff_change(*change);
    if (staff.from.empty()) return;
    const Decimal total = signed_value(*change);
    const bool opposite = staff.sum.sign() * total.sign() <= 0;
    const bool small = staff.sum.abs() * Decimal(4) < total.abs();
    if (opposite || small) tell(reason, *change, staff);
  }

  static bool is_total(const cube::Cell& cell) {
    constexpr auto parts = std::to_array<Dimension>(
        {Dimension::function, Dimension::economic, Dimension::nature, Dimension::project, Dimension::item});
    return cell[Dimension::measure].is_root() &&
           std::all_of(parts.begin(), parts.end(), [&](Dimension dimension) { return cell[dimension].is_root(); });
  }

  /// The last change said of the same subject in this sentence or the one before.
  const Statement* change_before(const Statement& reason) const {
    for (auto at = std::lower_bound(changes_.begin(), changes_.end(), &reason); at != changes_.begin();) {
      const Statement* change = *--at;
      if (change->scope != reason.scope || reason.sentence - change->sentence > 1) return nullptr;
      if (change->cell == reason.cell) return change;
    }
    return nullptr;
  }

  /// A reason may go on over sentences that no clause reads.
  std::string whole_reason(const Statement& reason) const {
    std::uint32_t sentence = 0;
    for (std::size_t index = 0; index < reading_.clauses.size(); ++index) {
      const auto& clause = reading_.clauses[index];
      if (clause.section->id != reason.scope || ++sentence != reason.sentence) continue;
      std::size_t end = clause.match.end;
      const bool last = index + 1 == reading_.clauses.size() || reading_.clauses[index + 1].section != clause.section;
      if (!last) end = reading_.clauses[index + 1].match.begin;
      for (const auto& section : reading_.sections)
        if (last && section.section == clause.section) end = section.end;
      const auto text = reading_.stream->text();
      return reason.text + std::string(text.substr(clause.match.end, end - std::min(end, clause.match.end)));
    }
    return reason.text;
  }

  /// What is printed of the change of basic expenditure, else the sum of the items that pay staff, if all items are
  /// there.
  StaffChange staff_change(const Statement& total) const {
    for (const auto* change : changes_) {
      cube::Cell whole = change->cell;
      if (whole[Dimension::nature].name() != "basic") continue;
      whole[Dimension::nature] = cube::Member();
      if (is_total(whole) && change->base[Dimension::year] == total.base[Dimension::year])
        return {signed_value(*change), {change}};
    }
    StaffChange sum;
    constexpr std::size_t least = 3;
    std::size_t items = 0;
    for (const auto* change : changes_) {
      const auto code = change->cell[Dimension::function].name();
      if (code.size() != 7) continue;
      ++items;
      if (!pays_staff(code)) continue;
      sum.sum = sum.sum + signed_value(*change);
      sum.from.push_back(change);
    }
    return items > sum.from.size() && sum.from.size() >= least ? sum : StaffChange{};
  }

  bool pays_staff(std::string_view code) const {
    if (std::any_of(staff_functions.begin(), staff_functions.end(),
                    [&](auto start) { return code.starts_with(start); }))
      return true;
    const auto name = reading_.functional.name_of(code);
    return name && std::find(running_names.begin(), running_names.end(), *name) != running_names.end();
  }

  /// Several totals of one document have one change and one reason: they are told together.
  void tell(const Statement& reason, const Statement& change, const StaffChange& staff) {
    const auto known = told_.find(change.quantity.spell());
    if (known != told_.end()) {
      findings_[known->second].places.push_back(reason.place);
      return;
    }
    Finding finding = finding_on("reason-cause", Severity::warning, reason, reading_);
    finding.stated = finding.words["stated"] = reason.text;
    finding.words["change"] = (change.direction < 0 ? "减少 " : "增加 ") + change.quantity.spell();
    finding.words["staff"] = (staff.sum.sign() < 0 ? "减少 " : "增加 ") + change.quantity.spell(staff.sum.abs());
    finding.places.push_back(wider(change, reading_));
    Evidence evidence;
    evidence.law = "变动按项目分解";
    std::string calculation;
    for (const auto* part : staff.from) {
      const std::string figure = part->quantity.spell(signed_value(*part));
      evidence.figures.push_back(figure);
      if (!calculation.empty()) calculation += " + ";
      calculation += signed_value(*part).sign() < 0 ? "(" + figure + ")" : figure;
    }
    evidence.calculation = calculation + " = " + change.quantity.spell(staff.sum) + "，而总变动为 " +
                           change.quantity.spell(signed_value(change));
    finding.words["calculation"] = evidence.calculation;
    finding.because.push_back(std::move(evidence));
    told_[change.quantity.spell()] = findings_.size();
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  Findings& findings_;
  std::vector<const Statement*> changes_;    ///< in the order of the document
  std::map<std::string, std::size_t> told_;  ///< by change: index of its finding
};

}  // namespace

void find_wrong_causes(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) CauseTeller(reading, findings).run();
}

}  // namespace mingzhang::check
