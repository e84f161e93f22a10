#!/usr/bin/env python3
"""Performance tables that are compiled: read back from every format as what they were, scores with their calculations.

    publish_performance.py --program BIN/mingzhang
"""
import argparse
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import mutations_performance
import performance

WHOLE = """单位整体支出绩效自评表
（2023年度）
部门（单位）名称\t\t云岭县医疗保障局\t\t\t\t\t
部门资金（万元）\t资金来源\t年初预算数\t全年预算数\t全年执行数\t分值权重\t执行率\t得分
\t年度总资金\t400.00\t420.00\t399.00\t10\t95.00%\t9.50
\t中央安排\t60.00\t60.00\t60.00\t-\t-\t-
\t县（市、区）安排\t340.00\t360.00\t339.00\t-\t-\t-
年度总体目标\t预期目标\t\t\t实际完成情况\t\t\t
\t参保20万人，待遇按月支付。\t\t\t参保20.5万人，待遇按月支付。\t\t\t
一级指标\t二级指标\t三级指标\t预期指标值\t指标值设定依据\t分值权重\t实际完成指标值\t得分
履职效能\t数量指标\t参保人数\t≥20万人\t年度工作计划\t30\t20.5万人\t30
\t质量指标\t待遇支付准确率\t≥98%\t年度工作计划\t30\t99%\t30
\t\t投诉办结率\t=100%\t年度工作计划\t30\t100%\t30
"""

TARGETS = """(四)预算绩效情况
2025 年，本部门预算绩效管理整体预算绩效目标 1 个，涉及预算金额 160.00 万元；当年预算安排项目共 1 个，其中：财政拨款项目涉及预算金额 100.00 万元；非财政拨款项目涉及预算金额 0.00 万元。具体情况见下表：
部门整体绩效目标表
（2025年）
部门名称（盖章）\t\t云岭县医疗保障局\t\t\t
年度绩效目标\t\t参保20万人，待遇按月支付。\t\t\t
年度预算（万元）\t\t资金来源\t资金总额\t\t
\t\t上级安排\t60.00\t\t
\t\t本级安排\t100.00\t\t
\t\t其他资金\t0.00\t\t
一级指标\t二级指标\t三级指标\t指标值\t指标设定依据\t分值权重
履职效能\t数量指标\t参保人数\t＞=20万人\t年度工作计划\t45
\t质量指标\t待遇支付准确率\t＞=98%\t年度工作计划\t45
项目支出绩效目标表
（2025年）
预算单位\t\t云岭县医疗保障局\t\t\t\t\t\t
项目名称\t\t业务培训项目\t\t\t项目负责人\t\t李主任\t
项目资金（万元）\t\t年度预算总额\t100.00\t其中：财政拨款\t100.00\t其他资金\t0.00\t
项目总体目标\t\t举办8期培训，编印手册500册。\t\t\t\t\t\t
一级指标\t二级指标\t三级指标\t指标值\t指标值设置依据\t上年完成值\t指标分值权重\t指标赋分规则\t佐证资料
产出指标\t数量指标\t培训期数\t＞=8期\t计划标准\t7期\t20\t按照完成比例赋分\t工作资料
\t质量指标\t培训合格率\t＞=95%\t计划标准\t96%\t10\t按照完成比例赋分\t工作资料
\t时效指标\t培训完成时间\t2025年11月30日前\t计划标准\t2024年11月20日\t10\t直接赋分\t工作资料
成本指标\t经济成本指标\t人均培训成本\t＜=600元/人\t预算支出标准\t-\t20\t按照完成比例赋分\t原始凭证
效益指标\t社会效益指标\t学员能力\t有效提升\t计划标准\t-\t20\t按评判等级赋分\t工作资料
满意度指标\t满意度指标\t学员满意度\t＞=90%\t行业标准\t93%\t10\t满意度赋分\t工作资料
"""

