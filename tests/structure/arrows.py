#!/usr/bin/env python3
"""Holds every #include "room/..." under src/ to the room(...) lines of CMakeLists.txt.

    arrows.py ROOT        tells every arrow that the plan of the house does not allow; exit code 1 if there is one
    arrows.py --self-test ROOT   plants faults in a copy and expects each of them to be told

A room may include itself and the rooms that its line names, no others: what it knows through them it must name too.
The front (src/cli) is no room; it may include `work` and itself, and nobody may include it.
"""
import pathlib
import re
import shutil
import sys
import tempfile

ROOM_LINE = re.compile(r"^room\(([^)]*)\)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
FRONTS = {"cli": {"work"}}


def plan_of(root):
    """Room -> the rooms that it may know, and what is wrong with the plan itself."""
    plan, faults = {}, []
    for words in ROOM_LINE.findall((root / "CMakeLists.txt").read_text(encoding="utf-8")):
        name, *known = words.split()
        for other in known:
            # A room stands below those that it knows: that alone rules out circles.
            if other not in plan:
                faults.append(f"CMakeLists.txt: room({name}) knows {other}, which does not stand above it")
        plan[name] = set(known)
    if not plan:
        faults.append("CMakeLists.txt: no room(...) line found")
    return plan, faults


def sources_of(root):
    return sorted(path for path in (root / "src").rglob("*") if path.suffix in {".cpp", ".h"})


def arrows_of(root):
    """(file, room it stands in, file it includes) of every include in quotation marks."""
    for path in sources_of(root):
        name = path.relative_to(root).as_posix()
        for target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            yield name, name.split("/")[1], target


def circles_of(graph):
    """Every circle of rooms that includes make, whatever the plan says."""
    done, faults = set(), []

    def walk(room, way):
        if room in way:
            faults.append("circle of rooms: " + " -> ".join(way[way.index(room):] + [room]))
        elif room not in done:
            for other in sorted(graph.get(room, ())):
                walk(other, way + [room])
            done.add(room)

    for room in sorted(graph):
        walk(room, [])
    return faults


def faults_of(root):
    plan, faults = plan_of(root)
    allowed = {**plan, **FRONTS}
    graph = {}
    for folder in sorted(path.name for path in (root / "src").iterdir() if path.is_dir()):
        if folder not in allowed:
            faults.append(f"src/{folder}: no room(...) line names it")
    for file, room, target in arrows_of(root):
        other = target.split("/")[0]
        if not (root / "src" / target).is_file():
            faults.append(f'{file}: "{target}" is no file under src/ (files are named from there)')
        elif other != room:
            graph.setdefault(room, set()).add(other)
            if other not in allowed.get(room, ()):
                faults.append(f'{file}: {room} must not know {other} ("{target}")')
    return faults + circles_of(graph)


def plant(root, file, line):
    path = root / file
    path.write_text(f"{line}\n" + path.read_text(encoding="utf-8"), encoding="utf-8")


# What is planted, and a part of what must be said of it.
PLANTED = [
    ("src/money/decimal.h", '#include "cube/cell.h"', "money must not know cube"),
    ("src/check/check.h", '#include "cli/command.h"', "check must not know cli"),
    ("src/cli/main.cpp", '#include "report/json.h"', "cli must not know report"),
    ("src/text/utf8.h", '  #  include "laws/law.h"', "circle of rooms: cube -> text -> laws -> cube"),
    ("src/laws/law.h", '#include "law.h"', "is no file under src/"),
    ("CMakeLists.txt", "room(attic cellar)", "room(attic) knows cellar"),
]


def self_test(root):
    failures = []
    for file, line, expected in PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder)
            shutil.copytree(root / "src", copy / "src")
            shutil.copy(root / "CMakeLists.txt", copy)
            plant(copy, file, line)
            told = faults_of(copy)
        if not any(expected in fault for fault in told):
            failures.append(f"planted in {file}: {line}\n  expected: {expected}\n  told: {told}")
    return failures


def main(arguments):
    root = pathlib.Path(arguments[-1]).resolve()
    faults = self_test(root) if arguments[0] == "--self-test" else faults_of(root)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
