#include "publish/compose.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "formats/text/write_text.h"
#include "publish/compare.h"
#include "publish/explain.h"
#include "publish/facts_source.h"
#include "publish/gate.h"
#include "support/documents.h"

namespace mingzhang::publish {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;
using money::Decimal;

Cell cell(std::initializer_list<std::pair<Dimension, const char*>> members) {
  Cell out;
  for (const auto& [dimension, name] : members) out[dimension] = Member(name);
  return out;
}

/// Figures in yuan, by cell; everything that is not there is not recorded.
class FewFigures : public cube::Source {
 public:
  void put(const Cell& where, std::int64_t yuan) {
    cube::Figure figure;
    figure.quantity.value = Decimal(yuan);
    figure.quantity.unit = "元";
    figures[where] = figure;
  }
  std::optional<cube::Figure> figure(const Cell& where) const override {
    const auto found = figures.find(where);
    return found == figures.end() ? std::nullopt : std::optional(found->second);
  }
  std::vector<Member> members(Dimension dimension, const Cell& within, std::size_t level) const override {
    std::vector<Member> out;
    for (const auto& [where, figure] : figures) {
      Cell rest = where;
      rest[dimension] = Member();
      const auto name = where[dimension].name();
      if (rest == within && !name.empty() && (level == 0 || name.size() == level)) out.push_back(where[dimension]);
    }
    return out;
  }
  std::string words(std::string_view role, const Cell&) const override {
    const auto found = kept.find(std::string(role));
    return found == kept.end() ? "" : found->second;
  }

