"""Lists that remember: ticks, notes and copies on this device; files, links, trouble, undo; the reader's own page."""

import json
from pathlib import Path

import pytest

from tests.axe import found

PAGE, LIST = "haandbogen/netvaerk.html", "netvaerksraad"
DENIED = """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
COPIES = "copies.all().map((copy) => ({ ...copy }))"


class Sheet:
    """One list on a page, as a reader handles it."""

    def __init__(self, page, id_: str = LIST):
        self.page, self.root = page, page.locator(f"[data-component=checklist][data-id={id_}]")
        self.count = self.root.locator("[data-count]")

    def box(self, number: int):
        return self.root.locator("[data-item] > label input").nth(number)

    def item(self, number: int):
        return self.root.locator("[data-item]").nth(number)

    def unfold(self, number: int):
        self.item(number).locator("[data-notes] > summary").click()

    def note(self, number: int, **fields: str):
        self.unfold(number)
        for name, text in fields.items():
            self.item(number).locator(f"[data-field={name}]").fill(text)

    def act(self, name: str):
        self.root.locator("[data-menu] > summary").click()
        self.root.locator(f"[data-menu] [data-act={name}]").click()

    def named(self, act: str, name: str):
        self.act(act)
        self.root.locator("[data-naming] input").fill(name)
        self.page.keyboard.press("Enter")

    def ticks(self) -> list[bool]:
        return self.root.locator("[data-item] > label input").evaluate_all("(all) => all.map((one) => one.checked)")


@pytest.fixture
def sheet(visit) -> Sheet:
    return Sheet(visit(PAGE))


@pytest.fixture
def other_tab(visit):
    """Another tab of the same reader; it too may not complain."""
    complaints = []

    def opened(page, address: str = ""):
        tab = page.context.new_page()
        tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto(address or page.url)
        return tab

    yield opened
    assert complaints == []


def kept(page) -> list:
    return page.evaluate(COPIES)


def saved_file(page, click) -> Path:
    with page.expect_download() as waiting:
        click()
    return waiting.value.path()


def take_in(page, file: Path | dict) -> str:
    text = file.read_bytes() if isinstance(file, Path) else json.dumps(file).encode()
    page.set_input_files("[data-file]", {"name": "fil.json", "mimeType": "application/json", "buffer": text})
    page.wait_for_function("document.querySelector('[data-said]').textContent !== ''")
    return page.locator("[data-said]").inner_text()


def my_page(page):
    page.goto(page.url.split("/haandbogen/")[0] + "/min-side.html")
    return page


def test_nothing_is_kept_before_the_reader_ticks_or_names(sheet):
    sheet.root.locator("[data-filter]").click()
    sheet.unfold(0)
    sheet.act("create")
    sheet.root.locator("[data-cancel]").click()
    assert sheet.page.evaluate("localStorage.length") == 0
    sheet.box(0).check()
    assert sheet.page.evaluate("Object.keys(localStorage).every((key) => key.startsWith('samarbejdsguiden:1:copy:'))")
    assert [copy["name"] for copy in kept(sheet.page)] == ["Gode råd om netværk"]


def test_ticks_names_and_notes_are_there_after_reload_and_in_a_new_window(sheet, other_tab):
    sheet.box(0).check()
    sheet.note(1, note="Ring til Mette\n<b>&\"'🙂", owner="Per Sørensen", date="2027-01-12")
    sheet.named("rename", "Netto Vejle")
    sheet.page.reload()
    for page in (sheet.page, other_tab(sheet.page)):
        again = Sheet(page)
        assert again.ticks() == [True] + [False] * 10
        assert again.root.locator("[data-name]").inner_text() == "Netto Vejle"
        assert again.item(1).locator("[data-kept]").inner_text().split("\n") == [
            "Note", "Ring til Mette", "<b>&\"'🙂", "Ansvarlig", "Per Sørensen", "Dato", "12. januar 2027",
        ]  # fmt: skip
        assert again.item(1).locator("[data-field=note]").input_value() == "Ring til Mette\n<b>&\"'🙂"


def test_progress_is_told_in_words_and_what_is_not_relevant_leaves_the_count(sheet):
    assert sheet.count.inner_text() == "0 af 11 klaret"
    sheet.box(0).check()
    sheet.unfold(3)
    sheet.item(3).locator("[data-skip]").check()
    assert sheet.count.inner_text() == "1 af 10 klaret, 1 ikke relevant"
    assert sheet.count.get_attribute("role") == "status"
    bar = sheet.page.get_by_role("progressbar", name="Fremdrift").first
    assert bar.evaluate("(bar) => [bar.value, bar.max]") == [1, 10]
    assert sheet.item(3).locator("[data-skipped]").inner_text() == "Ikke relevant"
    sheet.box(3).check()
    assert sheet.count.inner_text() == "2 af 11 klaret"


def test_the_filter_shows_what_is_missing_and_moves_the_focus_on(sheet):
    sheet.box(0).check()
    button = sheet.root.get_by_role("button", name="Vis kun det, der mangler")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert not sheet.item(0).is_visible()
    sheet.box(1).focus()
    sheet.page.keyboard.press("Space")
    assert not sheet.item(1).is_visible()
    assert sheet.box(2).evaluate("(box) => box === document.activeElement")
    for number in range(2, 11):
        sheet.box(number).check()
    assert sheet.root.locator("[data-none]").inner_text() == "Der mangler ikke noget."
    button.click()
    assert sheet.item(0).is_visible()


def test_several_copies_of_a_list_are_made_chosen_and_archived(sheet):
    sheet.box(0).check()
    sheet.named("create", "LBR-møde 12. januar")
    assert sheet.ticks() == [False] * 11
    sheet.box(5).check()
    sheet.named("duplicate", "LBR-møde 2. februar")
    chooser = sheet.root.locator("[data-copies]")
    assert chooser.locator("option").all_inner_texts() == [
        "Gode råd om netværk", "LBR-møde 12. januar", "LBR-møde 2. februar",
    ]  # fmt: skip
    assert sheet.ticks().index(True) == 5
    sheet.act("archive")
    assert chooser.locator("option").count() == 2
    sheet.root.get_by_role("button", name="Fortryd").click()
    assert chooser.locator("option").count() == 3
    chooser.select_option("Gode råd om netværk")
    assert sheet.ticks().index(True) == 0


@pytest.mark.parametrize("act", ["remove", "reset"])
def test_what_is_deleted_or_emptied_comes_back_with_fortryd(sheet, act):
    sheet.box(0).check()
    sheet.note(1, note="Husk")
    before = kept(sheet.page)[0]
    sheet.act(act)
    assert sheet.count.inner_text() == "0 af 11 klaret"
    assert len(kept(sheet.page)) == (0 if act == "remove" else 1)
    sheet.page.clock.install()
    sheet.page.clock.run_for(25_000)
    undo = sheet.root.get_by_role("button", name="Fortryd")
    assert undo.evaluate("(button) => button === document.activeElement")
    undo.press("Enter")
    assert sheet.count.inner_text() == "1 af 11 klaret"
    after = kept(sheet.page)[0]
    assert (after["id"], after["name"]) == (before["id"], before["name"])
    assert after["entries"]["planlaeg"]["note"] == "Husk"


def test_two_tabs_show_each_others_ticks_and_lose_none(sheet, other_tab):
    sheet.box(0).check()
    other = Sheet(other_tab(sheet.page))
    for number in range(1, 11):
        (sheet if number % 2 else other).box(number).check()
    for each in (sheet, other):
        each.page.wait_for_function("document.querySelector('[data-count]').textContent === '11 af 11 klaret'")
    assert len(kept(sheet.page)) == 1


def test_a_tab_that_wrote_over_another_s_tick_is_put_right(sheet, other_tab):
    sheet.box(0).check()
    other = other_tab(sheet.page)
    key = sheet.page.evaluate("Object.keys(localStorage)[0]")
    old = sheet.page.evaluate("(key) => localStorage.getItem(key)", key)
    sheet.box(1).check()
    other.wait_for_function("document.querySelectorAll('[data-id=netvaerksraad] input:checked').length === 2")
    other.evaluate("([key, old]) => localStorage.setItem(key, old)", [key, old])  # as a tab does that had not seen it
    sheet.page.wait_for_timeout(300)
    assert sheet.ticks()[:2] == [True, True]
    assert set(kept(sheet.page)[0]["entries"]) == {"del", "planlaeg"}


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
    page.wait_for_function("document.querySelector('[data-said]').textContent.startsWith('Filen kunne ikke læses')")
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
    for key, value in rubbish.items():
        sheet.page.evaluate("([key, value]) => localStorage.setItem('samarbejdsguiden:1:copy:' + key, value)", [key, value])
    sheet.page.evaluate("localStorage.setItem('andres', 'noget andet')")
    sheet.page.reload()
    sheet.box(0).check()
    assert sheet.count.inner_text() == "1 af 11 klaret"
    mine = my_page(sheet.page)
    assert mine.locator("[data-sentence]").inner_text().startswith("Der ligger noget på enheden, som guiden ikke kan læse (5).")
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
    page.wait_for_function("[...document.querySelectorAll('[data-said]')].some((one) => one.textContent.startsWith('Linket med en liste'))")


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
    assert f"?kopi={first}#{LIST}" in mine.url
    assert Sheet(mine).ticks()[0]


def test_everything_is_reached_with_the_keyboard(sheet):
    sheet.box(0).focus()
    press = sheet.page.keyboard.press
    press("Space")
    press("Tab")
    press("Enter")
    press("Tab")
    sheet.page.keyboard.type("En note")
    assert kept(sheet.page)[0]["entries"]["del"]["note"] == "En note"
    sheet.root.locator("[data-menu] > summary").focus()
    press("Enter")
    press("Tab")
    press("Enter")
    sheet.page.keyboard.type("Min egen")
    press("Enter")
    assert {copy["name"] for copy in kept(sheet.page)} == {"Gode råd om netværk", "Min egen"}
    assert sheet.page.evaluate("document.activeElement.closest('[data-menu]') !== null")
    press("Enter")
    press("Escape")
    assert not sheet.root.locator("[data-menu]").evaluate("(menu) => menu.open")


def test_axe_finds_nothing_in_any_state_of_a_list_or_of_the_reader_s_page(sheet):
    for width, scheme in ((360, "light"), (1280, "dark")):
        sheet.page.set_viewport_size({"width": width, "height": 800})
        sheet.page.evaluate("(scheme) => { document.documentElement.dataset.scheme = scheme; }", scheme)
        sheet.box(0).check()
        sheet.note(1, note="Ring", owner="Per", date="2027-01-12")
        sheet.item(1).locator("[data-skip]").check()
        sheet.root.locator("[data-menu] > summary").click()
        assert found(sheet.page) == []
        sheet.page.keyboard.press("Escape")
        sheet.act("create")
        assert found(sheet.page) == []
        sheet.page.keyboard.type("To")
        sheet.page.keyboard.press("Enter")
        sheet.act("remove")
        sheet.root.locator("[data-filter]").click()
        assert found(sheet.page) == []
        sheet.page.reload()
    mine = my_page(sheet.page)
    mine.locator("[data-act=rename]").first.click()
    mine.get_by_role("button", name="Slet alt").click()
    for scheme in ("light", "dark"):
        mine.evaluate("(scheme) => { document.documentElement.dataset.scheme = scheme; }", scheme)
        assert found(mine) == []


def test_what_the_script_adds_is_44_px_high(sheet):
    sheet.page.set_viewport_size({"width": 360, "height": 800})
    sheet.box(0).check()
    sheet.unfold(0)
    sheet.root.locator("[data-menu] > summary").click()
    low = sheet.root.locator("summary, button, select, .c-checklist__acts a, .c-checklist__skip, input[type=date]").evaluate_all(
        "(all) => all.filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)"
    )
    assert low == []
    assert sheet.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_paper_shows_lines_to_write_on_or_the_reader_s_own_work(sheet):
    sheet.page.emulate_media(media="print")
    line = "(item) => getComputedStyle(item, '::after').borderBottomStyle"
    assert sheet.item(0).evaluate(line) == "solid"
    assert not sheet.count.is_visible()
    sheet.page.emulate_media(media="screen")
    sheet.box(0).check()
    sheet.note(1, note="Ring til Mette", owner="Per")
    sheet.page.emulate_media(media="print")
    assert sheet.item(0).evaluate(line) == "none"
    assert sheet.count.is_visible()
    assert sheet.item(1).locator("[data-show=note]").is_visible()
    assert not sheet.root.locator("[data-filter]").is_visible()
    assert not sheet.root.locator("[data-menu]").is_visible()
    assert not sheet.item(1).locator("[data-field=note]").is_visible()


def test_without_script_the_list_is_as_it_was_and_my_page_says_what_it_needs(visit):
    page = visit(PAGE, java_script_enabled=False)
    assert page.locator("[data-filter]").count() == 0
    page = visit("min-side.html", java_script_enabled=False)
    assert "Det kræver, at din browser kører script" in page.locator("noscript p").inner_text()
    assert not page.locator("[data-save]").is_visible()
