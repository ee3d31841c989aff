"""Build time, memory and size: the guide's HTML against plain Material on the same pages, in one run.

    python -m bench.build [--pages N …] [--runs N]

Both builds run `mkdocs build` on the same Markdown with the same components; above the real number of pages
prose is copied (bench/grow.py). Plain Material means the theme as it comes: its own templates, styles, scripts
and search. Prints CPU seconds (the best of N runs, user and system), peak memory and bytes, and the ratios, and keeps
them in data/measurements.yml.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from .grow import ROOT, grown, read_config
from .record import record

TABS = ["navigation.tabs", "navigation.sections", "navigation.indexes", "navigation.footer", "search.highlight"]


def plain(config: Path) -> Path:
    """A configuration of plain Material for the same pages, beside the guide's."""
    settings = read_config(config) | {"site_url": "", "strict": False, "validation": {}}
    settings["theme"] = {"name": "material", "language": "da", "font": False, "features": TABS, "custom_dir": "own"}
    settings["plugins"] = [{"search": {"lang": "da"}}, *settings["plugins"]]
    settings["markdown_extensions"] = [
        {"toc": {"permalink": True}} if isinstance(one, dict) else one for one in settings["markdown_extensions"]
    ]
    (config.parent / "own").mkdir()
    (config.parent / "own" / "home.html").write_text('{% extends "main.html" %}')  # the front page asks for it
    path = config.with_name("plain.yml")
    path.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return path


def build(config: Path, site: Path) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of one build."""
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(site)]
    process = subprocess.Popen(command, cwd=config.parent, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def size(site: Path) -> float:
    """kB a page, all pages together."""
    sizes = [path.stat().st_size for path in site.rglob("*.html")]
    return sum(sizes) / len(sizes) / 1000


def measure(pages: int, runs: int) -> dict[str, tuple[float, float, float]]:
    """CPU seconds, peak memory in MB and kB a page of each build, at so many pages."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        config = grown(folder, pages)
        configs = {"guide": config, "plain_material": plain(config)}
        seen: dict[str, list[tuple[float, float]]] = {name: [] for name in configs}
        for _ in range(runs):
            for name, one in configs.items():
                seen[name].append(build(one, folder / name))
        best = {name: [min(column) for column in zip(*rows, strict=True)] for name, rows in seen.items()}
        return {name: (*best[name], size(folder / name)) for name in configs}


def table(pages: int, found: dict[str, tuple[float, float, float]]) -> list[list]:
    """The rows of one size: the guide, plain Material, and one divided by the other."""
    ratios = [guide / other for guide, other in zip(*found.values(), strict=True)]
    rows = [[pages, name, *figures] for name, figures in (found | {"ratio": ratios}).items()]
    return [[*row[:2], *(round(figure, 2 if row[1] == "ratio" else 1) for figure in row[2:])] for row in rows]


def main() -> None:
    """Build each size in turn and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    real = len(list((ROOT / "docs").rglob("*.md")))
    parser.add_argument("--pages", type=int, nargs="+", default=[real, 700, 3500])
    parser.add_argument("--runs", type=int, default=1)
    chosen = parser.parse_args()
    rows = [row for pages in chosen.pages for row in table(pages, measure(pages, chosen.runs))]
    record("byggetid", ["pages", "build", "cpu_seconds", "memory_mb", "kb_a_page"], rows)


if __name__ == "__main__":
    main()
