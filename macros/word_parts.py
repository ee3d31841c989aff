"""`python -m macros.word_parts`: proposes the parts of the compounds in the guide, for data/word-parts.yml.

Run by hand when the guide has got many new words; the proposals are read through before they are committed, so the
build needs no dictionary. It needs Debian's wdanish and hunspell-da, and the package wordfreq, which is not among the
guide's own. A split is the cheapest way through the word: rare parts cost more than common ones, and each further
part costs (the usual frequency-based splitting; Koehn & Knight, "Empirical Methods for Compound Splitting", 2003).
"""

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

LEXICONS = ("/usr/share/dict/danish", "/usr/share/hunspell/da_DK.dic")
LINKS = ("", "s", "e")
# Word endings that also stand in the dictionary as words: never the end, or the middle, of a compound.
ENDINGS = frozenset(
    """
    tel ser sel ning ninger ningen else elser elsen hed heden heder heds skab skabet skaber somme bar bart lig
    lige ligt den det der som ing ings inger ering erings tion tions ter ler ner ger ker rer ers els ens sen
    ses ende ene erne ere agtig ske sker skes mod over under efter til ned ind ud op sam gen for fra med af
    isk iske ist ister ismen vise vis løse løst løs fuld fulde dom dømme tede ede ret rede rende ingen ernes
    isat hederne terne ioner ionen ionerne iones fors besk sekt it gange førelse hedens ærer ærinde ærernes
    øder eres ringer kere aget alen jammer tisk ærne erets erens gruppens ring organ tran tender borg vare
    vares være været værd vende vendt vendes sætte sætter rettes tagelse øge øget ingens inges
    """.split()
)
SHORT = frozenset("job år by råd tal lov fag mål løn syn tid vej dag liv bil hus sag øko krav lbr eu it kl".split())
PART_COST, LINK_COST = 3.0, {"": 0.0, "s": 0.2, "e": 1.5}


def splitter(known: set[str], cost: Callable[[str], float]) -> Callable[[str], tuple[str, ...]]:
    """A function from a word to its parts; no parts when it is no compound. `cost` is low for common words."""

    def good(part: str) -> bool:
        return part not in ENDINGS and (part in SHORT or len(part) > 3) and part in known

    def split(word: str) -> tuple[str, ...]:
        @cache
        def cheapest(start: int) -> tuple[float, tuple[str, ...]]:
            if start == len(word):
                return 0.0, ()
            best = (float("inf"), ())
            for end in range(start + 2, len(word) + 1):
                part = word[start:end]
                if part == word or not good(part):
                    continue
                for link in LINKS:
                    after = end + len(link)
                    if not word.startswith(link, end) or (link and after >= len(word) - 2):
                        continue
                    rest, parts = cheapest(after)
                    best = min(best, (rest + cost(part) + PART_COST + LINK_COST[link], (part, *parts)))
            return best

        return cheapest(0)[1]

    return split


def lexicon() -> set[str]:
    """The words of the installed dictionaries. Raises FileNotFoundError when one is missing."""
    words = set(SHORT)
    for path in LEXICONS:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            word = re.split(r"[/\t ]", line, maxsplit=1)[0]
            if word.isalpha() and word.islower():
                words.add(word)
    return words


def by_frequency(part: str) -> float:
    """The cost of a part: 3 for the commonest Danish words to 10 for words never seen (wordfreq's Zipf scale)."""
    from wordfreq import zipf_frequency

    return 10 - min(zipf_frequency(part, "da"), 7)


def main(files: list[str]) -> None:
    """Print `word: [part, part]` for every compound in the given texts."""
    split = splitter(lexicon(), by_frequency)
    texts = " ".join(Path(file).read_text(encoding="utf-8") for file in files)
    for word in sorted({word.lower() for word in re.findall(r"[^\W\d_]{7,}", texts)}):
        if parts := split(word):
            print(f"{word}: [{', '.join(parts)}]")


if __name__ == "__main__":
    main(sys.argv[1:])
