#!/usr/bin/env python3
"""A year of performance from the outside: both examples from their goals to their scores, and what is refused on the way.

    performance.py --program BIN/mingzhang
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples/books"
REGISTERS = {
    "final-2023": {"reimbursements": "报销台账", "checkups": "体检台账", "visits": "来访台账", "trainings": "培训台账", "surveys": "满意度调查"},
    "budget-2025": {"enrolment": "居民参保台账", "assistance": "救助台账", "claims": "理赔台账", "awareness": "知晓调查", "publicity": "宣传台账",
                    "surveys": "满意度调查"},
}


class Desk:
    """One file of books, and the commands on it."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.books = folder / "books.db"

    def run(self, area, command, *words, code=0):
        done = subprocess.run([self.program, area, command, str(self.books), *map(str, words)], capture_output=True, encoding="utf-8",
                              timeout=300, check=False, cwd=self.folder)
        if done.returncode != code:
            raise AssertionError(f"{area} {command} {words}: exit {done.returncode}, not {code}\n{done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def json(self, command, *words):
        done = subprocess.run([self.program, "performance", command, str(self.books), *map(str, words), "--format", "json"],
                              capture_output=True, encoding="utf-8", timeout=300, check=True)
        return json.loads(done.stdout)

    def file(self, name, content):
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return path


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def has(text, *parts):
    for part in parts:
        expect(part in text, f"{part!r} is not in\n{text}")


def begin_year(desk, name):
    """Books with the money, what registers look like, goals and indicators."""
    folder = EXAMPLES / name
    desk.run("books", "init", "--unit", "云岭县医疗保障局", "--code", "101001", "--who", "张会计")
    for file, kind in (("projects", "项目"), ("budget", "年初预算"), ("adjustments", "预算调整"), ("income", "收入"), ("payments", "支付"),
                       ("counts", None), ("texts", None)):
        path = folder / f"{file}.csv"
        if path.is_file():
            desk.run("books", "import", path, *(["--kind", kind] if kind else []))
    desk.run("books", "import", folder / "performance/settings.csv")
    desk.run("books", "import", folder / "performance/registers.csv", "--kind", "台账列")
    return desk.run("books", "import", folder / "performance/goals.csv", folder / "performance/indicators.csv")


def end_year(desk, name, year):
    folder = EXAMPLES / name / "performance"
    if (folder / "payments.csv").is_file():
        desk.run("books", "import", folder / "payments.csv", "--kind", "支付")
    for file, register in REGISTERS[name].items():
        desk.run("books", "import", folder / f"{file}.csv", "--register", register)
    desk.run("performance", "compute", "--year", year)
    desk.run("books", "import", folder / "results.csv")


def by_subject(tables):
    return {table["subject"] + ("" if table["scope"] == "project" else "（整体）"): table for table in tables}


def test_year_of_2023(desk):
    begin_year(desk, "final-2023")
    has(desk.run("performance", "check", "--year", 2023), "错误 0，警告 0")
    tables = by_subject(desk.json("targets", "--year", 2023))
    expect([table["total_weight"] for table in tables.values()] == ["90"] * 5, "weights of the targets")
    # Before anything is recorded nothing can be said at the end.
    has(desk.run("performance", "evaluate", "--year", 2023, "--final", code=1), "没有完成值", "未定稿")
    has(desk.run("performance", "evaluate", "--year", 2023), "总分 未定")
    end_year(desk, "final-2023", 2023)
    tables = by_subject(desk.json("evaluate", "--year", 2023, "--final"))
    expect({name: table["total_score"] for name, table in tables.items()} ==
           {"云岭县医疗保障局（整体）": "99.18", "离休干部医药费": "100.00", "职工健康体检": "92.99", "医疗保障经办服务": "99.93",
            "医疗服务与保障能力提升补助": "100.00"}, "totals")
    checkups = tables["职工健康体检"]
    rows = {row["name"]: row for row in checkups["indicators"]}
    expect(rows["体检人数"]["actual"] == "9484人" and rows["体检人数"]["score"] == "19.20", rows["体检人数"])
    expect(rows["体检人数"]["score_because"] == "9484 / 9880 × 20 = 19.20", rows["体检人数"])
    expect(rows["人均体检费"]["actual_because"] == "2830960.00 / 9484 = 298.50元/人", rows["人均体检费"])
    expect(rows["职工健康意识"]["score"] == "24.00" and checkups["grade"] == "优", "what a person awarded")
    expect(checkups["money"][0]["score_because"] == "283.10 / 283.10 = 100.00% → 10.00", checkups["money"][0])
    # A value opens to the rows behind it, as they were then.
    explained = desk.run("performance", "explain", "--year", 2023, "--project", "医疗保障经办服务", "--indicator", "来访事项办结率", "--limit", 2)
    has(explained, "完成值 99.17%", "119 / 120 = 99.17%", "来访台账：119 条记录，列出 2 条", "2023-01-01 报销咨询 是")
    desk.run("books", "import", desk.file("more.csv", "来访日期,事项,办结\n2023-12-30,报销咨询,否\n"), "--register", "来访台账")
    expect(explained == desk.run("performance", "explain", "--year", 2023, "--project", "医疗保障经办服务", "--indicator", "来访事项办结率",
                                 "--limit", 2), "the rows of the value that was kept")
    has(desk.run("performance", "compute", "--year", 2023, "--dry-run"), "来访事项办结率：98.35%", "119 / 121 = 98.35%")
    has(desk.run("books", "verify"), "完好")
    # All of it goes out and comes back.
    desk.run("books", "export", "--output", desk.folder / "export")
    other = Desk(desk.program, desk.folder)
    other.books = desk.folder / "restored.db"
    other.run("books", "restore", desk.folder / "export")
    expect(other.json("evaluate", "--year", 2023) == desk.json("evaluate", "--year", 2023), "restored books evaluate alike")


def test_year_of_2025(desk):
    said = begin_year(desk, "budget-2025")
    has(said, "indicators.csv:2:7：指标值：警告：", "指标值 ≥125920人 低于上年完成值 126310人")
    has(desk.run("performance", "check", "--year", 2025), "错误 0，警告 3")
    end_year(desk, "budget-2025", 2025)
    tables = by_subject(desk.json("evaluate", "--year", 2025, "--final"))
    expect({name: table["total_score"] for name, table in tables.items()} ==
           {"云岭县医疗保障局（整体）": "99.78", "城乡居民基本医疗保险补助（本级）": "99.67", "城乡医疗救助": "100.00", "消化上年新增暂付款": "100.00",
            "人身意外伤害保险自治区补助": "100.00", "全民参保及医疗保障服务自治区补助": "99.92"}, "totals")
    whole = tables["云岭县医疗保障局（整体）"]
    expect(whole["money"][0]["spent"] == "1248.86" and whole["money"][0]["score"] == "9.95", whole["money"][0])
    has(desk.run("performance", "evaluate", "--year", 2025, "--lang", "en"), "total 99.78 / 100, grade: 优 (from 90)")


def test_monitoring(desk):
    begin_year(desk, "budget-2025")
    folder = EXAMPLES / "budget-2025/performance"
    desk.run("books", "import", folder / "payments.csv", "--kind", "支付")
    desk.run("books", "import", folder / "assistance.csv", "--register", "救助台账")
    has(desk.run("performance", "compute", "--year", 2025, "--date", "2025-09-30", "--project", "城乡医疗救助"), "住院救助人次：1149人次", "分母是零")
    watched = {one["project"]: one for one in desk.json("monitor", "--year", 2025, "--date", "2025-09-30")["projects"]}
    rows = {row["indicator"]: row for row in watched["城乡医疗救助"]["rows"]}
    expect(rows[""]["light"] == "green" and rows[""]["progress"] == "74.65" and rows[""]["time"] == "74.79", rows[""])
    expect(rows["救助资金支付及时率"]["light"] == "yellow" and rows["救助资金支付及时率"]["code"] == "short", rows)
    expect(rows["住院次均救助标准"]["because"] == "797.65 <= 800.58", rows)
    # As of a day before anything was computed.
    early = {one["project"]: one for one in desk.json("monitor", "--year", 2025, "--date", "2025-06-30")["projects"]}
    expect({row["indicator"]: row["code"] for row in early["城乡医疗救助"]["rows"]}["住院救助人次"] == "silent", early)
    accidents = watched["人身意外伤害保险自治区补助"]
    expect(accidents["light"] == "red" and accidents["rows"][0]["code"] == "behind", accidents)
    has(desk.run("performance", "monitor", "--year", 2025, "--date", "2025-09-30"), "落后于时间进度：0 / (862300 × 273/365 天) = 0.00%")
    page = desk.folder / "monitor.html"
    desk.run("performance", "monitor", "--year", 2025, "--date", "2025-09-30", "--format", "html", "--output", page)
    html = page.read_text(encoding="utf-8")
    expect(html.count("<svg ") == len(watched) and "<script" not in html and 'src="' not in html, "the page draws and loads nothing")
    for begin in [at for at in range(len(html)) if html.startswith("<svg ", at)]:
        drawn = xml.etree.ElementTree.fromstring(html[begin:html.index("</svg>", begin) + 6])
        expect(len(drawn) > 2, "bars")


HEADER = "类型,年度,项目名称,一级指标,二级指标,三级指标,指标值,分值,指标赋分规则,取数公式,预期目标,截止日期,实际完成值\n"


def test_what_is_refused(desk):
    begin_year(desk, "final-2023")
    before = desk.run("books", "verify")

    def refused(row, *parts):
        has(desk.run("books", "import", desk.file("bad.csv", HEADER + row + "\n"), code=1), "没有导入任何内容", *parts)
        expect(desk.run("books", "verify") == before, "nothing was written")

    refused("绩效指标,2023,体检,产出指标,数量指标,人数,≥1人,1,,,,,", "bad.csv:2:3：项目名称：没有登记过这个项目：体检")
    refused("绩效指标,2023,职工健康体检,产出,数量指标,甲,≥1人,1,,,,,", "bad.csv:2:4：一级指标：错误（不收）", "不认识的一级指标：产出")
    refused("绩效指标,2023,职工健康体检,产出指标,经济效益指标,甲,≥1人,1,,,,,", "bad.csv:2:5：二级指标")
    refused("绩效指标,2023,职工健康体检,产出指标,数量指标,甲,≥1人,十,,,,,", "bad.csv:2:8：分值：错误（不收）")
    refused("绩效指标,2023,职工健康体检,产出指标,数量指标,甲,≥1人,,,,,,", "bad.csv:2:8：分值：没有填")
    refused("绩效指标,2023,职工健康体检,产出指标,数量指标,甲,≥1人,50,,,,,", "分值合计 140，超过 100")
    refused("绩效指标,2023,职工健康体检,产出指标,时效指标,甲,2023年12月底前,1,按照完成比例赋分,,,,", "bad.csv:2:9：指标赋分规则", "不能用于这样的指标值")
    refused("绩效指标,2023,职工健康体检,产出指标,时效指标,甲,2023年12月底前,1,随便赋分,,,,", "不认识的值：随便赋分")
    refused("绩效指标,2023,职工健康体检,产出指标,数量指标,甲,≥1人,1,,计数 没有的台账,,,", "bad.csv:2:10：取数公式", "没有这个台账或记录类型")
    refused("绩效指标,2023,职工健康体检,产出指标,数量指标,甲,≥1人,1,,SELECT 1,,,", "看不懂的公式")
    refused("指标完成,2023,职工健康体检,,,没有的指标,,,,,,2023-12-31,1人", "bad.csv:2:6：三级指标", "没有这个绩效指标")
    refused("指标完成,2023,职工健康体检,,,体检人数,,,,,,2023-02-30,1人", "不是日期：2023-02-30")
    refused("绩效指标,2023,职工健康体检,产出指标,数量指标,甲,≥1人,1,,,,,\n绩效指标,2023,职工健康体检,产出指标,数量指标,甲,≥2人,1,,,,,", "bad.csv:3:6",
            "同一指标写了两次")
    # Told, and entered all the same.
    told = desk.run("books", "add", "绩效指标", "年度=2023", "项目名称=职工健康体检", "一级指标=产出指标", "二级指标=成本指标", "三级指标=体检总成本", "指标值=≥300万元",
                    "分值=5")
    has(told, "错误：职工健康体检：体检总成本：成本指标越低越好", "分值合计 95，应为 90 / 100", "已记入")
    has(desk.run("performance", "check", "--year", 2023, code=1), "错误 2，警告 0")
    has(desk.run("performance", "check", "--year", 2023, "--lang", "en", code=1), "error: 职工健康体检: weights add up to 95, not 90 / 100")


def test_registers_are_held_to_their_columns(desk):
    begin_year(desk, "final-2023")
    before = desk.run("books", "verify")
    bad = desk.file("bad.csv", "来访日期,事项,办结,别的\n2023-13-01,甲,是,\n2023-01-01,,是,\n2023-01-01,甲,是,,多\n")
    has(desk.run("books", "import", bad, "--register", "来访台账", code=1), "bad.csv:2:1：来访日期：不是日期：2023-13-01", "bad.csv:3:2：事项：没有填",
        "bad.csv:4：单元格多于列名", "未采用的列：别的")
    has(desk.run("books", "import", desk.file("x.csv", "甲,乙\n1,2\n"), "--register", "来访台账", code=1), "没有找到台账的列名行")
    has(desk.run("books", "import", bad, "--register", "没有的台账", code=2), "账册中没有这个台账：没有的台账；可用的：报销台账")
    has(desk.run("books", "add", "台账列", "台账名称=来访台账", "列名=办结", "列类型=文字", code=1), "台账中已有这一列：办结")
    expect(desk.run("books", "verify") == before, "nothing was written")


def test_wrong_usage(desk):
    begin_year(desk, "final-2023")
    has(desk.run("performance", "evaluate", "--year", 2031, code=2), "账册中没有这一年度的绩效目标和指标")
    has(desk.run("performance", "publish", "--year", 2022, "--stage", "targets", "--output", desk.folder / "none", code=2),
        "没有这一年度的绩效目标和指标：2022")
    expect(not (desk.folder / "none").exists(), "nothing was written")
    has(desk.run("performance", "evaluate", "--year", 2023, "--project", "没有", code=2), "这个项目没有绩效目标和指标：没有")
    has(desk.run("performance", "evaluate", "--year", 2023, "--pack", "没有", code=2), "没有这个计分规则包：没有；可用的：national")
    has(desk.run("performance", "monitor", "--year", 2023, "--date", "昨天", code=2), "不是日期：昨天")
    has(desk.run("performance", "explain", "--year", 2023, "--indicator", "没有", code=2), "没有这个指标：没有")
    has(desk.run("performance", "evaluate", "--year", 2023, "--output", desk.books, code=2), "--output")
    desk.run("books", "add", "text", "year=2023", "role=performance.execution-rule", "words=随便")
    has(desk.run("performance", "evaluate", "--year", 2023, code=2), "没有这个计分规则：随便")
    desk.books = desk.folder / "none.db"
    has(desk.run("performance", "evaluate", "--year", 2023, code=2), "没有这个账册")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = str(pathlib.Path(parser.parse_args().program).resolve())
    failed = 0
    for name, test in [(name, test) for name, test in globals().items() if name.startswith("test_")]:
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Desk(program, pathlib.Path(folder)))
            except (AssertionError, subprocess.SubprocessError) as failure:
                failed += 1
                print(f"{name}: {failure}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
