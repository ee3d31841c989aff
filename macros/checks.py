"""Rules between files: every name, link and home exists, and each thing is shown once."""

from collections import defaultdict
from collections.abc import Iterator

from .content import Content, anchors_of, anchors_of_call
from .files import Document
from .models.base import Model
from .models.documents import Column
from .models.ideas import Idea
from .pages import CALLS
from .problems import ContentError, Place, Problem, suggest
from .references import references

# What a page must show exactly once, and what it is called in a message.
SHOWN_ONCE = {
    "box": "boksen",
    "document": "dokumentet",
    "example": "eksemplet",
    "flow": "figuren",
    "idea": "idéen",
    "task_plan": "planen",
    "voice": "udsagnet",
}
NAMES = SHOWN_ONCE | {
    "checklist": "tjeklisten",
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
    found = [
        *_unknown_names(content),
        *_page_problems(content),
        *_shown_once(content),
        *_doubled_ids(content),
        *_doubled_inside(content),
        *_doubled_on_page(content),
    ]
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
            at = document.find(path, name)
            if kind == "sign":
                found = document.written.get(path, name)
                yield Problem(document.file, at, f"»{name}« kan ikke stå i en tekst her", found, f"teksten uden {name}")
            elif kind == "link":
                yield from _data_link(document.file, at, name, anchors)
            elif kind == "page":
                yield from _target(document.file, at, name, name, anchors)
            elif name not in content.things[kind]:
                yield _unknown(document.file, at, kind, name, content.things[kind])


def _unknown(file: str, at: Place, kind: str, name: str, known: dict) -> Problem:
    few = f"et af {', '.join(sorted(known))}" if 0 < len(known) < 20 else "et id, der findes"
    write = suggest(name, known) or few
    return Problem(file, at, f"{NAMES[kind]} »{name}« findes ikke", name, write)


def _data_link(file: str, at: Place, written: str, anchors: dict[str, set[str]]) -> Iterator[Problem]:
    """A text of data/ may be shown on any page, so its links begin in docs/."""
    if written.partition("#")[0] in anchors:
        yield Problem(file, at, "et link i data/ skal begynde med /", written, f"/{written}")
    elif not written.startswith(EXTERNAL):
        yield from _target(file, at, written.removeprefix("/"), written, anchors, "/")


def _target(
    file: str, at: Place, target: str, written: str, anchors: dict[str, set[str]], slash: str = ""
) -> Iterator[Problem]:
    path, _, anchor = target.partition("#")
    if path not in anchors:
        write = suggest(path, anchors, slash) or "stien til en side i docs/"
        yield Problem(file, at, "linket fører til en side, der ikke findes", written, write)
    elif anchor and anchor not in anchors[path]:
        few = ", ".join(f"#{id_}" for id_ in sorted(anchors[path])[:8])
        write = suggest(anchor, anchors[path], "#") or (f"et af {few}" if few else "linket uden #")
        yield Problem(file, at, f"stedet »#{anchor}« findes ikke på {path}", written, write)


def _page_problems(content: Content) -> Iterator[Problem]:
    """Unknown ids in calls and unknown targets in links of the pages."""
    anchors = anchors_of(content)
    known = content.things | {"page": content.pages}
    for page in content.pages.values():
        for call in page.calls:
            kind = CALLS[call.name]
            for name in call.ids if kind in ("page", "topic") else call.ids[:1]:
                if kind and name not in known[kind]:
                    yield _unknown(page.document.file, page.find(call.at, name), kind, name, known[kind])
        for target, at in page.links:
            if not target.startswith(EXTERNAL):
                yield from _target(page.document.file, at, page.resolve(target), target, anchors, "/")


def _shown_once(content: Content) -> Iterator[Problem]:
    """Each idea, box and so on has one home: shown nowhere is lost, shown twice has two addresses."""
    shown = defaultdict(list)
    for page in content.pages.values():
        for call in page.calls:
            shown[call.name, call.id].append((page.document.file, call.at))
    for kind, name in SHOWN_ONCE.items():
        for id_ in content.things[kind]:
            places = shown[kind, id_]
            if not places:
                document = content.document_of(kind, id_)
                yield Problem(
                    document.file,
                    document.value_at(("id",)),
                    f"ingen side viser {name} »{id_}«",
                    "",
                    f"{kind}-kaldet på den side, hvor {name} hører til",
                )
            for file, at in places[1:]:
                yield Problem(
                    file,
                    at,
                    f"{name} »{id_}« er allerede vist på {places[0][0]}",
                    id_,
                    f"et link til {places[0][0]} i stedet",
                )


def _doubled_ids(content: Content) -> Iterator[Problem]:
    """Ids become anchors and storage keys, so no two things of different kinds may share one."""
    owners: dict[str, str] = {}
    for id_, document, path in _ids(content):
        if id_ in owners:
            what = f"id'et »{id_}« er allerede brugt i {owners[id_]}"
            yield Problem(document.file, document.value_at(path), what, id_, "et andet id")
        owners[id_] = document.file


def _doubled_on_page(content: Content) -> Iterator[Problem]:
    """A component's id is also its anchor, so no heading and no other call on the page may have it."""
    for page in content.pages.values():
        taken = set(page.anchors)
        for call in page.calls:
            for id_ in anchors_of_call(content, call):
                if id_ in page.anchors or (id_ in taken and call.name not in SHOWN_ONCE):
                    what = f"id'et »{id_}« er allerede et anker på siden"
                    yield Problem(page.document.file, call.at, what, id_, "et andet id til overskriften, eller ét kald")
                taken.add(id_)


def _ids(content: Content) -> Iterator[tuple[str, Document, tuple]]:
    for kind in ("box", "checklist", "document", "example", "flow", "pathway", "task_plan", "voice"):
        yield from ((id_, content.documents[kind, id_], ("id",)) for id_ in content.things[kind])
    for id_, ideas in content.things["idea_set"].items():
        document, told = content.documents["idea_set", id_], set()
        for path, part in _parts(ideas, ()):
            if isinstance(part, Idea) and part.id not in told:  # twice in one set is told of by _doubled_inside
                told.add(part.id)
                yield part.id, document, (*path, "id")


def _doubled_inside(content: Content) -> Iterator[Problem]:
    """Two items, terms, topics or fields with one id would share their ticks, their draft or their address."""
    for (kind, stem), document in content.documents.items():
        first: dict[tuple, Place] = {}
        for path, part in _parts(content.thing(kind, stem), ()):
            key = (type(part), part.id, path[:-1] if isinstance(part, Column) else ())
            at = document.value_at((*path, "id"))
            if key in first:
                what = f"id'et »{part.id}« er allerede brugt i linje {first[key].line}"
                yield Problem(document.file, at, what, f"id: {part.id}", "et andet id")
            first.setdefault(key, at)


def _parts(model: Model | None, path: tuple) -> Iterator[tuple[tuple, Model]]:
    """Everything with an id inside a model, with its path."""
    for name, value in model or ():
        for index, part in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(part, Model):
                if "id" in type(part).model_fields:
                    yield (*path, name, index), part
                yield from _parts(part, (*path, name, index))
