"""A model's values as YAML, with what the model says of each field as comments in Danish."""

import json
import textwrap
from typing import Any

from ..models.base import Model
from ..validation import inner

WIDTH = 110
STEP = 2


def skeleton(model: type[Model], values: dict[str, Any], indent: int = 0) -> list[str]:
    """The lines of `values` as YAML; a field of `model` without a value stands as a comment, ready to be used."""
    lines: list[str] = []
    for name, field in model.model_fields.items():
        told = " ".join((field.description or "").split())
        if name not in values:
            lines += _comment(f"{name}: {told}", indent)
            continue
        lines += _comment(told, indent)
        lines += _field(name, values[name], inner(field.annotation), indent)
    return lines


def _field(name: str, value: Any, kind: Any, indent: int) -> list[str]:
    start = f"{' ' * indent}{name}:"
    if not isinstance(value, list):
        return [f"{start} {json.dumps(value, ensure_ascii=False)}"]
    return [start, *(line for part in value for line in _point(part, kind, indent + STEP))]


def _point(value: Any, kind: Any, indent: int) -> list[str]:
    """A point of a list; the hyphen stands before its first field, under what is told of it."""
    if not isinstance(value, dict):
        return [f"{' ' * indent}- {json.dumps(value, ensure_ascii=False)}"]
    lines = skeleton(kind, value, indent + STEP)
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    before = [line[STEP:] for line in lines[:first]]
    return [*before, f"{' ' * indent}- {lines[first].lstrip()}", *lines[first + 1 :]]


def _comment(text: str, indent: int) -> list[str]:
    pad = " " * indent
    return textwrap.wrap(text, WIDTH, initial_indent=f"{pad}# ", subsequent_indent=f"{pad}#   ") if text else []
