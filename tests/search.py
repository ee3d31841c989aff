"""The search index as the tests and the bench read it, and one with many times the content."""

import json
import random
from pathlib import Path

from macros.publish.search_codes import LETTERS, SINGLE, TRIPLE, begun, code

COMMON = 800  # words that new content would share; the rest it would have of its own
START, END = "window.guideIndex = ", ";\n"


def index_file(site: Path) -> Path:
    """The index in the built site; its name carries its fingerprint."""
    return next(site.glob("search-index.*js"))


def load(path: Path) -> dict:
    """What the index holds."""
    return json.loads(path.read_text(encoding="utf-8").removeprefix(START).removesuffix(END))


def script(index: dict) -> str:
    return START + json.dumps(index, ensure_ascii=False, separators=(",", ":")) + END


def pieces_of(index: dict) -> list[str]:
    """The pieces whole: each is written by what it shares with the one before it."""
    pieces = [""]
    for line in index["pieces"].split("\n"):
        pieces.append(pieces[-1][: ord(line[0]) - ord("A")] + line[1:])
    return pieces[1:]


def swapped(coded: str, swaps: dict[str, str]) -> str:
    """A text of the index with other codes in place of some."""
    codes, at = [], 0
    while at < len(coded):
        lead = LETTERS.index(coded[at])
        size = 1 if lead < SINGLE else 2 if lead < len(LETTERS) - TRIPLE else 3
        codes.append(coded[at : at + size])
        at += size
    return "".join(swaps.get(code, code) for code in codes)


def grown(index: dict, times: int) -> dict:
    """The index of a guide `times` as large: every page again at its own address, a third of its rare words new."""
    pieces, pages = pieces_of(index), list(index["pages"])
    chance = random.Random(2026)
    rare = [place for place, piece in enumerate(pieces) if place > COMMON and piece[0].isalpha()]
    for copy in range(1, times):
        swaps = {}
        for place in chance.sample(rare, len(rare) // 3):
            swaps[code(place)] = code(len(pieces))
            pieces.append(pieces[place] + "abcdefghijklmnop"[copy] + pieces[place][-1])
        for url, part, weight, sections in index["pages"]:
            changed = [[anchor, kind, *(swapped(text, swaps) for text in texts)] for anchor, kind, *texts in sections]
            pages.append([f"{copy}/{url}", part, weight, changed])
    return index | {"pieces": "\n".join(begun(pieces)), "pages": pages}