  std::map<Cell, cube::Figure> figures;
  std::map<std::string, std::string> kept;
};

std::string line_with(const std::string& text, const std::string& words) {
  const auto at = text.find(words);
  if (at == std::string::npos) return {};
  const auto begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

class Compose : public testing::Test {
 protected:
  static constexpr auto year = "2023";
  std::unique_ptr<const profile::LoadedForm> form = profile::load_form(profile::DataFiles(), "xinjiang-final", 2023);
  FewFigures source;

  Cell of(std::initializer_list<std::pair<Dimension, const char*>> members, const char* in_year = year) {
    return cell({{Dimension::year, in_year}, {Dimension::stage, "outturn"}}).with(cell(members));
  }
  Material material() const { return {*form, source, nullptr, "星野市医疗保障局", 2023}; }
  std::string text() const { return formats::write_text(compose(material()).publication); }
};

TEST_F(Compose, SaysDirectionAmountAndRateExactly) {
  source.put(of({{Dimension::flow, "sources"}}), 1'000'000);
  source.put(of({{Dimension::flow, "sources"}}, "2022"), 1'500'000);
  source.kept["reason"] = "项目减少";
  EXPECT_EQ(line_with(text(), "收入支出总体与上年相比"),
            "收入支出总体与上年相比，减少50.00万元，下降33.33%，主要原因是：项目减少。");
}

TEST_F(Compose, FromZeroIsAHundredPerCent) {
  source.put(of({{Dimension::flow, "sources"}}), 1'000'000);
  source.kept["reason"] = "新设单位";
  EXPECT_NE(text().find("增加100.00万元，增长100.00%"), std::string::npos);
}

TEST_F(Compose, WhatDidNotChangeNeedsNoReason) {
  source.put(of({{Dimension::flow, "sources"}}), 1'000'000);
  source.put(of({{Dimension::flow, "sources"}}, "2022"), 1'000'000);
  EXPECT_EQ(line_with(text(), "收入支出总体与上年相比"),
            "收入支出总体与上年相比，增加0.00万元，增长0.00%，主要原因是：与上年持平。");
}

TEST_F(Compose, AMissingReasonIsATodoWithWhatMovedMost) {
  const auto spent = [&](const char* function, const char* in_year) {
    return of({{Dimension::flow, "expenditure"}, {Dimension::fund, "general"}, {Dimension::function, function}},
              in_year);
  };
  const auto total = [&](const char* in_year) {
    return of({{Dimension::flow, "expenditure"}, {Dimension::fund, "general"}}, in_year);
  };
  source.put(total("2023"), 900'000);
  source.put(total("2022"), 500'000);
  source.put(spent("2101501", "2023"), 500'000);
  source.put(spent("2101501", "2022"), 450'000);
  source.put(spent("2101504", "2023"), 400'000);
  source.put(spent("2101504", "2022"), 50'000);
  const Composed composed = compose(material());
  EXPECT_NE(formats::write_text(composed.publication).find("主要原因是：【待填写：原因】"), std::string::npos);
  const auto todo = std::find_if(composed.todos.begin(), composed.todos.end(), [](const Todo& one) {
    return one.section.find("总体情况") != std::string::npos && !one.proposals.empty();
  });
  ASSERT_NE(todo, composed.todos.end());
  ASSERT_EQ(todo->proposals.size(), 2U);
  EXPECT_EQ(todo->proposals[0], "信息化建设 增加 35.00 万元");
  EXPECT_EQ(todo->what, "一般公共预算支出比2022年增加 40.00 万元的原因");
  EXPECT_TRUE(todo->sentence.ends_with("主要原因是：＿＿")) << todo->sentence;
  EXPECT_EQ(todo->role, "reason");
}

TEST_F(Compose, ItemsThatFellToZeroAreStillNamed) {
  const auto where = [&](const char* in_year) {
    return of({{Dimension::flow, "expenditure"}, {Dimension::fund, "general"}, {Dimension::function, "2101504"}},
              in_year);
  };
  source.put(where("2022"), 120'000);
  source.kept["reason"] = "本年未安排";
  EXPECT_EQ(
      line_with(text(), "信息化建设（项）"),
      "1.卫生健康支出（类）医疗保障管理事务（款）信息化建设（项）：支出决算数为0.00万元，比上年决算数减少12.00万元，"
      "下降100.00%，主要原因是：本年未安排。");
}

TEST_F(Compose, EmptyTablesKeepTheirFormAndWhatIsNotRecordedStaysBlank) {
  source.put(of({{Dimension::flow, "income"}, {Dimension::fund, "other"}}), 1'934'500);
  const Composed composed = compose(material());
  ASSERT_EQ(composed.publication.sheets.size(), 9U);
  const auto& sheet = composed.publication.sheets.front();
  const auto numbers =
      std::count_if(sheet.cells.begin(), sheet.cells.end(), [](const auto& one) { return one.is_number; });
  EXPECT_EQ(numbers, 1);
  const auto& empty = composed.publication.sheets[7];
  EXPECT_EQ(empty.title, "政府性基金预算财政拨款收入支出决算表");
  EXPECT_GT(empty.cells.size(), 8U);
}

TEST(Comparer, RoundsHalfAwayFromZero) {
  const auto form = profile::load_form(profile::DataFiles(), "xinjiang-final", 2023);
  FewFigures source;
  const Cell now = cell({{Dimension::flow, "income"}}), before = cell({{Dimension::flow, "sources"}});
  const Material material{*form, source, nullptr, "某局", 2023};
  const Comparer compare(material);
  source.put(before, 80'000);
  source.put(now, 80'004);  // 0.005 %
  EXPECT_EQ(compare.growth(cube::Claim::growth, now, before, 2).to_string(), "0.01");
  source.put(now, 79'996);
  EXPECT_EQ(compare.growth(cube::Claim::growth, now, before, 2).to_string(), "-0.01");
  EXPECT_EQ(compare.change(now, before, 4, 2).to_string(), "0");
  EXPECT_EQ(compare.portion(cube::Claim::share, now, before, 2)->to_string(), "100.00");
  source.put(before, 0);
  EXPECT_FALSE(compare.portion(cube::Claim::share, now, before, 2));
}

class Again : public testing::TestWithParam<const char*> {};

/// What was read is composed, read and judged again: the same figures, and no finding.
TEST_P(Again, ADocumentComesBack) {
  std::ifstream file(std::string(SOURCE_DIR) + "/examples/" + GetParam() + "-clean.txt");
  std::stringstream content;
  content << file.rdbuf();
  const auto document = support::document_of(content.str());
  const profile::DataFiles data;
  const auto reading = profile::read_document(document, data);
  ASSERT_EQ(reading.recognition.profile, GetParam());
  const FactsSource source(reading);
  const Material material{*reading.loaded, source, &source, reading.recognition.unit, reading.recognition.year};
  const Composed composed = compose(material);
  EXPECT_TRUE(composed.todos.empty());
  const Judged judged = judge(composed, data, GetParam(), scoring::Packs({}));
  EXPECT_TRUE(judged.result.findings.empty());
  EXPECT_EQ(judged.result.coverage.unread, 0U);
  const Explainer explainer(judged.result.reading);
  std::size_t bound = 0;
  for (const auto& figure : composed.figures) {
    const auto statement = explainer.find(figure.key);
    ASSERT_GE(statement, 0) << figure.title << " " << figure.row << " " << figure.printed;
    bound += explainer.laws_of(static_cast<std::uint32_t>(statement)).empty() ? 0U : 1U;
  }
  EXPECT_GT(bound * 10, composed.figures.size() * 4);
}

INSTANTIATE_TEST_SUITE_P(Examples, Again,
                         testing::Values("xinjiang-final", "shaanxi-final", "shanghai-budget", "shanghai-final"));

}  // namespace
}  // namespace mingzhang::publish
