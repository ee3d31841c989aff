"""What readers can take with them: the facts of each file, read from the file itself, on the page that lists them."""

import hashlib
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from jinja2 import Environment
from pikepdf import Pdf

from ..content import Content
from ..pages import Page

FOLDER = "filer"
SUMS = "SHA256SUMS"
PLACE = re.compile(r"<section[^>]* data-downloads.*?</section>", re.DOTALL)


@dataclass(frozen=True)
class File:
    """A file to fetch: its address from the page, its own title, and its facts. `pages` is 0 where there are none."""

    address: str
    title: str
    size: int
    sha256: str
    pages: int = 0


def write_downloads(site: Path, content: Content, components: Environment) -> None:
    """Fill in the page with the files of the built `site`: those in its folder of files, and the blank documents.

    Their checksums are also written beside them. Raises ValueError when the page has no single place for the list.
    """
    page = page_of(content)
    paths = sorted(path for path in (site / FOLDER).iterdir() if path.name != SUMS)
    write_sums(site / FOLDER, paths, site / FOLDER / SUMS)
    files = sorted((_file(path, site, page) for path in paths), key=lambda file: -file.pages)
    values = {
        "files": files,
        "documents": list(_documents(site, content, page)),
        "sums": _address(site / FOLDER / SUMS, site, page),
    }
    shown = components.get_template("downloads/downloads.html").render(values | {"page": page})
    path = site / page.url
    html, count = PLACE.subn(lambda _: shown, path.read_text(encoding="utf-8"))
    if count != 1:
        raise ValueError(f"{page.path} has {count} places for the list of files: look at downloads.html")
    path.write_text(html, encoding="utf-8")


def write_sums(folder: Path, paths: Iterable[Path], into: Path, head: str = "") -> Path:
    """Write what `sha256sum -c` reads in `folder`: a line for each file, below lines of `head` (each begins with #)."""
    lines = [f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in sorted(paths)]
    into.write_text(head + "".join(lines), encoding="utf-8", newline="\n")
    return into


def sha256(path: Path) -> str:
    """The checksum of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def page_of(content: Content) -> Page:
    """The page that lists the files."""
    return next(page for page in content.pages.values() if any(call.name == "downloads" for call in page.calls))


def _documents(site: Path, content: Content, page: Page) -> Iterable[File]:
    for document in sorted(content.things["document"].values(), key=lambda document: document.title):
        home = site / content.homes["document", document.id].partition("#")[0]
        yield _file(home.with_name(f"{document.id}.docx"), site, page, document.title)


def _file(path: Path, site: Path, page: Page, title: str = "") -> File:
    pages, title = _printed(path.read_bytes()) if path.suffix == ".pdf" else (0, title)
    return File(_address(path, site, page), title, path.stat().st_size, sha256(path), pages)


@cache
def _printed(pdf: bytes) -> tuple[int, str]:
    """How many pages a book has, and its title; kept, for the bundle lists the same files."""
    with Pdf.open(BytesIO(pdf)) as book:
        return len(book.pages), str(book.docinfo.Title)


def _address(path: Path, site: Path, page: Page) -> str:
    return posixpath.relpath(path.relative_to(site).as_posix(), posixpath.dirname(page.url) or ".")
