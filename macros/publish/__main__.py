"""`python -m macros.publish`: builds site/ and dist/ beside the old ones, then swaps them in."""

import gc
import os
import shutil
import sys
import time
import traceback
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..content import Content
from ..problems import ContentError
from ..rendering import environment
from ..version import Version, version_of
from .swap import swap, work_folder

if TYPE_CHECKING:
    from .offline import Bundle

ROOT = Path.cwd()
LAYOUT = ROOT / "overrides" / "book"
STORE = ROOT / ".books"
TRACE = ".build-error.txt"


def main() -> int:
    """Build the guide. Returns 0, or 1 with the problems on stderr and the previous site untouched."""
    version = version_of(ROOT)
    os.environ["SOURCE_DATE_EPOCH"] = str(version.epoch)  # for MkDocs
    started = time.perf_counter()
    try:
        with work_folder(ROOT) as work:
            content = _build(work, version)
    except ContentError as error:
        print(f"\n{error}\n", file=sys.stderr)
        return 1
    except Exception as error:
        print(f"\n{_unexpected(error)}\n", file=sys.stderr)
        return 1
    seconds = time.perf_counter() - started
    for topic in content.validity.overdue(date.today()):
        print(
            f"Husk: emnet »{topic.title}« ({topic.id} i data/validity.yml) skulle ses efter senest {topic.next_review}."
        )
    print(f"Guiden er bygget: {len(content.pages)} sider i site/ og dist/ på {seconds:.1f} s. Åbn site/index.html.")
    return 0


def _build(work: Path, version: Version) -> Content:
    """Each step brings its own libraries, so that the book, which takes longest, need not wait for the others'.

    The book takes the pages as they are read, and is set while all else is made.
    """
    from .book_press import books
    from .html import build_html
    from .mend import mend_site
    from .offline import Bundle

    site, dist = work / "site", work / "dist"
    with books(LAYOUT, version, STORE) as press:
        config = build_html(ROOT, site, press)
        content = config.extra["guide"].content
        mend_site(site)
        _complete(site, content, config, version)
        bundle = Bundle(site, content, version)
        bundle.begin()
    _pack(site, dist, content, config["site_name"], version, bundle)
    for made in (site, dist):
        swap(made, ROOT / made.name)
    return content


def _complete(site: Path, content: Content, config: Mapping, version: Version) -> None:
    """All that is made of the pages and the data, but the printed book; packed, while that is being set."""
    from .compress import compress
    from .epub import write_epub
    from .feed import write_feed
    from .fingerprint import fingerprint
    from .icons import write_icons
    from .menu import parts
    from .prune import prune
    from .search import write_index
    from .word import write_word_files

    write_index(site, content, parts(config["nav"]))
    write_word_files(site, content, ROOT / "overrides" / "word", config["site_name"], version)
    write_feed(site, content, config, ROOT / "overrides" / "feed")
    prune(site)
    fingerprint(site)
    write_epub(site, content, config, ROOT / "overrides" / "epub", version)
    write_icons(site, ROOT / "overrides")
    compress(site)


def _pack(site: Path, dist: Path, content: Content, site_name: str, version: Version, bundle: "Bundle") -> None:
    """The finished site in the forms readers and hosts take it, and what tells of them packed too."""
    from .compress import compress
    from .downloads import FOLDER, SUMS, write_downloads, write_sums
    from .sbom import write_sbom
    from .worker import write_worker

    words = {"words": content.labels.words, "site_name": site_name, "version": version}
    components = environment(ROOT / "overrides" / "components", **words)
    bundle.finish(components, ROOT / "data" / "offline")
    write_downloads(site, content, components)
    write_worker(site)
    shutil.copytree(site / FOLDER, dist)
    write_sbom(content, site_name, dist, version.epoch)
    write_sums(dist, (path for path in dist.iterdir() if path.name != SUMS), dist / SUMS)
    compress(site)


def _unexpected(error: Exception) -> str:
    """What an editor is told when the guide's own code fails; the trace goes into a file for the programmer."""
    (ROOT / TRACE).write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return (
        f"Byggeriet gik i stå på grund af en fejl i guidens kode, ikke i dit indhold: {type(error).__name__}.\n"
        f"Den forrige udgave er ikke rørt. Send filen {TRACE} til den, der passer koden."
    )


if __name__ == "__main__":
    code = main()
    gc.freeze()  # Python looks for garbage before it ends: a quarter of a second for nothing
    sys.exit(code)
