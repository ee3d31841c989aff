"""Rules between files: every name, link and home exists, and each thing is shown once."""

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urlsplit

from .content import Content, anchors_of
from .ids import id_problems
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
    "measurement": "målingen",
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
        *_plans(content),
        *_search_words(content),
        *id_problems(content, SHOWN_ONCE),
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
    elif written.startswith(EXTERNAL):
        yield from _address(file, at, written)
    else:
        yield from _target(file, at, written.removeprefix("/"), written, anchors, "/")


def _address(file: str, at: Place, written: str) -> Iterator[Problem]:
    try:
        urlsplit(written)
    except ValueError:
        yield Problem(file, at, "adressen kan ikke læses", written, "hele adressen, fx https://www.retsinformation.dk/")


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
            if target.startswith(EXTERNAL):
                yield from _address(page.document.file, at, target)
            else:
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


def _plans(content: Content) -> Iterator[Problem]:
    """A button beside an idea leads to one table, not to a choice between several."""
    for form, field in content.plans[1:]:
        document, first = content.document_of("document", form.id), content.plans[0][0].id
        places = ((i, j) for i, part in enumerate(form.sections) for j, one in enumerate(part.fields) if one is field)
        section, row = next(places)
        at = document.at(("sections", section, "fields", row, "takes_ideas"))
        what = f"feltet »{field.id}« tager imod idéer, men det gør {first} allerede"
        yield Problem(document.file, at, what, "takes_ideas: true", "takes_ideas på ét felt i hele guiden")


def _search_words(content: Content) -> Iterator[Problem]:
    """Words given to places that do not exist would never be found."""
    anchors = anchors_of(content)
    for place in content.synonyms.places:
        document = content.documents["synonyms", "synonyms"]
        yield from _target(document.file, document.at(("places", place)), place, place, anchors)
