"""Boxes, checklists, examples, voices and flows: what a page shows beside its prose."""

from typing import Literal

from pydantic import model_validator

from .base import ChecklistId, Citation, Citations, Entry, IdeaSetId, Model, Text, Topics


class Item(Entry):
    """One thing to do or to consider in a checklist."""

    text: Text
    """Punktet som en kort opfordring. Markdown er tilladt."""
    hint: Text | None = None
    """En kort hjælp under punktet."""
    more: Text | None = None
    """Længere forklaring, som læseren kan folde ud. Markdown er tilladt."""
    source: Citation | None = None
    """Kilden til netop dette punkt, når den er en anden end listens."""


class Section(Model):
    """A part of a checklist, with a heading when there are several."""

    title: Text | None = None
    """Overskrift over gruppen af punkter."""
    items: tuple[Item, ...]
    """Punkterne i rækkefølge."""


class Checklist(Entry):
    """A list to tick. Its items are its own, or the ideas of an idea set."""

    title: Text
    """Listens navn, som læseren ser det."""
    intro: Text | None = None
    """En eller to sætninger om, hvad listen er god til."""
    sections: tuple[Section, ...] = ()
    """Grupper af punkter."""
    ideas: IdeaSetId | None = None
    """Id på et sæt idéer (data/ideas/), når punkterne er idéerne selv."""
    sources: Citations
    """Hvor listen står i kilderne. Tom, når listen er guidens egen."""
    own_advice: bool = False
    """true, når listen er guidens eget råd og ikke står i nogen kilde."""
    topics: Topics
    """Emner i data/validity.yml, som har ændret sig."""

    @model_validator(mode="after")
    def has_items_once(self):
        """Items stand in the list or come from an idea set, never both, never neither."""
        if bool(self.sections) == bool(self.ideas):
            raise ValueError("skriv enten sections eller ideas")
        return self

    @model_validator(mode="after")
    def says_where_it_is_from(self):
        """A list names its source, or says that it is the guide's own."""
        if bool(self.sources) == self.own_advice:
            raise ValueError("skriv enten sources eller own_advice: true")
        return self

    @property
    def items(self) -> tuple[Item, ...]:
        """All own items in order."""
        return tuple(item for section in self.sections for item in section.items)


class Box(Entry):
    """A framed box, as the sources print them: text, points, or a checklist."""

    title: Text
    """Boksens overskrift."""
    number: str | None = None
    """Boksens nummer i kilden, fx "2.3"."""
    intro: Text | None = None
    """Indledende linje før punkterne."""
    points: tuple[Text, ...] = ()
    """Punkter, der skal læses og ikke krydses af."""
    checklist: ChecklistId | None = None
    """Id på den tjekliste, boksen viser. Så står punkterne kun ét sted."""
    outro: Text | None = None
    """Afsluttende linje efter punkterne."""
    sources: Citations
    """Hvor boksen står i kilderne."""
    own_advice: bool = False
    """true, når boksen er guidens eget råd."""
    topics: Topics
    """Emner i data/validity.yml, som har ændret sig."""

    @model_validator(mode="after")
    def says_where_it_is_from(self):
        """A box names its source, or says that it is the guide's own."""
        if bool(self.sources) == self.own_advice:
            raise ValueError("skriv enten sources eller own_advice: true")
        return self


class Example(Entry):
    """What somebody did, told from a source."""

    title: Text
    """Hvem eller hvor, fx "Region Roskilde Amt"."""
    text: Text
    """Hvad de gjorde. Markdown er tilladt."""
    note: Text | None = None
    """Guidens bemærkning, fx om en fejl i kilden."""
    source: Citation
    """Hvor eksemplet står."""
    topics: Topics
    """Emner i data/validity.yml, som har ændret sig."""


class Voice(Entry):
    """What a named person said, told indirectly."""

    name: Text
    """Personens navn, som kilden skriver det."""
    role: Text
    """Titel og sted, som kilden skriver det."""
    says: Text
    """Hvad personen sagde, gengivet med guidens ord."""
    note: Text | None = None
    """Guidens bemærkning, fx når kilden modsiger sig selv."""
    source: Citation
    """Hvor udsagnet står."""


class FlowStep(Model):
    """A step of a flow."""

    title: Text
    """Trinets navn."""
    text: Text | None = None
    """Hvad der sker i trinet."""
    track: Text | None = None
    """Sporet eller parten, trinet hører til."""
    parts: tuple[Text, ...] = ()
    """Deltrin."""


class Flow(Entry):
    """A figure of steps in order: the sources' flow charts, readable as a list."""

    title: Text
    """Figurens navn."""
    kind: Literal["steps", "circle"] = "steps"
    """steps: trin efter hinanden. circle: det sidste trin fører tilbage til det første."""
    steps: tuple[FlowStep, ...]
    """Trinene i rækkefølge."""
    source: Citation
    """Hvor figuren står."""
