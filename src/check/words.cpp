#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "check/describe.h"
#include "check/parts.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using cube::Claim;
using cube::Kind;
using cube::Statement;

constexpr auto rising = std::to_array<std::string_view>(
    {"增加", "增长", "上升", "新增", "提高", "调增", "上涨", "上调", "增大", "扩大", "增多", "增资"});
/// With one of these a reason may explain a fall; or it says something that needs a reader.
constexpr auto falling = std::to_array<std::string_view>(
    {"减少", "下降", "压减", "压缩", "降低", "缩减", "核减", "节约", "节俭",     "退休", "取消", "未", "无", "不",
     "停",   "调减", "辞职", "离职", "调出", "完成", "收回", "结转", "过紧日子", "严控", "控制", "减", "少"});
constexpr auto only_falling = std::to_array<std::string_view>({"减少", "下降", "压减", "压缩", "降低", "缩减", "核减"});
/// With one of these a reason may explain why nothing changed.
constexpr auto level = std::to_array<std::string_view>({"不变", "无变化", "持平", "一致", "相同", "稳定", "基本"});
constexpr auto may_rise = std::to_array<std::string_view>(
    {"增",   "新", "提高", "上升", "上调", "调整", "补", "上涨", "追加", "上年", "上一年",
     "去年", "扩", "结转", "疫情", "恢复", "多",   "未", "无",   "不",   "加大", "由"});

