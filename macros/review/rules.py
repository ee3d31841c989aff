"""The house's rules for prose: each says what is wrong and what to write."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ..content import Content
from ..pages import Page
from ..problems import Problem, place_in
from ..reading import outside_code
from .passages import Passage, passages

SAYS_NOTHING = "her|klik her|læs her|læs mere|link|mere|se her|siden|denne side"
# What the house does not do on its pages, though it could be built: pattern, what is wrong, what to write.
PAGE_RULES = tuple(
    (re.compile(pattern, re.MULTILINE | re.IGNORECASE), what, write)
    for pattern, what, write in (
        (
            r"^[ \t]*(?:!!!|\?\?\?|===|:::|>).*",
            "bokse, faner og citater laves med komponenter",
            '{{ box("id") }} eller {{ voice("id") }} på sin egen linje',
        ),
        (r"(?<!\()\bhttps?://\S+", "en adresse skal stå i et link med en tekst", "[teksten](adressen)"),
        (
            r"\] \([^)\s]*(?:\.md|://|#)[^)\n]*\)",
            "linket har et mellemrum mellem ] og (",
            "[teksten](adressen) uden mellemrum",
        ),
        (r"(?<!!)\[\s*\]\([^)\n]*\)", "linket mangler en tekst", "[navnet på det, linket fører til](adressen)"),
        (
            rf"(?<!!)\[(?:{SAYS_NOTHING})\]\(",
            "linkets tekst siger ikke, hvor det fører hen",
            "navnet på det, linket fører til",
        ),
        (r"^#+ [^{\n]*[.:;,] *(?=\{)", "en overskrift slutter uden tegn", "overskriften uden tegnet til sidst"),
        (
            r"^(?!#{2,6} [^{}]*\{#[a-z0-9-]+\}$|\{[{%].*[%}]\}$|\{: \.u-screen \}$).*[{}].*",
            "krøllede parenteser bruges kun til kald, til id'er på overskrifter og til {: .u-screen }",
            "teksten uden { og }",
        ),
    )
)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^(#+) ", re.MULTILINE)
ENDS = re.compile(r"[.!?](?=\s+[A-ZÆØÅ]|$)")
LONGEST_SUMMARY = 320


def house_rules(content: Content) -> Iterator[Problem]:
    """Every place where the prose is not as the house writes it."""
    for page in content.pages.values():
        yield from _page(page)
        yield from _head(page)
    for passage in passages(content):
        yield from _words(passage, content.house_words.avoid)


def _page(page: Page) -> Iterator[Problem]:
    text = "\n".join(line if prose else "" for line, prose in outside_code(page.text))
    text = CODE.sub(lambda code: " " * len(code[0]), text)
    for pattern, what, write in PAGE_RULES:
        for found in pattern.finditer(text):
            yield Problem(
                page.document.file, place_in(text, found.start(), page.first_line), what, found[0].strip(), write
            )
    headings = [(0, 1), *((found.start(), len(found[1])) for found in HEADING.finditer(text))]
    for (_, above), (start, level) in pairwise(headings):
        if level > above + 1:
            what = "overskrifterne springer et trin over"
            at, write = place_in(text, start, page.first_line), f"{'#' * (above + 1)} foran overskriften"
            yield Problem(page.document.file, at, what, "#" * level, write)


def _head(page: Page) -> Iterator[Problem]:
    document, meta = page.document, page.meta
    if meta.title.endswith((".", ":", ",")):
        what = "en titel slutter uden tegn"
        yield Problem(document.file, document.value_at(("title",)), what, meta.title, meta.title.rstrip(".:,"))
    at = document.value_at(("summary",))
    if not 1 <= len(ENDS.findall(meta.summary)) <= 4 or len(meta.summary) > LONGEST_SUMMARY:
        what, write = "resuméet er ikke kort", f"en til fire sætninger, højst {LONGEST_SUMMARY} tegn"
        yield Problem(document.file, at, what, f"{len(meta.summary)} tegn", write)
    if mark := re.search(r"[*_`\[\]]", meta.summary):
        at = document.find(("summary",), mark[0])
        yield Problem(document.file, at, "resuméet er ren tekst", mark[0], f"teksten uden {mark[0]}")


def _words(passage: Passage, avoid: dict[str, str]) -> Iterator[Problem]:
    for word, instead in avoid.items():
        for found in re.finditer(rf"\b{re.escape(word)}\b", passage.text, re.IGNORECASE):
            what = f"guiden skriver ikke »{found[0]}«"
            yield Problem(passage.document.file, passage.place(found.start()), what, found[0], instead)
