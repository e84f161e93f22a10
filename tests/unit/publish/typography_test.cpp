#include "publish/typography.h"

#include <gtest/gtest.h>

namespace mingzhang::publish {
namespace {

TEST(Typeset, WidensPunctuationButNotNumbers) {
  EXPECT_EQ(typeset("收入总计1,010.37万元,其中:因公出国(境)费"), "收入总计1,010.37万元，其中：因公出国（境）费");
}

TEST(Typeset, PairsQuotationMarksOverPieces) {
  bool open = false;
  EXPECT_EQ(typeset("财政拨款\"三公", open), "财政拨款“三公");
  EXPECT_EQ(typeset("\"经费", open), "”经费");
}

TEST(Ordinal, KeepsItsKind) {
  EXPECT_EQ(ordinal_like("1.", 12), "12.");
  EXPECT_EQ(ordinal_like("（一）", 11), "（十一）");
  EXPECT_EQ(ordinal_like("1、", 3), "3、");
  EXPECT_EQ(heading_number(1, 3), "第三部分 ");
  EXPECT_EQ(heading_number(3, 2), "（二）");
}

}  // namespace
}  // namespace mingzhang::publish
