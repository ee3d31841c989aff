"""Finished HTML goes past Markdown: what Markdown need not read, it need not parse, and cannot change.

A component marks its HTML; before Markdown's own reading of HTML the marked text is put into its stash, where
Python-Markdown keeps raw HTML until the page is done: https://python-markdown.github.io/extensions/api/#raw-html.
"""

import re
from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markupsafe import Markup

# Two characters of Unicode's private use area, which no text of the guide holds.
BEGIN, END = "\ue000", "\ue001"
MARKED = re.compile(f"{BEGIN}([^{BEGIN}{END}]*){END}")
MARKS = re.compile(f"[{BEGIN}{END}]")
FOR_MARKDOWN = re.compile(r"<[a-z]+[^>]* markdown>")
BEFORE_HTML = 25  # its priority: the reading of HTML has 20, and 30 takes out characters the stash uses


def keep(html: str) -> Markup:
    """The HTML with marks around it, and none inside; as it is, where Markdown is to read a part of it."""
    if FOR_MARKDOWN.search(html):
        return Markup(html)
    return Markup(BEGIN + MARKS.sub("", html) + END)


def past_markdown(component: Callable[..., Markup]) -> Callable[..., Markup]:
    """The component as the pages call it: what it gives is kept."""
    return lambda *arguments, **named: keep(component(*arguments, **named))


class Kept(Extension):
    """Takes marked HTML out of the text before it is read as Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.preprocessors.register(_Stash(md), "kept", BEFORE_HTML)


class _Stash(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return MARKED.sub(lambda found: self.md.htmlStash.store(found[1]), "\n".join(lines)).split("\n")


def makeExtension(**_) -> Kept:
    """For engines that load the extension by its name."""
    return Kept()
