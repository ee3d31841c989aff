"""The texts of the search index in short: each word, and each stretch between words, as one to three characters.

It takes a quarter off the packed file, and the browser need not look for the words. overrides/search/codes.js and
index.js read it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from os.path import commonprefix

PIECE = re.compile(r"[^\W_]+|[\W_]+")
ENDS = re.compile(r"[.:?!]")  # after these a word mostly has a capital
# What codes are written with: what JSON need not escape. The first SINGLE of these stand alone, the last TRIPLE begin
# a code of three, and the others one of two.
LETTERS = [chr(code) for code in (*range(35, 92), *range(93, 127))]
SINGLE, TRIPLE = 30, 3
DOUBLE = (len(LETTERS) - SINGLE - TRIPLE) * len(LETTERS)
FREQUENT = 200  # the commonest of the pieces with two characters share first characters, which packs better
FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def code(number: int) -> str:
    """The characters that stand for the piece with this number."""
    many = len(LETTERS)
    if number < SINGLE:
        return LETTERS[number]
    number -= SINGLE
    if number < DOUBLE:
        return LETTERS[SINGLE + number // many] + LETTERS[number % many]
    first, rest = divmod(number - DOUBLE, many * many)
    return LETTERS[many - TRIPLE + first] + LETTERS[rest // many] + LETTERS[rest % many]


def code_texts(texts: Iterable[str], groups: Iterable[str]) -> tuple[list[str], dict[str, str], dict[str, str]]:
    """The pieces by number, and as codes each text and each group of words, which nobody reads."""
    small = {word for text in (*groups, *texts) for word in PIECE.findall(text) if word[0].islower()}
    said, grouped = {text: _said(text, small) for text in texts}, {group: PIECE.findall(group) for group in groups}
    pieces = _pieces([*said.values(), *grouped.values()])
    codes = {piece: code(number) for number, piece in enumerate(pieces)} | {" ": ""}
    one, other = ({text: "".join(map(codes.get, found)) for text, found in each.items()} for each in (said, grouped))
    return pieces, one, other


def _said(text: str, small: set[str]) -> list[str]:
    """The pieces of a text, a sentence's first word as it stands elsewhere (`small`): the browser gives it its capital.

    An empty piece stands before a first word that has none.
    """
    found, first = [], True
    for piece in PIECE.findall(text):
        word = piece[0].isalnum()
        if word and first:
            lower = piece[0].lower() + piece[1:]
            if lower == piece and piece[0].isalpha():
                found.append("")
            found.append(lower if lower in small else piece)
        else:
            found.append(piece)
        first = not word and (ENDS.search(piece) or (first and piece.isspace()))
    return found


def _pieces(texts: Iterable[list[str]]) -> list[str]:
    """Every piece but the single space: the commonest first, in the order of the alphabet where codes are alike."""
    counts = Counter(piece for text in texts for piece in text if piece != " ")
    common = [piece for piece, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))]
    stops = [0, SINGLE, SINGLE + FREQUENT, SINGLE + DOUBLE, len(common)]
    return [piece for start, stop in pairwise(stops) for piece in sorted(common[start:stop])]


def divided(piece: str, parts: dict[str, tuple[str, ...]]) -> str:
    """A word with its parts marked: arbejdsevne, made of arbejd and evne, is "arbejd_s-evne"."""
    made_of = parts.get(piece.lower())
    if not made_of:
        return piece
    spans = re.fullmatch("(s|e|)".join(f"({part})" for part in made_of), piece.lower()).regs[1:]
    bits = [piece[start:stop] for start, stop in spans]
    firsts = [bits[at] + (f"_{bits[at + 1]}" if bits[at + 1] else "") for at in range(0, len(bits) - 1, 2)]
    return "-".join([*firsts, bits[-1]])


def begun(pieces: list[str]) -> list[str]:
    """Each piece by how many letters it begins with as the one before it, A for none, and the letters that follow."""
    alike = [len(commonprefix(pair)) for pair in pairwise(["", *pieces])]  # noqa: RUF071 letters are meant
    return [chr(ord("A") + min(many, 25)) + piece[min(many, 25) :] for many, piece in zip(alike, pieces, strict=True)]


def folded(text: str) -> str:
    """Small letters, æ, ø and å as two each and no accents, as danish.fold in overrides/search/words.js."""
    return re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFD", text.lower().translate(FOLD)))


def short_anchor(anchor: str, title: str) -> str:
    """An anchor with * for an end that the title gives, in small ASCII letters and hyphens: ord-* for ord-jobcenter."""
    end = re.sub(r"[^a-z0-9]+", "-", folded(title)).strip("-")
    return anchor.removesuffix(end) + "*" if end and anchor.endswith(end) else anchor
