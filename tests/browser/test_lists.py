"""Lists that remember: ticks, notes, progress, copies, undo, two tabs, keyboard and paper."""

import pytest

from tests.axe import found
from tests.chromium import ARGUMENTS, PROGRAM
from tests.lists import PAGE, Sheet, kept, my_page


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
        again.unfold(1)
        assert again.item(1).locator("[data-field=note]").input_value() == "Ring til Mette\n<b>&\"'🙂"


def test_ticks_are_there_when_the_browser_has_been_closed_and_opened_again(browser, bundle, tmp_path):
    def opened():
        window = browser.browser_type.launch_persistent_context(
            tmp_path / "profil", executable_path=PROGRAM, args=ARGUMENTS, offline=True
        )
        page = window.new_page()
        page.goto(f"{bundle}/{PAGE}")
        return window, Sheet(page)

    window, before = opened()
    before.box(2).check()
    before.note(3, note="Ring til Mette")
    window.close()
    window, after = opened()
    assert after.ticks()[2] is True
    after.unfold(3)
    assert after.item(3).locator("[data-field=note]").input_value() == "Ring til Mette"
    window.close()


def test_a_list_that_is_archived_can_be_opened_and_taken_out_again(sheet):
    sheet.box(0).check()
    [copy] = kept(sheet.page)
    sheet.act("archive")
    sheet.page.goto(f"{sheet.page.url}?kopi={copy['id']}")
    again = Sheet(sheet.page)
    again.root.locator("[data-menu] > summary").click()
    assert not again.root.get_by_role("button", name="Arkivér").is_visible()
    again.root.get_by_role("button", name="Tag frem igen").click()
    assert [one["archived"] for one in kept(sheet.page)] == [False]
    again.root.get_by_role("button", name="Fortryd").click()
    assert [one["archived"] for one in kept(sheet.page)] == [True]


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
        each.page.wait_for_function("() => document.querySelector('[data-count]').textContent === '11 af 11 klaret'")
    assert len(kept(sheet.page)) == 1


def test_a_tab_that_wrote_over_another_s_tick_is_put_right(sheet, other_tab):
    sheet.box(0).check()
    other = other_tab(sheet.page)
    key = sheet.page.evaluate("Object.keys(localStorage)[0]")
    old = sheet.page.evaluate("(key) => localStorage.getItem(key)", key)
    sheet.box(1).check()
    other.wait_for_function("() => document.querySelectorAll('[data-id=netvaerksraad] input:checked').length === 2")
    other.evaluate("([key, old]) => localStorage.setItem(key, old)", [key, old])  # as a tab does that had not seen it
    sheet.page.wait_for_timeout(300)
    assert sheet.ticks()[:2] == [True, True]
    assert set(kept(sheet.page)[0]["entries"]) == {"del", "planlaeg"}


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
    pressed = sheet.root.locator("summary, button, select, .c-checklist__acts a, .c-checklist__skip, input[type=date]")
    low = pressed.evaluate_all(
        """(all) => all.filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML)"""
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
