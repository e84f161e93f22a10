"""Prints what a workbook holds, one fact a line, by the standard library only."""
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def main(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(content)
    strings = []
    if "xl/sharedStrings.xml" in parts:
        for item in ET.fromstring(parts["xl/sharedStrings.xml"]):
            strings.append("".join(text.text or "" for text in item.iter(MAIN + "t")))
    styles = ET.fromstring(parts["xl/styles.xml"])
    formats = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(MAIN + "numFmt")}
    formats.update({"0": "General", "3": "#,##0", "4": "#,##0.00"})
    styles_of_cells = list(styles.find(MAIN + "cellXfs"))
    workbook = ET.fromstring(parts["xl/workbook.xml"])
    for name in workbook.iter(MAIN + "definedName"):
        print("name", name.get("name"), name.text)
    for number, sheet in enumerate(workbook.find(MAIN + "sheets"), 1):
        print("sheet", sheet.get("name"))
        root = ET.fromstring(parts["xl/worksheets/sheet%d.xml" % number])
        for cell in root.iter(MAIN + "c"):
            value = cell.find(MAIN + "v")
            style = styles_of_cells[int(cell.get("s", "0"))]
            if value is None:
                print("cell", cell.get("r"), "blank")
            elif cell.get("t") == "s":
                print("cell", cell.get("r"), "text", strings[int(value.text)].replace("\n", "|"))
            else:
                print("cell", cell.get("r"), "number", value.text, formats[style.get("numFmtId")])
        for merged in root.iter(MAIN + "mergeCell"):
            print("merged", merged.get("ref"))
        for pane in root.iter(MAIN + "pane"):
            print("frozen above", pane.get("topLeftCell"))
        for page in root.iter(MAIN + "pageSetup"):
            print("page", page.get("orientation"), "paper", page.get("paperSize"), "high", page.get("fitToHeight"))
        for wide in root.iter(MAIN + "pageSetUpPr"):
            print("fit", wide.get("fitToPage"))
    created = re.search(rb"<dcterms:created[^>]*>([^<]*)", parts["docProps/core.xml"])
    print("created", created.group(1).decode())


if __name__ == "__main__":
    main(sys.argv[1])
