"""The page "Virker alt her?" and the switch of the copy on the device, in a browser as it is and with parts missing."""

import re

import pytest

from macros.loading import load_file
from tests.axe import found
from tests.host import Host
from tests.lists import DENIED, FULL

PAGE = "om/virker-alt.html"
# A browser without each thing the page tries; what it has is taken away before the page begins.
MISSING = {
    "search": "Object.defineProperty(window, 'guideSearch', { value: null, writable: false });",
    "menu": "delete HTMLElement.prototype.popover;",
    "storage": DENIED,
    "print": "delete window.print; delete Window.prototype.print;",
    "download": "delete HTMLAnchorElement.prototype.download;",
    "dates": """const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "type");
        Object.defineProperty(HTMLInputElement.prototype, "type", { ...set, get() { return "text"; } });""",
    "clipboard": "delete Navigator.prototype.clipboard;",
}
DONE = "() => !document.querySelector('[data-check][data-state=trying]')"
STATE = "[data-component=offline_switch]"
KEPT = "async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]"


@pytest.fixture
def host(site):
    running = Host(site)
    yield running
    running.stop()


def states(page) -> dict[str, str]:
    page.wait_for_function(DONE)
    return page.locator("[data-check]").evaluate_all(
        "(all) => Object.fromEntries(all.map((one) => [one.dataset.check, one.dataset.state]))"
    )


def with_axe(page) -> None:
    for scheme in ("light", "dark"):
        page.evaluate("(scheme) => { document.documentElement.dataset.scheme = scheme; }", scheme)
        assert found(page) == [], scheme


def test_from_a_disk_everything_works_and_nothing_is_left_behind(visit):
    page = visit(PAGE)
    assert set(states(page).values()) == {"works"}
    assert page.locator("[data-sum]").inner_text() == "Alt virker her."
    assert "disk" in page.locator(STATE).inner_text() and not page.locator(f"{STATE} button:visible").count()
    assert page.evaluate("localStorage.length") == 0
    with_axe(page)


def test_from_a_host_everything_works_once_the_copy_is_there(visit, host):
    page = visit(PAGE, base=host.address.rstrip("/"))
    assert set(states(page).values()) == {"works"}
    assert page.get_attribute(STATE, "data-state") == "on"
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("name", MISSING)
def test_what_a_browser_lacks_is_said_with_what_to_do(browser, bundle, name, root):
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.add_init_script(MISSING[name])
    page.goto(f"{bundle}/{PAGE}")
    assert [check for check, state in states(page).items() if state == "fails"] == [name]
    assert page.locator("[data-sum]").inner_text().startswith("Én ting virker ikke")
    said = page.locator(f"[data-check={name}]").inner_text()
    known = {check["id"]: check for check in load_file(root / "data" / "self-check.yml", root).data["checks"]}
    plain = re.sub(r"\*\*|\[([^\]]*)\]\([^)]*\)", r"\1", known[name]["advice"])
    assert known[name]["fails"] in said and plain in said
    if name == "storage":
        with_axe(page)
    context.close()


def test_a_full_store_is_seen_too(browser, bundle):
    page = browser.new_page()
    page.add_init_script(FULL)
    page.goto(f"{bundle}/{PAGE}")
    assert states(page)["storage"] == "fails"
    page.close()


def test_without_script_the_page_says_so(browser, bundle):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{bundle}/{PAGE}")
    assert "kører ikke script" in page.locator("article").inner_text()
    assert not page.locator("[data-check]:visible").count() and not page.locator(f"{STATE} button:visible").count()
    page.close()


def test_the_copy_can_be_turned_off_and_stays_off_and_on_again(visit, host):
    page = visit("om/privatliv.html", base=host.address.rstrip("/"))
    page.wait_for_selector(f"{STATE}[data-state=on]")
    page.click(f"{STATE} [data-turn-off]")
    page.wait_for_selector(f"{STATE}[data-state=off]")
    assert page.evaluate("document.activeElement.matches('[data-turn-on]')")
    assert page.evaluate(KEPT) == [0, 0]
    assert page.evaluate("Object.keys(localStorage)") == ["samarbejdsguiden:1:offline"]
    page.goto(host.address + PAGE)
    assert [check for check, state in states(page).items() if state == "fails"] == ["offline"]
    assert page.evaluate(KEPT) == [0, 0]
    with_axe(page)
    page.click(f"{STATE} [data-turn-on]")
    page.wait_for_selector(f"{STATE}[data-state=on]")
    assert page.evaluate(KEPT) == [1, 1] and page.evaluate("localStorage.length") == 0
    page.reload()
    assert states(page)["offline"] == "works"


def test_a_reader_who_saves_on_data_is_asked_first(browser, host):
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } });")
    page.goto(host.address + PAGE)
    page.wait_for_selector(f"{STATE}[data-state=later]")
    assert page.evaluate(KEPT) == [0, 0]
    page.click(f"{STATE} [data-turn-on]")
    page.wait_for_selector(f"{STATE}[data-state=on]")
    context.close()
