"""What the data says to a reader, text by text, to look for in the files made of it."""

import re
from collections.abc import Iterator

from macros.content import Content
from macros.models.base import Model
from macros.publish.word import plain

KINDS = ("idea", "box", "checklist", "document", "example", "voice", "flow", "task_plan")
# The fields that hold what is shown; the others are ids, kinds, sources and links.
SHOWN = {
    "choices", "example", "guidance", "hint", "intro", "label", "more", "name", "note", "outro", "parts",
    "points", "questions", "results", "role", "says", "short", "steps", "task", "text", "title", "wording",
}  # fmt: skip


def texts_of(content: Content) -> Iterator[tuple[str, str]]:
    """Every text of every idea, box, list, document and figure with its place, and the words of the glossary."""
    for kind in KINDS:
        for id_, thing in content.things[kind].items():
            for path, text in _inside(thing):
                yield f"{kind} {id_} {path}", text
    for term in content.glossary.terms:
        yield f"term {term.id}", term.term
        yield f"term {term.id}", term.definition


def _inside(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Model):
        for name, below in value:
            if name in SHOWN or not isinstance(below, str):
                yield from _inside(below, f"{path}.{name}")
    elif isinstance(value, tuple):
        if path.rpartition(".")[2] in SHOWN or any(isinstance(each, Model) for each in value):
            for number, below in enumerate(value):
                yield from _inside(below, f"{path}[{number}]") if isinstance(below, Model) else [(path, below)]
    elif isinstance(value, str):
        for paragraph in value.split("\n\n"):
            yield path, paragraph


def bare(text: str) -> str:
    """A text without Markdown, signs and spaces, so that line ends, hyphens and lists do not count."""
    return re.sub(r"[\W_]+", "", plain(text)).lower()
