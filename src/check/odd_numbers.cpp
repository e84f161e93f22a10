#include "check/odd_numbers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace mingzhang::check {
namespace {

/// How one number is read. Two wrong ones in a row are a list that goes on elsewhere.
enum Way : std::uint8_t { right, mistyped, mistyped_first, way_count };

constexpr int impossible = std::numeric_limits<int>::max() / 2;
constexpr int begins_anywhere = 1, one_mistyped = 2, one_left_out = 3, list_mistyped = 3, begins_unannounced = 3,
              goes_on_announced = 2;

struct Step {
  int cost = impossible;
  Way before = right;
  long meant = 0;
  bool left_out = false;
};
using Steps = std::array<Step, way_count>;

void take(Step& step, const Step& other) {
  if (other.cost < step.cost) step = other;
}

Steps first_steps(long number) {
  Steps steps;
  steps[right] = {number == 1 ? 0 : begins_anywhere, right, number};
  if (number != 1) steps[mistyped_first] = {one_mistyped, right, 1};
  return steps;
}

Steps steps_after(const Steps& last, long number, Opening opening) {
  Steps steps;
  for (const Way way : {right, mistyped, mistyped_first}) {
    const Step& before = last[way];
    if (before.cost >= impossible) continue;
    const bool follows = number == before.meant + 1, begins = number == 1;
    const int cost = follows  ? (opening == Opening::announced ? goes_on_announced : 0)
                     : begins ? (opening == Opening::unlikely ? begins_unannounced : 0)
                              : one_left_out;
    take(steps[right], {before.cost + cost, way, number, !follows && !begins});
    if (number != 1) take(steps[mistyped_first], {before.cost + list_mistyped, way, 1});
    if (way == right && number != before.meant + 1)
      take(steps[mistyped], {before.cost + one_mistyped, way, before.meant + 1});
  }
  return steps;
}

}  // namespace

std::vector<OddNumber> odd_numbers(const std::vector<long>& numbers, const std::vector<Opening>& openings) {
  std::vector<OddNumber> out;
  if (numbers.empty()) return out;
  std::vector<Steps> all = {first_steps(numbers.front())};
  for (std::size_t index = 1; index < numbers.size(); ++index)
    all.push_back(steps_after(all.back(), numbers[index], openings.empty() ? Opening::likely : openings[index]));
  const auto cheaper = [](const Step& a, const Step& b) { return a.cost < b.cost; };
  auto way =
      static_cast<std::size_t>(std::min_element(all.back().begin(), all.back().end(), cheaper) - all.back().begin());
  for (std::size_t index = numbers.size(); index-- > 0;) {
    const Step& step = all[index][way];
    if (way != right) out.push_back({index, step.meant});
    if (step.left_out) out.push_back({index, all[index - 1][step.before].meant + 1, true});
    way = step.before;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace mingzhang::check
