// A small form of an invented place: two pages of profile that use every part of the language.
#pragma once

#include <string>
#include <string_view>

#include "support/documents.h"

namespace mingzhang::support {

inline const std::string small_index = R"(
[[profile]]
id = "small-final"
name = "样例 决算公开"
kind = "final"
all = ["样例决算公开"]
none = ["预算公开"]
titles = ["{unit}{year}年度样例决算公开"]
)";

inline const std::string small_form = R"(
id = "small-final"
name = "样例 决算公开"
place = "样例省"
kind = "final"
unit_words = ["本单位"]

[list.sources]
dimension = "fund"
members = [
  ["fiscal", "财政拨款收入"],
  ["superior", "上级补助收入"],
  ["other", "其他收入", "其它收入"],
]

[list.wages]
dimension = "economic"
codes = ["301"]

[list.classes]
dimension = "function"
codes = ["208", "210"]
exact = true

[[section]]
id = "overview"
title = "总体情况"
titles = ["总体情况[说明|]"]
required = true

[[section]]
id = "income"
title = "收入情况"
required = true
cell = { flow = "income" }
lists = [{ name = "收入 = 各项之和", whole = { flow = "income" }, over = "sources" }]

[[section]]
id = "items"
title = "支出情况"
cell = { flow = "expenditure", fund = "general" }
lists = [{ name = "支出 = 各项支出之和", whole = { flow = "expenditure", fund = "general" }, tree = "function", level = 7, each_of = "T2" }]

[[section]]
id = "remarks"
title = "其他说明"
reading = "free"

[[section]]
id = "attachments"
title = "附表"
reading = "free"

[[equation]]
name = "收入总计 = 支出总计"
whole = { flow = "sources" }
parts = [{ flow = "uses" }]

[[equation]]
name = "编外人数 ≤ 人数"
whole = { measure = "persons", item = "staff" }
parts = [{ measure = "persons", item = "extra" }]
closed = false
severe = false

[[table]]
id = "T1"
title = "收支总表"
label = "公开01表"
numbering = "栏次"
required = true

  [[table.panel]]
  columns = [
    { header = ["收入", "项目"], is = "label" },
    { header = ["收入", "行次"], is = "number" },
    { header = ["收入", "决算数"], cell = {} },
  ]
  rows = [
    { number = 1, label = "一、财政拨款收入", cell = { flow = "income", fund = "fiscal" } },
    { number = 2, label = "二、其他收入", cell = { flow = "income", fund = "other" } },
    { number = 3, label = "本年收入合计", cell = { flow = "income" } },
    { blank = 1, number = 4 },
    { number = 5, label = "总计", cell = { flow = "sources" } },
  ]
  closed = ["3 = 1 + 2"]

  [[table.panel]]
  columns = [
    { header = ["支出", "项目"], is = "label" },
    { header = ["支出", "行次"], is = "number" },
    { header = ["支出", "决算数"], cell = {} },
  ]
  rows = [
    { list = "classes", number = 6, ordinal = "一、", cell = { flow = "expenditure" } },
    { number = 8, label = "本年支出合计", names = ["支出合计"], cell = { flow = "expenditure" } },
    { blank = 1, number = 9 },
    { number = 10, label = "总计", cell = { flow = "uses" } },
  ]
  closed = ["8 = 6..7"]

[[table]]
id = "T2"
title = "支出决算表"
numbering = "栏次"
required = true
may_be_empty = true
cell = { flow = "expenditure", fund = "general" }
closed = ["1 = 2 + 3"]

  [[table.panel]]
  columns = [
    { header = ["科目代码"], is = "code" },
    { header = ["科目名称"], is = "name" },
    { header = ["本年支出", "合计"], cell = {} },
    { header = ["本年支出", "基本支出"], cell = { nature = "basic" } },
    { header = ["本年支出", "项目支出"], cell = { nature = "project" } },
  ]
  rows = [{ tree = "function", total = "合计" }]

