"""The interface's own words: everything a component says that is not content."""

from typing import Literal

from .base import Model, Text


class MovedIds(Model):
    """Ids that have moved, so that what readers have on their devices follows."""

    moved: dict[str, str]
    """Gammelt id til nyt: list/<liste>/<punkt> eller document/<dokument>/<felt>."""


class Check(Model):
    """Something the guide needs of a browser, tried on the page "Virker alt her?"."""

    id: Literal["clipboard", "dates", "download", "menu", "offline", "print", "search", "storage"]
    """Hvad der bliver prøvet. Hvert id hører til en prøve i overrides/components/self_check/self_check.js."""
    title: Text
    """Hvad det hedder for læseren."""
    works: Text
    """Det, siden siger, når det virker."""
    fails: Text
    """Det, siden siger, når det ikke virker."""
    advice: Text
    """Hvad læseren så kan gøre. Markdown med links til guidens sider er tilladt."""


class SelfCheck(Model):
    """What the page "Virker alt her?" tries, in its order."""

    checks: tuple[Check, ...]
    """Prøverne i den rækkefølge, læseren ser dem."""


class Synonyms(Model):
    """Words Danes use for the same thing, for the search."""

    groups: tuple[tuple[Text, ...], ...]
    """Grupper af ord eller korte vendinger, der betyder det samme."""
    places: dict[str, tuple[Text, ...]] = {}  # noqa: RUF012 pydantic gives each its own
    """Et sted, fx haandbogen/netvaerk.md#bliv-ved-med-det, og det, læsere kalder det, stedet handler om. Vises ikke."""


class HouseWords(Model):
    """Words the guide does not use."""

    avoid: dict[str, Text]
    """Ordet eller vendingen, og hvad du skriver i stedet."""


class WordParts(Model):
    """The parts of compounds, for the search."""

    parts: dict[str, tuple[Text, ...]]
    """Et sammensat ord og dets dele."""


class Labels(Model):
    """Words by name. A test keeps the names here and those the templates use the same."""

    words: dict[str, Text]
    """Ord og korte sætninger. Det i {krøllede parenteser} fylder komponenten ud."""
    part_types: dict[str, Text]
    """Navne på arterne af en kildes dele."""
    measures: dict[str, Text]
    """Kolonner og rækker i målingerne."""
    things: dict[str, Text]
    """Navne på de filer, en redaktør skriver."""
    types: dict[str, Text]
    """Navne på det, der kan stå i et felt."""
    search_kinds: dict[str, Text]
    """Navne på de slags steder, søgningen finder."""
    certainty: dict[str, Text]
    """Hvor sikkert et emne er belagt."""

    @classmethod
    def empty(cls) -> "Labels":
        """No labels at all."""
        return cls(**{name: {} for name in cls.model_fields})
