#include "profile/classification.h"

#include "profile/pattern.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

constexpr std::string_view ending = "支出";

std::string key(std::string_view parent, std::string_view name) {
  return std::string(parent) + "/" + std::string(name);
}

}  // namespace

std::string_view parent_of(std::string_view code) {
  return code.substr(0, code.size() <= 3 ? 0 : code.size() - 2);
}

Classification Classification::parse(std::string_view csv, const std::string& file) {
  Classification result;
  std::size_t number = 0;
  while (!csv.empty()) {
    const auto stop = std::min(csv.find('\n'), csv.size());
    std::string_view line = csv.substr(0, stop);
    csv.remove_prefix(std::min(stop + 1, csv.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (++number == 1 || line.empty()) continue;
    const auto comma = line.find(',');
    const auto second = comma == std::string_view::npos ? comma : line.find(',', comma + 1);
    if (comma == std::string_view::npos) throw BadProfile(file + ":" + std::to_string(number) + ": expected code,name");
    const std::string code(line.substr(0, comma));
    const std::string name(line.substr(comma + 1, second == std::string_view::npos ? second : second - comma - 1));
    const bool digits = code.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || (code.size() != 3 && code.size() != 5 && code.size() != 7) || name.empty())
      throw BadProfile(file + ":" + std::to_string(number) + ": a code has 3, 5 or 7 digits and a name: " + code);
    result.add(code, name);
  }
  return result;
}

void Classification::add(const std::string& code, const std::string& name) {
  names_[code] = name;
  codes_[key(parent_of(code), text::normal_text(name))] = code;
}

bool Classification::knows(std::string_view code) const {
  return names_.find(code) != names_.end();
}

std::optional<std::string> Classification::name_of(std::string_view code) const {
  const auto found = names_.find(code);
  if (found == names_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> Classification::find(std::string_view name, std::string_view parent) const {
  std::string wanted(name);
  if (const auto found = codes_.find(key(parent, wanted)); found != codes_.end()) return found->second;
  const bool ends =
      wanted.size() > ending.size() && wanted.compare(wanted.size() - ending.size(), ending.size(), ending) == 0;
  if (ends)
    wanted.resize(wanted.size() - ending.size());
  else
    wanted += ending;
  if (const auto found = codes_.find(key(parent, wanted)); found != codes_.end()) return found->second;
  return std::nullopt;
}

std::vector<std::string> Classification::children(std::string_view parent) const {
  std::vector<std::string> codes;
  for (auto entry = names_.lower_bound(parent); entry != names_.end(); ++entry) {
    if (entry->first.compare(0, parent.size(), parent) != 0) break;
    if (parent_of(entry->first) == parent) codes.push_back(entry->first);
  }
  return codes;
}

}  // namespace mingzhang::profile
