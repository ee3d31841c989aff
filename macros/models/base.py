"""What all models share: the frozen base, permanent ids, citations and links."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
TARGET_PATTERN = r"^[a-z0-9/-]+\.md(#[a-z0-9-]+)?$"
URL_PATTERN = r"^https?://\S+$"
EMAIL_PATTERN = r"^[^@\s]+@[^@\s]+$"


@dataclass(frozen=True)
class Ref:
    """Marks a value that names something of another file; content.py checks that it exists."""

    kind: str


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Target = Annotated[str, StringConstraints(pattern=TARGET_PATTERN), Ref("page")]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN)]
Email = Annotated[str, StringConstraints(pattern=EMAIL_PATTERN)]
SourceId = Annotated[Id, Ref("source")]
TopicId = Annotated[Id, Ref("topic")]
ChecklistId = Annotated[Id, Ref("checklist")]
IdeaSetId = Annotated[Id, Ref("idea_set")]


class Model(BaseModel):
    """A frozen piece of content; an unknown key is an error, not silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Entry(Model):
    """A thing with a permanent id: progress in a browser, links and printed codes hang on it."""

    id: Id
    """Fast navn med små bogstaver, tal og bindestreg. Må aldrig ændres, når siden er udgivet."""


class Citation(Model):
    """Where something stands in a printed source."""

    source: SourceId
    """Kildens id: navnet på en fil i data/sources/ uden .yml."""
    page: str | None = None
    """Sidetal som tekst, fx "9" eller "8-9". Udelad det, når kilden ikke har sidetal."""
    where: Text | None = None
    """Stedet i kilden, fx "Boks 2.3", "afsnit 2.4" eller "idé 1"."""


class Link(Model):
    """A link to a page of the guide."""

    to: Target
    """Sidens sti fra docs/, fx haandbogen/alliancer.md eller ordliste.md#ord-lbr."""
    text: Text
    """Teksten, der siger, hvor linket fører hen."""


Citations = Annotated[tuple[Citation, ...], Field(default=())]
Topics = Annotated[tuple[TopicId, ...], Field(default=())]
