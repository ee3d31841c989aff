"""data/ and docs/ as one validated Content, or one error with every problem in it."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .files import Document
from .loading import load_file
from .models.base import Model
from .models.book import Book
from .models.documents import Document as Form
from .models.documents import Field_
from .models.guidance import Box, Checklist, Example, Flow, Voice
from .models.hosting import Dependencies, Hosting
from .models.ideas import Idea, IdeaSet
from .models.measures import Measurements
from .models.pathways import Pathway, TaskPlan
from .models.reference import Glossary, Publisher, Source, Term
from .models.validity import Topic, Validity
from .models.words import HouseWords, Labels, MovedIds, SelfCheck, Synonyms, WordParts
from .pages import CALLS, Call, Page
from .problems import ContentError, Place, suggest
from .reading import load_pages, prose_of
from .terms import terms_by_form, words_of
from .validation import slug, validate

FOLDERS: dict[str, tuple[str, type[Model]]] = {
    "boxes": ("box", Box),
    "checklists": ("checklist", Checklist),
    "documents": ("document", Form),
    "examples": ("example", Example),
    "flows": ("flow", Flow),
    "ideas": ("idea_set", IdeaSet),
    "pathways": ("pathway", Pathway),
    "sources": ("source", Source),
    "task_plans": ("task_plan", TaskPlan),
    "voices": ("voice", Voice),
}
FILES: dict[str, type[Model]] = {
    "dependencies": Dependencies,
    "book": Book,
    "glossary": Glossary,
    "hosting": Hosting,
    "house-words": HouseWords,
    "labels": Labels,
    "measurements": Measurements,
    "moved-ids": MovedIds,
    "publisher": Publisher,
    "self-check": SelfCheck,
    "synonyms": Synonyms,
    "validity": Validity,
    "word-parts": WordParts,
}


@dataclass
class Content:
    """Everything an editor writes, by kind and id."""

    things: dict[str, dict[str, Model]] = field(default_factory=lambda: defaultdict(dict))
    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    dependencies: Dependencies = field(default_factory=lambda: Dependencies(packages=()))
    glossary: Glossary = field(default_factory=lambda: Glossary(terms=()))
    hosting: Hosting | None = None
    house_words: HouseWords = field(default_factory=lambda: HouseWords(avoid={}))
    labels: Labels = field(default_factory=Labels.empty)
    measurements: Measurements = field(default_factory=lambda: Measurements(tables=()))
    moved_ids: MovedIds = field(default_factory=lambda: MovedIds(moved={}))
    publisher: Publisher = field(default_factory=Publisher)
    self_check: SelfCheck = field(default_factory=lambda: SelfCheck(checks=()))
    synonyms: Synonyms = field(default_factory=lambda: Synonyms(groups=()))
    validity: Validity | None = None
    word_parts: WordParts = field(default_factory=lambda: WordParts(parts={}))
    book: Book | None = None
    pages: dict[str, Page] = field(default_factory=dict)

    def topics(self, ids: tuple[str, ...]) -> list[Topic]:
        """The topics of a status list, in its order."""
        return [self.things["topic"][id_] for id_ in ids]

    def numbered(self, id_: str) -> tuple[Idea, int]:
        """An idea and its number in its set."""
        idea = self.things["idea"][id_]
        return idea, self.sets_of[id_].number_of(idea)

    def thing(self, kind: str, stem: str) -> Model | None:
        """What a file holds: a whole list (glossary, labels …), or one thing of its kind."""
        return getattr(self, kind.replace("-", "_")) if kind in FILES else self.things[kind].get(stem)

    def document_of(self, kind: str, id_: str) -> Document:
        """The file a thing is written in."""
        if kind == "idea":
            kind, id_ = "idea_set", self.sets_of[id_].id
        return self.documents[kind, id_]

    @cached_property
    def homes(self) -> dict[tuple[str, str], str]:
        """Where each idea, box, list and so on is shown: (kind, id) -> target."""
        return {
            (kind, call.id): f"{page.path}#{call.id}"
            for page in self.pages.values()
            for call in page.calls
            if (kind := CALLS[call.name]) and call.name == kind
        }

    @cached_property
    def homes_of_lists(self) -> dict[str, str]:
        """Where each checklist is shown, by itself or in a box: id -> target."""
        shown = {
            box.checklist: self.homes["box", box.id].partition("#")[0] + f"#{box.checklist}"
            for box in self.things["box"].values()
            if box.checklist and ("box", box.id) in self.homes
        }
        return shown | {id_: home for (kind, id_), home in self.homes.items() if kind == "checklist"}

    def keys_of(self, list_: Checklist) -> tuple[str, ...]:
        """The ids of a list's items, or of the ideas that are its items."""
        return tuple(item.id for item in (self.things["idea_set"][list_.ideas].ideas if list_.ideas else list_.items))

    @cached_property
    def plans(self) -> list[tuple[Form, Field_]]:
        """The tables a reader can put an idea on. The checks allow one."""
        forms = self.things["document"].values()
        return [(form, field) for form in forms for field in form.fields if field.takes_ideas]

    @cached_property
    def sets_of(self) -> dict[str, IdeaSet]:
        """The idea set of each idea, by the idea's id."""
        return {idea.id: ideas for ideas in self.things["idea_set"].values() for idea in ideas.ideas}

    @cached_property
    def pages_with(self) -> dict[str, list[Page]]:
        """The pages whose text uses a term, by the term's id."""
        names = terms_by_form(self.glossary.terms)
        word = words_of(names)
        found = defaultdict(list)
        for page in self.pages.values():
            for id_ in sorted({names[form].id for form in word.findall(prose_of(page))}):
                found[id_].append(page)
        return found

    @cached_property
    def used_on(self) -> dict[str, list[Page]]:
        """The pages whose status names a topic."""
        used = defaultdict(list)
        for page in self.pages.values():
            for topic in page.meta.topics if page.meta else ():
                used[topic].append(page)
        return used


