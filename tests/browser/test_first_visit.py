"""What a first visit costs, counted by the host and by the browser."""

from tests.host import Host

TIPS = "jobkonsulenten/index.html"
MOST_BYTES, MOST_REQUESTS = 55_000, 8
SIZES = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map((one) => one.transferSize)"""


def test_the_nine_tips_cost_little_and_neither_search_nor_copy_comes_before_the_browser_is_idle(browser, site):
    host = Host(site)
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
    host.stop()
