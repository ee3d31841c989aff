"""Rules about ids: each has one owner and one place, and those that moved lead somewhere."""

from collections.abc import Container, Iterator

from .content import Content, anchors_of_call
from .files import Document
from .models.base import Model
from .models.documents import Column
from .models.ideas import Idea
from .problems import Place, Problem, suggest


def id_problems(content: Content, alone: Container[str]) -> Iterator[Problem]:
    """Every broken rule about ids. `alone`: the components that a page must show exactly once."""
    yield from _doubled_ids(content)
    yield from _doubled_inside(content)
    yield from _doubled_on_page(content, alone)
    yield from _moved_ids(content)


def _doubled_ids(content: Content) -> Iterator[Problem]:
    """Ids become anchors and storage keys, so no two things of different kinds may share one."""
    owners: dict[str, str] = {}
    for id_, document, path in _ids(content):
        if id_ in owners:
            what = f"id'et »{id_}« er allerede brugt i {owners[id_]}"
            yield Problem(document.file, document.value_at(path), what, id_, "et andet id")
        owners[id_] = document.file


def _doubled_on_page(content: Content, alone: Container[str]) -> Iterator[Problem]:
    """A component's id is also its anchor, so no heading and no other call on the page may have it."""
    for page in content.pages.values():
        taken = set(page.anchors)
        for call in page.calls:
            for id_ in anchors_of_call(content, call):
                if id_ in page.anchors or (id_ in taken and call.name not in alone):
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


def _moved_ids(content: Content) -> Iterator[Problem]:
    """What a reader has on the device can only follow an id that is gone to one that is there."""
    moved, document = content.moved_ids.moved, content.documents.get(("moved-ids", "moved-ids"))
    here = _kept_ids(content)
    for old, new in moved.items():
        at, whole, known = document.at(("moved", old)), old.rpartition("/")[0], None
        if old.count("/") in (1, 2):
            kind, _, name = whole.partition("/")
            known = here.get(f"{kind}/{moved.get(whole, name)}" if name else kind)
        if known is None:
            write = "list/liste, list/liste/punkt, document/dokument eller document/dokument/felt"
            yield Problem(document.file, at, "det gamle id fører ingen steder hen", old, write)
        elif old.rpartition("/")[2] in known:
            yield Problem(document.file, at, f"»{old}« findes stadig", old, "et id, der ikke er i brug mere")
        elif new not in known:
            at = document.value_at(("moved", old))
            yield Problem(document.file, at, f"»{new}« findes ikke", new, suggest(new, known) or "et id, der findes")


def _kept_ids(content: Content) -> dict[str, set[str]]:
    """The ids a device may keep: "list" -> all lists, "list/<id>" -> its items, and so for documents."""
    sets = content.things["idea_set"]
    known = [list_ for list_ in content.things["checklist"].values() if not list_.ideas or list_.ideas in sets]
    lists = {list_.id: set(content.keys_of(list_)) for list_ in known}
    forms = {form.id: {field.id for field in form.fields} for form in content.things["document"].values()}
    kept = {"list": set(lists), "document": set(forms)}
    kept |= {f"list/{id_}": items for id_, items in lists.items()}
    return kept | {f"document/{id_}": fields for id_, fields in forms.items()}
