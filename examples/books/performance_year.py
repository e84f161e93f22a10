"""The year of the projects of both bureaus: goals, indicators, registers, and what was achieved. For `generate`."""

INDICATOR_HEADER = ["类型", "年度", "项目名称", "一级指标", "二级指标", "三级指标", "指标值", "指标值设定依据", "上年完成值", "分值", "指标赋分规则", "佐证资料",
                    "取数公式", "开始日期", "完成日期"]
GOAL_HEADER = ["类型", "年度", "项目名称", "主管部门", "预期目标"]
RESULT_HEADER = ["类型", "年度", "项目名称", "三级指标", "截止日期", "实际完成值", "数据来源", "评定得分", "偏差原因", "改进措施", "实际完成情况"]
COLUMN_HEADER = ["台账名称", "列名", "数据类型", "必填"]
SETTING_HEADER = ["类型", "年度", "文字类别", "文字内容"]

LEVELS = {"数量": ("产出指标", "数量指标"), "质量": ("产出指标", "质量指标"), "时效": ("产出指标", "时效指标"), "产出成本": ("产出指标", "成本指标"),
          "成本": ("成本指标", "经济成本指标"), "效益": ("效益指标", "社会效益指标"), "满意": ("满意度指标", "满意度指标"),
          "服务": ("满意度指标", "服务对象满意度指标"), "履职": ("履职效能", "数量指标"), "履职质量": ("履职效能", "质量指标")}
RATIO, GRADE, SATISFIED, DIRECT = "按照完成比例赋分", "按评判等级赋分", "满意度赋分", "直接赋分"
PLAN, HISTORY, STANDARD, TRADE = "计划标准", "历史标准", "预算支出标准", "行业标准"
WORK, FORMAL, VOUCHERS = "工作资料", "正式材料", "原始凭证"
WHOLE = "整体"


def satisfied(project):
    return (f"占比 计数 满意度调查；项目={project}，评价=满意 / 计数 满意度调查；项目={project}")


def paid(project, more=""):
    return f"合计 支付.金额；项目名称={project}{more}"


def rows_of(indicators, year, methods):
    """Indicators as rows; a place that prints neither rules nor evidence leaves them out."""
    for project, level, name, target, basis, last, weight, method, evidence, formula in indicators:
        first, second = LEVELS[level]
        start, due = ("2023-10-01", "2023-12-20") if project == CHECKUPS and level in ("数量", "质量") else ("", "")
        yield ["绩效指标", year, project, first, second, name, target, basis, last, weight, method if methods else "", evidence if methods else "",
               formula, start, due]


