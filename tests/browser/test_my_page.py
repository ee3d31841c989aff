"""The reader's own work on the move: files, links, a device that keeps nothing, and the reader's own page."""

import json

import pytest

from tests.axe import found
from tests.lists import DENIED, FULL, LIST, PAGE, Sheet, kept, my_page, saved_file, take_in


def test_a_file_brings_everything_to_another_profile_and_twice_changes_nothing(sheet, visit):
    sheet.box(0).check()
    sheet.note(1, note="Ring", owner="Per", date="2027-01-12")
    sheet.named("create", "Netto Vejle")
    sheet.box(2).check()
    everything = kept(sheet.page)
    mine = my_page(sheet.page)
    file = saved_file(mine, mine.get_by_role("button", name="Gem alt som fil").click)
    fresh = visit("min-side.html")
    assert "Her er ikke noget endnu" in fresh.locator("[data-empty]").inner_text()
    assert take_in(fresh, file) == "Filen er hentet: 2 nye, 0 opdateret, 0 uændrede, 0 afvist."
    assert kept(fresh) == everything
    fresh.reload()
    assert take_in(fresh, file) == "Filen er hentet: 0 nye, 0 opdateret, 2 uændrede, 0 afvist."
    assert kept(fresh) == everything
    assert fresh.locator("[data-copies] > li").count() == 2


def test_an_older_file_never_replaces_newer_work(sheet):
    sheet.box(0).check()
    old = sheet.page.evaluate("copies.file()")
    sheet.box(0).uncheck()
    sheet.named("rename", "Nyt navn")
    mine = my_page(sheet.page)
    assert take_in(mine, old) == "Filen er hentet: 0 nye, 0 opdateret, 1 uændrede, 0 afvist."
    assert kept(mine)[0]["entries"]["del"]["state"] == "open"
    assert kept(mine)[0]["name"] == "Nyt navn"


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "<html>", '{"program":"samarbejdsguiden"}', "\x00\x01"])
def test_a_file_that_is_not_the_guide_s_is_refused_in_words(visit, text):
    page = visit("min-side.html")
    page.set_input_files("[data-file]", {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()})
    page.wait_for_selector("[data-said]:text('Filen kunne ikke læses')")
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("broken", [DENIED, FULL], ids=["forbidden", "full"])
def test_a_list_works_and_says_so_when_the_device_keeps_nothing(sheet, broken):
    sheet.page.add_init_script(broken)
    sheet.page.reload()
    assert sheet.root.locator("[data-sentence]").inner_text() == ""
    sheet.box(0).check()
    sheet.box(1).check()
    assert sheet.count.inner_text() == "2 af 11 klaret"
    sentence = sheet.root.locator("[role=status][data-sentence]").inner_text()
    assert sentence == "Din browser gemmer ikke det, du gør her. Hent listen som fil, før du lukker siden."
    file = saved_file(sheet.page, sheet.root.locator("[data-trouble]").get_by_role("button", name="Hent som fil").click)
    assert set(json.loads(file.read_text())["copies"][0]["entries"]) == {"del", "planlaeg"}
    assert found(sheet.page) == []


def test_rubbish_on_the_device_is_left_alone_and_told_of(sheet):
    rubbish = {"a": "{", "b": "null", "c": "[]", "d": '{"format":99,"id":"abcdef"}', "ukendt1": '{"format":1}'}
    store = "([key, value]) => localStorage.setItem('samarbejdsguiden:1:copy:' + key, value)"
    for pair in rubbish.items():
        sheet.page.evaluate(store, pair)
    sheet.page.evaluate("localStorage.setItem('andres', 'noget andet')")
    sheet.page.reload()
    sheet.box(0).check()
    assert sheet.count.inner_text() == "1 af 11 klaret"
    mine = my_page(sheet.page)
    sentence = mine.locator("[role=status][data-sentence]").inner_text()
    assert sentence.startswith("Der ligger noget på enheden, som guiden ikke kan læse (5).")
    mine.get_by_role("button", name="Slet alt").click()
    mine.get_by_role("button", name="Ja, slet det hele").click()
    assert mine.evaluate("Object.keys(localStorage)") == ["andres"]
    mine.get_by_role("button", name="Fortryd").click()
    assert mine.evaluate("localStorage.length") == 7
    assert mine.evaluate("localStorage.getItem('samarbejdsguiden:1:copy:a')") == "{"


@pytest.mark.parametrize("compressed", [True, False])
def test_a_link_carries_a_list_to_another_profile(sheet, visit, compressed):
    if not compressed:
        sheet.page.evaluate("delete window.CompressionStream")
    sheet.box(0).check()
    sheet.note(1, note="Æblegrød & 🙂")
    sheet.named("rename", "Netto Vejle")
    sheet.act("link")
    address = sheet.root.locator("[data-address] input")
    address.wait_for()
    fragment = address.input_value().split("#", 1)[1]
    assert fragment.startswith("liste=z" if compressed else "liste=j")
    there = Sheet(visit(f"{PAGE}#{fragment}"))
    offered = there.root.locator("[data-offered]")
    offered.wait_for()
    assert "Netto Vejle" in offered.inner_text()
    assert there.page.evaluate("localStorage.length") == 0
    assert found(there.page) == []
    there.root.get_by_role("button", name="Tag imod").click()
    assert there.ticks()[0]
    assert kept(there.page) == kept(sheet.page)
    assert "#" not in there.page.url
    declined = Sheet(visit(f"{PAGE}#{fragment}"))
    declined.root.get_by_role("button", name="Nej tak").click()
    assert declined.page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("fragment", ["liste=", "liste=zAAAA", "liste=j%%%", "liste=je30", "liste=jbnVsbA"])
def test_a_broken_link_is_told_of(visit, fragment):
    page = visit(f"{PAGE}#{fragment}")
    page.get_by_text("Linket med en liste kunne ikke læses").first.wait_for()


def test_the_reader_s_own_page_shows_all_and_leads_to_each(sheet):
    sheet.box(0).check()
    first = kept(sheet.page)[0]["id"]
    sheet.named("create", "Netto Vejle")
    mine = my_page(sheet.page)
    rows = mine.locator("[data-group=list] [data-copies] > li")
    assert rows.locator("[data-link]").all_inner_texts() == ["Netto Vejle", "Gode råd om netværk"]
    assert rows.nth(1).locator("[data-how]").inner_text().startswith("1 af 11 klaret · Ændret ")
    rows.nth(0).get_by_role("button", name="Slet").click()
    mine.get_by_role("button", name="Fortryd").click()
    rows.nth(0).get_by_role("button", name="Arkivér").click()
    assert rows.count() == 1
    mine.get_by_text("Arkiveret (1)").click()
    mine.get_by_role("button", name="Tag frem igen").click()
    rows.nth(0).get_by_role("button", name="Omdøb").click()
    mine.keyboard.type("Netto Vejle, maj")
    mine.keyboard.press("Enter")
    assert rows.nth(0).locator("[data-link]").inner_text() == "Netto Vejle, maj"
    rows.nth(1).locator("[data-link]").click()
    mine.wait_for_url(f"**\\?kopi={first}#{LIST}")  # and for its scripts
    assert Sheet(mine).ticks()[0]
