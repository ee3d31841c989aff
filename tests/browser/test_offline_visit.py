"""One visit, and the whole guide is on the device; a new edition comes whole or not at all. All of it below /guide/."""

import random
import shutil

import pytest

from tests.editions import MARKS, edition, hashed, unlisted
from tests.host import Host
from tests.lists import Sheet
from tests.pages import page_names

START = "jobkonsulenten/index.html"
OTHERS = ("index.html", "om/privatliv.html")
CONTROLLED = "() => navigator.serviceWorker.controller"
GONE = "async () => !(await navigator.serviceWorker.getRegistration()) && (await caches.keys()).length === 0"
# Asks for a new edition and tells what became of it.
UPDATE = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const end = new Promise((resolve) => registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => {
      if (["installed", "redundant"].includes(worker.state)) resolve(worker.state);
    });
  }, { once: true }));
  return Promise.race([end, registration.update().then(() => end, () => "unread")]);
}"""
MOMENTS = 10


@pytest.fixture
def host(site):
    running = Host(site)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def editions(site, tmp_path_factory):
    return {mark: edition(site, tmp_path_factory.mktemp(mark), mark) for mark in "AB"}


@pytest.fixture
def reader(browser):
    """A reader with a device of their own; no page may fail."""
    contexts, complaints = [], []

    def opened(address: str):
        contexts.append(browser.new_context(viewport={"width": 360, "height": 640}, reduced_motion="reduce"))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        page.wait_for_function(CONTROLLED)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def marks(page) -> set[str]:
    return set(page.evaluate(MARKS))


def marks_everywhere(page, address: str) -> set[str]:
    found = set()
    for name in (START, *OTHERS):
        page.goto(address + name)
        found |= marks(page)
    return found


def test_after_one_visit_every_page_and_file_is_there_with_the_server_stopped(host, reader, site):
    page = reader(host.address + START)
    host.stop()
    files = [path.relative_to(site).as_posix() for path in site.rglob("*.docx")] + page_names()
    lost = page.evaluate(
        """async ([base, files]) => {
          const there = (file) => fetch(base + file).then((answer) => answer.ok, () => false);
          const asked = files.map(async (file) => (await there(file)) ? [] : [file]);
          return (await Promise.all(asked)).flat();
        }""",
        [host.address, files],
    )
    assert lost == []
    firsts = {name.split("/")[0]: name for name in reversed(page_names()) if name != "404.html"}
    for name in firsts.values():
        page.goto(host.address + name)
        assert page.locator("h1").count() == 1 and page.evaluate("document.styleSheets.length") == 2


def test_after_one_visit_search_lists_and_documents_work_with_the_server_stopped(host, reader):
    page = reader(host.address + START)
    host.stop()
    page.click("[data-search-open]")
    page.keyboard.type("samarbejdsaftalerne")
    page.wait_for_selector(".l-search__hits a")
    page.goto(host.address + "haandbogen/netvaerk.html")
    Sheet(page).box(0).check()
    page.reload()
    assert Sheet(page).ticks()[0]
    page.goto(host.address + "dokumenter/forloebsaftale.html")
    for act in ("[data-do=word]", "a[href$='.docx']"):
        with page.expect_download() as waiting:
            page.locator(act).first.click()
        assert waiting.value.path().read_bytes().startswith(b"PK")


def test_an_address_of_a_folder_and_one_with_a_query_work_too(host, reader):
    page = reader(host.address)
    host.stop()
    page.goto(host.address + "haandbogen/")
    assert page.locator("h1").inner_text()
    page.goto(host.address + "haandbogen/?q=formand")
    page.wait_for_selector(".l-search__hits a")


def test_what_is_not_in_the_copy_leads_to_a_page_that_says_so(host, reader):
    page = reader(host.address)
    host.stop()
    page.goto(host.address + "filer/en-stor-bog")
    assert page.url == host.address + "om/virker-alt.html#uden-net"


def updated(host, page, folder, left: int | None = None) -> str:
    """What became of an update to the edition in `folder`, with the line cut after so many bytes."""
    host.folder, host.left, host.sent = folder, left, 0
    return page.evaluate(UPDATE)


def test_an_update_cut_at_any_moment_gives_a_whole_edition_or_the_old_one(host, reader, editions):
    host.start(editions["A"])
    page = reader(host.address + START)
    assert updated(host, page, editions["B"]) == "installed"
    ended = []
    for moment in random.Random(2026).sample(range(host.sent), MOMENTS):
        host.start(editions["A"])
        page = reader(host.address + START)
        ended.append(updated(host, page, editions["B"], moment))
        host.stop()
        assert marks_everywhere(page, host.address) == {"A"}, moment
    assert set(ended) <= {"redundant", "unread"} and "redundant" in ended
    host.start(editions["B"])
    assert updated(host, page, editions["B"]) == "installed"
    host.stop()
    until_shown(page, host.address, "B")


def until_shown(page, address: str, mark: str) -> None:
    """Leave the guide and come back until the browser has put the waiting edition to work; each must be whole."""
    found = marks_everywhere(page, address)
    while found != {mark}:
        assert len(found) == 1
        page.goto("about:blank")
        page.wait_for_timeout(100)
        found = marks_everywhere(page, address)


def test_a_new_edition_is_told_of_and_shown_when_the_reader_says_so(host, reader, editions):
    host.start(editions["A"])
    page = reader(host.address + START)
    host.asked.clear()
    assert updated(host, page, editions["B"]) == "installed"
    assert hashed(host.folder, "guide.*.css") in host.asked
    assert "icons/512.png" not in host.asked, "what is unchanged is not fetched again"
    page.wait_for_selector("[data-edition] [data-offer]:visible")
    assert marks(page) == {"A"}
    with page.expect_navigation():
        page.click("[data-edition] [data-show]")
    host.stop()
    assert marks_everywhere(page, host.address) == {"B"}
    while len(page.evaluate("caches.keys()")) > 1:
        page.reload()
    assert not page.locator("[data-edition] [data-offer]").is_visible()


def test_another_window_with_the_old_edition_keeps_it(host, reader, editions):
    host.start(editions["A"])
    page = reader(host.address + START)
    other = page.context.new_page()
    other.goto(host.address + OTHERS[0])
    updated(host, page, editions["B"])
    page.click("[data-edition] [data-show]")
    page.locator("[data-edition] [data-said]", has_text="Luk de andre").wait_for()
    assert marks(page) == marks(other) == {"A"}
    other.close()
    with page.expect_navigation():
        page.click("[data-edition] [data-show]")
    assert marks(page) == {"B"}


def test_a_host_with_a_file_of_another_edition_is_not_trusted_until_it_is_whole(host, reader, editions, tmp_path):
    half = shutil.copytree(editions["B"], tmp_path / "half")
    styles = hashed(half, "guide.*.css")
    shutil.copy(editions["A"] / styles, half)
    host.start(editions["A"])
    page = reader(host.address + START)
    assert updated(host, page, half) == "redundant"
    assert marks_everywhere(page, host.address) == {"A"}
    host.asked.clear()
    assert updated(host, page, editions["B"]) == "installed"
    assert styles in host.asked and len(host.asked) < 30, "what came the first time is not fetched again"


def test_a_worker_without_a_list_takes_itself_and_its_copies_away(host, reader, editions, tmp_path):
    plain = unlisted(shutil.copytree(editions["B"], tmp_path / "plain"))
    host.start(editions["A"])
    page = reader(host.address + START)
    with page.expect_navigation():
        updated(host, page, plain)
    page.wait_for_function(GONE)
    assert marks(page) == {"B"}
