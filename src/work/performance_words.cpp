// Codes of performance in words, in both languages.
#include <fmt/format.h>

#include <map>
#include <string_view>

#include "report/excerpt.h"
#include "work/performance_parts.h"

namespace mingzhang::work {
namespace {

struct Words {
  const char* chinese;
  const char* english;
};
using Table = std::map<std::string_view, Words>;

/// {} stands for what is known of it.
const Table todo_texts = {
    {"actual", {"没有完成值{}", "no actual value{}"}},
    {"judge", {"须由人评定得分，范围 {}（记入“评定得分”）", "a person awards the score, within {} (column score)"}},
    {"band", {"评定得分不在允许范围 {} 内", "the awarded score is not within {}"}},
    {"unit", {"目标值和完成值的计量单位不同：{}", "target and actual value are of different units: {}"}},
    {"rule",
     {"计分规则未定，{}（用文字 performance.execution-rule 或 performance.limit-rule 记入）",
      "the pack leaves several rules: {} (say which by a text performance.execution-rule or performance.limit-rule)"}},
    {"unreadable", {"分值或金额无法计算：{}", "weight or amounts cannot be computed with: {}"}},
    {"reason", {"扣了分，须写偏差原因（{}）", "a score is lost: say why ({})"}},
    {"remedy", {"扣了分，须写改进措施（{}）", "a score is lost: say what will be done ({})"}},
    {"over", {"远超目标，须说明原因：{}", "far above its target: say why: {}"}},
    {"result", {"没有写实际完成情况{}", "what became of the goal is not told {}"}},
    {"no-rules", {"规则包 {} 没有这类表的规则", "the pack {} has no rules for such a table"}},
};

/// {0} is what is wrong, {1} what it is held against.
const Table remark_texts = {
    {"level1",
     {"不认识的一级指标：{0}（见 data/performance/taxonomy.toml）",
      "unknown 一级指标: {0} (see data/performance/taxonomy.toml)"}},
    {"level2", {"一级指标下没有这个二级指标：{0}（有：{1}）", "no such 二级指标 here: {0} (there are {1})"}},
    {"weight", {"分值须是大于零的数：{0}", "the weight must be a number above zero: {0}"}},
    {"weights-exceed", {"分值合计 {0}，超过 {1}", "weights add up to {0}, which is more than {1}"}},
    {"weights-sum", {"分值合计 {0}，应为 {1}", "weights add up to {0}, not {1}"}},
    {"scheme", {"各类指标的分值不合规定的分配：{0}", "weights of the blocks follow no known scheme: {0}"}},
    {"target-judged", {"指标值只能由人评判：{0}", "only a person can judge this target: {0}"}},
    {"target-kind", {"数量指标的指标值应是数：{0}", "a number is wanted of what is counted: {0}"}},
    {"no-operator", {"指标值没有写 ≥、≤ 或 =：{0}", "the target has no operator (≥, ≤, =): {0}"}},
    {"method", {"“{0}”不能用于这样的指标值：{1}", "'{0}' cannot be applied to such a target: {1}"}},
    {"cost-direction",
     {"成本指标越低越好，指标值却是下限：{0}（应为 ≤）",
      "a cost is better the lower it is, but its target is a lower limit: {0}"}},
    {"fraction", {"人数、人次应为整数：{0}", "persons come in whole numbers: {0}"}},
    {"unit", {"计量单位与指标名称不符：{0}（应以 {1} 计）", "the unit does not fit the name: {0} (should be in {1})"}},
    {"below-last", {"指标值 {0} 低于上年完成值 {1}", "the target {0} is below last year's value {1}"}},
    {"above-last", {"上限 {0} 高于上年完成值 {1}", "the limit {0} is above last year's value {1}"}},
    {"implausible-last",
     {"上年完成值 {0} 与指标值 {1} 相差十倍以上", "last year's value {0} and the target {1} differ tenfold"}},
    {"date-year", {"日期 {0} 不在 {1} 年度", "the date {0} is not in {1}"}},
    {"dates", {"完成日期 {0} 早于开始日期 {1}", "due {0} before its start {1}"}},
    {"alike", {"与另一指标是一回事：{1}", "says the same as another one: {1}"}},
    {"other-target",
     {"同一指标在别处的指标值不同：{0}；{1}", "the same indicator has another target elsewhere: {0}; {1}"}},
    {"repeated", {"同一指标写了两次：{0}", "the same indicator twice: {0}"}},
    {"replaces", {"取代第 {1} 号记录中的同名指标", "takes the place of the indicator of entry {1}"}},
    {"no-indicator", {"没有这个绩效指标：{0}", "there is no such indicator: {0}"}},
    {"no-goal", {"没有写预期目标", "no goal is told"}},
    {"no-money", {"账册中没有这个项目的预算", "the books have no budget of this project"}},
    {"no-targets", {"有预算，没有绩效目标和指标", "has a budget, but no goals and indicators"}},
    {"goal-amount", {"目标中的金额“{0}”与预算 {1} 不同", "the amount '{0}' of the goal is not the budget, {1}"}},
    {"goal-figure", {"目标中的数“{0}”与指标不同：{1}", "the figure '{0}' of the goal differs from the indicator {1}"}},
    {"goal-direction", {"目标说“{0}”，指标值却是 {1}", "the goal says '{0}', but the target is {1}"}},
    {"list-amount",
     {"项目库中的金额“{0}”与预算 {1} 不同", "the amount '{0}' of the project list is not the budget, {1}"}},
    {"too-large", {"数太大", "too large"}},
};

const Table watched_texts = {
    {"on-time", {"进度正常{}", "on time {}"}},
    {"behind", {"落后于时间进度{}", "behind {}"}},
    {"early", {"时间尚早，不作判断{}", "too early to say {}"}},
    {"not-begun", {"尚未开始{}", "not begun {}"}},
    {"silent", {"没有记录{}", "nothing is recorded {}"}},
    {"over", {"超出上限{}", "above its limit {}"}},
    {"short", {"低于指标值{}", "below its target {}"}},
    {"done", {"已完成{}", "done {}"}},
    {"late", {"逾期完成{}", "done late {}"}},
    {"soon", {"即将到期{}", "due soon {}"}},
    {"overdue", {"逾期未完成{}", "overdue {}"}},
    {"judge", {"须由人判断{}", "for a person to judge {}"}},
    {"grade", {"未完全达到预期{}", "not fully reached {}"}},
};

const Table query_texts = {
    {"empty", {"公式是空的{}", "the formula is empty {}"}},
    {"form",
     {"看不懂的公式：{}（可用：计数、合计、去重、最晚、占比、比值、执行率、取自）",
      "no formula: {} (there are count, sum, distinct, latest, share, ratio, execution, from)"}},
    {"table",
     {"没有这个台账或记录类型：{}（台账先用 books import --kind 台账列 登记）",
      "no such register or kind of entries: {} (register its columns first: books import --kind register)"}},
    {"column", {"没有这一列：{}", "no such column: {}"}},
    {"condition", {"看不懂的条件：{}（应如 检查方式=现场）", "no condition: {} (write column=value)"}},
    {"value", {"不是这一列的值：{}", "no value of this column: {}"}},
    {"type", {"这一列的类型不能这样用：{}", "a column of another type is needed: {}"}},
    {"source", {"没有可取的完成值：{}", "there is no value to be taken: {}"}},
    {"loop", {"取自的指标本身也是“取自”：{}", "takes from what is taken itself: {}"}},
    {"zero", {"分母是零：{}", "the denominator is zero: {}"}},
    {"unit", {"结果与指标值的计量单位不同：{}", "the result is of another unit than the target: {}"}},
    {"figure", {"没有可用的数{}", "there is no figure {}"}},
    {"too-large", {"数太大{}", "too large {}"}},
};

std::string in_words(const Table& table, std::string_view code, const std::string& detail, const Common& common) {
  const auto found = table.find(code);
  if (found == table.end()) return std::string(code) + " " + detail;
  return fmt::format(fmt::runtime(common.english() ? found->second.english : found->second.chinese),
                     report::printable(detail));
}

}  // namespace

std::string query_words(const std::string& code, const std::string& detail, const Common& common) {
  return in_words(query_texts, code, detail, common);
}

std::string light_words(performance::Light light, const Common& common) {
  switch (light) {
    case performance::Light::green:
      return common.say("绿", "green");
    case performance::Light::yellow:
      return common.say("黄", "yellow");
    case performance::Light::red:
      return common.say("红", "red");
    case performance::Light::none:
      break;
  }
  return "-";
}

std::string watched_words(const performance::Watched& row, const Common& common) {
  const auto why = row.calculation.empty() ? std::string() : common.say("：", ": ") + row.calculation;
  auto words = in_words(watched_texts, row.code, why, common);
  if (!row.reason.empty()) words += common.say("；原因：", "; reason: ") + row.reason;
  return words;
}

std::string remark_words(const performance::Remark& remark, const Common& common) {
  constexpr std::string_view of_formula = "formula-";
  if (remark.code.starts_with(of_formula))
    return query_words(remark.code.substr(of_formula.size()), remark.detail, common);
  const auto found = remark_texts.find(remark.code);
  if (found == remark_texts.end()) return remark.code + " " + remark.detail;
  return fmt::format(fmt::runtime(common.english() ? found->second.english : found->second.chinese), remark.detail,
                     remark.expected);
}

std::string todo_words(const performance::Todo& todo, const Common& common) {
  const auto of = todo.indicator.empty() ? std::string() : report::printable(todo.indicator) + common.say("：", ": ");
  const bool has_formula = todo.code == "actual" && !todo.detail.empty();
  const auto detail = has_formula ? common.say("，公式：", ", formula: ") + todo.detail : todo.detail;
  return of + in_words(todo_texts, todo.code, detail, common);
}

}  // namespace mingzhang::work
