#include "document.h"

#include <fmt/format.h>

#include <cstdint>
#include <vector>

namespace mingzhang::bench {
namespace {

constexpr auto head =
    "某县医疗保障局2023年度部门决算公开说明\n"
    "第一部分 单位概况\n"
    "第二部分 部门决算情况说明\n"
    "五、一般公共预算财政拨款支出决算情况说明\n"
    "（三）一般公共预算财政拨款支出决算具体情况\n";

/// 卫生健康支出（类）医疗保障管理事务（款）行政运行（项）, of everything in the classification.
std::vector<std::string> paths(const profile::Classification& names) {
  std::vector<std::string> out;
  for (const auto& top : names.children("")) {
    for (const auto& middle : names.children(top)) {
      for (const auto& item : names.children(middle)) {
        out.push_back(
            fmt::format("{}（类）{}（款）{}（项）", *names.name_of(top), *names.name_of(middle), *names.name_of(item)));
      }
    }
  }
  return out;
}

std::string wan(std::int64_t hundredths) {
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

}  // namespace

std::string generate(const profile::Form& form, std::size_t items) {
  const auto names = paths(*form.functional);
  std::string out = head;
  for (std::size_t i = 0; i < items; ++i) {
    // When the names are through, they come again with the same figures.
    const auto which = static_cast<std::int64_t>(i % names.size());
    // Growths of 5, 10 ... 95 percent on whole bases: exact at two decimals.
    const std::int64_t base = 10'000 + 100 * which, percent = 5 + 5 * (which % 19), change = base * percent / 100;
    out += fmt::format("{}.{}：支出决算数为 {} 万元，比上年决算增加 {} 万元，增长 {}.00%，主要原因是：业务工作增加。\n",
                       i + 1, names[i % names.size()], wan(base + change), wan(change), percent);
  }
  return out;
}

}  // namespace mingzhang::bench
