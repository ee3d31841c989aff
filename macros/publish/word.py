"""Word files: one layout (overrides/word/) gives the blank file of each document and what the browser fills in."""

import itertools
import json
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment

from ..content import Content
from ..models.documents import Column, Document
from ..rendering import environment
from ..version import Version
from .packing import entry

# The parts of a .docx (ECMA-376, part 2) and the layout each is made from; Word reads the first one first.
PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/footer.xml": "footer.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
WIDTH = 9638  # A4 less the margins, in twentieths of a point
SHARES = {"text": 4, "long_text": 6, "date": 3, "person": 4}
BETWEEN = re.compile(r">\n\s*<")
MARKS = re.compile(r"\*\*|\*|`|\[([^\]]*)\]\([^)]*\)")


def write_word_files(site: Path, content: Content, layouts: Path, site_name: str, version: Version) -> None:
    """Write <id>.docx and <id>.word.js beside the page that shows each document.

    The script sets window.guideWord to the parts by name: a page opened from disk may fetch nothing else.
    """
    made = layout(layouts, content, site_name)
    for document in content.things["document"].values():
        folder = (site / content.homes["document", document.id]).parent
        parts = parts_of(document, made, content, version)
        script = f"window.guideWord = {json.dumps(parts, ensure_ascii=False, separators=(',', ':'))};\n"
        (folder / f"{document.id}.word.js").write_text(script, encoding="utf-8")
        write_docx(folder / f"{document.id}.docx", parts, version.epoch)


def layout(layouts: Path, content: Content, site_name: str) -> Environment:
    """The environment of the layouts: as the components', with what Word needs."""
    made = environment(layouts, words=content.labels.words, site_name=site_name)
    made.filters |= {"widths": widths, "plain": plain}
    return made


def parts_of(document: Document, made: Environment, content: Content, version: Version) -> dict[str, str]:
    """The parts of a document's blank Word file, by name."""
    values = {
        "document": document,
        "sources": sources(document, content),
        "version": version,
        "number": itertools.count(1).__next__,
    }
    return {name: BETWEEN.sub("><", made.get_template(file).render(values).strip()) for name, file in PARTS.items()}


def write_docx(path: Path, parts: dict[str, str], epoch: int) -> None:
    """Pack the parts; all carry the time `epoch`, so that the same parts give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, text in parts.items():
            packed.writestr(entry(name, epoch), text.encode())


def widths(columns: Sequence[Column]) -> list[int]:
    """The columns' widths: long texts get more, dates less."""
    shares = [SHARES[column.kind] for column in columns]
    return [WIDTH * share // sum(shares) for share in shares]


def plain(text: str) -> str:
    """A text of data/ without its Markdown."""
    return MARKS.sub(lambda mark: mark[1] or "", text)


def sources(document: Document, content: Content) -> str:
    """Where the sources describe the document, as one line."""
    words = content.labels.words
    places = []
    for citation in document.sources:
        page = f"{words['page']} {citation.page}" if citation.page else None
        short = content.things["source"][citation.source].short
        places.append(", ".join(part for part in (short, citation.where, page) if part))
    return f"{words['source']}: {'; '.join(places)}"
