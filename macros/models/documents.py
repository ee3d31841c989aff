"""Documents: what a reader fills in, on the page, in Word or on paper."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import Citations, Entry, Link, Text, Topics

Kind = Literal["text", "long_text", "date", "choice", "person", "table", "signature"]


class Column(Entry):
    """A column of a table to fill in."""

    label: Text
    """Kolonnens overskrift."""
    kind: Literal["text", "long_text", "date", "person"] = "text"
    """Hvad der skal stå i kolonnen."""


class Field_(Entry):
    """One place to write."""

    label: Text
    """Feltets navn, som læseren ser det."""
    kind: Kind
    """text: én linje. long_text: flere linjer. date: en dato. choice: vælg én. person: navn og rolle.
    table: rækker. signature: underskrift."""
    hint: Text | None = None
    """Kort hjælp til feltet."""
    example: Text | None = None
    """Et eksempel på et svar. Det vises som eksempel og kommer ikke med i dokumentet."""
    required: bool = False
    """true, når dokumentet ikke giver mening uden feltet."""
    max_lines: Annotated[int, Field(ge=1, le=200)] | None = None
    """Højeste antal linjer, når kilden sætter en grænse. En linje er 90 tegn."""
    choices: tuple[Text, ...] = ()
    """Mulighederne i et choice-felt."""
    columns: tuple[Column, ...] = ()
    """Kolonnerne i et table-felt."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Rækker, der står der i forvejen. En tom tekst er en celle at skrive i."""
    takes_ideas: bool = False
    """true på den ene tabel, som læseren kan sætte en idé på: idéens overskrift kommer i første kolonne."""

    @model_validator(mode="after")
    def has_what_its_kind_needs(self):
        """Only a choice has choices, and only a table has columns and rows."""
        if (self.kind == "choice") != bool(self.choices):
            raise ValueError("choices hører til et felt med kind: choice, og kun dér")
        if (self.kind == "table") != bool(self.columns):
            raise ValueError("columns hører til et felt med kind: table, og kun dér")
        if self.takes_ideas and self.kind != "table":
            raise ValueError("takes_ideas hører til et felt med kind: table, og kun dér")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("hver række skal have lige så mange celler, som tabellen har kolonner")
        return self


class Section(Entry):
    """A part of a document: guidance beside the fields."""

    title: Text
    """Afsnittets overskrift."""
    guidance: Text | None = None
    """Vejledning til afsnittet. Markdown er tilladt. Den kommer ikke med i Word-filen."""
    see: tuple[Link, ...] = ()
    """Steder i guiden, der forklarer afsnittet."""
    wording: Text | None = None
    """Fast tekst, som står i dokumentet selv."""
    fields: tuple[Field_, ...] = ()
    """Felterne i rækkefølge."""


class Document(Entry):
    """A document to fill in."""

    title: Text
    """Dokumentets navn."""
    intro: Text
    """Hvad dokumentet er godt for, i en eller to sætninger."""
    part: Literal["lokalt-samarbejde", "jobkonsulenten", "haandbogen", "handlingsplan", "partnerskab"]
    """Den del af guiden, dokumentet hører til."""
    sources: Citations
    """Hvor kilderne beskriver dokumentet."""
    own_wording: bool = True
    """true, når selve ordlyden er guidens egen. Kilderne beskriver kun, hvad der skal stå."""
    legal: bool = False
    """true, når dokumentet binder parterne: siden siger, at det ikke er juridisk rådgivning."""
    personal: bool = False
    """true, når dokumentet kan handle om en bestemt person: siden siger, hvad GDPR kræver."""
    topics: Topics
    """Emner i data/validity.yml, som har ændret sig."""
    sections: tuple[Section, ...]
    """Afsnittene i rækkefølge."""

    @property
    def fields(self) -> tuple[Field_, ...]:
        """All fields in order."""
        return tuple(field for section in self.sections for field in section.fields)
