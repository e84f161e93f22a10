#!/usr/bin/env python3
"""One figure of a flattened table is changed: the changed cell is the one named, and the others stay where they are.

usage: columns_changed.py --program PROGRAM DOCUMENT [--count N] [--seed S]

Tables whose columns the extraction has lost (T2, T3, T5, T7 of a budget). Exit 77: there is no such document.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile

TABLES = ("T2", "T3", "T5", "T7")
AMOUNT = re.compile(r"(?<!\S)[\d,]+\.\d\d(?!\S)")
WANTED = 0.95


def run(program, *arguments):
    return json.loads(subprocess.run([program, *arguments], capture_output=True, text=True, check=False).stdout)


def cells(program, path):
    out = []
    for statement in run(program, "read", "--format", "json", path)["statements"]:
        place = statement["places"][0]
        if statement["kind"] == "value" and place.get("table", "").startswith("T"):
            out.append((place["table"], place["row"], place["column"], place["line"], statement["value"]))
    return out


def changed(value, rng):
    """Another amount, exactly, in hundredths."""
    hundredths = int(value.replace(",", "").replace(".", ""))
    for _ in range(9):
        other = hundredths + rng.choice((100, -50, 1000, 37, hundredths // 2))
        if other > 0 and other != hundredths:
            return f"{other // 100:,}.{other % 100:02d}"
    return f"{hundredths // 100 + 2:,}.{hundredths % 100:02d}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("document")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=20230615)
    options = parser.parse_args()
    if not os.path.exists(options.document):
        sys.exit(77)
    with open(options.document, encoding="utf-8") as file:
        lines = file.read().split("\n")
    whole = cells(options.program, options.document)
    rng = random.Random(options.seed)
    chosen = rng.sample([cell for cell in whole if cell[0] in TABLES], options.count)
    tried = named = kept = told = 0
    for cell in chosen:
        line = cell[3] - 1
        position = [other for other in whole if other[3] == cell[3]].index(cell)
        amounts = list(AMOUNT.finditer(lines[line]))
        if position >= len(amounts):
            continue
        amount = amounts[position]
        new = changed(amount.group(), rng)
        copy = lines[:line] + [lines[line][: amount.start()] + new + lines[line][amount.end():]] + lines[line + 1:]
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write("\n".join(copy))
            file.flush()
            errors = [f for f in run(options.program, "check", "--format", "json", file.name)["findings"] if f["severity"] == "error"]
            after = {other[:4] for other in cells(options.program, file.name)}
        tried += 1
        told += len(errors)
        is_named = any(f["places"][0]["line"] == cell[3] and f["stated"] == new for f in errors)
        is_kept = after == {other[:4] for other in whole}
        named += is_named
        kept += is_kept
        if not is_named or not is_kept:
            print(f"{cell[:4]}: {amount.group()} -> {new}: named {is_named}, others kept {is_kept}")
    print(f"{tried} changed: named {named}, the others kept {kept}, {told} errors told")
    sys.exit(0 if tried and named >= WANTED * tried and kept >= WANTED * tried else 1)


main()
