// Actual values that are computed: a small closed form of questions to registers and entries
// (docs/performance.zh-CN.md).
//
//     计数 现场检查；检查方式=现场，检查结果≠空
//     去重 现场检查.机构编码        合计 追回台账.金额       最晚 支付.日期；项目名称=城乡医疗救助
//     占比 计数 检查；整改=是 / 计数 检查；发现问题=是
//     比值 合计 支付.金额；项目名称=城乡医疗救助 / 计数 救助台账
//     取自 城乡医疗救助.救助人次    执行率 城乡医疗救助      执行率
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::performance {

/// A formula that cannot be understood or answered. `code`: "empty", "form", "table", "column", "condition", "value",
/// "type", "source", "zero", "unit", "figure", "loop"; the detail is the part that is wrong.
class BadQuery : public std::runtime_error {
 public:
  BadQuery(std::string code, const std::string& detail) : std::runtime_error(detail), code_(std::move(code)) {}
  const std::string& code() const { return code_; }

 private:
  std::string code_;
};

struct Condition {
  enum class Sign : std::uint8_t { equal, unequal, less, most, greater, least, begins } sign = Sign::equal;
  std::string column;
  std::vector<std::string> values;  ///< one of them; of other signs than equal and unequal only one
};

struct Aggregate {
  enum class Kind : std::uint8_t { count, sum, distinct, latest } kind = Kind::count;
  std::string table, column;  ///< column: of all but counts
  std::vector<Condition> conditions;
  bool all_time = false;  ///< 不限期: not only the year up to the day that is asked for
};

struct Query {
  enum class Form : std::uint8_t { plain, share, ratio, taken, execution } form = Form::plain;
  std::vector<Aggregate> parts;    ///< one; of share and ratio two; of execution budget, adjustments, payments, refunds
  std::string project, indicator;  ///< taken
};

/// 执行率 of a project, or of everything: (支付 - 退回) / (年初预算 + 调整).
Query execution_query(const std::string& project);

/// Throws BadQuery.
Query parse_query(std::string_view formula);

}  // namespace mingzhang::performance
