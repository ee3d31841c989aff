"""What a visit weighs, and what nginx answers under wrk for a minute with the shipped configuration.

    python -m bench.load [--seconds 60]

Writes data/hosting.yml, which the page for hosts shows. wrk and nginx share this machine's processors.
"""

import argparse
import os
import re
import subprocess
import tempfile
from datetime import date
from pathlib import Path
from statistics import mean

import yaml

from tests.pages import SITE, page_names
from tests.servers import NGINX, nginx

OUT = Path("data") / "hosting.yml"
HEAD = "# Skrevet af python -m bench.load. Mål igen, når guiden er vokset; skriv ikke i filen.\n"
CONNECTIONS = 64
PAGES_A_VISIT = 4
VISITS_A_MONTH = 10_000_000
FETCHED = re.compile(r'<(?:link rel="(?:stylesheet|icon|manifest)" href|script src)="([^"]+)"')
# wrk asks for the pages in turn, as a browser asks. https://github.com/wg/wrk/blob/master/SCRIPTING
SCRIPT = """
local paths, at = {{ {paths} }}, 0
wrk.headers["Accept-Encoding"] = "br, gzip"
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency)
  local e = summary.errors
  print(string.format("answers %d", summary.requests))
  print(string.format("errors %d", e.connect + e.read + e.write + e.status + e.timeout))
  print(string.format("p50 %.3f", latency:percentile(50) / 1000))
  print(string.format("p99 %.3f", latency:percentile(99) / 1000))
end
"""


def visit() -> dict[str, int]:
    """A visit in bytes packed with Brotli and in requests: the means over all pages of the built site."""
    firsts, nexts, files = [], [], []
    for name in page_names():
        if name == "404.html":
            continue
        page = SITE / name
        fetched = {(page.parent / each).resolve() for each in FETCHED.findall(page.read_text(encoding="utf-8"))}
        firsts.append(sum(map(_packed, fetched)) + _packed(page))
        nexts.append(_packed(page))
        files.append(len(fetched) + 1)
    return {
        "pages": PAGES_A_VISIT,
        "first_bytes": round(mean(firsts)),
        "first_requests": round(mean(files)),
        "next_bytes": round(mean(nexts)),
        "next_requests": 1,
    }


def _packed(path: Path) -> int:
    packed = path.with_name(path.name + ".br")
    return (packed if packed.exists() else path).stat().st_size


def load(seconds: int) -> dict[str, float]:
    """What nginx answered under wrk."""
    paths = ", ".join(f'"/{name}"' for name in page_names() if name != "404.html")
    with tempfile.TemporaryDirectory() as temporary, nginx(SITE, Path(temporary)) as address:
        script = Path(temporary) / "pages.lua"
        script.write_text(SCRIPT.format(paths=paths))
        command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", script, address]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures = re.findall(r"^(answers|errors|p50|p99) ([\d.]+)$", told, re.MULTILINE)
    found = {name: float(value) for name, value in figures}
    return {
        "seconds": seconds,
        "connections": CONNECTIONS,
        "answers": int(found["answers"]),
        "errors": int(found["errors"]),
        "p50_ms": found["p50"],
        "p99_ms": found["p99"],
    }


def machine() -> str:
    """The processor's name and number."""
    name = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())[1]
    return f"{name} med {os.cpu_count()} kerner, som wrk og serveren delte"


def main() -> None:
    """Measure and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60)
    seconds = parser.parse_args().seconds
    version = subprocess.run([NGINX, "-v"], check=True, capture_output=True, text=True).stderr
    measured = {
        "date": date.today().isoformat(),
        "machine": machine(),
        "server": re.sub(r".*version: ", "", version).strip().replace("/", " "),
        "visits_a_month": VISITS_A_MONTH,
        "visit": visit(),
        "load": load(seconds),
    }
    OUT.write_text(HEAD + yaml.safe_dump(measured, allow_unicode=True, sort_keys=False), encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
