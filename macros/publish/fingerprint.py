"""Gives each stylesheet and script the hash of its content as part of its name: then browsers may keep it for good."""

import hashlib
import re
from pathlib import Path

from .prune import KEEP, REFERENCE, named

KINDS = (".css", ".js")
LENGTH = 12


def fingerprint(site: Path) -> dict[Path, Path]:
    """Rename guide.css to guide.0123456789ab.css, and so on, wherever a page names it; returns old -> new.

    What is named by a script alone keeps its name: there nothing tells the two apart.
    """
    pages = {page: named(page) for page in site.rglob("*.html")}
    paths = {Path(target) for names in pages.values() for name, target in names.items() if name.endswith(KINDS)}
    renamed = {path: _renamed(path) for path in paths if path.name not in KEEP and path.is_file()}
    for old, new in renamed.items():
        old.rename(new)
    new_names = {str(old): new.name for old, new in renamed.items()}
    for page, names in pages.items():
        known = {name: new_names[target] for name, target in names.items() if target in new_names}
        text = page.read_text(encoding="utf-8")
        page.write_text(REFERENCE.sub(lambda found, known=known: _rewritten(found, known), text), encoding="utf-8")
    return renamed


def _renamed(path: Path) -> Path:
    return path.with_name(f"{path.stem}.{hashlib.sha256(path.read_bytes()).hexdigest()[:LENGTH]}{path.suffix}")


def _rewritten(found: re.Match, known: dict[str, str]) -> str:
    if found[1] not in known:
        return found[0]
    return found[0].removesuffix(found[1].rpartition("/")[2]) + known[found[1]]
