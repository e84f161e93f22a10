"""Writes a text document of ours in the formats of office programs and browsers, with nothing but the standard library.

    convert.py TEXT FOLDER      FOLDER gets NAME.docx, NAME.xlsx, NAME.html and the folder NAME.csv

Lines with tabs are rows of tables; everything else is a paragraph. The files are as plain as the formats allow: what
real programs write beyond that, unit tests of the readers have.
"""
import csv
import pathlib
import re
import sys
import zipfile
from xml.sax.saxutils import escape

NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}")
TYPES = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/'
         '2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
         '+xml"/><Default Extension="xml" ContentType="application/xml"/>{}</Types>')
RELATIONSHIPS = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.'
                 'openxmlformats.org/package/2006/relationships">{}</Relationships>')
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def blocks_of(text):
    """("p", line) and ("table", rows of equal width), in order."""
    rows = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append([cell.strip() for cell in line.split("\t")])
            continue
        if rows:
            width = max(map(len, rows))
            yield "table", [row + [""] * (width - len(row)) for row in rows]
            rows = []
        if line.strip():
            yield "p", line.strip()


def write_zip(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def relationship(number, kind, target):
    return f'<Relationship Id="rId{number}" Type="{OFFICE}{kind}" Target="{target}"/>'


def override(name, kind):
    return f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'


def word_paragraph(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def word_table(rows):
    grid = '<w:gridCol w:w="1200"/>' * len(rows[0])
    body = "".join("<w:tr>" + "".join(f"<w:tc><w:tcPr><w:tcW w:w='1200' w:type='dxa'/></w:tcPr>{word_paragraph(cell)}</w:tc>"
                                      for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def write_docx(text, path):
    body = "".join(word_paragraph(content) if kind == "p" else word_table(content) for kind, content in blocks_of(text))
    write_zip(path, {
        "[Content_Types].xml": TYPES.format(override("word/document.xml", "wordprocessingml.document.main")),
        "_rels/.rels": RELATIONSHIPS.format(relationship(1, "officeDocument", "word/document.xml")),
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}"><w:body>{body}'
                             "<w:sectPr/></w:body></w:document>"})


def sheets_of(text):
    """A table with the title and notes around it is a sheet, what stands before the first title another."""
    sheets = [[]]
    blocks = list(blocks_of(text))
    for index, (kind, content) in enumerate(blocks):
        following = [one for one, _ in blocks[index + 1:index + 5]]
        if kind == "p" and content.endswith("表") and not content.startswith("公开") and "table" in following:
            sheets.append([])
        sheets[-1] += content if kind == "table" else [[content]]
    return sheets


def reference(row, column):
    letters = ""
    while column >= 0:
        letters = chr(65 + column % 26) + letters
        column = column // 26 - 1
    return f"{letters}{row + 1}"


def sheet_cell(row, column, text):
    where = reference(row, column)
    if not text:
        return ""
    if NUMBER.fullmatch(text):  # a number is a number, shown by its format
        return f'<c r="{where}" s="1"><v>{text.replace(",", "")}</v></c>'
    return f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def sheet_xml(rows):
    body = "".join(f'<row r="{number + 1}">' + "".join(sheet_cell(number, column, text) for column, text in enumerate(row))
                   + "</row>" for number, row in enumerate(rows))
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{SHEET}"><sheetData>{body}</sheetData></worksheet>'


def write_xlsx(text, path):
    sheets = sheets_of(text)
    numbers = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="表{number}" sheetId="{number}" r:id="rId{number}"/>' for number in numbers)
    links = [relationship(number, "worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    links.append(relationship(len(sheets) + 1, "styles", "styles.xml"))
    kinds = [override(f"xl/worksheets/sheet{number}.xml", "spreadsheetml.worksheet") for number in numbers]
    kinds += [override("xl/workbook.xml", "spreadsheetml.sheet.main"), override("xl/styles.xml", "spreadsheetml.styles")]
    parts = {
        "[Content_Types].xml": TYPES.format("".join(kinds)),
        "_rels/.rels": RELATIONSHIPS.format(relationship(1, "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": RELATIONSHIPS.format("".join(links)),
        "xl/workbook.xml": f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{SHEET}" xmlns:r="{OFFICE[:-1]}">'
                           f"<sheets>{listed}</sheets></workbook>",
        "xl/styles.xml": f'<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="{SHEET}"><fonts count="1"><font/></fonts>'
                         '<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>'
                         '</cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="4" applyNumberFormat="1"/>'
                         "</cellXfs></styleSheet>"}
    parts.update({f"xl/worksheets/sheet{number}.xml": sheet_xml(rows) for number, rows in enumerate(sheets, 1)})
    write_zip(path, parts)


def write_csv(text, folder):
    """One file a sheet: CSV knows no more than a table."""
    folder.mkdir()
    for number, rows in enumerate(sheets_of(text), 1):
        with open(folder / f"{number:02}.csv", "w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)


def html_table(rows):
    return "<table border=1>" + "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
                                        for row in rows) + "</table>\n"


def write_html(text, path):
    body = "".join(f"<p>{escape(content)}</p>\n" if kind == "p" else html_table(content)
                   for kind, content in blocks_of(text))
    page = ('<!DOCTYPE html><html><head><meta charset="gb2312"><title>公开</title><script>var x = "1.00";</script></head>'
            f'<body><table width="100%"><tr><td>{body}</td></tr></table></body></html>')
    path.write_bytes(page.encode("gb18030"))


def convert(source, folder):
    text = source.read_text(encoding="utf-8")
    made = {suffix: folder / f"{source.stem}.{suffix}" for suffix in ("docx", "xlsx", "html", "csv")}
    write_docx(text, made["docx"])
    write_xlsx(text, made["xlsx"])
    write_html(text, made["html"])
    write_csv(text, made["csv"])  # a folder
    return made


if __name__ == "__main__":
    convert(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
