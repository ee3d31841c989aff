"""Rules between files: every name, link and home exists, and each thing is shown once."""

from collections import defaultdict
from collections.abc import Iterator

from .content import Content, anchors_of
from .pages import CALLS
from .problems import ContentError, Problem, suggest
from .references import references

# What a page must show exactly once, and what it is called in a message.
SHOWN_ONCE = {
    "box": "boksen",
    "example": "eksemplet",
    "flow": "figuren",
    "idea": "idéen",
    "task_plan": "planen",
    "voice": "udsagnet",
}
NAMES = SHOWN_ONCE | {
    "checklist": "tjeklisten",
    "document": "dokumentet",
    "group": "gruppen",
    "idea_set": "sættet af idéer",
    "page": "siden",
    "pathway": "stien",
    "source": "kilden",
    "topic": "emnet",
}
EXTERNAL = ("http://", "https://", "mailto:")


def check_content(content: Content) -> None:
    """Raise ContentError when a rule between files is broken, with every place where it is."""
    found = [*_unknown_names(content), *_page_problems(content), *_shown_once(content), *_doubled_ids(content)]
    if found:
        raise ContentError(found)


def _unknown_names(content: Content) -> Iterator[Problem]:
    """References from data and front matter to what does not exist."""
    anchors = anchors_of(content)
    documents = [
        (content.documents[kind, stem], thing)
        for kind, stem in content.documents
        if (thing := content.thing(kind, stem))
    ]
    documents += [(page.document, page.meta) for page in content.pages.values() if page.meta]
    for document, thing in documents:
        for path, kind, name in references(thing):
            line = document.line(path)
            if kind in ("page", "link"):
                yield from _target(document.file, line, name.lstrip("/") if kind == "link" else name, name, anchors)
            elif name not in content.things[kind]:
                yield _unknown(document.file, line, kind, name, content.things[kind])


def _unknown(file: str, line: int, kind: str, name: str, known: dict) -> Problem:
    write = suggest(name, known) or (f"et af {', '.join(sorted(known))}" if len(known) < 20 else "et id, der findes")
    return Problem(file, line, f"{NAMES[kind]} »{name}« findes ikke", name, write)


def _target(file: str, line: int, target: str, written: str, anchors: dict[str, set[str]]) -> Iterator[Problem]:
    if target.startswith(EXTERNAL):
        return
    path, _, anchor = target.partition("#")
    if path not in anchors:
        yield Problem(
            file,
            line,
            "linket fører til en side, der ikke findes",
            written,
            suggest(path, anchors) or "stien til en side i docs/",
        )
    elif anchor and anchor not in anchors[path]:
        near = suggest(anchor, anchors[path]) or f"et af {', '.join(sorted(anchors[path])[:8])}"
        yield Problem(file, line, f"stedet »#{anchor}« findes ikke på {path}", written, near)


def _page_problems(content: Content) -> Iterator[Problem]:
    """Unknown ids in calls and unknown targets in links of the pages."""
    anchors = anchors_of(content)
    known = content.things | {"page": content.pages}
    for page in content.pages.values():
        for call in page.calls:
            kind = CALLS[call.name]
            for name in call.ids if kind == "page" else call.ids[:1]:
                if kind and name not in known[kind]:
                    yield _unknown(page.document.file, call.line, kind, name, known[kind])
        for target, line in page.links:
            if not target.startswith(EXTERNAL):
                yield from _target(page.document.file, line, page.resolve(target), target, anchors)


def _shown_once(content: Content) -> Iterator[Problem]:
    """Each idea, box and so on has one home: shown nowhere is lost, shown twice has two addresses."""
    shown = defaultdict(list)
    for page in content.pages.values():
        for call in page.calls:
            shown[call.name, call.id].append((page.document.file, call.line))
    for kind, name in SHOWN_ONCE.items():
        for id_ in content.things[kind]:
            places = shown[kind, id_]
            if not places:
                yield Problem(
                    content.file_of(kind, id_),
                    1,
                    f"ingen side viser {name} »{id_}«",
                    "",
                    f"{kind}-kaldet på den side, hvor {name} hører til",
                )
            for file, line in places[1:]:
                yield Problem(
                    file,
                    line,
                    f"{name} »{id_}« er allerede vist på {places[0][0]}",
                    id_,
                    f"et link til {places[0][0]} i stedet",
                )


def _doubled_ids(content: Content) -> Iterator[Problem]:
    """Ids become anchors and storage keys, so no two things of different kinds may share one."""
    owners: dict[str, str] = {}
    for kind in ("box", "checklist", "example", "flow", "idea", "pathway", "task_plan", "voice"):
        for id_ in content.things[kind]:
            file = content.file_of(kind, id_)
            if id_ in owners:
                yield Problem(file, 1, f"id'et »{id_}« er allerede brugt i {owners[id_]}", id_, "et andet id")
            owners[id_] = file
