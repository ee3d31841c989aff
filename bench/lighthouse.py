"""Lighthouse on a phone with slow 4G: the guide, and plain Material on the same pages, in one run.

    python -m bench.lighthouse [--runs N]

Needs Node and npm, for measuring alone. Prints for each page the median of N runs: the four scores, the largest
contentful paint in seconds, total blocking time in ms, layout shift and kB; then the paint against plain Material's.
"""

import argparse
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from tests.host import Host

from .build import build, plain
from .grow import ROOT, grown

LIGHTHOUSE = "lighthouse@12.8.2"
TOOLS = ROOT / ".venv" / "lighthouse"
PAGES = ["index.html", "jobkonsulenten/index.html", "haandbogen/netvaerk.html", "dokumenter/forloebsaftale.html"]
SCORES = ["performance", "accessibility", "best-practices", "seo"]
AUDITS = {
    "LCP s": ("largest-contentful-paint", 1000),
    "TBT ms": ("total-blocking-time", 1),
    "CLS": ("cumulative-layout-shift", 1),
    "kB": ("total-byte-weight", 1000),
}


def install() -> Path:
    """Lighthouse's command, fetched once."""
    command = TOOLS / "node_modules" / ".bin" / "lighthouse"
    if not command.exists():
        fetch = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(TOOLS), LIGHTHOUSE]
        subprocess.run(fetch, check=True, env=os.environ | {"PUPPETEER_SKIP_DOWNLOAD": "1"})
    return command


def measure(command: Path, address: str) -> dict[str, float]:
    """The scores (0 to 100) and figures of one run: Lighthouse's own phone and slow 4G, simulated."""
    flags = ["--headless=new", "--no-sandbox"] if os.geteuid() == 0 else ["--headless=new"]
    told = subprocess.run(
        [command, address, "--quiet", "--output=json", f"--chrome-flags={' '.join(flags)}"],
        check=True,
        capture_output=True,
        env=os.environ | {"CHROME_PATH": shutil.which("chromium") or ""},
    )
    report = json.loads(told.stdout)
    found = {name: 100 * report["categories"][name]["score"] for name in SCORES}
    return found | {name: report["audits"][audit]["numericValue"] / unit for name, (audit, unit) in AUDITS.items()}


def main() -> None:
    """Run both sites in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    command = install()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        config = grown(folder)
        build(plain(config), folder / "plain")
        hosts = {"guide": Host(ROOT / "site"), "plain Material": Host(folder / "plain")}
        print(f"{'':50}" + "".join(f"{name:>16}" for name in [*SCORES, *AUDITS]))
        for page in PAGES:
            found = {name: [] for name in hosts}
            for _ in range(runs):
                for name, host in hosts.items():
                    found[name].append(measure(command, host.address + page))
            for name, all_ in found.items():
                figures = [median(one[figure] for one in all_) for figure in [*SCORES, *AUDITS]]
                print(f"{page:34}{name:16}" + "".join(f"{figure:16.2f}" for figure in figures), flush=True)
            paint = {name: median(one["LCP s"] for one in all_) for name, all_ in found.items()}
            print(f"{'':34}{'ratio of LCP':16}{paint['guide'] / paint['plain Material']:16.2f}")
        for host in hosts.values():
            host.stop()


if __name__ == "__main__":
    main()
