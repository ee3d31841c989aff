"""How long the printed book takes to set when nothing else runs.

    python -m bench.book

Prints for the whole guide, and for its parts together, the seconds from the pages MkDocs has read to the PDF.
"""

import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from macros.publish.book import book_of
from macros.publish.book_pdf import set_books
from macros.publish.html import build_html
from macros.version import version_of

ROOT = Path(__file__).parent.parent
LAYOUT = ROOT / "overrides" / "book"


def main() -> None:
    """Read the pages, and set the book of them."""
    with tempfile.TemporaryDirectory() as folder:
        build_html(ROOT, Path(folder), measure)


def measure(config: Mapping, article: Callable[[str], str]) -> None:
    """Set the book of the pages, edition by edition."""
    version = version_of(ROOT)
    book = book_of(config, article, LAYOUT, version)

    def timed(name: str, books: Callable[[], Iterable]) -> None:
        started = time.perf_counter()
        made = set_books(books(), LAYOUT, Path(config["docs_dir"]), version.epoch)
        seconds, size = time.perf_counter() - started, sum(map(len, made.values()))
        print(f"{name}: {seconds:.1f} s, {size / 1e6:.1f} MB")

    timed("the whole guide", lambda: [book.whole(config["site_name"])])
    timed("the parts", book.parts)


if __name__ == "__main__":
    main()
