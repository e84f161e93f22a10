#!/usr/bin/env python3
"""Books from the outside: what the commands write, refuse and leave alone, and that no moment of death leaves half of an
import.

    books.py --program BIN/mingzhang [--kills N]
"""
import argparse
import csv
import hashlib
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples/books"
HEADER = "fiscal_year,fund_type_code,exp_func_code,dep_bgt_eco_code,pro_name,vou_no,date,金额\n"


class Desk:
    """One file of books, and the commands on it."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.books = folder / "books.db"

    def run(self, command, *words, code=0):
        done = subprocess.run([self.program, "books", command, str(self.books), *map(str, words)], capture_output=True,
                              encoding="utf-8", timeout=300, check=False)
        if done.returncode != code:
            raise AssertionError(f"books {command} {words}: exit {done.returncode}, not {code}\n{done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def init(self):
        self.run("init", "--unit", "云岭县医疗保障局", "--code", "101001", "--who", "张会计")

    def head(self):
        return self.run("verify").strip().splitlines()[-1]

    def file(self, name, content):
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return path


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def payments(count, seed=1):
    draw = random.Random(seed)
    rows = [f"2025,111,{draw.choice(['2101501', '2101502'])},30201,,记-{number},2025-03-{draw.randrange(1, 29):02d},"
            f"{draw.randrange(1, 10000) / 100:.2f}\n" for number in range(count)]
    return HEADER + "".join(rows)


def budget():
    return HEADER + "".join(f"2025,111,{code},,,,,90000000\n" for code in ("2101501", "2101502"))


def import_example(desk, name):
    for file in sorted((EXAMPLES / name).glob("*.csv"), key=lambda path: ("projects", "budget", "adjustments").index(path.stem)
                       if path.stem in ("projects", "budget", "adjustments") else 9):
        kind = {"projects": "project", "budget": "budget", "adjustments": "adjustment", "income": "收入", "payments": "支付"}.get(file.stem)
        desk.run("import", file, *(["--kind", kind] if kind else []))


def test_examples(desk):
    desk.init()
    import_example(desk, "final-2023")
    rows = list(csv.DictReader(desk.run("balance", "--year", "2023", "--format", "csv").lstrip("\ufeff").splitlines()))
    expect(rows[-1]["spent"] == "5260435.00" and rows[-1]["closing"] == "0.00", rows)
    expect('"left": "4405.00"' in desk.run("budget", "--year", "2023", "--format", "json"), "what is left")
    expect("合计 " in desk.run("balance", "--year", "2023"), "the row of totals is called so")
    ledger = desk.run("ledger", "--kind", "支付", "--function", "20805", "--year", "2023", "--limit", "5", "--lang", "en")
    expect(len(ledger.splitlines()) == 6 and "2080505" in ledger, ledger)


def test_import_is_all_or_nothing(desk):
    desk.init()
    desk.run("import", desk.file("b.csv", budget()), "--kind", "budget")
    before = desk.head()
    good = payments(50)
    said = desk.run("import", desk.file("bad.csv", good + "2025,111,9999999,30201,,x,2025-13-01,1.001\n"), "--kind", "payment", code=1)
    for part in ("bad.csv:52:3", "bad.csv:52:7", "bad.csv:52:8", "没有导入任何内容"):
        expect(part in said, said)
    said = desk.run("import", desk.file("much.csv", good + "2025,111,2101501,30201,,x,2025-01-01,90000000\n"), "--kind", "payment", code=1)
    expect("可用余额" in said, said)
    desk.run("import", desk.file("good.csv", good), "--kind", "payment", "--dry-run")
    expect(desk.head() == before, "nothing was written")
    desk.run("import", desk.folder / "good.csv", "--kind", "payment")
    after = desk.head()
    expect(after != before, "something was written")
    said = desk.run("import", desk.file("renamed.csv", good), "--kind", "payment", code=1)
    expect("good.csv" in said and desk.head() == after, said)
    twice = desk.file("twice.csv", payments(3, seed=2))
    desk.run("import", twice, twice, "--kind", "payment", code=1)
    expect(desk.head() == after, "one of two equal files was imported")
    desk.run("import", desk.folder / "renamed.csv", "--kind", "payment", "--again")
    desk.run("import", desk.file("much.csv", HEADER + "2025,111,2101501,30201,,x,2025-01-01,90000000\n"), "--kind", "payment",
             "--allow-overspend", "李局长/应急采购")
    expect("完好" in desk.head(), desk.head())


def test_full_disk(desk):
    """A limit on the size of files stands for a disk that is full: what was there stays, nothing is half written."""
    desk.init()
    desk.run("import", desk.file("b.csv", budget()), "--kind", "budget")
    out = desk.folder / "out"
    compiling = [desk.program, "compile", desk.books, "--year", "2025", "--profile", "shaanxi-final", "--output", out]
    subprocess.run(compiling, capture_output=True, check=False)
    before, files = desk.head(), {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    expect(files, "something was compiled")
    desk.file("p.csv", payments(20000))
    for words, said in ((compiling, "无法写出结果"),
                        ([desk.program, "books", "import", desk.books, desk.folder / "p.csv", "--kind", "payment"], "磁盘")):
        done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False, preexec_fn=small_disk)
        expect(done.returncode == 2 and said in done.stderr, done)
    expect(files == {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}, "the old files")
    expect([path.name for path in desk.folder.iterdir() if path.name.startswith(".")] == [], "nothing is left behind")
    expect(desk.head() == before, "nothing was entered")


def small_disk():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))


def test_shapes_of_files(desk):
    desk.init()
    words = budget().splitlines()
    desk.run("import", desk.file("tabs.txt", "\n".join(line.replace(",", "\t") for line in words) + "\n"), "--kind", "budget")
    (desk.folder / "gbk.csv").write_bytes("年度,资金性质,功能科目,金额\r\n2025,一般公共预算资金,2101501,1\r\n".encode("gb18030"))
    desk.run("import", desk.folder / "gbk.csv", "--kind", "年初预算")
    desk.run("import", desk.file("lines.csv", '年度,文字类别,文字内容\n2025,duties,"一、管钱\n\n二、管""账"""\n'), "--kind", "text")
    desk.run("import", desk.folder / "no-such.csv", "--kind", "budget", code=2)
    (desk.folder / "binary.csv").write_bytes(bytes(range(256)) * 10)
    desk.run("import", desk.folder / "binary.csv", "--kind", "budget", code=3)
    desk.run("import", desk.file("unknown.csv", "甲,乙\n1,2\n"), code=1)
    os.mkfifo(desk.folder / "pipe.csv")
    for odd in (desk.folder / "pipe.csv", desk.folder, "/dev/zero"):
        expect("不是文件" in desk.run("import", odd, "--kind", "budget", code=2), odd)
    said = desk.run("import", desk.file("header.csv", "年度,资金性质,功能科目,金额\n"), "--kind", "budget", code=1)
    expect("只有一行" in said, said)


