"""Changes one figure in a correct document and asks whether the program notices.

    mutations.py --program BIN/mingzhang [--seed N] [--changes N | --all] [EXAMPLE...]

Of all printed figures BOUND per cent are bound by a law; the others are listed by the words of their clauses (--all).

Only figures that laws bind are changed (`read --format json` tells which), and by a clear amount: two digits swapped, a
digit slipped, the point moved, a copy from the line above. Noticed is what gives an error or a warning with the changed
line among its places. Every one counts as a finding, so that a slip which is told twice costs. What only a part-of
relation binds may change within it unnoticed, and so may a sum of many parts by its rounding: hence not all, but nearly
all.
"""
import argparse
import collections
import decimal
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[1]
NOTICED = 99.0  # per cent, at least
BOUND = 90.0  # per cent of the figures, at least, over all examples
FINDINGS = 1.5  # for a change, on average at most
# Of the figure: less may be a tail of rounding. Rates follow from rounded amounts, which may be small.
CLEAR = {True: decimal.Decimal("0.05"), False: decimal.Decimal("0.03")}
SECONDS = 60  # then the rest is left out: a machine that is so slow has other troubles

Figure = collections.namedtuple("Figure", "line begin end text claim quote")
NUMBER = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")


def run(program, *words):
    done = subprocess.run([program, *words], capture_output=True, check=False, timeout=60)
    return json.loads(done.stdout)


def share_bound(statements):
    """Bound figures, all figures, and the others by the words of their clauses. Words of direction are none; a count of
    names is held against the names by a rule of its own."""
    bound, others = 0, collections.Counter()
    for statement in statements:
        claim = statement.get("claim")
        if statement["kind"] not in ("value", "claim") or claim == "direction":
            continue
        if statement["state"] == "bound" or claim == "names":
            bound += 1
        else:
            others[claim or statement.get("role") or statement["cell"].get("item", "?")] += 1
    return bound, bound + sum(others.values()), others


def bound_figures(statements, lines):
    """Places of figures that laws bind. A quote that its line holds oftener than statements do stands for none."""
    quoted = collections.defaultdict(list)
    for statement in statements:
        place = statement["places"][0] if statement["places"] else {"line": 0, "last_line": -1}
        if statement["kind"] != "list" and place["line"] == place["last_line"]:
            quoted[place["line"], place["quote"]].append(statement)
    figures = []
    for (line, quote), statements in quoted.items():
        number, spots = NUMBER.match(quote), spots_of(lines[line - 1], quote)
        if number is None or len(spots) != len(statements):
            continue
        for begin, statement in zip(spots, statements):  # both from left to right
            if statement["kind"] in ("value", "claim") and statement["state"] == "bound":
                figures.append(Figure(line, begin, begin + number.end(), number.group(), statement.get("claim"), quote))
    return sorted(figures, key=lambda figure: (figure.line, figure.begin))


def spots_of(line, quote):
    """Where a quote stands as a whole: 0.00 is no part of 10.00."""
    return [match.start() for match in re.finditer(r"(?<![0-9.,-])" + re.escape(quote) + r"(?![0-9,]|\.[0-9])", line)]


def spelled(value, like):
    places = len(like.partition(".")[2])
    return f"{value:,.{places}f}" if "," in like or ("." in like and abs(value) >= 1000) else f"{value:.{places}f}"


def slips(figure, others):
    """What a hurried person may write instead."""
    value = decimal.Decimal(figure.text.replace(",", ""))
    digits = [place for place, character in enumerate(figure.text) if character.isdigit()]
    for first, second in zip(digits, digits[1:]):
        swapped = list(figure.text)
        swapped[first], swapped[second] = swapped[second], swapped[first]
        yield "swapped", "".join(swapped)
    for place in digits:
        for step in (1, 3):
            digit = str((int(figure.text[place]) + step) % 10)
            yield "slipped", figure.text[:place] + digit + figure.text[place + 1:]
    yield "point", spelled(value * 10, figure.text)
    if others:
        yield "copied", others[-1].text


