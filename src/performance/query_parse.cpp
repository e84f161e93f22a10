#include <algorithm>
#include <array>
#include <utility>

#include "performance/query.h"

namespace mingzhang::performance {
namespace {

using Sign = Condition::Sign;

/// Punctuation as people type it.
std::string plain(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> forms = {{{"；", ";"},
                                                                                           {"，", ","},
                                                                                           {"、", "|"},
                                                                                           {"＝", "="},
                                                                                           {"≠", "!="},
                                                                                           {"≥", ">="},
                                                                                           {"≤", "<="},
                                                                                           {"＞", ">"},
                                                                                           {"＜", "<"},
                                                                                           {"．", "."},
                                                                                           {"÷", " / "},
                                                                                           {"／", "/"},
                                                                                           {"　", " "}}};
  std::string out(text);
  for (const auto& [from, to] : forms)
    for (auto at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size()))
      out.replace(at, from.size(), to);
  return out;
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1));
}

std::vector<std::string> pieces(std::string_view text, std::string_view separator) {
  std::vector<std::string> all;
  for (;;) {
    const auto at = text.find(separator);
    all.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return all;
    text.remove_prefix(at + separator.size());
  }
}

/// Takes the word that the text begins with; a blank stands behind it, or nothing.
bool take_word(std::string_view& text, std::initializer_list<std::string_view> words) {
  for (const auto word : words) {
    if (!text.starts_with(word)) continue;
    const auto rest = text.substr(word.size());
    if (!rest.empty() && rest.front() != ' ') continue;
    text = rest;
    return true;
  }
  return false;
}

Condition condition_of(const std::string& text) {
  // The longer sign first: "<=" begins with "<".
  static constexpr std::array<std::pair<std::string_view, Sign>, 7> signs = {{{"!=", Sign::unequal},
                                                                              {">=", Sign::least},
                                                                              {"<=", Sign::most},
                                                                              {"=", Sign::equal},
                                                                              {"<", Sign::less},
                                                                              {">", Sign::greater},
                                                                              {"~", Sign::begins}}};
  const auto at = text.find_first_of("!<>=~");
  if (at == std::string::npos || at == 0) throw BadQuery("condition", text);
  for (const auto& [sign, kind] : signs) {
    if (text.compare(at, sign.size(), sign) != 0) continue;
    Condition condition;
    condition.sign = kind;
    condition.column = trimmed(std::string_view(text).substr(0, at));
    condition.values = pieces(std::string_view(text).substr(at + sign.size()), "|");
    for (auto& value : condition.values)
      if (value == "空") value.clear();
    const bool several = kind == Sign::equal || kind == Sign::unequal;
    if (!several && (condition.values.size() != 1 || condition.values.front().empty()))
      throw BadQuery("condition", text);
    return condition;
  }
  throw BadQuery("condition", text);
}

Aggregate aggregate_of(std::string_view text) {
  const std::string whole = trimmed(text);
  std::string_view rest = whole;
  Aggregate aggregate;
  if (take_word(rest, {"计数", "count"}))
    aggregate.kind = Aggregate::Kind::count;
  else if (take_word(rest, {"合计", "sum"}))
    aggregate.kind = Aggregate::Kind::sum;
  else if (take_word(rest, {"去重", "distinct"}))
    aggregate.kind = Aggregate::Kind::distinct;
  else if (take_word(rest, {"最晚", "latest"}))
    aggregate.kind = Aggregate::Kind::latest;
  else
    throw BadQuery("form", whole);
  const auto clauses = pieces(rest, ";");
  const auto dot = clauses.front().rfind('.');
  const bool counts = aggregate.kind == Aggregate::Kind::count;
  if (!counts && dot == std::string::npos) throw BadQuery("column", clauses.front());
  aggregate.table = counts ? clauses.front() : trimmed(std::string_view(clauses.front()).substr(0, dot));
  if (!counts) aggregate.column = trimmed(std::string_view(clauses.front()).substr(dot + 1));
  if (aggregate.table.empty()) throw BadQuery("table", whole);
  if (!counts && aggregate.column.empty()) throw BadQuery("column", whole);
  for (std::size_t index = 1; index < clauses.size(); ++index)
    for (const auto& word : pieces(clauses[index], ","))
      if (word == "不限期" || word == "all")
        aggregate.all_time = true;
      else if (!word.empty())
        aggregate.conditions.push_back(condition_of(word));
  return aggregate;
}

Query of_two(Query::Form form, std::string_view text) {
  const auto parts = pieces(text, " / ");
  if (parts.size() != 2) throw BadQuery("form", trimmed(text));
  Query query;
  query.form = form;
  for (const auto& part : parts) query.parts.push_back(aggregate_of(part));
  for (const auto& part : query.parts)
    if (part.kind == Aggregate::Kind::latest) throw BadQuery("form", trimmed(text));
  return query;
}

/// Names stand here as they are: what separates clauses elsewhere may be part of them.
Query taken_from(std::string_view text) {
  Query query;
  query.form = Query::Form::taken;
  const auto dot = text.rfind('.');
  if (dot != std::string_view::npos) {
    query.project = trimmed(text.substr(0, dot));
    query.indicator = trimmed(text.substr(dot + 1));
  }
  if (query.project.empty() || query.indicator.empty()) throw BadQuery("form", trimmed(text));
  return query;
}

}  // namespace

Query execution_query(const std::string& project) {
  Query query;
  query.form = Query::Form::execution;
  for (const auto* kind : {"budget", "adjustment", "payment", "refund"}) {
    Aggregate part{Aggregate::Kind::sum, kind, "amount", {}, false};
    if (!project.empty()) part.conditions.push_back({Sign::equal, "project", {project}});
    query.parts.push_back(std::move(part));
  }
  return query;
}

Query parse_query(std::string_view formula) {
  constexpr std::size_t longest = 2000;
  if (formula.size() > longest) throw BadQuery("form", "");
  const std::string typed = trimmed(formula), text = trimmed(plain(formula));
  if (text.empty()) throw BadQuery("empty", "");
  std::string_view rest = typed;
  if (take_word(rest, {"取自", "from"})) return taken_from(rest);
  rest = text;
  if (take_word(rest, {"占比", "share"})) return of_two(Query::Form::share, rest);
  if (take_word(rest, {"比值", "ratio"})) return of_two(Query::Form::ratio, rest);
  if (take_word(rest, {"执行率", "execution"})) return execution_query(trimmed(rest));
  Query query;
  query.parts.push_back(aggregate_of(text));
  return query;
}

}  // namespace mingzhang::performance
