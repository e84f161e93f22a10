#include "text/units.h"

#include "text/words.h"

namespace mingzhang::text {
namespace {

// Left out on purpose: 部 支 组 节 度 点 and the like, which after a number nearly always begin a longer word (2024
// 部门预算). 百分点 and 千瓦时 are here so that their 百 and 千 are not taken for a power of ten.
constexpr std::string_view measure_words[] = {
    "元",     "美元",     "欧元",   "港元", "日元",   "%",      "‰",      "个百分点", "百分点", "个千分点", "千分点",
    "人",     "人次",     "人次数", "人天", "人日",   "人(次)", "家",     "家次",     "个",     "个(套)",   "起",
    "期",     "期次",     "批",     "批次", "批(次)", "次",     "次数",   "台",       "台(套)", "台次",     "套",
    "套(台)", "条",       "种",     "件",   "件次",   "件(套)", "辆",     "辆次",     "辆(台)", "年",       "周年",
    "季度",   "个季度",   "个月",   "月",   "周",     "日",     "天",     "个工作日", "工作日", "小时",     "个小时",
    "学时",   "课时",     "分钟",   "秒",   "岁",     "号",     "平方米", "平方",     "立方米", "米",       "公里",
    "千米",   "平方公里", "公顷",   "亩",   "吨",     "公斤",   "千克",   "千瓦时",   "户",     "户次",     "所",
    "份",     "张",       "场",     "场次", "场(次)", "班次",   "车次",   "名",       "位",     "项",       "项次",
    "分",     "册",       "篇",     "幅",   "片",     "座",     "栋",     "间",       "处",     "只",       "株",
    "棵",     "队",       "例",     "例次", "类",     "倍",     "盏",     "艘",       "架",     "盒",       "箱",
    "袋",     "瓶",       "段",     "标段", "块",     "根",     "扇",     "卷",       "孔",     "匹",       "尾",
    "毫米",   "厘米",     "升",     "毫升", "立方",   "亩次",   "课次",   "站次",     "人份",
};

constexpr WordTable table(measure_words);

/// "/" and a measure word behind it; 0 if there is none.
std::size_t per_length(std::string_view text) {
  if (!text.starts_with('/')) return 0;
  const std::size_t word = measure_word_length(text.substr(1));
  return word == 0 ? 0 : word + 1;
}

}  // namespace

std::size_t measure_word_length(std::string_view text) {
  return table.longest(text).size();
}

std::size_t unit_length(std::string_view text) {
  constexpr int most_divisors = 2;  // 元/人/年
  std::size_t length = measure_word_length(text);
  if (length == 0) return 0;
  for (int i = 0; i < most_divisors; ++i) length += per_length(text.substr(length));
  return length;
}

}  // namespace mingzhang::text
