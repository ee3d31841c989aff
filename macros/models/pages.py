"""The front matter of a page."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import Citations, Link, Model, Text, Topics


class PageMeta(Model):
    """What stands between the two --- lines at the top of a page."""

    title: Text
    """Sidens overskrift."""
    summary: Text
    """Kort fortalt: to eller tre sætninger, som læseren kan nøjes med."""
    number: str | None = None
    """Afsnittets nummer i kilden, fx "2.4"."""
    sources: Citations
    """Kilder og sider. Tom, når siden er guidens egen."""
    own_advice: bool = False
    """true, når siden er guidens egen og ikke bygger på en kilde."""
    topics: Topics
    """Emner i data/validity.yml, som har ændret det, siden handler om."""
    next: tuple[Link, ...] = ()
    """Næste skridt for læseren."""
    see_also: tuple[Link, ...] = ()
    """Andre steder i guiden om det samme."""
    search_weight: Annotated[float, Field(ge=0, le=2)] = 1.0
    """Hvor meget siden tæller i søgningen. 0.5, hvis den mest opregner, hvad andre siger; 0, hvis den ikke skal med."""
    screen_only: bool = False
    """true, når siden kun giver mening på en skærm. Så er den ikke med i bogen."""
    template: str | None = None
    """En særlig skabelon i overrides/, fx home.html."""
    hide: tuple[Literal["toc"], ...] = ()
    """Dele af siden, der ikke vises, fx toc."""

    @model_validator(mode="after")
    def says_where_it_is_from(self):
        """A page names its sources, or says that it is the guide's own."""
        if bool(self.sources) == self.own_advice:
            raise ValueError("skriv enten sources eller own_advice: true")
        return self
