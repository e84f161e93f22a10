#include "report/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "report/json_parts.h"
#include "report/words.h"
#include "text/utf8.h"

namespace mingzhang::report {
namespace {

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t taken = text::display_width(text);
  return std::string(text) + std::string(width > taken ? width - taken : 0, ' ');
}

std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    out += "    " + std::string(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

Json json_of(const check::RuleInfo& rule, const check::Examples& examples) {
  const auto example = [](const check::Example& of) { return Json{{"profile", of.profile}, {"text", of.text}}; };
  return {{"id", rule.id},
          {"title", rule.title},
          {"title_en", rule.title_en},
          {"meaning", rule.meaning},
          {"meaning_en", rule.meaning_en},
          {"basis", rule.basis},
          {"message", rule.message},
          {"message_en", rule.message_en},
          {"passing", example(examples.passing)},
          {"failing", example(examples.failing)}};
}

std::string marks_of(const profile::Clause& clause, Language language) {
  std::string marks;
  if (clause.required) marks += Words{"　必须有", "  required"}.in(language);
  if (clause.repeats) marks += Words{"　可重复", "  repeats"}.in(language);
  if (clause.follows) marks += Words{"　接前句", "  continues"}.in(language);
  return marks;
}

std::string section_text(const profile::Section& section, Language language) {
  std::string out = "  " + section.id + "  " + section.title;
  if (section.required) out += Words{"　必须有", "  required"}.in(language);
  if (section.reading == profile::Section::Reading::free_text) out += Words{"　文字说明", "  free text"}.in(language);
  out += "\n";
  for (const auto& clause : section.clauses)
    out += "      " + clause.id + marks_of(clause, language) + "\n          " + clause.pattern.source() + "\n";
  return out;
}

std::string table_text(const profile::Table& table, Language language) {
  std::size_t rows = 0, columns = 0;
  for (const auto& panel : table.panels) {
    rows += panel.rows.size();
    columns += panel.columns.size();
  }
  std::string out = "  " + table.id + "  " + (table.label.empty() ? "" : table.label + "  ") + table.title;
  if (table.required) out += Words{"　必须有", "  required"}.in(language);
  if (table.may_be_empty) out += Words{"　可为空表", "  may be empty"}.in(language);
  if (table.performance) return out + std::string(Words{"　绩效表", "  performance"}.in(language)) + "\n";
  return out + fmt::format(fmt::runtime(Words{"　{} 栏，{} 类行\n", "  {} columns, {} kinds of rows\n"}.in(language)),
                           columns, rows);
}

}  // namespace

std::string rules_text(const check::Rules& rules, Language language) {
  std::size_t width = 0;
  for (const auto& rule : rules.all()) width = std::max(width, rule.id.size());
  std::string out;
  for (const auto& rule : rules.all())
    out += padded(rule.id, width + 2) + (language == Language::english ? rule.title_en : rule.title) + "\n";
  return out;
}

std::string rule_text(const check::RuleInfo& rule, const check::Examples& examples, Language language) {
  const bool english = language == Language::english;
  const auto part = [&](const std::string& chinese, const std::string& in_english, const std::string& text) {
    return (english ? in_english : chinese) + "\n" + indented(text) + "\n";
  };
  return rule.id + "  " + (english ? rule.title_en : rule.title) + "\n\n" +
         part("含义", "Meaning", english ? rule.meaning_en : rule.meaning) + part("依据", "Basis", rule.basis) +
         part("提示语", "Message", english ? rule.message_en : rule.message) +
         part("正确示例（" + examples.passing.profile + "）", "Passing example (" + examples.passing.profile + ")",
              examples.passing.text) +
         part("错误示例（" + examples.failing.profile + "）", "Failing example (" + examples.failing.profile + ")",
              examples.failing.text);
}

std::string rules_json(const check::Rules& rules, const std::map<std::string, check::Examples>& examples) {
  Json list = Json::array();
  for (const auto& rule : rules.all()) list.push_back(json_of(rule, examples.at(rule.id)));
  return dump({list});
}

std::string rule_json(const check::RuleInfo& rule, const check::Examples& examples) {
  return dump({json_of(rule, examples)});
}

std::string profiles_text(const std::vector<profile::Recogniser>& profiles, Language language) {
  std::size_t width = 0;
  for (const auto& entry : profiles) width = std::max(width, entry.profile.size());
  std::string out;
  for (const auto& entry : profiles)
    out +=
        padded(entry.profile, width + 2) + padded(std::string(kind_words(entry.kind, language)), 6) + entry.name + "\n";
  return out;
}

std::string profile_text(const profile::Form& form, Language language) {
  std::string out = form.id + "  " + form.name + "\n\n";
  out += std::string(Words{"章节与语句", "Sections and clauses"}.in(language)) + "\n";
  for (const auto& section : form.sections) out += section_text(section, language);
  out += "\n" + std::string(Words{"报表", "Tables"}.in(language)) + "\n";
  for (const auto& table : form.tables) out += table_text(table, language);
  out += "\n" + std::string(Words{"平衡关系", "Equations"}.in(language)) + "\n";
  for (const auto& equation : form.equations) out += "  " + equation.name + "\n";
  return out;
}

}  // namespace mingzhang::report
