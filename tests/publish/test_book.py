"""The printed book and its parts hold all the data, lead to the right page, and can be read aloud."""

import itertools
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from macros.content import load_content
from macros.publish.book import pages_of

pytestmark = pytest.mark.xdist_group("book")  # each PDF is read once

ROOT = Path(__file__).parents[2]
FILES = ROOT / "site" / "filer"
CONTENT = load_content(ROOT)
BOOK = CONTENT.book
ALONE = [part for part in BOOK.parts if part.alone]
EDITIONS = ["samarbejdsguiden", *(part.id for part in ALONE), BOOK.booklet.id]
MARKS = re.compile(r"\*\*|\*|`|\[([^\]]*)\]\([^)]*\)")


@cache
def reader(name: str) -> PdfReader:
    return PdfReader(FILES / f"{name}.pdf")


@cache
def pages(name: str) -> tuple[str, ...]:
    read = subprocess.run(["pdftotext", "-raw", FILES / f"{name}.pdf", "-"], capture_output=True, text=True, check=True)
    return tuple(read.stdout.split("\f")[:-1])


def letters(text: str) -> str:
    """A text without what the setting of it changes: blanks, hyphens, Markdown, references and written-out names."""
    return re.sub(r"[^\wæøåÆØÅ]", "", MARKS.sub(lambda mark: mark[1] or "", text)).lower()


@cache
def text_of(name: str) -> str:
    bare = (re.sub(r"\(se\s+side\s+\d+\)", "", page) for page in pages(name))
    return letters(re.sub(r"\([^()]*\)", "", "".join(bare)))


def missing(name: str, wanted: Iterator[str]) -> list[str]:
    return [text for text in wanted if letters(re.sub(r"\([^()]*\)", "", text)) not in text_of(name)]


def data_of(paths: list[str]) -> Iterator[str]:
    """What the pages' own data says: titles, points, items, labels of fields, ready rows."""
    for path in paths:
        for call in CONTENT.pages[path].calls:
            if call.name == "idea":
                idea = CONTENT.things["idea"][call.id]
                yield from (idea.title, *idea.steps, *idea.questions)
            elif call.name == "box":
                box = CONTENT.things["box"][call.id]
                yield from (box.title, *box.points)
                yield from items_of(box.checklist) if box.checklist else ()
            elif call.name == "checklist":
                yield CONTENT.things["checklist"][call.id].title
                yield from items_of(call.id)
            elif call.name == "document":
                yield from fields_of(call.id)


def items_of(id_: str) -> Iterator[str]:
    list_ = CONTENT.things["checklist"][id_]
    if list_.ideas:
        yield from (idea.short for idea in CONTENT.things["idea_set"][list_.ideas].ideas)
    for section in list_.sections:
        yield from (item.text for item in section.items)


def fields_of(id_: str) -> Iterator[str]:
    for section in CONTENT.things["document"][id_].sections:
        yield section.title
        for field in section.fields:
            yield from (field.label, *field.choices, *(column.label for column in field.columns))
            yield from (cell for row in field.rows for cell in row if cell)


def order() -> list[str]:
    return re.findall(r"^\s*- (?:[^#\n]*: )?(\S+\.md)$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE)


def tree(node) -> Iterator[DictionaryObject]:
    """The structure elements below a node of the tags' tree."""
    node = node.get_object()
    if isinstance(node, ArrayObject):
        for child in node:
            yield from tree(child)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from tree(node["/K"])


@cache
def tags(name: str) -> tuple[DictionaryObject, ...]:
    return tuple(tree(reader(name).trailer["/Root"]["/StructTreeRoot"]))


def test_every_page_is_in_the_book_once_or_left_out_on_purpose():
    taken = pages_of([place for part in BOOK.parts for place in part.pages], order())
    out = {path for path in order() if path in pages_of(BOOK.left_out, order()) or CONTENT.pages[path].meta.screen_only}
    assert sorted(taken) == sorted(set(order()) - out)


def test_every_idea_box_item_and_field_is_in_the_book():
    wanted = list(data_of([path for part in BOOK.parts for path in pages_of(part.pages, order())]))
    assert len(wanted) > 1000
    assert missing("samarbejdsguiden", iter(wanted)) == []


@pytest.mark.parametrize("part", [*ALONE, BOOK.booklet], ids=lambda part: part.id)
def test_a_part_alone_holds_what_its_pages_hold(part):
    assert missing(part.id, data_of(pages_of(part.pages, order()))) == []


def test_the_tools_end_with_every_checklist():
    tools = next(part for part in ALONE if part.lists)
    assert missing(tools.id, (item for id_ in CONTENT.things["checklist"] for item in items_of(id_))) == []


def test_every_term_is_explained_in_the_book():
    assert missing("samarbejdsguiden", (term.definition for term in CONTENT.glossary.terms)) == []


def test_the_contents_tell_the_page_each_chapter_begins_on():
    contents = "".join(pages("samarbejdsguiden")[2:6])
    told = {
        letters(title): int(number) for title, number in re.findall(r"([^.]+?)[ .\u2060]*(\d+)\s*$", contents, re.M)
    }
    for part in BOOK.parts:
        for path in pages_of(part.pages, order()):
            title = letters(CONTENT.pages[path].meta.title)
            at = [number for line, number in told.items() if line.endswith(title)]
            assert any(title in letters(pages("samarbejdsguiden")[number - 1]) for number in at), title


def test_a_reference_names_the_page_its_link_leads_to():
    book = reader("samarbejdsguiden")
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(book.pages, 1)}
    places = {name: numbers[place.raw_get("/Page").idnum] for name, place in book.named_destinations.items()}
    checked = 0
    for page, text in zip(book.pages, pages("samarbejdsguiden"), strict=True):
        goals = [goal for each in page.get("/Annots", ()) if (goal := each.get_object().get("/Dest"))]
        leading = {places[goal] if isinstance(goal, str) else numbers[goal[0].idnum] for goal in goals}
        told = {int(number) for number in re.findall(r"\(se\s+side\s+(\d+)\)", text)}
        assert told <= leading
        checked += len(told)
    assert checked > 500


