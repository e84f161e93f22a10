// Books with projects, money and indicators, for tests.
#pragma once

#include "books/source.h"
#include "performance/evaluate.h"
#include "performance/rules.h"
#include "support/books.h"

namespace mingzhang::performance {

inline const Taxonomy& taxonomy() {
  static const Taxonomy known =
      load_taxonomy(tests::file_content(SOURCE_DIR "/data/performance/taxonomy.toml"), "taxonomy.toml");
  return known;
}

inline const scoring::Pack& pack(const std::string& id = "national") {
  static const scoring::Packs packs = [] {
    std::vector<scoring::Source> sources;
    for (const std::string name : {"national", "xinjiang", "shaanxi"})
      sources.push_back({name, tests::file_content(SOURCE_DIR "/data/scoring/" + name + ".toml")});
    return scoring::load(sources);
  }();
  return *packs.find(id);
}

/// A year of one project: 63.00 万元 granted, 45.00 paid, which makes 7.14 of 10 by the linear rule.
struct Kept : tests::OpenBooks {
  Rules rules{&pack(), &taxonomy(), {}, {}};

  Kept() {
    expect(add("unit", {{"name", "云岭县医疗保障局"}}));
    expect(add("project", {{"project", "城乡医疗救助"}, {"project_code", "001"}, {"year", "2030"}}));
    money("budget", "630000");
    money("payment", "450000");
  }
  static void expect(std::int64_t number) { EXPECT_NE(number, 0); }

  std::int64_t money(const std::string& kind, const std::string& amount, const std::string& date = "2030-06-30") {
    const auto number = add(kind, {{"year", "2030"},
                                   {"fund", "general"},
                                   {"function", "2101301"},
                                   {"dep_economic", "303"},
                                   {"project", "城乡医疗救助"},
                                   {"date", kind == "budget" ? "" : date},
                                   {"amount", amount}});
    EXPECT_NE(number, 0) << first_problem();
    return number;
  }
  std::int64_t indicator(const std::string& name, const std::string& target, const std::string& weight,
                         std::vector<books::Pair> more = {}, const std::string& level2 = "数量指标",
                         const std::string& level1 = "产出指标") {
    std::vector<books::Pair> pairs = {
        {"year", "2030"}, {"project", "城乡医疗救助"}, {"level1", level1}, {"level2", level2},
        {"name", name},   {"target", target},          {"weight", weight}};
    pairs.insert(pairs.end(), more.begin(), more.end());
    const auto number = add("indicator", pairs);
    EXPECT_NE(number, 0) << first_problem();
    return number;
  }
  std::int64_t actual(const std::string& name, const std::string& value, std::vector<books::Pair> more = {}) {
    std::vector<books::Pair> pairs = {{"year", "2030"}, {"project", "城乡医疗救助"}, {"name", name}, {"actual", value}};
    pairs.insert(pairs.end(), more.begin(), more.end());
    const auto number = add("actual", pairs);
    EXPECT_NE(number, 0) << first_problem();
    return number;
  }

  books::BooksSource figures() { return {books, tests::slices(), {2030, "outturn", 20}}; }
  std::vector<Evaluation> evaluated() {
    const books::BooksSource source(books, tests::slices(), {2030, "outturn", 20});
    return evaluate(load_plan(books, 2030), source, rules, "books.db");
  }
  Evaluation only() {
    auto all = evaluated();
    EXPECT_EQ(all.size(), 1u);
    return all.empty() ? Evaluation() : std::move(all.front());
  }
};

inline std::string codes(const std::vector<Todo>& todos) {
  std::string out;
  for (const auto& todo : todos) out += todo.code + "(" + todo.indicator + ") ";
  return out;
}

}  // namespace mingzhang::performance
