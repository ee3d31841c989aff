"""The sources built by an engine as they stand, and what a page of it says: its text, its anchors, its components."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser as HTMLParser

ROOT = Path(__file__).parent.parent
SETTINGS = {"SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / ".venv/properdocs")}


def start(engine: str, into: Path) -> subprocess.Popen:
    """Begin a build with `python -m engine`."""
    command = [sys.executable, "-m", engine, "build", "--quiet", "--strict", "-d", str(into)]
    return subprocess.Popen(
        command, cwd=ROOT, env=os.environ | SETTINGS, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def pages(built: Path) -> dict[str, Path]:
    """The pages of a built site by address."""
    return {path.relative_to(built).as_posix(): path for path in sorted(built.rglob("*.html"))}


def text(page: HTMLParser) -> str:
    """What the page says, in one line."""
    return re.sub(r"\s+", " ", page.body.text(separator=" ")).strip()


def anchors(page: HTMLParser) -> list[str]:
    """Every place on the page a link can lead to, in order; themes begin their own with __."""
    return [id_ for node in page.css("[id]") if not (id_ := node.attributes["id"]).startswith("__")]


def components(page: HTMLParser) -> Counter:
    """How many elements bear each component's class."""
    classes = [name for node in page.css("[class]") for name in node.attributes["class"].split()]
    return Counter(name for name in classes if name.startswith("c-"))
