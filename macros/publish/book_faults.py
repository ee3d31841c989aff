"""What in the content keeps the book from being set: signs its letters lack, and pictures that are none."""

import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import typst

from ..content import FILES, Content
from ..problems import Place, Problem, place_in
from .book_letters import STANDARD, copy_letters, letters

SHEET = b'#set document(title: "A")\n#set text(font: ("Source Serif Pro", "Source Sans Pro"))\n#sys.inputs.signs'
PICTURE = b'#image(sys.inputs.picture, alt: "A")'
LACKING = re.compile(r'the text `"(.+)"` could not be displayed')
NUMBER = re.compile(r"\\u\{([0-9a-f]+)\}")  # as Typst writes a sign without a shape
UNPRINTED = FILES.keys() - {"glossary", "validity"}
EVERYWHERE = 0x100  # the signs below are in all letters


def unprintable(content: Content, pages: Iterable[str]) -> Iterator[Problem]:
    """Each sign that no letter shows in the files the book is made of, where it first stands; the book's `pages`."""
    texts = list(_texts(content, pages))
    lacking = _lacking({sign for _, text, _ in texts for sign in text if ord(sign) >= EVERYWHERE})
    for file, text, first_line in texts:
        for sign in sorted(lacking & set(text)):
            at = place_in(text, text.index(sign), first_line)
            found = text.split("\n")[at.line - first_line].strip()
            yield Problem(file, at, f"tegnet »{sign}« findes ikke i bogens skrifter", found, f"teksten uden {sign}")


def _texts(content: Content, pages: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """File, text and the text's first line there; a page's head is a text of its own."""
    for (kind, _), document in content.documents.items():
        if kind not in UNPRINTED:
            yield document.file, document.text, document.first_line
    for page in map(content.pages.get, pages):
        yield page.document.file, page.document.text, page.document.first_line
        yield page.document.file, page.text, page.first_line


def _lacking(signs: set[str]) -> set[str]:
    """Those of the signs that no letter shows."""
    if not signs:
        return set()
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder)
        copy_letters(desk)
        asked = {"signs": " ".join(sorted(signs))}  # each a text of its own
        try:
            typst.compile(SHEET, font_paths=letters(desk), sys_inputs=asked, pdf_standards=STANDARD, format="pdf")
        except typst.TypstError as error:
            shown = NUMBER.sub(lambda number: chr(int(number[1], 16)), error.diagnostic)
            return signs & {sign for found in LACKING.findall(shown) for sign in found}
    return set()


def unreadable(folder: Path, pictures: Iterable[str]) -> Iterator[Problem]:
    """Each of the pictures in `folder` that Typst cannot read."""
    for name in sorted(pictures):
        try:
            typst.compile(PICTURE, root=folder, sys_inputs={"picture": f"/{name}"}, format="pdf")
        except typst.TypstError:
            write = "billedet gemt igen, uden noget, det henter andre steder fra"
            yield Problem(f"docs/{name}", Place(1), "billedet kan ikke læses", "", write)
