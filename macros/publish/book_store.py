"""Books as they were last set: one in which nothing has changed is not set again."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

MARK = 64  # signs of a SHA-256 in hexadecimal; they come first in a stored file


class Store:
    """The last PDF of each book, in a folder of its own."""

    def __init__(self, folder: Path):
        self._folder = folder

    def get(self, name: str, mark: str) -> bytes | None:
        """The book called `name`, if it was made from what the mark stands for."""
        if not (self._folder / name).exists():
            return None
        stored = (self._folder / name).read_bytes()
        return stored[MARK:] if stored[:MARK] == mark.encode() else None

    def put(self, name: str, mark: str, pdf: bytes) -> bytes:
        """Store the book in the place of the last one, whole or not at all; returns it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._folder, delete=False) as file:
            file.write(mark.encode() + pdf)
        Path(file.name).replace(self._folder / name)
        return pdf


def mark_of(files: Mapping[str, Path], *values: object) -> str:
    """What tells apart books made from other files, by name and content, or from other values."""
    mark = sha256(repr(values).encode())
    for name, file in sorted(files.items()):
        mark.update(f"{name} {file.stat().st_size} ".encode() + file.read_bytes())
    return mark.hexdigest()
