"""The Markdown pages: front matter, component calls, headings and links, each with its place."""

import posixpath
from dataclasses import dataclass, field

from .files import Document
from .models.pages import PageMeta
from .problems import Place

# Component name -> kind of the id it is called with; None: called without an id.
CALLS: dict[str, str | None] = {
    "box": "box",
    "changed_words": None,
    "checklist": "checklist",
    "contact": None,
    "dependencies": None,
    "document": "document",
    "doors": None,
    "downloads": None,
    "example": "example",
    "feed": None,
    "fields": None,
    "flow": "flow",
    "glossary": None,
    "hosting": None,
    "idea": "idea",
    "idea_cards": "idea_set",
    "idea_list": "idea_set",
    "jump_bar": "idea_set",
    "measurement": "measurement",
    "my_page": None,
    "offline_switch": None,
    "page_cards": "page",
    "pathway": "pathway",
    "pocket_card": "idea_set",
    "self_check": None,
    "source": "source",
    "source_facts": "source",
    "source_parts": "source",
    "status": "topic",
    "subject_index": None,
    "task_plan": "task_plan",
    "validity_highlights": None,
    "validity_topics": None,
    "voice": "voice",
}


@dataclass(frozen=True)
class Call:
    """A component call: its name, quoted arguments, place, and the heading level it stands under."""

    name: str
    ids: tuple[str, ...]
    at: Place
    level: int

    @property
    def id(self) -> str:
        """The first argument: the id of the thing shown."""
        return self.ids[0] if self.ids else ""


@dataclass
class Page:
    """A page of docs/."""

    path: str
    document: Document
    meta: PageMeta | None = None
    text: str = ""
    first_line: int = 1
    calls: list[Call] = field(default_factory=list)
    links: list[tuple[str, Place]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    headings: list[tuple[str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The built file's path in the site."""
        return self.path.removesuffix(".md") + ".html"

    def level(self, name: str, called: str) -> int:
        """The heading level a component's own heading takes: one below the heading it stands under."""
        levels = (call.level for call in self.calls if (call.name, call.id) == (name, called))
        return min(next(levels, 1) + 1, 4)

    def find(self, at: Place, part: str) -> Place:
        """The place of a part of the line at `at`; `at` itself, where the line does not hold it."""
        column = self.text.split("\n")[at.line - self.first_line].find(part) + 1
        return Place(at.line, column or at.column)

    def resolve(self, target: str) -> str:
        """A link of this page as a path from docs/, with its anchor."""
        path, hash_, anchor = target.partition("#")
        if path.startswith("/"):
            path = path.lstrip("/")
        elif path:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path))
        return (path or self.path) + hash_ + anchor
