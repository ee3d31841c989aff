"""Reading paths and task plans: what to do in which order."""

from typing import Annotated

from pydantic import Field

from .base import Citation, Entry, Model, Target, Text, Topics


class Step(Model):
    """A step of a reading path."""

    to: Target
    """Siden, trinet fører til."""
    text: Text
    """Linkets tekst."""
    why: Text
    """Hvorfor læseren skal gå derhen nu."""
    minutes: Annotated[int, Field(ge=1, le=240)]
    """Hvor mange minutter trinet tager."""


class Stage(Model):
    """A stage of a reading path."""

    title: Text | None = None
    """Etapens overskrift, fx "Før første møde"."""
    steps: tuple[Step, ...]
    """Trinene i rækkefølge."""


class Pathway(Entry):
    """An ordered reading path for a situation."""

    title: Text
    """Stiens navn."""
    door: Text
    """Hvem du er, på forsidens dør, fx "Ny i rådet"."""
    lead: Text
    """Hvad læseren har, når stien er gået."""
    page: Target
    """Siden, hvor stien står."""
    order: int
    """Rækkefølgen på forsiden."""
    stages: tuple[Stage, ...]
    """Etaperne i rækkefølge."""

    @property
    def minutes(self) -> int:
        """The whole path in minutes."""
        return sum(step.minutes for stage in self.stages for step in stage.steps)


class Task(Model):
    """A row of a task plan."""

    task: Text
    """Opgaven."""
    results: tuple[Text, ...]
    """De forventede resultater."""
    to: Target | None = None
    """Siden, der fortæller om opgaven."""


class TaskPlan(Entry):
    """The tasks of a plan, with what each should give; owner and time are the reader's to fill in."""

    title: Text
    """Planens navn."""
    intro: Text | None = None
    """En sætning om brugen."""
    tasks: tuple[Task, ...]
    """Opgaverne i rækkefølge."""
    source: Citation
    """Hvor planen står."""
    topics: Topics
    """Emner i data/validity.yml, som har ændret sig."""
