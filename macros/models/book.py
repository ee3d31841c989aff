"""The printed book and the booklets: what they hold, and their own words."""

from typing import Annotated

from pydantic import StringConstraints

from .base import Id, Model, Text

Place = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+(\.md)?$")]


class Edition(Model):
    """Chapters that belong together: a part of the book, or a booklet of its own."""

    id: Id
    """Fast navn, fx haandbogen. En dels fil hedder det samme."""
    title: Text
    """Delens navn, som det står på dens første side."""
    lead: Text
    """En eller to sætninger under navnet."""
    pages: tuple[Place, ...]
    """Mapper og sider i docs/, fx haandbogen eller ordliste.md. De kommer i menuens rækkefølge."""
    alone: bool = False
    """true, når delen også skal være en fil for sig."""
    lists: bool = False
    """true, når delens egen fil skal slutte med alle guidens tjeklister."""


class Book(Model):
    """The book."""

    kicker: Text
    """Linjen over titlen på omslaget."""
    subtitle: Text
    """Linjen under titlen på omslaget."""
    excerpt: Text
    """Linjen over titlen på omslaget af en enkelt del."""
    parts: tuple[Edition, ...]
    """Bogens dele i rækkefølge."""
    booklet: Edition
    """Hæftet i A5."""
    left_out: tuple[Place, ...]
    """Mapper og sider i docs/, som ikke er med i bogen."""
