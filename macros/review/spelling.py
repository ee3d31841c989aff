"""Spelling and readability, told where the text is written."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..content import Content
from ..language import HEAVIEST_PAGE, WORD, lix, misspelt, proposals, sentences
from ..pages import CALLS, Page
from ..problems import Problem
from .passages import of_model, of_page, passages

OWN_WORDS = "data/words.txt"
SHORTEST = 60  # words; a page with fewer says nothing by its LIX
MARKER = re.compile(r"^(\s*)([-*|]|#+|\d+\.)(?=\s)", re.MULTILINE)
BETWEEN = re.compile(r"\n\s*\n")


def own_words(root: Path) -> set[str]:
    """The guide's own words: names and terms the dictionary does not have."""
    return set((root / OWN_WORDS).read_text(encoding="utf-8").split())


def misspellings(content: Content, own: set[str]) -> Iterator[Problem]:
    """Every word that is not in the dictionary, once for each file. Raises OSError without hunspell."""
    texts = list(passages(content))
    wrong = misspelt((word for passage in texts for word in WORD.findall(passage.text)), own)
    near = proposals(wrong)
    told = set()
    for passage in texts:
        for found in WORD.finditer(passage.text):
            word, file = found[0], passage.document.file
            if word in wrong and (file, word) not in told:
                told.add((file, word))
                write = f"{', '.join([*near.get(word, ()), ''])}eller føj ordet til {OWN_WORDS}, hvis det er rigtigt"
                yield Problem(file, passage.place(found.start()), f"ordet »{word}« er ikke i ordbogen", word, write)


def heavy_pages(content: Content) -> Iterator[Problem]:
    """The pages that are too heavy to read, each told at its longest sentence."""
    for page in content.pages.values():
        text = _ended(of_page(page).text)
        whole = ". ".join([text, *_shown(content, page)])
        heavy = lix(whole)
        if heavy > HEAVIEST_PAGE and len(WORD.findall(whole)) >= SHORTEST:
            longest = max(sentences(text), key=lambda found: len(WORD.findall(found[0])))
            start = longest.start() + len(longest[0]) - len(longest[0].lstrip())
            what = f"siden er for tung at læse: lixtallet er {heavy:.0f}, og her står den længste sætning"
            write = f"kortere sætninger og ord, til lixtallet er højst {HEAVIEST_PAGE}"
            yield Problem(page.document.file, of_page(page).place(start), what, longest[0], write)


def _ended(text: str) -> str:
    """The text with each heading, paragraph and point ended as a sentence, and every sign where it was."""
    marked = MARKER.sub(lambda found: f"{found[1]}.{' ' * (len(found[2]) - 1)}", text)
    return BETWEEN.sub(lambda gap: f".{' ' * (len(gap[0]) - 1)}", marked)


def _shown(content: Content, page: Page) -> Iterator[str]:
    """The texts of what the page shows."""
    for call in page.calls:
        kind = CALLS[call.name]
        if kind == call.name and (kind, call.id) in content.documents:
            for passage in of_model(content.documents[kind, call.id], content.thing(kind, call.id)):
                yield passage.text
