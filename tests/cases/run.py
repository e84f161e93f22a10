"""Runs end-to-end cases: a command line in a copy of a folder, and everything that it must leave behind.

    run.py [--update] --program BIN/mingzhang CASE...

A case is a folder with
    command          the command line; {program}, {bin} (its folder) and {case} (the copy) stand for paths
    exit             the exit code
    expected         standard output, or
    expected.json    standard output as JSON, compared after parsing
    expected-stderr  standard error; without it there must be none
    expected-files/  files that the command must have written; NAME.xlsx.txt holds the cells of NAME.xlsx
    copies           files of the repository that the command needs, one a line
    generate         a Python script that makes inputs which are too large or too odd to be kept; it runs in the copy
    environment      NAME=VALUE, one a line
    as-anybody       present: root, too, is held to the permissions of files
    story.md         what once went wrong and may not come back
and the input files themselves. The command runs in the copy; files that appear there, change or vanish and are not
expected are a failure.
"""
import argparse
import difflib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

CASES = pathlib.Path(__file__).resolve().parent
REPOSITORY = CASES.parents[1]
XLSX_READER = REPOSITORY / "tests/unit/formats/xlsx_contents.py"
OWN = {"command", "exit", "expected", "expected.json", "expected-stderr", "expected-files", "copies", "generate",
       "environment", "as-anybody", "story.md"}
SECONDS = 120
# Without these two, root may do with files what their owner may.
AS_ANYBODY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


class Failed(Exception):
    pass


def text_of(content):
    """Bytes that are no UTF-8 are shown, not lost."""
    return content.decode("utf-8", "backslashreplace")


def load(path):
    with open(path, encoding="utf-8", newline="") as file:  # line ends are part of what is compared
        return file.read()


def pretty(text):
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
    except ValueError as error:
        raise Failed(f"standard output is no JSON: {error}\n{text[:2000]}")


def cells_of(path):
    done = subprocess.run([sys.executable, XLSX_READER, path], capture_output=True, check=False)
    if done.returncode != 0:
        raise Failed(f"{path.name} is no good workbook:\n{text_of(done.stderr)}")
    return re.sub(r"(?m)^created .*\n", "", text_of(done.stdout))


class Case:
    def __init__(self, folder, program):
        self.folder = folder
        self.program = program
        self.copy = None

    def read(self, name, default=""):
        path = self.folder / name
        return load(path) if path.exists() else default

    def fill(self, text):
        for name, value in (("program", self.program), ("bin", self.program.parent), ("case", self.copy)):
            text = text.replace("{" + name + "}", str(value))
        return text

    def hide(self, text):
        """Paths of this run back into placeholders."""
        return text.replace(str(self.copy), "{case}").replace(str(self.program.parent), "{bin}")

    def prepare(self):
        for entry in self.folder.iterdir():
            if entry.name in OWN:
                continue
            (shutil.copytree if entry.is_dir() else shutil.copy2)(entry, self.copy / entry.name)
        for name in self.read("copies").split():
            shutil.copy2(REPOSITORY / name, self.copy)
        if (self.folder / "generate").exists():
            subprocess.run([sys.executable, self.folder / "generate", self.program.parent], cwd=self.copy, check=True)

    def snapshot(self):
        """Every file under the copy with its content, as text; large ones by their size."""
        files = {}
        for path in sorted(self.copy.rglob("*")):
            if path.is_symlink() or not path.is_file() or not os.access(path, os.R_OK):
                continue
            name = path.relative_to(self.copy).as_posix()
            large = path.stat().st_size > 1_000_000
            files[name] = f"{path.stat().st_size} bytes" if large else path.read_bytes()
        return files

    def execute(self):
        # Whoever runs the tests may have settings of their own; a case has only those that it names.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("MINGZHANG_")}
        for line in self.read("environment").splitlines():
            name, value = line.split("=", 1)
            environment[name] = self.fill(value)
        command = [self.fill(word) for word in shlex.split(self.read("command"))]
        if (self.folder / "as-anybody").exists() and os.geteuid() == 0:
            command = AS_ANYBODY + command
        try:
            return subprocess.run(command, cwd=self.copy, env=environment, stdin=subprocess.DEVNULL,
                                  capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise Failed(f"still running after {SECONDS} s")

    def observe(self):
        """What the command did, by the names under which it is expected."""
        before = self.snapshot()
        done = self.execute()
        output = self.hide(text_of(done.stdout))
        as_json = (self.folder / "expected.json").exists()
        seen = {"exit": f"{done.returncode}\n"}
        seen["expected.json" if as_json else "expected"] = pretty(output) if as_json else output
        seen["expected-stderr"] = self.hide(text_of(done.stderr))
        after = self.snapshot()
        for name in sorted(set(before) | set(after)):
            if before.get(name) == after.get(name):
                continue
            if name not in after:
                seen["expected-files/" + name] = "(removed)\n"
            elif name.endswith(".xlsx"):
                seen[f"expected-files/{name}.txt"] = cells_of(self.copy / name)
            else:
                seen["expected-files/" + name] = self.hide(text_of(after[name]))
        return seen

    def expectation(self):
        wanted = {name: self.read(name) for name in ("exit", "expected-stderr")}
        name = "expected.json" if (self.folder / "expected.json").exists() else "expected"
        wanted[name] = pretty(self.read(name)) if name.endswith("json") and self.read(name) else self.read(name)
        for path in sorted((self.folder / "expected-files").rglob("*")):
            if path.is_file():
                wanted[path.relative_to(self.folder).as_posix()] = load(path)
        return wanted

    def run(self, update):
        with tempfile.TemporaryDirectory(prefix="mingzhang-case-") as scratch:
            self.copy = pathlib.Path(scratch).resolve() / "case"
            self.copy.mkdir()
            self.prepare()
            seen = self.observe()
        wanted = self.expectation()
        if update:
            self.write(seen, wanted)
            return ""
        return "".join(difference(wanted.get(name, ""), seen.get(name, ""), name)
                       for name in sorted(set(seen) | set(wanted)))

    def write(self, seen, wanted):
        for name in set(wanted) - set(seen):
            (self.folder / name).unlink(missing_ok=True)
        for name, content in seen.items():
            path = self.folder / name
            if content or name == "expected":
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8", newline="")
            else:
                path.unlink(missing_ok=True)


def difference(wanted, seen, name):
    if wanted == seen:
        return ""
    lines = difflib.unified_diff(wanted.splitlines(keepends=True), seen.splitlines(keepends=True),
                                 name + " (wanted)", name + " (seen)")
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--update", action="store_true", help="write what is seen as what is wanted")
    parser.add_argument("cases", nargs="*", type=pathlib.Path, help="folders; all if none is named")
    arguments = parser.parse_args()
    folders = arguments.cases or sorted(path.parent for path in CASES.glob("*/command"))
    code = 0
    for folder in folders:
        try:
            report = Case(folder.resolve(), arguments.program.resolve()).run(arguments.update)
        except Failed as failure:
            report = f"{failure}\n"
        if report:
            print(f"{folder.name}: FAILED\n{report}")
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
