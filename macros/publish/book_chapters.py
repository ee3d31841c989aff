"""An article as a chapter of the book: without buttons and menus, with paper's own places to write.

Anchors get the page's name in front, since all pages become one text; a link to another page gets the class "ref",
so that the layout can write that page's number after it.
"""

import posixpath
import re

from lxml import html as markup
from lxml.etree import SubElement

# What only works on a screen, or stands elsewhere in the book.
DROPPED_TAGS = {"button", "dialog", "form", "nav", "script", "svg", "template"}
DROPPED_CLASSES = {
    "c-document__bar",
    "c-document__blank",
    "c-document__end",
    "c-document__no-script",
    "c-document__problem",
    "c-document__told",
    "c-document__tools",
    "c-document__trouble",
    "c-jump-bar",
    "c-next",
    "c-print-foot",
    "headerlink",
    "u-hidden",
    "u-screen",
}
DROPPED_ATTRIBUTES = {"data-place", "hidden", "popover"}
KEPT_NAVS = {"c-subject-index"}
# Places whose links need no page's number.
UNNUMBERED = {"c-origin", "c-idea-list"}
KEPT_ATTRIBUTES = {"alt", "class", "colspan", "href", "id", "rowspan", "scope", "src", "start"}
RENAMED = {
    "aside": "div",
    "details": "div",
    "fieldset": "div",
    "footer": "div",
    "header": "div",
    "label": "div",
    "legend": "p",
    "main": "div",
    "nav": "div",
    "summary": "p",
} | {f"h{level}": f"h{level + 1}" for level in range(1, 6)}


BLOCKS = {
    "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "li", "ol", "p", "section",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
SPACES = re.compile(r"\s+")


def anchor(target: str) -> str:
    """The anchor of a page, or of a place on it, in the book: a/b.md#c -> a-b--c."""
    path, _, place = target.partition("#")
    return path.removesuffix(".md").replace("/", "-") + (f"--{place}" if place else "")


def chapter(html: str, path: str) -> markup.HtmlElement:
    """The finished article of the page at `path` (from docs/) as the element of a chapter."""
    article = markup.fragment_fromstring(html, create_parent="chapter")
    _footnotes(article)
    for element in list(article.iter("*")):
        _clean(element)
    for element in list(article.iter("*")):
        _rewrite(element, path)
    for element in article.iter("*"):
        _space(element)
    heading = article.find(".//h2")
    heading.set("id", anchor(path))
    article.set("title", heading.text_content())
    return article


def _classes(element: markup.HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())


def _footnotes(article: markup.HtmlElement) -> None:
    """Each footnote moves to its mark, where the layout takes it to the foot of the sheet."""
    for mark in article.xpath('.//sup[a[contains(@class, "footnote-ref")]]'):
        note = article.get_element_by_id(mark[0].get("href")[1:])
        for back in note.xpath('.//a[contains(@class, "footnote-backref")]'):
            back.drop_tree()
        text = SubElement(mark.getparent(), "span", {"class": "footnote"})
        mark.addprevious(text)
        text.extend(list(note[0]))
        text.text = note[0].text
        text.tail, mark.tail = mark.tail, None
        mark.drop_tree()
    for notes in article.find_class("footnote"):
        if notes.tag == "div":
            notes.drop_tree()


def _clean(element: markup.HtmlElement) -> None:
    """Take out what is not for paper. What stood inside it comes by afterwards and does no harm."""
    classes = _classes(element)
    if "c-term" in classes:
        long = element.get("data-long")
        element.text = f"{element.text} ({long})" if long else element.text
        element.drop_tag()
    elif element.tag == "form" and "c-document__fields" in classes:
        element.tag = "div"
    elif _is_for_screens(element, classes):
        element.drop_tree()
    elif element.tag in ("input", "textarea", "select"):
        _write_by_hand(element)


def _is_for_screens(element: markup.HtmlElement, classes: set[str]) -> bool:
    parent = element.getparent()
    if "u-hidden" in classes and parent is not None and parent.get("scope") == "col":
        return False  # the only text of its column's head
    if element.tag == "summary" and parent is not None and "c-checklist__more" in _classes(parent):
        return True  # "more", where all of it stands
    dropped = element.tag in DROPPED_TAGS and not classes & KEPT_NAVS
    return dropped or bool(classes & DROPPED_CLASSES) or not DROPPED_ATTRIBUTES.isdisjoint(element.keys())


def _write_by_hand(control: markup.HtmlElement) -> None:
    """A native control becomes what paper has instead: a box, a ring, lines, or the text that stood in it."""
    kind = control.get("type", control.tag)
    written = (control.text or "").strip()
    in_table = any("c-document__cell" in _classes(parent) for parent in control.iterancestors("td"))
    shape = {"checkbox": "tick", "radio": "ring", "date": "line line--short"}.get(kind, "line")
    control.tag, control.text = "span", written or None
    control.attrib.clear()
    if kind == "textarea" and not in_table:
        control.drop_tree()  # its lines stand beside it
    elif in_table:
        control.drop_tag()
    else:
        control.set("class", shape)


def _rewrite(element: markup.HtmlElement, path: str) -> None:
    if element.tag == "a":
        _link(element, path)
    elif element.tag == "img":
        element.set("src", posixpath.normpath(posixpath.join(posixpath.dirname(path), element.get("src"))))
    element.tag = RENAMED.get(element.tag, element.tag)
    if element.get("id"):
        element.set("id", anchor(f"{path}#{element.get('id')}"))
    for name in set(element.attrib) - KEPT_ATTRIBUTES:
        del element.attrib[name]


def _link(link: markup.HtmlElement, path: str) -> None:
    href = link.get("href", "")
    if ":" in href:
        link.set("class", "outside")
        return
    page, _, place = href.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), page)).removesuffix(".html") + ".md"
    target = target if page else path
    link.set("href", "#" + anchor(target + (f"#{place}" if place else "")))
    around = {name for parent in link.iterancestors() for name in _classes(parent)}
    own = link.get("class", "")
    link.set("class", f"{own} ref".strip() if target != path and not around & UNNUMBERED else "here")


def _space(element: markup.HtmlElement) -> None:
    """Runs of blanks become one, and none are left beside a block."""
    following = element.getnext()
    if element.text:
        inside = SPACES.sub(" ", element.text)
        element.text = _trimmed(inside, element.tag in BLOCKS, len(element) > 0 and element[0].tag in BLOCKS)
    if element.tail:
        ends = following.tag in BLOCKS if following is not None else element.getparent().tag in BLOCKS
        element.tail = _trimmed(SPACES.sub(" ", element.tail), element.tag in BLOCKS, ends)


def _trimmed(text: str, start: bool, end: bool) -> str:
    text = text.lstrip() if start else text
    return text.rstrip() if end else text
