// Rates of a whole that the text puts above 100 %: "满意度达 105%". Those of indicators are judged in targets.cpp.
#include <algorithm>
#include <array>

#include "check/describe.h"
#include "check/parts.h"
#include "check/texts.h"
#include "money/decimal.h"
#include "profile/load_form.h"

namespace mingzhang::check {
namespace {

class RateTeller {
 public:
  RateTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading), wholes_(reading.loaded->basics->performance.wholes), findings_(findings) {}

  void run() {
    each_text(reading_, [&](std::string_view text, const PlaceOf& place) { scan(text, place); });
  }

 private:
  void scan(std::string_view text, const PlaceOf& place) {
    for (auto at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
      std::size_t begin = at;
      while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == '.')) --begin;
      constexpr std::size_t longest = 9;  // no rate is longer
      constexpr int whole = 100;
      if (at - begin > longest) continue;
      const auto rate = money::parse_decimal(text.substr(begin, at - begin));
      if (!rate || *rate <= money::Decimal(whole)) continue;
      if (const auto name = name_before(text.substr(0, begin)); !name.empty()) tell(text, name, begin, at + 1, place);
    }
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  /// "参保群众满意度" of "参保群众满意度均达到": the words before the figure that name a rate of a whole.
  std::string_view name_before(std::string_view before) const {
    constexpr auto between = std::to_array<std::string_view>(
        {"达到", "达", "为", "均", "是", "大于", "等于", "不低于", "=", ">", ":", "在", "了"});
    for (bool more = true; more;) {
      more = false;
      for (const auto word : between) {
        if (!before.ends_with(word)) continue;
        before.remove_suffix(word.size());
        more = true;
      }
    }
    const bool named =
        std::any_of(wholes_.begin(), wholes_.end(), [&](const auto& word) { return before.ends_with(word); });
    if (!named) return {};
    constexpr int longest = 10;  // characters
    std::size_t begin = before.size();
    for (int count = 0; count < longest && begin > 0; ++count) {
      std::size_t previous = begin - 1;
      while (previous > 0 && (static_cast<unsigned char>(before[previous]) & 0xC0) == 0x80) --previous;
      const auto point = before.substr(previous, begin - previous);
      if (point.size() < 3 || point == "。" || point == "、") break;
      begin = previous;
    }
    return before.substr(begin);
  }

  void tell(std::string_view text, std::string_view name, std::size_t begin, std::size_t end, const PlaceOf& place_of) {
    const cube::Place place = place_of(begin, end);
    Finding finding =
        finding_at("rate-over-whole", Severity::warning, place, title_at(profile::position_of(place), reading_));
    finding.stated = finding.words["stated"] = std::string(text.substr(begin, end - begin));
    finding.words["what"] = std::string(name);
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  const std::vector<std::string>& wholes_;
  Findings& findings_;
};

}  // namespace

void find_wrong_rates(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) RateTeller(reading, findings).run();
}

}  // namespace mingzhang::check
