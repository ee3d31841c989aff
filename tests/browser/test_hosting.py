"""The guide behind the real nginx and its shipped policy, in the browser: at the top of a host and in a folder."""

import re
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.forms import IDS, fetched
from tests.lists import Sheet
from tests.pages import SITE, page_names
from tests.servers import nginx

WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => refused.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


@pytest.fixture(scope="module", params=["", "guide"], ids=["top", "folder"])
def host(request, site, tmp_path_factory) -> str:
    with nginx(site, tmp_path_factory.mktemp("nginx"), folder=request.param) as address:
        yield address


at_the_top = pytest.mark.parametrize("host", [""], ids=["top"], indirect=True)


@pytest.fixture
def opened(visit, host):
    """Open a page of the host; at the end nothing may have been refused."""
    pages = []

    def at(name: str):
        page = visit("index.html", base=host)
        page.add_init_script(WATCH)
        page.goto(f"{host}/{name}")
        pages.append(page)
        return page

    yield at
    for page in pages:
        assert page.evaluate("refused") == []


@at_the_top
@pytest.mark.xdist_group("hosting")
def test_every_page_opens_under_the_policy_without_a_violation(opened, host):
    page = opened("index.html")
    for name in set(page_names()) - {"404.html"}:
        assert page.goto(f"{host}/{name}", wait_until="domcontentloaded").status == 200
        assert page.evaluate("[document.styleSheets[0].cssRules.length > 5, refused]") == [True, []]


@pytest.mark.xdist_group("hosting")
def test_every_link_and_file_a_page_names_is_there(host):
    """From disk they are known to resolve; here each is asked of the host by its address."""
    named = {
        urljoin(f"{host}/{name}", node.attributes[key]).partition("#")[0]
        for name in page_names()
        for key in ("href", "src", "data-index", "data-engine")
        for node in HTMLParser((SITE / name).read_text(encoding="utf-8")).css(f"[{key}]")
    }
    own = sorted(address for address in named if urlsplit(address).netloc == urlsplit(host).netloc)
    assert len(own) > len(page_names())
    for address in own:
        assert address.startswith(host + "/")
        with urlopen(address) as answer:
            assert answer.status == 200


@pytest.mark.xdist_group("hosting")
def test_the_search_a_list_and_a_document_work(opened, host, tmp_path):
    page = opened("index.html")
    page.keyboard.press("/")
    page.keyboard.type("samarbejdsaftalerne")
    hit = page.locator(".l-search__hits a").first
    address = hit.evaluate("(link) => link.href")
    hit.click()
    page.wait_for_url(address)
    assert address.startswith(f"{host}/") and page.locator("h1").count() == 1
    sheet = Sheet(opened("haandbogen/netvaerk.html"))
    sheet.box(0).check()
    sheet.page.reload()
    assert sheet.ticks()[0]
    document = opened(f"dokumenter/{IDS[0]}.html")
    document.locator("textarea").first.fill("Ærø")
    assert fetched(document, "Hent som Word", tmp_path).read_bytes().startswith(b"PK")


@pytest.mark.parametrize("folder", ["", "guide"], ids=["top", "folder"])
def test_after_one_visit_the_guide_works_there_with_the_server_stopped(browser, site, tmp_path, folder):
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(WATCH)
    with nginx(site, tmp_path, folder=folder) as address:
        page.goto(f"{address}/index.html")
        page.wait_for_function("() => navigator.serviceWorker.controller")
        scope = page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.scope)")
        assert scope == f"{address}/"
    page.goto(f"{address}/?q=samarbejdsaftalerne")
    page.locator(".l-search__hits a").first.click()
    page.wait_for_url(f"{address}/*/**")
    assert page.locator("h1").count() == 1 and page.evaluate("document.styleSheets[0].cssRules.length") > 5
    page.goto(f"{address}/haandbogen/netvaerk.html")
    Sheet(page).box(0).check()
    page.reload()
    assert Sheet(page).ticks()[0]
    page.goto(f"{address}/dokumenter/{IDS[0]}.html")
    page.locator("textarea").first.fill("Ærø")
    assert fetched(page, "Hent som Word", tmp_path).read_bytes().startswith(b"PK")
    assert page.evaluate("refused") == []
    context.close()


@at_the_top
def test_the_policy_stops_a_script_and_a_style_that_someone_got_into_a_page(browser, host):
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{host}/index.html")
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.stolen = true";
        document.body.append(script);
        document.body.setAttribute("style", "display: none");
        new Image().src = "http://127.0.0.1:9/a";
    }""")
    page.wait_for_function("() => refused.length === 6")  # by the header and by the page itself
    assert {each.split()[0] for each in page.evaluate("refused")} == {"script-src-elem", "style-src-attr", "img-src"}
    assert page.evaluate("[window.stolen === true, getComputedStyle(document.body).display]") == [False, "block"]
    page.close()


def test_an_unknown_address_shows_the_404_page_in_its_own_style(browser, host):
    page = browser.new_page()
    page.add_init_script(WATCH)
    assert page.goto(f"{host}/haandbogen/findes/ikke.html").status == 404
    assert page.evaluate("refused") == []
    assert re.search("34rem|5[0-9]{2}px", page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth"))
    page.close()
