// Codes of the books in words, in both languages.
#include <fmt/format.h>

#include <map>
#include <string_view>

#include "books/failure.h"
#include "report/excerpt.h"
#include "work/books_parts.h"

namespace mingzhang::work {
namespace {

struct Words {
  const char* chinese;
  const char* english;
};
using Table = std::map<std::string_view, Words>;

const Table kind_names = {
    {"budget", {"年初预算", "budget"}},
    {"adjustment", {"预算调整", "adjustment"}},
    {"income", {"收入", "income"}},
    {"payment", {"支付", "payment"}},
    {"refund", {"支付退回", "refund"}},
    {"opening", {"年初结转和结余", "opening balance"}},
    {"surplus", {"使用非财政拨款结余", "surplus used"}},
    {"distribution", {"结余分配", "distribution"}},
    {"procurement", {"政府采购", "procurement"}},
    {"activity", {"三公活动", "activity"}},
    {"staff", {"人员", "staff"}},
    {"office", {"内设机构", "office"}},
    {"asset", {"资产", "asset"}},
    {"meeting", {"会议培训", "meeting"}},
    {"text", {"文字", "text"}},
    {"published", {"已公开数", "published figure"}},
    {"project", {"项目", "project"}},
    {"unit", {"单位", "unit"}},
    {"import", {"导入", "import"}},
    {"goal", {"绩效目标", "goal"}},
    {"brief", {"绩效项目信息", "what tables print of a project"}},
    {"indicator", {"绩效指标", "indicator"}},
    {"actual", {"指标完成", "actual value"}},
    {"register", {"台账列", "column of a register"}},
    {"record", {"台账记录", "record of a register"}},
};

/// {} stands for the value that is wrong, or for what is known of it.
const Table problem_texts = {
    {"missing", {"没有填", "is missing"}},
    {"no-column",
     {"文件中没有这一列，须有（列名见 docs/books.zh-CN.md）", "the file has no such column, and needs one"}},
    {"no-kind",
     {"没有这一列：用 --kind 说明各行是什么（如 --kind 支付）",
      "there is no such column: say what the rows are with --kind (--kind payment)"}},
    {"header-twice",
     {"列名与第 {} 列相同，不知道该用哪一列；请删去或改名一列",
      "the same header as column {}: remove or rename one of them"}},
    {"second-amount",
     {"这一行有两个金额，不知道该用哪一个：{}；请只留一列",
      "the row has two amounts, the second is {}: leave one of the columns out"}},
    {"unknown-kind", {"不认识的业务类型：{}", "unknown kind of entry: {}"}},
    {"unknown-key", {"这类记录没有这一项", "entries of this kind have no such key"}},
    {"unknown-code",
     {"科目表中没有这个编码：{}（见 data/classifications）",
      "the classification has no such code: {} (see data/classifications)"}},
    {"unknown-value", {"不认识的值：{}", "unknown value: {}"}},
    {"unknown-project",
     {"没有登记过的项目编码：{}，请同时给出项目名称", "no project of this code is registered: {}; give its name, too"}},
    {"unlisted-project",
     {"没有登记过这个项目：{}（先登记项目，或照已登记的名称写；单位整体写“整体”）",
      "no project of this name is registered: {} (register it first; the whole unit is called 整体)"}},
    {"project-name", {"与已登记的项目名称不同，已登记：{}", "differs from the registered name of the project: {}"}},
    {"bad-date", {"不是日期：{}（应如 2025-03-01）", "no date: {} (write 2025-03-01)"}},
    {"bad-year", {"不是年度：{}", "no year: {}"}},
    {"date-year", {"日期不在预算年度之内：{}", "the date lies outside the fiscal year: {}"}},
    {"no-rows",
     {"只有一行；须有一行列名，下面每条记录一行",
      "there is but one row: a row of headers is needed, and a row for each entry"}},
    {"no-header",
     {"没有找到列名行（前 20 行中至少要有两个认识的列名）",
      "no row of headers (two known ones within the first 20 rows)"}},
    {"too-many-cells", {"单元格多于列名", "more cells than headers"}},
    {"not-of-kind", {"这类记录没有这一项", "entries of this kind have no such field"}},
    {"bad-number", {"不是数：{}", "no number: {}"}},
    {"negative",
     {"不能是负数：{}（更正请用 books reverse，退回用“支付退回”）",
      "may not be negative: {} (take an entry back with books reverse; a refund is a kind of its own)"}},
    {"decimals", {"小数位太多：{}（金额到分，个数为整数）", "too many decimals: {} (money has two, counts none)"}},
    {"too-large", {"数太大：{}", "too large: {}"}},
    {"control-character",
     {"含有控制字符、换行，或不是 UTF-8 文字，或过长",
      "holds control characters or line breaks, is no UTF-8, or is too long"}},
    {"overspent",
     {"超出预算指标，可用余额 {} 元（确需支付的，用 --allow-overspend 批准人/理由）",
      "more than is left of its appropriation, which is {} yuan (--allow-overspend WHO/REASON if it must be)"}},
    {"not-granted",
     {"没有这样的预算指标（年度、单位、资金性质、支出性质、功能科目、项目都要相同）：先记预算；确需支付的，用 "
      "--allow-overspend 批准人/理由{}",
      "nothing is appropriated for this year, unit, fund, nature, function and project: enter the budget first, or "
      "--allow-overspend WHO/REASON if it must be {}"}},
    {"no-register-header",
     {"没有找到台账的列名行（前 20 行中要有全部必填列）{}",
      "no row of headers of this register (all required columns within the first 20 rows) {}"}},
    {"bad-money", {"不是金额：{}（单位为元，最多两位小数）", "no amount: {} (in yuan, two decimals at most)"}},
    {"described", {"台账中已有这一列：{}", "the register has this column already: {}"}},
    {"too-many-columns", {"台账的列太多（最多 64 列）", "too many columns in a register (64 at most)"}},
    {"no-entry", {"没有第 {} 号记录", "there is no entry {}"}},
    {"is-reversal",
     {"这条记录本身是对第 {} 号的冲销，不能再冲销；请另记一条",
      "it takes back entry {} itself; make a new entry instead"}},
    {"reversed", {"已由第 {} 号记录冲销", "entry {} has already taken it back"}},
};

const Table broken_texts = {
    {"file", {"数据库文件损坏：{}", "the file is damaged: {}"}},
    {"foreign-key", {"引用的记录不存在：{}", "refers to what is not there: {}"}},
    {"number", {"编号不连续：{}", "numbers have a gap: {}"}},
    {"detail", {"明细缺少或多余：{}", "details are missing or too many: {}"}},
    {"hash",
     {"内容与哈希不符，被改动过；按现有内容计算为 {}",
      "does not fit its hash: it was changed; as it stands it would be {}"}},
    {"reversal", {"与所冲销的第 {} 号记录不一致", "is not the reverse of entry {}"}},
    {"account", {"业务类型与账户不一致 {}", "its account is of another kind {}"}},
    {"sum", {"合计不符：{}", "sums differ: {}"}},
    {"overspent", {"未经批准超出预算指标，当时余额 {} 元", "spent more than was left, {} yuan, without permission"}},
};

const Table failure_texts = {
    {"missing",
     {"没有这个账册：{}；新建用 mingzhang books init",
      "there are no such books: {}; make them with mingzhang books init"}},
    {"exists", {"文件已存在，没有改动：{}", "the file is there already and was left alone: {}"}},
    {"not-books",
     {"不是明账的账册文件（{}）；请核对文件名，新建用 mingzhang books init",
      "no books of this program ({}): check the name, or make new ones with mingzhang books init"}},
    {"newer",
     {"账册由更新版本的程序建立（{}），请升级程序；没有改动",
      "the books are of a later version ({}): use a newer program; nothing was changed"}},
    {"locked",
     {"账册正被其他程序写入，请稍后再试（{}）",
      "the books are being written by another program; try again later ({})"}},
    {"disk",
     {"读写磁盘出错（{}），没有记入；请腾出磁盘空间再试，并用 mingzhang books verify 核对账册",
      "the disk failed ({}), nothing was entered: make room on it, try again, and run mingzhang books verify"}},
    {"read-only",
     {"账册打不开或不能写入（{}）；请核对文件夹是否存在、有无写入权限，只能读的请复制一份再用",
      "the books cannot be opened or written ({}): look whether the folder is there and may be written to; use a copy "
      "of "
      "what may only be read"}},
    {"damaged",
     {"账册已损坏或拒绝写入（{}）；请运行 mingzhang books verify，必要时从导出恢复",
      "the books are damaged or refuse to be written ({}): run mingzhang books verify, restore an export if need be"}},
    {"not-empty", {"只能恢复到新的账册（已有 {} 条记录）", "only new books can be restored to (there are {} entries)"}},
    {"bad-export", {"导出的文件不完整或被改动过：{}", "the export is not whole or was changed: {}"}},
};

const Table column_names = {
    {"fund", {"资金性质", "fund"}},
    {"opening", {"年初结转和结余", "opening"}},
    {"income", {"本年收入", "income"}},
    {"surplus", {"使用非财政拨款结余", "surplus used"}},
    {"spent", {"本年支出", "spent"}},
    {"distribution", {"结余分配", "distribution"}},
    {"closing", {"年末结转和结余", "closing"}},
    {"nature", {"支出性质", "nature"}},
    {"function", {"功能科目", "function"}},
    {"project", {"项目", "project"}},
    {"initial", {"年初预算", "initial"}},
    {"adjusted", {"预算调整", "adjustments"}},
    {"full", {"全年预算", "full budget"}},
    {"left", {"余额", "left"}},
    {"rate", {"执行率%", "rate %"}},
    {"number", {"编号", "number"}},
    {"at", {"记录时间", "at"}},
    {"who", {"记录人", "who"}},
    {"kind", {"类型", "kind"}},
    {"year", {"年度", "year"}},
    {"date", {"日期", "date"}},
    {"dep_economic", {"经济科目", "economic"}},
    {"amount", {"金额", "amount"}},
    {"voucher", {"凭证号", "voucher"}},
    {"document", {"文号", "document"}},
    {"reverses", {"冲销", "reverses"}},
    {"note", {"备注", "note"}},
};

std::string in_words(const Table& table, std::string_view code, const std::string& detail, const Common& common) {
  const auto found = table.find(code);
  if (found == table.end()) return std::string(code) + " " + detail;
  return fmt::format(fmt::runtime(common.english() ? found->second.english : found->second.chinese),
                     report::printable(detail));
}

}  // namespace

std::string kind_name(std::string_view id, const Common& common) {
  return in_words(kind_names, id, "", common);
}

const books::Kind& kind_named(const std::string& spelled, const books::Vocabulary& vocabulary, const Common& common) {
  const auto* kind = vocabulary.kind(spelled);
  if (kind != nullptr) return *kind;
  std::vector<std::string> known;
  for (const auto& one : books::kinds())
    if (vocabulary.kind(one.id) != nullptr)
      known.push_back(std::string(one.id) + (common.english() ? "" : " " + kind_name(one.id, common)));
  throw UsageError(common.say("不认识的业务类型：", "unknown kind of entry: ") + spelled + there_are(known, common));
}

std::string column_name(std::string_view id, const books::Vocabulary& vocabulary, const Common& common) {
  return column_names.contains(id) ? in_words(column_names, id, "", common) : field_name(id, vocabulary, common);
}

std::string field_name(std::string_view field, const books::Vocabulary& vocabulary, const Common& common) {
  return common.english() ? std::string(field) : vocabulary.label(field);
}

std::string problem_words(const books::Problem& problem, const books::Vocabulary& vocabulary, const Common& common) {
  auto words = in_words(problem_texts, problem.code, problem.detail, common);
  if (problem.code == "unknown-value")
    if (const auto choices = vocabulary.choices(problem.field); !choices.empty()) words += there_are(choices, common);
  return words;
}

std::string row_problem_line(const std::string& file, const books::RowProblem& problem,
                             const books::Vocabulary& vocabulary, const Common& common) {
  std::string place = file;
  if (!problem.sheet.empty()) place += "!" + problem.sheet;
  place += fmt::format(":{}", problem.line);
  if (problem.column != 0) place += fmt::format(":{}", problem.column);
  auto header = problem.header.empty() ? field_name(problem.problem.field, vocabulary, common) : problem.header;
  if (!header.empty()) header += common.say("：", ": ");
  return report::printable(place + common.say("：", ": ") + header +
                           problem_words(problem.problem, vocabulary, common)) +
         "\n";
}

std::string books_failure(const std::string& code, const std::string& detail, const Common& common) {
  return in_words(failure_texts, code, detail, common);
}

std::string broken_words(const books::Broken& broken, const Common& common) {
  const auto place = broken.entry == 0
                         ? std::string()
                         : common.say("第 ", "entry ") + std::to_string(broken.entry) + common.say(" 号记录：", ": ");
  return place + in_words(broken_texts, broken.code, broken.detail, common) + "\n";
}

}  // namespace mingzhang::work
