// Years, directions, reasons; and what was typed wrongly.
#include <gtest/gtest.h>

#include "checked.h"

namespace mingzhang::check {
namespace {

using WordsOfText = Checked;

TEST_F(WordsOfText, TheYearIsThatOfTheTitle) {
  EXPECT_EQ(found("一、总体情况\n2022年度收入总计 1.00 万元，支出总计 1.00 万元。\n"),
            Words{"error year 2022 -> 2023"});
  EXPECT_EQ(found("一、总体情况\n2023年度收入总计 1.00 万元，支出总计 1.00 万元。较2022年相同。\n"), Words{});
}

std::string change(const std::string& words, const std::string& reason = "") {
  return "一、总体情况\n2023年度收入总计 9.00 万元，支出总计 9.00 万元。收入总计与上年相比，" + words +
         (reason.empty() ? "" : "，主要原因是：" + reason) + "。\n";
}

TEST_F(WordsOfText, TwoDirectionsOfOneComparisonAgree) {
  EXPECT_EQ(found(change("减少 1.00 万元，下降 10.00%")), Words{});
  EXPECT_EQ(found(change("减少 1.00 万元，增长 10.00%")).at(0), "error direction 增长");
  EXPECT_EQ(of_rule("direction")->words.at("other"), "减少");
  EXPECT_EQ(of_rule("direction")->places.size(), 2u);
  EXPECT_EQ(found(change("持平 0.00 万元，增长 0.00%")), Words{});
}

TEST_F(WordsOfText, ReasonsDoNotSpeakOfTheOpposite) {
  EXPECT_EQ(found(change("减少 1.00 万元，下降 10.00%", "人员经费增加")),
            Words{"warning reason-direction 人员经费增加"});
  EXPECT_EQ(found(change("增加 1.00 万元，增长 12.50%", "会议费压减")), Words{"warning reason-direction 会议费压减"});
  EXPECT_EQ(of_rule("reason-direction")->places.size(), 2u);  // the reason and its change
}

TEST_F(WordsOfText, TheConclusionOfAReasonIsTheChangeItself) {
  EXPECT_EQ(found(change("增加 1.00 万元，增长 12.50%", "人员退休，导致本年度收入比上年减少")).size(), 1u);
  EXPECT_EQ(found(change("增加 1.00 万元，增长 12.50%", "人员退休，导致本年度收入比上年增加")), Words{});
  EXPECT_EQ(found(change("减少 1.00 万元，下降 10.00%", "人员退休，缴费支出增加")).size(), 1u);
  EXPECT_EQ(found(change("减少 1.00 万元，下降 10.00%", "项目支出减少，人员经费增加")), Words{});
  EXPECT_EQ(found(change("减少 1.00 万元，下降 10.00%", "人员退休，支出未增加")), Words{});
}

TEST_F(WordsOfText, ReasonsThatMayExplainAreLeftAlone) {
  EXPECT_EQ(found(change("减少 1.00 万元，下降 10.00%", "上年新增设备，本年未购置")), Words{});
  EXPECT_EQ(found(change("减少 1.00 万元，下降 10.00%", "人员退休，工资增加有限")), Words{});
  EXPECT_EQ(found(change("增加 1.00 万元，增长 12.50%", "上年压减较多")), Words{});
  EXPECT_EQ(found(change("减少 0.00 万元，下降 0.00%", "人员经费增加")), Words{});
}

TEST_F(WordsOfText, LinesThatFollowThemselves) {
  const std::string line = "负责全县医疗保障经办管理工作。\n";
  EXPECT_EQ(found("四、其他说明\n" + line + "无。\n" + line), Words{});
  EXPECT_EQ(found("四、其他说明\n无。\n无。\n"), Words{});
  EXPECT_EQ(found("四、其他说明\n" + line + "\n" + line).size(), 1u);
}

TEST_F(WordsOfText, NumbersOfEntries) {
  const auto numbers = [&](const std::string& text) {
    Words out;
    for (const auto& finding : checked("四、其他说明\n" + text).findings)
      if (finding.rule == "numbering" && finding.stated != "四、")
        out.push_back(finding.stated + " -> " + finding.expected);
    return out;
  };
  EXPECT_EQ(numbers("1. 管理。\n2. 监督。\n3. 宣传。\n1. 起草。\n2. 实施。\n"), Words{});
  EXPECT_EQ(numbers("1. 管理。\n7. 监督。\n3. 宣传。\n"), Words{"7. -> 2."});
  EXPECT_EQ(numbers("1、管理。\n7、监督。\n3、宣传。\n"), Words{"7、 -> 2、"});
  EXPECT_EQ(numbers("1. 管理。\n2. 监督。\n1. 宣传。\n4. 起草。\n"), Words{"1. -> 3."});
  EXPECT_EQ(numbers("1. 管理。2. 监督。8. 宣传。\n"), Words{"8. -> 3."});
  EXPECT_EQ(numbers("1. 管理。2. 监督。宣传 3. 起草。4. 实施。\n"), Words{});
  EXPECT_EQ(numbers("问题：5、不够。2、不足。\n措施：1、改。9、补。\n"), (Words{"5、 -> 1、", "9、 -> 2、"}));
  EXPECT_EQ(numbers("达到 1.5 倍；2.4 倍；管理 3 次。\n"), Words{});
  EXPECT_EQ(numbers("注：1. 数据为四舍五入。\n（1）管理；（3）监督；（3）宣传。\n"), Words{"(3) -> (2)"});
  EXPECT_EQ(numbers("一是管理；二是监督；四是宣传。\n"), Words{"四是 -> 三是"});
  EXPECT_EQ(numbers("项目\t目标1：管理。目标3：监督。目标3：宣传。\n"), Words{"目标3: -> 目标2:"});
  EXPECT_EQ(numbers("合计\t目标1：管理<br>目标3：监督<br>目标3：宣传\n"), Words{"目标3: -> 目标2:"});
  EXPECT_EQ(numbers("1. 本级\t5\n2. 下级\t6\n8. 其他\t7\n4. 合计\t8\n"), Words{"8. -> 3."});
}

TEST_F(WordsOfText, DatesThatNoCalendarHas) {
  EXPECT_EQ(found("四、其他说明\n截至2023年12月31日，2月29日起，试用期18月。\n"), Words{});
  EXPECT_EQ(found("四、其他说明\n截至2023年13月31日。\n").at(0), "error date 13月31");
  EXPECT_EQ(found("四、其他说明\n于11月31日前。\n").at(0), "error date 11月31");
  EXPECT_EQ(found("四、其他说明\n于52月底完成，见〔2061〕12号。\n").size(), 2u);
  EXPECT_EQ(found("四、其他说明\n合计\t5\t于18月底完成\n").size(), 1u);
}

TEST_F(WordsOfText, YearsThatCannotBe) {
  EXPECT_EQ(found("四、其他说明\n建于1368年，1921年起，规划至2035年，2023-2026年度服务，〔2024〕3号。\n"), Words{});
  EXPECT_EQ(found("四、其他说明\n3023 年完成，1023年度，2063年完工。\n"),
            (Words{"error date 3023年", "error date 1023年", "warning date 2063年"}));
  EXPECT_EQ(found("四、其他说明\n主要原因是2028年新增人员。2028年完工。原因是2028年规划提前。\n"),
            Words{"warning date 2028年"});
  EXPECT_EQ(found("四、其他说明\n开展2043年度工作。\n合计\t5\t于2823年完成\n"),
            (Words{"warning date 2043年", "error date 2823年"}));
  EXPECT_EQ(found("四、其他说明\n见[2029]3号，（2083）4 号，【1023】5号，（2083）。\n"),
            (Words{"warning date 2029", "error date 2083", "error date 1023"}));
}

TEST_F(WordsOfText, TermsReachFar) {
  EXPECT_EQ(found("四、其他说明\n土地使用权至2073年5月6日，租赁期限为2019年至2060年。\n"), Words{});
  EXPECT_EQ(found("四、其他说明\n合同期限一年。截至2073年12月底，完成。\n"), Words{"error date 2073年"});
  EXPECT_EQ(found("四、其他说明\n使用期限至3023年。\n"), Words{"error date 3023年"});
}

TEST_F(WordsOfText, RatesOfMoreThanTheirWhole) {
  EXPECT_EQ(found("四、其他说明\n群众满意度100%，资金及时率均达到 99.5%，完成率 120%，达标率提高的 150% 以上。\n"),
            Words{});
  EXPECT_EQ(found("四、其他说明\n群众满意度均达到 105%。\n"), Words{"warning rate-over-whole 105%"});
  EXPECT_EQ(found("四、其他说明\n合计\t持证上岗率为 900.5%\n"), Words{"warning rate-over-whole 900.5%"});
}

TEST_F(WordsOfText, CalculationsInWords) {
  EXPECT_EQ(found("四、其他说明\n完成率为 7 期÷8 期=86.5%。\n"), Words{"warning calculation 86.5% -> 87.5"});
  EXPECT_EQ(found("四、其他说明\n执行 23.44 万元，与年初预算 80 万相差 56.56 万元。\n"), Words{});
  EXPECT_EQ(found("四、其他说明\n执行 23.44 万元，与年初预算 80 万相差 57.56 万元。\n"),
            Words{"warning calculation 57.56万元 -> 56.56"});
  EXPECT_EQ(found("四、其他说明\n执行 23.44 万元。预算 80 万与决算相差 57.56 万元。\n"), Words{});
}

TEST_F(WordsOfText, SaidAgainWithAnotherDigit) {
  const auto retired = [](const std::string& count) {
    return "缴费减少，原因是行政编制在职人员 " + count + " 名退休减少缴费。\n";
  };
  const std::string thrice = "四、其他说明\n" + retired("1") + "管理。\n" + retired("1") + "监督。\n" + retired("1");
  EXPECT_EQ(found(thrice), Words{});
  EXPECT_EQ(found(thrice + "宣传。\n" + retired("3")), Words{"warning echo 3名 -> 1名"});
  EXPECT_EQ(found(thrice + "宣传。\n" + retired("12")), Words{});
  EXPECT_EQ(found(thrice + "宣传。\n" + retired("3") + "起草。\n" + retired("3")), Words{});
  EXPECT_EQ(found("四、其他说明\n参保 125,920 人，救助 125920 人，年末 125720 人。\n"),
            Words{"warning echo 125720人 -> 125920人"});
  EXPECT_EQ(found("四、其他说明\n参保 125,920 人，救助 125920 人，编号 125720，年末 126720 人。\n"), Words{});
}

TEST_F(WordsOfText, CountsOfAnotherBasisAreNoEcho) {
  const std::string twice = "四、其他说明\n参保 125920 人，救助 125920 人。\n";
  EXPECT_EQ(found(twice + "年末参保 125720 人。\n"), Words{"warning echo 125720人 -> 125920人"});
  EXPECT_EQ(found(twice + "上年末参保 125720 人。\n"), Words{});
  EXPECT_EQ(found(twice + "2022 年末，参保 125720 人。\n"), Words{});
  EXPECT_EQ(found(twice + "2023 年末，参保 125720 人。\n"), Words{"warning echo 125720人 -> 125920人"});
  EXPECT_EQ(found(twice + "计划参保 125900 人，任务数 125900 人。\n"), Words{});
  EXPECT_EQ(found("四、其他说明\n任务数 125900 人，参保 125920 人完成任务数 125900 人。\n"), Words{});
  EXPECT_EQ(found("四、其他说明\n应发放 21356 人，应补助 21356 人，实际发放 21350 人。\n"), Words{});
  EXPECT_EQ(found("四、其他说明\n甲镇参保 21356 人、乙镇 21356 人、丙镇 21350 人。\n"), Words{});
}

TEST_F(WordsOfText, MarksWrittenTwice) {
  EXPECT_EQ(found("四、其他说明\n无，，其他。\n"), Words{"warning punctuation ，，"});
  EXPECT_EQ(found("四、其他说明\n举办“宣传月”、进社区”活动。\n"), Words{"warning punctuation ”"});
  EXPECT_EQ(found("四、其他说明\n无……“其他——没有。”“好\n"), Words{});
}

TEST_F(WordsOfText, MarksThatDoNotPair) {
  EXPECT_EQ(found("四、其他说明\n落实“三公“经费管理办法。\n"), Words{"warning punctuation “"});
  EXPECT_EQ(found("四、其他说明\n落实”三公”经费管理办法。\n"), Words{"warning punctuation ”"});
  EXPECT_EQ(found("四、其他说明：\n培训费（含教材费无。\n"), Words{"warning punctuation （"});
  EXPECT_EQ(found("四、其他说明：\n培训费含教材费）无。\n"), Words{"warning punctuation ）"});
}

TEST_F(WordsOfText, WhatALineBreakMayHaveLostIsNotTold) {
  EXPECT_EQ(found("四、其他说明\n落实“三公\n”经费，培训费（含教\n材费）无。\n"), Words{});
  EXPECT_EQ(found("四、其他说明：\n1）培训；2）会议（含外地）。\n"), Words{});
}

TEST_F(WordsOfText, WordsWrittenTwice) {
  EXPECT_EQ(found("四、其他说明\n无其他其他说明。\n"), Words{"warning duplicate-word 其他其他 -> 其他"});
  EXPECT_EQ(found("四、其他说明\n医疗保障局医疗保障局印。\n"),
            Words{"warning duplicate-word 医疗保障局医疗保障局 -> 医疗保障局"});
  EXPECT_EQ(found("四、其他说明\n稳稳当当，层层落实，天天向上，哈哈哈哈。\n"), Words{});
  EXPECT_EQ(found("四、其他说明\n12121212 abab\n"), Words{});
}

TEST_F(WordsOfText, ResidueOfTemplates) {
  EXPECT_EQ(found("四、其他说明\n比上年增加（减少）若干。\n"), Words{"warning template 增加（减少） -> 增加 或 减少"});
  EXPECT_EQ(found("四、其他说明\n共 XX 万元。\n"), Words{"warning template XX 万元 -> 金额"});
}

TEST_F(WordsOfText, PersonalNumbersAreToldWithoutBeingRepeated) {
  EXPECT_EQ(found("四、其他说明\n联系人：13800000000。\n"), Words{"warning personal-data 138********"});
  EXPECT_EQ(of_rule("personal-data")->places.at(0).quote, "138********");
  EXPECT_EQ(found("四、其他说明\n身份证 11010519491231002X。\n"), Words{"error personal-data 110********"});
}

TEST_F(WordsOfText, PersonalNumbersInGroupsAndFullWidth) {
  EXPECT_EQ(found("四、其他说明\n手机 138 0000 0000。\n"), Words{"warning personal-data 138********"});
  EXPECT_EQ(found("四、其他说明\n138-0000-0000\n"), Words{"warning personal-data 138********"});
  EXPECT_EQ(found("四、其他说明\n１３８００００００００\n"), Words{"warning personal-data 138********"});
  EXPECT_EQ(found("四、其他说明\n110105 19491231 002X\n"), Words{"error personal-data 110********"});
  EXPECT_EQ(found("四、其他说明\n138 0000 0000 人\n"), Words{});
}

TEST_F(WordsOfText, BankCardsArePersonalWhereWordsSaySo) {
  EXPECT_EQ(found("四、其他说明\n开户银行和账号：6222 0000 0000 0000 004。\n"),
            Words{"warning personal-data 622********"});
  EXPECT_EQ(found("四、其他说明\n姓名\t账号\n某某\t4111111111111111\n"), Words{"warning personal-data 411********"});
  EXPECT_EQ(found("四、其他说明\n项目编码 4111111111111111。\n"), Words{});
  EXPECT_EQ(found("四、其他说明\n账号 4111111111111112。\n"), Words{});
}

TEST_F(WordsOfText, FiguresAndCodesAreNotPersonal) {
  EXPECT_EQ(found("四、其他说明\n共 13800000000.00，或 13800000000 元，代码 A13800000000。\n"), Words{});
  EXPECT_EQ(found("四、其他说明\n信用代码 110105194931310025。\n"), Words{});  // no such month
}

TEST_F(WordsOfText, NoticesOfTheReaderAboutTheLayoutAreFindings) {
  auto document = support::document_of("某单位的说明\n第二行\n");
  document.notices = {{2, 0, "clipped-text", "图"}, {0, 0, "encoding-gb18030", ""}, {0, 7, "blank-page", ""}};
  const auto reading = profile::read_document(document, data.files());
  const auto result = check(reading);
  ASSERT_EQ(result.findings.size(), 2u);
  EXPECT_EQ(line_of(result.findings[0]), "warning layout");
  EXPECT_EQ(result.findings[0].places.at(0).quote, "第二行");
  EXPECT_EQ(result.findings[0].words.at("detail"), "图");
  EXPECT_EQ(line_of(result.findings[1]), "note layout");
  EXPECT_EQ(result.findings[1].places.at(0).page, 7u);
}

TEST_F(WordsOfText, OtherLongNumbersAreNotPersonal) {
  EXPECT_EQ(
      found(
          "四、其他说明\n电话 0990-6660000，邮编 834000，账号 110105194912310021，编号 23800000000，138000000001。\n"),
      Words{});
}

TEST_F(WordsOfText, TypingIsToldWithoutAForm) {
  const auto read = support::read("某单位的说明，，\n", data.files());
  const auto result = check(read.reading);
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0].rule, "punctuation");
  EXPECT_EQ(result.findings[0].places.at(0).line, 1u);
}

TEST_F(WordsOfText, BracketsOfTwoWidths) {
  EXPECT_EQ(found("（三)机构改革"), Words{"note punctuation （三) -> （三）"});
  EXPECT_EQ(found("(四）机构改革"), Words{"note punctuation (四） -> （四）"});
  EXPECT_EQ(found("（五）机构(改革)"), Words{});
}

}  // namespace
}  // namespace mingzhang::check
