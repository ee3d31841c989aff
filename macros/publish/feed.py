"""The change log as an Atom feed (RFC 4287), made of the page readers see."""

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree, html

from ..content import Content
from ..pages import Page
from ..problems import ContentError, Place, Problem
from ..rendering import environment

NAME = "feed.xml"
# A change is a heading of the page with the day it came in its id.
CHANGE = re.compile(r"aendring-(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True)
class Change:
    """A change as the page tells it: its day (2026-11-22), title, HTML, address, and a name that never changes."""

    day: str
    title: str
    html: str
    address: str
    name: str


def write_feed(site: Path, content: Content, config: Mapping, layouts: Path) -> None:
    """Write feed.xml into the built `site`. Without `config`'s site_url its addresses are relative to itself.

    Raises ContentError when the page with changes has none.
    """
    site_url, page = config["site_url"] or "", _page(content)
    changes = list(_changes(html.fromstring((site / page.url).read_text(encoding="utf-8")), page, site_url))
    if not changes:
        write = "## Overskrift {#aendring-åååå-mm-dd}"
        raise ContentError([Problem(page.document.file, Place(1), "siden har ingen nyhed til feedet", "", write)])
    known = {"words": content.labels.words, "publisher": content.publisher, "site_name": config["site_name"]}
    values = {"page": page, "site_url": site_url, "changes": changes, "name": _name(""), "feed": NAME}
    text = environment(layouts, **known).get_template(NAME).render(values).strip()
    (site / NAME).write_text(text + "\n", encoding="utf-8")


def _page(content: Content) -> Page:
    return next(page for page in content.pages.values() if any(call.name == "feed" for call in page.calls))


def _name(anchor: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:samarbejdsguiden:feed:{anchor}").urn


def _changes(root: html.HtmlElement, page: Page, site_url: str) -> Iterator[Change]:
    for heading in root.xpath("//article//h2[@id]"):
        if day := CHANGE.match(anchor := heading.get("id")):
            for mark in heading.xpath('a[@class="headerlink"]'):
                heading.remove(mark)
            address = urljoin(site_url, f"{page.url}#{anchor}")
            told = "".join(_below(heading, page, site_url))
            yield Change(day[1], " ".join(heading.text_content().split()), told, address, _name(anchor))


def _below(heading: html.HtmlElement, page: Page, site_url: str) -> Iterator[str]:
    """What stands between a heading and the next, as plain HTML with addresses that hold outside the page."""
    for node in heading.itersiblings():
        if node.tag in ("h2", "footer"):
            return
        for button in list(node.iter("button")):
            button.drop_tag()
        for link in node.iter("a"):
            link.set("href", urljoin(urljoin(site_url, page.url), link.get("href")))
        yield etree.tostring(node, encoding="unicode", method="html", with_tail=False)
