"""The guide's Danish: easy to read, and spelt as the dictionary has it."""

import re
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.pages import SITE, page_names

OWN_WORDS = Path(__file__).parent / "words.txt"
PAGES = [name for name in page_names() if name != "404.html"]
# Titles and names as others wrote them, and the letters of a commit.
NOT_PROSE = "script, style, svg, code, .c-source-parts, .c-source-facts, .c-validity__references, .c-print-foot"
BLOCKS = "p, li, h1, h2, h3, h4, dt, dd, summary, figcaption, label, div"


def prose(name: str) -> str:
    """The running text of a page's article, each block ended as a sentence."""
    article = HTMLParser((SITE / name).read_text(encoding="utf-8")).css_first("article")
    for node in article.css("nav, script, style, svg, form, table, dialog, [popover]"):
        node.decompose()
    for node in article.css(BLOCKS):
        node.insert_after(" . ")
    return article.text()


def lix(text: str) -> float:
    """Words a sentence plus per cent long words (C.-H. Björnsson, Läsbarhet, 1968)."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
    sentences = [part for part in re.split(r"[.!?:;]+(?:\s|$)", text) if re.search(r"[^\W\d_]{2}", part)]
    return len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_heavier_than_lix_47(name):
    assert lix(prose(name)) <= 47


def test_the_guide_is_lix_40_or_less_on_average():
    values = [lix(prose(name)) for name in PAGES]
    assert sum(values) / len(values) <= 40


def test_no_word_is_misspelt(root):
    text = "\n".join(prose_to_spell(name) for name in PAGES)
    words = sorted(set(re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text)))
    command = ["hunspell", "-d", "da_DK", "-i", "utf-8", "-l"]
    told = subprocess.run(command, input="\n".join(words), capture_output=True, text=True, check=True)
    own = set(OWN_WORDS.read_text(encoding="utf-8").split())
    unknown = {word for word in told.stdout.split() if not known(word, own)}
    assert sorted(unknown) == []


def prose_to_spell(name: str) -> str:
    article = HTMLParser((SITE / name).read_text(encoding="utf-8")).css_first("article")
    for node in article.css(NOT_PROSE):
        node.decompose()
    return re.sub(r"\S+@\S+|\S+\.(?:dk|html|md|yml|eu)\S*|https?://\S+", " ", article.text(separator=" "))


def known(word: str, own: set[str]) -> bool:
    """A word of our own list, an abbreviation, or such a word with a genitive s or a plural ending."""
    bare = re.sub(r"['’]\w+$|s$", "", word)
    return word.isupper() or bare.isupper() or {word, bare, word.lower(), bare.lower()} & own != set()
