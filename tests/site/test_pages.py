"""Every built page, read as a file."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.pages import SITE, page_names

PAGES = page_names()
GUIDE_PAGES = [name for name in PAGES if name != "404.html"]


def read(name: str) -> HTMLParser:
    return HTMLParser((SITE / name).read_text(encoding="utf-8"))


def ids(name: str, known: dict[str, list[str]] = {}) -> list[str]:  # noqa: B006 - a cache for the whole run
    if name not in known:
        known[name] = [node.attributes["id"] for node in read(name).css("[id]")]
    return known[name]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_danish_has_one_h1_and_unique_ids(name):
    page = read(name)
    assert page.css_first("html").attributes["lang"] == "da"
    assert len(page.css("h1")) == 1
    assert page.css_first("title").text().strip()
    assert sorted(ids(name)) == sorted(set(ids(name)))


@pytest.mark.parametrize("name", PAGES)
def test_no_template_code_reaches_the_reader(name):
    text = (SITE / name).read_text(encoding="utf-8")
    text = re.sub(r"<code>.*?</code>", "", text, flags=re.DOTALL)  # recipes show what to write
    assert not re.search(r"\{\{|\{%|\{#|Undefined|Macro Rendering Error", text)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_and_anchor_resolves(name):
    broken = []
    for link in read(name).css("a[href]"):
        href = link.attributes["href"]
        parts = urlsplit(href)
        if parts.scheme in ("http", "https", "mailto"):
            continue
        target = (SITE / name).parent / unquote(parts.path) if parts.path else SITE / name
        target = Path(target).resolve()
        place = unquote(parts.fragment)
        if not target.is_file() or (place and place not in ids(target.relative_to(SITE.resolve()).as_posix())):
            broken.append(href)
    assert not broken


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_from_another_host(name):
    page = read(name)
    loaded = [node.attributes.get(key) for key in ("src", "data", "poster", "srcset") for node in page.css(f"[{key}]")]
    loaded += [node.attributes["href"] for node in page.css("link[href]") if node.attributes.get("rel") != "canonical"]
    assert [address for address in loaded if address and re.match(r"(?:https?:)?//", address)] == []
    assert "url(http" not in (SITE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GUIDE_PAGES)
def test_headings_never_skip_a_level(name):
    levels = [int(node.tag[1]) for node in read(name).css("article h1, article h2, article h3, article h4, article h5")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", [name for name in GUIDE_PAGES if name != "index.html"])
def test_a_page_begins_with_its_summary_and_ends_with_its_sources_and_date(name):
    page = read(name)
    assert len(page.css_first(".c-summary__text").text().split()) > 8
    assert page.css_first(".c-foot .c-origin").text().strip()
    assert "Indhold pr. " in page.css_first(".c-print-foot").text()


def test_stylesheets_and_scripts_name_no_other_host(site):
    for path in [*site.rglob("*.css"), *site.rglob("*.js")]:
        if not re.search(r"^search-index\.|\.word\.", path.name):  # texts, and the namespaces of a Word file
            text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            assert "http://" not in text and "https://" not in text, path


def test_nothing_is_published_that_no_page_uses(site):
    kinds = {path.suffix for path in site.rglob("*") if path.is_file() and path.name != "SHA256SUMS"}
    pages = {".html", ".css", ".js", ".png", ".svg", ".webmanifest", ".xml"}
    assert kinds <= pages | {".docx", ".epub", ".pdf", ".zip"} | {".br", ".gz"}
    assert not (site / "assets").exists()
