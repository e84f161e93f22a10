#include "profile/own_codes.h"

#include <gtest/gtest.h>

#include "support/documents.h"

namespace mingzhang::profile {
namespace {

/// What the document calls 2080698.
std::string own_name(const std::string& text) {
  const auto document = support::document_of(text);
  Classification official;
  official.add("208", "社会保障和就业支出");
  official.add("20806", "企业改革补助");
  return with_own_codes(official, document).name_of("2080698").value_or("");
}

TEST(OwnCodes, RowsOfTabs) {
  EXPECT_EQ(own_name("208\t06\t98\t云岭改革补助\t12.00\n"), "云岭改革补助");
  EXPECT_EQ(own_name("2080698\t云岭改革补助\t12.00\n"), "云岭改革补助");
  EXPECT_EQ(own_name("299\t06\t98\t云岭改革补助\t12.00\n"), "");
}

TEST(OwnCodes, FlattenedRowsOverLinesThatAgree) {
  const std::string once = "208 06 98 云岭改革补助 12.00 12.00\n\n",
                    wrapped = "208 06 98\n云岭改\n\n革补助\n12.00 12.00\n";
  EXPECT_EQ(own_name(once), "") << "a name that was printed once may be two";
  EXPECT_EQ(own_name(once + wrapped), "云岭改革补助");
  EXPECT_EQ(own_name(once + "208 06 98 云岭改革补 12.00\n"), "");
  EXPECT_EQ(own_name("2080698 云岭改革补助\n2080698 云岭改革补助\n"), "") << "no row without a figure";
  EXPECT_EQ(own_name("208 06 98 云岭改革补助 12.00\n" + once + "208 06 98 云岭改革补助某项目 5.00\n"), "云岭改革补助");
}

}  // namespace
}  // namespace mingzhang::profile
