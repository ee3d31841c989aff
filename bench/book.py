"""How long the printed book takes to set when nothing else runs.

    python -m bench.book

Prints for the whole guide, and for its parts together, the seconds from the pages MkDocs has read to the PDF.
"""

import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from macros.publish.book import book_of
from macros.publish.book_pdf import Setting, set_books
from macros.publish.book_store import Store
from macros.publish.html import build_html
from macros.version import version_of

ROOT = Path(__file__).parent.parent
LAYOUT = ROOT / "overrides" / "book"


class Measurer:
    """Takes the pages MkDocs reads, and sets the book of them, edition by edition."""

    def begin(self, config: Mapping) -> None:
        """Open the book."""
        self._config, self._version = config, version_of(ROOT)
        self._book = book_of(config, LAYOUT, self._version)
        self.page = self._book.take

    def end(self) -> None:
        """Set it, and print how long that took."""
        self._timed("the whole guide", lambda: [self._book.whole(self._config["site_name"])])
        self._timed("the parts", self._book.parts)

    def _timed(self, name: str, books: Callable[[], Iterable]) -> None:
        started = time.perf_counter()
        with tempfile.TemporaryDirectory() as empty:
            setting = Setting(LAYOUT, Path(self._config["docs_dir"]), self._version.epoch, Store(Path(empty)))
            made = set_books(books(), setting)
        seconds, size = time.perf_counter() - started, sum(map(len, made.values()))
        print(f"{name}: {seconds:.1f} s, {size / 1e6:.1f} MB")


def main() -> None:
    """Read the pages, and set the book of them."""
    with tempfile.TemporaryDirectory() as folder:
        build_html(ROOT, Path(folder), Measurer())


if __name__ == "__main__":
    main()
