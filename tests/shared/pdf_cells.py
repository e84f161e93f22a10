#!/usr/bin/env python3
"""Compares the cells of tables in PDFs with the cells that people wrote down: every value in its row and column.

usage: pdf_cells.py --program PRINT_DOCUMENT [--most-wrong N] FOLDER

FOLDER holds pdf/NAME.pdf and gold/cells/NAME.csv (page, table, row, column, value). Row is the joined code where there is
one, else the label; column is the path of headers joined with "/". A blank value means that the cell stands and is empty.
"""
import argparse
import csv
import pathlib
import re
import subprocess
import sys

CELL = re.compile(r"(\d+)\+(\d+)x(\d+)=(.*)", re.S)
DIGITS = re.compile(r"\d+")
FIGURE = re.compile(r"-?[\d,]+(\.\d+)?%?")
LEAST_LABEL = re.compile(r"[^\d\s,.%-]")


def squeezed(text):
    return re.sub(r"\s", "", text)


def grids_of(program, path):
    """Of each grid its rows: (page, {column: (columns, rows, words)})."""
    run = subprocess.run([program, str(path)], capture_output=True, encoding="utf-8", check=True)
    grids = {}
    for line in run.stdout.split("\n"):
        parts = line.split("\t")
        if len(parts) < 4 or line.startswith("#") or parts[2] == "0":
            continue
        cells = {}
        for part in parts[3:]:
            column, columns, rows, words = CELL.fullmatch(part).groups()
            cells[int(column)] = (int(columns), int(rows), squeezed(words))
        grids.setdefault(int(parts[2]), []).append((int(parts[0]), cells))
    return list(grids.values())


def header_rows(grid):
    """Rows above the first that has a figure or a code."""
    for index, (_, cells) in enumerate(grid):
        if any(FIGURE.fullmatch(words) for _, _, words in cells.values()):
            return index
    return len(grid)


def path_of(grid, headers, column):
    names = []
    for _, cells in grid[:headers]:
        for start, (columns, _, words) in cells.items():
            if start <= column < start + columns:
                names.append(words)
    return "/".join(names)


def keys_of(cells, column):
    """The label nearest on the left, and the code before it."""
    left = sorted((c for c in cells if c < column), reverse=True)
    while left and not LEAST_LABEL.search(cells[left[0]][2]):
        left.pop(0)
    if not left:
        return {""}
    label = left.pop(0)
    code = ""
    while left and DIGITS.fullmatch(cells[left[0]][2]) and len(cells[left[0]][2]) <= 7:
        code = cells[left.pop(0)][2] + code
    return {cells[label][2], code} - {""}


def columns_of(grid):
    return max(c + cell[0] for _, cells in grid for c, cell in cells.items())


def form_matches(grid, index, column, name):
    """Forms whose columns have no header at their top: the name stands somewhere above or on the left."""
    above = any(start <= column < start + cell[0] and cell[2] == name
                for _, cells in grid[:index] for start, cell in cells.items())
    left = any(start < column and cell[2] == name and at + cell[1] > index
               for at, (_, cells) in enumerate(grid[:index + 1]) for start, cell in cells.items())
    return above or left


def placed(grids, gold):
    row, name, value, page = squeezed(gold["row"]), squeezed(gold["column"]), squeezed(gold["value"]), int(gold["page"])
    for grid in grids:
        headers = header_rows(grid)
        for index, (on, cells) in enumerate(grid):
            if on != page:
                continue
            for column in range(columns_of(grid)):
                if cells.get(column, (1, 1, ""))[2] != value or row not in keys_of(cells, column):
                    continue
                if path_of(grid, headers, column) == name or form_matches(grid, index, column, name):
                    return True
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--most-wrong", type=int, default=0)
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    wrong = total = 0
    for table in sorted((options.folder / "gold/cells").glob("*.csv")):
        grids = grids_of(options.program, options.folder / "pdf" / (table.stem + ".pdf"))
        with open(table, encoding="utf-8") as file:
            cells = list(csv.DictReader(file))
        missed = [cell for cell in cells if not placed(grids, cell)]
        print(f"{table.stem}: {len(cells) - len(missed)} of {len(cells)}")
        for cell in missed:
            print("   not there:", cell)
        wrong += len(missed)
        total += len(cells)
    print(f"together: {total - wrong} of {total}")
    return wrong > options.most_wrong or total == 0


if __name__ == "__main__":
    sys.exit(main())
