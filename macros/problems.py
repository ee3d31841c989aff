"""What is wrong in the content, told to an editor: file, line, what, what stood there, what to write."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

# Signs nobody sees: control signs, other line ends than the line feed, marks that turn or hide text, and U+FFFD, which
# says that a sign was lost. The soft hyphen, the no-break space and the joiner of emoji are meant.
HIDDEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
LONGEST = 600  # signs of a line in a message


class Place(NamedTuple):
    """Where something stands, counted from one; column 0 when it is the line, or the file, as a whole."""

    line: int
    column: int = 0

    def __str__(self) -> str:
        return f"linje {self.line}, kolonne {self.column}" if self.column else f"linje {self.line}"


def place_in(text: str, index: int, first_line: int = 1) -> Place:
    """The place of the sign at `index` of a text that begins on `first_line` of its file."""
    return Place(first_line + text.count("\n", 0, index), index - text.rfind("\n", 0, index))


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one place."""

    file: str
    at: Place
    what: str
    found: str = ""
    write: str = ""

    def __str__(self) -> str:
        lines = [f"{_one_line(self.file)}, {self.at}: {_one_line(self.what, LONGEST)}"]
        if self.found:
            lines.append(f"    Der står: {_one_line(self.found)}")
        if self.write:
            lines.append(f"    Skriv:    {_one_line(self.write, LONGEST)}")
        return "\n".join(lines)


class ContentError(Exception):
    """Raised once with every problem found; its text is the whole message for the editor."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        word = "fejl" if count == 1 else "fejl i alt"
        head = f"Guiden kan ikke bygges: {count} {word} i indholdet. Den forrige udgave er ikke rørt."
        super().__init__("\n\n".join([head, *map(str, self.problems)]))

    @classmethod
    def told(cls, message: str) -> "ContentError":
        """An error whose message for the editor is already written."""
        error = cls(())
        error.args = (message,)
        return error


def suggest(wrong: str, known: Iterable[str], before: str = "", near: float = 0.5) -> str:
    """A proposal made of the known names nearest to a wrong one, with `before` in front; empty when none is near."""
    found = [before + name for name in get_close_matches(wrong, list(known), n=3, cutoff=near)]
    return f"{' eller '.join(found)} (mente du {found[0]}?)" if found else ""


def _one_line(value: str, limit: int = 120) -> str:
    flat = " ".join(_shown(value).split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def _shown(text: str) -> str:
    return HIDDEN.sub(lambda sign: f"⟨U+{ord(sign[0]):04X}⟩", text)
