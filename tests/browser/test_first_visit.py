"""What a first visit costs on a phone, in what a busy machine does not change: bytes, files and work, never seconds."""

import re

import pytest

from tests.host import Host

TIPS, DOCUMENT = "jobkonsulenten/index.html", "dokumenter/forloebsaftale.html"
MOST_BYTES, MOST_REQUESTS = 55_000, 8
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}
SIZES = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map((one) => one.transferSize)"""
LOOKS = """(element) => {
  const { x, y, width } = element.getBoundingClientRect(), { color, font, backgroundColor } = getComputedStyle(element);
  return { x, y, width, color, font, backgroundColor };
}"""
OLD = {"content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"}
# What stops the first paint until it has come, and what stops the rest of the page.
FILES = "link[rel=stylesheet]:not([media=print]), script[src]:not([defer], [async], [type=module])"
SHIFTS = """() => {
  window.shifts = [];
  const see = ({ value, sources }) => shifts.push([value, sources[0]?.node?.className]);
  new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type: "layout-shift", buffered: true });
}"""


@pytest.fixture
def host(site):
    running = Host(site)
    yield running
    running.stop()


def test_the_nine_tips_cost_little_and_neither_search_nor_copy_comes_before_the_browser_is_idle(browser, host):
    context = browser.new_context()
    page = context.new_page()
    page.goto(host.address + TIPS)
    sizes = page.evaluate(SIZES)
    page.wait_for_function("() => navigator.serviceWorker.controller")
    first = host.asked[: host.asked.index("service-worker.js")]
    assert len(first) <= MOST_REQUESTS, first
    assert not [name for name in first if "search" in name]
    assert all(sizes) and sum(sizes) <= MOST_BYTES
    assert len(host.asked) > 100, "the copy came afterwards"
    context.close()


@pytest.mark.parametrize("path", [TIPS, DOCUMENT])
def test_no_file_stops_the_first_paint_and_nothing_moves_when_the_scripts_come(browser, host, path):
    context = browser.new_context(**PHONE, service_workers="block")
    page = context.new_page()
    page.add_init_script(f"({SHIFTS})()")
    page.goto(host.address + path, wait_until="networkidle")
    assert page.evaluate("shifts") == []
    assert page.locator("head").locator(FILES).count() == 0
    blocking = page.locator("body").locator(FILES).evaluate_all("(all) => all.map((one) => one.href || one.src)")
    names = [re.sub(r".*/|\.[0-9a-f]{12}", "", each) for each in blocking]
    assert names[:2] == ["guide.css", "guide.js"]
    assert page.locator("body > div ~ script[src]").count() == len(names[1:]), "scripts come last"
    assert sum(page.evaluate(SIZES)) <= MOST_BYTES and len(host.asked) <= MOST_REQUESTS
    context.close()


@pytest.mark.parametrize("path", ["index.html", TIPS, DOCUMENT, "haandbogen/netvaerk.html"])
@pytest.mark.parametrize("screen", [PHONE, {"viewport": {"width": 1280, "height": 800}}], ids=["phone", "desk"])
def test_title_and_summary_are_there_with_their_looks_before_the_stylesheet_and_do_not_move(
    browser, host, path, screen
):
    context = browser.new_context(**screen, service_workers="block")
    page = context.new_page()
    page.add_init_script(f"({SHIFTS})()")
    host.styles.clear()
    page.goto(host.address + path, wait_until="commit")
    summary = page.locator(".c-summary__text, .c-home__lead")
    summary.wait_for()
    early = page.locator("h1").evaluate(LOOKS), summary.evaluate(LOOKS)
    assert page.locator(".c-foot, .c-home__body, .l-footer").count() == 0, "the rest waits for its looks"
    host.styles.set()
    page.wait_for_load_state("networkidle")
    assert (page.locator("h1").evaluate(LOOKS), summary.evaluate(LOOKS)) == early
    assert page.evaluate("shifts") == []
    context.close()


def test_firefox_too_shows_nothing_without_its_looks(firefox, host):
    """It would show what follows a stylesheet at once, but for the script in between."""
    host.styles.clear()
    firefox.evaluate("setTimeout(() => location.assign(given[0]));", host.address + TIPS)
    there = firefox.wait_for("document.querySelector('.c-summary__text') && document.body.innerText")
    host.styles.set()
    whole = firefox.wait_for("document.readyState === 'complete' && document.body.innerText")
    assert "Kort fortalt" in there and len(there) < len(whole) / 5


def test_a_host_that_does_not_let_the_first_styles_stand_in_the_page_shows_it_all_the_same(browser, host):
    """Its header may be that of an older guide, which names other hashes."""
    context = browser.new_context(service_workers="block", color_scheme="dark")
    page = context.new_page()
    page.goto(host.address + TIPS)
    looks = page.locator("body").evaluate(LOOKS)
    page.route("**/*.html", lambda route: route.fulfill(response=(told := route.fetch()), headers=told.headers | OLD))
    page.reload()
    assert page.evaluate("document.querySelector('style').sheet") is None, "the style was not refused"
    assert page.locator("body").evaluate(LOOKS) == looks
    assert page.locator("html.js[data-scheme=dark]").count() == 1
    context.close()


@pytest.mark.parametrize("path", [TIPS, DOCUMENT, "haandbogen/netvaerk.html"])
def test_scripts_add_less_than_half_as_much_as_the_page_has(browser, host, path):
    """A phone lays out all that a script adds before the page can be used; the fields of a list's points wait."""
    counted = []
    for script in (False, True):
        context = browser.new_context(java_script_enabled=script, service_workers="block")
        page = context.new_page()
        page.goto(host.address + path)
        counted.append(page.locator("*").count())
        context.close()
    assert counted[1] < 1.5 * counted[0]
