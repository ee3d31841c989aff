"""Without script: everything is read, ticked, opened and printed, light or dark as the system is."""

import pytest

COLOURS = """() => [...document.querySelectorAll("*")].map((element) => {
  const { color, backgroundColor, borderTopColor, colorScheme } = getComputedStyle(element);
  return [element.tagName, color, backgroundColor, borderTopColor, colorScheme].join(" ");
})"""


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


@pytest.mark.parametrize("name", ["index.html", "haandbogen/netvaerk.html"])
def test_its_colours_are_those_the_system_asks_for_as_with_script(visit, name):
    def colours(**settings) -> set[str]:
        return set(visit(name, **settings).evaluate(COLOURS))

    seen = {scheme: colours(color_scheme=scheme, java_script_enabled=False) for scheme in ("light", "dark")}
    assert seen["light"].isdisjoint(seen["dark"])
    for scheme, without in seen.items():
        assert without <= colours(color_scheme=scheme)
