#!/usr/bin/env python3
"""guide.py --program BIN/mingzhang GUIDE: the commands of the guide, one after the other, from an empty folder.

Where the reader fills in a file, the test does. Outputs that the guide shows must be what the program says, but for "……".
"""
import argparse
import csv
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def fill_in(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    column = header.index("文字内容")
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([header] + [row[:column] + ["按规定开展工作"] + row[column + 1:] for row in rows])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("guide", type=pathlib.Path)
    options = parser.parse_args()
    program = options.program.resolve()
    office = shutil.which("soffice")
    lines = [line[4:] for line in options.guide.read_text(encoding="utf-8").splitlines() if line.startswith("    ")]
    said = ""
    commands = 0
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(ROOT / "examples", pathlib.Path(folder) / "examples")
        for line in lines:
            if line.startswith("mingzhang "):
                words = shlex.split(line)[1:]
                if "公开/todo.csv" in words:
                    fill_in(pathlib.Path(folder) / "公开/todo.csv")
                if not office:
                    words = [re.sub(",pdf$", "", word) for word in words]
                done = subprocess.run([program, *words], cwd=folder, capture_output=True, encoding="utf-8", timeout=120, check=False)
                said = done.stdout + done.stderr
                if done.returncode != 0:
                    sys.exit(f"{line}\nexit {done.returncode}\n{said}")
                commands += 1
            elif line.strip(" …") and line.strip() not in said:
                sys.exit(f"the guide shows\n{line}\nwhich is not in\n{said}")
        for name in ("document.docx", "tables.xlsx", "document.html", "figures.json"):
            if not (pathlib.Path(folder) / "公开" / name).is_file():
                sys.exit(f"公开/{name} is missing")
    print(f"{commands} commands of the guide")
    return 0 if commands > 15 else 1


if __name__ == "__main__":
    sys.exit(main())
