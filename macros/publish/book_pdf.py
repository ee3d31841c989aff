"""Typst, with the book's layout and its letters: XML in, a tagged PDF out."""

import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import typst
from pikepdf import ObjectStreamMode, Pdf

from .book_letters import STANDARD, copy_letters, letters
from .book_store import Store, mark_of

PICTURE = re.compile(r'<img[^>]* src="([^"]+)"')
# A book is another when what makes it is.
MAKERS = typst.__version__, pikepdf.__version__, STANDARD, Path(__file__).read_text(encoding="utf-8")


class BookError(Exception):
    """Typst cannot set a book, for what it says, or for one of its `pictures`; one process can tell another."""

    def __init__(self, said: str, pictures: set[str]):
        super().__init__(said, pictures)
        self.pictures = pictures

    def __str__(self) -> str:
        return self.args[0]


@dataclass(frozen=True)
class Setting:
    """`layout` is the folder with book.typ, `pictures` has those the books name, `epoch` is the time of the content.

    The time is in seconds since 1970. Books that are in the `store` are not set again.
    """

    layout: Path
    pictures: Path
    epoch: int
    store: Store


def set_books(books: Iterable[tuple[str, dict[str, str]]], setting: Setting) -> dict[str, bytes]:
    """Each of `books` (its name, and what the layout asks for) as a PDF, by name. Raises BookError.

    The same input gives the same bytes.
    """
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder)
        shutil.copytree(setting.layout, desk, dirs_exist_ok=True)
        copy_letters(desk)
        tools = {path.name: path for path in desk.iterdir()}
        return {name: _book(name, book, desk, tools, setting) for name, book in books}


def _book(name: str, book: dict[str, str], desk: Path, tools: dict[str, Path], setting: Setting) -> bytes:
    pictures = {path: setting.pictures / path for path in PICTURE.findall(book["book"])}
    mark = mark_of(tools | pictures, sorted(book.items()), setting.epoch, MAKERS)
    if stored := setting.store.get(name, mark):
        return stored
    for picture, file in pictures.items():
        (desk / picture).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, desk / picture)
    try:
        return setting.store.put(name, mark, _packed(_set(desk, book, setting.epoch)))
    except typst.TypstError as error:
        raise BookError(error.diagnostic, set(pictures)) from None


def _set(desk: Path, book: dict[str, str], epoch: int) -> bytes:
    return typst.compile(
        desk / "book.typ",
        root=desk,
        font_paths=letters(desk),
        sys_inputs=book,
        format="pdf",
        pdf_standards=STANDARD,
        timestamp=epoch,
    )


def _packed(pdf: bytes) -> bytes:
    """The same book in a third of the bytes: the tags of a page are packed together (ISO 32000-1, 7.5.7)."""
    packed = BytesIO()
    with Pdf.open(BytesIO(pdf)) as book:
        book.save(packed, object_stream_mode=ObjectStreamMode.generate, recompress_flate=False, deterministic_id=True)
    return packed.getvalue()
