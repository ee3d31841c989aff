"""Editions of the guide to update between, each marked in pages, styles, scripts and search."""

import re
import shutil
from pathlib import Path

from macros.publish.worker import BLANK, write_worker

# Enough of the guide to go about in; the whole takes longer to fetch than it has more to show.
PARTS = ("*.*", "js/*", "icons/*", "jobkonsulenten/*", "om/[pv]*.html", "veje/index.html")
MARKS = """async () => [
  document.documentElement.dataset.made,
  getComputedStyle(document.documentElement).getPropertyValue("--made").replaceAll('"', ""),
  window.made,
  (await (await fetch(document.querySelector("[data-search]").dataset.index)).text()).match(/made = "(.)"/)[1],
]"""


def edition(site: Path, into: Path, mark: str) -> Path:
    """A part of the built site in the folder `into`, marked everywhere, with a service worker of its own."""
    for path in {found for part in PARTS for found in site.glob(part) if found.suffix not in (".br", ".gz", "")}:
        place = into / path.relative_to(site)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
    for page in into.rglob("*.html"):
        page.write_text(page.read_text().replace("<html", f'<html data-made="{mark}"', 1))
    add(into / hashed(into, "guide.*.css"), f':root {{ --made: "{mark}"; }}')
    add(into / hashed(into, "guide.*.js"), f'window.made = "{mark}";')
    add(into / hashed(into, "search-index.*js"), f'window.made = "{mark}";')
    return listed(into)


def hashed(folder: Path, pattern: str) -> str:
    """The name a file has with its hash. Two marked editions share it, so here they could mix."""
    return next(folder.glob(pattern)).name


def add(path: Path, text: str) -> None:
    path.write_text(f"{path.read_text()}\n{text}\n")


def unlisted(folder: Path) -> Path:
    """The service worker as `make serve` has it: without a list."""
    worker = folder / "service-worker.js"
    worker.write_text(re.sub(r"\A.*", lambda _: BLANK, worker.read_text(), count=1))
    return folder


def listed(folder: Path) -> Path:
    write_worker(unlisted(folder))
    return folder
