"""What can be made, what it begins with, and what the editor does next."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from ..content import Content
from ..models.base import Model
from ..models.documents import Document
from ..models.guidance import Box, Checklist
from ..models.pages import PageMeta
from ..models.reference import Term
from .skeleton import skeleton

GLOSSARY, MENU = "data/glossary.yml", "mkdocs.yml"
TOP = "  "  # what stands before the top level of the menu


@dataclass(frozen=True)
class Answers:
    """What the editor said: the id follows from the title; no source means the guide's own advice."""

    id: str
    title: str
    source: str = ""
    page: str = ""

    @property
    def origin(self) -> dict[str, Any]:
        """Where it is from, as the models write it."""
        if not self.source:
            return {"own_advice": True}
        return {"sources": [{"source": self.source} | ({"page": self.page} if self.page else {})]}


Files = dict[str, str]


@dataclass(frozen=True)
class Kind:
    """A kind of thing: its files by path, given the answers, the content and the root; and the next step."""

    files: Callable[[Answers, Content, Path], Files]
    next: str


def _text(model: type[Model], values: dict[str, Any]) -> str:
    return "\n".join(skeleton(model, values)) + "\n"


def _checklist(answers: Answers, content: Content, root: Path) -> Files:
    points = ["Skriv det første, læseren skal gøre.", "Skriv det næste, læseren skal gøre."]
    items = [{"id": f"punkt-{number}", "text": text} for number, text in enumerate(points, 1)]
    values = {"id": answers.id, "title": answers.title, "sections": [{"items": items}]} | answers.origin
    return {f"data/checklists/{answers.id}.yml": _text(Checklist, values)}


def _box(answers: Answers, content: Content, root: Path) -> Files:
    points = ["Skriv boksens første punkt.", "Skriv boksens næste punkt."]
    values = {"id": answers.id, "title": answers.title, "points": points} | answers.origin
    return {f"data/boxes/{answers.id}.yml": _text(Box, values)}


def _term(answers: Answers, content: Content, root: Path) -> Files:
    values = {"id": answers.id, "term": answers.title, "definition": "Skriv én enkel sætning, der forklarer ordet."}
    values |= {"sources": answers.origin["sources"]} if answers.source else {}
    lines = skeleton(Term, values, indent=4)
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    lines[first] = f"  - {lines[first].lstrip()}"
    written = (root / GLOSSARY).read_text(encoding="utf-8") if (root / GLOSSARY).exists() else "terms:\n"
    return {GLOSSARY: "\n".join([written.rstrip(), "", *lines, ""])}


def _document(answers: Answers, content: Content, root: Path) -> Files:
    fields = [{"id": "tekst", "label": "Skriv feltets navn", "kind": "long_text"}]
    section = {"id": "indhold", "title": "Skriv afsnittets overskrift", "fields": fields}
    values = {
        "id": answers.id,
        "title": answers.title,
        "intro": "Skriv i en eller to sætninger, hvad dokumentet er godt for.",
        "part": _part(answers.source, content),
        "sections": [section],
    }
    values |= {"sources": answers.origin["sources"]} if answers.source else {}
    page = f"dokumenter/{answers.id}.md"
    head = {"title": answers.title, "summary": "Skriv i to eller tre sætninger, hvad læseren får ud af dokumentet."}
    text = f'---\n{_text(PageMeta, head | answers.origin)}---\n\n{{{{ document("{answers.id}") }}}}\n'
    return {
        f"data/documents/{answers.id}.yml": _text(Document, values),
        f"docs/{page}": text,
        MENU: _in_menu((root / MENU).read_text(encoding="utf-8"), page, answers.title),
    }


def _part(source: str, content: Content) -> str:
    """The part of the guide where the other documents from this source are."""
    others = [form for form in content.things["document"].values() if source in {each.source for each in form.sources}]
    parts = get_args(Document.model_fields["part"].annotation)
    return Counter(form.part for form in others).most_common(1)[0][0] if others else parts[0]


def _in_menu(settings: str, page: str, title: str) -> str:
    """mkdocs.yml with the page after the last of its folder, or as a part of its own; the top level needs titles."""
    folder = page.partition("/")[0]
    lines = settings.rstrip("\n").split("\n")
    last = max((number for number, line in enumerate(lines) if f" {folder}/" in line), default=None)
    pad = lines[last][: len(lines[last]) - len(lines[last].lstrip())] if last else TOP
    entry = f"{json.dumps(title, ensure_ascii=False)}: {page}" if pad == TOP else page
    place = last + 1 if last else len(lines)
    return "\n".join([*lines[:place], f"{pad}- {entry}", *lines[place:], ""])


SHOW = 'Sæt denne linje på den side, hvor den hører til, alene på linjen:\n\n{{{{ {name}("{id}") }}}}\n'
KINDS = {
    "tjekliste": Kind(_checklist, SHOW.replace("{name}", "checklist")),
    "boks": Kind(_box, SHOW.replace("{name}", "box") + "\nByggeriet melder fejl, til det er gjort."),
    "dokument": Kind(_document, "Dokumentet har fået sin egen side og står i menuen under Dokumenter."),
    "ord": Kind(_term, "Ordet forklarer sig selv, første gang det står på en side."),
}
