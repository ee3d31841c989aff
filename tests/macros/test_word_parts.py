"""The splitter of compounds, on words that do not stand in the guide."""

from functools import cache

from macros.word_parts import by_frequency, lexicon, splitter

COMPOUNDS = {
    "kaffemaskine": ("kaffe", "maskine"),
    "fodboldbane": ("fodbold", "bane"),
    "vinterferie": ("vinter", "ferie"),
    "skolebestyrelse": ("skole", "bestyrelse"),
    "togstation": ("tog", "station"),
    "bygningsingeniør": ("bygning", "ingeniør"),
    "havnekontor": ("havne", "kontor"),
    "cykelværksted": ("cykel", "værksted"),
    "biblioteksbog": ("bibliotek", "bog"),
    "forsikringsselskab": ("forsikring", "selskab"),
    "regnvejr": ("regn", "vejr"),
    "avisartikel": ("avis", "artikel"),
    "musikskole": ("musik", "skole"),
    "computerspil": ("computer", "spil"),
    "køkkenbord": ("køkken", "bord"),
    "museumsgæst": ("museum", "gæst"),
}
SIMPLE = (
    "venlighed hemmelig lejligheden blomsterne kærligheden musikken tålmodighed opmærksom overraskelse "
    "forældrene fortælling hovedsagelig undersøgelse betydning forståelse"
).split()


@cache
def split():
    return splitter(lexicon(), by_frequency)


def test_compounds_are_split_where_their_words_meet():
    right = [word for word, parts in COMPOUNDS.items() if split()(word) == parts]
    assert len(right) >= len(COMPOUNDS) - 2


def test_wrong_splits_are_counted_and_few(capsys):
    wrong = {word: found for word, parts in COMPOUNDS.items() if (found := split()(word)) not in ((), parts)}
    wrong |= {word: found for word in SIMPLE if (found := split()(word))}
    with capsys.disabled():
        print(f"\nwrong splits: {len(wrong)} of {len(COMPOUNDS) + len(SIMPLE)} words outside the guide: {wrong}")
    assert len(wrong) <= 2
