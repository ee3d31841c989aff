"""Lighthouse on a phone with slow 4G: the guide beside plain Material on the same pages, in one run.

    python -m bench.lighthouse [--runs N]

Keeps for each page the median of N runs with Lighthouse's own settings for a phone: the four scores, and the largest
contentful paint in seconds as it works it out. `sh bench/tools` fetches Lighthouse, which needs Node; nothing else of
the guide does.
"""

import argparse
import json
import os
import subprocess
from statistics import median

from tests.chromium import ARGUMENTS, PROGRAM

from .grow import ROOT
from .record import record
from .served import PAGES, served

COMMAND = ROOT / ".venv" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
SCORES = ["performance", "accessibility", "best_practices", "seo"]
COLUMNS = ["page", "build", *SCORES, "lcp_s"]


def told(address: str) -> bytes:
    """Lighthouse's report. On a busy machine the browser now and then does not start in time: it is tried again."""
    command = [COMMAND, address, "--quiet", "--output=json", f"--chrome-flags={' '.join(ARGUMENTS)}"]
    for last in (False, False, True):
        environment = os.environ | {"CHROME_PATH": PROGRAM}
        run = subprocess.run(command, check=last, stdout=subprocess.PIPE, env=environment)
        if run.returncode == 0:
            break
    return run.stdout


def measure(address: str) -> dict[str, float]:
    """The scores of one run, each from 0 to 100, and the paint in seconds."""
    report = json.loads(told(address))
    found = {name: 100 * report["categories"][name.replace("_", "-")]["score"] for name in SCORES}
    return found | {"lcp_s": report["audits"]["largest-contentful-paint"]["numericValue"] / 1000}


def row(page: str, name: str, all_: list[dict[str, float]]) -> list:
    """The medians of a page's runs."""
    middle = {figure: median(one[figure] for one in all_) for figure in COLUMNS[2:]}
    return [page, name, *(round(middle[score]) for score in SCORES), round(middle["lcp_s"], 2)]


def main() -> None:
    """Run over each page of both sites in turn and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    rows = []
    with served() as sites:
        for page, path in PAGES.items():
            pairs = [{name: measure(f"{site.address}/{path}") for name, site in sites.items()} for _ in range(runs)]
            rows += [row(page, name, [pair[name] for pair in pairs]) for name in sites]
    record("lighthouse", COLUMNS, rows)


if __name__ == "__main__":
    main()
