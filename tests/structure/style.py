#!/usr/bin/env python3
"""Rules of the house that neither the compiler nor clang-format holds.

    style.py ROOT        tells every breach in the files of the project; exit code 1 if there is one
    style.py --self-test ROOT   plants breaches in a copy and expects each of them to be told
"""
import pathlib
import re
import shutil
import sys
import tempfile
import tomllib
import unicodedata

MOST_LINES = 450  # of a file in src/; new ones aim at less than 300
MOST_COLUMNS = 120

ALL_FOLDERS = ("src", "tests", "fuzz", "bench", ".ci", "cmake", "data", "docs", "examples", "scripts")
CODE_SUFFIXES = {"", ".cmake", ".cpp", ".h", ".py"}  # scripts have none
TEXT_SUFFIXES = {*CODE_SUFFIXES, ".csv", ".json", ".md", ".toml", ".txt"}

UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
# What a template leaves in a document for its user to fill in: the checker looks for it.
RESIDUE = re.compile(r'"[^"]*XXX[^"]*"')
MACHINE_PATH = re.compile(r"(?<![\w.${}])/(?:work|home|root|Users)/\w")
PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")

# A rule is given where a finding is made, and where a law is named (every such word in src/laws).
RULE_GIVEN = re.compile(r'(?:finding_on|finding_at|performance_finding|prose_finding|\badd)\(\s*"([a-z-]+)"|\btell\(\s*"([a-z]+-[a-z-]+)"')
LAW_NAME = re.compile(r'"([a-z]+(?:-[a-z]+)*)"')
RULE_COMPARED = re.compile(r'\brule\s*[=!]=\s*"([a-z-]+)"')


def columns(line):
    """Width on a terminal: Chinese characters take two columns, as for clang-format."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def files_in(root, folders, suffixes):
    """(path, name) of files below the folders."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix in suffixes:
                yield path, path.relative_to(root).as_posix()


def files_beside(root, suffixes):
    """Those that lie in the root itself."""
    return ((path, path.name) for path in sorted(root.iterdir())
            if path.is_file() and path.suffix in suffixes and path.name != ".git")


def text_of(path):
    """The text of a file, or nothing of one that is not meant to be UTF-8 (inputs of tests)."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return ""


def lengths(root):
    for path, name in files_in(root, ("src",), {".cpp", ".h"}):
        count = text_of(path).count("\n")
        if count > MOST_LINES:
            yield f"{name}: {count} lines, {MOST_LINES} at most"
    # Not of tests, which quote lines of documents; clang-format holds them to what can be broken.
    for path, name in files_in(root, ("src", "fuzz", "bench"), {".cpp", ".h"}):
        for number, line in enumerate(text_of(path).split("\n"), 1):
            if columns(line) > MOST_COLUMNS:
                yield f"{name}:{number}: {columns(line)} columns, {MOST_COLUMNS} at most"


def words(root):
    files = [*files_beside(root, TEXT_SUFFIXES), *files_in(root, ALL_FOLDERS, TEXT_SUFFIXES)]
    for path, name in files:
        if name == "tests/structure/style.py":  # which has to name what it forbids
            continue
        case = name.startswith(("tests/cases/", "fuzz/corpus/"))  # input and output, not code
        code = not case and (path.suffix in CODE_SUFFIXES or path.name == "CMakeLists.txt")
        invented = name.startswith(("tests/", "examples/", "fuzz/corpus/")) or name == "data/rule_examples.toml"
        for number, line in enumerate(text_of(path).split("\n"), 1):
            place = f"{name}:{number}"
            if code and not name.startswith("tests/cases/") and UNFINISHED.search(RESIDUE.sub("", line)):
                yield f"{place}: unfinished work is no comment"
            if MACHINE_PATH.search(line):
                yield f"{place}: path of one machine"
            if not invented and PHONE.search(line):
                yield f"{place}: looks like a telephone number"


def rule_ids(root):
    """The ids that the sources give to findings, and those that they ask for."""
    given, compared = set(), set()
    for path, name in files_in(root, ("src",), {".cpp", ".h"}):
        text = text_of(path)
        given.update(a or b for a, b in RULE_GIVEN.findall(text))
        compared.update(RULE_COMPARED.findall(text))
        if name.startswith("src/laws/") and path.suffix == ".cpp":
            given.update(LAW_NAME.findall(text))
    return given, compared


def rules(root):
    with (root / "data/rules.toml").open("rb") as file:
        known = {rule["id"] for rule in tomllib.load(file)["rule"]}
    given, compared = rule_ids(root)
    for rule in sorted((given | compared) - known):
        yield f"data/rules.toml: the rule '{rule}' is used in src/ and not described"
    for rule in sorted(known - given):
        yield f"data/rules.toml: the rule '{rule}' is described, but nothing in src/ gives it"


def breaches(root):
    return [breach for check in (lengths, words, rules) for breach in check(root)]


# File, what is appended to it, and a part of what must be said of it.
PLANTED = [
    ("src/money/fen.cpp", "// line\n" * MOST_LINES, "lines, 450 at most"),
    ("src/money/fen.h", "// " + "长" * 59 + "\n", "121 columns"),
    ("src/text/utf8.h", "// TO" + "DO: more\n", "unfinished work"),
    ("tests/unit/money/fen_test.cpp", "// FIX" + "ME\n", "unfinished work"),
    ("src/text/utf8.cpp", '// see /ho' + 'me/user/notes\n', "path of one machine"),
    ("src/report/json.cpp", "// ring 1380000" + "0000\n", "telephone number"),
    ("src/check/typing.cpp", '// add("no-such-rule", x)\n', "'no-such-rule' is used in src/ and not described"),
    ("data/rules.toml", '\n[[rule]]\nid = "never-given"\n', "'never-given' is described, but nothing in src/"),
]


def self_test(root):
    failures = []
    before = set(breaches(root))
    for file, addition, expected in PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "copy"
            for part in ("src", "tests", "data"):
                shutil.copytree(root / part, copy / part)
            with (copy / file).open("a", encoding="utf-8") as changed:
                changed.write(addition)
            told = [breach for breach in breaches(copy) if breach not in before]
        if not any(expected in breach for breach in told):
            failures.append(f"planted in {file}: expected '{expected}', told {told}")
    return failures


def main(arguments):
    root = pathlib.Path(arguments[-1]).resolve()
    found = self_test(root) if arguments[0] == "--self-test" else breaches(root)
    for breach in found:
        print(breach)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
