"""Takes out of the site what no page uses: the theme's own styles and scripts, and the sources of ours."""

import os
import re
from pathlib import Path

REFERENCE = re.compile(r"""(?:href|src|data-[a-z]+)="([^"#?:]+)""")
# Written for hosts, crawlers and browsers, which know them by these names.
KEEP = {"404.html", "robots.txt", "service-worker.js", "sitemap.xml"}


def prune(site: Path) -> list[Path]:
    """Delete every file that no page names; empty folders go with them. Returns what was deleted."""
    pages = list(site.rglob("*.html"))
    used = {path for page in pages for path in named(page).values()} | set(map(str, pages))
    gone = [path for path in site.rglob("*") if path.is_file() and str(path) not in used and path.name not in KEEP]
    for path in gone:
        path.unlink()
    for folder in sorted((path for path in site.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return gone


def named(page: Path) -> dict[str, str]:
    """What a page names, as it is written there -> the path of the file."""
    folder = str(page.parent)
    return {name: os.path.normpath(f"{folder}/{name}") for name in REFERENCE.findall(page.read_text("utf-8"))}
