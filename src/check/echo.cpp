// What a document says several times over, and once with another digit: the same clause, the same large count.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "check/describe.h"
#include "check/parts.h"
#include "check/texts.h"
#include "text/normal.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool one_digit_apart(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  const auto apart = std::inner_product(a.begin(), a.end(), b.begin(), 0, std::plus<>(), std::not_equal_to<>());
  return apart == 1;
}

struct Figure {
  std::string digits;  ///< without commas
  std::string unit;    ///< the words directly behind it that tell whether it may vary
  std::string basis;   ///< of what it is: "plan", "before", or empty
  cube::Place place;
};

class EchoTeller {
 public:
  EchoTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {}

  void run() {
    each_text(reading_, [&](std::string_view text, const PlaceOf& place) {
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = clause_end(text, begin);
        clause(text, begin, end, place);
        begin = end + (end < text.size() ? text::code_point_at(text, end).length : 0);
      }
    });
    for (const auto& [words, said] : clauses_) odd_clause(said);
    for (const auto& [counted, figures] : counts_) odd_counts(figures);
  }

 private:
  using Said = std::vector<std::vector<Figure>>;  ///< the figures of each time that a clause is said

  static std::size_t clause_end(std::string_view text, std::size_t at) {
    constexpr auto marks = std::to_array<std::string_view>({"。", ";", ",", ":"});
    for (; at < text.size(); at += text::code_point_at(text, at).length) {
      const bool grouped =
          text[at] == ',' && at > 0 && is_digit(text[at - 1]) && at + 1 < text.size() && is_digit(text[at + 1]);
      if (!grouped &&
          std::any_of(marks.begin(), marks.end(), [&](auto mark) { return text.substr(at).starts_with(mark); }))
        return at;
    }
    return at;
  }

  void clause(std::string_view text, std::size_t begin, std::size_t end, const PlaceOf& place) {
    constexpr std::size_t ideographs = 10, longest = 600;
    if (end - begin > longest) return;
    std::string words;
    std::vector<Figure> figures;
    std::size_t said = 0, named = begin;
    for (std::size_t at = begin; at < end;) {
      const std::size_t last = is_digit(text[at]) ? digits_end(text, at, end) : at;
      if (last > at) {
        figures.push_back(figure_of(text, at, last, place));
        figures.back().basis = basis_of(text, named, at);
        named = last;
        words += '#';
        at = last;
        continue;
      }
      const auto length = text::code_point_at(text, at).length;
      if (length >= 3) ++said;
      words += text.substr(at, length);
      at += length;
    }
    if (!is_list(text.substr(begin, end - begin), figures))
      for (const auto& figure : figures) count(figure);
    if (said >= ideographs && !figures.empty()) clauses_[words].push_back(std::move(figures));
  }

  /// By the words before a figure, [begin, end): it is planned, or was so in another year that the sentence names last.
  std::string basis_of(std::string_view text, std::size_t begin, std::size_t end) const {
    constexpr auto plans = std::to_array<std::string_view>(
        {"计划", "目标", "任务", "预计", "不少于", "不低于", "应参", "应发", "应缴", "应保", "应补", "应享", "应检"});
    constexpr auto years = std::to_array<std::string_view>({"上年", "上一年", "去年", "往年"});
    constexpr std::size_t sentences = 300;
    const auto said = [&](const auto& words) {
      return std::any_of(words.begin(), words.end(), [&](auto word) {
        return text.substr(begin, end - begin).find(word) != std::string_view::npos;
      });
    };
    if (said(plans)) return "plan";
    if (said(years)) return "before";
    auto sentence = text.substr(0, end);
    sentence.remove_prefix(end > sentences ? end - sentences : 0);
    const auto stop = sentence.rfind("。");
    return names_other_year(stop == std::string_view::npos ? sentence : sentence.substr(stop)) ? "before" : "";
  }

  bool names_other_year(std::string_view sentence) const {
    constexpr std::size_t digits = 4;
    const auto at = sentence.rfind("年");
    if (at == std::string_view::npos || at < digits || reading_.recognition.year == 0) return false;
    const auto year = sentence.substr(at - digits, digits);
    return std::all_of(year.begin(), year.end(), is_digit) && year != std::to_string(reading_.recognition.year);
  }

  /// 甲镇 21356 人、乙镇 21350 人: of each its own.
  static bool is_list(std::string_view clause, const std::vector<Figure>& figures) {
    return std::count_if(figures.begin(), figures.end(), is_count) > 1 && clause.find("、") != std::string_view::npos;
  }

  static std::size_t digits_end(std::string_view text, std::size_t at, std::size_t end) {
    while (at < end &&
           (is_digit(text[at]) || ((text[at] == '.' || text[at] == ',') && at + 1 < end && is_digit(text[at + 1]))))
      ++at;
    return at;
  }

  static Figure figure_of(std::string_view text, std::size_t begin, std::size_t end, const PlaceOf& place) {
    Figure figure;
    for (const char c : text.substr(begin, end - begin))
      if (c != ',') figure.digits += c;
    const auto number = text::read_number(text.substr(begin));
    const bool whole = number && number->length >= end - begin && number->power == 0;
    figure.unit = whole ? number->unit : "万";
    if (text.substr(end).starts_with("年")) figure.unit = "年";
    figure.place = place(begin, end);
    return figure;
  }

  // ---- a clause

  /// Money, rates and what has decimals vary from sentence to sentence.
  static bool may_vary(const Figure& figure) {
    return figure.digits.find('.') != std::string::npos || figure.unit.empty() || figure.unit == "万" ||
           figure.unit == "%" || figure.unit.find("元") != std::string::npos;
  }

  /// Last year and this one are spoken of in the same words.
  static bool neighbouring_years(const Figure& a, const Figure& b) {
    constexpr std::size_t decade = 3;
    return a.unit == "年" && a.digits.substr(0, decade) == b.digits.substr(0, decade) &&
           std::abs(a.digits.back() - b.digits.back()) <= 1;
  }

  void odd_clause(const Said& said) {
    constexpr std::size_t times = 3;
    std::map<std::vector<std::string>, std::vector<std::size_t>> readings;
    for (std::size_t index = 0; index < said.size(); ++index) {
      std::vector<std::string> digits;
      for (const auto& figure : said[index]) digits.push_back(figure.digits);
      readings[digits].push_back(index);
    }
    if (readings.size() != 2) return;
    const auto &first = readings.begin()->second, &second = readings.rbegin()->second;
    const auto &usual = first.size() > second.size() ? first : second,
               &odd = first.size() > second.size() ? second : first;
    if (usual.size() < times || odd.size() != 1) return;
    const auto &here = said[odd.front()], &there = said[usual.front()];
    const Figure* wrong = nullptr;
    const Figure* right = nullptr;
    for (std::size_t index = 0; index < here.size(); ++index) {
      if (here[index].digits == there[index].digits) continue;
      if (wrong != nullptr) return;
      wrong = &here[index];
      right = &there[index];
    }
    if (may_vary(*wrong) || !one_digit_apart(wrong->digits, right->digits) || neighbouring_years(*wrong, *right))
      return;
    tell(*wrong, *right, usual.size());
  }

  // ---- a count

  static bool is_count(const Figure& figure) {
    constexpr std::size_t least = 5;
    constexpr auto counted =
        std::to_array<std::string_view>({"人", "人次", "人次数", "名", "户", "户次", "家", "次", "件", "份"});
    const bool counts = std::find(counted.begin(), counted.end(), figure.unit) != counted.end();
    return counts && figure.digits.size() >= least && figure.digits.find('.') == std::string::npos;
  }

  void count(const Figure& figure) {
    if (is_count(figure))
      counts_[{figure.unit == "名" ? "人" : figure.unit, figure.basis}][figure.digits].push_back(figure);
  }

  using Counts = std::map<std::string, std::vector<Figure>>;  ///< by their digits

  void odd_counts(const Counts& counts) {
    for (const auto& [digits, said] : counts) {
      const auto* usual = said.size() == 1 ? usual_for(digits, counts) : nullptr;
      if (usual != nullptr) tell(said.front(), usual->front(), usual->size());
    }
  }

  /// What stands often and is one digit apart.
  const std::vector<Figure>* usual_for(const std::string& digits, const Counts& counts) const {
    constexpr std::size_t often = 2;
    std::string other = digits;
    for (std::size_t at = 0; at < digits.size(); ++at) {
      for (other[at] = '0'; other[at] <= '9'; ++other[at]) {
        const auto found = counts.find(other);
        if (found != counts.end() && found->second.size() >= often && !is_indicator(digits, other))
          return &found->second;
      }
      other[at] = digits[at];
    }
    return nullptr;
  }

  /// A target may well be missed by a little, and be a little more than last year.
  bool is_indicator(const std::string& digits, const std::string& other) const {
    const auto has = [](const cube::Printed& cell, const std::string& count) {
      std::string plain = text::normal_text(cell.text);
      plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
      return plain.find(count) != std::string::npos;
    };
    return std::any_of(reading_.performance.begin(), reading_.performance.end(), [&](const auto& table) {
      const bool evaluated = table.stage == cube::PerformanceTable::Stage::self_evaluation;
      return std::any_of(table.indicators.begin(), table.indicators.end(), [&](const auto& row) {
        return has(row.last, digits) || has(row.last, other) ||
               (evaluated && (has(row.target, digits) || has(row.actual, digits)));
      });
    });
  }

  void tell(const Figure& odd, const Figure& usual, std::size_t times) {
    Finding finding =
        finding_at("echo", Severity::warning, odd.place, title_at(profile::position_of(odd.place), reading_));
    finding.stated = finding.words["stated"] = odd.digits + odd.unit;
    finding.expected = finding.words["expected"] = usual.digits + usual.unit;
    finding.words["times"] = std::to_string(times);
    finding.places.push_back(usual.place);
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  Findings& findings_;
  std::map<std::string, Said> clauses_;                           ///< by their words, # for figures
  std::map<std::pair<std::string, std::string>, Counts> counts_;  ///< by what is counted, and its basis
};

}  // namespace

void find_odd_echoes(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) EchoTeller(reading, findings).run();
}

}  // namespace mingzhang::check
