"""The search index, made of the built pages: one entry for each section, term and list."""

import json
import re
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
    "c-source-parts",
    "c-subject-index",
    "c-validity__references",
    "c-foot",
    "c-origin",
    "c-print-foot",
    "c-status",
    "c-summary__label",
    "c-term-card",
    "headerlink",
    "u-hidden",
}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BREAKS = {"p", "li", "dt", "dd", "tr", "td", "th", "div", "section", "figcaption", "label", "summary", "caption"}


@dataclass
class Section:
    """A place a search can lead to."""

    anchor: str
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Cuts an article into sections at its headings and at the terms of the glossary."""

    def __init__(self):
        super().__init__()
        self.sections = [Section("")]
        self.stack: list[tuple[str, bool, str]] = []
        self.skipping = 0

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        if tag in VOID:
            return
        skip = tag in SKIP or bool(classes & SKIP_CLASSES)
        title = tag in HEADINGS or (tag == "dt" and self.stack and self.stack[-1][2] == "term")
        if tag in HEADINGS and tag != "h1" and given.get("id"):
            self.sections.append(Section(given["id"]))
        role = "title" if title else "text" if "c-glossary__long" in classes else ""
        if "c-glossary__term" in classes:
            self.sections.append(Section(given["id"]))
            role = "term"
        self.skipping += skip
        self.stack.append((tag, skip, role))
        if tag in BREAKS:
            self.sections[-1].text.append(" ")

    def handle_endtag(self, tag):
        while self.stack:
            name, skip, _ = self.stack.pop()
            self.skipping -= skip
            if name == tag:
                break

    def handle_data(self, data):
        if self.skipping:
            return
        titled = next((role for _, _, role in reversed(self.stack) if role in ("title", "text")), "") == "title"
        (self.sections[-1].title if titled else self.sections[-1].text).append(data)


def write_index(site: Path, content: Content, parts: dict[str, str]) -> Path:
    """Write search-index.js into the built site.

    `parts` names the part of the guide by top folder or page. The file is a plain script, since a page
    opened from disk may fetch nothing else.
    """
    sections = [entry for page in content.pages.values() for entry in _entries(site, page, parts)]
    terms = [[term.term, *([term.long] if term.long else []), *term.synonyms] for term in content.glossary.terms]
    same = [group for group in (*terms, *content.synonyms.groups) if len(group) > 1]
    index = {
        "sections": sections,
        "same": same,
        "parts": content.word_parts.parts,
    }
    path = site / "search-index.js"
    path.write_text(
        f"window.guideIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n", encoding="utf-8"
    )
    return path


def _entries(site: Path, page: Page, parts: dict[str, str]) -> list[list]:
    reader, url = _Reader(), page.url
    html = (site / url).read_text(encoding="utf-8")
    reader.feed(html[html.index("<article") : html.index("</article>")])
    part = parts.get(url.split("/")[0].removesuffix(".html"), "")
    page_title = _flat(reader.sections[0].title)
    found = []
    for section in reader.sections:
        title, text = _flat(section.title) or page_title, _flat(section.text)
        where = " · ".join(name for name in (part, page_title if title != page_title else "") if name)
        if text or section.anchor == "":
            found.append(
                [url + (f"#{section.anchor}" if section.anchor else ""), title, where, text, page.meta.search_weight]
            )
    return found


def _flat(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()
