"""Typst, with the book's layout and its letters: XML in, a tagged PDF out, in processes of their own."""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import typst

from .book_letters import STANDARD, copy_letters, letters

PICTURE = re.compile(r'<img[^>]* src="([^"]+)"')
WORKERS = 2  # the whole book takes about as long as all the others together


class BookError(Exception):
    """Raised with what Typst says when it cannot set a book; made so that one process can tell another."""


@contextmanager
def press(layout: Path, site: Path, books: Iterable[tuple[str, dict[str, str]]], epoch: int) -> Iterator[Callable]:
    """Set `books` (the name of each, and what the layout asks for) beside what the block does, the first at once.

    Gives a function that yields (name, PDF) in turn. `layout` is the folder with book.typ, `site` has the pictures,
    `epoch` is the time of the content in seconds since 1970. The same input gives the same bytes.
    """
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(WORKERS) as workers:
        desk = Path(folder)
        shutil.copytree(layout, desk, dirs_exist_ok=True)
        copy_letters(desk)
        waiting = {}
        for name, book in books:
            for picture in set(PICTURE.findall(book["book"])):
                (desk / picture).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(site / picture, desk / picture)
            waiting[name] = workers.submit(set_book, desk, book, epoch)
        yield lambda: ((name, made.result()) for name, made in waiting.items())


def set_book(desk: Path, book: dict[str, str], epoch: int) -> bytes:
    """One book as a PDF, set with the layout, letters and pictures of the folder `desk`. Raises BookError."""
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
