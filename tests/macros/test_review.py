"""`make check`: everything that is wrong with the content, each with its place and what to write."""

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from macros.language import lix, sentences
from macros.review.__main__ import NO_SPELLING, review

DAY = date(2026, 11, 22)
PAGE = "---\ntitle: Mødet\nsummary: {summary}\nsources:\n  - source: kilden\ntopics: [raadet]\n---\n\n{text}\n"
START = "## Start {#start}\n\n"
BOX = '\n\n{{ box("dagsorden") }}'


@pytest.fixture
def told(whole):
    """What is told of the tiny guide with these files: (file, line, column, what, what to write)."""

    def read(files: dict, day: date = DAY) -> list[tuple]:
        return [(each.file, *each.at, each.what, each.write) for each in review(whole(files), day)[1]]

    return read


def page(text: str, summary: str = "Sådan holder I et møde.") -> dict[str, str]:
    return {"docs/raad/moedet.md": PAGE.format(summary=summary, text=START + text + BOX)}


def test_the_tiny_guide_is_in_order(told):
    assert told({}) == []


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        ("> Et citat", 11, 1, "bokse, faner og citater laves med komponenter"),
        ("!!! note", 11, 1, "bokse, faner og citater laves med komponenter"),
        ("Se [her](#start).", 11, 4, "linkets tekst siger ikke, hvor det fører hen"),
        ("Se [mødet] (#start).", 11, 10, "linket har et mellemrum mellem ] og ("),
        ("Se [](#start).", 11, 4, "linket mangler en tekst"),
        ("Se https://example.org/.", 11, 4, "en adresse skal stå i et link med en tekst"),
        (
            "Prisen er {5} kroner.",
            11,
            1,
            "krøllede parenteser bruges kun til kald, til id'er på overskrifter og til {: .u-screen }",
        ),
        ("#### Dybt {#dybt}", 11, 1, "overskrifterne springer et trin over"),
        ("### Slut. {#slut}", 11, 1, "en overskrift slutter uden tegn"),
        ("Vi går nu,\nog det er blot det.", 12, 11, "guiden skriver ikke »blot«"),
        ("Et ord\nmed fjel i.", 12, 5, "ordet »fjel« er ikke i ordbogen"),
    ],
)
def test_a_slip_on_a_page_is_told_at_its_place(told, text, line, column, what):
    found = {(*each[:4],) for each in told(page(text))}
    assert ("docs/raad/moedet.md", line, column, what) in found


@pytest.mark.parametrize("text", ["`<b>` er kode.", "```\n{{ box(1) }} <b> fjel\n```", "Skriv til fjel@example.org."])
def test_code_and_addresses_are_no_prose(told, text):
    assert told(page(text)) == []


def test_a_sign_the_book_has_no_letter_for_is_told_with_its_place_unless_the_page_is_not_in_the_book(told):
    what = "tegnet »😀« findes ikke i bogens skrifter"
    assert [each[:4] for each in told(page("Et ord\nog → 😀."))] == [("docs/raad/moedet.md", 12, 6, what)]
    outside = (Path(__file__).parent / "guide" / "docs" / "index.md").read_text()
    assert told({"docs/index.md": outside + "\nEn 😀.\n"}) == []


def test_a_slip_in_data_is_told_at_its_place_in_a_text_of_several_lines(told):
    box = (Path(__file__).parent / "guide" / "data" / "boxes" / "dagsorden.yml").read_text()
    files = {"data/boxes/dagsorden.yml": box.replace("- Velkomst", "- >-\n      Velkomst\n      og fjel")}
    [(file, line, column, what, write)] = told(files)
    assert (file, line, column, what) == ("data/boxes/dagsorden.yml", 6, 10, "ordet »fjel« er ikke i ordbogen")
    assert "eller føj ordet til data/words.txt" in write and "fejl" in write


