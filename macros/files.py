"""A file an editor writes: its text, where everything in it stands, and what was wrong."""

from dataclasses import dataclass, field
from pathlib import Path

from .problems import HIDDEN, Place, Problem, place_in

MAX_BYTES = 1_000_000
MAX_LINE = 20_000


@dataclass
class Document:
    """A loaded file: its data, place and text of every value by path, and what was wrong."""

    file: str
    data: object = None
    text: str = ""
    first_line: int = 1
    places: dict[tuple, Place] = field(default_factory=dict)
    spans: dict[tuple, slice] = field(default_factory=dict)
    written: dict[tuple, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def at(self, path: tuple) -> Place:
        """The place of a field or point, or of the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(1))

    def value_at(self, path: tuple) -> Place:
        """The place of a value where it stands on its field's line, else that of the field."""
        span = self.spans.get(path)
        at = place_in(self.text, span.start, self.first_line) if span else self.at(path)
        return at if at.line == self.at(path).line else self.at(path)

    def find(self, path: tuple, part: str) -> Place:
        """The place of a part of a value, told by how it is written; of the value, where it is written otherwise."""
        span = self.spans.get(path, slice(0, 0))
        index = self.text.find(part, span.start, span.stop)
        return self.value_at(path) if index < 0 else place_in(self.text, index, self.first_line)

    def problem(self, at: Place, what: str, found: str = "", write: str = "") -> None:
        """Note a mistake in this file."""
        self.problems.append(Problem(self.file, at, what, found, write))


def read_text(path: Path, document: Document) -> str | None:
    """The text of the file at `path`, or None with the reason noted in `document`."""
    try:
        if not path.is_file():
            document.problem(Place(1), "det er ikke en fil, der kan læses", "", "en almindelig fil")
            return None
        size = path.stat().st_size
        if size > MAX_BYTES:
            write = f"højst {MAX_BYTES} byte, delt i flere filer"
            document.problem(Place(1), "filen er for stor", f"{size} byte", write)
            return None
        return _checked(_decoded(path.read_bytes(), document), document)
    except OSError as error:
        document.problem(Place(1), "filen kan ikke læses", error.strerror or "", "filen igen, så alle må læse den")
        return None


def _decoded(raw: bytes, document: Document) -> str | None:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        at = Place(before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
        found = raw.split(b"\n")[at.line - 1].decode("latin-1").strip()
        document.problem(at, "filen er ikke gemt som UTF-8", found, "filen igen med tegnsættet UTF-8")
        return None


def _checked(text: str | None, document: Document) -> str | None:
    if text is None:
        return None
    if hidden := HIDDEN.search(text):
        at = place_in(text, hidden.start())
        found = text.split("\n")[at.line - 1].strip()
        document.problem(at, "et usynligt tegn, som ikke må stå i filen", found, "linjen forfra")
        return None
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            document.problem(Place(number), "linjen er for lang", line, f"højst {MAX_LINE} tegn på en linje")
            return None
    return text
