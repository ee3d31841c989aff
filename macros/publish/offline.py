"""The offline bundle: the site itself in a zip, with a text that says how to open it and a list of its files."""

import shutil
import zipfile
from pathlib import Path

from jinja2 import Environment

from ..content import Content
from ..rendering import danish_date
from ..version import Version
from .downloads import FOLDER as DOWNLOADS
from .downloads import write_downloads, write_sums
from .packing import entry
from .worker import write_worker

NAME = "samarbejdsguiden-offline.zip"
FOLDER = "samarbejdsguiden"
README = "LÆS-MIG.txt"
FILES = "filliste.txt"
LEVEL = 6  # measured: 9 takes three times as long and saves a fiftieth


def write_bundle(site: Path, content: Content, components: Environment, texts: Path, version: Version) -> None:
    """Pack the built site into a zip among its own files; the copy in it lists every file but the zip itself.

    `texts` holds the two texts that go with it; in the one for Windows the lines end as there. Entries are sorted and
    all carry the time of the version, so that the same site gives the same bytes.
    """
    folder = site.with_name(FOLDER)
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    write_downloads(folder, content, components)
    told = {"date": danish_date(version.day), "name": version.name}
    readme = (texts / README).read_text(encoding="utf-8").format(**told)
    (folder / README).write_text(readme, encoding="utf-8-sig", newline="\r\n")
    head = (texts / FILES).read_text(encoding="utf-8").format(**told)
    write_worker(folder)
    write_sums(folder, _files(folder), folder / FILES, head)
    with zipfile.ZipFile(site / DOWNLOADS / NAME, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as bundle:
        for file in _files(folder):
            name = file.relative_to(folder.parent).as_posix()
            bundle.writestr(entry(name, version.epoch), file.read_bytes())


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
