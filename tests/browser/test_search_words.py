"""The search's Danish: stems as Snowball has them, and words folded so that any keyboard finds them."""

import random
from pathlib import Path

import pytest
import snowballstemmer

STEMS = "(words) => words.map((word) => danish.stem(danish.fold(word)))"


@pytest.fixture
def page(visit):
    opened = visit("index.html")
    opened.add_script_tag(url=opened.get_attribute("[data-engine]", "data-engine"))
    return opened


def test_stems_agree_with_snowball_on_words_from_a_dictionary(page):
    words = [word for word in Path("/usr/share/dict/danish").read_text(encoding="utf-8").split() if word.isalpha()]
    chosen = random.Random(2026).sample(words, 3000)
    stemmer = snowballstemmer.stemmer("danish")
    expected = [stemmer.stemWord(word.lower()) for word in chosen]
    found = page.evaluate("(words) => words.map((word) => danish.snowball(word.toLowerCase()))", chosen)
    differ = [
        (word, one, other) for word, one, other in zip(chosen, found, expected, strict=True) if one != other
    ]
    assert len(differ) <= 0.03 * len(chosen), differ[:20]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("virksomhederne", "virksomhed"),
        ("virksomheds", "virksomhed"),
        ("samarbejdsaftalerne", "samarbejdsaftale"),
        ("møderne", "møde"),
        ("moede", "møde"),
        ("kommunernes", "kommune"),
        ("aarshjul", "årshjul"),
        ("indsatsen", "indsats"),
        ("arbejdspladserne", "arbejdsplads"),
        ("dagsordenen", "dagsorden"),
        ("arbejdsløse", "arbejdsløs"),
    ],
)
def test_forms_of_a_word_have_one_stem(page, one, other):
    stems = page.evaluate(STEMS, [one, other])
    assert stems[0] == stems[1]
