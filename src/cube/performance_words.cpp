// The closed vocabulary of performance tables: operators, words of quality, units of one dimension.
#include <algorithm>
#include <array>
#include <string>

#include "cube/performance_parts.h"

namespace mingzhang::cube {
namespace {

struct BoundWord {
  std::string_view word;
  Bound bound;
};

// As they stand after normalisation (≥ is >= by then); the longest that fits is taken.
constexpr BoundWord bound_words[] = {
    {">=", Bound::at_least},       {"=>", Bound::at_least},
    {">==", Bound::at_least},      {"⩾", Bound::at_least},
    {"﹥=", Bound::at_least},      {"≮", Bound::at_least},
    {"大于等于", Bound::at_least}, {"大于或等于", Bound::at_least},
    {"高于等于", Bound::at_least}, {"不低于", Bound::at_least},
    {"不少于", Bound::at_least},   {"不小于", Bound::at_least},
    {"不得低于", Bound::at_least}, {"不得少于", Bound::at_least},
    {"至少", Bound::at_least},     {"达到", Bound::at_least},
    {"<=", Bound::at_most},        {"=<", Bound::at_most},
    {"<==", Bound::at_most},       {"⩽", Bound::at_most},
    {"﹤=", Bound::at_most},       {"≯", Bound::at_most},
    {"小于等于", Bound::at_most},  {"小于或等于", Bound::at_most},
    {"低于等于", Bound::at_most},  {"不超过", Bound::at_most},
    {"不高于", Bound::at_most},    {"不大于", Bound::at_most},
    {"不多于", Bound::at_most},    {"不得超过", Bound::at_most},
    {"不得高于", Bound::at_most},  {"至多", Bound::at_most},
    {"控制在", Bound::at_most},    {"=", Bound::equal},
    {"==", Bound::equal},          {"﹦", Bound::equal},
    {"等于", Bound::equal},        {">", Bound::above},
    {"﹥", Bound::above},          {"大于", Bound::above},
    {"高于", Bound::above},        {"多于", Bound::above},
    {"超过", Bound::above},        {"<", Bound::below},
    {"﹤", Bound::below},          {"小于", Bound::below},
    {"低于", Bound::below},        {"少于", Bound::below},
};

struct GradeWord {
  std::string_view word;
  Grade grade;
};

constexpr GradeWord grade_words[] = {
    {"完全达到预期", Grade::complete},
    {"全部达到预期", Grade::complete},
    {"完全达成预期", Grade::complete},
    {"全部达成预期", Grade::complete},
    {"全部达成", Grade::complete},
    {"完全达成", Grade::complete},
    {"达到预期", Grade::achieved},
    {"达成预期", Grade::achieved},
    {"达成", Grade::achieved},
    {"达成年度指标", Grade::achieved},
    {"部分达到预期", Grade::partial},
    {"部分达成预期", Grade::partial},
    {"部分达成", Grade::partial},
    {"部分达成年度指标", Grade::partial},
    {"部分达成年度指标并具有一定效果", Grade::partial},
    {"部分达成预期指标并具有一定效果", Grade::partial},
    {"基本达到预期", Grade::partial},
    {"基本达成预期", Grade::partial},
    {"未达到预期", Grade::missed},
    {"未达成预期", Grade::missed},
    {"未达成", Grade::missed},
    {"没有达到预期", Grade::missed},
    {"未达成年度指标且效果较差", Grade::missed},
    {"未达成预期指标且效果较差", Grade::missed},
};

constexpr std::string_view aims[] = {
    "长期",     "长效",     "持续",     "可持续",   "全年持续实施", "持续实施", "稳定",     "良好",
    "较好",     "优秀",     "优良",     "合格",     "达标",         "及时",     "规范",     "完善",
    "健全",     "有效",     "明显",     "显著",     "有所改观",     "成效明显", "成效显著", "效果明显",
    "效果显著", "作用明显", "影响明显", "全面落实", "全面覆盖",     "全覆盖",   "应保尽保", "零发生",
};

constexpr std::string_view manners[] = {
    "有效", "有所", "不断", "明显", "显著",   "稳定", "稳步", "持续", "逐步",
    "逐渐", "切实", "充分", "大幅", "进一步", "长期", "较大", "得到", "全面",
};

constexpr std::string_view deeds[] = {
    "减轻", "减少", "降低", "缓解", "提升", "提高", "增强", "增加", "增长", "加强", "保障", "保证", "改善", "改进",
    "促进", "推动", "推进", "优化", "完善", "健全", "维护", "落实", "规范", "扩大", "巩固", "发挥", "控制", "保持",
};

template <std::size_t count>
bool holds(const std::string_view (&words)[count], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// 有效提升, 提升明显, 提升.
bool is_manner_and_deed(std::string_view text) {
  if (holds(deeds, text)) return true;
  return std::any_of(std::begin(manners), std::end(manners), [text](std::string_view manner) {
    if (text.starts_with(manner) && holds(deeds, text.substr(manner.size()))) return true;
    return text.ends_with(manner) && holds(deeds, text.substr(0, text.size() - manner.size()));
  });
}

struct UnitName {
  std::string_view name, base;
  std::int64_t factor;
};

/// Only what is the same thing by another name, or a fixed multiple of it. 个 and 家, 人 and 人次 stay apart.
constexpr UnitName unit_names[] = {
    {"名", "人", 1},           {"位", "人", 1},      {"人次数", "人次", 1},  {"次数", "次", 1},
    {"个月", "月", 1},         {"季度", "月", 3},    {"个季度", "月", 3},    {"年", "月", 12},
    {"周年", "月", 12},        {"天", "日", 1},      {"周", "日", 7},        {"工作日", "工作日", 1},
    {"个工作日", "工作日", 1}, {"小时", "分钟", 60}, {"个小时", "分钟", 60}, {"公里", "米", 1000},
    {"千米", "米", 1000},      {"公斤", "千克", 1},  {"吨", "千克", 1000},   {"平方", "平方米", 1},
    {"百分点", "个百分点", 1},
};

std::string_view base_name(std::string_view unit, std::int64_t& factor) {
  const auto* const found = std::find_if(std::begin(unit_names), std::end(unit_names),
                                         [unit](const UnitName& entry) { return entry.name == unit; });
  if (found == std::end(unit_names)) return unit;
  factor = found->factor;
  return found->base;
}

/// What stands behind the first "/": every divisor by its own base name where that changes no number.
std::string divisors(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of('/');
    std::int64_t factor = 1;
    const std::string_view word = text.substr(0, end);
    const std::string_view base = base_name(word, factor);
    out += '/';
    out += factor == 1 ? base : word;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

Bound take_bound(std::string_view& text) {
  const BoundWord* best = nullptr;
  for (const BoundWord& entry : bound_words) {
    if (text.starts_with(entry.word) && (best == nullptr || entry.word.size() > best->word.size())) best = &entry;
  }
  if (best == nullptr) return Bound::none;
  text.remove_prefix(best->word.size());
  return best->bound;
}

Grade grade_of(std::string_view text) {
  for (const std::string_view ending : {std::string_view("目标"), std::string_view("指标")}) {
    if (text.ends_with("预期" + std::string(ending))) text.remove_suffix(ending.size());
  }
  const auto* const found = std::find_if(std::begin(grade_words), std::end(grade_words),
                                         [text](const GradeWord& entry) { return entry.word == text; });
  if (found != std::end(grade_words)) return found->grade;
  return holds(aims, text) || is_manner_and_deed(text) ? Grade::aim : Grade::none;
}

void unify(Quantity& quantity) {
  if (quantity.unit == "‰") {
    quantity.value = quantity.value.shifted(-1);
    quantity.half = quantity.half.shifted(-1);
    quantity.unit = "%";
    return;
  }
  const std::size_t slash = quantity.unit.str().find('/');
  const std::string_view unit = quantity.unit;
  std::int64_t factor = 1;
  std::string base(base_name(unit.substr(0, slash), factor));
  if (slash != std::string::npos) base += divisors(unit.substr(slash + 1));
  quantity.value = quantity.value * money::Decimal(factor);
  quantity.half = quantity.half * money::Decimal(factor);
  quantity.unit = std::move(base);
}

}  // namespace mingzhang::cube
