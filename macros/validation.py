"""From loaded data to a model: pydantic's findings told in Danish, with line and proposal."""

import re
import unicodedata
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .files import Document
from .models.base import EMAIL_PATTERN, ID_PATTERN, TARGET_PATTERN, URL_PATTERN, Model
from .problems import Place, suggest

FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
FORMS = {
    TARGET_PATTERN: "stien fra docs/, fx haandbogen/netvaerk.md eller ordliste.md#ord-lbr",
    URL_PATTERN: "hele adressen, fx https://www.retsinformation.dk/",
    EMAIL_PATTERN: "hele adressen, fx post@eksempel.dk",
}
KINDS = {
    "string_type": ("skal være tekst", '{start} "{written}"'),
    "string_missing": ("må ikke være tomt", "{start} en tekst, eller fjern linjen"),
    "string_of_parts": ("skal være tekst", "{start} en tekst uden lister og felter under sig"),
    "string_too_short": ("må ikke være tomt", "{start} en tekst, eller fjern linjen"),
    "string_too_long": ("er for langt", "højst {max_length} tegn"),
    "tuple_type": ("skal være en liste", "{start} og så et punkt pr. linje, hver med »- « foran"),
    "model_type": ("skal have felter under sig", "et felt pr. linje, rykket ind: navn: værdi"),
    "dict_type": ("skal have felter under sig", "et felt pr. linje, rykket ind: navn: værdi"),
    "int_parsing": ("skal være et helt tal", "{start} 5"),
    "int_type": ("skal være et helt tal", "{start} 5"),
    "int_from_float": ("skal være et helt tal", "{start} 5"),
    "greater_than_equal": ("er for lille", "mindst {ge}"),
    "less_than_equal": ("er for stort", "højst {le}"),
    "bool_parsing": ("skal være true eller false", "{start} true"),
    "bool_type": ("skal være true eller false", "{start} true"),
    "date_type": ("skal være en dato", '{start} "2027-01-31"'),
    "date_parsing": ("skal være en dato", '{start} "2027-01-31"'),
    "date_from_datetime_parsing": ("skal være en dato", '{start} "2027-01-31"'),
    "date_from_datetime_inexact": ("skal være en dato", '{start} "2027-01-31"'),
}


def validate(model: type[Model], document: Document) -> Model | None:
    """The document's data as `model`, or None with its mistakes noted in the document."""
    if document.problems:
        return None
    if document.data is None and not any(field.is_required() for field in model.model_fields.values()):
        return model()
    if not isinstance(document.data, dict):
        document.problem(Place(1), "filen er tom eller har ingen felter", "", "et felt pr. linje: navn: værdi")
        return None
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        for found in error.errors():
            _note(model, document, found)
        return None


def slug(text: str) -> str:
    """A permanent id made of Danish words: small ASCII letters, digits and hyphens."""
    folded = unicodedata.normalize("NFKD", text.lower().translate(FOLD)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")


def _note(model: type[BaseModel], document: Document, found: dict[str, Any]) -> None:
    path, kind, value = tuple(found["loc"]), found["type"], found["input"]
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    start = "-" if path and isinstance(path[-1], int) else f"{key}:"
    written = document.written.get(path, "")
    shown = "" if isinstance(value, (dict, list)) else f"{start} {written}".rstrip()
    if kind == "string_type" and not isinstance(value, (bool, int, float)):
        kind = "string_missing" if value is None else "string_of_parts"
    at = document.at(path) if kind in ("missing", "extra_forbidden", "value_error") else document.value_at(path)
    if kind == "missing":
        document.problem(at, f"feltet »{key}« mangler{_under(path)}", "", f"{key}: {_help(model, path)}")
    elif kind == "extra_forbidden":
        known = _fields(model, path[:-1])
        document.problem(
            at,
            f"feltet »{key}« findes ikke{_under(path)}",
            f"{key}:",
            suggest(key, known) or f"et af felterne {', '.join(known)}",
        )
    elif kind == "string_pattern_mismatch":
        document.problem(
            at, f"feltet »{key}« har en forkert form", shown, _form(found["ctx"]["pattern"], start, str(value))
        )
    elif kind == "literal_error":
        expected = found["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        document.problem(
            at,
            f"feltet »{key}« har en værdi, der ikke findes",
            shown,
            suggest(str(value), expected.split(", "), near=0.7) or expected,
        )
    elif kind == "value_error":
        document.problem(at, str(found["ctx"]["error"]), shown if key else "")
    else:
        what, write = KINDS.get(kind, ("kan ikke bruges", _help(model, path)))
        known = {"start": start, "written": written} | found.get("ctx", {})
        document.problem(at, f"feltet »{key}« {what}", shown, write.format(**known))


def _under(path: tuple) -> str:
    owner = next((part for part in reversed(path[:-1]) if isinstance(part, str)), None)
    return f" under »{owner}«" if owner else ""


def _form(pattern: str, start: str, value: str) -> str:
    if pattern == ID_PATTERN:
        return f"{start} {slug(value) or 'et-id-med-smaa-bogstaver'}"
    return f"{start} {FORMS.get(pattern, 'fx ls.ide-1')}"


def _model_at(model: type[BaseModel], path: tuple) -> type[BaseModel] | None:
    """The model class that holds the value at a path."""
    found: Any = model
    for part in path:
        if isinstance(part, str) and isinstance(found, type) and issubclass(found, BaseModel):
            found = inner(found.model_fields[part].annotation) if part in found.model_fields else None
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def inner(annotation: Any) -> Any:
    """The class inside tuple[X, ...], X | None and Annotated[X, …]."""
    if get_origin(annotation) in (tuple, Union, UnionType) or hasattr(annotation, "__metadata__"):
        return inner(get_args(annotation)[0])
    return annotation


def _fields(model: type[BaseModel], path: tuple) -> list[str]:
    owner = _model_at(model, path)
    return list(owner.model_fields) if owner else []


def _help(model: type[BaseModel], path: tuple) -> str:
    owner = _model_at(model, path[:-1])
    field = owner.model_fields.get(str(path[-1])) if owner and path else None
    return (field.description or "") if field else ""
