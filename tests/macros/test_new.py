"""`make new`: three answers make a valid file that explains itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.checks import check_content
from macros.content import load_content
from macros.models.documents import Document
from macros.models.guidance import Box, Checklist
from macros.models.reference import Term
from macros.problems import ContentError
from macros.settings import check_menu, load_settings


def new(root: Path, *answers: str) -> subprocess.CompletedProcess:
    text = "".join(f"{answer}\n" for answer in answers)
    command = [sys.executable, "-m", "macros.new"]
    return subprocess.run(command, cwd=root, input=text, capture_output=True, text=True, encoding="utf-8")


def check(root: Path) -> None:
    content = load_content(root)
    check_content(content)
    check_menu(load_settings(root), content.pages)


@pytest.mark.parametrize("source", ["", "kilden", "kilden 12", "kilden side 8-9"])
@pytest.mark.parametrize("kind", ["tjekliste", "dokument", "ord"])
def test_the_guide_is_in_order_after_three_answers(whole, kind, source):
    root = whole()
    told = new(root, kind, "Årets første møde", source)
    assert (told.returncode, told.stderr) == (0, "")
    assert "make check" in told.stdout
    check(root)


def test_a_box_is_in_order_when_it_stands_where_the_command_says(whole):
    root = whole()
    told = new(root, "boks", "Godt at vide", "kilden 3")
    assert told.returncode == 0
    with pytest.raises(ContentError, match="ingen side viser boksen »godt-at-vide«"):
        check(root)
    [line] = [line for line in told.stdout.split("\n") if "{{" in line]
    page = root / "docs" / "raad" / "moedet.md"
    page.write_text(page.read_text() + f"\n{line}\n")
    check(root)


@pytest.mark.parametrize(
    ("kind", "file", "model"),
    [
        ("tjekliste", "data/checklists/nyt-moede.yml", Checklist),
        ("boks", "data/boxes/nyt-moede.yml", Box),
        ("dokument", "data/documents/nyt-moede.yml", Document),
        ("ord", "data/glossary.yml", Term),
    ],
)
def test_every_field_is_explained_by_its_model(whole, kind, file, model):
    root = whole()
    new(root, kind, "Nyt møde", "")
    text = (root / file).read_text()
    comments = " ".join(line.strip().lstrip("# ") for line in text.split("\n") if line.strip().startswith("#"))
    assert [name for name in model.model_fields if f"{name}:" not in text] == []
    for field in model.model_fields.values():
        assert " ".join(field.description.split()) in " ".join(comments.split())


def test_the_title_stands_as_it_was_written(whole):
    root = whole()
    assert new(root, "tjekliste", 'Hvad er "nyt": 50 % # og \\', "").returncode == 0
    content = load_content(root)
    assert content.things["checklist"]["hvad-er-nyt-50-og"].title == 'Hvad er "nyt": 50 % # og \\'


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (
            ("boks", "Dagsorden", ""),
            "Id'et »dagsorden« findes allerede i data/boxes/dagsorden.yml. Vælg en anden titel.",
        ),
        (("tjekliste", "Dagsorden", ""), "Id'et »dagsorden« findes allerede i data/boxes/dagsorden.yml."),
        (("bokse",), "»bokse« kan ikke laves her. Skriv boks (mente du boks?)."),
        (("boks", "!!"), "Titlen skal have mindst ét bogstav eller tal."),
        (("boks", "Nyt", "kidlen 9"), "Kilden »kidlen« findes ikke. Skriv kilden (mente du kilden?)."),
        (("boks", "Nyt"), "Intet er skrevet: der kom intet svar."),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(whole, answers, told):
    root = whole()
    before = {path: path.read_bytes() for path in root.glob("d*/**/*") if path.is_file()}
    done = new(root, *answers)
    assert done.returncode == 1 and told in done.stderr and "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in root.glob("d*/**/*") if path.is_file()} == before


def test_a_term_is_not_made_twice(whole):
    root = whole()
    assert new(root, "ord", "Nyt ord", "").returncode == 0
    told = new(root, "ord", "Nyt ord", "")
    assert told.returncode == 1 and "Id'et »nyt-ord« findes allerede i data/glossary.yml." in told.stderr


def test_mistakes_that_are_there_already_come_first(whole):
    told = new(whole({"data/boxes/dagsorden.yml": "titel: x"}), "boks", "Nyt", "")
    assert told.returncode == 1 and told.stderr.startswith("Ret først det, der er galt:")
