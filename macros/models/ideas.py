"""The numbered ideas of a pamphlet, written once for page, list and card."""

from pydantic import model_validator

from .base import Entry, SourceId, Text, Topics


class Idea(Entry):
    """One good idea."""

    title: Text
    """Overskriften, som kilden har den (uden nummer)."""
    short: Text
    """Den korte formulering til lister og kort."""
    steps: tuple[Text, ...]
    """Hvad læseren skal gøre, et trin i hver linje."""
    questions: tuple[Text, ...] = ()
    """Spørgsmål, læseren kan stille sig selv eller gruppen."""
    topics: Topics
    """Emner i data/validity.yml, som har ændret sig."""


class IdeaGroup(Entry):
    """Ideas that belong together."""

    title: Text
    """Gruppens overskrift."""
    ideas: tuple[Idea, ...]
    """Idéerne i rækkefølge. Nummeret følger af rækkefølgen i hele sættet."""


class IdeaSet(Entry):
    """All ideas of one pamphlet."""

    title: Text
    """Sættets titel."""
    lead: Text
    """Sætningen over den korte liste."""
    source: SourceId
    """Kildens id i data/sources/."""
    groups: tuple[IdeaGroup, ...]
    """Grupper af idéer. Har sættet ingen grupper, er der én med sættets titel."""

    @model_validator(mode="after")
    def has_ideas(self):
        """A set without ideas would give an empty page."""
        if not self.ideas:
            raise ValueError("sættet har ingen idéer")
        return self

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """All ideas in order."""
        return tuple(idea for group in self.groups for idea in group.ideas)

    def number_of(self, idea: Idea) -> int:
        """The idea's number in the set, counted from one."""
        return self.ideas.index(idea) + 1
