// Words that are often typed wrongly in these documents: characters that look or sound alike.
#include <array>

#include "check/describe.h"
#include "check/parts.h"
#include "text/normal.h"

namespace mingzhang::check {
namespace {

struct Slip {
  std::string_view wrong, right;
  std::string_view not_after = {};  ///< what may stand before it and makes it a word
};

/// Only what is no other word; 其它, 截止到 and the like are in use.
constexpr auto slips = std::to_array<Slip>({
    {"拔款", "拨款"},
    {"拔付", "拨付"},
    {"下拔", "下拨"},
    {"支岀", "支出"},
    {"岀国", "出国"},
    {"拨款收人", "拨款收入"},
    {"事业收人", "事业收入"},
    {"经营收人", "经营收入"},
    {"本年收人", "本年收入"},
    {"收人支出", "收入支出"},
    {"收人总计", "收入总计"},
    {"收人合计", "收入合计"},
    {"收人决算", "收入决算"},
    {"收人预算", "收入预算"},
    {"结佘", "结余"},
    {"年未结转", "年末结转"},
    {"决祘", "决算"},
    {"预祘", "预算"},
    {"项日支出", "项目支出"},
    {"项日名称", "项目名称"},
    {"资全", "资金"},
    {"绩郊", "绩效"},
    {"满意渡", "满意度"},
    {"复盖率", "覆盖率"},
    {"津帖", "津贴"},
    {"帐户", "账户"},
    {"台帐", "台账"},
    {"对帐", "对账"},
    {"记帐", "记账"},
    {"帐目", "账目"},
    {"到帐", "到账"},
    {"部份", "部分"},
    {"做为", "作为", "叫"},
    {"布署", "部署"},
    {"按装", "安装"},
    {"付责", "负责"},
    {"按排", "安排"},
    {"既使", "即使"},
    {"撤消", "撤销"},
    {"跟据", "根据"},
    {"座落", "坐落"},
    {"己完成", "已完成", "自"},
    {"己支付", "已支付", "自"},
    {"己拨付", "已拨付", "自"},
    {"己开展", "已开展", "自"},
    {"己实施", "已实施", "自"},
    {"己执行", "已执行", "自"},
    {"公务车用车", "公务用车"},
    {"公务车购置及", "公务用车购置及"},
    {"事物受理", "事务受理"},
    {"事物管理", "事务管理"},
    {"公共事物", "公共事务"},
});

class SpellingTeller {
 public:
  SpellingTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {}

  void run() {
    for (const auto& line : reading_.stream->document().lines) {
      const auto normal = text::normalise(line.text);
      for (const auto& slip : slips)
        for (auto at = normal.text.find(slip.wrong); at != std::string::npos; at = normal.text.find(slip.wrong, at + 1))
          if (slip.not_after.empty() || !std::string_view(normal.text).substr(0, at).ends_with(slip.not_after))
            tell(line, normal, at, slip.wrong, slip.right);
      until(line, normal);
    }
  }

 private:
  /// 截止 takes no date: 截至2022年12月31日, or 截止到.
  void until(const document::Line& line, const text::Normal& normal) {
    constexpr std::string_view wrong = "截止", right = "截至";
    for (auto at = normal.text.find(wrong); at != std::string::npos; at = normal.text.find(wrong, at + 1)) {
      const std::size_t behind = at + wrong.size();
      const auto year = normal.text.find("年", behind);
      const bool date = normal.text.find_first_not_of("0123456789", behind) == year && year > behind;
      if (date && year != std::string::npos) tell(line, normal, at, wrong, right);
    }
  }

  void tell(const document::Line& line, const text::Normal& normal, std::size_t at, std::string_view wrong,
            std::string_view right) {
    const auto begin = static_cast<std::uint32_t>(normal.source(at));
    const auto end = static_cast<std::uint32_t>(normal.source(at + wrong.size()));
    const auto place = profile::place_in_line(line, begin, end);
    Finding finding = finding_at("spelling", Severity::warning, place, title_at(profile::position_of(line), reading_));
    finding.places.front().quote = std::string(around(normal.text, at, at + wrong.size()));
    finding.stated = finding.words["stated"] = std::string(wrong);
    finding.expected = finding.words["expected"] = std::string(right);
    findings_.push_back(std::move(finding));
  }

  /// With up to six characters on either side, by which a reader finds the word.
  static std::string_view around(std::string_view text, std::size_t begin, std::size_t end) {
    const auto inside = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
    for (int count = 0; count < 6 && begin > 0; ++count) do
        --begin;
      while (begin > 0 && inside(begin));
    for (int count = 0; count < 6 && end < text.size(); ++count) do
        ++end;
      while (end < text.size() && inside(end));
    return text.substr(begin, end - begin);
  }

  const profile::Reading& reading_;
  Findings& findings_;
};

}  // namespace

void find_misspelled(const profile::Reading& reading, Findings& findings) {
  SpellingTeller(reading, findings).run();
}

}  // namespace mingzhang::check
