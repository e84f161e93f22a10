#include "report/overview.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace mingzhang::report {
namespace {

TEST(Overview, EveryFileHasItsLineAndTheUnreadableAreCounted) {
  Sample sample({"一、收入", "本年收入合计 58.35 万元"});
  sample.result.reading.recognition.unit = "云岭县医疗保障局";
  sample.result.reading.recognition.year = 2023;
  sample.add("year", check::Severity::error, sample.place(2, "58.35"));
  sample.add("year", check::Severity::note, sample.place(2, "58.35"));
  Overview overview;
  overview.add(sample.entry());
  overview.add({"没有.txt", nullptr, "missing", 0, "没有这个文件"});
  const std::string text = overview.text({});
  EXPECT_NE(text.find("       1         0      1       0  " + sample.entry().path + "　云岭县医疗保障局　2023\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("无法读取  没有.txt\n"), std::string::npos) << text;
  EXPECT_NE(text.find("共 2 个文件：错误 1，警告 0，提示 1；未读出的数字 0 个；无法读取的文件 1 个。"),
            std::string::npos)
      << text;
}

}  // namespace
}  // namespace mingzhang::report
