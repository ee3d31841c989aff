"""How long the printed book takes to set when nothing else runs.

    python -m bench.book

Prints for the whole guide, and for its parts together, the seconds from the built pages to the PDF.
"""

import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from macros.publish.book import book_of
from macros.publish.book_pdf import set_books
from macros.publish.html import build_html
from macros.publish.mend import mend_site
from macros.version import version_of

ROOT = Path(__file__).parent.parent
LAYOUT = ROOT / "overrides" / "book"


def main() -> None:
    """Build the pages, and set the book of them."""
    version = version_of(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        config = build_html(ROOT, site)
        mend_site(site)

        def timed(name: str, books: Callable[[], Iterable]) -> None:
            started = time.perf_counter()
            made = set_books(books(), LAYOUT, site, version.epoch)
            seconds, size = time.perf_counter() - started, sum(map(len, made.values()))
            print(f"{name}: {seconds:.1f} s, {size / 1e6:.1f} MB")

        book = book_of(site, config.extra["guide"].content, config, LAYOUT, version)
        timed("the whole guide", lambda: [book.whole(config.site_name)])
        timed("the parts", book.parts)


if __name__ == "__main__":
    main()