[[table]]
id = "T3"
title = "基本支出表"
cell = { flow = "expenditure", fund = "general", nature = "basic" }
lists = [{ name = "人员经费 = 301 + 303", whole = { economic = "staff" }, parts = [{ economic = "301" }, { economic = "303" }] }]

  [[table.panel]]
  columns = [
    { header = ["科目代码"], is = "code" },
    { header = ["科目名称"], is = "name" },
    { header = ["决算数"], cell = {} },
  ]
  rows = [{ tree = "economic", roots = ["301", "303"] }, { label = "人员经费合计", cell = { economic = "staff" } }]

  [[table.panel]]
  columns = [
    { header = ["科目代码"], is = "code" },
    { header = ["科目名称"], is = "name" },
    { header = ["决算数"], cell = {} },
  ]
  rows = [{ tree = "economic", roots = ["302"] }]

[[table]]
id = "P"
title = "绩效自评表"
titles = ["[{unit}|]绩效自评表"]
performance = { scope = "project", stage = "self-evaluation", level1 = ["产出指标", "效益指标"] }
)";

inline const std::string small_wording = R"(
[phrase]
yoy = "{direction direction}{amount change},{direction trend}{percent growth}"

[slots]
direction = { is = "direction", base = { year = "last" } }
trend = { is = "direction", base = { year = "last" } }
change = { is = "change", base = { year = "last" } }
growth = { is = "growth", base = { year = "last" } }
reason = { is = "reason" }
year = { is = "ignored", role = "year" }
unit = { is = "ignored", role = "unit" }

[[clause]]
id = "totals"
section = "overview"
text = "{year}年度收入总计{amount sources},支出总计{amount uses}"
required = true
sources = { cell = { flow = "sources" } }
uses = { cell = { flow = "uses" } }

[[clause]]
id = "totals-change"
section = "overview"
text = "收入总计与上年相比,<yoy>"
subject = { flow = "sources" }

[[clause]]
id = "budget"
section = "overview"
text = "年初预算{amount budget},完成预算的{percent completion},差异率{percent deviation}"
subject = { flow = "uses" }
budget = { cell = { stage = "initial" } }
completion = { is = "completion", base = { stage = "initial" } }
deviation = { is = "deviation", base = { stage = "initial" } }

[[clause]]
id = "people"
section = "overview"
text = "{unit}共有{count staff},编外{count extra}"
cell = { measure = "persons" }
staff = { cell = { item = "staff" }, unit = "人" }
extra = { cell = { item = "extra" }, unit = "人" }

[[clause]]
id = "offices"
section = "overview"
text = "下设{count offices}科室:{names names}"
offices = { is = "count-of", of = "names", cell = { measure = "offices" }, unit = "个" }
names = { is = "names", role = "offices" }

[[clause]]
id = "why"
section = "*"
text = "[,|。]主要原因是[:|]{text reason}"
follows = true

[[clause]]
id = "income"
section = "income"
text = "本年收入[合计|]{amount income}[,为近三年最高|]"
required = true
income = {}

[[clause]]
id = "income-change"
section = "income"
text = ",比上年<yoy>"
follows = true

[[clause]]
id = "income-part"
section = "income"
text = "{member source}{amount amount},占{percent share}"
repeats = true
source = { list = "sources" }
amount = {}
share = { is = "share", whole = { flow = "income" } }

[[clause]]
id = "spent"
section = "items"
text = "一般公共预算支出{amount spent}"
spent = {}

[[clause]]
id = "item"
section = "items"
text = "{ordinal}{path path}:支出{amount amount}"
repeats = true
path = { dimension = "function" }
amount = {}

[[clause]]
id = "wages"
section = "items"
text = "工资福利包括{names names}"
names = { is = "names", list = "wages", role = "economic" }
)";

/// `text` with `from`, which must be there, written as `to`.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  if (at == std::string::npos) {
    ADD_FAILURE() << "not there: " << from;
    return text;
  }
  return text.replace(at, from.size(), to);
}

/// The small form, or variants of it, as data files.
class SmallForm : public DataFolder {
 public:
  explicit SmallForm(std::string_view form = small_form, std::string_view wording = small_wording) {
    put("profiles/index.toml", small_index);
    put("profiles/small-final/form.toml", form);
    put("profiles/small-final/wording.toml", wording);
  }
};

}  // namespace mingzhang::support
