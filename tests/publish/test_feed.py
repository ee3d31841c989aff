"""The feed of changes: what the page says, as a news reader takes it (RFC 4287)."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree, html
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from macros.content import load_content
from macros.publish.feed import write_feed
from tests.pages import SITE

ROOT = Path(__file__).parents[2]
CONTENT = load_content(ROOT)
ATOM = {"a": "http://www.w3.org/2005/Atom"}
PAGE = """<html><body><article>
<h2 id="aendring-2027-01-02">2. januar: &lt;Nyt&gt;<a class="headerlink" href="#x">¶</a></h2>
<p>Se <a href="../hent.html">filerne</a>, <a href="#her">herunder</a> og <a href="https://example.org/">andet</a>.</p>
<p>Om <button popovertarget="kort-lo">LO</button> &amp; andre.</p>
<h2 id="aendring-2026-11-22">Før</h2><p>Det første.</p>
<h2 id="saadan">Andet</h2><p>Ikke med.</p></article></body></html>"""


@pytest.fixture(scope="module")
def feed() -> etree._Element:
    return etree.parse(SITE / "feed.xml").getroot()


def made(folder: Path, site_url: str) -> etree._Element:
    (folder / "om").mkdir()
    (folder / "om" / "aendringer.html").write_text(PAGE)
    config = {"site_name": "Prøveguiden", "site_url": site_url}
    write_feed(folder, CONTENT, config, ROOT / "overrides" / "feed")
    return etree.parse(folder / "feed.xml").getroot()


def test_it_has_what_the_standard_asks_of_a_feed_and_of_each_entry(feed):
    assert feed.tag == f"{{{ATOM['a']}}}feed"
    entries = feed.findall("a:entry", ATOM)
    for node in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"a:{name}", ATOM)) == 1 and node.findtext(f"a:{name}", namespaces=ATOM).strip()
        assert datetime.fromisoformat(node.findtext("a:updated", namespaces=ATOM)).tzinfo
        assert node.findtext("a:id", namespaces=ATOM).startswith("urn:uuid:")
        assert [link.get("href") for link in node.findall("a:link[@rel='alternate']", ATOM)]
    assert feed.findtext("a:author/a:name", namespaces=ATOM)
    assert feed.find("a:link[@rel='self']", ATOM).get("href").endswith("feed.xml")
    ids = [node.text for node in feed.iterfind(".//a:id", ATOM)]
    assert len(ids) == len(set(ids)) == len(entries) + 1
    days = [entry.findtext("a:updated", namespaces=ATOM) for entry in entries]
    assert feed.findtext("a:updated", namespaces=ATOM) == max(days)


def test_every_change_of_the_page_is_an_entry_in_the_page_s_order(feed):
    page = HTMLParser((SITE / "om" / "aendringer.html").read_text())
    for mark in page.css(".headerlink"):
        mark.decompose()
    headings = {node.attributes["id"]: node.text().strip() for node in page.css("h2[id^='aendring-']")}
    entries = feed.findall("a:entry", ATOM)
    assert [entry.findtext("a:title", namespaces=ATOM) for entry in entries] == list(headings.values())
    told = [entry.find("a:link", ATOM).get("href") for entry in entries]
    assert [address.partition("#")[2] for address in told] == list(headings)
    assert len(headings) >= 1


def test_the_page_tells_of_it_to_programs_and_to_people():
    page = HTMLParser((SITE / "om" / "aendringer.html").read_text())
    link = page.css_first('link[rel="alternate"][type="application/atom+xml"]')
    assert link.attributes["href"] == page.css_first(".c-feed a").attributes["href"] == "../feed.xml"
    others = [path for path in SITE.rglob("*.html") if "atom+xml" in path.read_text()]
    assert [path.name for path in others] == ["aendringer.html"]


def test_with_an_address_every_link_in_it_holds_anywhere(tmp_path):
    feed = made(tmp_path, "https://guiden.example/g/")
    first = feed.find("a:entry", ATOM)
    assert first.find("a:link", ATOM).get("href") == "https://guiden.example/g/om/aendringer.html#aendring-2027-01-02"
    links = html.fromstring(first.findtext("a:content", namespaces=ATOM)).xpath("//a/@href")
    page = "https://guiden.example/g/om/aendringer.html"
    assert links == ["https://guiden.example/g/hent.html", f"{page}#her", "https://example.org/"]


def test_without_an_address_its_links_hold_from_where_it_lies(tmp_path):
    feed = made(tmp_path, "")
    assert feed.find("a:link[@rel='self']", ATOM).get("href") == "feed.xml"
    content = feed.find("a:entry", ATOM).findtext("a:content", namespaces=ATOM)
    assert 'href="hent.html"' in content and 'href="om/aendringer.html#her"' in content


def test_an_entry_is_what_stands_under_its_heading_and_no_more(tmp_path):
    first, second = made(tmp_path, "").findall("a:entry", ATOM)
    assert first.findtext("a:title", namespaces=ATOM) == "2. januar: <Nyt>"
    assert "<button" not in first.findtext("a:content", namespaces=ATOM)
    assert "LO &amp; andre" in first.findtext("a:content", namespaces=ATOM)
    assert re.findall("Det første|Ikke med", second.findtext("a:content", namespaces=ATOM)) == ["Det første"]
