"""What a first visit costs on a phone, in what a busy machine does not change: bytes, files and work, never seconds."""

import re

import pytest

from tests.host import Host

TIPS, DOCUMENT = "jobkonsulenten/index.html", "dokumenter/forloebsaftale.html"
MOST_BYTES, MOST_REQUESTS = 55_000, 8
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}
SIZES = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map((one) => one.transferSize)"""
# What stops the first paint until it has come.
BLOCKING = "link[rel=stylesheet]:not([media=print]), script[src]:not([defer], [async], [type=module])"
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
def test_little_stops_the_first_paint_and_nothing_moves_when_the_scripts_come(browser, host, path):
    context = browser.new_context(**PHONE, service_workers="block")
    page = context.new_page()
    page.add_init_script(f"({SHIFTS})()")
    page.goto(host.address + path, wait_until="networkidle")
    assert page.evaluate("shifts") == []
    blocking = page.locator(BLOCKING).evaluate_all("(all) => all.map((one) => one.href || one.src)")
    assert [re.sub(r".*/|\.[0-9a-f]{12}", "", each) for each in blocking] == ["guide.css", "scheme.js"]
    assert sum(page.evaluate(SIZES)) <= MOST_BYTES and len(host.asked) <= MOST_REQUESTS
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
