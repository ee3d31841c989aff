"""The subject index: what the guide treats, from A to Å, and where."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from .content import Content, anchor
from .models.reference import Term
from .terms import terms_by_form, words_of

LETTERS = {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}
MOST_PAGES = 5


@dataclass(frozen=True)
class Subject:
    """A subject with the places that treat it, as (title, target)."""

    name: str
    places: tuple[tuple[str, str], ...]


def danish_order(name: str) -> list[int]:
    """Sort key: the Danish alphabet, signs and spaces left out."""
    return [LETTERS.get(letter, -1) for letter in name.lower() if letter.isalnum()]


def subjects_of(content: Content) -> dict[str, list[Subject]]:
    """All subjects by first letter: the terms, and the titles of ideas, boxes, lists and documents."""
    subjects = [*_terms(content), *_things(content)]
    letters: dict[str, list[Subject]] = defaultdict(list)
    for subject in sorted(subjects, key=lambda subject: danish_order(subject.name)):
        letters[subject.name[0].upper()].append(subject)
    return letters


def _terms(content: Content) -> Iterator[Subject]:
    """A term with the sections whose heading names it, else the first pages that use it."""
    names = terms_by_form(content.glossary.terms)
    word = words_of(names)
    headed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for page in content.pages.values():
        titles = [(page.meta.title, page.path), *((text, f"{page.path}#{place}") for text, place in page.headings)]
        for text, target in titles:
            for id_ in {names[form].id for form in word.findall(text)}:
                headed[id_].append((text, target))
    for term in content.glossary.terms:
        pages = [(page.meta.title, page.path) for page in content.pages_with[term.id][:MOST_PAGES]]
        yield Subject(_name(term), (("", f"ordliste.md#{anchor(term)}"), *(headed[term.id] or pages)))


def _name(term: Term) -> str:
    return f"{term.term}, {term.long}" if term.long else term.term[0].upper() + term.term[1:]


def _things(content: Content) -> Iterator[Subject]:
    for kind in ("box", "checklist", "document", "idea", "task_plan"):
        for id_, thing in content.things[kind].items():
            home = content.homes.get((kind, id_))
            if home:
                yield Subject(thing.title, ((content.pages[home.partition("#")[0]].meta.title, home),))
