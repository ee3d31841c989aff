"""Each component by its examples: examples/<component>.yml says what goes in, the .html beside it what comes out."""

import os
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.fields import things
from macros.loading import load_file
from macros.pages import CALLS
from macros.rendering import MONTHS

FOLDER = Path(__file__).parent / "examples"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yml"))
LAYOUTS = {"frame", "home"}
# SNAPSHOTS=write pytest tests/macros/test_components.py writes what comes out now; read the difference first.
WRITE = os.environ.get("SNAPSHOTS") == "write"
WORD = re.compile(r"[^\W\d_]{3,}")
GIVEN = {"eksempel", "prøveguiden"}  # by conftest.py
VOID = {"br", "hr", "img", "input"}


@pytest.fixture(scope="module", params=NAMES)
def example(request) -> dict:
    return {"name": request.param} | load_file(FOLDER / f"{request.param}.yml", FOLDER).data


@pytest.fixture(scope="module")
def html(example, example_files, load, show) -> str:
    return show(load(example_files(example)), "eksempel.md", example.get("layout"))


def test_every_component_has_an_example():
    assert {name.split("-")[0] for name in NAMES} == set(CALLS) | LAYOUTS


def test_every_snapshot_belongs_to_an_example():
    assert WRITE or {path.stem for path in FOLDER.glob("*.html")} == set(NAMES)


def test_every_example_says_what_it_shows_and_calls_its_component(example):
    component = example["name"].split("-")[0]
    assert example["about"].endswith(".")
    assert example.get("layout") == component if component in LAYOUTS else f"{component}(" in example["page"]


def test_an_example_gives_its_snapshot(example, html):
    snapshot = FOLDER / f"{example['name']}.html"
    if WRITE:
        snapshot.write_text(html.rstrip() + "\n")
    assert html.rstrip() == snapshot.read_text().rstrip(), "SNAPSHOTS=write with this test writes the new HTML"


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> in line {self.getpos()[0]}")


def test_every_tag_is_closed_in_its_place(html):
    tags = _Tags()
    tags.feed(html)
    assert (tags.wrong, tags.open) == ([], [])


def test_no_id_stands_twice(html):
    ids = Counter(node.attributes["id"] for node in LexborHTMLParser(html).css("[id]"))
    assert [id_ for id_, count in ids.items() if count > 1] == []


def test_every_name_of_another_element_is_the_id_of_one(html):
    tree = LexborHTMLParser(html)
    ids = {node.attributes["id"] for node in tree.css("[id]")}
    named = {
        name
        for attribute in ("aria-labelledby", "aria-describedby", "for", "popovertarget")
        for node in tree.css(f"[{attribute}]")
        for name in node.attributes[attribute].split()
    }
    named |= {node.attributes["href"][1:] for node in tree.css('a[href^="#"]')}
    assert named <= ids


def test_no_markdown_is_left_over(html):
    text = LexborHTMLParser(html).body.text()
    assert [sign for sign in ("**", "{:", "{#", "](", "{{", "{%", "\n#") if sign in text] == []


def test_every_word_comes_from_the_labels_or_from_the_data(example, html):
    """What is neither ‹a label› nor in the example or the tiny guide would be a word in a template."""
    given = [FOLDER / f"{example['name']}.yml", *(FOLDER.parent / "guide").rglob("*.*")]
    text = re.sub("‹.*?›", " ", LexborHTMLParser(html).body.text(separator=" "))
    known = {*WORD.findall(" ".join(path.read_text() for path in given).lower()), *MONTHS, *GIVEN}
    known |= set(WORD.findall(repr(things()).lower()))  # what the models say of their fields
    assert set(WORD.findall(text.lower())) <= known
