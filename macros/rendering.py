"""The components' Jinja environment: escaped by default, strict about names, with links worked out per page."""

import base64
import hashlib
import posixpath
import re
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markdown import Markdown
from markupsafe import Markup, escape

from .kept import keep
from .qr import qr_code
from .validation import slug

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
# What a text of data/ may not do: show pictures, or name its addresses apart from its links, where no check sees them.
UNKNOWN = ("image_link", "image_reference", "short_image_ref", "reference", "short_reference")
PLAIN = re.compile(r"^[^*_`\[\]\\<&\n!]*$")
INTERNAL = re.compile(r'href="/([^"]+\.md[^"]*)"')
PARAGRAPH = re.compile(r"^<p>(.*)</p>$", re.DOTALL)


def environment(components: Path, **words: object) -> Environment:
    """The environment for the templates below `components`; `words` are known in all of them."""
    made = Environment(
        loader=FileSystemLoader(components),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    markdown = Markdown()
    for name in UNKNOWN:
        markdown.inlinePatterns.deregister(name)
    made.filters |= {
        "href": _href,
        "keep": keep,
        "qr": qr_code,
        "danish_date": danish_date,
        "danish_size": danish_size,
        "number": danish_number,
        "slug": slug,
        "md": pass_context(lambda context, text: _markdown(markdown, context, text)),
    }
    made.globals |= words
    return made


def danish_date(day: date) -> str:
    """22. november 2026."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def danish_size(size: int) -> str:
    """A number of bytes: 394 kB, 2,3 MB. A kB is 1,000 bytes, as on Macs, phones and in the SI."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def inline_source(*texts: str) -> str:
    """What a content security policy says of a page's files and of these texts inside it, each named by its hash.

    https://www.w3.org/TR/CSP3/#framework-directive-source-list
    """
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(["'self'", *(f"'sha256-{each}'" for each in hashes)])


def danish_number(value: float, decimals: int = 0) -> str:
    """12.345,6."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def relative(target: str, page_path: str) -> str:
    """The address from one page to a target, both as paths from docs/: a.md#x -> ../a.html#x."""
    path, hash_, anchor = target.partition("#")
    if path == page_path and anchor:
        return hash_ + anchor
    start = posixpath.dirname(page_path) or "."
    return posixpath.relpath(path.removesuffix(".md") + ".html", start) + hash_ + anchor


@pass_context
def _href(context: Context, target: str) -> str:
    return relative(target, context["page"].path)


def _markdown(markdown: Markdown, context: Context, text: str) -> Markup:
    """Markdown as HTML; one paragraph loses its <p>. HTML in the text is shown, never obeyed."""
    if PLAIN.match(text):
        return escape(text)
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    html = markdown.reset().convert(safe)
    html = INTERNAL.sub(lambda link: f'href="{_href(context, link[1])}"', html)
    single = PARAGRAPH.match(html)
    return Markup(single[1] if single and "<p>" not in single[1] else html)
