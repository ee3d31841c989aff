"""The nine tips on a phone: at hand at once, under the thumb, in the reader's own text size, and still."""

import pytest

from tests.host import Host

TIPS = "jobkonsulenten/index.html"
PAGES = ["index.html", TIPS, "haandbogen/netvaerk.html", "dokumenter/forloebsaftale.html"]
WIDTH, HEIGHT = 360, 640
BOX = "(one) => one.getBoundingClientRect()"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  if (!one.hadRecentInput) window.shifts.push([one.value, ...one.sources.map(({ node }) => node?.outerHTML)]);
})).observe({ type: "layout-shift", buffered: true });"""
# The machine's Chromium has nothing to share with; this stands where a phone's own sheet would open.
SHARING = """Navigator.prototype.share = (what) => {
  window.shared = what;
  return Promise.reject(new DOMException("", "AbortError"));
};"""


@pytest.fixture(scope="module")
def host(site):
    running = Host(site)
    yield running
    running.stop()


def on_phone(browser, scripts=()):
    screen = {"width": WIDTH, "height": HEIGHT}
    settings = {"viewport": screen, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
    context = browser.new_context(**settings)
    for script in scripts:
        context.add_init_script(script)
    return context.new_page()


def test_the_first_screen_says_what_it_is_about_and_leads_on(browser, host):
    page = on_phone(browser)
    page.goto(host.address + TIPS)
    bar, summary = (page.locator(name).evaluate(BOX) for name in (".c-jump-bar", ".c-summary__text"))
    assert page.locator("h1").evaluate(BOX)["top"] > 0 and summary["bottom"] <= bar["top"]
    assert bar["bottom"] == HEIGHT and bar["height"] < HEIGHT / 5
    page.locator(".c-jump-bar a").nth(4).tap()
    page.wait_for_function("() => location.hash.length > 1")
    heading = page.locator(f"[id='{page.evaluate('location.hash.slice(1)')}']").evaluate(BOX)
    assert 0 < heading["top"] < HEIGHT / 2
    page.context.close()


@pytest.mark.parametrize("size", [16, 24, 32])
def test_sizes_follow_the_text_size_of_the_system(launch, host, size):
    started = launch(f"--blink-settings=defaultFontSize={size}")
    page = on_phone(started)
    page.goto(host.address + TIPS)
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 1.0625 * size
    assert page.evaluate(WIDER) == 0
    pressed = page.locator(".c-jump-bar a, .l-header button:visible").evaluate_all(f"(all) => all.map({BOX})")
    assert [box for box in pressed if box["height"] < 44 or box["width"] < 44] == []
    page.evaluate("scrollTo(0, 2000)")
    header, bar = (page.locator(name).evaluate(BOX) for name in (".l-header", ".c-jump-bar"))
    assert max(header["bottom"], 0) + bar["height"] < HEIGHT / 3, "two thirds are for the text"
    started.close()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_while_the_page_loads(browser, host, name):
    page = on_phone(browser, [SHIFTS, SHARING])
    page.goto(host.address + name)
    page.wait_for_function("() => navigator.serviceWorker.controller")
    assert page.evaluate("window.shifts") == []
    page.context.close()


def test_an_idea_can_be_shared_where_the_device_can(browser, host):
    page = on_phone(browser, [SHARING])
    failures = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(host.address + TIPS + "?q=")
    button = page.locator("[data-component=share]").nth(1)
    assert button.evaluate(BOX)["height"] >= 44
    button.tap()
    place = button.get_attribute("data-place")
    assert page.evaluate("window.shared") == {
        "title": button.get_attribute("data-title"),
        "url": f"{host.address}{TIPS}#{place}",
    }
    assert page.locator(f"[id='{place}']").count() == 1 and failures == []
    page.context.close()


def test_there_is_no_share_button_where_the_device_cannot(browser, host, bundle):
    page = on_phone(browser)
    page.goto(host.address + TIPS)
    assert not page.locator("[data-component=share]:visible").count()
    page.context.close()
    page = on_phone(browser, [SHARING])
    page.goto(f"{bundle}/{TIPS}")
    assert not page.locator("[data-component=share]:visible").count(), "a file on this disk is no address to share"
    page.context.close()
