"""The search index, made of the built pages: one entry for each section, term and list."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lxml.etree import HTMLParser, fromstring

from ..content import Content
from ..pages import Page
from .search_codes import begun, code_texts, divided, folded, short_anchor

HEADINGS = {"h1", "h2", "h3", "h4"}
# Not the page's own words: the way around, forms, and what repeats elsewhere.
SKIP = {"nav", "pre", "script", "style", "svg", "form", "template", "dialog"}
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
WORDS = Path(__file__).parents[2] / "overrides" / "search" / "words.js"
EMPTY = re.compile(r"STOP = new Set\(\((.*?)\)\.split", re.DOTALL)
HALF = re.compile(r"(\w{3,})- (?:og|eller) (\w+)")
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


class _Reader:
    """Cuts an article into sections at its headings and at the terms of the glossary.

    A parser's target: https://lxml.de/parsing.html#the-target-parser-interface.
    """

    def __init__(self):
        self.sections = [Section("")]
        self.stack: list[_Open] = []
        self.skipping = 0

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        if tag in VOID:
            return
        classes = set(given.get("class", "").split())
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

    def end(self, tag: str) -> None:
        while self.stack and tag not in VOID:
            closed = self.stack.pop()
            self.skipping -= closed.skip
            if closed.tag == tag:
                break

    def data(self, data: str) -> None:
        if self.skipping:
            return
        role = next((one.role for one in reversed(self.stack) if one.role), "text")
        getattr(self.sections[-1], role).append(data)

    def close(self) -> list[Section]:
        return self.sections


def write_index(site: Path, content: Content, parts: dict[str, str]) -> Path:
    """Write search-index.js into the built site.

    `parts` names the part of the guide by top folder or page. The file is a plain script, since a page
    opened from disk may fetch nothing else.
    """
    pages = [_entry(site, page, parts, content) for page in content.pages.values() if page.meta.search_weight]
    terms = [[term.term, *([term.long] if term.long else []), *term.synonyms] for term in content.glossary.terms]
    same = ["|".join(group) for group in (*terms, *content.synonyms.groups) if len(group) > 1]
    sections = [section for page in pages for section in page[-1]]
    texts = [text for section in sections for text in section[2:4]]
    called = [words for section in sections for words in section[4:]]
    pieces, coded, grouped = code_texts(texts, [*same, *called])
    for page in pages:
        page[-1] = [
            [short_anchor(anchor, title), kind, coded[title], coded[text], *(grouped[words] for words in called)]
            for anchor, kind, title, text, *called in page[-1]
        ]
    index = {
        "kinds": content.labels.search_kinds,
        "pieces": "\n".join(begun([divided(piece, content.word_parts.parts) for piece in pieces])),
        "pages": pages,
        "same": sorted({grouped[group] for group in same}),
    }
    path = site / "search-index.js"
    path.write_text(
        f"window.guideIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n", encoding="utf-8"
    )
    return path


def _entry(site: Path, page: Page, parts: dict[str, str], content: Content) -> list:
    """A page as [url, part, weight, sections]; a section as [anchor, kind, title, text], the page itself the first.

    Words that find the place without being seen there are a last text of the section.
    """
    html = (site / page.url).read_text(encoding="utf-8")
    first, *rest = fromstring(html[html.index("<article") : html.index("</article>")], HTMLParser(target=_Reader()))
    if any(section.kind == "document" for section in rest):
        first.kind = "document"
    part = parts.get(page.url.split("/")[0].removesuffix(".html"), "")
    told = [(section, _text(section)) for section in rest]
    sections = [
        [section.anchor, section.kind, title, text, *_called(page.path, section.anchor, f"{title}. {text}", content)]
        for section, title, text in [
            (first, _flat(first.title), _flat(first.text)),
            *((section, _flat(section.title), text) for section, text in told if text),
        ]
    ]
    return [page.url, part, page.meta.search_weight, sections]


def _called(path: str, anchor: str, text: str, content: Content) -> list[str]:
    """What readers call the place, and the compounds it has in two: opgaveplan in »opgave- og tidsplan«."""
    called = content.synonyms.places.get(f"{path}#{anchor}" if anchor else path, ())
    halves = [(first, content.word_parts.parts.get(last.lower())) for first, last in HALF.findall(text)]
    words = " ".join([*called, *(first.lower() + parts[-1] for first, parts in halves if parts)])
    telling = [word for word in dict.fromkeys(re.findall(r"[^\W_]+", words)) if folded(word) not in _empty_words()]
    return [" ".join(telling)] if telling else []


@cache
def _empty_words() -> frozenset[str]:
    """The words no place is found by: those the browser leaves out of a question."""
    return frozenset(re.findall(r"[a-z]+", EMPTY.search(WORDS.read_text(encoding="utf-8"))[1]))


def _text(section: Section) -> str:
    """A section's text; of a document's guidance, which says again what the pages say, the first sentences."""
    text = _flat(section.text)
    if section.kind != "document" or len(text) <= GUIDANCE:
        return text
    return text[: text.rfind(". ", 0, GUIDANCE) + 1] or text[:GUIDANCE]


def _flat(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()
