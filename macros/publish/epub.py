"""The guide as an EPUB 3 book, made of the built pages.

Formats: https://www.w3.org/TR/epub-33/ and, for what is said about access, https://www.w3.org/TR/epub-a11y-11/.
"""

import posixpath
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree, html

from ..content import Content
from ..rendering import environment
from ..version import Version
from .downloads import FOLDER
from .menu import paths
from .packing import entry

NAME = "samarbejdsguiden.epub"
# The book keeps its name from version to version.
IDENTIFIER = uuid.uuid5(uuid.NAMESPACE_URL, "urn:samarbejdsguiden:epub")
LAYOUTS = {
    "META-INF/container.xml": "container.xml",
    "EPUB/package.opf": "package.xml",
    "EPUB/nav.xhtml": "nav.xml",
    "EPUB/cover.xhtml": "cover.xml",
    "EPUB/cover.svg": "cover.svg",
    "EPUB/kolofon.xhtml": "colophon.xml",
    "EPUB/book.css": "book.css",
}
# Places that reading programs know by name: https://www.w3.org/TR/epub-ssv-11/
LANDMARKS = {"glossary": "ordliste.xhtml", "index": "emner.xhtml", "bibliography": "kilder/index.xhtml"}
PICTURES = {".jpg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml", ".webp": "image/webp"}
DEEPEST = 3
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Entry:
    """A line of the contents: its title, the place it leads to ("" for a mere heading), and the lines below it."""

    title: str
    target: str
    inside: tuple["Entry", ...] = ()


def write_epub(site: Path, content: Content, config: Mapping, layouts: Path, version: Version) -> Path:
    """Write the book of the built `site` into its folder of files.

    `config` gives nav (the book's order), site_name and site_url (may be ""); `layouts` is overrides/epub/.
    """
    nav, site_url = config["nav"], config["site_url"] or ""
    urls = [content.pages[path].url for path in paths(nav) if not content.pages[path].meta.screen_only]
    shape = etree.XSLT(etree.parse(layouts / "page.xsl"))
    pictures: dict[str, bytes] = {}
    chapters = {}
    for url in urls:
        page = html.fromstring((site / url).read_text(encoding="utf-8"))
        pictures |= _pictures(page, url, site)
        _lead_inside(page, url, set(urls), site_url)
        up = etree.XSLT.strparam("../" * url.count("/"))
        chapters[_chapter(url)] = shape(page, up=up)
    values = {
        "chapters": list(chapters),
        "contents": tuple(_entries(nav, content, chapters)),
        "identifier": IDENTIFIER,
        "landmarks": LANDMARKS,
        "pictures": {name: PICTURES[Path(name).suffix] for name in pictures},
        "summary": content.pages["index.md"].meta.summary,
        "titles": {_chapter(page.url): page.meta.title for page in content.pages.values()},
    }
    known = {"words": content.labels.words, "content": content, "version": version}
    made = environment(layouts, **known, site_name=config["site_name"], site_url=site_url)
    files = {name: made.get_template(file).render(values).strip().encode() for name, file in LAYOUTS.items()}
    files |= {f"EPUB/{name}": _written(chapter) for name, chapter in chapters.items()}
    files |= {f"EPUB/{name}": data for name, data in pictures.items()}
    return _pack(site / FOLDER / NAME, files, version.epoch)


def _pack(path: Path, files: dict[str, bytes], epoch: int) -> Path:
    """The container of https://www.w3.org/TR/epub-33/#sec-zip-container-mime: its type first and as it is."""
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as book:
        head = entry("mimetype", epoch)
        head.compress_type = zipfile.ZIP_STORED
        book.writestr(head, b"application/epub+zip")
        for name, data in files.items():
            book.writestr(entry(name, epoch), data)
    return path


def _written(chapter: etree._XSLTResultTree) -> bytes:
    return etree.tostring(chapter, xml_declaration=True, encoding="UTF-8", doctype="<!DOCTYPE html>")


def _chapter(url: str) -> str:
    return url.removesuffix(".html") + ".xhtml"


def _pictures(page: html.HtmlElement, url: str, site: Path) -> dict[str, bytes]:
    """The pictures of a page by their place in the book, which is their place in the site."""
    folder = posixpath.dirname(url)
    names = [posixpath.normpath(posixpath.join(folder, src)) for src in page.xpath("//article//img/@src")]
    return {name: (site / name).read_bytes() for name in names}


def _lead_inside(page: html.HtmlElement, url: str, known: set[str], site_url: str) -> None:
    """Links to pages of the book lead inside it; other files are at the site's address, or nowhere."""
    for link in page.xpath("//article//a[@href]"):
        path, hash_, anchor = link.get("href").partition("#")
        if not path or ":" in path:
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(url), path))
        if target in known:
            link.set("href", _chapter(path) + hash_ + anchor)
        elif site_url:
            link.set("href", urljoin(site_url, target) + hash_ + anchor)
        else:
            del link.attrib["href"]


def _entries(nav: list, content: Content, chapters: dict, level: int = 1) -> Iterator[Entry]:
    """The lines of the contents: parts, pages, and the pages' own headings. A part leads to the page of its name."""
    for line in nav:
        title, inside = next(iter(line.items())) if isinstance(line, dict) else ("", line)
        if isinstance(inside, list):
            own = len(inside) > 1 and str(inside[0]).endswith("/index.md")
            below = tuple(_entries(inside[1:] if own else inside, content, chapters, level + 1))
            first = _chapter(content.pages[inside[0]].url) if own else ""
            if first in chapters or below:
                yield Entry(title, first if first in chapters else "", below)
        elif (chapter := _chapter(content.pages[inside].url)) in chapters:
            below = _headings(chapter, chapters[chapter]) if level < DEEPEST else ()
            yield Entry(title or content.pages[inside].meta.title, chapter, tuple(below))


def _headings(chapter: str, page: etree._XSLTResultTree) -> Iterator[Entry]:
    for heading in page.iter(XHTML + "h2"):
        if heading.get("id"):
            yield Entry(" ".join("".join(heading.itertext()).split()), f"{chapter}#{heading.get('id')}")
