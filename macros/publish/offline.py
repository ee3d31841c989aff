"""The offline bundle: the site itself in a zip, with a text that says how to open it."""

import time
import zipfile
from pathlib import Path

NAME = "samarbejdsguiden-offline.zip"
FOLDER = "samarbejdsguiden"
README = "LÆS-MIG.txt"
EARLIEST = 315_532_800  # 1980-01-01, the first moment a zip can tell (APPNOTE.TXT 4.4.6)


def write_bundle(site: Path, readme: Path, into: Path, epoch: int) -> Path:
    """Pack the built site and the text `readme` (with Windows line ends) into the folder `into`.

    Entries are sorted and all carry the time `epoch` (seconds since 1970), so that the same site gives the same bytes.
    """
    into.mkdir(parents=True, exist_ok=True)
    path = into / NAME
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        text = readme.read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-8-sig")
        _add(bundle, f"{FOLDER}/{README}", text, epoch)
        for file in sorted(path for path in site.rglob("*") if path.is_file()):
            _add(bundle, f"{FOLDER}/{file.relative_to(site).as_posix()}", file.read_bytes(), epoch)
    return path


def _add(bundle: zipfile.ZipFile, name: str, data: bytes, epoch: int) -> None:
    entry = zipfile.ZipInfo(name, time.gmtime(max(epoch, EARLIEST))[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    bundle.writestr(entry, data)
