"""Build time and size: the guide's HTML against plain Material on the same pages, in one run.

    python -m bench.build [--runs N]

Both builds run `mkdocs build` on the same Markdown with the same components. Plain Material means the theme
as it comes: its own templates, styles, scripts and search. Prints CPU seconds (the best of N runs, user and
system), peak memory and bytes, and the ratios.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
TABS = ["navigation.tabs", "navigation.sections", "navigation.indexes", "navigation.footer", "search.highlight"]


def plain(folder: Path) -> Path:
    """A configuration of plain Material for the same pages, in `folder`."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_multi_constructor("!", lambda loader, suffix, node: None)
    loader.add_multi_constructor("tag:yaml.org,2002:python", lambda loader, suffix, node: None)
    config = yaml.load(text, loader)
    config |= {"site_url": "", "docs_dir": str(ROOT / "docs"), "strict": False, "validation": {}}
    config["theme"] = {"name": "material", "language": "da", "font": False, "features": TABS, "custom_dir": "own"}
    config["plugins"] = [{"search": {"lang": "da"}}, *config["plugins"]]
    config["markdown_extensions"] = [
        {"toc": {"permalink": True}} if isinstance(one, dict) else one for one in config["markdown_extensions"]
    ]
    (folder / "own").mkdir()
    (folder / "own" / "home.html").write_text('{% extends "main.html" %}')  # the front page asks for it
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    for name in ("macros", "data", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "docs").symlink_to(ROOT / "docs")
    return path


def build(config: Path, site: Path) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of one build."""
    shutil.rmtree(site, ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(site)]
    subprocess.run(command, check=True, cwd=config.parent, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def size(site: Path) -> int:
    """Bytes of all pages."""
    return sum(path.stat().st_size for path in site.rglob("*.html"))


def main() -> None:
    """Run the builds in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        configs = {"guide": ROOT / "mkdocs.yml", "plain Material": plain(folder)}
        times: dict[str, list[float]] = {name: [] for name in configs}
        for _ in range(runs):
            for name, config in configs.items():
                times[name].append(build(config, folder / f"site-{name}")[0])
        sizes = {name: size(folder / f"site-{name}") for name in configs}
    print(f"{'':16}{'CPU s':>8}{'HTML kB':>10}")
    for name in configs:
        print(f"{name:16}{min(times[name]):8.2f}{sizes[name] / 1000:10.0f}")
    cpu = min(times["guide"]) / min(times["plain Material"])
    print(f"{'ratio':16}{cpu:8.2f}{sizes['guide'] / sizes['plain Material']:10.2f}")


if __name__ == "__main__":
    main()