template <std::size_t N>
bool any_in(const std::string& text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// What a change of money is said of, and the words that end such a phrase.
constexpr auto moneys =
    std::to_array<std::string_view>({"支出", "收入", "费", "预算", "决算", "收支", "项目", "待遇", "工资", "补贴"});
constexpr auto consequences = std::to_array<std::string_view>(
    {"导致", "致使", "使得", "造成", "因此", "从而", "比上年", "较上年", "比上一年", "较上一年"});
constexpr auto negations = std::to_array<std::string_view>({"未", "不", "无", "没"});
constexpr auto ends = std::to_array<std::pair<std::string_view, int>>(
    {{"增加", 1}, {"增长", 1}, {"上升", 1}, {"减少", -1}, {"下降", -1}, {"降低", -1}});

/// Which way the money goes by one phrase of a reason ("缴费支出减少"); 0 if it says nothing of that.
int way_of(const std::string& phrase) {
  if (!any_in(phrase, moneys) || any_in(phrase, negations)) return 0;
  const auto end =
      std::find_if(ends.begin(), ends.end(), [&](const auto& word) { return phrase.ends_with(word.first); });
  return end == ends.end() ? 0 : end->second;
}

std::vector<std::string> phrases_of(const std::string& reason) {
  std::vector<std::string> phrases(1);
  for (std::size_t at = 0; at < reason.size();) {
    const auto length = text::code_point_at(reason, at).length;
    const std::string_view character = std::string_view(reason).substr(at, length);
    if (character == "," || character == ";" || character == "。") {
      if (!phrases.back().empty()) phrases.emplace_back();
    } else {
      phrases.back() += character;
    }
    at += length;
  }
  if (phrases.back().empty()) phrases.pop_back();
  return phrases;
}

/// The last phrase of a reason ("…，导致本年支出减少") tells the change itself. Without a word of consequence it counts
/// only where no other phrase goes the other way.
int concluded_way(const std::string& reason) {
  const auto phrases = phrases_of(reason);
  if (phrases.empty()) return 0;
  const int way = way_of(phrases.back());
  if (any_in(phrases.back(), consequences)) return way;
  const bool other = std::any_of(phrases.begin(), phrases.end(), [&](const auto& one) { return way_of(one) == -way; });
  return other ? 0 : way;
}

class WordTeller {
 public:
  WordTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {}

  void run() {
    for (const auto& finding : findings_) remember(finding);
    const Statement* direction = nullptr;
    for (const auto& statement : reading_.facts.statements) {
      if (statement.role == "year") year(statement, reading_.recognition.year);
      if (statement.role == "period-end") period(statement);
      if (statement.role == "last-year") year(statement, reading_.recognition.year - 1);
      if (statement.kind == Kind::claim && statement.claim == Claim::direction) {
        if (direction) pair(*direction, statement);
        direction = &statement;
      }
      if (statement.role == "reason") reason(statement);
    }
  }

 private:
  void year(const Statement& statement, int right) {
    int value = 0;
    std::from_chars(statement.text.data(), statement.text.data() + statement.text.size(), value);
    if (reading_.recognition.year == 0 || value == right) return;
    Finding finding = finding_on("year", Severity::error, statement, reading_);
    finding.stated = finding.words["stated"] = statement.text;
    finding.expected = finding.words["expected"] = std::to_string(right);
    findings_.push_back(std::move(finding));
  }

  /// A project of this year's budget that ended before it.
  void period(const Statement& statement) {
    const int right = reading_.recognition.year;
    int value = 0;
    std::from_chars(statement.text.data(), statement.text.data() + statement.text.size(), value);
    if (right == 0 || value >= right) return;
    Finding finding = finding_on("year", Severity::warning, statement, reading_);
    finding.stated = finding.words["stated"] = statement.text;
    finding.expected = finding.words["expected"] = std::to_string(right);
    findings_.push_back(std::move(finding));
  }

  /// "减少 1.00 万元，增长 5.00%": two words for one comparison.
  void pair(const Statement& first, const Statement& second) {
    const bool same = first.scope == second.scope && first.sentence == second.sentence && first.cell == second.cell &&
                      first.base == second.base;
    if (!same || first.direction == second.direction) return;
    if (first.direction == 0 || second.direction == 0) return;
    Finding finding = finding_on("direction", Severity::error, second, reading_);
    finding.stated = finding.words["stated"] = second.text;
    finding.words["other"] = first.text;
    finding.places.push_back(first.place);
    remember(finding);
    findings_.push_back(std::move(finding));
  }

  void remember(const Finding& finding) {
    if (finding.rule == "direction") disputed_.insert(begin_of(finding.places.front()));
  }

  /// The change that a reason explains: the last one said of its subject before it, in its sentence or the one before.
  const Statement* change_before(const Statement& reason) const {
    const auto& all = reading_.facts.statements;
    for (auto index = static_cast<std::size_t>(&reason - all.data()); index-- > 0;) {
      const auto& statement = all[index];
      if (statement.scope != reason.scope || reason.sentence - statement.sentence > 1) break;
      if (statement.kind == Kind::claim && statement.has_direction && statement.cell == reason.cell &&
          (statement.direction != 0 || statement.claim == Claim::direction))
        return &statement;
    }
    return nullptr;
  }

  /// Which way it goes is already in question: a reason cannot contradict it too.
  bool is_disputed(const Statement& change) const {
    const auto& all = reading_.facts.statements;
    const auto same = [&](const Statement& other) {
      return other.scope == change.scope && other.sentence == change.sentence;
    };
    auto index = static_cast<std::size_t>(&change - all.data());
    while (index > 0 && same(all[index - 1])) --index;
    for (; index < all.size() && same(all[index]); ++index)
      if (all[index].cell == change.cell && disputed_.count(begin_of(all[index].place))) return true;
    return false;
  }

  void reason(const Statement& statement) {
    const auto* change = change_before(statement);
    if (change == nullptr || (change->has_figure && change->quantity.value.is_zero()) || is_disputed(*change)) return;
    const bool up = any_in(statement.text, rising), down = any_in(statement.text, falling);
    const bool only_down = any_in(statement.text, only_falling) && !any_in(statement.text, may_rise);
    const bool contradicts = (change->direction < 0 && up && !down) || (change->direction > 0 && only_down) ||
                             (change->direction == 0 && only_down && !any_in(statement.text, level));
    const int way = concluded_way(statement.text);
    if (!contradicts && (way == 0 || change->direction == 0 || way == change->direction)) return;
    Finding finding = finding_on("reason-direction", Severity::warning, statement, reading_);
    finding.stated = finding.words["stated"] = statement.text;
    const std::string direction = change->direction < 0 ? "down" : change->direction > 0 ? "up" : "equal";
    finding.words[direction] = direction;
    finding.places.push_back(wider(*change, reading_));
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  Findings& findings_;
  using Begin = std::pair<profile::Position, std::uint32_t>;
  static Begin begin_of(const cube::Place& place) { return {profile::position_of(place), place.begin}; }

  std::set<Begin> disputed_;  ///< where a word of direction is wrong
};

}  // namespace

void find_wrong_words(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) WordTeller(reading, findings).run();
}

}  // namespace mingzhang::check
