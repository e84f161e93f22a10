"""One document in many formats says the same: `mingzhang read` must find the same statements in each.

    same.py --program BIN/mingzhang TEXT...

Compared are the statements with their cells, figures and words, in order; not the places, which differ by nature. Where
LibreOffice is installed, it makes further formats of the .docx and the .xlsx: those it writes as other programs do.
"""
import argparse
import difflib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import convert

# (from, to): both directions go through the filters of another office program.
BY_LIBREOFFICE = [("docx", "odt"), ("docx", "doc"), ("docx", "rtf"), ("xlsx", "ods"), ("xlsx", "xls")]


def statements(program, path):
    done = subprocess.run([program, "read", path], capture_output=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{path.name}: exit {done.returncode}\n{done.stderr.decode()}")
    found = json.loads(done.stdout)
    lines = []
    for statement in found["statements"]:
        statement.pop("places")
        lines.append(json.dumps(statement, ensure_ascii=False, sort_keys=True))
    return lines + [f"unread: {one['quote']}" for one in found["unread"]]


def by_libreoffice(made, folder):
    if shutil.which("soffice") is None:
        return
    for source, target in BY_LIBREOFFICE:
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", target,
                   "--outdir", folder, made[source]]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
        made[target] = folder / f"{made[source].stem}.{target}"
    # Read back and written by it, the .docx is as LibreOffice writes it.
    back = folder / "again"
    for source, target in [("odt", "docx"), ("ods", "xlsx")]:
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", target,
                   "--outdir", back, made[source]]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
        made["again." + target] = back / f"{made[source].stem}.{target}"


def compare(program, source):
    wanted = statements(program, source)
    failures = []
    with tempfile.TemporaryDirectory(prefix="mingzhang-same-") as scratch:
        folder = pathlib.Path(scratch)
        made = convert.convert(source, folder)
        by_libreoffice(made, folder)
        for name, path in made.items():
            seen = statements(program, path)
            if seen == wanted:
                print(f"{source.name} as {name}: the same {len(seen)} statements")
                continue
            lines = [line for line in difflib.unified_diff(wanted, seen, "txt", name, lineterm="", n=0)]
            failures.append(f"{source.name} as {name}:\n" + "\n".join(lines[:20]))
    return failures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("documents", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    failures = [failure for document in arguments.documents for failure in compare(arguments.program, document)]
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
