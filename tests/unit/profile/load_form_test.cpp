// Every mistake in a profile is told with its file, its line and what is wrong.
#include "profile/load_form.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/small_form.h"

namespace mingzhang::profile {
namespace {

using support::mistake;
using support::small_form;
using support::small_wording;
using support::SmallForm;
using support::with;

constexpr int year = 2023;

std::string form_mistake(const std::string& from, const std::string& to) {
  const SmallForm data(with(small_form, from, to));
  return mistake([&] { load_form(data.files(), "small-final", year); });
}

std::string wording_mistake(const std::string& from, const std::string& to) {
  const SmallForm data(small_form, with(small_wording, from, to));
  return mistake([&] { load_form(data.files(), "small-final", year); });
}

/// "FILE:LINE:" of the first line of `text` that holds `words`; of the header above where they name an entry.
std::string line_of(const std::string& file, const std::string& text, const std::string& words) {
  const auto before = text.substr(0, text.find(words));
  const bool entry = words.starts_with("id =") && before.ends_with("]]\n");
  const auto lines = std::count(before.begin(), before.end(), '\n') + (entry ? 0 : 1);
  return "profiles/small-final/" + file + ":" + std::to_string(lines) + ":";
}

TEST(LoadForm, ReadsWhatTheFilesSay) {
  const SmallForm data;
  const auto loaded = load_form(data.files(), "small-final", year);
  const Form& form = loaded->form;
  EXPECT_EQ(form.name, "样例 决算公开");
  EXPECT_EQ(form.stage, "outturn");
  EXPECT_EQ(form.amount_unit, "万元");
  ASSERT_NE(form.list("sources"), nullptr);
  EXPECT_EQ(form.list("sources")->find("其它收入")->member.name(), "other");
  ASSERT_NE(form.section("income"), nullptr);
  EXPECT_EQ(form.section("income")->lists.at(0).parts.size(), 3u);
  EXPECT_EQ(to_string(form.section("income")->lists[0].parts[0]), "flow=income fund=fiscal");
  EXPECT_EQ(form.section("remarks")->reading, Section::Reading::free_text);
  EXPECT_TRUE(form.section("remarks")->clauses.empty());  // "*" means sections of clauses
  const auto& clauses = form.section("income")->clauses;
  ASSERT_EQ(clauses.size(), 4u);
  EXPECT_EQ(clauses[0].id, "why");
  EXPECT_TRUE(clauses[0].follows);
  EXPECT_TRUE(clauses[1].required);
  EXPECT_EQ(clauses[3].slots.at(2).claim, cube::Claim::share);
  EXPECT_TRUE(clauses[3].slots[2].whole);
}

TEST(LoadForm, ReadsTables) {
  const SmallForm data;
  const auto loaded = load_form(data.files(), "small-final", year);
  const Table& table = *loaded->form.table("T1");
  ASSERT_EQ(table.panels.size(), 2u);
  ASSERT_EQ(table.panels[0].rows.size(), 5u);
  EXPECT_EQ(table.panels[0].rows[0].names, std::vector<std::string>{"财政拨款收入"});
  EXPECT_EQ(table.panels[0].rows[3].kind, Row::Kind::blank);
  const auto& rows = table.panels[1].rows;
  EXPECT_EQ(rows.at(1).label, "二、卫生健康支出");
  EXPECT_EQ(rows[1].number, 7);
  EXPECT_EQ(to_string(rows[1].cell), "flow=expenditure function=210");
  EXPECT_EQ(rows[2].names, (std::vector<std::string>{"本年支出合计", "支出合计"}));
  EXPECT_EQ(table.panels[1].row_laws.at(0).parts, (std::vector<int>{6, 7}));
  EXPECT_EQ(loaded->form.table("T2")->column_laws.at(0).whole, 1);
}

TEST(LoadForm, ClassificationsAreThoseOfTheYearOrBefore) {
  SmallForm data;
  data.put("classifications/functional/2020.csv", "code,name\n208,社会保障支出\n210,卫生支出\n");
  data.put("classifications/functional/2022.csv", "code,name\n208,社会保障\n210,卫生\n");
  const auto name = [&](int of) {
    return load_form(data.files(), "small-final", of)->basics->functional.name_of("210");
  };
  EXPECT_EQ(name(2020), "卫生支出");
  EXPECT_EQ(name(2021), "卫生支出");
  EXPECT_EQ(name(2022), "卫生");
  EXPECT_EQ(name(2019), "卫生支出");  // none is earlier: the earliest
  EXPECT_EQ(name(2030), "卫生健康支出");
}

struct Mistake {
  const char* name;
  const char* from;
  const char* to;
  const char* line;  ///< words on the line that is told
  const char* says;
};

class FormMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(FormMistakes, AreToldWithTheirLine) {
  const auto& [name, from, to, line, says] = GetParam();
  const std::string what = form_mistake(from, to);
  EXPECT_EQ(what.find(line_of("form.toml", with(small_form, from, to), line)), 0u) << what;
  EXPECT_NE(what.find(says), std::string::npos) << what;
}

INSTANTIATE_TEST_SUITE_P(
    All, FormMistakes,
    testing::Values(
        Mistake{"syntax", "kind = \"final\"", "kind = final", "kind = final", "boolean"},
        Mistake{"kind", "kind = \"final\"", "kind = \"report\"", "kind =", "kind is 'final' or 'budget'"},
        Mistake{"stage", "kind = \"final\"", "kind = \"final\"\nstage = \"planned\"",
                "stage =", "no member of 'stage'"},
        Mistake{"unknown_key", "required = true", "requierd = true", "requierd", "unknown key 'requierd'"},
        Mistake{"top_key", "place =", "palce =", "palce", "unknown key 'palce'"},
        Mistake{"type", "required = true", "required = \"yes\"", "required = \"yes\"", "must be true or false"},
        Mistake{"no_title", "title = \"总体情况\"\n", "", "[[section]]", "'title' is missing"},
        Mistake{"bad_title", "[\"总体情况[说明|]\"]", "[\"总体情况[说明\"]", "titles =", "'[' without ']'"},
        Mistake{"reading", "reading = \"free\"", "reading = \"all\"", "id = \"remarks\"",
                "'clauses', 'free' or 'notes'"},
        Mistake{"same_section", "id = \"income\"", "id = \"overview\"", "id = \"overview\"\ntitle = \"收入",
                "two sections"},
        Mistake{"same_table", "id = \"T3\"", "id = \"T2\"", "id = \"T2\"\ntitle = \"基本",
                "two sections or tables 'T2'"},
        Mistake{"table_as_section", "id = \"T3\"", "id = \"income\"", "id = \"income\"\ntitle = \"基本", "'income'"},
        Mistake{"dimension", "{ flow = \"income\" }", "{ flwo = \"income\" }", "flwo", "'flwo' is no dimension"},
        Mistake{"member", "{ flow = \"income\" }", "{ flow = \"incom\" }", "\"incom\"",
                "'incom' is no member of 'flow'"},
        Mistake{"empty_member", "{ flow = \"income\" }", "{ flow = \"\" }", "{ flow = \"\" }", "a member has a name"},
        Mistake{"list_dimension", "dimension = \"fund\"", "dimension = \"money\"", "[list.sources]",
                "unknown dimension"},
        Mistake{"no_name", "[\"fiscal\", \"财政拨款收入\"]", "[\"fiscal\"]", "[\"fiscal\"]", "a member is [\"id\""},
        Mistake{"name_type", "\"其他收入\", \"其它收入\"", "\"其他收入\", 7", "7]", "a member is [\"id\""},
        Mistake{"no_code", "[\"301\"]", "[\"3O1\"]", "[list.wages]", "'3O1' is no code"},
        Mistake{"no_members", "[\"301\"]", "[\"999\"]", "[list.wages]", "'wages' has no members"},
        Mistake{"over", "over = \"sources\"", "over = \"origins\"", "\"origins\"", "names no list"},
        Mistake{"no_parts", "over = \"sources\"", "closed = true", "收入 = 各项", "needs 'parts', 'over' or 'tree'"},
        Mistake{"tree", "tree = \"function\", level", "tree = \"branch\", level", "\"branch\"", "names no dimension"},
        Mistake{"level", "level = 7", "level = 6", "level = 6", "'level' is 3, 5 or 7"},
        Mistake{"each_of", "each_of = \"T2\"", "each_of = \"T9\"", "each_of = \"T9\"", "no table 'T9'"},
        Mistake{"column", "is = \"label\"", "is = \"lable\"", "lable", "a column is"},
        Mistake{"no_columns",
                "columns = [\n    { header = [\"收入\", \"项目\"], is = \"label\" },\n    { header = [\"收入\", "
                "\"行次\"], is = \"number\" },\n    { header = [\"收入\", \"决算数\"], cell = {} },\n  ]",
                "", "  [[table.panel]]", "a panel needs columns"},
        Mistake{"row_list", "list = \"classes\"", "list = \"class\"", "list = \"class\"", "names no list"},
        Mistake{"row_key", "number = 3, label", "nubmer = 3, label", "nubmer", "unknown key"},
        Mistake{"blank", "{ blank = 1, number = 4 }", "{ blank = 100000, number = 4 }", "100000", "a number of rows"},
        Mistake{"no_row", "3 = 1 + 2", "3 = 1 + 20", "  [[table.panel]]", "law '3 = 1 + 20': no row has the number 20"},
        Mistake{"no_column", "1 = 2 + 3", "1 = 2 + 4", "id = \"T2\"", "law '1 = 2 + 4': there is no column 4"},
        Mistake{"law_words", "1 = 2 + 3", "1 = 2 * 3", "id = \"T2\"", "unexpected '*'"},
        Mistake{"law_twice", "1 = 2 + 3", "1 = 2 = 3", "id = \"T2\"", "two signs of equality"},
        Mistake{"law_open", "1 = 2 + 3", "1 = 2 +", "id = \"T2\"", "a key is expected at character 8"},
        Mistake{"law_side", "1 = 2 + 3", "1 + 2", "id = \"T2\"", "expected WHOLE = PART + PART"},
        Mistake{"law_range", "8 = 6..7", "8 = 7..6", "[[table.panel]]\n  columns = [\n    { header = [\"支出",
                "a range runs upwards"},
        Mistake{
            "no_panel",
            "performance = { scope = \"project\", stage = \"self-evaluation\", level1 = [\"产出指标\", \"效益指标\"] }",
            "", "id = \"P\"", "table 'P' has no panel"}),
    [](const auto& test) { return std::string(test.param.name); });

class WordingMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(WordingMistakes, AreToldWithTheirLine) {
  const auto& [name, from, to, line, says] = GetParam();
  const std::string what = wording_mistake(from, to);
  EXPECT_EQ(what.find(line_of("wording.toml", with(small_wording, from, to), line)), 0u) << what;
  EXPECT_NE(what.find(says), std::string::npos) << what;
}

INSTANTIATE_TEST_SUITE_P(
    All, WordingMistakes,
    testing::Values(
        Mistake{"section", "section = \"income\"", "section = \"incomes\"", "id = \"income\"", "no section 'incomes'"},
        Mistake{"same_clause", "id = \"income-part\"", "id = \"income\"",
                "id = \"income\"\nsection = \"income\"\ntext = \"{member", "two clauses 'income'"},
        Mistake{"no_text", "text = \"一般公共预算支出{amount spent}\"", "", "id = \"spent\"", "'text' is missing"},
        Mistake{"pattern", "{amount spent}", "{amount spent", "{amount spent", "'{' without '}'"},
        Mistake{"slot_type", "{amount spent}", "{money spent}", "{money spent", "unknown slot type 'money'"},
        Mistake{"phrase", "比上年<yoy>", "比上年<yyo>", "<yyo>", "unknown phrase <yyo>"},
        Mistake{"unknown_slot", "spent = {}", "spend = {}", "id = \"spent\"", "what does slot 'spent' mean?"},
        Mistake{"left_over", "spent = {}", "spent = {}\nmore = {}", "more = {}", "unknown key 'more'"},
        Mistake{"meaning", "{ is = \"reason\" }", "{ is = \"cause\" }", "\"cause\"", "'cause' is no meaning of a slot"},
        Mistake{"meaning_key", "{ is = \"reason\" }", "{ is = \"reason\", as = \"x\" }", "as =", "unknown key 'as'"},
        Mistake{"list", "{ list = \"sources\" }", "{ list = \"origins\" }", "\"origins\"", "no list 'origins'"},
        Mistake{"member_list", "source = { list = \"sources\" }", "source = {}", "id = \"income-part\"",
                "slot 'source' needs a list"},
        Mistake{"path", "path = { dimension = \"function\" }", "path = {}", "id = \"item\"",
                "slot 'path' needs a dimension"},
        Mistake{"path_dimension", "dimension = \"function\"", "dimension = \"functions\"", "\"functions\"",
                "unknown dimension"},
        Mistake{"direction", "growth = { is = \"growth\"", "growth = { is = \"direction\"", "id = \"totals-change\"",
                "a direction is said by a direction slot"},
        Mistake{"relation", "share = { is = \"share\",", "share = { is = \"share\", relation = \">\",", "relation",
                "=, >= or <="},
        Mistake{"count", "of = \"names\"", "of = \"rooms\"", "id = \"offices\"", "no slot 'rooms' to count"},
        Mistake{"cell", "cell = { item = \"staff\" }", "cell = { items = \"staff\" }", "items",
                "'items' is no dimension"},
        Mistake{"unused_slot", "reason = { is = \"reason\" }", "reason = { is = \"reason\" }\nother = { is = \"x\" }",
                "other =", "no meaning"},
        Mistake{"top", "[phrase]", "extra = 1\n[phrase]", "extra", "unknown key 'extra'"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(LoadRecognisers, TellMistakes) {
  SmallForm data;
  data.put("profiles/index.toml", with(support::small_index, "{year}年度", "{year年度"));
  EXPECT_NE(mistake([&] { load_recognisers(data.files()); }).find("profiles/index.toml:8:10: pattern"),
            std::string::npos);
  data.put("profiles/index.toml", with(support::small_index, "none", "not"));
  EXPECT_NE(mistake([&] { load_recognisers(data.files()); }).find("index.toml:7:7: unknown key 'not'"),
            std::string::npos);
}

TEST(LoadForm, MissingFilesAreNamed) {
  const SmallForm data;
  EXPECT_EQ(mistake([&] { load_form(data.files(), "nowhere", year); }),
            "profiles/nowhere/form.toml: no such data file");
}

TEST(LoadForm, EveryShippedProfileLoads) {
  const DataFiles data;
  EXPECT_FALSE(profile_ids(data).empty());
  for (const auto& id : profile_ids(data)) EXPECT_EQ(load_form(data, id, year)->form.id, id);
}

}  // namespace
}  // namespace mingzhang::profile
