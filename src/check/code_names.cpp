#include "check/code_names.h"

#include <functional>
#include <numeric>

#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::check {

std::string comparable_name(std::string_view name) {
  constexpr std::string_view ending = "支出";
  std::string normal = text::normal_text(name);
  return normal.ends_with(ending) ? normal : normal + std::string(ending);
}

bool is_one_digit_off(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::inner_product(a.begin(), a.end(), b.begin(), 0, std::plus<>(),
                                                    [](char one, char other) { return one == other ? 0 : 1; }) == 1;
}

std::vector<std::string> CodesByName::meant_by(std::string_view words, std::size_t digits) {
  constexpr std::size_t least = 4;
  if (codes_.empty()) add("");
  const std::string normal = text::normal_text(words);
  std::vector<std::string_view> beginnings;
  for (std::size_t count = least; beginnings.empty() || beginnings.back().size() < normal.size(); ++count)
    beginnings.push_back(text::prefix(normal, count));
  while (!beginnings.empty()) {
    if (auto codes = called(beginnings.back(), digits); !codes.empty()) return codes;
    beginnings.pop_back();
  }
  return {};
}

void CodesByName::add(const std::string& parent) {
  for (const auto& code : all_.children(parent)) {
    codes_[comparable_name(all_.name_of(code).value_or(""))].insert(code);
    add(code);
  }
}

std::vector<std::string> CodesByName::called(std::string_view name, std::size_t digits) const {
  std::vector<std::string> codes;
  const auto found = codes_.find(comparable_name(name));
  if (found == codes_.end()) return codes;
  for (const auto& code : found->second)
    if (code.size() == digits) codes.push_back(code);
  return codes;
}

}  // namespace mingzhang::check
