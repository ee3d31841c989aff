"""The Redaktørguide's own words, followed to the letter in a fresh clone, by one who knows nothing else."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.reading import outside_code

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECIPES = "docs/om/redaktoer/opskrifter.md"
NEW = {"ny-tjekliste": "checklist", "ny-boks": "box", "nyt-dokument": "document", "nyt-ord": "glossary"}


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """The guide as a new editor gets it, with what is not yet committed."""
    place = tmp_path_factory.mktemp("clone") / "guide"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", ROOT.as_uri(), place], check=True)
    told = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, told.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes((ROOT / name).read_bytes())
    return place


def recipe(text: str, anchor: str) -> str:
    """What stands under the heading with this id."""
    found, here = [], False
    for line, prose in outside_code(text):
        if prose and line.startswith("## "):
            here = f"{{#{anchor}}}" in line
        elif here:
            found.append(line)
    return "\n".join(found)


def run(clone: Path, module: str, answers: str = "") -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", module]
    return subprocess.run(command, cwd=clone, input=answers, capture_output=True, text=True, encoding="utf-8")


def follow(clone: Path, steps: str) -> None:
    """Answer as the first block shows; put the second block's line on the page the recipe names."""
    asked, *lines = BLOCK.findall(steps)
    questions, answers = zip(*(line.partition("?")[::2] for line in asked.splitlines()), strict=True)
    told = run(clone, "macros.new", "".join(f"{answer.strip()}\n" for answer in answers))
    assert told.returncode == 0, told.stderr
    assert all(f"{question}? " in told.stdout for question in questions), "the guide shows other questions"
    for line in lines:
        assert line.strip() in told.stdout, "the guide shows another line than the command"
        [name] = re.findall(r"nederst på `(docs/\S+\.md)`", steps)
        (clone / name).write_text((clone / name).read_text() + f"\n{line}")


def test_a_term_a_box_a_list_and_a_document_are_added_by_the_guide_alone(clone):
    text = (clone / RECIPES).read_text()
    for anchor in NEW:
        follow(clone, recipe(text, anchor))
    checked = run(clone, "macros.review")
    assert "skal ses efter" in checked.stderr or (checked.returncode, checked.stderr) == (0, "")
    built = run(clone, "macros.publish")
    assert built.returncode == 0, built.stderr
    network = (clone / "site" / "haandbogen" / "netvaerk.html").read_text()
    assert "Tre gode vaner" in network and "Dagen før mødet" in network
    assert (clone / "site" / "dokumenter" / "invitation-til-kaffemoede.html").exists()
    assert "ord-kaffemoede" in (clone / "site" / "ordliste.html").read_text()


def test_a_page_and_a_status_are_changed_as_the_guide_says(clone):
    steps = recipe((clone / RECIPES).read_text(), "ny-side")
    [page] = BLOCK.findall(steps)
    (clone / "docs" / "haandbogen" / "min-nye-side.md").write_text(page)
    told = run(clone, "macros.review")
    assert "siden står ikke i menuen" in told.stderr
    settings = clone / "mkdocs.yml"
    line = "      - haandbogen/netvaerk.md\n"
    settings.write_text(settings.read_text().replace(line, f"{line}      - haandbogen/min-nye-side.md\n"))
    validity = clone / "data" / "validity.yml"
    validity.write_text(validity.read_text().replace('next_review: "2027-01-15"', 'next_review: "2031-01-15"', 1))
    told = run(clone, "macros.review")
    assert "skal ses efter" in told.stderr or (told.returncode, told.stderr) == (0, "")


def test_every_file_the_guide_names_is_there(clone):
    for name in ("index", "opskrifter"):
        text = (clone / f"docs/om/redaktoer/{name}.md").read_text()
        named = set(re.findall(r"`((?:docs|data|tests)/[^`… ]*|mkdocs\.yml)`", text))
        assert named and {path for path in named if not (clone / path).exists()} == set()
        commands = set(re.findall(r"`?make (\w+)", text)) - {"kan"}
        targets = set(re.findall(r"^(\w+):", (clone / "Makefile").read_text(), re.MULTILINE))
        assert commands <= targets


def test_the_pictures_are_light(clone):
    pictures = list((clone / "docs" / "om" / "redaktoer").glob("*.png"))
    assert len(pictures) >= 3 and sum(path.stat().st_size for path in pictures) <= 250_000
