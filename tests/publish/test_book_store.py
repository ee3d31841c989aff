"""A book in which nothing has changed is taken from the store; any change has it set again."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from macros.publish.book_pdf import BookError, Setting, set_books
from macros.publish.book_store import MARK, Store

ROOT = Path(__file__).parents[2]
PICTURE = "pictures/drop.svg"
TEXT = f"""<book title="Bog" kicker="K" subtitle="S" author="A" date="2026-11-23" dated="I dag" contents="C" see="side">
<colophon><p>Til prøve.</p></colophon><part id="del" number="1" title="Del" lead="L"><chapter title="Kapitel">
<h2 id="kapitel">Kapitel</h2><p>Tekst.</p><p><img src="{PICTURE}" alt="En dråbe"/></p></chapter></part></book>"""
BOOK = {"variant": "part", "book": TEXT}
SHAPE = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="9"><rect width="5" height="5"/></svg>'
STORED = b"as it was stored"


@pytest.fixture
def setting(tmp_path) -> Setting:
    """Where a book with one picture has been set, and something else been put in its place in the store."""
    layout = shutil.copytree(ROOT / "overrides" / "book", tmp_path / "layout")
    (tmp_path / PICTURE).parent.mkdir()
    (tmp_path / PICTURE).write_text(SHAPE.format(9))
    setting = Setting(layout, tmp_path, 1_700_000_000, Store(tmp_path / "store"))
    assert is_set(made(setting, BOOK))
    kept = tmp_path / "store" / "bog"
    kept.write_bytes(kept.read_bytes()[:MARK] + STORED)
    return setting


def made(setting: Setting, book: dict[str, str]) -> bytes:
    return set_books([("bog", book)], setting)["bog"]


def is_set(pdf: bytes) -> bool:
    return pdf.startswith(b"%PDF")


def test_the_same_book_is_taken_from_the_store(setting):
    assert made(setting, BOOK) == STORED


def test_a_new_text_is_set(setting):
    assert is_set(made(setting, BOOK | {"book": TEXT.replace("Tekst", "Anden tekst")}))


def test_another_variant_is_set(setting):
    assert is_set(made(setting, BOOK | {"variant": "booklet"}))


def test_another_time_is_set(setting):
    assert is_set(made(replace(setting, epoch=setting.epoch + 1), BOOK))


def test_a_picture_with_the_same_name_that_looks_different_has_the_book_set_again(setting):
    (setting.pictures / PICTURE).write_text(SHAPE.format(8))
    assert is_set(made(setting, BOOK))


def test_a_change_in_the_layout_has_the_book_set_again(setting):
    with (setting.layout / "look.typ").open("a") as file:
        file.write("\n// Changed\n")
    assert is_set(made(setting, BOOK))


def test_a_book_with_another_name_is_not_the_stored_one(setting):
    assert is_set(set_books([("anden", BOOK)], setting)["anden"])


def test_a_book_that_has_changed_takes_the_place_of_the_stored_one(setting):
    new = BOOK | {"book": TEXT.replace("Tekst", "Anden tekst")}
    assert made(setting, new) == made(setting, new)
    assert [path.name for path in (setting.pictures / "store").iterdir()] == ["bog"]


def test_a_stored_book_that_was_cut_short_is_set_again(setting):
    kept = setting.pictures / "store" / "bog"
    kept.write_bytes(kept.read_bytes()[: MARK // 2])
    assert is_set(made(setting, BOOK))


def test_a_book_that_cannot_be_set_names_its_pictures_and_leaves_the_stored_one(setting):
    with pytest.raises(BookError) as told:
        made(setting, BOOK | {"book": TEXT.replace("Tekst", "Tekst \U0001f40c")})
    assert told.value.pictures == {PICTURE}
    assert made(setting, BOOK) == STORED
