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
    {"actual", {"没有完成值{}", "no actual value {}"}},
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

const Table query_texts = {
    {"empty", {"公式是空的{}", "the formula is empty {}"}},
    {"form",
     {"看不懂的公式：{}（可用：计数、合计、去重、最晚、占比、比值、执行率、取自）",
      "no formula: {} (there are count, sum, distinct, latest, share, ratio, execution, from)"}},
    {"table", {"没有这个台账或记录类型：{}", "no such register or kind of entries: {}"}},
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

std::string todo_words(const performance::Todo& todo, const Common& common) {
  const auto of = todo.indicator.empty() ? std::string() : report::printable(todo.indicator) + common.say("：", ": ");
  return of + in_words(todo_texts, todo.code, todo.detail, common);
}

}  // namespace mingzhang::work
