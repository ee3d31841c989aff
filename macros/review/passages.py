"""The texts an editor writes, each with where it stands, and without what is no prose: calls, addresses, code."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from ..content import Content
from ..files import Document
from ..markup import blanked
from ..models.base import Ref
from ..models.hosting import Dependency
from ..models.reference import Part, Source
from ..models.validity import Reference
from ..models.words import HouseWords, MovedIds, Synonyms, WordParts
from ..pages import Page
from ..problems import Place, place_in
from ..reading import prose_of

# Not the guide's own words: what the sources print, names of laws and of packages, and what the search is told.
OTHERS = (Dependency, HouseWords, MovedIds, Part, Reference, Source, Synonyms, WordParts)


@dataclass(frozen=True)
class Passage:
    """A text in a file: the source with what is no prose left blank, from `first` on in its file's text."""

    document: Document
    text: str
    first: int
    source: str
    first_line: int

    def place(self, index: int) -> Place:
        """The place of the sign at `index` of the text."""
        return place_in(self.source, self.first + index, self.first_line)


def passages(content: Content) -> Iterator[Passage]:
    """Every text of the guide: those of data/, the heads of the pages and the pages themselves."""
    for (kind, stem), document in content.documents.items():
        yield from of_model(document, content.thing(kind, stem))
    for page in content.pages.values():
        yield from of_model(page.document, page.meta)
        yield of_page(page)


def of_model(document: Document, model: BaseModel | None) -> Iterator[Passage]:
    """The texts of a file's data."""
    for path in _texts(model, ()) if model else ():
        if span := document.spans.get(path):
            yield Passage(document, blanked(document.text[span]), span.start, document.text, document.first_line)


def of_page(page: Page) -> Passage:
    """The prose of a page."""
    return Passage(page.document, prose_of(page), 0, page.text, page.first_line)


def _texts(model: BaseModel, path: tuple) -> Iterator[tuple]:
    if isinstance(model, OTHERS):
        return
    for name, info in type(model).model_fields.items():
        yield from _walk(getattr(model, name), info.annotation, info.metadata, (*path, name))


def _walk(value: Any, annotation: Any, metadata: list, path: tuple) -> Iterator[tuple]:
    if isinstance(value, BaseModel):
        yield from _texts(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, get_args(annotation)[0], [], (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, get_args(annotation)[1], [], (*path, key))
    elif isinstance(value, str) and _is_prose(annotation, metadata):
        yield path


def _is_prose(annotation: Any, metadata: list) -> bool:
    """Whether a field takes any text: no form, no choice, no name of something else."""
    if any(isinstance(mark, Ref) or getattr(mark, "pattern", None) for mark in metadata):
        return False
    if get_origin(annotation) in (Union, UnionType):
        return all(_is_prose(part, []) for part in get_args(annotation) if part is not type(None))
    if hasattr(annotation, "__metadata__"):
        return _is_prose(get_args(annotation)[0], list(annotation.__metadata__))
    return get_origin(annotation) is not Literal
