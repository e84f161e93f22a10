"""Flattens correct performance tables as text taken from PDFs does, and asks what the program makes of them.

    flattened_performance.py --program BIN/mingzhang [--count N] [--seed N] [--verbose]

The tables are made up here. Cells wrap at the width of their column, neighbours of one line run together, pages break
through rows, strips of reasons have no level name behind them, blanks between cells get lost, lines get lost. Each row
must come out right or not at all: a value in a wrong row or of a wrong cell is a misreading, and an error told of a
correct table is false. Where lines were lost, the rest of two rows may look like one row: few cells may be wrong, and a
sum may be told that does not come out any more.
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unicodedata

DAMAGED_SHARE = 0.03  # of the cells, wrong where lines were lost

LEVELS = [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("成本指标", "经济成本指标"),
          ("效益指标", "社会效益指标"), ("效益指标", "可持续影响指标"), ("满意度指标", "满意度指标")]
COUNTED = [("巡查河段数量", "段"), ("举办宣传活动场次", "场次"), ("培训护林员人次", "人次"), ("发放手册数量", "册"),
           ("检修水闸", "座"), ("新建观测点数量", "个"), ("慰问困难家庭", "户"), ("聘用巡护人员数量", "人")]
RATES = ["设备验收合格率", "隐患整改完成率", "资料归档完整率", "培训结业率", "补助资金到位及时率", "工程按期完工率"]
EFFECTS = ["提升流域防洪能力", "改善村庄人居环境", "保障灌区用水秩序", "增强群众防灾意识"]
PEOPLE = ["沿河群众满意度", "受训人员满意度", "用水农户满意度"]
REASONS = ["汛期推迟，部分河段未能按期巡查。", "采购流程较长，年底尚未到货。改进措施：提前启动采购。",
           "参训人员因抽调减少", "施工单位更换导致进度滞后，下一步加强督促"]
GRADES = ["有效提升", "有效改善", "有效保障", "不断增强"]
GOALS = ("目标1：完成河段巡查和水闸检修，及时消除隐患；目标2：开展护林员培训和防汛宣传，提升群众防灾意识；"
         "目标3：发放防汛手册，慰问困难家庭。")
RESULTS = "已完成全部重点河段巡查，检修水闸，消除隐患；开展了护林员培训和防汛宣传，群众防灾意识有所提升。"


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text, columns, numbers=False):
    """Breaks as a cell does: at any character, inside a number only where `numbers` says so."""
    lines, line = [], ""
    pieces, run = [], ""
    for c in text:
        if not numbers and c.isascii() and (c.isdigit() or c in ".%,"):
            run += c
            continue
        if run:
            pieces.append(run)
            run = ""
        pieces.append(c)
    pieces += [run] if run else []
    for piece in pieces:
        if line and width(line + piece) > columns:
            lines.append(line.strip())
            line = ""
        line += piece
    return lines + [line.strip()] if line.strip() else lines or [""]


def split_weights(chance, total, count):
    """`count` whole weights that add to `total`."""
    weights = [total // count] * count
    for index in range(total - sum(weights)):
        weights[index] += 1
    for _ in range(count):
        give, take = chance.randrange(count), chance.randrange(count)
        if weights[give] > 3 and weights[take] < 18:
            weights[give] -= 1
            weights[take] += 1
    return weights


def make_rows(chance):
    """Of one table: level 1, level 2, name, operator, number, unit, actual number (None: as the target), reason."""
    rows = []
    for level1, level2 in LEVELS:
        times = {"数量指标": chance.randint(1, 3), "质量指标": chance.randint(1, 2)}.get(level2, 1)
        if level2 == "可持续影响指标" and chance.random() < 0.6:
            continue
        counted = chance.sample(COUNTED, 3)
        for turn in range(times):
            row = {"level1": level1, "level2": level2, "reason": ""}
            if level2 == "数量指标":
                row["name"], unit = counted[turn]
                goal = chance.choice([chance.randint(2, 90), chance.randint(100, 3000)])
                row |= cell_pair(chance, chance.choice([">=", "≥"]), goal, unit)
            elif level2 in ("质量指标",) or (level2 == "时效指标" and chance.random() < 0.6):
                row["name"] = chance.choice(RATES)
                row |= cell_pair(chance, chance.choice([">=", "="]), chance.choice([90, 95, 98, 100]), "%")
            elif level2 == "时效指标":
                row["name"] = "项目完成时间"
                row |= {"target": "2031年12月20日前", "actual": "2031年12月15日", "share": 1.0}
            elif level2 == "经济成本指标":
                row["name"] = "项目总成本"
                row |= {"target": "<={budget}万元", "actual": "{spent}万元", "share": 1.0}
            elif level2 == "满意度指标":
                row["name"] = chance.choice(PEOPLE)
                row |= cell_pair(chance, ">=", chance.choice([90, 95]), "%")
            else:
                row["name"] = chance.choice(EFFECTS)
                grade = chance.choice(GRADES)
                row |= {"target": grade, "actual": grade, "share": 1.0}
            if row["share"] < 1:
                row["reason"] = chance.choice(REASONS)
            rows.append(row)
    names = collections.Counter()
    for row in rows:
        names[row["name"]] += 1
        if names[row["name"]] > 1:
            row["name"] = "二期" + row["name"]
    for row, weight in zip(rows, split_weights(chance, 90, len(rows))):
        row["weight"] = str(weight)
        row["score"] = f"{weight * row['share']:.2f}" if row["share"] < 1 or chance.random() < 0.5 else str(weight)
        row["method"] = "直接赋分" if "月" in row["target"] else "按评判等级赋分" if row["target"] in GRADES else "按照完成比例赋分"
        row["evidence"] = chance.choice(["工作资料", "原始凭证", "正式材料"])
        row["last"] = chance.choice(["-", row["target"]])
        row["basis"] = "预算支出标准" if "万元" in row["target"] else chance.choice(["计划标准", "行业标准", "历史标准"])
    return rows


def cell_pair(chance, sign, goal, unit):
    share = 1.0
    done = goal
    if chance.random() < 0.3:
        done = goal - max(1, round(goal * chance.choice([0.1, 0.2])))
        share = done / goal
    return {"target": f"{sign}{goal}{unit}", "actual": f"{done}{unit}", "share": share}


class Page:
    """Lines as they come out, each with what stands between it and the line before: nothing, a blank line, a page."""

    def __init__(self, chance, tight):
        self.chance, self.tight, self.lines = chance, tight, []

    def line(self, text, inside=False, page=False):
        blank = inside or self.chance.random() >= self.tight
        self.lines.append((text, "page" if page else "blank" if blank else "tight"))

    def text(self):
        out = ""
        for line, mark in self.lines:
            out += {"page": "\n ", "blank": "\n\n", "tight": "\n"}[mark] + line
        return out.lstrip("\n") + "\n"


def draw(page, cells, top=False, first_page=False, join=" "):
    """Cells, each a list of lines, one after the other; neighbours on one line run together."""
    most = max((len(cell) for cell in cells), default=0)
    y, opening = None, first_page
    for cell in cells:
        for index, text in enumerate(cell):
            at = index if top else index + (most - len(cell)) / 2
            if index == 0 and y == at and page.lines:
                line, mark = page.lines[-1]
                page.lines[-1] = (line + join + text, mark)
            else:
                page.line(text, inside=index > 0, page=opening)
            opening, y = False, at


def draw_row(page, chance, cells, broken):
    cells = [cell for cell in cells if cell and cell != [""]]
    most = max(len(cell) for cell in cells)
    if not broken or most < 2:
        draw(page, cells, first_page=broken)
        return
    cut = chance.randint(1, most - 1)
    draw(page, [cell[:cut] for cell in cells], top=True)
    draw(page, [cell[cut:] for cell in cells if cell[cut:]], top=True, first_page=True)


def levels_of(rows, index, repeat2):
    row, before = rows[index], rows[index - 1] if index else {"level1": "", "level2": ""}
    level1 = row["level1"] if row["level1"] != before["level1"] else ""
    level2 = row["level2"] if repeat2 or level1 or row["level2"] != before["level2"] else ""
    return level1, level2


def money(chance):
    budget = chance.randint(200, 9000) / 10
    return {"budget": f"{budget:.2f}", "spent": f"{budget:.2f}"}


class Table:
    def __init__(self, chance, kind, faults):
        self.chance, self.kind, self.faults = chance, kind, faults
        self.rows, self.money = make_rows(chance), money(chance)
        for row in self.rows:
            for key in ("target", "actual", "last"):
                row[key] = row[key].format(**self.money)
        self.name = f"云岭县{chance.choice(['河道', '山林', '灌区'])}管护项目"

    def head(self, page):
        if self.kind == "target":
            for text in ("项目支出绩效目标表", "（2031年）", "预算单位 云岭县水利局", f"项目名称 {self.name} 项目负责人 某某",
                         f"项目资金（万元） 年度预算总额 {self.money['budget']}",
                         f"其中：财政拨款 {self.money['budget']} 其他资金 0.00"):
                page.line(text)
            draw(page, [["项目总体目标"], wrap(GOALS, 60)])
            draw(page, [["一级", "指标"], ["二级", "指标"], ["三级指标"], ["指标值"], ["指标值设置依据"], ["上年", "完成值"],
                        ["指标", "分值", "权重"], ["指标赋分规则"], ["佐证资料"]])
            return
        budget, spent = self.money["budget"], self.money["spent"]
        for text in ("项目支出绩效自评表", "（2031年度）", f"项目名称 {self.name}", "主管部门 云岭县水利局 实施单位 云岭县河道管理站"):
            page.line(text)
        draw(page, [["项目资金", "（万元）"], ["年初预算", "数"], ["全年预算数"], ["全年执行数"], ["分值"], ["执行率"], ["得分"]])
        draw(page, [[f"年度资金总额 {budget} {budget} {spent} 10 100.00% 10.00"]])
        draw(page, [["其中：当年财", "政拨款"], [f"{budget} {budget} {spent} — — —"]])
        draw(page, [["上年结", "转资金"], ["0.00 0.00 0.00 — — —"]])
        draw(page, [["其他资金 0.00 0.00 0.00 — — —"]])
        draw(page, [["年度", "总体", "目标"], ["预期目标 实际完成情况"]])
        if "prose" in self.faults:  # cells of one width, nothing between them
            for line in wrap(GOALS, 44) + wrap(RESULTS, 44):
                page.line(line, inside=True)
        else:
            draw(page, [wrap(GOALS, 52), wrap(RESULTS, 44)])
        draw(page, [["一级指", "标"], ["二级指标"], ["三级指标"], ["年度指标值"], ["实际完成值"], ["分值"], ["得分"],
                    ["偏差原", "因分析", "及改进", "措施"]])
        draw(page, [["年度", "绩效", "指标", "完成", "情况"]])

    def body(self, page):
        widths = {"target": self.chance.choice([(6, 6, 16, 9, 12, 9, 14, 8), (4, 6, 24, 7, 14, 7, 14, 8)]),
                  "result": self.chance.choice([(6, 12, 8, 12, 12, 8), (8, 14, 12, 10, 10, 6)])}[self.kind]
        narrow = "narrow" in self.faults  # strips of two to three characters, numbers cut in two
        if narrow:
            widths = {"target": (4, 4, 8, 5, 8, 5, 8, 4), "result": (4, 4, 6, 6, 6, 4)}[self.kind]
        repeat2 = "levels" not in self.faults and self.chance.random() < 0.5
        first = self.chance.randrange(len(self.rows) - 3)  # a page holds more than one row
        breaks = [first, self.chance.randrange(first + 2, len(self.rows))] if "break" in self.faults else []
        for index, row in enumerate(self.rows):
            level1, level2 = levels_of(self.rows, index, repeat2)
            if self.kind == "target":
                last, weight = row["last"], row["weight"]
                if "glued" in self.faults and self.chance.random() < 0.5:
                    last, weight = last + weight, ""
                texts = [level1, level2, row["name"], row["target"], row["basis"], last, row["method"], row["evidence"]]
                cells = [wrap(text, columns, narrow) for text, columns in zip(texts, widths)]
                cells[6:6] = [[weight]] if weight else []
            else:
                texts = [level1, level2, row["name"], row["target"], row["actual"], row["reason"]]
                cells = [wrap(text, columns, narrow) for text, columns in zip(texts, widths)]
                cells[5:5] = [[row["weight"]], [row["score"]]]
            draw_row(page, self.chance, cells, index in breaks)
        if self.kind == "result":
            total = sum(float(row["score"]) for row in self.rows) + 10
            page.line(f"总分 100 {total:.2f} 分")

    def text(self):
        page = Page(self.chance, self.chance.choice([0.4, 0.7, 1.0]))
        self.head(page)
        start = len(page.lines)
        self.body(page)
        if "damage" in self.faults:  # a few lines lost
            first = self.chance.randrange(start, len(page.lines) - 6)
            del page.lines[first:first + self.chance.randint(2, 5)]
        return page.text()


KINDS = {
    "target": [(), ("break",), ("glued",), ("levels",), ("narrow",),
               ("narrow", "levels", "glued"), ("levels", "break", "glued"), ("damage",)],
    "result": [(), ("break",), ("levels",), ("prose",), ("narrow",), ("narrow", "levels"),
               ("levels", "break", "prose"), ("damage",)],
}


def run(program, command, kind, path):
    profile = {"target": "xinjiang-budget", "result": "xinjiang-final"}[kind]
    done = subprocess.run([program, command, "--format", "json", "--profile", profile, path], capture_output=True,
                          check=False, timeout=60)
    report = json.loads(done.stdout)
    return report[0] if isinstance(report, list) else report


def rows_read(report):
    """item -> measure -> the words of the cell"""
    rows = collections.defaultdict(dict)
    for one in report["statements"]:
        cell, place = one["cell"], one["places"][0]
        if cell.get("item", "").isdigit() and cell.get("measure") in ("weight", "score", "target", "actual"):
            rows[int(cell["item"])][cell["measure"]] = place["quote"]
            rows[int(cell["item"])]["name"] = place.get("row", "")
    return [rows[item] for item in sorted(rows)]


def is_figure(text):
    """Dates and grades are words to the list of statements."""
    return text not in GRADES and "月" not in text


def bare(text):
    return text.replace(" ", "").replace("≥", ">=")


def compare(true, read):
    """Right, unread and wrong cells. Rows that came out are rows of the table, in their order."""
    measures = ("weight", "score", "target", "actual")

    def cost(row, got):
        return [key for key in (*measures, "name") if got.get(key) and bare(got[key]) != bare(row.get(key, ""))]

    # the alignment with the fewest wrong cells
    table = [[(0, [])] * (len(read) + 1) for _ in range(len(true) + 1)]
    for i in range(len(true) + 1):
        for j in range(len(read) + 1):
            ways = []
            if i and j:
                wrong = cost(true[i - 1], read[j - 1])
                ways.append((table[i - 1][j - 1][0] + len(wrong), table[i - 1][j - 1][1] + [(i - 1, j - 1, wrong)]))
            if i:
                ways.append((table[i - 1][j][0], table[i - 1][j][1]))
            if j:
                wrong = [key for key in (*measures, "name") if read[j - 1].get(key)]
                ways.append((table[i][j - 1][0] + len(wrong) + 0.5, table[i][j - 1][1] + [(None, j - 1, wrong)]))
            if ways:
                # of equal ways the one that explains most rows
                table[i][j] = min(ways, key=lambda way: (way[0], -len(way[1])))
    return table[-1][-1][1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--count", type=int, default=4, help="tables of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as scratch:
        for kind, ways in KINDS.items():
            for faults in ways:
                cells = collections.Counter()
                for number in range(arguments.count):
                    seed = f"{arguments.seed}/{kind}/{faults}/{number}"
                    table = Table(random.Random(seed), kind, faults)
                    path = pathlib.Path(scratch) / "table.txt"
                    heading = {"target": "第四部分 绩效目标\n\n", "result": "十一、预算绩效的情况说明\n\n"}[kind]
                    path.write_text(heading + table.text(), encoding="utf-8")
                    judge(arguments, kind, seed, table, path, cells)
                damaged = "damage" in faults
                bad += cells["wrong"] > DAMAGED_SHARE * cells["all"] if damaged else cells["wrong"] + cells["errors"]
                share = 100 * cells["right"] / max(1, cells["all"])
                print(f"{kind} {'+'.join(faults) or 'plain'}: {cells['all']} cells, {share:.1f} % right, "
                      f"{cells['wrong']} wrong, {cells['errors']} false errors, {cells['warnings']} warnings")
    return 1 if bad else 0


def judge(arguments, kind, seed, table, path, cells):
    wanted = ("weight", "score", "target", "actual") if kind == "result" else ("weight", "target")
    true = [{key: row[key] for key in (*wanted, "name")} for row in table.rows]
    cells["all"] += sum(is_figure(row[key]) for row in true for key in wanted)
    read = rows_read(run(arguments.program, "read", kind, path))
    told = []
    for i, j, wrong in compare(true, read):
        cells["wrong"] += len(wrong)
        got = read[j]
        if wrong:
            told.append(f"  {true[i] if i is not None else 'no row'}\n    read as {got}")
        right = [key for key in wanted if got.get(key) and key not in wrong and is_figure(got[key])]
        cells["right"] += len(right)
        if len(right) < sum(is_figure(true[i][key]) for key in wanted) and not wrong:
            told.append(f"  {true[i]}\n    unread but for {right}")
    missing = {"missing-section", "missing-clause", "missing-table"}
    for one in run(arguments.program, "check", kind, path)["findings"]:
        if one["rule"] in missing or one["severity"] == "note":
            continue
        cells[one["severity"] + "s"] += 1
        told.append(f"  {one['severity']} {one['rule']}: {one['message']}")
    if told and arguments.verbose:
        print(f"{seed}:\n" + "\n".join(told))


if __name__ == "__main__":
    sys.exit(main())
