"""Without script: everything is read, ticked, opened and printed."""


def test_the_page_is_whole_and_its_list_can_be_ticked(visit):
    page = visit("jobkonsulenten/index.html", java_script_enabled=False)
    assert page.locator(".c-idea").count() == 9
    box = page.locator(".c-checklist input").first
    box.check()
    assert box.is_checked()


def test_menu_and_terms_open(visit):
    page = visit("haandbogen/netvaerk.html", width=360, java_script_enabled=False)
    page.click("[popovertarget=menu]")
    assert page.locator("#menu a[href$='alliancer.html']").is_visible()
    page.keyboard.press("Escape")
    page.locator(".c-term").first.click()
    assert page.get_by_role("link", name="Se i ordlisten").first.is_visible()


def test_a_search_button_that_could_do_nothing_is_not_shown(visit):
    page = visit("index.html", java_script_enabled=False)
    assert not page.locator("[data-search-open]").is_visible()
    assert not page.locator("[data-scheme-switch]").is_visible()
