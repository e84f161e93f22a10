#!/usr/bin/env python3
"""Code and documentation list the same things.

    agree.py ROOT               tells every key, option, code or variable that the program knows and the docs do not name
    agree.py --self-test ROOT   plants such things in a copy and expects each of them to be told
"""
import pathlib
import re
import shutil
import sys
import tempfile

TOML_KEY = re.compile(r'(?:\.|->)(?:string|strings|boolean|integer|cell|table|tables|array|has)\("([a-z_-]+)"')
QUOTED = re.compile(r'"([a-z][a-z0-9_-]*)"')
# What the program knows: files, a pattern for names in them, optionally the part between two marks, and where each is named.
SOURCES = [
    ("key of a profile", "src/profile/load_*.cpp", TOML_KEY, None, ["docs/profiles.md"]),
    ("type of a slot", "src/profile/pattern.cpp", QUOTED, ("type_names = {", "}};"), ["docs/profiles.md"]),
    ("dimension", "src/cube/cell.cpp", QUOTED, ("dimension_names = {", "};"), ["docs/profiles.md", "docs/json.md"]),
    ("claim", "src/profile/load_wording.cpp", QUOTED, ("> claims = {", "};"), ["docs/profiles.md", "docs/json.md"]),
    ("meaning of a slot", "src/profile/load_wording.cpp", QUOTED, ("> roles = {", "};"), ["docs/profiles.md"]),
    ("key of JSON", "src/report/json*.cpp", re.compile(r'(?:\{|json\[|place\[|error\[)"([a-z_]+)"'), None, ["docs/json.md"]),
    ("option", "src/cli/*.cpp", re.compile(r'"(?:-h,)?(--[a-z-]+)"'), None, ["docs/user.md"]),
    ("environment variable", "src/**/*.cpp", re.compile(r'getenv\("([A-Z_]+)"'), None, ["docs/administrator.md"]),
    ("reason why a file is not read", "src/work/unreadable.cpp", re.compile(r'\{"([a-z-]+)",'), None,
     ["docs/user.md", "docs/json.md"]),
    ("reason or notice", "src/report/words.cpp", re.compile(r'\{"([a-z0-9-]+)",\s*\{'), None, ["docs/user.md", "docs/json.md"]),
    ("preset", "CMakePresets.json", re.compile(r'"configurePreset": "([a-z]+)"'), None, ["docs/developer.md"]),
]


def names(root, pattern, regex, between):
    found = set()
    for path in sorted(root.glob(pattern)):
        text = path.read_text(encoding="utf-8")
        if between:
            begin = text.find(between[0])
            if begin < 0:
                sys.exit(f"agree.py: {pattern} has no '{between[0]}'")
            text = text[begin : text.index(between[1], begin)]
        found.update(regex.findall(text))
    if not found:
        sys.exit(f"agree.py: nothing found in {pattern}")
    return found


def rooms(root):
    """The table of the house in ARCHITECTURE.md says of each room what its line in CMakeLists.txt says."""
    plan = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    page = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for name, known in re.findall(r"^room\((\w+)\s*([^)]*)\)", plan, re.MULTILINE):
        row = re.search(rf"^\| `{name}/` \|.*\| ([^|]*) \|$", page, re.MULTILINE)
        said = set(re.findall(r"\w+", row[1])) - {"nothing"} if row else None
        if said != set(known.split()):
            yield f"ARCHITECTURE.md does not say of the room {name} what CMakeLists.txt says"


def disagreements(root):
    told = list(rooms(root))
    for what, pattern, regex, between, pages in SOURCES:
        for page in pages:
            text = (root / page).read_text(encoding="utf-8")
            for name in sorted(names(root, pattern, regex, between)):
                # Named as code, by itself or within a piece of code: `name`, `[list.NAME]`, `--name PATH`.
                if not re.search(r"`[^`\n]*(?<![\w-])" + re.escape(name) + r"(?![\w-])[^`\n]*`", text):
                    told.append(f"{page} does not name the {what} {name}")
    return told


PLANTED = [
    ("src/profile/load_form.cpp", '// table.string("no_such_key")\n', "key of a profile no_such_key"),
    ("src/cli/check.cpp", '// "--no-such-option"\n', "option --no-such-option"),
    ("src/work/unreadable.cpp", '// {"no-such-code",\n', "reason why a file is not read no-such-code"),
    ("src/reader/sandbox.cpp", '// getenv("NO_SUCH_VARIABLE")\n', "environment variable NO_SUCH_VARIABLE"),
    ("src/report/json.cpp", '// {"no_such_member"\n', "key of JSON no_such_member"),
    ("CMakeLists.txt", "room(attic money)\n", "the room attic"),
]


def self_test(root):
    failures = []
    for file, addition, expected in PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "copy"
            for part in ("src", "docs"):
                shutil.copytree(root / part, copy / part)
            for part in ("CMakeLists.txt", "CMakePresets.json", "ARCHITECTURE.md"):
                shutil.copy(root / part, copy)
            with (copy / file).open("a", encoding="utf-8") as changed:
                changed.write(addition)
            told = disagreements(copy)
        if not any(expected in one for one in told):
            failures.append(f"planted in {file}: expected '{expected}', told {told}")
    return failures


def main(arguments):
    root = pathlib.Path(arguments[-1]).resolve()
    told = self_test(root) if arguments[0] == "--self-test" else disagreements(root)
    for one in told:
        print(one)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
