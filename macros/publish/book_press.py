"""The printed book as a part of the build: set in processes of its own, written to site/filer/ at the end."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ..problems import ContentError
from ..version import Version
from .beside import beside
from .book import book_of
from .book_faults import unprintable, unreadable
from .book_pdf import BookError, Setting, set_books
from .book_store import Store
from .downloads import FOLDER

# Of nice(2): the whole book takes longest, so all else gives way to it, and the parts most.
REST, PARTS = 5, 10


class Press:
    """Takes the pages as they are read, and sets the book beside the rest of the build. A `Reader` for `build_html`."""

    def __init__(self, layout: Path, version: Version, store: Store, running: ExitStack):
        self._layout, self._version, self._store, self._running = layout, version, store, running

    def begin(self, config: Mapping) -> None:
        """Have a copy of this process wait for the pages."""
        self._config, self._book = config, book_of(config, self._layout, self._version)
        self._work = self._running.enter_context(beside(self._set_all))

    def page(self, path: str, html: str) -> None:
        """Hand on a page, to be made a chapter while the next is read."""
        self._work.tell((path, html))

    def end(self) -> None:
        """Let the setting begin, and give way to it from now on."""
        self._work.tell(None)
        os.nice(REST)

    def _set_all(self, pages: Iterable[tuple[str, str]]) -> dict[str, bytes]:
        for page in pages:
            self._book.take(*page)
        setting = Setting(self._layout, Path(self._config["docs_dir"]), self._version.epoch, self._store)
        with beside(lambda _: self._set_parts(setting)) as parts:
            return set_books([self._book.whole(self._config["site_name"])], setting) | parts.answer()

    def _set_parts(self, setting: Setting) -> dict[str, bytes]:
        os.nice(PARTS)
        return set_books(self._book.parts(), setting)

    def write(self) -> None:
        """Wait for every edition, and put it into the built site's folder of files. Raises ContentError."""
        folder = Path(self._config["site_dir"]) / FOLDER
        folder.mkdir(exist_ok=True)
        try:
            for name, pdf in self._work.answer().items():
                (folder / f"{name}.pdf").write_bytes(pdf)
        except BookError as error:
            found = [
                *unprintable(self._book.content, self._book.paths),
                *unreadable(Path(self._config["docs_dir"]), error.pictures),
            ]
            raise ContentError(found) if found else ContentError.told(f"Bogen kan ikke sættes.\n{error}") from None


@contextmanager
def books(layout: Path, version: Version, store: Path) -> Iterator[Press]:
    """While the block runs, set every edition of the pages given to the press; write them when it ends.

    `layout` is overrides/book/, and `store` a folder for the books until the next build. Raises ContentError when a
    page holds what the layout cannot set or PDF/UA-1 does not allow.
    """
    with ExitStack() as running:
        press = Press(layout, version, Store(store), running)
        yield press
        press.write()
