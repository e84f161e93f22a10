#!/usr/bin/env python3
"""Compiling from the outside: what is written is what the source says, holds before all laws, and is whole or not there.

    publish.py --program BIN/mingzhang [--seed N] [--books N] [--changes N]
"""
import argparse
import collections
import csv
import json
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
KINDS = {"projects": "project", "budget": "budget", "adjustments": "adjustment", "income": "收入", "payments": "支付"}


def expect(condition, what):
    if not condition:
        raise AssertionError(what)

# Every form that is compiled from books: the example, its year, the unit. A name tells the forms of a place apart.
FORMS = {"shaanxi-final": ("final-2023", 2023, "云岭县医疗保障局"), "xinjiang-budget": ("budget-2025", 2025, "云岭县医疗保障局"),
         "shanghai-final": ("final-2023", 2023, "上海市云岭区医疗保障局"), "shanghai-budget": ("budget-2025", 2025, "上海市云岭区医疗保障局"),
         "shanghai-final-unit": ("final-2023", 2023, "上海市云岭区医疗保障局"),
         "shanghai-budget-unit": ("budget-2025", 2025, "上海市云岭区医疗保障局")}


class Press:
    """The program in a folder of its own."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder

    def run(self, *words, code=0):
        done = subprocess.run([self.program, *map(str, words)], capture_output=True, encoding="utf-8", timeout=120, check=False)
        codes = code if isinstance(code, tuple) else (code,)
        expect(done.returncode in codes, f"{words}: exit {done.returncode}, not {code}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
        return done.stdout + done.stderr

    def books(self, source, name, unit="云岭县医疗保障局"):
        file = self.folder / f"{name}.db"
        self.run("books", "init", file, "--unit", unit, "--code", "101001", "--who", "张会计")
        order = [*KINDS, *sorted(path.stem for path in source.glob("*.csv") if path.stem not in KINDS)]
        for stem in order:
            path = source / f"{stem}.csv"
            if path.exists():
                self.run("books", "import", file, path, *(["--kind", KINDS[stem]] if stem in KINDS else []), "--who", "张会计")
        return file

    def statements(self, file, profile=None):
        words = ["--profile", profile] if profile else []
        return json.loads(self.run("read", file, *words, code=(0, 3)))["statements"]

    def compiled(self, profile, *words):
        """The books of an example and what is compiled from them."""
        example, year, unit = FORMS[profile]
        books = self.books(EXAMPLES / "books" / example, profile, unit)
        folder = self.folder / f"{profile}-compiled"
        said = self.run("compile", books, "--year", year, "--profile", profile, "--output", folder, "--final", *words)
        return books, folder, said


def meaning(statement):
    """What a statement says, without where."""
    cells = [json.dumps(statement.get(key), sort_keys=True) for key in ("cell", "base")]
    return (statement["kind"], statement.get("claim"), statement.get("direction"), *cells, statement["value"], statement.get("unit"))


def figures(statements):
    return collections.Counter(meaning(one) for one in statements if one["kind"] in ("value", "claim"))


def said(statements):
    """The figures and comparisons of a document by what they are of. Tables and sentences may count in other units."""
    return {meaning(one)[:2] + meaning(one)[3:5]: one.get("direction") for one in statements if one["kind"] in ("value", "claim")}


def test_document_comes_back(press):
    """Read, compiled and read again: the same statements, and no finding."""
    # What is left out: sources of no money and their shares; sentences that say that something is zero or none.
    for name, lawful in (("xinjiang-final", 0), ("shaanxi-final", 2), ("shanghai-budget", 2), ("shanghai-final", 4)):
        source = EXAMPLES / f"{name}-clean.txt"
        folder = press.folder / name
        told = press.run("compile", "--from", source, "--output", folder, "--final")
        expect("错误" not in told, told)
        before, after = press.statements(source), press.statements(folder / "document.txt")
        if not name.startswith("shanghai"):  # those tell each figure in the same place as their form
            difference = figures(before) - figures(after), figures(after) - figures(before)
            expect(sum(sum(part.values()) for part in difference) <= lawful, difference)
        before, after = said(before), said(after)
        lost = before.keys() - after.keys()
        expect(len(lost) <= lawful, f"{name}: {lost}")
        expect(all(after[key] == direction for key, direction in before.items() if key in after), f"{name}: directions")
        text = (folder / "document.txt").read_text(encoding="utf-8")
        expect("资本性支出（基本建设）" not in text, f"{name}: 办公设备购置 is the name of two subjects, one of which the document does not print")
        expect("错误 0，警告 0" in press.run("check", folder / "document.txt"), "no finding")


def test_all_formats(press):
    folder = press.folder / "formats"
    begin = time.monotonic()
    press.run("compile", "--from", EXAMPLES / "shaanxi-final-clean.txt", "--output", folder, "--formats", "docx,xlsx,html")
    took = time.monotonic() - begin
    expect(took < 3, f"{took:.2f} s")  # 0.08 s where nothing else runs
    names = {path.name for path in folder.iterdir()}
    expect(names == {"document.docx", "tables.xlsx", "document.html", "figures.json"}, names)
    for name in ("document.docx", "tables.xlsx"):
        expect(zipfile.ZipFile(folder / name).testzip() is None, name)
    words = zipfile.ZipFile(folder / "document.docx").read("word/document.xml").decode()
    for piece in ("w:tblHeader", "w:gridSpan", "w:vMerge", 'w:orient="landscape"', " PAGEREF ", "343.44"):
        expect(piece in words, piece)
    page = (folder / "document.html").read_text(encoding="utf-8")
    for target in set(page.split('href="#t')[1:5]):
        number = target.split('"')[0]
        expect(f'id="t{number}"' in page, f"trace {number}")
    again = press.folder / "again"
    press.run("compile", "--from", EXAMPLES / "shaanxi-final-clean.txt", "--output", again, "--formats", "docx,xlsx,html")
    for name in names:
        expect((folder / name).read_bytes() == (again / name).read_bytes(), f"{name}: the same bytes")


def test_heading_of_tables(press):
    """A heading that only tables follow begins the page of the first of them; words after the last one begin a page."""
    folder = press.folder / "heading"
    press.run("compile", "--from", EXAMPLES / "shanghai-budget-clean.txt", "--output", folder, "--formats", "docx")
    words = zipfile.ZipFile(folder / "document.docx").read("word/document.xml").decode()
    paragraphs = {re.sub("<[^>]*>", "", one): one for one in re.findall("<w:p>.*?</w:p>", words)}
    breaks = {name: "w:pageBreakBefore" in one for name, one in paragraphs.items()}
    expect(breaks["五、2026年部门预算表"] and not breaks["部门财务收支预算总表"] and breaks["部门政府性基金预算支出功能分类预算表"], breaks)
    expect(breaks["六、其他相关情况说明"] and not breaks["四、2026年部门预算编制说明"], breaks)


def test_data_package(press):
    folder = press.folder / "data"
    press.run("compile", "--from", EXAMPLES / "shaanxi-final-clean.txt", "--output", folder)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    expect(package["profile"] == "tabular-data-package" and len(package["resources"]) > 9, package["name"])
    for resource in package["resources"]:
        with open(folder / resource["path"], encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        names = [field["name"] for field in resource["schema"]["fields"]]
        expect(rows[0] == names and len(set(names)) == len(names), resource["name"])
        for row in rows[1:]:
            expect(len(row) == len(names), row)
            for value, field in zip(row, resource["schema"]["fields"]):
                if field["type"] in ("number", "integer") and value:
                    float(value)
    listed = json.loads((folder / "figures.json").read_text(encoding="utf-8"))["figures"]
    expect(any("规则" in line for figure in listed for line in figure["trace"]), "laws in traces")


def test_books(press):
    books, folder, said = press.compiled("shaanxi-final")
    expect("错误" not in said and "待填写" not in said, said)
    told = press.run("explain", books, "--year", 2023, "--profile", "shaanxi-final", "--table", "T5", "--row", "2101501", "--column", "小计")
    expect("支付第" in told and "规则" in told and "137.71" in told, told)
    press.run("compile", books, "--year", 2023, "--kind", "budget", "--profile", "shaanxi-final", "--output", folder, code=2)
    press.run("compile", books, "--output", folder, code=2)
    press.run("compile", "--output", folder, code=2)


def test_adopted_words(press):
    """What last year's document says is said again where it holds on: duties entry by entry, what money is for; its figures are compared with."""
    books = press.folder / "next.db"
    press.run("books", "init", books, "--unit", "上海市云岭区民政局", "--code", "101001")
    press.run("books", "adopt", books, EXAMPLES / "shanghai-budget-clean.txt")
    press.run("books", "add", books, "年初预算", "年度=2027", "资金性质=一般公共预算", "功能科目=2080201", "经济科目=30101", "金额=6314380")
    folder = press.folder / "next"
    press.run("compile", books, "--year", 2027, "--profile", "shanghai-budget", "--output", folder, code=(0, 1))
    text = (folder / "document.txt").read_text(encoding="utf-8")
    for piece in ("主要用于：行政单位的人员经费和公用经费。", "\n\n（三）推进本区养老服务体系建设。\n", "与2026年预算相比，减少749.21万元"):
        expect(piece in text, f"{piece}\n{text[:3000]}")


