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
    differ = [(word, one, other) for word, one, other in zip(chosen, found, expected, strict=True) if one != other]
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


# Words that do not stand in the guide, made of words that do; and words that are no compound of these.
MADE = {
    "mødekage": ["moede", "kage"],
    "kommunebil": ["kommune", "bil"],
    "aftaletid": ["aftale", "tid"],
    "virksomhedstur": ["virksomhed", "tur"],
    "samarbejdsdag": ["samarbejd", "dag"],
    "rådgruppe": ["raad", "gruppe"],
    "ledelsesnetværk": ["ledelse", "netvaerk"],
    "jobkort": ["job", "kort"],
    "planleder": ["plan", "leder"],
    "samtaleark": ["samtale", "ark"],
    "fagsamling": ["fag", "samling"],
    "partnermål": ["partner", "maal"],
}
WHOLE = "elefant banan vindue cykel regnbue gardin skildpadde kælder trompet sommerfugl hvidløg kartoffel".split()
APART = """(words) => {
  const index = invert(guideIndex);
  index.prepare();
  const { apart } = spelling(index);
  return words.map((word) => apart(danish.fold(word))?.map(danish.stem) || null);
}"""


def test_unknown_compounds_are_taken_apart_where_their_words_meet(page, capsys):
    page.add_script_tag(url=page.get_attribute("[data-index]", "data-index"))
    words = [*MADE, *WHOLE]
    stems = page.evaluate("(all) => all.map((parts) => parts.map(danish.stem))", [*MADE.values()])
    made = dict(zip(MADE, stems, strict=True))
    found = dict(zip(words, page.evaluate(APART, words), strict=True))
    wrong = {word: found[word] for word in WHOLE if found[word]}
    wrong |= {word: found[word] for word, parts in made.items() if found[word] not in (None, parts)}
    right = [word for word, parts in made.items() if found[word] == parts]
    with capsys.disabled():
        print(f"\ntaken apart: {len(right)} of {len(MADE)}; wrong splits: {len(wrong)} of {len(words)}: {wrong}")
    assert len(wrong) <= 2
    assert len(right) >= len(MADE) - 4
