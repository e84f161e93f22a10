"""Reports as they are handed on: a page that loads nothing and whose links lead somewhere, a PDF with notes.

    reports.py --program BIN/mingzhang REPOSITORY
"""
import argparse
import base64
import hashlib
import html.parser
import pathlib
import re
import subprocess
import sys
import tempfile

# Elements and attributes by which a page could load or run something.
LOADING = {"link", "iframe", "object", "embed", "base", "form", "audio", "video", "img", "source"}


class Page(html.parser.HTMLParser):
    """What a browser would make of it, as far as these tests ask."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.faults, self.pictures = set(), [], [], 0
        self.policy, self.parts, self.inside = "", {"style": "", "script": ""}, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in LOADING:
            self.faults.append(f"element {tag}")
        for name, value in attributes:
            if name.startswith("on") or name in ("style", "src"):
                self.faults.append(f"attribute {name} of {tag}")
            if name == "href" and tag == "image":
                self.pictures += 1
                if not value.startswith("data:image/jpeg;base64,"):
                    self.faults.append("a picture that is not inside")
            elif name == "href":
                self.links.append(value)
        if "id" in given:
            if given["id"] in self.ids:
                self.faults.append(f"two elements have the id {given['id']}")
            self.ids.add(given["id"])
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        self.inside = tag if tag in self.parts else None

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        if self.inside:
            self.parts[self.inside] += data

    def check(self):
        faults = list(self.faults)
        for link in self.links:
            if not link.startswith("#") or link[1:] not in self.ids:
                faults.append(f"a link to {link}, which is not there")
        for part, text in self.parts.items():
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            if f"{part}-src 'sha256-{digest}'" not in self.policy:
                faults.append(f"the policy does not name the {part} of the page")
        if "default-src 'none'" not in self.policy:
            faults.append("the policy allows more than it says")
        return faults


def run(program, *arguments):
    done = subprocess.run([program, "check", *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 3):
        raise AssertionError(f"exit {done.returncode}: {done.stderr}")
    return done.stdout


def small_pdf():
    """Two pages; on the second one a sentence with a fault, in a font that every viewer has."""
    content = b"BT /F0 12 Tf 60 700 Td (Telephone 138-0000-0000) Tj ET"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
               b"/Resources << /Font << /F0 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)]
    out, table = b"%PDF-1.7\n", b"0000000000 65535 f \n"
    for number, body in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    return out + b"xref\n0 %d\n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, start)


def pages_of_text(program, repository):
    examples = sorted(map(str, (repository / "examples").glob("*.txt")))
    single = Page(run(program, "--format", "html", examples[0]))
    several = Page(run(program, "--format", "html", "--lang", "en", *examples, "none.txt"))
    faults = single.check() + several.check()
    if len([one for one in several.ids if re.fullmatch(r"f\d+", one)]) < 20:
        faults.append("the findings of the examples are not listed")
    missing = [one for one in several.ids if re.fullmatch(r"f\d+", one) and "m" + one[1:] not in several.ids]
    return faults + [f"{one} is marked nowhere" for one in missing]


def reports_of_pdf(program, folder):
    source, copy = folder / "in.pdf", folder / "out.pdf"
    source.write_bytes(small_pdf())
    text = run(program, "--format", "html", str(source))
    page = Page(text)
    faults = page.check()
    if page.pictures != 2:
        faults.append(f"{page.pictures} pictures of two pages")
    if "<rect" not in text or "138-0000-0000" in text:
        faults.append("the telephone number is not framed, or not hidden")
    run(program, "--format", "pdf", "--output", str(copy), str(source))
    written = copy.read_bytes()
    if b"/Highlight" not in written:
        faults.append("the copy has no highlight")
    many = folder / "copies"
    many.mkdir()
    (folder / "other.pdf").write_bytes(small_pdf())
    run(program, "--format", "pdf", "--output", str(many), str(source), str(folder / "other.pdf"))
    if sorted(one.name for one in many.iterdir()) != ["in.pdf", "other.pdf"]:
        faults.append("several copies are not under their names")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("repository", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        faults = pages_of_text(arguments.program, arguments.repository)
        faults += reports_of_pdf(arguments.program, pathlib.Path(folder))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
