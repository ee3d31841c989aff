"""What a model names of other files, and the links in its texts, each with its path."""

import re
from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from .models.base import Ref

# What a text of data/ may not hold: a picture from elsewhere, and braces, which Markdown takes for attributes.
FORBIDDEN = ("![", "{")
LINK = re.compile(r"\]\(\s*([^)\s]+)")


def references(model: BaseModel, path: tuple = ()) -> Iterator[tuple[tuple, str, str]]:
    """Yield (path, kind, name) for every reference; kind "link" for links in Markdown texts, "sign" for FORBIDDEN."""
    for name, info in type(model).model_fields.items():
        yield from _walk(getattr(model, name), info.annotation, info.metadata, (*path, name))


def _walk(value: Any, annotation: Any, metadata: Any, path: tuple) -> Iterator[tuple[tuple, str, str]]:
    if isinstance(value, BaseModel):
        yield from references(value, path)
    elif isinstance(value, tuple):
        inner = get_args(annotation)[0]
        for index, item in enumerate(value):
            yield from _walk(item, inner, (), (*path, index))
    elif isinstance(value, str):
        kinds = [ref.kind for ref in (*metadata, *_metadata(annotation)) if isinstance(ref, Ref)]
        yield from ((path, kind, value) for kind in kinds)
        yield from ((path, "link", target) for target in LINK.findall(value))
        yield from ((path, "sign", sign) for sign in FORBIDDEN if sign in value)


def _metadata(annotation: Any) -> list[Any]:
    """The metadata of Annotated[X, …], also inside X | None."""
    if get_origin(annotation) in (Union, UnionType):
        return [mark for part in get_args(annotation) for mark in _metadata(part)]
    own = list(getattr(annotation, "__metadata__", ()))
    return own + (_metadata(get_args(annotation)[0]) if own else [])
