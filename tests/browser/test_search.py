"""What a reader meets in the search dialog: filter, address, other readings of a query, and no answer at all."""

import pytest

HITS, TITLES = ".l-search__hits li", ".l-search__title"
# A numbered box is named so in its title; any other by a word beside it.
KIND = """(hits) => hits.map(
  (hit) => (hit.querySelector(".l-search__kind") || hit.querySelector(".l-search__title")).textContent.split(" ")[0]
)"""
STATUS = "[data-search-status]"
# The plain hit: whoever types a heading as it stands finds it among the first three.
BURIED = """() => {
  const index = invert(guideIndex), buried = [];
  index.prepare();
  const read = reader(index), rank = ranker(index), titleOf = (number) => index.sections[number].shown().title;
  for (const title of new Set(index.sections.map((_, number) => titleOf(number)))) {
    const first = rank(read(title), () => true).slice(0, 3);
    if (!first.some(({ number }) => titleOf(number) === title)) buried.push(title);
  }
  return buried;
}"""


def opened(visit, query: str, name: str = "index.html", **settings: object):
    page = visit(name, **settings)
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.wait_for_function("() => document.querySelector('[data-search-hits]').children.length")
    return page


def test_the_filter_takes_one_part_or_one_kind_and_stands_in_the_address(visit, bundle):
    page = opened(visit, "aftale")
    page.select_option("#soeg-i", label="Håndbogen")
    page.wait_for_function("() => location.search.includes('i=')")
    assert {place.split(" · ")[0] for place in page.locator(".l-search__where").all_inner_texts()} == {"Håndbogen"}
    page.select_option("#soeg-i", label="Boks")
    page.wait_for_function("() => location.search.includes('i=box')")
    assert set(page.locator(HITS).evaluate_all(KIND)) == {"Boks"}
    page.goto(page.url)
    page.wait_for_selector(TITLES)
    assert page.locator("#soeg-i option:checked").inner_text() == "Boks"
    assert set(page.locator(HITS).evaluate_all(KIND)) == {"Boks"}
    page.keyboard.press("Escape")
    page.wait_for_url(f"{bundle}/index.html")


def test_the_query_is_in_the_address_when_the_reader_comes_back_from_a_hit(visit):
    page = opened(visit, "netværk")
    page.locator(".l-search__hits a").first.click()
    page.wait_for_url("**/*.html*")
    page.go_back()
    page.wait_for_selector(TITLES)
    assert page.input_value("#soeg-ord") == "netværk"


def test_a_hit_says_its_part_its_page_and_its_kind(visit):
    page = opened(visit, "enkeltområdeaftaler boks")
    hit = page.locator(".l-search__hits li", has=page.locator(TITLES, has_text="Boks 2.4"))
    assert hit.locator(".l-search__where").inner_text().startswith("Håndbogen · 2.5 ")
    page.fill("#soeg-ord", "krav til alle")
    page.wait_for_function("() => document.querySelector('.l-search__kind')?.textContent === 'Idé'")


def test_a_query_read_otherwise_asks_whether_that_was_meant(visit):
    page = opened(visit, "jobkonsulnt")
    assert page.locator(STATUS).inner_text() == "Mente du »jobkonsulent«? Her er svarene på det."


def test_a_query_no_section_answers_shows_the_nearest(visit):
    page = opened(visit, "samarbejdsaftale elefant")
    assert "det nærmeste" in page.locator(STATUS).inner_text()
    assert "amarbejdsaftale" in page.locator(TITLES).first.inner_text()


def test_no_answer_in_a_part_says_where_else_to_look(visit):
    page = opened(visit, "lommekort")
    page.select_option("#soeg-i", label="Partnerskab")
    page.wait_for_function("() => !document.querySelector('[data-search-hits]').children.length")
    assert "Hele guiden" in page.locator(STATUS).inner_text()
    assert page.get_by_role("link", name="Emneregister").is_visible()


@pytest.mark.parametrize("width", [360, 320])
def test_the_dialog_fits_a_narrow_screen(visit, width):
    page = opened(visit, "koordinationsudvalg", width=width)
    assert page.evaluate("document.querySelector('.l-search').scrollWidth <= innerWidth")


def test_tolerance_never_buries_the_plain_hit(visit):
    page = visit("index.html")
    for script in ("data-engine", "data-index"):
        page.add_script_tag(url=page.get_attribute("[data-search]", script))
    assert len(page.evaluate(BURIED)) <= 3