SHAANXI = """十三、预算绩效情况说明
（一）预算绩效管理工作开展情况说明
本单位在部门决算中反映政策宣传等 1 个一级项目的绩效自评结果，涉及预算资金 60.00 万元，占部门预算项目支出总额的 50%。
（二）单位整体支出绩效自评结果
根据年度设定的绩效目标，单位整体支出自评得分 99.50 分，全年预算数 210.00 万元，执行数 199.50 万元，完成预算的 95%。
云岭县医疗保障局整体支出绩效自评表
（2023年度）
单位名称\t\t云岭县医疗保障局\t\t\t\t\t\t\t\t\t\t
年度主要任务完成情况\t任务名称\t主要内容\t完成情况\t全年预算数(万元)\t\t\t全年执行数(万元)\t\t\t分值\t执行率\t得分
\t\t\t\t总额\t财政拨款\t其他资金\t总额\t财政拨款\t其他资金\t\t\t
\t任务1\t基本支出\t完成\t150.00\t150.00\t0.00\t142.50\t142.50\t0.00\t6\t95%\t——
\t任务2\t政策宣传\t完成\t60.00\t60.00\t0.00\t57.00\t57.00\t0.00\t4\t95%\t——
\t金额合计\t\t\t210.00\t210.00\t0.00\t199.50\t199.50\t0.00\t10\t95%\t9.50
年度总体目标完成情况\t预期目标(年初设定)\t\t\t\t\t目标实际完成情况\t\t\t\t\t\t
\t参保20万人。\t\t\t\t\t参保20.5万人。\t\t\t\t\t\t
年度绩效指标完成情况\t一级指标\t二级指标\t指标内容\t\t\t\t年度指标值\t\t实际完成值\t\t分值\t得分
\t产出指标(50分)\t数量指标\t参保人数\t\t\t\t≥20万人\t\t20.5万人\t\t30\t30
\t\t质量指标\t支付准确率\t\t\t\t≥98%\t\t99%\t\t20\t20
\t效益指标(30分)\t社会效益指标\t政策知晓率\t\t\t\t≥80%\t\t85%\t\t30\t30
\t满意度指标(10分)\t服务对象满意度指标\t群众满意度\t\t\t\t≥90%\t\t95%\t\t10\t10
总分\t\t\t\t\t\t\t\t\t\t\t100\t99.50
（三）项目绩效自评结果
1.政策宣传绩效自评综述：全年预算数 60.00 万元，执行数 57.00 万元，完成预算的 95%。项目绩效目标完成情况：宣传 40 场。发现的问题及原因：场次不足。下一步改进措施：提早安排。
政策宣传支出绩效自评表
（2023年度）
项目名称\t\t政策宣传\t\t\t\t\t\t
主管部门\t\t云岭县医疗保障局\t\t\t实施单位\t云岭县医疗保障局\t\t
项目资金(万元)\t\t\t年初预算数\t全年预算数(A)\t全年执行数(B)\t分值\t执行率(B/A)\t得分
\t\t年度资金总额\t60.00\t60.00\t57.00\t10\t95%\t9.50
\t\t其中：当年财政拨款\t60.00\t60.00\t57.00\t——\t95%\t——
\t\t其他资金\t0.00\t0.00\t0.00\t——\t\t——
年度总体目标完成情况\t预期目标（年初设定）\t\t\t\t实际完成情况\t\t\t
\t宣传40场，覆盖5000人次。\t\t\t\t宣传40场，覆盖5200人次。\t\t\t
绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
\t产出指标(50分)\t数量指标\t宣传场次\t≥40场\t40场\t20\t20\t
\t\t时效指标\t完成时间\t2023年11月底前\t2023年10月\t10\t10\t
\t\t成本指标\t宣传成本\t≤60万元\t57万元\t20\t20\t
\t效益指标(30分)\t社会效益指标\t宣传覆盖人次\t≥5000人次\t5200人次\t30\t30\t
\t满意度指标(10分)\t服务对象满意度指标\t群众满意度\t≥90%\t94%\t10\t10\t
总分\t\t\t\t\t\t100\t99.50\t
"""

SHANGHAI = """四、绩效目标设置情况
编报绩效目标的项目 1 个，涉及项目预算资金 75.00 万元。
财政项目支出绩效目标填报表
（2024年度）
项目名称\t社区法治宣传\t\t项目性质\t经常性项目\t项目类别\t其他
主管部门\t云岭街道办事处\t\t\t实施单位\t云岭街道办事处\t
项目资金（元）\t项目资金总额\t750,000.00\t\t年度资金申请总额\t\t750,000.00
\t其中：财政资金\t750,000.00\t\t其中：当年财政拨款\t\t750,000.00
\t\t\t\t上年结转资金\t\t0.00
\t其他资金\t0.00\t\t其他资金\t\t0.00
项目绩效目标\t项目总目标\t\t\t年度总体目标\t\t
\t三年内宣传覆盖全街道。\t\t\t宣传活动30场。\t\t
绩效指标\t一级指标\t二级指标\t三级指标\t\t年度（/项目）指标值\t
\t产出指标\t数量指标\t宣传活动场次\t\t=30(场)\t
\t\t质量指标\t活动完成率\t\t=100(%)\t
\t\t成本指标\t宣传品成本\t\t≤5(万元)\t
\t效益指标\t社会效益指标\t纠纷调解\t\t及时\t
\t满意度指标\t服务对象满意度指标\t居民满意度\t\t≥95(%)\t
\t成本指标\t经济成本指标\t每场活动成本\t\t≤25000(元)\t
"""

