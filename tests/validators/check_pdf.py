"""Checks that PDF files are PDF/UA-1 and PDF/A, and that a screen reader has something to say.

Two independent checkers look at each file: `page` runs the rules of both standards, `outloud` those of PDF/UA-1 and the sense of it
(headings, reading order, alternative texts); its warnings count as faults. Last, pypdf must find language, title and text.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import page
import pypdf
from common import run

ARCHIVE = {"a2a": page.ValidationProfile.PDF_A_2A, "a3a": page.ValidationProfile.PDF_A_3A}


def standards(path, faults, archive):
    for profile in (page.ValidationProfile.PDF_UA_1, ARCHIVE[archive]):
        report = page.validate_pdf(path, profile=profile)
        for failure in report.failures:
            faults.add(f"{profile.value}: {failure.rule_id}: {failure.message}")
        faults.expect(report.rules.total > 50, f"{profile.value}: only {report.rules.total} rules were run")


def read_out(path, faults):
    program = Path(sys.executable).with_name("outloud")
    command = [program, "--fail-on", "warning", "--no-info", path]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if result.returncode != 0:
        faults.add("outloud: " + " / ".join((result.stdout + result.stderr).split("\n")).strip())


def contents(path, faults, wanted):
    pdf = pypdf.PdfReader(path)
    root = pdf.trailer["/Root"]
    faults.expect(str(root.get("/Lang", "")).startswith(("da", "en")), f"language is {root.get('/Lang')!r}")
    faults.expect(bool(root.get("/MarkInfo", {}).get("/Marked")), "not tagged")
    faults.expect(bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")), "the window would show the file name, not the title")
    faults.expect(bool(pdf.metadata and pdf.metadata.title), "no title")
    # Extraction breaks lines where the layout does, so blanks are left out of the comparison.
    text = "".join("".join(sheet.extract_text() for sheet in pdf.pages).split())
    faults.expect(bool(text), "no text")
    for piece in wanted:
        faults.expect("".join(piece.split()) in text, f"does not say {piece!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--archive", choices=sorted(ARCHIVE), default="a2a", help="which PDF/A (default: a2a; a3a has files inside)")
    parser.add_argument("--says", action="append", default=[], metavar="TEXT", help="text that must be in each file; may be repeated")
    options = parser.parse_args()

    def check(path, faults):
        standards(path, faults, options.archive)
        read_out(path, faults)
        contents(path, faults, options.says)

    run(options.files, check)


if __name__ == "__main__":
    main()