def is_clear(figure, text):
    old, new = (decimal.Decimal(word.replace(",", "")) for word in (figure.text, text))
    if text[0] == "0" and len(text) > 1 and text[1].isdigit():
        return False
    step = decimal.Decimal(1).scaleb(-len(figure.text.partition(".")[2]))
    return abs(new - old) > max(abs(old) * CLEAR["%" in figure.quote], 3 * step)


def changes(figures, generator):
    """One clear change of each figure, of a kind that chance picks."""
    for index, figure in enumerate(figures):
        nearby = [other for other in figures[:index] if other.line >= figure.line - 2]
        possible = [slip for slip in slips(figure, nearby) if is_clear(figure, slip[1])]
        if possible:
            yield figure, *generator.choice(possible)


class Tally:
    def __init__(self):
        self.changed, self.noticed, self.mended, self.findings, self.unnoticed = 0, 0, 0, 0, []

    def add(self, figure, kind, text, report):
        errors = [finding for finding in report["findings"] if finding["severity"] != "note"]  # and warnings
        places = [place for finding in errors for place in finding["places"]]
        self.changed += 1
        self.findings += len(errors)
        if any(place["line"] <= figure.line <= place.get("last_line", place["line"]) for place in places):
            self.noticed += 1
            self.mended += any(error["places"][0]["line"] == figure.line and error.get("expected") == figure.text
                               for error in errors)
        else:
            self.unnoticed.append(f"line {figure.line}: {figure.quote} -> {text} ({kind}, "
                                  f"{figure.claim or 'value'}): {len(errors)} findings, elsewhere")


def examine(program, example, seed, limit):
    text = example.read_text(encoding="utf-8")
    lines = text.split("\n")
    statements = run(program, "read", example)["statements"]
    figures = bound_figures(statements, lines)
    chosen = list(changes(figures, random.Random(seed)))
    random.Random(seed + 1).shuffle(chosen)
    tally, deadline = Tally(), time.monotonic() + SECONDS
    with tempfile.TemporaryDirectory() as scratch:
        changed = pathlib.Path(scratch) / "changed.txt"
        for figure, kind, word in chosen[:limit]:
            if limit and time.monotonic() > deadline:
                break
            line = lines[figure.line - 1]
            altered = list(lines)
            altered[figure.line - 1] = line[:figure.begin] + word + line[figure.end:]
            changed.write_text("\n".join(altered), encoding="utf-8")
            tally.add(figure, kind, word, run(program, "check", "--format", "json", changed))
    return share_bound(statements), tally


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=20240229)
    parser.add_argument("--changes", type=int, default=160, help="of each example")
    parser.add_argument("--all", action="store_true", help="every figure, however long it takes")
    parser.add_argument("examples", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    examples = arguments.examples or sorted((REPOSITORY / "examples").glob("*-clean.txt"))
    changed = noticed = findings = all_bound = all_figures = 0
    for example in examples:
        (bound, figures, others), tally = examine(arguments.program, example, arguments.seed, None if arguments.all else arguments.changes)
        print(f"{example.name}: {bound} of {figures} figures bound, {tally.changed} changed, {tally.noticed} noticed, "
              f"{tally.mended} told with the right figure, {tally.findings} findings")
        for line in tally.unnoticed:
            print("  unnoticed, " + line)
        if arguments.all:
            print("  not bound: " + ", ".join(f"{words} {count}" for words, count in others.most_common()))
        all_bound, all_figures = all_bound + bound, all_figures + figures
        changed, noticed, findings = changed + tally.changed, noticed + tally.noticed, findings + tally.findings
    share, average = 100 * noticed / max(changed, 1), findings / max(changed, 1)
    bound = 100 * all_bound / max(all_figures, 1)
    print(f"together: {bound:.1f} % bound, {share:.1f} % noticed, {average:.2f} findings a change")
    return 0 if changed > 0 and bound >= BOUND and share >= NOTICED and average <= FINDINGS else 1


if __name__ == "__main__":
    sys.exit(main())
