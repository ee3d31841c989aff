"""What is wrong in the content, told to an editor: file, line, what, what stood there, what to write."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one place. `line` counts from one."""

    file: str
    line: int
    what: str
    found: str = ""
    write: str = ""

    def __str__(self) -> str:
        lines = [f"{self.file}, linje {self.line}: {self.what}"]
        if self.found:
            lines.append(f"    Der står: {_one_line(self.found)}")
        if self.write:
            lines.append(f"    Skriv:    {self.write}")
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
    flat = " ".join(str(value).split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
