"""Sources and glossary, and who publishes the guide."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from .base import Citation, Email, Entry, Model, Target, Text, TopicId, Url

PartId = Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z0-9.-]+$")]
PartType = Literal[
    "section", "idea", "box", "checklist", "example", "quote", "table", "figure",
    "footnote", "template_reference", "glossary_term", "toc_entry",
]  # fmt: skip


class Part(Model):
    """A part of a printed source and where the guide treats it."""

    id: PartId
    """Delens id i inventaret, fx "ls.ide-1"."""
    type: PartType
    """Delens art."""
    title: Text
    """Delens titel, som kilden har den."""
    page: str | None = None
    """Sidetal i kilden."""
    homes: tuple[Target, ...]
    """Siderne i guiden, hvor delen er behandlet, fx haandbogen/alliancer.md#netvaerk."""


class Source(Entry):
    """A printed source."""

    title: Text
    """Publikationens fulde titel."""
    short: Text
    """Kort navn, som guiden bruger i henvisninger."""
    about: Text
    """Hvad publikationen er, i en eller to sætninger."""
    publisher: Text
    """Udgiver, eller at den ikke er angivet."""
    parties: tuple[Text, ...] = ()
    """Parter bag publikationen."""
    year: Text
    """Årstal, eller at det ikke er angivet."""
    extent: Text | None = None
    """Omfang, fx "17 sider"."""
    contact: Text | None = None
    """Kontaktperson, som kilden har den."""
    website: Text | None = None
    """Den trykte webadresse. Vises som tekst, aldrig som link."""
    facts: tuple[Text, ...] = ()
    """Andre oplysninger om udgivelsen."""
    doubts: tuple[Text, ...] = ()
    """Kildens egne fejl og modsigelser, og hvad guiden har gjort ved dem."""
    parts: tuple[Part, ...]
    """Alle dele af kilden."""


class Term(Entry):
    """A term or abbreviation of the glossary."""

    term: Text
    """Ordet eller forkortelsen, som den står i teksten."""
    long: Text | None = None
    """Forkortelsen skrevet ud."""
    definition: Text
    """En enkel sætning, der forklarer ordet."""
    forms: tuple[Text, ...] = ()
    """Andre bøjninger eller skrivemåder, der skal forklares på siderne."""
    synonyms: tuple[Text, ...] = ()
    """Ord, danskere bruger om det samme. Søgningen finder begge."""
    today: Text | None = None
    """Hvad det hedder i dag, hvis navnet er skiftet."""
    explain: bool = True
    """false, når ordet er så almindeligt, at det ikke skal forklares midt i en tekst."""
    topic: TopicId | None = None
    """Emne i data/validity.yml, der fortæller, hvad der gælder nu."""
    sources: tuple[Citation, ...] = ()
    """Hvor kilderne bruger ordet."""


class Glossary(Model):
    """All terms of the glossary."""

    terms: tuple[Term, ...]
    """Ordene. Rækkefølgen i filen er ligegyldig: siden sorterer dem."""


class Publisher(Model):
    """Who publishes this copy of the guide: configuration, since the guide cannot know it."""

    name: Text | None = None
    """Udgiverens navn."""
    email: Email | None = None
    """Adressen, hvor læsere kan melde fejl og mangler i tilgængeligheden."""
    statement: Url | None = None
    """Adressen på den officielle tilgængelighedserklæring."""
