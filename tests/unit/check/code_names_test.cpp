// Which codes a printed name may mean.
#include "check/code_names.h"

#include <gtest/gtest.h>

namespace mingzhang::check {
namespace {

using Codes = std::vector<std::string>;

const profile::Classification& some() {
  static const auto all = profile::Classification::parse(
      "code,name\n"
      "208,社会保障和就业支出\n20805,行政事业单位养老支出\n2080505,机关事业单位基本养老保险缴费支出\n"
      "210,卫生健康支出\n21013,医疗救助\n2101301,城乡医疗救助\n21015,医疗保障管理事务\n2101501,行政运行\n"
      "201,一般公共服务支出\n20103,政府办公厅及相关机构事务\n2010301,行政运行\n",
      "some.csv");
  return all;
}

TEST(CodesByName, AFinalWordForExpenditureMayBeLeftOut) {
  CodesByName names(some());
  EXPECT_EQ(names.meant_by("机关事业单位基本养老保险缴费", 7), Codes{"2080505"});
  EXPECT_EQ(names.meant_by("卫生健康支出", 3), Codes{"210"});
  EXPECT_EQ(names.meant_by("卫生健康支出", 5), Codes{});
  EXPECT_EQ(names.meant_by("行政运行", 7), (Codes{"2010301", "2101501"}));
}

TEST(CodesByName, TheNextCellMayFollowWithoutABreak) {
  CodesByName names(some());
  EXPECT_EQ(names.meant_by("城乡医疗救助 城乡医疗救助事项", 7), Codes{"2101301"});
  EXPECT_EQ(names.meant_by("城乡医疗", 7), Codes{});
  EXPECT_EQ(names.meant_by("", 7), Codes{});
}

TEST(CodesByName, ASlipIsOneDigit) {
  EXPECT_TRUE(is_one_digit_off("2101301", "2101361"));
  EXPECT_FALSE(is_one_digit_off("2101301", "2101301"));
  EXPECT_FALSE(is_one_digit_off("2101301", "21013"));
  EXPECT_FALSE(is_one_digit_off("2101301", "2101262"));
}

}  // namespace
}  // namespace mingzhang::check
