"""The offline bundle: the site itself in a zip, with a text that says how to open it."""

import zipfile
from pathlib import Path

from .packing import entry

NAME = "samarbejdsguiden-offline.zip"
FOLDER = "samarbejdsguiden"
README = "LÆS-MIG.txt"


def write_bundle(site: Path, readme: Path, into: Path, epoch: int) -> Path:
    """Pack the built site and the text `readme` (with Windows line ends) into the folder `into`.

    Entries are sorted and all carry the time `epoch` (seconds since 1970), so that the same site gives the same bytes.
    """
    into.mkdir(parents=True, exist_ok=True)
    path = into / NAME
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        text = readme.read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-8-sig")
        bundle.writestr(entry(f"{FOLDER}/{README}", epoch), text)
        for file in sorted(path for path in site.rglob("*") if path.is_file()):
            name = f"{FOLDER}/{file.relative_to(site).as_posix()}"
            bundle.writestr(entry(name, epoch), file.read_bytes())
    return path