def load_content(root: Path, last: Content | None = None, changed: Collection[Path] = ()) -> Content:
    """The guide's content below `root` (data/ and docs/). Raises ContentError with all problems at once.

    Where the `last` content is given, only the `changed` files are read again.
    """
    content, again = Content(), {path.relative_to(root).as_posix() for path in changed}
    kept = {document.file: key for key, document in last.documents.items()} if last else {}
    for path in sorted((root / "data").rglob("*.[yY]*[mM][lL]")):
        name, model = path.relative_to(root).as_posix(), _model_of(path.relative_to(root / "data"))
        if name in kept and name not in again:
            content.documents[kept[name]] = last.documents[kept[name]]
            _put(content, *kept[name], last.thing(*kept[name]))
        else:
            _add(content, load_file(path, root), model)
    pages = {page.document.file: page for page in last.pages.values()} if last else {}
    content.pages = load_pages(root / "docs", root, {name: page for name, page in pages.items() if name not in again})
    found = [problem for document in content.documents.values() for problem in document.problems]
    found += [problem for page in content.pages.values() for problem in page.document.problems]
    if found:
        raise ContentError(found)
    return content


def _model_of(place: Path) -> type[Model] | None:
    """What a file of data/ holds, told by its place; None where no file belongs."""
    if place.suffix != ".yml" or len(place.parts) > 2:
        return None
    if len(place.parts) == 1:
        return FILES.get(place.stem)
    return FOLDERS[place.parts[0]][1] if place.parts[0] in FOLDERS else None


def _add(content: Content, document: Document, model: type[Model] | None) -> None:
    folder, stem = Path(document.file).parent.name, Path(document.file).stem
    kind = FOLDERS[folder][0] if folder in FOLDERS else stem
    content.documents[kind, stem if model else document.file] = document
    if model is None:
        right = suggest(stem, FILES) or f"en fil i en af mapperne {', '.join(FOLDERS)}"
        write = right if document.file.endswith(".yml") else f"{slug(stem)}.yml"
        document.problem(Place(1), f"filen »{document.file}« hører ikke til her", "", write)
        return
    if slug(stem) != stem:
        document.problem(Place(1), "filens navn er også et id", f"{stem}.yml", f"{slug(stem) or 'et-id'}.yml")
        return
    thing = validate(model, document)
    if thing is None:
        return
    if folder in FOLDERS and thing.id != stem:
        what = "id'et skal være det samme som filens navn"
        document.problem(document.value_at(("id",)), what, f"id: {thing.id}", f"id: {stem}")
    _put(content, kind, stem, thing)


def _put(content: Content, kind: str, stem: str, thing: Model) -> None:
    if kind in FILES:
        setattr(content, kind.replace("-", "_"), thing)
    else:
        content.things[kind][stem] = thing
    if isinstance(thing, IdeaSet):
        content.things["idea"] |= {idea.id: idea for idea in thing.ideas}
    if isinstance(thing, Measurements):
        content.things["measurement"] = {table.id: table for table in thing.tables}
    if isinstance(thing, Validity):
        content.things["topic"] = {topic.id: topic for topic in thing.topics}
        content.things["group"] = {group.id: group for group in thing.groups}


def anchors_of(content: Content) -> dict[str, set[str]]:
    """Every place a link can lead to: page -> ids of its headings and components."""
    return {
        page.path: {*page.anchors, *(id_ for call in page.calls for id_ in anchors_of_call(content, call))}
        for page in content.pages.values()
    }


def anchors_of_call(content: Content, call: Call) -> Iterator[str]:
    """The ids a component gives its elements, for links to lead to."""
    if call.name == "glossary":
        yield from (anchor(term) for term in content.glossary.terms)
    elif call.name == "fields":
        yield from (f"felter-{slug(kind)}" for kind in ("page", *dict(FOLDERS.values()), *FILES))
    elif call.name == "validity_topics":
        yield from content.things["topic"]
    elif call.name == CALLS[call.name] and call.name != "source":  # a citation is no place of its own
        yield call.id
        box = content.things["box"].get(call.id) if call.name == "box" else None
        if isinstance(box, Box) and box.checklist:
            yield box.checklist
        form = content.things["document"].get(call.id) if call.name == "document" else None
        for section in form.sections if isinstance(form, Form) else ():
            yield f"{call.id}--{section.id}"


def anchor(term: Term) -> str:
    """The anchor of a term in the glossary."""
    return f"ord-{term.id}"
