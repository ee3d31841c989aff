"""Typst, with the book's layout and its letters: XML in, a tagged PDF out."""

import re
import shutil
import tempfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import typst
from pikepdf import ObjectStreamMode, Pdf

from .book_letters import STANDARD, copy_letters, letters

PICTURE = re.compile(r'<img[^>]* src="([^"]+)"')


class BookError(Exception):
    """Raised with what Typst says when it cannot set a book; made so that one process can tell another."""


def set_books(
    books: Iterable[tuple[str, dict[str, str]]], layout: Path, pictures: Path, epoch: int
) -> dict[str, bytes]:
    """Each of `books` (its name, and what the layout asks for) as a PDF, by name. Raises BookError.

    `layout` is the folder with book.typ, `pictures` has those the books name, `epoch` is the time of the
    content in seconds since 1970. The same input gives the same bytes.
    """
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder)
        shutil.copytree(layout, desk, dirs_exist_ok=True)
        copy_letters(desk)
        return {name: _packed(_set(desk, pictures, book, epoch)) for name, book in books}


def _set(desk: Path, pictures: Path, book: dict[str, str], epoch: int) -> bytes:
    for picture in set(PICTURE.findall(book["book"])):
        (desk / picture).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(pictures / picture, desk / picture)
    try:
        return typst.compile(
            desk / "book.typ",
            root=desk,
            font_paths=letters(desk),
            sys_inputs=book,
            format="pdf",
            pdf_standards=STANDARD,
            timestamp=epoch,
        )
    except typst.TypstError as error:
        raise BookError(error.diagnostic) from None


def _packed(pdf: bytes) -> bytes:
    """The same book in a third of the bytes: the tags of a page are packed together (ISO 32000-1, 7.5.7)."""
    packed = BytesIO()
    with Pdf.open(BytesIO(pdf)) as book:
        book.save(packed, object_stream_mode=ObjectStreamMode.generate, recompress_flate=False, deterministic_id=True)
    return packed.getvalue()