NATIONAL_TARGETS = """云岭县医疗保障局2024年度绩效目标申报表
部门（单位）整体支出绩效目标申报表
（2024年度）
部门（单位）名称\t\t云岭县医疗保障局\t\t\t
年度主要任务\t任务名称\t主要内容\t预算金额（万元）\t\t
\t\t\t总额\t财政拨款\t其他资金
\t任务1\t基本支出\t150.00\t150.00\t0.00
\t任务2\t政策宣传\t60.00\t50.00\t10.00
\t金额合计\t\t210.00\t200.00\t10.00
年度总体目标\t参保20万人，待遇按月支付。\t\t\t\t
年度绩效指标\t一级指标\t二级指标\t三级指标\t\t指标值
\t产出指标\t数量指标\t参保人数\t\t≥20万人
\t\t质量指标\t支付准确率\t\t≥98%
\t成本指标\t经济成本指标\t宣传成本\t\t≤60万元
\t效益指标\t社会效益指标\t医疗费用负担\t\t有效减轻
\t满意度指标\t服务对象满意度指标\t群众满意度\t\t≥90%
项目支出绩效目标申报表
（2024年度）
项目名称\t\t政策宣传\t\t\t
主管部门及代码\t\t云岭县人民政府（101）\t\t实施单位\t云岭县医疗保障局
项目属性\t\t延续项目\t\t项目期\t3年
项目资金（万元）\t\t中期资金总额\t180.00\t年度资金总额\t60.00
\t\t其中：财政拨款\t150.00\t其中：财政拨款\t50.00
\t\t\t\t上年结转资金\t0.00
\t\t其他资金\t30.00\t其他资金\t10.00
总体目标\t中期目标\t\t\t年度目标\t
\t三年内宣传覆盖全县。\t\t\t宣传40场，覆盖5000人次。\t
绩效指标\t一级指标\t二级指标\t三级指标\t\t指标值
\t产出指标\t数量指标\t宣传场次\t\t≥40场
\t\t时效指标\t完成时间\t\t2024年11月底前
\t成本指标\t经济成本指标\t宣传成本\t\t≤60万元
\t效益指标\t社会效益指标\t宣传覆盖人次\t\t≥5000人次
\t满意度指标\t服务对象满意度指标\t群众满意度\t\t≥90%
"""

NATIONAL_EVALUATION = """云岭县医疗保障局2024年度绩效自评表
项目支出绩效自评表
（2024年度）
项目名称\t\t政策宣传\t\t\t\t\t\t
主管部门\t\t云岭县人民政府\t\t\t实施单位\t云岭县医疗保障局\t\t
项目资金（万元）\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t\t年度资金总额\t60.00\t60.00\t57.00\t10\t95%\t9.50
\t\t其中：当年财政拨款\t50.00\t50.00\t47.50\t—\t95%\t—
\t\t上年结转资金\t0.00\t0.00\t0.00\t—\t\t—
\t\t其他资金\t10.00\t10.00\t9.50\t—\t95%\t—
年度总体目标\t预期目标\t\t\t\t实际完成情况\t\t\t
\t宣传40场，覆盖5000人次。\t\t\t\t宣传36场，覆盖5200人次。\t\t\t
绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
\t产出指标\t数量指标\t宣传场次\t≥40场\t36场\t20\t18\t部分村没有场地，下年提早落实。
\t\t时效指标\t完成时间\t2024年11月底前\t2024年10月\t10\t10\t
\t\t成本指标\t宣传成本\t≤60万元\t57万元\t20\t20\t
\t效益指标\t社会效益指标\t宣传覆盖人次\t≥5000人次\t5200人次\t30\t30\t
\t满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t94%\t10\t10\t
总分\t\t\t\t\t\t100\t97.50\t
"""


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def documents():
    """Profile, text, number of performance tables."""
    head, tables = mutations_performance.text_of(mutations_performance.clean())[0].split("项目支出绩效自评表", 1)
    yield "xinjiang-final", head + WHOLE + "项目支出绩效自评表" + tables, 3
    yield "xinjiang-budget", TARGETS, 2
    yield "shaanxi-final", SHAANXI, 2
    yield "shanghai-budget", SHANGHAI, 1
    yield "national-targets", NATIONAL_TARGETS, 2
    yield "national-evaluation", NATIONAL_EVALUATION, 1


