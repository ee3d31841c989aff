"""What the models say of their fields, for the page where editors look them up."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from .content import FILES, FOLDERS
from .models.base import Model
from .models.pages import PageMeta

# What each type is called in the labels (types: in data/labels.yml).
TYPES = {"str": "text", "int": "number", "float": "number", "bool": "truth", "date": "date"}


@dataclass(frozen=True)
class Row:
    """A field: its name, whether it must be there, the name of its type, its choices, and what the model says."""

    name: str
    required: bool
    type: str
    choices: tuple[str, ...]
    help: str


@dataclass(frozen=True)
class Group:
    """The fields that stand together below a field; below none at the top of the file."""

    below: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Thing:
    """A kind of file: its kind, where it is, and its fields by group."""

    kind: str
    place: str
    groups: tuple[Group, ...]


def things() -> list[Thing]:
    """Every kind of file an editor writes, pages first."""
    places = {"page": ("docs/…/….md", PageMeta)}
    places |= {kind: (f"data/{folder}/….yml", model) for folder, (kind, model) in FOLDERS.items()}
    places |= {kind: (f"data/{kind}.yml", model) for kind, model in FILES.items()}
    return [Thing(kind, place, tuple(_groups(model, ""))) for kind, (place, model) in places.items()]


def _groups(model: type[Model], below: str) -> Iterator[Group]:
    inside: list[Group] = []
    rows = []
    for name, field in model.model_fields.items():
        type_, choices, part = _type(field.annotation)
        rows.append(Row(name, field.is_required(), type_, choices, " ".join((field.description or "").split())))
        if part:
            inside += _groups(part, f"{below} → {name}" if below else name)
    yield Group(below, tuple(rows))
    yield from inside


def _type(annotation: Any) -> tuple[str, tuple[str, ...], type[Model] | None]:
    """The type's name in the labels, the choices of a choice, and the model of what stands below."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(inside[0])
    if origin in (Union, UnionType):
        return _type(next(part for part in inside if part is not NoneType))
    if origin is Literal:
        return "choice", inside, None
    if origin is tuple:
        name, choices, part = _type(inside[0])
        return ("groups" if part else "list"), choices if name == "choice" else (), part
    if origin is dict:
        return "pairs", (), None
    if issubclass(annotation, Model):
        return "group", (), annotation
    return TYPES[annotation.__name__], (), None
