"""axe-core on every page, light and dark, phone and desk; and the limits WCAG sets for reflow and text size."""

import pytest

from tests.axe import ALL_BUT_COLOURS, found, found_in_colours
from tests.pages import page_names

WIDER = """(size) => {
  const { style } = document.documentElement;
  style.fontSize = size;
  const [wide, room] = [document.documentElement.scrollWidth, document.documentElement.clientWidth];
  style.fontSize = "";
  return wide > room;
}"""
SIZES = [(320, "100%"), (360, "200%"), (1280, "200%")]  # WCAG 2.2, 1.4.10 and 1.4.4


# One page of each kind: there axe looks at everything in all four ways.
KINDS = [
    "index.html",
    "jobkonsulenten/index.html",
    "haandbogen/netvaerk.html",
    "dokumenter/opgaveplan.html",
    "emner.html",
]
EVERY_WAY = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]


def too_wide(page, width: int, text: str) -> bool:
    page.set_viewport_size({"width": width, "height": 640})
    return page.evaluate(WIDER, text)


def shown(page, width: int, scheme: str):
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("(scheme) => { document.documentElement.dataset.scheme = scheme; }", scheme)
    return page


@pytest.mark.parametrize("name", page_names())
def test_a_page_fits_every_width_and_text_size_and_axe_finds_nothing(visit, name):
    """From the bundle, without a network. Light and dark share every layout, phone and desk every colour."""
    page = visit(name)
    assert page.title()
    assert [way for way in SIZES if too_wide(page, *way)] == []
    assert found(shown(page, 360, "light"), ALL_BUT_COLOURS) == []
    assert found_in_colours(page) == []
    assert found_in_colours(shown(page, 1280, "dark")) == []


@pytest.mark.parametrize("name", KINDS)
def test_axe_finds_nothing_on_a_page_of_each_kind_in_any_way(visit, name):
    page = visit(name)
    assert [(way, fault) for way in EVERY_WAY for fault in found(shown(page, *way))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens(visit, scheme):
    page = visit("haandbogen/netvaerk.html", width=360, color_scheme=scheme)
    page.click("[popovertarget=menu]")
    assert found(page) == []
    page.keyboard.press("Escape")
    page.click(".c-term")
    assert found(page) == []
    page.keyboard.press("Escape")
    page.click("[data-search-open]")
    page.fill("#soeg-ord", "samarbejdsaftale")
    page.wait_for_selector(".l-search__hits a")
    assert found(page) == []


def test_everything_to_press_is_44_px_high_on_the_jobkonsulents_page(visit):
    page = visit("jobkonsulenten/index.html", width=360, height=640)
    low = page.evaluate(
        """() => [...document.querySelectorAll(".c-jump-bar a, .c-checklist__row, .l-header button, .c-idea-list a")]
            .filter((one) => one.offsetParent || getComputedStyle(one).position === "fixed")
            .map((one) => [one.className, one.getBoundingClientRect()])
            .filter(([, box]) => box.height > 0 && (box.height < 44 || box.width < 44)).map(([name]) => name)"""
    )
    assert low == []
