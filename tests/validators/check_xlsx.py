"""Checks that spreadsheet files open, calculate nothing, and are made to be read.

No formula, no link to other files, no macro: what people typed must not run on somebody's computer. Each sheet needs a bold heading row
that stays in view, a filter, and a title in the file's properties.
"""

import argparse
import zipfile

import openpyxl
from common import run

FORBIDDEN = ("vbaProject", "externalLink", "connections.xml", "activeX", "embeddings/")


def package(path, faults):
    with zipfile.ZipFile(path) as parts:
        faults.expect(parts.testzip() is None, "a part is damaged")
        for name in parts.namelist():
            faults.expect(not any(word in name for word in FORBIDDEN), f"holds {name}")


def sheet_rules(sheet, faults):
    name = sheet.title
    faults.expect(sheet.freeze_panes == "A2", f"{name}: the heading row does not stay in view")
    faults.expect(bool(sheet.auto_filter.ref), f"{name}: no filter")
    headings = next(sheet.iter_rows(min_row=1, max_row=1), ())
    faults.expect(bool(headings), f"{name}: no headings")
    for cell in headings:
        faults.expect(bool(cell.value) and cell.font.bold, f"{name}: heading {cell.coordinate} is empty or not bold")
    for row in sheet.iter_rows():
        for cell in row:
            faults.expect(cell.data_type != "f", f"{name}: {cell.coordinate} is a formula: {cell.value!r}")
            faults.expect(cell.data_type != "e", f"{name}: {cell.coordinate} is an error: {cell.value!r}")
            faults.expect(cell.hyperlink is None, f"{name}: {cell.coordinate} is a link")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--says", action="append", default=[], metavar="TEXT", help="text that must be a whole cell; may be repeated")
    options = parser.parse_args()

    def check(path, faults):
        package(path, faults)
        book = openpyxl.load_workbook(path)
        faults.expect(bool(book.properties.title), "no title")
        faults.expect(bool(book.properties.created), "no time of making")
        for sheet in book.worksheets:
            sheet_rules(sheet, faults)
        cells = {cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
        for text in options.says:
            faults.expect(text in cells, f"no cell says {text!r}")

    run(options.files, check)


if __name__ == "__main__":
    main()
