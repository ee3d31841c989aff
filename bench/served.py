"""The guide and plain Material of the same pages, each on nginx with the configuration in hosting/, for a browser."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from macros.publish.compress import compress
from tests.servers import nginx

from .build import build, plain
from .grow import ROOT, grown

# What is measured, by the name of its row in data/labels.yml.
PAGES = {
    "front_page": "index.html",
    "nine_tips": "jobkonsulenten/index.html",
    "handbook_page": "haandbogen/netvaerk.html",
    "document_page": "dokumenter/forloebsaftale.html",
}


@dataclass
class Served:
    """A site at an address, and the file where its server keeps account of what it sent."""

    address: str
    log: Path

    def sent(self) -> list[int]:
        """The bytes of each answer so far, headers too."""
        return [int(line) for line in self.log.read_text().split()]


@contextmanager
def served() -> Iterator[dict[str, Served]]:
    """Both sites while they are served: the guide as `make site` built it, and plain Material, packed alike."""
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as stack:
        folder = Path(temporary)
        build(plain(grown(folder)), folder / "plain")
        compress(folder / "plain")
        sites = {"guide": ROOT / "site", "plain_material": folder / "plain"}
        running = {}
        for name, site in sites.items():
            work = folder / f"{name}-server"
            work.mkdir()
            address = stack.enter_context(nginx(site, work, log=work / "sent"))
            running[name] = Served(address, work / "sent")
        yield running
