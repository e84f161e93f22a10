#!/usr/bin/env python3
"""Changes one figure, date, operator or grade in self-evaluation tables that were published, and asks whether check notices.

    mutations_published.py --program BIN/mingzhang [--verbose]

Published are the books of an example and tables made up here; the targets that were published for the same year are given by
--with. Noticed is what gives a finding that the document did not give before; last digits that rounding may have moved are
notes. Every change counts; kinds of which some go unnoticed have their reason in WHY.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import performance
import publish_performance

NOTICED = 95.0  # per cent, at least
COLUMNS = {"年度指标值": "指标值", "预期指标值": "指标值", "实际完成值": "完成值", "实际完成指标值": "完成值", "分值": "分值", "分值权重": "分值", "得分": "得分"}
GRADES = {"完全达到预期": "部分达到预期", "部分达到预期": "未达到预期", "未达到预期": "完全达到预期"}
OPERATORS = {"≥": "≤", "≤": "≥", ">=": "<=", "<=": ">=", "=": "≥"}
WHY = {
    "完成值（超过指标值，仍超过）": "多完成多少，只有台账知道；文件别处没有再写这个数的",
    "完成值（仍不超过上限）": "实际花多少、多久，只有台账知道；文件别处没有再写这个数的",
    "完成值（等于目标的，超过）": "超过一个“等于”的目标得多少分，由人评定；不到两倍的不要求说明原因",
    "日期（仍在期限内）": "何日完成，只有台账知道；完成情况没有写日期的",
    "执行率": "金额四舍五入到万元，容许的范围内",
}


def number_in(cell):
    return re.search(r"\d[\d,]*(?:\.\d+)?", cell)


def value(cell):
    found = number_in(cell)
    return float(found.group().replace(",", "")) * (10000 if "万" in cell and "万元" not in cell else 1) if found else None


def with_number(cell, by):
    """The number of a cell, changed by so many of its last digits."""
    found = number_in(cell)
    digits = found.group().replace(",", "")
    places = len(digits.partition(".")[2])
    moved = f"{float(digits) + by / 10 ** places:.{places}f}"
    return cell[:found.start()] + moved + cell[found.end():]


def is_date(cell):
    return re.search(r"\d+月", cell) is not None


def later(cell, by):
    """A date some days or months away, in the same form."""
    unit = "日" if re.search(r"\d日", cell) else "月"
    found = list(re.finditer(r"(\d+)" + unit, cell))[-1]
    moved = int(found.group(1)) + by
    most = 28 if unit == "日" else 12
    return None if not 1 <= moved <= most else cell[:found.start(1)] + str(moved) + cell[found.end(1):]


def day(cell):
    found = re.search(r"(\d{4})年(\d+)月(?:(\d+)日)?", cell)
    return (int(found[1]), int(found[2]), int(found[3] or 31)) if found else None


class Table:
    """A published table of indicators in the lines of a document."""

    def __init__(self, lines, header):
        self.columns = {COLUMNS[word]: index for index, word in enumerate(lines[header].split("\t")) if word in COLUMNS}
        self.rows = []
        for index in range(header + 1, len(lines)):
            if "\t" not in lines[index]:
                break
            self.rows.append(index)


def kind_of(column, target, actual, changed):
    """The kind of a changed target or result: whether both still agree about what was reached."""
    aim, done = (changed, actual) if column == "指标值" else (target, changed)
    if is_date(target):
        still = day(done) is not None and day(aim) is not None and day(actual) <= day(target) and day(done) <= day(aim)
        return "日期（仍在期限内）" if still and column == "完成值" else "日期（期限仍不早于完成日期）" if still else "日期"
    wanted, reached, was, had = value(aim), value(done), value(target), value(actual)
    if None in (wanted, reached, was, had):
        return column
    if target.startswith(("≤", "<=")):
        still = had <= was and reached <= wanted
        return {"完成值": "完成值（仍不超过上限）", "指标值": "指标值（上限仍不低于完成值）"}[column] if still else column
    if target.startswith(("≥", ">=")) or target[:1].isdigit():
        still = had >= was and reached >= wanted and not (column == "完成值" and had == was and target[:1].isdigit())
        return {"完成值": "完成值（超过指标值，仍超过）", "指标值": "指标值（仍低于完成值）"}[column] if still else column
    if target.startswith("=") and reached > wanted:
        return "完成值（等于目标的，超过）"
    return column


def changes_of_row(cells, columns):
    """kind, column, cell."""
    target, actual = cells[columns["指标值"]], cells[columns["完成值"]]
    for name, index in columns.items():
        cell = cells[index]
        if name in ("分值", "得分"):
            for by in (-1, 2, 30):
                if number_in(cell):
                    yield name, index, with_number(cell, by)
            continue
        if cell in GRADES:
            yield "等级", index, GRADES[cell]
        elif is_date(cell):
            for by in (-5, 3, 9):
                if later(cell, by):
                    yield kind_of(name, target, actual, later(cell, by)), index, later(cell, by)
        elif number_in(cell):
            for by in (-1, 3, -20):
                if value(cell) and value(cell) * (100 if "." in cell else 1) + by > 0:
                    yield kind_of(name, target, actual, with_number(cell, by)), index, with_number(cell, by)
        if name == "指标值":
            sign = next((sign for sign in OPERATORS if cell.startswith(sign)), None)
            if sign and value(target) != value(actual):
                yield "运算符", index, OPERATORS[sign] + cell[len(sign):]


def changes(text):
    """kind, the whole document with one cell changed."""
    lines = text.split("\n")

    def with_cell(index, column, cell):
        cells = lines[index].split("\t")
        cells[column] = cell
        return "\n".join(lines[:index] + ["\t".join(cells)] + lines[index + 1:])

    for header, line in enumerate(lines):
        if "一级指标" not in line.split("\t") or not {"得分"} <= set(line.split("\t")):
            continue
        table = Table(lines, header)
        for index in table.rows:
            cells = lines[index].split("\t")
            if cells[0] == "总分":
                for column in (table.columns["分值"], table.columns["得分"]):
                    for by in (-1, 2, 30):
                        yield "总分", with_cell(index, column, with_number(cells[column], by))
                continue
            for kind, column, cell in changes_of_row(cells, table.columns):
                if cell != cells[column]:
                    yield kind, with_cell(index, column, cell)
        index = header - 1
        while index > 0 and "\t" in lines[index]:
            cells = lines[index].split("\t")
            if not any("目标" in cell for cell in cells):
                for column, cell in enumerate(cells):
                    if re.fullmatch(r"[\d,]+\.\d\d%?", cell):
                        for by in (-7, 1100):
                            yield "执行率" if "%" in cell else "资金和得分", with_cell(index, column, with_number(cell, by))
            index -= 1


def findings(program, text, profile, targets, scratch):
    path = pathlib.Path(scratch) / "changed.txt"
    path.write_text(text, encoding="utf-8")
    words = [program, "check", "--format", "json", "--profile", profile, "--with", targets, path]
    done = subprocess.run(words, capture_output=True, check=False, timeout=60)
    report = json.loads(done.stdout)
    report = report[0] if isinstance(report, list) else report
    return {(one["rule"], one["message"]) for one in report["findings"]}


HEADING = "(四)预算绩效情况\n"
WHOLE = """部门整体支出绩效目标表
（2023年）
部门名称（盖章）\t\t{subject}\t\t\t
年度绩效目标\t\t{goal}\t\t\t
年度预算（万元）\t\t资金来源\t资金总额\t\t
\t\t本级安排\t{initial}\t\t
一级指标\t二级指标\t三级指标\t指标值\t指标设定依据\t分值权重
"""
PROJECT = """项目支出绩效目标表
（2023年）
预算单位\t\t云岭县医疗保障局\t\t\t\t\t\t
项目名称\t\t{subject}\t\t\t项目负责人\t\t\t
项目资金（万元）\t\t年度预算总额\t{initial}\t其中：财政拨款\t{initial}\t其他资金\t0.00\t
项目总体目标\t\t{goal}\t\t\t\t\t\t
一级指标\t二级指标\t三级指标\t指标值\t指标值设置依据\t上年完成值\t指标分值权重\t指标赋分规则\t佐证资料
"""


def targets_of(tables):
    """What the budget would have published of these."""
    text = HEADING
    for table in sorted(tables, key=lambda one: one["scope"], reverse=True):
        project = table["scope"] == "project"
        form = PROJECT if project else WHOLE
        text += form.format(subject=table["subject"], goal=table["goal"], initial=table["money"][0]["initial"])
        for row in table["indicators"]:
            cells = [row["level1"], row["level2"], row["name"], row["target"], "计划标准", *(["-"] if project else []), row["weight"]]
            text += "\t".join(cells + ([""] * 2 if project else [])) + "\n"
    return text


def documents(program, scratch):
    """Profile and text of a self-evaluation that was published, and the document with the targets of its year."""
    desk = performance.Desk(program, scratch / "books")
    desk.folder.mkdir()
    performance.begin_year(desk, "final-2023")
    performance.end_year(desk, "final-2023", 2023)
    for profile, more in (("shaanxi-final", ["--final"]), ("xinjiang-budget", [])):
        words = ["compile", desk.books, "--year", "2023", "--profile", profile, "--output", scratch / profile, "--formats", "txt", *more]
        done = subprocess.run([program, *words], capture_output=True, check=False, timeout=60)
        assert done.returncode in (0, 1), done.stderr  # a budget of which only the targets are complete
    text = (scratch / "shaanxi-final/document.txt").read_text(encoding="utf-8")
    yield "shaanxi-final", text, scratch / "xinjiang-budget/document.txt"
    press = publish_performance.Press(program, scratch)
    profile, text, _ = next(publish_performance.documents())
    source, targets = scratch / "made-up.txt", scratch / "targets.txt"
    source.write_text(text, encoding="utf-8")
    folder, data = press.compiled(source, profile, "made-up", "txt")
    targets.write_text(targets_of(data["performance"]), encoding="utf-8")
    set_then, _ = press.compiled(targets, "xinjiang-budget", "targets", "txt")
    yield profile, (folder / "document.txt").read_text(encoding="utf-8"), set_then / "document.txt"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--every", type=int, default=1, help="only one of so many changes")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    kinds, unnoticed = collections.defaultdict(lambda: [0, 0]), []
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        for profile, text, targets in documents(options.program, scratch):
            before = findings(options.program, text, profile, targets, scratch)
            for number, (kind, changed) in enumerate(changes(text)):
                if number % options.every != 0:
                    continue
                told = findings(options.program, changed, profile, targets, scratch) - before
                kinds[kind][0] += 1
                kinds[kind][1] += bool(told)
                if not told:
                    line = next(two for one, two in zip(text.split("\n"), changed.split("\n")) if one != two)
                    unnoticed.append(f"{kind}: {line}")
    for kind, (all_of_it, seen) in sorted(kinds.items()):
        print(f"{kind}: {seen} of {all_of_it}" + (f"（{WHY.get(kind, '原因不明')}）" if seen < all_of_it else ""))
    for line in unnoticed if options.verbose else []:
        print("  unnoticed, " + line)
    changed, noticed = (sum(counts[index] for counts in kinds.values()) for index in (0, 1))
    share = 100 * noticed / max(changed, 1)
    print(f"{changed} changes of {len(kinds)} kinds, {noticed} noticed: {share:.1f} %")
    unexplained = [kind for kind, (all_of_it, seen) in kinds.items() if seen < all_of_it and kind not in WHY]
    return 0 if changed > 100 and share >= NOTICED and not unexplained else 1


if __name__ == "__main__":
    sys.exit(main())
