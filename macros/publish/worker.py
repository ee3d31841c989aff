"""The service worker's list: every file of the site that is to work offline, with its hash."""

import base64
import hashlib
import json
from pathlib import Path
from urllib.parse import quote

NAME = "service-worker.js"
BLANK = 'const edition = "", files = new Map([]);'
# Large files are fetched by the readers who want them; the rest is for hosts and crawlers.
LEFT_OUT = {".br", ".epub", ".gz", ".pdf", ".txt", ".xml", ".zip"}


def write_worker(site: Path) -> None:
    """Fill in the list of the built site's service worker. Comes last: it holds the hash of every other file.

    Raises ValueError when the script has no empty list to fill in.
    """
    worker = site / NAME
    script = worker.read_text(encoding="utf-8")
    if not script.startswith(BLANK):
        raise ValueError(f"overrides/{NAME} must begin with: {BLANK}")
    files = sorted(path for path in site.rglob("*") if path.is_file() and path.suffix not in LEFT_OUT | {""})
    hashes = [(quote(path.relative_to(site).as_posix()), _sha256(path)) for path in files if path != worker]
    listed = json.dumps(hashes, separators=(",", ":"))
    edition = hashlib.sha256(listed.encode()).hexdigest()[:12]
    filled = f'const edition = "{edition}", files = new Map({listed});'
    worker.write_text(filled + script.removeprefix(BLANK), encoding="utf-8")


def _sha256(path: Path) -> str:
    """As Subresource Integrity writes it: base64."""
    return base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
