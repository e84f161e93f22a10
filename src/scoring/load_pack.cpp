#include <algorithm>

#include "scoring/bad_pack.h"
#include "scoring/pack.h"
#include "scoring/toml_node.h"

namespace mingzhang::scoring {
namespace {

using money::Decimal;

const Decimal hundred(100);

struct Name {
  std::string_view word;
  int value;
};

/// The value of a word out of a list of them.
int one_of(const TomlNode& node, std::string_view key, std::string_view otherwise, std::initializer_list<Name> names) {
  const std::string word = node.string(key, otherwise);
  for (const Name& name : names) {
    if (name.word == word) return name.value;
  }
  node.fail("'" + word + "' is not known for '" + std::string(key) + "'");
}

Decimal percent(const TomlNode& node, const toml::node& value) {
  const Decimal out = node.decimal(value);
  if (out < Decimal() || out > hundred) node.fail("a percentage from 0 to 100 is expected", &value);
  return out;
}

Rule read_rule(const TomlNode& node, const std::string& id) {
  Rule rule;
  rule.id = id;
  rule.name = node.string("name");
  rule.measure = static_cast<Measure>(one_of(node, "measure", "ratio",
                                             {{"ratio", int(Measure::ratio)},
                                              {"inverse", int(Measure::inverse)},
                                              {"excess", int(Measure::excess)},
                                              {"beyond", int(Measure::beyond)}}));
  rule.curve = static_cast<Curve>(one_of(node, "curve", "linear",
                                         {{"linear", int(Curve::linear)},
                                          {"floor", int(Curve::floor)},
                                          {"gate", int(Curve::gate)},
                                          {"steps", int(Curve::steps)},
                                          {"nothing", int(Curve::nothing)}}));
  if (rule.curve == Curve::floor || rule.curve == Curve::gate) {
    rule.from = node.decimal("from");
    if (rule.from < Decimal() || rule.from >= hundred) node.fail("'from' must lie between 0 and 100");
    if (rule.measure == Measure::beyond) node.fail("'beyond' is linear, or has steps");
  }
  if (rule.measure == Measure::beyond) {
    rule.from = node.decimal("from");
    if (rule.from < hundred || rule.from > hundred * hundred)
      node.fail("'from' is a percentage of the target, from 100");
  }
  if (node.has("cap")) {
    rule.cap = node.decimal("cap");
    if (rule.cap <= Decimal() || rule.cap > hundred) node.fail("'cap' is a percentage of the weight");
  }
  if (const auto* const steps = rule.curve == Curve::steps ? node.array("steps") : nullptr) {
    for (const auto& item : *steps) {
      const auto* const pair = item.as_array();
      if (pair == nullptr || pair->size() != 2) node.fail("a step is [completion, share], in percent", &item);
      rule.steps.push_back({percent(node, *pair->get(0)), percent(node, *pair->get(1))});
    }
  }
  const auto rising = [](const Step& a, const Step& b) { return a.from <= b.from || a.share < b.share; };
  if (std::adjacent_find(rule.steps.begin(), rule.steps.end(), rising) != rule.steps.end()) {
    node.fail("steps must descend");
  }
  if (rule.curve == Curve::steps && rule.steps.empty()) node.fail("'steps' is missing");
  node.finish();
  return rule;
}

Choice read_choice(const TomlNode& node, const Pack& pack) {
  Choice choice;
  for (const std::string& id : node.strings("candidates")) {
    const Rule* const rule = pack.rule(id);
    if (rule == nullptr) node.fail("no rule '" + id + "'");
    choice.candidates.push_back(*rule);
  }
  if (choice.candidates.empty()) node.fail("'candidates' is missing");
  if (const std::string id = node.string("rule", ""); !id.empty()) {
    const auto found = std::find_if(choice.candidates.begin(), choice.candidates.end(),
                                    [&](const Rule& rule) { return rule.id == id; });
    if (found == choice.candidates.end()) node.fail("'" + id + "' is not among the candidates");
    choice.configured = static_cast<std::size_t>(found - choice.candidates.begin());
  }
  node.finish();
  return choice;
}

void read_bands(const TomlNode& node, RuleSet& set) {
  constexpr Name grades[] = {{"missed", int(cube::Grade::missed)},
                             {"partial", int(cube::Grade::partial)},
                             {"achieved", int(cube::Grade::achieved)},
                             {"complete", int(cube::Grade::complete)}};
  for (const Name& grade : grades) {
    const auto* const pair = node.array(grade.word);
    if (pair == nullptr) continue;
    if (pair->size() != 2) node.fail("a band is [low, high], in percent", pair);
    const Band band{percent(node, *pair->get(0)), percent(node, *pair->get(1))};
    if (band.low > band.high) node.fail("a band is [low, high]", pair);
    set.bands[static_cast<cube::Grade>(grade.value)] = band;
  }
  node.finish();
}

std::vector<Scheme> read_schemes(const TomlNode& node) {
  std::vector<Scheme> schemes;
  for (const TomlNode& item : node.tables("schemes")) {
    Scheme scheme{item.string("id"), {}};
    const auto blocks = item.table("blocks");
    if (!blocks) item.fail("'blocks' is missing");
    for (const std::string& block : blocks->keys()) scheme.blocks[block] = blocks->decimal(block);
    item.finish();
    schemes.push_back(std::move(scheme));
  }
  return schemes;
}

std::vector<GradeStep> read_scale(const TomlNode& node) {
  std::vector<GradeStep> scale;
  for (const TomlNode& item : node.tables("scale")) {
    scale.push_back({item.decimal("from"), item.string("name")});
    item.finish();
  }
  const auto rising = [](const GradeStep& a, const GradeStep& b) { return a.from <= b.from; };
  if (std::adjacent_find(scale.begin(), scale.end(), rising) != scale.end()) node.fail("'scale' must descend");
  return scale;
}

void read_methods(const TomlNode& node, RuleSet& set) {
  constexpr std::pair<std::string_view, cube::ValueType> types[] = {
      {"number", cube::ValueType::number},   {"rate", cube::ValueType::rate},
      {"date", cube::ValueType::date},       {"recurring", cube::ValueType::recurring},
      {"quality", cube::ValueType::quality}, {"text", cube::ValueType::text}};
  for (const std::string& method : node.keys()) {
    for (const std::string& word : node.strings(method)) {
      const auto* const found =
          std::find_if(std::begin(types), std::end(types), [&](const auto& type) { return type.first == word; });
      if (found == std::end(types)) node.fail("'" + word + "' is no type of value");
      set.methods[method].push_back(found->second);
    }
  }
}

RuleSet read_set(const TomlNode& node, const Pack& pack) {
  RuleSet set;
  if (const std::string like = node.string("like", ""); !like.empty()) {
    const auto found = std::find_if(pack.sets.begin(), pack.sets.end(), [&](const RuleSet& s) { return s.id == like; });
    if (found == pack.sets.end()) node.fail("no set '" + like + "'");
    set = *found;
  }
  set.id = node.string("id");
  if (node.has("scope")) {
    using Scope = cube::PerformanceTable::Scope;
    set.scope =
        static_cast<Scope>(one_of(node, "scope", "", {{"project", int(Scope::project)}, {"whole", int(Scope::whole)}}));
  }
  set.from = node.integer("from", set.from);
  set.until = node.integer("until", set.until);
  if (const auto choice = node.table("execution")) set.execution = read_choice(*choice, pack);
  if (const auto choice = node.table("at_least")) set.at_least = read_choice(*choice, pack);
  if (const auto choice = node.table("equal")) set.equal = read_choice(*choice, pack);
  if (const auto choice = node.table("at_most")) set.at_most = read_choice(*choice, pack);
  if (const auto choice = node.table("satisfaction")) set.satisfaction = read_choice(*choice, pack);
  if (const auto choice = node.table("beyond")) {
    set.beyond = read_choice(*choice, pack);
    for (const Rule& rule : set.beyond.candidates)
      if (rule.measure != Measure::beyond) choice->fail("'" + rule.id + "' does not measure what is beyond a target");
  }
  if (node.has("execution_weight")) set.execution_weight = node.decimal("execution_weight");
  if (const auto bands = node.table("bands")) read_bands(*bands, set);
  if (node.has("over")) set.over = node.decimal("over");
  if (node.has("totals")) set.totals = node.decimals("totals");
  if (node.has("target_totals")) set.target_totals = node.decimals("target_totals");
  if (node.has("schemes")) set.schemes = read_schemes(node);
  if (node.has("scale")) set.scale = read_scale(node);
  if (const auto methods = node.table("methods")) read_methods(*methods, set);
  set.decimals = node.integer("decimals", set.decimals);
  if (set.decimals > 4) node.fail("'decimals' is at most 4");
  for (const Choice* choice : {&set.execution, &set.at_least, &set.equal, &set.at_most, &set.satisfaction}) {
    if (choice->candidates.empty()) node.fail("set '" + set.id + "' leaves a choice without candidates");
  }
  node.finish();
  return set;
}

Example read_example(const TomlNode& node) {
  Example example{node.string("title"), node.string("set"), node.string("rule", ""), node.string("finds", ""), {}};
  for (const TomlNode& row : node.tables("rows")) {
    example.rows.push_back({row.string("target", ""), row.string("actual", ""), row.string("budget", ""),
                            row.string("spent", ""), row.string("rate", ""), row.string("weight"),
                            row.string("score")});
    row.finish();
  }
  if (example.rows.empty()) node.fail("an example needs 'rows'");
  node.finish();
  return example;
}

void extend(Pack& pack, const TomlNode& node, const std::vector<Pack>& earlier) {
  const std::string base = node.string("extends", "");
  if (base.empty()) return;
  const auto found = std::find_if(earlier.begin(), earlier.end(), [&](const Pack& p) { return p.id == base; });
  if (found == earlier.end()) node.fail("no pack '" + base + "' stands before this one");
  pack.rules = found->rules;
  pack.sets = found->sets;
}

Pack read_pack(const TomlNode& node, const std::vector<Pack>& earlier) {
  Pack pack;
  pack.id = node.string("id");
  pack.name = node.string("name");
  pack.basis = node.strings("basis");
  extend(pack, node, earlier);
  if (const auto rules = node.table("rule")) {
    for (const std::string& id : rules->keys()) {
      if (pack.rule(id) != nullptr) rules->fail("rule '" + id + "' is there already");
      pack.rules.push_back(read_rule(*rules->table(id), id));
    }
  }
  for (const TomlNode& set : node.tables("set")) pack.sets.push_back(read_set(set, pack));
  for (const TomlNode& example : node.tables("example")) pack.examples.push_back(read_example(example));
  if (pack.sets.empty()) node.fail("a pack needs a set");
  node.finish();
  return pack;
}

}  // namespace

Packs load(const std::vector<Source>& sources) {
  std::vector<Pack> packs;
  for (const Source& source : sources) {
    const toml::table table = parse_toml(source.text, source.name);
    packs.push_back(read_pack(TomlNode(table, source.name), packs));
  }
  return Packs(std::move(packs));
}

}  // namespace mingzhang::scoring
