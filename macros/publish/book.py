"""The printed book of the finished articles: site/filer/samarbejdsguiden.pdf, a file for each part, and an A5 booklet.

The chapters go as XML to the layout in overrides/book/, which Typst sets (https://typst.app/docs/): contents, running
heads, page numbers and tags are all its work.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from lxml.etree import tostring
from lxml.html import HtmlElement, fragment_fromstring

from ..content import Content
from ..models.book import Edition
from ..rendering import environment
from ..version import Version
from .book_chapters import anchor, chapter
from .menu import paths

NAME = "samarbejdsguiden"
HEADINGS = {"h4", "h5"}


@dataclass(frozen=True)
class Book:
    """What every edition is made from: the layout, the guide's content, and the pages that are in the book, in order.

    `article` gives the finished article of a page, of its path and HTML; `chapters` are the pages taken so far.
    """

    made: Environment
    content: Content
    paths: list[str]
    article: Callable[[str, str], str]
    chapters: dict[str, HtmlElement] = field(default_factory=dict)

    def take(self, path: str, html: str) -> None:
        """Keep the page at `path`, with the HTML that MkDocs has made of it, as a chapter, if it is in the book."""
        if path in self.paths:
            self.chapters[path] = chapter(self.article(path, html), path)

    def whole(self, title: str) -> tuple[str, dict[str, str]]:
        """The name of the whole guide's file, and what its layout asks for."""
        about = self.content.book
        return NAME, {"variant": "book", "book": self.edition(title, about.kicker, about.subtitle, about.parts)}

    def parts(self) -> Iterator[tuple[str, dict[str, str]]]:
        """The same for the file of each part, and for the booklet."""
        about = self.content.book
        for part in (*(part for part in about.parts if part.alone), about.booklet):
            text = self.edition(part.title, about.excerpt, part.lead, [part])
            yield part.id, {"variant": "booklet" if part == about.booklet else "part", "book": text}

    def edition(self, title: str, kicker: str, subtitle: str, parts: Sequence[Edition]) -> str:
        """A whole edition as XML. Links that lead out of it become plain text, and unused anchors are left out."""
        frame = self.made.get_template("book.xml").render(title=title, kicker=kicker, subtitle=subtitle, parts=parts)
        root = fragment_fromstring(frame.strip())
        for part in parts:
            opened = root.get_element_by_id(part.id)
            opened[:0] = [deepcopy(self.chapters[path]) for path in pages_of(part.pages, self.paths)]
        for lists in root.xpath(".//chapter[@data-lists]"):
            lists.extend(self._lists())
        _tie(root)
        return tostring(root, encoding="unicode")

    def _lists(self) -> Iterator[HtmlElement]:
        """Every checklist of the guide, to copy and tick, with the title it has where it is explained."""
        for home in self.content.homes_of_lists.values():
            path, _, place = home.partition("#")
            for found in self.chapters[path].xpath(".//*[@id=$id]", id=anchor(f"{path}#{place}")):
                frame = deepcopy(next(each for each in (found, *found.iterancestors()) if each.tag == "section"))
                frame.tail = None
                for element in frame.iter():
                    element.attrib.pop("id", None)
                    element.tag = "h3" if element.tag in HEADINGS else element.tag
                yield frame


def pages_of(places: Iterable[str], paths: Iterable[str]) -> list[str]:
    """The pages that are one of the places or in one of those folders: place by place, each in the order of `paths`."""
    return [path for place in places for path in paths if path == place or path.startswith(f"{place}/")]


def printed_pages(content: Content, paths: Iterable[str]) -> list[str]:
    """Those of the pages that are in the book, in its order, which `paths` has inside each folder."""
    return pages_of([place for part in content.book.parts for place in part.pages], paths)


def book_of(config: Mapping, layout: Path, version: Version) -> Book:
    """The book of MkDocs' pages, when the menu is known and no page is read; `layout` is overrides/book/."""
    guide = config["extra"]["guide"]
    words = {"words": guide.content.labels.words, "content": guide.content, "version": version}
    names = {"site_name": config["site_name"], "site_url": config["site_url"] or ""}
    printed = printed_pages(guide.content, list(paths(config["nav"])))

    def article(path: str, html: str) -> str:
        return guide.frame(path, html, toc=None)

    return Book(environment(layout, **words, **names), guide.content, printed, article)


def _tie(root: HtmlElement) -> None:
    """Leave links and anchors that meet inside this edition. Others become text, or go where they are all there is."""
    anchors = set(root.xpath(".//@id"))
    leading = set()
    for link in list(root.iter("a")):
        target = link.get("href").removeprefix("#")
        if link.get("class") == "outside" or target in anchors:
            leading.add(target)
            continue
        pointer = next((each for each in link.iterancestors("li") if len(list(each.iter("a"))) == 1), link)
        if "c-status__more" in link.get("class") or _sees(pointer):
            pointer.drop_tree()
        else:
            link.drop_tag()
    for place in [*root.find_class("c-see-also"), *root.find_class("c-document__see")]:
        if not list(place.iter("a")):
            place.drop_tree()
    for element in root.xpath(".//*[@id][not(self::part)]"):
        if element.get("id") not in leading:
            del element.attrib["id"]


def _sees(item: HtmlElement) -> bool:
    """Whether a list's item is there only to point somewhere."""
    around = " ".join(each.get("class", "") for each in item.iterancestors("div", "ul"))
    return item.tag == "li" and ("c-see-also" in around or "c-document__see" in around)
