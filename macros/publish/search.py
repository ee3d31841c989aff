"""The search index, made of the built pages: one entry for each section, term and list."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from ..content import Content
from ..pages import Page

HEADINGS = {"h1", "h2", "h3", "h4"}
# Not the page's own words: the way around, forms, and what repeats elsewhere.
SKIP = {"nav", "script", "style", "svg", "form", "template", "dialog"}
SKIP_CLASSES = {
    "c-glossary__used",
    "c-offline-switch",
    "c-source-parts",
    "c-subject-index",
    "c-validity__references",
    "c-foot",
    "c-origin",
    "c-print-foot",
    "c-share",
    "c-status",
    "c-document__bar",
    "c-document__blank",
    "c-document__notices",
    "c-document__outputs",
    "c-document__see",
    "c-document__wording",
    "c-summary__label",
    "c-term-card",
    "headerlink",
    "u-hidden",
}
# The component a heading stands in, and the kind of place it then names.
KINDS = {
    "c-idea": "idea",
    "c-box": "box",
    "c-checklist": "list",
    "c-document": "document",
    "c-glossary__term": "term",
    "c-validity": "topic",
}
PIECE = re.compile(r"[^\W_]+|[\W_]+")
# The characters that stand for pieces of text; overrides/search/index.js counts them the same way. Left out are what
# JSON escapes, and what says how other characters are shown.
CODES = [chr(code) for code in (*range(35, 92), *range(93, 127), *range(0x100, 0x2000), *range(0x2070, 0xD800))]
# How much of a document's guidance is searched, in characters.
GUIDANCE = 180
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BREAKS = {"p", "li", "dt", "dd", "tr", "td", "th", "div", "section", "figcaption", "label", "summary", "caption"}


@dataclass
class Section:
    """A place a search can lead to."""

    anchor: str
    kind: str = ""
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Open:
    """A tag that is not closed yet: whether its text is left out, where the text goes, and the kind it gives."""

    tag: str
    skip: bool
    role: str
    kind: str


class _Reader(HTMLParser):
    """Cuts an article into sections at its headings and at the terms of the glossary."""

    def __init__(self):
        super().__init__()
        self.sections = [Section("")]
        self.stack: list[_Open] = []
        self.skipping = 0

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            return
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        skip = tag in SKIP or bool(classes & SKIP_CLASSES)
        kind = next((KINDS[name] for name in classes & KINDS.keys()), "")
        if given.get("id") and (kind == "term" or (tag in HEADINGS and tag != "h1")):
            self.sections.append(Section(given["id"], kind or next((one.kind for one in self.stack if one.kind), "")))
        self.skipping += skip
        self.stack.append(_Open(tag, skip, self._role(tag, classes), kind))
        if tag in BREAKS:
            self.sections[-1].text.append(" ")

    def _role(self, tag: str, classes: set[str]) -> str:
        if "c-glossary__long" in classes:
            return "text"
        in_term = self.stack and self.stack[-1].kind == "term"
        return "title" if tag in HEADINGS or (tag == "dt" and in_term) else ""

    def handle_endtag(self, tag):
        while self.stack:
            closed = self.stack.pop()
            self.skipping -= closed.skip
            if closed.tag == tag:
                break

    def handle_data(self, data):
        if self.skipping:
            return
        role = next((one.role for one in reversed(self.stack) if one.role), "text")
        getattr(self.sections[-1], role).append(data)


def write_index(site: Path, content: Content, parts: dict[str, str]) -> Path:
    """Write search-index.js into the built site.

    `parts` names the part of the guide by top folder or page. The file is a plain script, since a page
    opened from disk may fetch nothing else.
    """
    pages = [_entry(site, page, parts) for page in content.pages.values() if page.meta.search_weight]
    terms = [[term.term, *([term.long] if term.long else []), *term.synonyms] for term in content.glossary.terms]
    same = ["|".join(group) for group in (*terms, *content.synonyms.groups) if len(group) > 1]
    pieces = _pieces([*same, *(text for page in pages for section in page[-1] for text in section[2:])])
    for page in pages:
        page[-1] = [[anchor, kind, *(_coded(text, pieces) for text in texts)] for anchor, kind, *texts in page[-1]]
    index = {
        "kinds": content.labels.search_kinds,
        "pieces": "\n".join(_divided(piece, content.word_parts.parts) for piece in pieces),
        "pages": pages,
        "same": [_coded(group, pieces) for group in same],
    }
    path = site / "search-index.js"
    path.write_text(
        f"window.guideIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n", encoding="utf-8"
    )
    return path


def _pieces(texts: Iterable[str]) -> dict[str, str]:
    """Every word, and every stretch between words that is not one space, with the character that stands for it.

    The commonest get the characters that take least room; among those that take the same, the order is that of the
    alphabet, which packs best. It takes a seventh off the packed file, and the browser need not look for the words.
    """
    counts = Counter(piece for text in texts for piece in PIECE.findall(text) if piece != " ")
    common = [piece for piece, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))]
    rooms = [len(code.encode()) for code in CODES[: len(common)]]
    placed = sorted(zip(rooms, common, strict=True))
    return {piece: code for (_, piece), code in zip(placed, CODES, strict=False)}


def _coded(text: str, pieces: dict[str, str]) -> str:
    return "".join(pieces[piece] for piece in PIECE.findall(text) if piece != " ")


def _entry(site: Path, page: Page, parts: dict[str, str]) -> list:
    """A page as [url, part, weight, sections]; a section as [anchor, kind, title, text], the page itself the first."""
    reader = _Reader()
    html = (site / page.url).read_text(encoding="utf-8")
    reader.feed(html[html.index("<article") : html.index("</article>")])
    first, *rest = reader.sections
    if any(section.kind == "document" for section in rest):
        first.kind = "document"
    part = parts.get(page.url.split("/")[0].removesuffix(".html"), "")
    told = [(section, _text(section)) for section in rest]
    sections = [
        [section.anchor, section.kind, _flat(section.title), text]
        for section, text in [(first, _flat(first.text)), *((section, text) for section, text in told if text)]
    ]
    return [page.url, part, page.meta.search_weight, sections]


def _text(section: Section) -> str:
    """A section's text; of a document's guidance, which says again what the pages say, the first sentences."""
    text = _flat(section.text)
    if section.kind != "document" or len(text) <= GUIDANCE:
        return text
    return text[: text.rfind(". ", 0, GUIDANCE) + 1] or text[:GUIDANCE]


def _divided(piece: str, parts: dict[str, tuple[str, ...]]) -> str:
    """A word with its parts marked: arbejdsevne, made of arbejd and evne, is "arbejd_s-evne"."""
    made_of = parts.get(piece.lower())
    if not made_of:
        return piece
    spans = re.fullmatch("(s|e|)".join(f"({part})" for part in made_of), piece.lower()).regs[1:]
    bits = [piece[start:stop] for start, stop in spans]
    firsts = [bits[at] + (f"_{bits[at + 1]}" if bits[at + 1] else "") for at in range(0, len(bits) - 1, 2)]
    return "-".join([*firsts, bits[-1]])


def _flat(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()
