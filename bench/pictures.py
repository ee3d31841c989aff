"""`python -m bench.pictures`: makes the pictures of the Redaktørguide from the real thing, in a copy of the guide."""

import html
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.chromium import ARGUMENTS, PROGRAM

ROOT = Path(__file__).parents[1]
INTO = ROOT / "docs" / "om" / "redaktoer"
PARTS = ("data", "docs", "macros", "overrides", "mkdocs.yml")
PAGE = "docs/haandbogen/netvaerk.md"
ANSWERS = ("tjekliste", "Dagen før mødet", "")
WINDOW = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #1d2321; color: #eef2f0; }
pre { margin: 0; padding: 20px 24px; font: 15px/1.5 "Liberation Mono", monospace; white-space: pre-wrap; }
</style><pre>"""


def main() -> None:
    """Write make-check.png, make-new.png and ny-boks.png."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        copy = Path(folder)
        for part in PARTS:
            (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, copy / part)
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 820, "height": 200})
        _window(page, "make new", _new(copy, *ANSWERS), "make-new.png")
        _new(copy, "boks", "Tre gode vaner", "lo-jobcenterhaandbog-2010 8")
        text = (copy / PAGE).read_text(encoding="utf-8")
        (copy / PAGE).write_text(f'{text}\n{{{{ box("tre-gode-vaner") }}}}\n', encoding="utf-8")
        subprocess.run([sys.executable, "-m", "macros.publish"], cwd=copy, check=True, stdout=subprocess.DEVNULL)
        page.set_viewport_size({"width": 760, "height": 400})
        page.goto((copy / "site" / "haandbogen" / "netvaerk.html").as_uri() + "#tre-gode-vaner")
        page.locator(".c-box", has_text="Tre gode vaner").screenshot(path=INTO / "ny-boks.png")
        wrong = text.replace("(samarbejdsaftaler.md", "(samarbejdsaftale.md").replace(
            "skal I danne", "skal i blot danne"
        )
        (copy / PAGE).write_text(wrong.replace("topics: [lbr, ", "topics: [lbrr, "), encoding="utf-8")
        (copy / "data" / "boxes" / "tre-gode-vaner.yml").unlink()
        page.goto("about:blank")  # leaves the built page, whose policy allows no style but its own
        page.set_viewport_size({"width": 820, "height": 200})
        _window(page, "make check", _run(copy, "macros.review").stderr, "make-check.png")
        browser.close()


def _new(copy: Path, *answers: str) -> str:
    told = _run(copy, "macros.new", "".join(f"{answer}\n" for answer in answers)).stdout
    for answer in answers:  # a terminal shows what is typed after each question
        told = told.replace("? ", f"?\0{answer}\n", 1)
    return told.replace("\0", " ")


def _run(copy: Path, module: str, answers: str = "") -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", module]
    return subprocess.run(command, cwd=copy, input=answers, capture_output=True, text=True, check=False)


def _window(page: Page, command: str, told: str, name: str) -> None:
    page.set_content(f"{WINDOW}$ {command}\n{html.escape(told)}</pre>")
    page.screenshot(path=INTO / name, full_page=True)


if __name__ == "__main__":
    main()