def test_export(desk):
    desk.init()
    import_example(desk, "budget-2025")
    desk.run("reverse", 30, "--reason", "试冲销", "--who", "李会计")
    folder = desk.folder / "export"
    desk.run("export", "--output", folder)
    desk.run("export", "--output", folder, code=2)
    again = Desk(desk.program, desk.folder)
    again.books = desk.folder / "again.db"
    again.run("restore", folder)
    expect(again.head() == desk.head(), "the same books")
    money = folder / "money.csv"
    text = money.read_text(encoding="utf-8")
    money.write_text(text.replace("705150", "705151").replace("7051500", "7051510"), encoding="utf-8")
    third = Desk(desk.program, desk.folder)
    third.books = desk.folder / "third.db"
    third.run("restore", folder, code=2)
    expect(not third.books.exists(), "nothing was made of a changed export")
    digest = hashlib.sha256(money.read_bytes()).hexdigest()
    manifest = folder / "manifest.csv"
    manifest.write_text(re.sub(r"(?m)^(money\.csv,\d+),.*$", r"\1," + digest, manifest.read_text(encoding="utf-8")), encoding="utf-8")
    said = third.run("restore", folder, code=2)
    expect("money.csv:" in said and not third.books.exists(), said)


def test_adopt(desk):
    desk.init()
    document = ROOT / "examples/shaanxi-final-clean.txt"
    said = desk.run("adopt", document, "--dry-run")
    expect("flow=income" in said and "没有写入" in said, said[-200:])
    expect("1 条记录" in desk.head(), "a dry run")
    desk.run("adopt", document)
    desk.run("adopt", document, code=1)
    desk.run("adopt", desk.file("poem.txt", "床前明月光，疑是地上霜。\n"), code=3)
    expect("完好" in desk.head(), desk.head())


