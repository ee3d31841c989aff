"""The Danish of a text: its words, how heavy it is to read, and what the dictionary does not know."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SENTENCE = re.compile(r"(?:[^.!?:;]|[.!?:;](?!\s|$))+")
COMMAND = ("hunspell", "-d", "da_DK", "-i", "utf-8")
DICTIONARY = Path("/usr/share/hunspell/da_DK.dic")
HEAVIEST_PAGE, HEAVIEST_GUIDE = 47, 40
LONG_WORD = 6
# How a proposal of hunspell -a begins: & word count offset: proposal, proposal (man hunspell).
PROPOSAL = re.compile(r"^& (\S+) \d+ \d+: (.*)$", re.MULTILINE)
MOST_ASKED = 40


def can_spell() -> bool:
    """Whether hunspell and its Danish dictionary are on this machine."""
    return bool(shutil.which(COMMAND[0])) and DICTIONARY.exists()


def misspelt(words: Iterable[str], own: set[str]) -> set[str]:
    """The words that neither the dictionary nor the guide's own list knows. Raises OSError without hunspell."""
    text = "\n".join(sorted(set(words)))
    told = subprocess.run([*COMMAND, "-l"], input=text, capture_output=True, text=True, check=True, encoding="utf-8")
    return {word for word in told.stdout.split() if not _known(word, own)}


def proposals(words: Iterable[str]) -> dict[str, list[str]]:
    """What the dictionary proposes for misspelt words; for the first ones alone, since it takes its time."""
    text = "\n".join(f"^{word}" for word in sorted(words)[:MOST_ASKED])
    told = subprocess.run([*COMMAND, "-a"], input=text, capture_output=True, text=True, check=True, encoding="utf-8")
    return {word: near.split(", ")[:3] for word, near in PROPOSAL.findall(told.stdout)}


def _known(word: str, own: set[str]) -> bool:
    """A word of our own list, an abbreviation, or such a word with a genitive s or a plural ending."""
    bare = re.sub(r"['’]\w+$|s$", "", word)
    return word.isupper() or bare.isupper() or {word, bare, word.lower(), bare.lower()} & own != set()


def sentences(text: str) -> Iterator[re.Match]:
    """The sentences of a text; a colon and a semicolon end one too."""
    yield from (found for found in SENTENCE.finditer(text) if re.search(r"[^\W\d_]{2}", found[0]))


def lix(text: str) -> float:
    """Words a sentence plus per cent long words (C.-H. Björnsson, Läsbarhet, 1968); 0 for a text without words."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
    count = sum(1 for _ in sentences(text))
    return len(words) / count + 100 * sum(len(word) > LONG_WORD for word in words) / len(words) if count else 0
