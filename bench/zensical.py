"""What differs when Zensical builds the same sources: a report, not a test.

    python -m bench.zensical

Zensical's layouts cannot call Python, so the guide's own layout is left out under both engines: the pages are plain
Material's, and what is compared is what stands in their articles.
"""

import os
import subprocess
import sys
import tempfile
import time
from difflib import SequenceMatcher
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from bench.build import plain
from bench.grow import ROOT, grown
from macros.reading import with_code_shown
from tests.engine_pages import anchors, components, pages, text

TARGET = ROOT / ".venv" / "zensical"
ADAPTER = "from bench.zensical_guide import define_env  # noqa: F401\n"
SETTINGS = {"SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": f"{TARGET}{os.pathsep}{ROOT}"}
ARTICLE = "article"


def install() -> None:
    """Put Zensical in a folder of its own, where only this report finds it."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if TARGET.exists():
        return
    subprocess.run([*pip, "--no-deps", "--target", TARGET, "-r", ROOT / "bench" / "zensical.txt"], check=True)


def _settings(folder: Path, module: str) -> Path:
    """Plain Material's configuration of the guide, with its components from `module`."""
    config = plain(grown(folder))
    (folder / "guide_macros.py").write_text(ADAPTER)
    written = config.read_text().replace("module_name: macros", f"module_name: {module}")
    if module != "macros":  # Zensical takes neither the extension nor what is done to a page from the macros
        written = written.replace("- md_in_html\n", "- md_in_html\n- macros.kept\n")
        for page in (config.parent / "docs").rglob("*.md"):
            page.write_text(with_code_shown(page.read_text()))
    config.write_text(written)
    return config


def build(engine: str, config: Path) -> float:
    """Build with `python -m engine`, to site/ beside the configuration; returns the seconds it took."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", engine, "build", "-f", config],
        cwd=config.parent,
        env=os.environ | SETTINGS,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{engine}:\n{done.stdout}{done.stderr}")
    return time.perf_counter() - started


def articles(folder: Path) -> dict[str, HTMLParser]:
    """The article of each page of a built site."""
    found = {name: HTMLParser(path.read_text()).css_first(ARTICLE) for name, path in pages(folder).items()}
    return {name: HTMLParser(f"<body>{article.html}</body>") for name, article in found.items() if article}


def differences(one: HTMLParser, other: HTMLParser) -> dict[str, str]:
    """What differs between two articles, by what was looked at."""
    found = {}
    for look in (text, anchors, components):
        before, after = look(one), look(other)
        if before != after:
            found[look.__name__] = _first(before.split(), after.split()) if look is text else _first(before, after)
    return found


def _first(before, after) -> str:
    """The first place where two lists differ, as "was -> is"."""
    before, after = list(before), list(after)
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            return f"{' '.join(before[a:b])[:60]!r} -> {' '.join(after[c:d])[:60]!r}"
    return "the numbers alone"


def main() -> None:
    """Build both and print a line for each page that differs, and the sums."""
    install()
    with tempfile.TemporaryDirectory() as temporary:
        made, seconds = {}, {}
        for engine in ("mkdocs", "zensical"):
            folder = Path(temporary) / engine
            folder.mkdir()
            config = _settings(folder, "guide_macros" if engine == "zensical" else "macros")
            seconds[engine] = build(engine, config)
            made[engine] = articles(folder / "site")
    one, other = made["mkdocs"], made["zensical"]
    unlike = {name: differences(one[name], other[name]) for name in one if name in other}
    for name, found in unlike.items():
        for look, what in found.items():
            print(f"{name}: {look}: {what}")
    print("MkDocs {mkdocs:.1f} s, Zensical {zensical:.1f} s".format_map(seconds))
    print(f"pages: {len(one)} and {len(other)}; missing {sorted(one.keys() - other.keys())}")
    for look in ("text", "anchors", "components"):
        print(f"{look}: {sum(look not in found for found in unlike.values())} of {len(unlike)} pages are the same")


if __name__ == "__main__":
    main()
