"""Says the same in other words, as other offices do, and asks whether the program still reads all of it.

    wordings.py --program BIN/mingzhang

Every phrase of WORDS is exchanged throughout a correct document. Nothing in it becomes wrong: an error is a false one,
and a number that is no longer read is a wording that a profile lacks.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

EXAMPLES = pathlib.Path(__file__).resolve().parents[1] / "examples"
UNREAD = 3  # numbers that one exchange may cost at most
WORDS = [("比上年", "较上年"), ("比上年", "与上年相比"), ("比上年决算", "比上年"), ("与上年相比，", "较上年"),
         ("与上年相比", "比上年"), ("主要原因是", "主要是"), ("主要原因是：", "原因是"), ("主要是", "主要原因是"),
         (" 万元", "万元"), ("增加", "增长"), ("下降", "减少"), ("增长 ", "增幅 "), ("增长 ", "增长率为 "), ("其中：", "其中，"),
         ("0.00 万元", "0 万元"), ("0.00 万元", "0.00万元")]
# Words that no profile knows: what is unread then must not make a sum of the rest wrong.
UNKNOWN = [("增长 ", "升 "), ("；", "，"), ("决算数为", "决算数系")]
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def check(program, text):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        done = subprocess.run([program, "check", "--format", "json", file.name], capture_output=True, check=False)
    report = json.loads(done.stdout)
    return report["findings"], report["coverage"]["unread"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path, required=True)
    program = parser.parse_args().program
    tried, wrong = 0, 0
    for example in sorted(EXAMPLES.glob("*-clean.txt")):
        text = example.read_text(encoding="utf-8")
        variants = [(f"{old} -> {new}", text.replace(old, new)) for old, new in WORDS if old in text]
        for name, variant in [*variants, ("full width", text.translate(FULL_WIDTH))]:
            findings, unread = check(program, variant)
            told = [finding["message"] for finding in findings if finding["severity"] != "note"]
            tried += 1
            if told or unread > UNREAD:
                wrong += 1
                print(f"{example.name}, {name}: {unread} unread, {told}")
        for old, new in UNKNOWN:
            errors = [finding["message"] for finding in check(program, text.replace(old, new))[0]
                      if finding["severity"] == "error"]
            tried += 1
            wrong += bool(errors)
            for message in errors:
                print(f"{example.name}, {old} -> {new}: {message}")
    print(f"{tried} wordings, {wrong} not understood")
    return 0 if tried and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
