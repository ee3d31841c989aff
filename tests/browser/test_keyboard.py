"""The keyboard alone: skip link, menu, search, jump bar, checklist, terms."""

FOCUSED = "document.activeElement"


def focused(page, script: str) -> object:
    return page.evaluate(f"{FOCUSED}.{script}")


def tab_to(page, selector: str, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{selector} is not reached with Tab")


def test_the_first_stop_skips_to_the_content(visit):
    page = visit("haandbogen/netvaerk.html")
    page.keyboard.press("Tab")
    assert focused(page, "textContent") == "Gå til indholdet"
    page.keyboard.press("Enter")
    assert focused(page, "id") == "indhold"


def test_the_menu_of_a_phone_opens_closes_and_leads_on(visit):
    page = visit("haandbogen/netvaerk.html", width=360)
    tab_to(page, "[popovertarget=menu]")
    page.keyboard.press("Enter")
    assert page.locator("#menu").evaluate("(menu) => menu.matches(':popover-open')")
    page.keyboard.press("Escape")
    assert not page.locator("#menu").evaluate("(menu) => menu.matches(':popover-open')")
    assert focused(page, "getAttribute('popovertarget')") == "menu"
    page.keyboard.press("Enter")
    tab_to(page, "#menu a[href$='alliancer.html']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/alliancer.html")


def test_the_search_opens_with_a_slash_moves_with_arrows_and_gives_focus_back(visit):
    page = visit("haandbogen/netvaerk.html")
    tab_to(page, "[data-search-open]")
    page.keyboard.press("/")
    page.keyboard.type("tillid")
    page.wait_for_selector(".l-search__hits a")
    page.keyboard.press("ArrowDown")
    assert focused(page, "className") == ""
    assert focused(page, "closest('.l-search__hits') !== null")
    page.keyboard.press("ArrowUp")
    assert focused(page, "id") == "soeg-ord"
    page.keyboard.press("Escape")
    assert focused(page, "hasAttribute('data-search-open')")


def test_the_number_of_hits_is_announced(visit):
    page = visit("index.html?q=tillid")
    page.wait_for_selector(".l-search__hits a")
    status = page.locator("[role=status][data-search-status]")
    assert status.inner_text().endswith("svar")


def test_the_jump_bar_leads_to_each_idea_and_marks_where_the_reader_is(visit):
    page = visit("jobkonsulenten/index.html", width=360, height=640)
    tab_to(page, ".c-jump-bar li:nth-child(7) a")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.c-jump-bar li:nth-child(7) a').ariaCurrent === 'true'")
    heading = page.locator("#krav-til-alle").bounding_box()
    assert 0 <= heading["y"] < 320


def test_a_checklist_is_ticked_with_space_and_its_hint_is_read_with_it(visit):
    page = visit("haandbogen/netvaerk.html")
    tab_to(page, "#netvaerksraad input", most=120)
    page.keyboard.press("Space")
    assert focused(page, "checked") is True
    hint = focused(page, "getAttribute('aria-describedby')")
    assert page.locator(f"#{hint}").inner_text().strip()


def test_the_whole_row_of_a_checklist_can_be_tapped(visit):
    page = visit("haandbogen/netvaerk.html", width=360, has_touch=True)
    row = page.locator("#netvaerksraad .c-checklist__row").first
    row.scroll_into_view_if_needed()
    box = row.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] - 8, box["y"] + box["height"] / 2)
    assert row.locator("input").is_checked()


def test_a_term_explains_itself_and_closes_again(visit):
    page = visit("haandbogen/netvaerk.html")
    tab_to(page, ".c-term")
    page.keyboard.press("Enter")
    card = page.locator("[popover]:popover-open")
    assert card.inner_text().strip()
    page.keyboard.press("Escape")
    assert card.count() == 0
    assert focused(page, "className") == "c-term"
