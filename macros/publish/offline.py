"""The offline bundle: the site itself in a zip, with a text that says how to open it and a list of its files."""

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment

from ..content import Content
from ..rendering import danish_date
from ..version import Version
from .downloads import FOLDER as DOWNLOADS
from .downloads import page_of, write_downloads, write_sums
from .packing import entry
from .worker import NAME as WORKER
from .worker import write_worker

NAME = "samarbejdsguiden-offline.zip"
FOLDER = "samarbejdsguiden"
README = "LÆS-MIG.txt"
FILES = "filliste.txt"
LEVEL = 6  # measured: 9 takes three times as long and saves a fiftieth


class Bundle:
    """The zip, begun with the pages while the books are set, and finished when the site is."""

    def __init__(self, site: Path, content: Content, version: Version):
        self._site, self._content, self._version = site, content, version
        self._folder = site.with_name(FOLDER)
        self._path = self._folder.with_suffix(".zip")

    def begin(self) -> None:
        """Pack what no book changes."""
        shutil.copytree(self._site, self._folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
        later = {self._folder / page_of(self._content).url, self._folder / WORKER}
        self._pack(path for path in self._files() if path not in later)

    def finish(self, components: Environment, texts: Path) -> None:
        """Pack the rest, and put the zip among the site's files; the copy in it lists every file but the zip itself.

        `texts` holds the two texts that go with it; in the one for Windows the lines end as there. All entries carry
        the time of the version, so that the same site gives the same bytes.
        """
        shutil.copytree(self._site / DOWNLOADS, self._folder / DOWNLOADS, dirs_exist_ok=True)
        write_downloads(self._folder, self._content, components)
        told = {"date": danish_date(self._version.day), "name": self._version.name}
        readme = (texts / README).read_text(encoding="utf-8").format(**told)
        (self._folder / README).write_text(readme, encoding="utf-8-sig", newline="\r\n")
        head = (texts / FILES).read_text(encoding="utf-8").format(**told)
        write_worker(self._folder)
        write_sums(self._folder, self._files(), self._folder / FILES, head)
        with zipfile.ZipFile(self._path) as begun:
            packed = set(begun.namelist())
        self._pack(path for path in self._files() if self._name(path) not in packed)
        self._path.replace(self._site / DOWNLOADS / NAME)

    def _pack(self, files: Iterable[Path]) -> None:
        with zipfile.ZipFile(self._path, "a", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as bundle:
            for file in files:
                bundle.writestr(entry(self._name(file), self._version.epoch), file.read_bytes())

    def _name(self, file: Path) -> str:
        return file.relative_to(self._folder.parent).as_posix()

    def _files(self) -> list[Path]:
        return sorted(path for path in self._folder.rglob("*") if path.is_file())