class Press:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def compiled(self, source, profile, name, formats):
        """What was compiled from a file, and its performance tables as data."""
        folder = self.folder / name
        words = ["compile", "--from", source, "--profile", profile, "--output", folder, "--formats", formats]
        done = subprocess.run([self.program, *map(str, words)], capture_output=True, encoding="utf-8", timeout=120, check=False)
        expect(done.returncode in (0, 1), f"{source}: {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return folder, json.loads((folder / "figures.json").read_text(encoding="utf-8"))


def comparable(tables):
    """Widths of characters are typography; a label is that of the form."""
    for table in tables:
        for row in table["money"]:
            row.pop("label", None)
    return unicodedata.normalize("NFKC", json.dumps(tables, ensure_ascii=False, sort_keys=True)).replace(" ", "")


def test_comes_back(press):
    """Read, compiled in every format, read again: the same tables, cell by cell."""
    formats = "txt,docx,html,xlsx,csv" + (",pdf" if shutil.which("soffice") else "")
    for profile, text, count in documents():
        source = press.folder / f"{profile}.txt"
        source.write_text(text, encoding="utf-8")
        folder, data = press.compiled(source, profile, profile, formats)
        tables = data["performance"]
        expect(len(tables) == count and all(table["indicators"] and table["money"] for table in tables), f"{profile}: {tables}")
        levels = [row["level1"] + row.get("level2", "") for table in tables for row in table["indicators"]]
        if profile in ("shanghai-budget", "national-evaluation"):  # 成本指标 may be of either level
            expect("产出指标成本指标" in levels, levels)
        told = comparable(tables)
        for path in sorted(path for path in folder.iterdir() if path.is_file() and path.suffix != ".json"):
            again = press.compiled(path, profile, f"{profile}-{path.suffix}", "json")[1]["performance"]
            expect(comparable(again) == told, f"{profile}, {path.name}:\n{told}\n{comparable(again)}")
        with open(folder / "data/performance-indicators.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        names = [row["name"] for table in tables for row in table["indicators"]]
        expect([row["name"] for row in rows] == names, rows)


def test_calculations(press):
    """Every score and rate of a self-evaluation says how it follows."""
    profile, text, _ = next(documents())
    source = press.folder / "one.txt"
    source.write_text(text, encoding="utf-8")
    _, data = press.compiled(source, profile, "calculated", "txt")
    lines = {(figure["title"], figure["row"], figure["column"]): figure["trace"] for figure in data["figures"]
             if figure["part"] == "P-project"}
    told = {key: [line for line in trace if line.startswith("计算")] for key, trace in lines.items()}
    expect(any("7 / 8 × 10 = 8.75" in line for line in told[("项目支出绩效自评表", "培训期数", "score")]), told)
    scores = [key for key in told if key[2] == "score"]
    without = [key for key in scores if not told[key]]
    expect(len(scores) > 15 and not without, without)


def test_narrative(press):
    """What is not said is counted, summed and gathered from the tables; what only a person knows is asked for."""
    profile, text, _ = next(documents())
    lines = [line for line in text.split("\n") if not line.startswith("根据预算绩效管理要求")]
    source = press.folder / "tables.txt"
    source.write_text("\n".join(lines), encoding="utf-8")
    folder, data = press.compiled(source, profile, "narrative", "txt")
    said = (folder / "document.txt").read_text(encoding="utf-8")
    for piece in ("整体支出绩效自评表1个，全年预算总额420.00万元，实际执行总额399.00万元",
                  "预算绩效评价项目2个，全年预算数160.00万元，全年执行数137.00万元",
                  "三是监督检查项目：检查机构38家、药店48家。发现的问题及原因：一是“培训期数”第8期因场地未能举办；",
                  "下一步改进措施：【待填写：内容】"):
        expect(piece in said, f"{piece}:\n{said[-3000:]}")
    todos = [todo["what"] for todo in data["todos"]]
    expect("下一步改进措施" in todos, todos)
    source.write_text("\n".join(lines).replace("第8期因场地未能举办。", ""), encoding="utf-8")
    _, data = press.compiled(source, profile, "silent", "txt")
    expect(any("“培训期数”的偏差原因" in todo["what"] for todo in data["todos"]), data["todos"])


def test_books(press):
    """Both examples publish their year, final: nothing is wrong with it, and a score leads to its calculation and its entry."""
    for name, year, profile, count in (("final-2023", 2023, "shaanxi-final", 5), ("budget-2025", 2025, "xinjiang-budget", 6)):
        desk = performance.Desk(press.program, press.folder / name)
        desk.folder.mkdir()
        performance.begin_year(desk, name)
        if profile == "shaanxi-final":
            performance.end_year(desk, name, year)
        folder = press.folder / f"{name}-published"
        words = [press.program, "compile", desk.books, "--year", str(year), "--profile", profile, "--output", folder, "--final"]
        done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=120, check=False)
        expect(done.returncode == 0 and "错误" not in done.stdout, f"{done.returncode}\n{done.stdout}{done.stderr}")
        data = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
        expect(len(data["performance"]) == count, [table.get("subject") for table in data["performance"]])
        told = subprocess.run([press.program, "check", folder / "document.docx"], capture_output=True, encoding="utf-8", timeout=60, check=False)
        expect(told.returncode == 0 and "错误 0" in told.stdout, told.stdout)
        actuals = [figure["trace"] for figure in data["figures"] if figure.get("column") == "actual"]
        expect(all(any(line.startswith("来自") for line in trace) for trace in actuals), actuals)


def test_national(press):
    """The forms of the Ministry of Finance by themselves; what the books say of a project stands in them."""
    for name, year, stage, count in (("budget-2025", 2025, "targets", 6), ("final-2023", 2023, "evaluation", 5)):
        desk = performance.Desk(press.program, press.folder / name)
        desk.folder.mkdir()
        performance.begin_year(desk, name)
        if stage == "evaluation":
            performance.end_year(desk, name, year)
        else:
            desk.run("books", "add", "绩效项目信息", f"年度={year}", "项目名称=城乡医疗救助", "项目负责人=李主任", "项目性质=经常性项目",
                     "项目期=3年", "中期目标=三年内困难群众应救尽救。")
        folder = press.folder / f"{name}-national"
        done = subprocess.run([press.program, "performance", "publish", desk.books, "--year", str(year), "--stage", stage, "--output", folder,
                               "--final"], capture_output=True, encoding="utf-8", timeout=120, check=False)
        expect(done.returncode == 0 and "错误" not in done.stdout, f"{done.returncode}\n{done.stdout}{done.stderr}")
        data = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
        expect(len(data["performance"]) == count, [table.get("subject") for table in data["performance"]])
        told = subprocess.run([press.program, "check", folder / "document.docx"], capture_output=True, encoding="utf-8", timeout=60, check=False)
        expect(f"national-{stage}" in told.stdout and told.returncode == 0 and "错误 0" in told.stdout, told.stdout)
        if stage == "targets":
            text = (folder / "document.txt").read_text(encoding="utf-8")
            for piece in ("项目属性\t\t经常性项目\t\t项目期\t3年", "三年内困难群众应救尽救。"):
                expect(piece in text, text)


def test_levels(press):
    """新疆 prints what the centre, region, prefecture and county paid: together all of it, in budget and in execution."""
    desk = performance.Desk(press.program, press.folder / "final-2023")
    desk.folder.mkdir()
    performance.begin_year(desk, "final-2023")
    performance.end_year(desk, "final-2023", 2023)
    subprocess.run([press.program, "compile", desk.books, "--year", "2023", "--profile", "xinjiang-final", "--output", press.folder / "out",
                    "--formats", "txt"], capture_output=True, timeout=120, check=False)
    text = (press.folder / "out/document.txt").read_text(encoding="utf-8")
    for row in ("年度总资金\t553.88\t526.84\t526.04", "中央安排\t0.00\t9.84\t9.84", "县（市、区）安排\t553.88\t517.00\t516.21"):
        expect(row in text, text[text.find("整体支出绩效自评表\n"):][:800])
    expect("上级安排" not in text, "one division is enough")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    options = parser.parse_args()
    tests = [test_comes_back, test_calculations, test_narrative, test_books, test_national, test_levels]
    for test in tests:
        with tempfile.TemporaryDirectory() as folder:
            test(Press(options.program, pathlib.Path(folder)))
    print(f"{len(tests)} tests passed")


if __name__ == "__main__":
    sys.exit(main())
