"""What has become of what the sources name."""

from datetime import date
from typing import Annotated, Literal

from .base import Entry, Id, Model, Ref, Text, TopicId, Url

GroupId = Annotated[Id, Ref("group")]
Certainty = Literal["certain", "likely", "unconfirmed"]


class Reference(Model):
    """Evidence for what holds today."""

    title: Text
    """Dokumentets eller sidens titel."""
    publisher: Text
    """Hvem der har udgivet den."""
    url: Url
    """Adressen. Vises som tekst på papir."""
    date: str | None = None
    """Sidens dato, når den er kendt."""


class Topic(Entry):
    """What has become of something the sources name."""

    title: Text
    """Emnets navn."""
    group: GroupId
    """Gruppen, emnet hører til."""
    short: Text
    """Én sætning til statusnoten på siderne."""
    then: Text
    """Hvad kilden siger."""
    now: Text
    """Hvad der gælder nu."""
    since: date | None = None
    """Datoen, ændringen trådte i kraft. Udelad den, når den ikke er belagt."""
    law: Text | None = None
    """Loven eller beslutningen bag."""
    references: tuple[Reference, ...] = ()
    """Belæg."""
    certainty: Certainty
    """certain: belagt. likely: én kilde eller udledt. unconfirmed: ikke bekræftet."""
    check: Text | None = None
    """Hvor læseren selv kan tjekke, når emnet ikke er bekræftet."""
    next_review: date
    """Dagen, hvor emnet senest skal ses efter."""


class TopicGroup(Entry):
    """A heading over topics."""

    title: Text
    """Gruppens overskrift."""


class Change(Model):
    """One of the most important changes."""

    text: Text
    """Ændringen i en eller to sætninger."""
    topics: tuple[TopicId, ...]
    """Emnerne, der uddyber den."""


class ChangedWord(Model):
    """A word that means something else today."""

    word: Text
    """Ordet i kilden."""
    then: Text
    """Hvad det betød."""
    now: Text
    """Hvad det betyder nu."""
    topic: TopicId | None = None
    """Emnet, der uddyber."""


class Validity(Model):
    """What holds today, by topic."""

    reviewed: date
    """Dagen, hvor oplysningerne sidst blev undersøgt."""
    groups: tuple[TopicGroup, ...]
    """Grupperne i den rækkefølge, siden viser dem."""
    most_important: tuple[Change, ...]
    """De vigtigste ændringer først."""
    changed_words: tuple[ChangedWord, ...]
    """Samme ord, nyt indhold."""
    topics: tuple[Topic, ...]
    """Alle emner."""

    def overdue(self, day: date) -> tuple[Topic, ...]:
        """The topics that should have been looked at again before a day."""
        return tuple(topic for topic in self.topics if topic.next_review < day)