def test_gate(press):
    """What nobody wrote is a to-do with a proposal, and what does not fit is an error: neither is final."""
    books = press.books(EXAMPLES / "books/final-2023", "final")
    press.run("books", "add", books, "人员", "年度=2023", "计量=人数", "事项=合计人数", "数量=8")  # and nine by their kinds
    folder = press.folder / "final"
    words = ["compile", books, "--year", 2023, "--profile", "xinjiang-final", "--output", folder]
    said = press.run(*words, code=1)
    expect("待填写" in said and "变动较大" in said and "8 + 1 + 0 = 9 ≠ 8" in said, said)
    for piece in ("语句：公务接待费0.32万元，开支内容包括＿＿", "填写：一般公共预算行政单位医疗支出比2022年减少 6.56 万元的原因"):
        expect(piece in said, said)
    expect(not re.search("(语句|填写|变动较大)：.*[a-z]", said), f"words of the program: {said}")
    expect("【待填写：原因】" in (folder / "document.txt").read_text(encoding="utf-8"), "to-dos stand in the document")
    expect("（未定稿）" in zipfile.ZipFile(folder / "document.docx").read("word/document.xml").decode(), "a draft says so")
    shutil.rmtree(folder)
    expect("没有写出文件" in press.run(*words, "--final", code=1), "refused")
    expect(not folder.exists(), "nothing is written")