def survey(folder, year, projects):
    """Projects with how many were satisfied of how many were asked."""
    rows = []
    for number, (project, good, asked) in enumerate(projects):
        for person in range(asked):
            rows.append([f"{year}-12-{1 + (number + person) % 20:02d}", project, f"问卷{number + 1}-{person + 1:03d}",
                         "满意" if person * good // asked != (person + 1) * good // asked else "不满意"])
    folder.table("performance/surveys.csv", ["调查日期", "项目", "问卷编号", "评价"], rows)
    return [["满意度调查", "调查日期", "日期", "是"], ["满意度调查", "项目", "文字", "是"], ["满意度调查", "问卷编号", "文字", "是"],
            ["满意度调查", "评价", "文字", "是"]]


# ---- 2023: 陕西, 产出 50, 效益 30, 满意度 10 -----------------------------------------------------------------------------------------

MEDICINE, CHECKUPS, ADMINISTRATION, CAPACITY = "离休干部医药费", "职工健康体检", "医疗保障经办服务", "医疗服务与保障能力提升补助"

GOALS_2023 = {
    WHOLE: "落实医疗保障政策，保障离休干部医疗待遇，组织职工健康体检，提升经办服务水平。",
    MEDICINE: "保障离休干部人数1人，按月支付医药费，报销及时率不低于95%。",
    CHECKUPS: "组织职工健康体检9880人，12月20日前完成，人均体检费不超过300元。",
    ADMINISTRATION: "保障经办服务正常运转，来访事项办结率不低于98%。",
    CAPACITY: "开展业务培训，培训场次不少于4次，培训合格率不低于95%。",
}
INDICATORS_2023 = [
    (MEDICINE, "数量", "保障离休干部人数", "=1人", "", "1人", 15, "", "", ""),
    (MEDICINE, "数量", "医药费支付次数", "≥12次", "", "12次", 10, "", "", f"计数 支付；项目名称={MEDICINE}"),
    (MEDICINE, "质量", "报销准确率", "=100%", "", "100%", 10, "", "", "占比 计数 报销台账；复核=无误 / 计数 报销台账"),
    (MEDICINE, "时效", "报销及时率", "≥95%", "", "95%", 10, "", "", "占比 计数 报销台账；支付日期<=应付日期 / 计数 报销台账"),
    (MEDICINE, "产出成本", "离休干部医药费支出", "≤80万元", "", "", 5, "", "", paid(MEDICINE)),
    (MEDICINE, "效益", "离休干部医疗待遇", "有效保障", "", "", 30, "", "", ""),
    (MEDICINE, "服务", "离休干部家属满意度", "≥90%", "", "", 10, "", "", satisfied(MEDICINE)),
    (CHECKUPS, "数量", "体检人数", "≥9880人", "", "9850人", 20, "", "", "合计 体检台账.体检人数"),
    (CHECKUPS, "质量", "体检完成率", "≥98%", "", "98%", 10, "", "", "占比 合计 体检台账.体检人数 / 合计 体检台账.应检人数"),
    (CHECKUPS, "时效", "体检完成时间", "2023年12月20日前", "", "", 10, "", "", "最晚 体检台账.体检日期"),
    (CHECKUPS, "产出成本", "人均体检费", "≤300元/人", "", "300元/人", 10, "", "", f"比值 {paid(CHECKUPS)} / 合计 体检台账.体检人数"),
    (CHECKUPS, "效益", "职工健康意识", "有效提升", "", "", 30, "", "", ""),
    (CHECKUPS, "服务", "职工满意度", "≥90%", "", "", 10, "", "", satisfied(CHECKUPS)),
    (ADMINISTRATION, "数量", "工作会议次数", "=2次", "", "2次", 10, "", "", "合计 会议培训.数量；计量=批次，事项=会议"),
    (ADMINISTRATION, "质量", "来访事项办结率", "≥98%", "", "98%", 15, "", "", "占比 计数 来访台账；办结=是 / 计数 来访台账"),
    (ADMINISTRATION, "时效", "经费支付时间", "2023年12月底前", "", "", 10, "", "", f"最晚 支付.日期；项目名称={ADMINISTRATION}"),
    (ADMINISTRATION, "产出成本", "公务接待费用", "≤0.6万元", "", "0.6万元", 15, "", "", paid(ADMINISTRATION, "，经济科目=30217")),
    (ADMINISTRATION, "效益", "经办服务水平", "有效提升", "", "", 30, "", "", ""),
    (ADMINISTRATION, "服务", "来访群众满意度", "≥90%", "", "", 10, "", "", satisfied(ADMINISTRATION)),
    (CAPACITY, "数量", "培训场次", "≥4次", "", "4次", 20, "", "", "计数 培训台账"),
    (CAPACITY, "质量", "培训合格率", "≥95%", "", "95%", 10, "", "", "占比 合计 培训台账.合格人数 / 合计 培训台账.参训人数"),
    (CAPACITY, "时效", "补助资金支付率", "≥99%", "", "", 10, "", "", f"执行率 {CAPACITY}"),
    (CAPACITY, "产出成本", "人均培训费", "≤550元/人", "", "", 10, "", "", f"比值 {paid(CAPACITY)} / 合计 培训台账.参训人数"),
    (CAPACITY, "效益", "医疗服务保障能力", "有效提升", "", "", 30, "", "", ""),
    (CAPACITY, "服务", "参训人员满意度", "≥90%", "", "", 10, "", "", satisfied(CAPACITY)),
    (WHOLE, "数量", "体检人数", "≥9880人", "", "9850人", 20, "", "", f"取自 {CHECKUPS}.体检人数"),
    (WHOLE, "数量", "培训场次", "≥4次", "", "4次", 10, "", "", f"取自 {CAPACITY}.培训场次"),
    (WHOLE, "质量", "来访事项办结率", "≥98%", "", "98%", 10, "", "", f"取自 {ADMINISTRATION}.来访事项办结率"),
    (WHOLE, "时效", "部门预算执行率", "≥95%", "", "95%", 10, "", "", "执行率"),
    (WHOLE, "效益", "医疗保障水平", "有效提升", "", "", 30, "", "", ""),
    (WHOLE, "服务", "来访群众满意度", "≥90%", "", "", 10, "", "", f"取自 {ADMINISTRATION}.来访群众满意度"),
]
COLUMNS_2023 = [
    ["报销台账", "受理日期", "日期", "是"], ["报销台账", "应付日期", "日期", "是"], ["报销台账", "支付日期", "日期", "否"],
    ["报销台账", "金额", "金额", "是"], ["报销台账", "复核", "文字", "是"],
    ["体检台账", "体检日期", "日期", "是"], ["体检台账", "体检单位", "文字", "是"], ["体检台账", "应检人数", "数值", "是"],
    ["体检台账", "体检人数", "数值", "是"],
    ["来访台账", "来访日期", "日期", "是"], ["来访台账", "事项", "文字", "是"], ["来访台账", "办结", "文字", "是"],
    ["培训台账", "培训日期", "日期", "是"], ["培训台账", "主题", "文字", "是"], ["培训台账", "参训人数", "数值", "是"],
    ["培训台账", "合格人数", "数值", "是"],
]
RESULTS_2023 = [
    (MEDICINE, "保障离休干部人数", "1人", "", "", "", ""),
    (MEDICINE, "离休干部医疗待遇", "完全达到预期", "", "", "", ""),
    (CHECKUPS, "体检人数", "", "", "", "部分职工在外学习、休假，没有参加体检", "提前公布日程，增加补检场次"),
    (CHECKUPS, "体检完成率", "", "", "", "部分职工在外学习、休假，没有参加体检", "提前公布日程，增加补检场次"),
    (CHECKUPS, "职工健康意识", "部分达到预期", "问卷调查", "24", "健康讲座场次偏少", "下年增加健康讲座"),
    (ADMINISTRATION, "经办服务水平", "完全达到预期", "", "", "", ""),
    (CAPACITY, "医疗服务保障能力", "完全达到预期", "", "", "", ""),
    (WHOLE, "体检人数", "", "", "", "部分职工在外学习、休假，没有参加体检", "提前公布日程，增加补检场次"),
    (WHOLE, "医疗保障水平", "完全达到预期", "", "", "", ""),
]
OUTCOMES_2023 = {
    WHOLE: "各项医疗保障政策得到落实，离休干部医药费按月支付，职工健康体检按期完成，参加人数少于预计。",
    MEDICINE: "全年按月支付1名离休干部的医药费，报销准确、及时。",
    CHECKUPS: "12月8日前完成职工健康体检，参加人数少于预计。",
    ADMINISTRATION: "经办服务正常运转，来访事项及时办结。",
    CAPACITY: "全年举办业务培训4次，培训合格率99.46%。",
}


def results(folder, year, rows, outcomes):
    folder.table("performance/results.csv", RESULT_HEADER, [
        *[["指标完成", year, project, name, f"{year}-12-31", actual, source, score, reason, remedy, ""]
          for project, name, actual, source, score, reason, remedy in rows],
        *[["绩效目标", year, project, "", "", "", "", "", "", "", outcome] for project, outcome in outcomes.items()]])


def performance_2023(folder):
    folder.table("performance/settings.csv", SETTING_HEADER, [
        ["文字", "2023", "performance.pack", "shaanxi"], ["文字", "2023", "performance.execution-rule", "linear"]])
    columns = survey(folder, "2023", [(MEDICINE, 3, 3), (CHECKUPS, 46, 50), (ADMINISTRATION, 57, 60), (CAPACITY, 39, 40)])
    folder.table("performance/registers.csv", COLUMN_HEADER, COLUMNS_2023 + columns)
    folder.table("performance/goals.csv", GOAL_HEADER, [["绩效目标", "2023", project, "澄河县人民政府", goal] for project, goal in GOALS_2023.items()])
    folder.table("performance/indicators.csv", INDICATOR_HEADER, rows_of(INDICATORS_2023, "2023", False))
    folder.table("performance/reimbursements.csv", ["受理日期", "应付日期", "支付日期", "金额", "复核"], [
        [f"2023-{month:02d}-03", f"2023-{month:02d}-25", f"2023-{month:02d}-{13 + month % 10:02d}", "19530.41", "无误"] for month in range(1, 13)])
    # 38 institutions of 260 people each: 9,880, of whom 9,484 came.
    folder.table("performance/checkups.csv", ["体检日期", "体检单位", "应检人数", "体检人数"], [
        [f"2023-{10 + number // 16:02d}-{1 + number % 16 + (2 if number >= 32 else 0):02d}", f"单位{number + 1:02d}", 260, 250 if number < 22 else 249]
        for number in range(38)])
    folder.table("performance/visits.csv", ["来访日期", "事项", "办结"], [
        [f"2023-{1 + number % 12:02d}-{1 + number % 27:02d}", ("报销咨询", "参保登记", "关系转移")[number % 3], "否" if number == 77 else "是"]
        for number in range(120)])
    folder.table("performance/trainings.csv", ["培训日期", "主题", "参训人数", "合格人数"], [
        ["2023-04-12", "医保政策", 50, 50], ["2023-06-15", "经办业务", 46, 46], ["2023-09-20", "基金监管", 48, 47], ["2023-11-08", "信息系统", 40, 40]])
    results(folder, "2023", RESULTS_2023, OUTCOMES_2023)


# ---- 2025: 新疆, 产出 40, 成本 20, 效益 20, 满意度 10; 履职效能 90 ---------------------------------------------------------------------

RESIDENTS, ASSISTANCE, ADVANCES, ACCIDENTS, SERVICES = ("城乡居民基本医疗保险补助（本级）", "城乡医疗救助", "消化上年新增暂付款", "人身意外伤害保险自治区补助",
                                                        "全民参保及医疗保障服务自治区补助")
GOALS_2025 = {
    WHOLE: "落实医疗保障政策，稳定参保规模，及时足额拨付补助资金，减轻困难群众医疗负担。",
    RESIDENTS: "城乡居民参保人数达到125920人，按每人56元落实本级补助，9月底前足额到位。",
    ASSISTANCE: "住院救助不少于1520人次，门诊救助不少于2153人次，减轻困难群众医疗负担。",
    ADVANCES: "6月底前消化上年新增暂付款，规范资金管理。",
    ACCIDENTS: "意外伤害保险参保人数达到141858人，12月30日前拨付保费，理赔结案率不低于90%。",
    SERVICES: "开展参保宣传活动不少于12次，政策知晓率不低于80%。",
}
INDICATORS_2025 = [
    (RESIDENTS, "数量", "城乡居民参保人数", "≥125920人", PLAN, "126310人", 20, RATIO, WORK, "合计 居民参保台账.参保人数"),
    (RESIDENTS, "质量", "补助资金到位率", "=100%", PLAN, "100%", 10, RATIO, VOUCHERS, f"执行率 {RESIDENTS}"),
    (RESIDENTS, "时效", "补助资金到位时间", "2025年9月底前", PLAN, "", 10, DIRECT, VOUCHERS, f"最晚 支付.日期；项目名称={RESIDENTS}"),
    (RESIDENTS, "成本", "本级人均补助标准", "≤56元/人", STANDARD, "", 20, RATIO, VOUCHERS, f"比值 {paid(RESIDENTS)} / 合计 居民参保台账.参保人数"),
    (RESIDENTS, "效益", "居民医疗保障水平", "有效提升", PLAN, "", 20, GRADE, WORK, ""),
    (RESIDENTS, "满意", "参保居民满意度", "≥95%", TRADE, "95%", 10, SATISFIED, WORK, satisfied(RESIDENTS)),
    (ASSISTANCE, "数量", "住院救助人次", "≥1520人次", HISTORY, "1498人次", 10, RATIO, WORK, "合计 救助台账.人次；类别=住院"),
    (ASSISTANCE, "数量", "门诊救助人次", "≥2153人次", HISTORY, "2120人次", 10, RATIO, WORK, "合计 救助台账.人次；类别=门诊"),
    (ASSISTANCE, "质量", "救助对象准确率", "=100%", PLAN, "100%", 10, RATIO, WORK, "占比 计数 救助台账；复核=无误 / 计数 救助台账"),
    (ASSISTANCE, "时效", "救助资金支付及时率", "≥95%", PLAN, "95%", 10, RATIO, VOUCHERS, "占比 计数 救助台账；支付日期<=应付日期 / 计数 救助台账"),
    (ASSISTANCE, "成本", "住院次均救助标准", "≤800.58元/人次", STANDARD, "", 10, RATIO, VOUCHERS, "比值 合计 救助台账.金额；类别=住院 / 合计 救助台账.人次；类别=住院"),
    (ASSISTANCE, "成本", "门诊次均救助标准", "≤92.07元/人次", STANDARD, "", 10, RATIO, VOUCHERS, "比值 合计 救助台账.金额；类别=门诊 / 合计 救助台账.人次；类别=门诊"),
    (ASSISTANCE, "效益", "困难群众医疗负担", "有效减轻", PLAN, "", 20, GRADE, WORK, ""),
    (ASSISTANCE, "满意", "救助对象满意度", "≥95%", TRADE, "95%", 10, SATISFIED, WORK, satisfied(ASSISTANCE)),
    (ADVANCES, "数量", "消化暂付款项目个数", "=1个", PLAN, "", 20, RATIO, FORMAL, ""),
    (ADVANCES, "质量", "资金支付合规率", "=100%", PLAN, "", 10, RATIO, VOUCHERS, ""),
    (ADVANCES, "时效", "暂付款消化时间", "2025年6月底前", PLAN, "", 10, DIRECT, VOUCHERS, f"最晚 支付.日期；项目名称={ADVANCES}"),
    (ADVANCES, "成本", "消化暂付款金额", "≤39.06万元", STANDARD, "", 20, RATIO, VOUCHERS, paid(ADVANCES)),
    (ADVANCES, "效益", "财政资金管理规范程度", "有效提升", PLAN, "", 30, GRADE, WORK, ""),
    (ACCIDENTS, "数量", "意外伤害保险参保人数", "≥141858人", PLAN, "142711人", 20, RATIO, WORK, ""),
    (ACCIDENTS, "质量", "理赔结案率", "≥90%", PLAN, "90%", 10, RATIO, WORK, "占比 计数 理赔台账；结案=是 / 计数 理赔台账"),
    (ACCIDENTS, "时效", "保费拨付时间", "2025年12月30日前", PLAN, "", 10, DIRECT, VOUCHERS, f"最晚 支付.日期；项目名称={ACCIDENTS}"),
    (ACCIDENTS, "成本", "自治区人均保费标准", "≤6.08元/人", STANDARD, "", 20, RATIO, VOUCHERS, ""),
    (ACCIDENTS, "效益", "意外伤害保险知晓率", "≥80%", PLAN, "80%", 20, RATIO, WORK, "占比 计数 知晓调查；项目=意外保险，知晓=是 / 计数 知晓调查；项目=意外保险"),
    (ACCIDENTS, "满意", "投保群众满意度", "≥90%", TRADE, "90%", 10, SATISFIED, WORK, satisfied(ACCIDENTS)),
    (SERVICES, "数量", "参保宣传次数", "≥12次", PLAN, "12次", 20, RATIO, WORK, "计数 宣传台账"),
    (SERVICES, "质量", "宣传资料合格率", "≥95%", PLAN, "95%", 10, RATIO, WORK, "占比 合计 宣传台账.合格份数 / 合计 宣传台账.印制份数"),
    (SERVICES, "时效", "宣传完成时间", "2025年11月底前", PLAN, "", 10, DIRECT, WORK, "最晚 宣传台账.宣传日期"),
    (SERVICES, "成本", "参保宣传费用", "≤2.4万元", STANDARD, "3万元", 20, RATIO, VOUCHERS, paid(SERVICES)),
    (SERVICES, "效益", "参保政策知晓率", "≥80%", PLAN, "80%", 20, RATIO, WORK, "占比 计数 知晓调查；项目=参保政策，知晓=是 / 计数 知晓调查；项目=参保政策"),
    (SERVICES, "满意", "服务群众满意度", "≥90%", TRADE, "90%", 10, SATISFIED, WORK, satisfied(SERVICES)),
    (WHOLE, "履职", "城乡居民参保人数", "≥125920人", PLAN, "126310人", 20, RATIO, WORK, f"取自 {RESIDENTS}.城乡居民参保人数"),
    (WHOLE, "履职", "住院救助人次", "≥1520人次", HISTORY, "1498人次", 20, RATIO, WORK, f"取自 {ASSISTANCE}.住院救助人次"),
    (WHOLE, "履职质量", "部门预算执行率", "≥95%", PLAN, "95%", 25, RATIO, VOUCHERS, "执行率"),
    (WHOLE, "履职质量", "理赔结案率", "≥90%", PLAN, "90%", 25, RATIO, WORK, f"取自 {ACCIDENTS}.理赔结案率"),
]
COLUMNS_2025 = [
    ["居民参保台账", "乡镇", "文字", "是"], ["居民参保台账", "参保人数", "数值", "是"],
    ["救助台账", "救助日期", "日期", "是"], ["救助台账", "类别", "文字", "是"], ["救助台账", "人次", "数值", "是"], ["救助台账", "金额", "金额", "是"],
    ["救助台账", "应付日期", "日期", "是"], ["救助台账", "支付日期", "日期", "否"], ["救助台账", "复核", "文字", "是"],
    ["理赔台账", "报案日期", "日期", "是"], ["理赔台账", "案件号", "文字", "是"], ["理赔台账", "结案", "文字", "是"],
    ["知晓调查", "调查日期", "日期", "是"], ["知晓调查", "项目", "文字", "是"], ["知晓调查", "知晓", "文字", "是"],
    ["宣传台账", "宣传日期", "日期", "是"], ["宣传台账", "地点", "文字", "是"], ["宣传台账", "印制份数", "数值", "是"], ["宣传台账", "合格份数", "数值", "是"],
]
TOWNS = [11840, 10260, 13105, 9870, 12660, 8940, 14320, 10780, 9630, 12210, 11255]  # 124,870
RESULTS_2025 = [
    (RESIDENTS, "城乡居民参保人数", "", "", "", "部分居民转为参加职工医保，部分学生在外地参保", "加强动员，做好中断缴费人员的参保工作"),
    (RESIDENTS, "补助资金到位率", "", "", "", "参保人数少于预计，补助按实际人数拨付", "按参保进度编制预算"),
    (RESIDENTS, "居民医疗保障水平", "完全达到预期", "", "", "", ""),
    (ASSISTANCE, "困难群众医疗负担", "完全达到预期", "", "", "", ""),
    (ADVANCES, "消化暂付款项目个数", "1个", "会计资料", "", "", ""),
    (ADVANCES, "资金支付合规率", "100%", "会计资料", "", "", ""),
    (ADVANCES, "财政资金管理规范程度", "完全达到预期", "", "", "", ""),
    (ACCIDENTS, "意外伤害保险参保人数", "141858人", "承保清单", "", "", ""),
    (ACCIDENTS, "自治区人均保费标准", "6.08元/人", "承保清单", "", "", ""),
    (WHOLE, "城乡居民参保人数", "", "", "", "部分居民转为参加职工医保，部分学生在外地参保", "加强动员，做好中断缴费人员的参保工作"),
]
OUTCOMES_2025 = {
    WHOLE: "参保规模基本稳定，补助资金按实际参保人数足额拨付，困难群众医疗负担有效减轻。",
    RESIDENTS: "城乡居民参保124870人，本级补助按每人56元于9月底前到位。",
    ASSISTANCE: "全年住院救助1530人次，门诊救助2160人次，困难群众医疗负担有效减轻。",
    ADVANCES: "6月底前消化上年新增暂付款1个项目。",
    ACCIDENTS: "意外伤害保险参保141858人，保费按期拨付，理赔及时。",
    SERVICES: "全年开展参保宣传活动13次，群众政策知晓率提高。",
}
# project, function, economic, [(day, yuan)]; residents by those who are insured: 124,870 × 56.
PAYMENTS_2025 = [
    (("65250001", RESIDENTS), "2101202", "313", [("03-20", "2330900.00"), ("06-20", "2330900.00"), ("09-20", "2330920.00")]),
    (("65250002", ASSISTANCE), "2101301", "303", [(f"{month:02d}-20", "117400.00") for month in range(1, 12)] + [("12-20", "124100.00")]),
    (("65250003", ADVANCES), "2101399", "303", [("05-16", "390600.00")]),
    (("65250004", ACCIDENTS), "2101399", "313", [("12-19", "862300.00")]),
    (("65250005", SERVICES), "2101599", "302", [("04-15", "6000.00"), ("07-15", "6000.00"), ("10-15", "6000.00"), ("11-20", "5800.00")]),
]


def performance_2025(folder, payment_header, unit, government, basic):
    """`basic`: (day, function, economic, yuan) of the payments that are of no project."""
    folder.table("performance/settings.csv", SETTING_HEADER, [
        ["文字", "2025", "performance.pack", "xinjiang"], ["文字", "2025", "performance.execution-rule", "linear"]])
    columns = survey(folder, "2025", [(RESIDENTS, 97, 100), (ASSISTANCE, 58, 60), (ACCIDENTS, 55, 60), (SERVICES, 47, 50)])
    folder.table("performance/registers.csv", COLUMN_HEADER, COLUMNS_2025 + columns)
    folder.table("performance/goals.csv", GOAL_HEADER, [["绩效目标", "2025", project, "云岭县人民政府", goal] for project, goal in GOALS_2025.items()])
    folder.table("performance/indicators.csv", INDICATOR_HEADER, rows_of(INDICATORS_2025, "2025", True))
    payments = [(day, project, function, economic, amount) for project, function, economic, paid_on in PAYMENTS_2025 for day, amount in paid_on]
    payments += [(day, ("", ""), function, economic, amount) for day, function, economic, amount in basic]
    folder.table("performance/payments.csv", payment_header, [
        ["2025", unit, "111", function, economic, government(economic), *project, f"2025-{number:04d}", f"2025-{day}", "单位", "项目支出" if project[0] else "基本支出", amount]
        for number, (day, project, function, economic, amount) in enumerate(sorted(payments), 1)])
    folder.table("performance/enrolment.csv", ["乡镇", "参保人数"], [[f"第{number}乡镇", persons] for number, persons in enumerate(TOWNS, 1)])
    # 1,530 stays in hospital and 2,160 visits; one month was paid late.
    assistance = []
    for month in range(1, 13):
        paid_on = f"2025-{month:02d}-{'23' if month == 8 else '18'}"
        assistance.append([f"2025-{month:02d}-10", "住院", 128 if month <= 6 else 127, 102000 if month <= 6 else 101500, f"2025-{month:02d}-20", paid_on, "无误"])
        assistance.append([f"2025-{month:02d}-10", "门诊", 180, 16500, f"2025-{month:02d}-20", f"2025-{month:02d}-18", "无误"])
    folder.table("performance/assistance.csv", ["救助日期", "类别", "人次", "金额", "应付日期", "支付日期", "复核"], assistance)
    folder.table("performance/claims.csv", ["报案日期", "案件号", "结案"], [
        [f"2025-{1 + number % 12:02d}-{1 + number % 27:02d}", f"A{number + 1:04d}", "否" if number % 25 == 7 else "是"] for number in range(150)])
    folder.table("performance/awareness.csv", ["调查日期", "项目", "知晓"], [
        [f"2025-11-{1 + number % 25:02d}", project, "是" if number < known else "否"]
        for project, known in (("意外保险", 84), ("参保政策", 88)) for number in range(100)])
    folder.table("performance/publicity.csv", ["宣传日期", "地点", "印制份数", "合格份数"], [
        [f"2025-{1 + number % 11:02d}-{5 + number:02d}", f"第{1 + number % 11}乡镇", 500, 490 if number % 2 else 496] for number in range(13)])
    results(folder, "2025", RESULTS_2025, OUTCOMES_2025)
