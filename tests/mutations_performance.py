"""Breaks one rule at a time in correct performance tables and asks whether the program notices.

    mutations_performance.py --program BIN/mingzhang [--verbose]

The tables are made up here, of two projects and a sentence about both. Noticed is what gives an error or a warning with
the changed line among its places. The changes of FREE break no rule that a program could know: they may not be told.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

NOTICED = 95.0  # per cent, at least

SENTENCE = ("根据预算绩效管理要求，我单位 2023 年度预算绩效管理整体支出绩效自评表 0 个，全年预算总额 0.00 万元，实际执行总额 0.00 万元；"
            "预算绩效评价项目 2 个，全年预算数 {budget} 万元，全年执行数 {spent} 万元。")

# level 1, level 2, name, target, actual, weight, score, reason
TRAINING = [
    ["产出指标", "数量指标", "培训期数", "≥8 期", "=7 期", "10", "8.75", "第8期因场地未能举办。"],
    ["", "", "参加培训人次", "≥200 人次", "=240 人次", "10", "10.00", ""],
    ["", "", "编印手册", "=500 册", "=450 册", "10", "9.00", "印刷合同调减。"],
    ["", "质量指标", "培训合格率", "≥95%", "=96%", "10", "10.00", ""],
    ["", "时效指标", "培训完成时间", "2023年11月30日前", "2023年11月20日", "10", "10.00", ""],
    ["效益指标", "社会效益指标", "学员能力", "有效提升", "完全达到预期", "15", "15.00", ""],
    ["", "", "制度知晓", "有效提升", "完全达到预期", "15", "15.00", ""],
    ["满意度指标", "满意度指标", "学员满意度", "≥90%", "=93%", "10", "10.00", ""],
]
INSPECTION = [
    ["产出指标", "数量指标", "检查机构数量", "=40 家", "=38 家", "10", "9.50", "两家机构停业。"],
    ["", "", "检查药店数量", "≥60 家", "=48 家", "10", "8.00", "年底药店检查未完成。"],
    ["", "质量指标", "问题整改率", "≥90%", "=81%", "10", "9.00", "部分问题整改期未满。"],
    ["", "", "虚假登记人数", "=0 人", "=0 人", "10", "10.00", ""],
    ["成本指标", "经济成本指标", "人均检查成本", "≤600 元/人", "=570 元/人", "20", "20.00", ""],
    ["效益指标", "社会效益指标", "监管秩序", "有效改善", "完全达到预期", "20", "20.00", ""],
    ["满意度指标", "满意度指标", "机构满意度", "≥95%", "=97%", "10", "10.00", ""],
]


def project(name, initial, budget, spent, rate, score, rows, goal, result):
    return {"name": name, "money": [initial, budget, spent, "10", rate, score], "own": [initial, budget, spent],
            "other": ["0.00", "0.00", "0.00"], "rows": [list(row) for row in rows], "goal": goal, "result": result,
            "weight": "100"}


def clean():
    return {"budget": "160.00", "spent": "137.00", "projects": [
        project("业务培训项目", "100.00", "100.00", "80.00", "80.00%", "8.00", TRAINING,
                "举办8期培训，编印手册500册。", "举办7期培训，编印手册450册。"),
        project("监督检查项目", "60.00", "60.00", "57.00", "95.00%", "9.50", INSPECTION,
                "检查机构40家、药店60家。", "检查机构38家、药店48家。")]}


def total(one):
    return f"{sum(float(row[6]) for row in one['rows']) + float(one['money'][5]):.2f}"


def text_of(document):
    """The lines, and for each place of the document its line."""
    lines, places = [], {}

    def add(place, *cells):
        lines.append("\t".join(cells))
        places[place] = len(lines)

    add("head", "十一、预算绩效的情况说明")
    add("sentence", SENTENCE.format(**document))
    for number, one in enumerate(document["projects"]):
        add(("title", number), "项目支出绩效自评表")
        add(("year", number), "(2023年度)")
        add(("name", number), "项目名称", "", one["name"], "", "", "", "", "", "")
        add(("unit", number), "主管部门", "", "云岭县医疗保障局", "", "实施单位", "", "云岭县医疗保障局", "", "")
        add(("columns", number), "项目资金(万元)", "", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
        add(("money", number), "", "", "年度资金总额", *one["money"])
        add(("own", number), "", "", "其中：当年财政拨款", *one["own"], "—", "—", "—")
        add(("other", number), "", "", "其他资金", *one["other"], "—", "—", "—")
        add(("labels", number), "年度总体目标", "预期目标", "", "", "", "实际完成情况", "", "", "")
        add(("prose", number), "", one["goal"], "", "", "", one["result"], "", "", "")
        add(("header", number), "", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
            "偏差原因分析及改进措施")
        for row, cells in enumerate(one["rows"]):
            add(("row", number, row), "年度绩效指标完成情况" if row == 0 else "", *cells)
        add(("total", number), "总分", "", "", "", "", "", one["weight"], one.get("total", total(one)), "")
    return "\n".join(lines) + "\n", places


def moved(figure, by):
    """The first number of a cell, moved, with as many places."""
    number = re.search(r"\d+(?:\.(\d+))?", figure)
    return (figure[:number.start()] + f"{float(number.group()) + by:.{len(number.group(1) or '')}f}" +
            figure[number.end():])


def changes():
    """kind, place, the document with one rule broken."""
    def case(kind, place, work):
        document = clean()
        for one in document["projects"]:
            one["total"] = total(one)
        work(document)
        return kind, place, document

    def put(number, key, index, value):
        return lambda document: document["projects"][number][key].__setitem__(index, value)

    def put_row(number, row, column, value):
        return lambda document: document["projects"][number]["rows"][row].__setitem__(column, value)

    original = clean()
    for number, one in enumerate(original["projects"]):
        money = ("money", number)
        for index, kind in enumerate(("年初预算", "全年预算", "全年执行")):
            for by in (1, -3, 20):
                yield case(kind, money, put(number, "money", index, moved(one["money"][index], by)))
                yield case(kind + "（来源行）", ("own", number), put(number, "own", index, moved(one["own"][index], by)))
            yield case(kind + "（其他资金）", ("other", number), put(number, "other", index, "2.00"))
        for by in (-7, 0.5, 4):
            yield case("执行率", money, put(number, "money", 4, moved(one["money"][4], by)))
        for by in (-1, 0.2, 0.45):
            yield case("执行率得分", money, put(number, "money", 5, moved(one["money"][5], by)))
        for by in (-1, 0.3, 10):
            yield case("总分", ("total", number),
                       lambda document, n=number, b=by: document["projects"][n].update(
                           total=moved(document["projects"][n]["total"], b)))
        yield case("总分值", ("total", number), lambda document, n=number: document["projects"][n].update(weight="110"))
        for row, cells in enumerate(one["rows"]):
            place = ("row", number, row)
            for by in (-1, -0.4):
                yield case("指标得分", place, put_row(number, row, 6, moved(cells[6], by)))
            yield case("得分超过分值", place, put_row(number, row, 6, moved(cells[5] + ".00", 2)))
            for by in (-2, 5):
                yield case("分值", ("total", number), put_row(number, row, 5, moved(cells[5], by)))
            if cells[7]:
                yield case("失分而无原因", place, put_row(number, row, 7, ""))
                yield case("未完成而得满分", place, put_row(number, row, 6, cells[5] + ".00"))
                yield case("完成值", place, put_row(number, row, 4, moved(cells[4], -3)))
            if cells[2].endswith(("人次", "人数", "成本")) or "成本" in cells[2]:
                yield case("定性词作指标值", place, lambda document, n=number, r=row: document["projects"][n]["rows"]
                           .__setitem__(r, [*document["projects"][n]["rows"][r][:2],
                                            "服务人数", "成效明显", "成效明显", *document["projects"][n]["rows"][r][5:]]))
            yield case("年度", place, put_row(number, row, 2, "2021年" + cells[2]))
    for key, by in (("budget", 5), ("budget", -0.5), ("spent", 3), ("spent", -10)):
        yield case("项目合计", "sentence", lambda document, k=key, b=by: document.update({k: moved(document[k], b)}))
    yield case("半个人", ("row", 0, 1), put_row(0, 1, 3, "≥200.5 人次"))
    yield case("多余的原因", ("row", 0, 7), lambda document: document["projects"][0]["rows"].__setitem__(
        7, ["满意度指标", "满意度指标", "学员满意度", "≥93%", "=93%", "10", "10.00", "政策掌握不足，改进措施：加强宣传。"]))
    yield case("完成情况照抄目标", ("prose", 0), lambda document: document["projects"][0].update(result="编印手册500册。"))


FREE = [
    ("超额完成的完成值", ("row", 0, 1), 4, "=230 人次"),
    ("已完成的指标值", ("row", 0, 1), 3, "≥190 人次"),
    ("定性目标的用词", ("row", 0, 5), 3, "明显提高"),
    ("指标名称", ("row", 0, 3), 2, "结业合格率"),
    ("原因的用词", ("row", 0, 0), 7, "因师资不足，第8期未举办。"),
    ("期限之前的日期", ("row", 0, 4), 4, "2023年10月20日"),
]


def findings_of(program, text, scratch):
    path = pathlib.Path(scratch) / "changed.txt"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run([program, "check", "--format", "json", "--profile", "xinjiang-final", path],
                          capture_output=True, check=False, timeout=60)
    report = json.loads(done.stdout)
    report = report[0] if isinstance(report, list) else report
    rules = {"missing-section", "missing-clause", "missing-table"}  # a fragment lacks most of the form
    return [finding for finding in report["findings"]
            if finding["severity"] in ("error", "warning") and finding["rule"] not in rules]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    kinds, unnoticed, false = collections.defaultdict(lambda: [0, 0]), [], []
    with tempfile.TemporaryDirectory() as scratch:
        wrong = findings_of(arguments.program, text_of(clean())[0], scratch)
        if wrong:
            print("the tables are not clean:", *(finding["message"] for finding in wrong), sep="\n  ")
            return 1
        for kind, place, document in changes():
            text, places = text_of(document)
            told = findings_of(arguments.program, text, scratch)
            lines = {line for finding in told for spot in finding["places"]
                     for line in range(spot["line"], spot.get("last_line", spot["line"]) + 1)}
            kinds[kind][0] += 1
            if places[place] in lines:
                kinds[kind][1] += 1
            else:
                unnoticed.append(f"{kind} at {place}: " + "; ".join(finding["message"] for finding in told))
        for kind, (_, number, row), column, value in FREE:
            document = clean()
            document["projects"][number]["rows"][row][column] = value
            told = findings_of(arguments.program, text_of(document)[0], scratch)
            false += [f"{kind}: {finding['message']}" for finding in told]
    changed, noticed = (sum(counts[side] for counts in kinds.values()) for side in (0, 1))
    for kind, (all_of_it, seen) in kinds.items():
        if arguments.verbose or seen < all_of_it:
            print(f"{kind}: {seen} of {all_of_it}")
    for line in unnoticed:
        print("  unnoticed, " + line)
    for line in false:
        print("  told although nothing is broken, " + line)
    share = 100 * noticed / max(changed, 1)
    print(f"{changed} changes of {len(kinds)} kinds, {noticed} noticed: {share:.1f} %; "
          f"{len(FREE)} that break nothing, {len(false)} told")
    return 0 if changed > 0 and share >= NOTICED and not false else 1


if __name__ == "__main__":
    sys.exit(main())
