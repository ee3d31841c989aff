"""Gives each stylesheet and script the hash of its content as part of its name, so that a browser may keep it for good."""

import hashlib
import os
import re
from pathlib import Path

from .prune import KEEP, REFERENCE

LENGTH = 12


def fingerprint(site: Path) -> dict[Path, Path]:
    """Rename guide.css to guide.0123456789ab.css, and so on, wherever a page names it; returns old -> new.

    What is named by a script alone keeps its name: there nothing tells the two apart.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    named = {_target(page, name) for page, text in pages.items() for name in set(REFERENCE.findall(text))}
    kept = {path for path in named if path.suffix in (".css", ".js") and path.name not in KEEP and path.is_file()}
    renamed = {path: _renamed(path) for path in kept}
    for old, new in renamed.items():
        old.rename(new)
    for page, text in pages.items():
        page.write_text(REFERENCE.sub(lambda found, page=page: _rewritten(found, page, renamed), text), encoding="utf-8")
    return renamed


def _target(page: Path, name: str) -> Path:
    return Path(os.path.normpath(page.parent / name))


def _renamed(path: Path) -> Path:
    return path.with_name(f"{path.stem}.{hashlib.sha256(path.read_bytes()).hexdigest()[:LENGTH]}{path.suffix}")


def _rewritten(found: re.Match, page: Path, renamed: dict[Path, Path]) -> str:
    new = renamed.get(_target(page, found[1]))
    if not new:
        return found[0]
    return found[0].removesuffix(found[1].rpartition("/")[2]) + new.name