def test_todo_table(press):
    """The table of what is missing, filled in and imported: nothing is missing."""
    books = press.books(EXAMPLES / "books/final-2023", "final")
    folder = press.folder / "final"
    words = ["compile", books, "--year", 2023, "--profile", "xinjiang-final", "--output", folder]
    press.run(*words)
    with open(folder / "todo.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    expect(len(rows) > 9 and rows[0][4] == "文字内容", rows[0])
    filled = press.folder / "filled.csv"
    with open(filled, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([rows[0]] + [[*row[:4], f"第{number}项说明", *row[5:]] for number, row in enumerate(rows[1:], 1)])
    press.run("books", "import", books, filled)
    said = press.run(*words, "--final")
    expect("待填写" not in said and not (folder / "todo.csv").exists(), said)
    text = (folder / "document.txt").read_text(encoding="utf-8")
    expect(all(f"第{number}项说明" in text for number in range(1, len(rows))), text)


def test_reads_back(press):
    """Every statement that was compiled is read from every format, and nothing else is."""
    office = shutil.which("soffice")
    for profile in FORMS:
        printed = ",pdf" if office and not profile.endswith("-unit") else ""
        _, folder, _ = press.compiled(profile, "--formats", "docx,xlsx,html,txt" + printed)
        listed = json.loads((folder / "figures.json").read_text(encoding="utf-8"))["figures"]
        said = figures(press.statements(folder / "document.docx"))
        of_cells = collections.Counter((key[0], key[1], key[3], key[4], key[5].lstrip("-")) for key in said.elements())
        for figure in listed:
            kind, claim = ("value", None) if figure["kind"] == "value" else ("claim", figure["kind"])
            # A name that was read has lost the width of its marks.
            cells = [json.dumps(json.loads(unicodedata.normalize("NFKC", json.dumps(figure.get(key), ensure_ascii=False))), sort_keys=True)
                     for key in ("cell", "base")]
            expect(of_cells[(kind, claim, *cells, figure["value"].lstrip("-"))] > 0, f"{profile}: {figure}")
        for file in ("document.docx", "document.html", "document.txt", *(["document.pdf"] if (folder / "document.pdf").exists() else [])):
            again = figures(press.statements(folder / file))
            expect(again == said, f"{file}: {again - said} {said - again}")
            told = press.run("check", folder / file)
            expect("未读出 0" in told and "错误 0，警告 0" in told, f"{profile} {file}: everything is read\n{told[:2000]}")
        tables = figures(press.statements(folder / "tables.xlsx", profile))
        told = press.run("check", folder / "tables.xlsx", "--profile", profile, code=(0, 1))
        expect("未读出 0" in told, f"{profile}: {told[:2000]}")  # the sections are missing
        printed = sum(figure["part"].startswith("T") for figure in listed)
        expect(not tables - said and sum(tables.values()) == printed > 100, (tables - said, sum(tables.values()), printed))


def changed(number, draw):
    """Another number that is printed alike: its first digit is another one."""
    sign = "-" if number.startswith("-") else ""
    digits = number.removeprefix("-")
    first = draw.choice([digit for digit in "123456789" if digit != digits[0]])
    return sign + first + digits[1:]


def test_changed_figures(press, draw, count):
    """Single figures of compiled documents changed: those in a law are noticed."""
    for profile in FORMS:
        if profile.endswith("-unit"):
            continue
        _, folder, _ = press.compiled(profile, "--formats", "docx")
        listed = json.loads((folder / "figures.json").read_text(encoding="utf-8"))["figures"]
        archive = zipfile.ZipFile(folder / "document.docx")
        text = archive.read("word/document.xml").decode()
        runs = [(match.start(1), match.end(1)) for match in re.finditer(r"<w:t[^>]*>(-?[0-9][0-9,.]*)(?:</w:t>|[^0-9<,.])", text)]
        # A figure is a run of its own: runs that begin with a number, in order, hold the figures in theirs.
        places, next_run = [], 0
        for figure in listed:
            wanted = figure["value"]
            while next_run < len(runs) and text[slice(*runs[next_run])].replace(",", "") != wanted.replace(",", ""):
                next_run += 1
            expect(next_run < len(runs), f"{profile}: {figure}")
            places.append((figure, runs[next_run]))
            next_run += 1
        bound = [place for place in places if any("规则" in line for line in place[0]["trace"])]
        missed = []
        chosen = draw.sample(bound, min(count, len(bound)))
        for figure, (begin, end) in chosen:
            other = changed(text[begin:end], draw)
            file = press.folder / "changed.docx"
            with zipfile.ZipFile(file, "w") as out:
                for name in archive.namelist():
                    out.writestr(name, archive.read(name) if name != "word/document.xml" else text[:begin] + other + text[end:])
            said = press.run("check", file, code=(0, 1))
            if "错误 0，警告 0" in said:
                missed.append((figure["title"], figure.get("row"), figure["value"], other))
        expect(len(missed) * 100 <= len(chosen), f"{profile}: {len(missed)} of {len(chosen)} missed: {missed}")
        if missed:
            print(f"{profile}: {len(missed)} of {len(chosen)} changed figures missed: {missed}")


def test_explain_tells_what_is_there(press):
    """What fits nothing is told with what would have, of books and of a document."""
    books, folder, _ = press.compiled("shaanxi-final", "--formats", "docx")
    for source in ([books, "--year", 2023, "--profile", "shaanxi-final"], [folder / "document.docx"]):
        for asked, told in ((("--table", "T99"), "没有这张报表或章节：T99。有：.*一般公共预算财政拨款支出决算表"),
                            (("--table", "T5", "--row", "9999999"), "其中没有这一行：9999999。有：合计.*2101501"),
                            (("--table", "T5", "--row", "2101501", "--column", "甲"), "该行没有这一栏：甲。有：本年支出/小计"),
                            (("--cell", "flow=nowhere"), "没有这个坐标的数据：flow=nowhere")):
            said = press.run("explain", *source, *asked, code=1)
            expect(re.search(told, said), said)
        said = press.run("explain", *source, "--cell", "flow=expenditure,fund=general,function=2101506,nature=project")
        expect("一般公共预算财政拨款支出决算表" in said and "48.96" in said and "规则" in said, said)


def test_explain_document(press):
    document = EXAMPLES / "shaanxi-final-clean.txt"
    told = press.run("explain", document, "--table", "支出决算表", "--row", "2101501", "--column", "基本支出")
    expect("152.73" in told and "所在" in told and "栏次 1 = 2 + … + 6" in told, told)
    told = press.run("explain", document, "--cell", "flow=sources,fund=fiscal")
    expect("又见" in told and "增减率" in told, told)
    press.run("explain", document, "--cell", "flow=nowhere", code=1)
    press.run("explain", document, "--cell", "colour=red", code=2)
    press.run("explain", document, code=2)
    press.run("explain", press.folder, "--table", "T1", code=3)


def test_old_output_stays(press):
    folder = press.folder / "kept"
    press.run("compile", "--from", EXAMPLES / "xinjiang-final-clean.txt", "--output", folder)
    old = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    press.run("compile", "--from", EXAMPLES / "xinjiang-final-faulty.txt", "--output", folder, "--final", code=1)
    press.run("compile", "--from", EXAMPLES / "README.md", "--output", folder, code=3)
    expect(old == {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}, "the old files")
    foreign = press.folder / "foreign"
    foreign.mkdir()
    (foreign / "mine.txt").write_text("mine")
    press.run("compile", "--from", EXAMPLES / "xinjiang-final-clean.txt", "--output", foreign, code=2)
    expect([path.name for path in foreign.iterdir()] == ["mine.txt"], "somebody else's folder")
    expect(not [path for path in press.folder.iterdir() if path.name.startswith(".")], "nothing left beside")


def files_in(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_killed(press, draw, kills=20):
    """Killed at any moment of its run: the folder is the old one or the new one, whole, and the books are as they were."""
    books, folder, _ = press.compiled("shaanxi-final")
    old = files_in(folder)
    words = [str(word) for word in (press.program, "compile", books, "--year", 2023, "--profile", "xinjiang-final", "--output", folder)]
    other = press.folder / "other"
    begin = time.monotonic()
    press.run(*words[1:-1], other)
    whole = time.monotonic() - begin
    new = files_in(other)
    cut = 0
    for _ in range(kills):
        shutil.rmtree(folder)
        for name, content in old.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(draw.uniform(0, 1.2 * whole))
            process.send_signal(signal.SIGKILL)
        cut += process.returncode == -signal.SIGKILL
        found = files_in(folder)
        expect(found in (old, new), f"half a folder: {sorted(found)}")
        expect("完好" in press.run("books", "verify", books), "the books")
    expect(cut > 0, "nothing was cut short")
    press.run(*words[1:])
    expect(files_in(folder) == new, "the next run takes its place")
    print(f"killed {kills} times within {whole:.2f} s: {cut} runs were cut short")


BASIC = {"2080505": "30108", "2101101": "30110", "2210201": "30113"}
OFFICE = ["30101", "30102", "30103", "30107", "30201", "30205", "30206", "30207", "30211", "30228"]
PROJECTS = {"2101502": "一般行政管理项目", "2101504": "信息化建设项目", "2101505": "政策宣传项目", "2101506": "经办服务项目", "2101301": "医疗救助项目"}


def random_books(folder, draw):
    """A bureau with money by subject and project in two years; what is not spent is carried over."""
    folder.mkdir()
    accounts = [(function, economic, "") for function, economic in BASIC.items() if draw.random() < 0.9]
    accounts += [("2101501", economic, "") for economic in draw.sample(OFFICE, draw.randrange(2, 9))]
    accounts += [(function, "30227", name) for function, name in PROJECTS.items() if draw.random() < 0.6]
    tables = {"budget": ["fiscal_year,fund_type_code,资金级次,exp_func_code,dep_bgt_eco_code,pro_name,文号,金额"],
              "income": ["fiscal_year,fund_type_code,exp_func_code,日期,凭证号,金额"],
              "payments": ["fiscal_year,fund_type_code,exp_func_code,dep_bgt_eco_code,pro_name,支付凭证号,支付日期,金额"]}
    for year in (2022, 2023):
        for function, economic, project in accounts:
            if draw.random() < 0.1:
                continue
            budget = draw.randrange(10_000, 900_000_00)
            tables["budget"].append(f"{year},111,own,{function},{economic},{project},云财预〔{year}〕3号,{budget / 100:.2f}")
            left = spent = 0
            for part in range(draw.randrange(1, 5)):
                paid = draw.randrange(1, max(2, (budget - left) // 2))
                left += paid
                spent += paid
                tables["payments"].append(f"{year},111,{function},{economic},{project},记-{year}-{len(tables['payments'])},{year}-0{part + 3}-11,{paid / 100:.2f}")
            tables["income"].append(f"{year},111,{function},{year}-02-01,收-{year}-{len(tables['income'])},{spent / 100:.2f}")
    if any(project for _, _, project in accounts):
        names = list(dict.fromkeys(project for _, _, project in accounts if project))
        rows = "".join(f"{year},{number + 1:04d},{name}\n" for year in (2022, 2023) for number, name in enumerate(names))
        (folder / "projects.csv").write_text("fiscal_year,pro_code,pro_name\n" + rows, encoding="utf-8")
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_random_books(press, draw, count):
    """Whatever was entered, what is compiled breaks no law."""
    for number in range(count):
        source = press.folder / f"random-{number}"
        random_books(source, draw)
        books = press.books(source, f"random-{number}")
        for profile in ("shaanxi-final", "xinjiang-final", "shanghai-final", "shanghai-budget"):
            folder = press.folder / f"{profile}-{number}"
            said = press.run("compile", books, "--year", 2023, "--profile", profile, "--output", folder, "--formats", "txt", code=(0, 1))
            checked = press.run("check", folder / "document.txt", "--profile", profile, code=(0, 1))
            expect("错误 0" in checked, f"books {number}, {profile}:\n{checked}\n{said[-500:]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--books", type=int, default=5)
    parser.add_argument("--changes", type=int, default=100, help="figures changed in each document")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    tests = [test_document_comes_back, test_all_formats, test_heading_of_tables, test_data_package, test_books, test_adopted_words, test_gate, test_todo_table, test_reads_back, test_explain_tells_what_is_there, test_explain_document, test_old_output_stays,
             lambda press: test_killed(press, draw), lambda press: test_random_books(press, draw, options.books),
             lambda press: test_changed_figures(press, draw, options.changes)]
    for test in tests:
        with tempfile.TemporaryDirectory() as folder:
            test(Press(options.program, pathlib.Path(folder)))
    print(f"{len(tests)} tests passed (seed {options.seed})")


if __name__ == "__main__":
    sys.exit(main())