def test_the_index_tells_each_page_once_and_in_order():
    index = "\n".join(pages("samarbejdsguiden")[-6:])
    lines = re.findall(r", (\d+(?:, \d+)+)", " ".join(index.split()))
    assert len(lines) > 50
    for line in lines:
        numbers = [int(number) for number in line.split(", ")]
        assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("name", EDITIONS)
def test_it_is_marked_for_reading_aloud(name):
    root = reader(name).trailer["/Root"]
    assert root["/Lang"] == "da"
    assert root["/MarkInfo"]["/Marked"] and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader(name).metadata.title


@pytest.mark.parametrize("name", EDITIONS)
def test_headings_lists_tables_and_links_carry_their_tags(name):
    found = [tag["/S"] for tag in tags(name)]
    assert found.count("/H1") >= 1 and {"/H2", "/P", "/L", "/LI"} <= set(found)
    levels = [int(tag[2:]) for tag in found if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("name", EDITIONS)
def test_head_cells_say_what_they_head_and_pictures_what_they_show(name):
    for tag in tags(name):
        if tag["/S"] == "/TH":
            kept = tag["/A"] if isinstance(tag["/A"], ArrayObject) else [tag["/A"]]
            assert any(each.get_object().get("/Scope") in ("/Column", "/Row", "/Both") for each in kept)
        if tag["/S"] == "/Figure":
            assert tag["/Alt"]


@pytest.mark.parametrize("name", EDITIONS)
def test_every_link_has_words_of_its_own(name):
    for page in reader(name).pages:
        for note in (each.get_object() for each in page.get("/Annots", ())):
            assert note["/Subtype"] == "/Link" and note["/Contents"].strip()


def test_the_outline_goes_to_level_three():
    def depth(lines: list) -> int:
        return 1 + max((depth(line) for line in lines if isinstance(line, list)), default=0)

    assert depth(reader("samarbejdsguiden").outline) == 3
    named = [line.title for line in reader("samarbejdsguiden").outline if not isinstance(line, list)]
    assert named == [part.title for part in BOOK.parts]


@pytest.mark.parametrize("name", EDITIONS)
def test_nothing_tells_of_the_machine_it_was_made_on(name):
    data = (FILES / f"{name}.pdf").read_bytes()
    assert b"file:" not in data and str(ROOT).encode() not in data and b"/tmp/" not in data
    for page in reader(name).pages:
        for note in (each.get_object() for each in page.get("/Annots", ())):
            if "/A" in note:
                assert note["/A"]["/URI"].startswith(("https://", "http://"))


@pytest.mark.parametrize("name", EDITIONS)
def test_its_letters_are_its_own(name):
    kept = [page["/Resources"].get("/Font", {}) for page in reader(name).pages]
    fonts = {font.get_object()["/BaseFont"] for fonts in kept for font in fonts.values()}
    assert fonts and all(re.fullmatch(r"/[A-Z]{6}\+SourceS(erif|ans)Pro-\w+(-Identity-H)?", font) for font in fonts)


def test_the_booklet_fills_its_sheets():
    booklet = reader(BOOK.booklet.id)
    assert len(booklet.pages) % 4 == 0
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in booklet.pages} == {(420, 595)}


def test_only_the_whole_book_is_made_of_parts_that_begin_on_a_right_hand_page():
    for part in BOOK.parts:
        lead = letters(part.lead)
        at = [number for number, text in enumerate(pages("samarbejdsguiden"), 1) if lead in letters(text)]
        assert at and at[0] % 2 == 1


def test_words_for_the_screen_alone_are_left_out():
    assert letters("Hent som Word") not in text_of("samarbejdsguiden")
    shown = {
        text for path in CONTENT.pages for text in re.findall(r"(.+)\n\{: \.u-screen \}", CONTENT.pages[path].text)
    }
    assert len(shown) >= 4
    assert len(missing("samarbejdsguiden", iter(shown))) == len(shown)


@pytest.mark.parametrize("name", EDITIONS)
def test_the_tags_of_a_file_are_packed(name):
    assert b"/ObjStm" in (FILES / f"{name}.pdf").read_bytes()
