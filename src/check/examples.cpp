#include "check/examples.h"

#include "profile/toml_reader.h"

namespace mingzhang::check {
namespace {

constexpr auto examples_file = "rule_examples.toml";

Example read_example(const profile::TomlTable& rule, std::string_view key) {
  const auto table = rule.table(key);
  if (!table) rule.fail("'" + std::string(key) + "' is missing: every rule has a passing and a failing example");
  Example example{table->string("profile"), table->string("text"), table->string("with", ""),
                  table->string("notice", "")};
  table->finish();
  if (example.profile.empty() || example.text.empty()) table->fail("an example has a profile and a text");
  return example;
}

}  // namespace

std::map<std::string, Examples> load_examples(const profile::DataFiles& data, const Rules& rules) {
  const toml::table content = profile::parse_toml(data.read(examples_file), examples_file);
  const profile::TomlTable root(content, examples_file);
  std::map<std::string, Examples> examples;
  for (const auto& rule : rules.all()) {
    const auto table = root.table(rule.id);
    if (!table) root.fail("the rule '" + rule.id + "' has no examples");
    examples[rule.id] = {read_example(*table, "passing"), read_example(*table, "failing")};
    table->finish();
  }
  root.finish();
  return examples;
}

}  // namespace mingzhang::check
