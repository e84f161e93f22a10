#include "performance/monitor.h"

#include "kept.h"

namespace mingzhang::performance {
namespace {

MonitorRule rule(const std::string& pack = "national") {
  return load_monitor_rule(tests::file_content(SOURCE_DIR "/data/performance/monitoring.toml"), "monitoring.toml",
                           pack);
}

/// "light code (indicator)" of every row; the money has no name.
std::string lights(Kept& kept, const std::string& date) {
  const Answers answers(kept.books, tests::vocabulary(), {2030, date, 0, 0});
  std::string out;
  for (const auto& project : monitor(load_plan(kept.books, 2030, date), answers, rule(), date))
    for (const auto& row : project.rows)
      out += std::string("-gyr").substr(static_cast<std::size_t>(row.light), 1) + " " + row.code + "(" + row.indicator +
             ") ";
  return out;
}

/// Of the one indicator that is added.
std::string light(const std::string& target, const std::string& date, const std::string& actual = {},
                  std::vector<books::Pair> more = {}) {
  Kept kept;
  kept.indicator("甲", target, "10", std::move(more));
  if (!actual.empty()) kept.actual("甲", actual, {{"date", date}});
  const auto all = lights(kept, date);
  return all.substr(all.find(") ") + 2);
}

TEST(Monitor, MoneyAgainstTime) {
  Kept kept;  // 45 of 63 paid on June 30
  kept.add("goal", {{"year", "2030"}, {"project", "城乡医疗救助"}, {"goal", "救助"}});
  EXPECT_EQ(lights(kept, "2030-01-31"), "- early() ");
  EXPECT_EQ(lights(kept, "2030-06-29"), "r behind() ");
  EXPECT_EQ(lights(kept, "2030-06-30"), "g on-time() ");
  EXPECT_EQ(lights(kept, "2030-10-31"), "y behind() ");
  EXPECT_EQ(lights(kept, "2030-12-31"), "y behind() ");
  kept.money("payment", "180000", "2030-12-30");
  EXPECT_EQ(lights(kept, "2030-12-31"), "g done() ");
}

TEST(Monitor, WhatGrowsIsHeldToTheTimeThatPassed) {
  EXPECT_EQ(light("≥100次", "2030-07-02", "46次"), "g on-time(甲) ");  // of 50
  EXPECT_EQ(light("≥100次", "2030-07-02", "44次"), "y behind(甲) ");
  EXPECT_EQ(light("≥100次", "2030-07-02", "34次"), "r behind(甲) ");
  EXPECT_EQ(light("≥100次", "2030-07-02", "100次"), "g done(甲) ");
  EXPECT_EQ(light("≥100次", "2030-12-31", "99次"), "y short(甲) ");
  EXPECT_EQ(light("≥100次", "2030-07-02", "44次", {{"start", "2030-04-01"}}), "g on-time(甲) ");
  EXPECT_EQ(light("≥100次", "2030-07-02", "", {{"start", "2030-08-01"}}), "- not-begun(甲) ");
}

TEST(Monitor, RatesAndLimitsHoldAtAnyTime) {
  EXPECT_EQ(light("≥90%", "2030-03-31", "90%"), "g on-time(甲) ");
  EXPECT_EQ(light("≥90%", "2030-03-31", "85%"), "y short(甲) ");
  EXPECT_EQ(light("≥90%", "2030-03-31", "60%"), "r short(甲) ");
  EXPECT_EQ(light("≤50万元", "2030-03-31", "50万元"), "g on-time(甲) ");
  EXPECT_EQ(light("≤50万元", "2030-03-31", "50.01万元"), "r over(甲) ");
  EXPECT_EQ(light("=0人", "2030-03-31", "1人"), "r over(甲) ");
}

TEST(Monitor, DatesWordsAndSilence) {
  EXPECT_EQ(light("2030年9月30日前", "2030-06-30"), "g on-time(甲) ");
  EXPECT_EQ(light("2030年9月30日前", "2030-09-01"), "y soon(甲) ");
  EXPECT_EQ(light("2030年9月30日前", "2030-10-01"), "r overdue(甲) ");
  EXPECT_EQ(light("2030年9月30日前", "2030-11-01", "2030年10月8日"), "r late(甲) ");
  EXPECT_EQ(light("2030年9月30日前", "2030-11-01", "2030年9月8日"), "g done(甲) ");
  const std::vector<books::Pair> latest = {{"formula", "最晚 支付.日期"}};  // which may still go on
  EXPECT_EQ(light("2030年9月30日前", "2030-08-01", "2030年7月8日", latest), "g on-time(甲) ");
  EXPECT_EQ(light("2030年9月30日前", "2030-10-01", "2030年7月8日", latest), "g done(甲) ");
  EXPECT_EQ(light("≥100次", "2030-02-01"), "- silent(甲) ");
  EXPECT_EQ(light("≥100次", "2030-05-01"), "y silent(甲) ");
  EXPECT_EQ(light("≥100次", "2030-10-01"), "r silent(甲) ");
  EXPECT_EQ(light("有效提升", "2030-10-01"), "y silent(甲) ");
  EXPECT_EQ(light("有效提升", "2030-05-01"), "- silent(甲) ");
  EXPECT_EQ(light("≥90%", "2030-07-02", "50%", {{"formula", "执行率 城乡医疗救助"}}), "g on-time(甲) ");
  EXPECT_EQ(light("有效提升", "2030-10-01", "部分达到预期"), "y grade(甲) ");
  EXPECT_EQ(light("有效提升", "2030-10-01", "未达到预期"), "r grade(甲) ");
  EXPECT_EQ(light("有效提升", "2030-10-01", "有所改善"), "- judge(甲) ");
  EXPECT_EQ(light("≥100次", "2030-10-01", "12人"), "- judge(甲) ");
  EXPECT_EQ(light("≥100次", "2030-10-01", "999999999999999999次"), "- judge(甲) ");
}

TEST(Monitor, RulesAreThoseOfThePack) {
  const std::string national = tests::file_content(SOURCE_DIR "/data/performance/monitoring.toml");
  const auto own = national +
                   "\n[[rule]]\npack = \"own\"\nmoney = { yellow = 50, red = 10 }\nindicator = { yellow = 90, red = "
                   "70 }\nrate = { yellow = 90, red = 70 }\nsilent = { yellow = 90, red = 95 }\nearly = 1\nsoon = 1\n";
  EXPECT_EQ(load_monitor_rule(own, "m.toml", "own").money.yellow, 50);
  EXPECT_EQ(load_monitor_rule(own, "m.toml", "other").money.yellow, 90);
  EXPECT_THROW(load_monitor_rule("x = 1\n", "m.toml", "own"), BadData);
  EXPECT_THROW(load_monitor_rule("", "m.toml", "own"), BadData);
}

}  // namespace
}  // namespace mingzhang::performance