def test_words(desk):
    """What a person does wrong is told in words of the files, once, with what to write instead."""
    said = desk.run("verify", code=2)
    nowhere = Desk(desk.program, desk.folder)
    nowhere.books = desk.folder / "no-such-folder" / "books.db"
    said = nowhere.run("init", "--unit", "云岭县医疗保障局", code=2)
    expect("no-such-folder" in said and "文件夹是否存在" in said, said)
    desk.init()
    said = desk.run("reverse", "abc", "--reason", "x", code=2)
    expect("不是数：NUMBER = abc" in said, said)
    said = desk.run("ledger", "--limit", "0", code=2)
    expect("值不对：--limit: 0，可用的值：1" in said, said)
    said = desk.run("import", desk.file("p.csv", payments(50)), "--kind", "payment", code=1)
    expect("没有这样的预算指标" in said and "可用余额" not in said, said)
    said = desk.run("import", desk.folder / "p.csv", code=1)
    expect(said.count("类型：没有这一列：用 --kind") == 1, said)
    said = desk.run("import", desk.folder / "p.csv", "--kind", "付钱", code=2)
    expect("payment 支付" in said, said)
    said = desk.run("import", desk.file("f.csv", "年度,资金性质,功能科目,金额\n2025,公款,2101501,1\n"), "--kind", "budget", code=1)
    expect("不认识的值：公款；可用的：" in said and "一般公共预算资金" in said, said)
    said = desk.run("add", "支付", "年度=2025", code=1)
    expect("经济科目：没有填" in said and "amount" not in said, said)
    desk.run("import", desk.file("b.csv", budget()), "--kind", "budget")
    said = desk.run("balance", "--year", "2031", code=2)
    expect("2031；可用的：2025" in said, said)
    said = subprocess.run([desk.program, "compile", desk.books, "--year", "2031", "--profile", "shaanxi-final", "--output",
                           desk.folder / "out"], capture_output=True, text=True, check=False)
    expect(said.returncode == 2 and "2031" in said.stderr and not (desk.folder / "out").exists(), said.stderr)
    compile_2026 = [desk.program, "compile", desk.books, "--year", "2026", "--profile", "shaanxi-final", "--output",
                    desk.folder / "staff-only"]
    desk.run("add", "人员", "年度=2026", "计量=编制数", "事项=行政编制", "数量=8")
    said = subprocess.run(compile_2026, capture_output=True, text=True, check=False)
    expect(said.returncode in (0, 1) and (desk.folder / "staff-only").is_dir(), said.stderr)
    desk.run("balance", "--year", "2026", code=2)
    before = desk.head()
    for words in ("文字内容=\udcff\udcfe", "文字内容=a\x1bb"):  # bytes that are no UTF-8, a control character
        expect("不是 UTF-8" in desk.run("add", "文字", "年度=2025", "文字类别=duties", words, code=1), words)
    desk.run("add", "文字", "年度=2025", "文字类别=duties", "文字内容=甲", "--who", "\udcff", code=2)
    desk.run("reverse", "1", "--reason", "\udcff", code=1)
    expect(desk.head() == before, "nothing was entered")
    for name in ("\udcff", "甲\n乙"):
        nowhere.books = desk.folder / "unit.db"
        nowhere.run("init", "--unit", name, code=1)
        expect(not nowhere.books.exists(), "no books of a unit without a name")
    expect("导出的文件夹" in nowhere.run("restore", desk.file("no-folder", "x"), code=2), "restore of a file")
    desk.run("add", "人员", "年度=2025", "计量=编制数", "事项=行政编制", "数量=8")
    said = desk.run("ledger", "--kind", "人员")
    expect("编制" in said and "行政" in said and " 8 " in said, said)
    raw = bytearray(desk.books.read_bytes())
    raw[60:64] = b"\xff\xff\xff\xff"  # user_version
    (desk.folder / "odd.db").write_bytes(raw)
    desk.books = desk.folder / "odd.db"
    said = desk.run("verify", code=2)
    expect("odd.db" in said and "内部错误" not in said, said)


def test_refusals(desk):
    desk.run("verify", code=2)
    desk.init()
    desk.run("init", "--unit", "x", code=2)
    desk.run("add", "gift", code=2)
    desk.run("add", "budget", "amount", code=2)
    desk.run("add", "budget", "year=2025", code=1)
    desk.run("add", "payment", "--allow-overspend", "谁", code=2)
    desk.run("reverse", 1, code=2)
    desk.run("reverse", 99, "--reason", "x", code=1)
    desk.run("balance", code=2)
    desk.books.write_bytes(b"SQLite format 3\0" + b"x" * 500)
    desk.run("verify", code=2)


def test_killed(desk, kills):
    """An import is killed at random moments; what is there is what was there before, or all of it."""
    desk.init()
    desk.run("import", desk.file("b.csv", budget()), "--kind", "budget")
    empty = desk.head()
    pristine = desk.folder / "pristine.db"
    shutil.copy(desk.books, pristine)
    file = desk.file("p.csv", payments(20000))
    words = [desk.program, "books", "import", str(desk.books), str(file), "--kind", "payment", "--again"]
    begin = time.monotonic()
    subprocess.run(words, check=True, capture_output=True)
    whole = time.monotonic() - begin
    draw = random.Random(int(begin * 1000))
    finished = 0
    for _ in range(kills):
        for name in ("books.db", "books.db-wal", "books.db-shm"):
            (desk.folder / name).unlink(missing_ok=True)
        shutil.copy(pristine, desk.books)
        with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(draw.uniform(0, 1.5 * whole))
            process.kill()
        head = desk.head()
        expect("完好" in head, head)
        expect(head == empty or head.startswith("20005 "), f"half an import: {head}")
        finished += head != empty
    print(f"killed {kills} times within {whole:.2f} s: {finished} imports were whole, {kills - finished} left nothing")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--kills", type=int, default=25)
    arguments = parser.parse_args()
    failed = 0
    for name, test in list(globals().items()):
        if not name.startswith("test_"):
            continue
        with tempfile.TemporaryDirectory(prefix="mingzhang-books-") as folder:
            desk = Desk(str(pathlib.Path(arguments.program).resolve()), pathlib.Path(folder))
            try:
                test(desk, arguments.kills) if name == "test_killed" else test(desk)
            except AssertionError as failure:
                print(f"{name}: {failure}")
                failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
