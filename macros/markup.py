"""What in a text is no prose; and what Markdown can do and no page may, since not every file could have it."""

import re
from collections.abc import Iterator
from html import unescape

from .problems import HIDDEN

PICTURES = ("jpg", "png", "svg", "webp")  # every browser, the book and the EPUB show these
# A call, code, an address and so on, where letters are no words.
NO_PROSE = re.compile(
    r"^\{[{%].*[%}]\}$"  # a call
    r"|`[^`\n]*`|\{[^}\n]*\}|</?[a-zA-Z][^>\n]*>"  # code, a heading's id or a hole to fill, a tag
    r"|(?<=\])\([^)\n]*\)|\S+@\S+|https?://\S+"  # where a link leads, an address
    r"|[\w./-]+\.(?:css|dk|eu|gz|html|js|json|md|org|py|txt|yml|zip)\b\S*"  # a host, a file
    r'|\\[nt"\\]',  # signs of YAML
    re.MULTILINE,
)
NUMBERED = re.compile(r"&#\w+;")
# Pattern, what is wrong, what to write.
RULES = tuple(
    (re.compile(pattern, re.MULTILINE | re.IGNORECASE), what, write)
    for pattern, what, write in (
        (r"</?[a-z][^>\n]*>|<!--", "HTML kan ikke stå på en side", "Markdown, eller en komponent"),
        (
            r"!\[[^\]]*\]\([^)\s]*(?://|:)[^)]*\)",
            "et billede må ikke hentes hos andre",
            "billedets sti i docs/, når du har lagt det dér",
        ),
        (
            r"!\[\s*\]\([^)\n]*\)?",
            "billedet mangler en tekst til dem, der ikke kan se det",
            "![hvad billedet viser](sti.webp)",
        ),
        (
            rf"!\[[^\]]+\]\((?![^)\s]+\.(?-i:{'|'.join(PICTURES)})[)\s])[^)\n]*\)",
            "billedet er i et format, som ikke alle kan vise",
            f"billedet gemt som {', '.join(PICTURES)}, med små bogstaver i navnet",
        ),
        (r"^\[[^\]^][^\]]*\]:.*", "en adresse skal stå i selve linket", "[teksten](adressen)"),
        (r"(?<!\{)\{(?![{%])[^}\n]*=[^}\n]*\}", "en side kan ikke give HTML-attributter", "teksten uden { og }"),
    )
)


def forbidden(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Each place of a page's text without code: its index, what is wrong, what stands there and what to write."""
    for pattern, what, write in RULES:
        for found in pattern.finditer(text):
            yield found.start(), what, found[0].strip(), write
    for found in NUMBERED.finditer(text):
        sign = unescape(found[0])
        if not sign or HIDDEN.search(sign):
            yield found.start(), "et usynligt tegn, som ikke må stå på en side", found[0], "teksten uden tegnet"


def blanked(text: str) -> str:
    """The text with blanks in the place of what is no prose."""
    return NO_PROSE.sub(lambda found: " " * len(found[0]), text)
