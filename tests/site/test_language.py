"""The guide's Danish: easy to read, and spelt as the dictionary has it."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from macros.language import HEAVIEST_GUIDE, HEAVIEST_PAGE, WORD, lix, misspelt
from macros.review.spelling import own_words
from tests.pages import SITE, page_names

PAGES = [name for name in page_names() if name != "404.html"]
# Titles and names as others wrote them, and the letters of a commit.
NOT_PROSE = (
    "script, style, svg, code, .c-source-parts, .c-source-facts, .c-validity__references, .c-dependencies, .c-fields, "
    ".c-print-foot"
)
BLOCKS = "p, li, h1, h2, h3, h4, dt, dd, summary, figcaption, label, div"


def prose(name: str) -> str:
    """The running text of a page's article, each block ended as a sentence."""
    article = HTMLParser((SITE / name).read_text(encoding="utf-8")).css_first("article")
    for node in article.css("nav, script, style, svg, form, table, dialog, [popover]"):
        node.decompose()
    for node in article.css(BLOCKS):
        node.insert_after(" . ")
    return article.text()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_heavier_than_lix_47(name):
    assert lix(prose(name)) <= HEAVIEST_PAGE


def test_the_guide_is_lix_40_or_less_on_average():
    values = [lix(prose(name)) for name in PAGES]
    assert sum(values) / len(values) <= HEAVIEST_GUIDE


def test_no_word_is_misspelt(root):
    text = "\n".join(prose_to_spell(name) for name in PAGES)
    assert sorted(misspelt(WORD.findall(text), own_words(root))) == []


def prose_to_spell(name: str) -> str:
    article = HTMLParser((SITE / name).read_text(encoding="utf-8")).css_first("article")
    for node in article.css(NOT_PROSE):
        node.decompose()
    return re.sub(r"\S+@\S+|\S+\.(?:dk|html|md|yml|eu)\S*|https?://\S+", " ", article.text(separator=" "))