def test_a_summary_is_short_and_plain(told):
    assert [each[3] for each in told(page("Ja.", "Et *godt* møde."))] == ["resuméet er ren tekst"]
    assert [each[3] for each in told(page("Ja.", "Et møde. To. Tre. Fire. Fem."))] == ["resuméet er ikke kort"]


def test_a_heavy_page_is_told_at_its_longest_sentence(told):
    heavy = "kommunalbestyrelsens beskæftigelsesudvalg og arbejdsmarkedsforvaltningen samarbejder " * 20
    [(file, line, column, what, _)] = told(page(f"Det er let.\n\n{heavy.strip().capitalize()}."))
    assert (file, line, column) == ("docs/raad/moedet.md", 13, 1)
    assert what.startswith("siden er for tung at læse: lixtallet er ")


def test_a_topic_past_its_review_is_told_at_its_date(told):
    assert told({}, date(2027, 6, 1)) == []
    [(file, _, column, what, _)] = told({}, date(2027, 6, 2))
    assert (file, column, what) == ("data/validity.yml", 18, "emnet »Rådet« skal ses efter")


@pytest.mark.parametrize(
    ("menu", "what"),
    [
        ("- Forside: index.md\n  - raad/modet.md", "menuen nævner en side, der ikke findes"),
        ("- Forside: index.md", "siden står ikke i menuen"),
        ("- index.md\n  - Råd: raad/moedet.md", "punktet mangler en titel"),
        (
            "- A: index.md\n  - B: raad/moedet.md\n  - C: index.md",
            "siden står to gange i menuen (første gang i linje 2)",
        ),
        ("- Forside:\n  - raad/moedet.md\n  - index.md", "menuen nævner en side, der ikke findes"),
    ],
)
def test_the_menu_names_every_page_once(told, menu, what):
    settings = f"nav:\n  {menu}\nsite_name: x\ntheme: x\nplugins: x\nmarkdown_extensions: x\n"
    assert what in [each[3] for each in told({"mkdocs.yml": settings})]


def test_links_and_names_are_checked_as_a_build_checks_them(told):
    assert [each[3] for each in told(page("Se [siden om råd](raadet.md)."))] == [
        "linket fører til en side, der ikke findes"
    ]


def run(root: Path, **env: str) -> tuple[int, str, str]:
    told = subprocess.run(
        [sys.executable, "-m", "macros.review"], cwd=root, capture_output=True, text=True, env=os.environ | env
    )
    return told.returncode, told.stdout, told.stderr


def test_the_command_tells_of_everything_and_how_much_there_is(whole):
    code, out, told = run(whole(page("Et [](#start) fjel.")))
    assert (code, out) == (1, "")
    assert told.endswith("\n2 fejl i alt.\n")
    assert "docs/raad/moedet.md, linje 11, kolonne 4: linket mangler en tekst\n    Der står: [](#start)" in told


def test_without_hunspell_the_rest_is_checked_and_one_line_says_so(whole):
    code, out, told = run(whole(), PATH="/nowhere")
    assert (code, told) == (0, NO_SPELLING + "\n")
    assert out.endswith(" sider er set igennem.\n")


def test_what_cannot_be_read_is_told_as_a_build_tells_it(whole):
    code, _, told = run(whole({"data/labels.yml": "a: 'tekst", "docs/index.md": "uden hoved"}))
    assert code == 1 and "Traceback" not in told
    assert "data/labels.yml, linje 1, kolonne 4: et anførselstegn eller en parentes er ikke lukket" in told


def test_the_whole_guide_is_checked_in_ten_seconds(root):
    started = time.process_time(), os.times().children_user
    _, problems = review(root, DAY)
    assert [str(problem) for problem in problems] == []
    assert time.process_time() - started[0] + os.times().children_user - started[1] < 10


def test_lix_is_words_a_sentence_and_long_words_of_hundred():
    assert lix("Et ord her. Beskæftigelse er godt.") == pytest.approx(3 + 100 / 6)
    assert lix("") == 0
    assert [found[0].strip() for found in sentences("Et: to. Kl. 12.30")] == ["Et", "to", "Kl"]
