#!/usr/bin/env python3
"""Books that were made of the money of a published document are compiled, and every figure of its tables comes back.

usage: compiled_figures.py --program PROGRAM SEEDS

SEEDS: the folder of the documents. Exit 77: there are none. Figures are held against each other by their table and cell, whatever the unit and the
projects are called; a zero may be blank, a column that the document has lost may be any. Where a published figure is one step of 0.01 off, the laws
decide: the compiled document has passed the gate, in which its rows and columns sum, with that figure.
"""
import argparse
import collections
import decimal
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from publish import Press  # noqa: E402

EXAMPLES = {
    "001.txt": ("xinjiang-budget", ("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T10"), 260),
    "004.txt": ("shaanxi-final", ("T1", "T2", "T3", "T4", "T5", "T6", "T9"), 130),
}


def cells(statements, tables):
    """Table, whether of a project, coordinates: the values, in hundredths. Zeros are left out: they may be blank."""
    out = collections.defaultdict(list)
    for statement in statements:
        value = round(decimal.Decimal(statement["value"]) * 100) if statement["kind"] == "value" else 0
        for place in statement["places"]:
            if place.get("table") in tables and value:
                cell = frozenset((key, name) for key, name in statement["cell"].items() if key != "project")
                out[place["table"], "project" in statement["cell"], cell].append(value)
    return {where: sorted(values) for where, values in out.items()}


def compiled_for(where, compiled):
    """The compiled figures that a published cell may be: one cell, or, where its column is lost, those that differ from it in this only."""
    table, project, cell = where
    lost = {key for key, name in cell if name.startswith("open-")}
    if not lost:
        return [compiled.get(where, [])]
    known = {(key, name) for key, name in cell if key not in lost}
    return [values for (at, of_project, other), values in compiled.items()
            if (at, of_project) == (table, project) and {(key, name) for key, name in other if key not in lost} == known]


def compare(seed, published, compiled):
    """How many figures are the same, those that are one step off, those that are wrong."""
    same, steps, wrong = 0, [], []
    for where, values in published.items():
        candidates = compiled_for(where, compiled)
        if values in candidates:
            same += len(values)
        elif any(len(values) == len(other) and all(abs(a - b) <= 1 for a, b in zip(values, other)) for other in candidates):
            steps.append((where, values))
        else:
            wrong.append((where, values, candidates))
    for where, values, candidates in wrong:
        print(f"{seed} {where[0]} {sorted(where[2])}: published {values}, compiled {candidates}")
    return same, len(steps), len(wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("seeds", type=pathlib.Path)
    options = parser.parse_args()
    if not options.seeds.is_dir():
        return 77
    bad = 0
    for seed, (profile, tables, wanted) in EXAMPLES.items():
        with tempfile.TemporaryDirectory() as folder:
            press = Press(options.program, pathlib.Path(folder))
            _, out, _ = press.compiled(profile, "--formats", "txt")
            compiled = cells(press.statements(out / "document.txt"), tables)
            published = cells(press.statements(options.seeds / seed), tables)
        same, steps, wrong = compare(seed, published, compiled)
        print(f"{seed}: {same} figures of the tables are the same, {steps} one step off, {wrong} others")
        bad += wrong + (same < wanted)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
