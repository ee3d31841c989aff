"""A Word file as the tests read it: its content controls by tag, its headings and its tables."""

import re
import subprocess
import zipfile
from pathlib import Path

import docx
from docx.oxml.ns import qn


def controls(path: Path) -> dict[str, str | None]:
    """Each content control's text by tag; None where it is still a place to write."""
    body = docx.Document(str(path)).element.body
    found = {}
    for control in body.iter(qn("w:sdt")):
        tag = next(control.iter(qn("w:tag"))).get(qn("w:val"))
        assert tag not in found, f"{tag} stands twice"
        waiting = next(control.iter(qn("w:showingPlcHdr")), None) is not None
        found[tag] = None if waiting else text_of(control)
    return found


def text_of(control) -> str:
    """The text of a control, a line break as a new line."""
    pieces = control.find(qn("w:sdtContent")).iter(qn("w:t"), qn("w:br"))
    return "".join("\n" if piece.tag == qn("w:br") else piece.text or "" for piece in pieces)


def headings(path: Path, level: int) -> list[str]:
    """The headings of a level, in order."""
    return [one.text for one in docx.Document(str(path)).paragraphs if one.style.name.lower() == f"heading {level}"]


def tags_of(field) -> list[str]:
    """The tags a field of data/documents/ has in its blank Word file."""
    if field.kind in ("person", "signature"):
        return [f"{field.id}--{part}" for part in ("name", "role" if field.kind == "person" else "date")]
    if field.kind == "table":
        rows = len(field.rows) or 3
        return [f"{field.id}--{row}--{column.id}" for row in range(1, rows + 1) for column in field.columns]
    return [field.id]


def to_pdf(paths: list[Path], into: Path) -> list[Path]:
    """LibreOffice's PDF of each file, all in one run."""
    command = ["soffice", f"-env:UserInstallation={(into / 'profil').as_uri()}", "--headless", "--convert-to", "pdf"]
    told = subprocess.run(
        [*command, "--outdir", str(into), *map(str, paths)], capture_output=True, text=True, timeout=300, check=False
    )
    assert told.returncode == 0 and not re.search("error", told.stderr + told.stdout, re.IGNORECASE), told
    return [into / f"{path.stem}.pdf" for path in paths]


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a Word file by name."""
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
