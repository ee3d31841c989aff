"""What the guide asks of a host: measured, and reckoned from what was measured."""

from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from .base import Model, Text

DAYS = 30
GIGA = 10**9
Positive = Annotated[int, Field(gt=0)]


class Visit(Model):
    """What a reader's browser fetches, in bytes packed with Brotli."""

    pages: Positive
    """Hvor mange sider et besøg regnes til. Et valg, ikke en måling."""
    first_bytes: Positive
    """Bytes til den første side: siden, stilark, scripts og ikon."""
    first_requests: Positive
    """Antal filer til den første side."""
    next_bytes: Positive
    """Bytes til hver af de næste sider."""
    next_requests: Positive
    """Antal filer til hver af de næste sider."""

    @cached_property
    def bytes(self) -> int:
        """All bytes of a visit."""
        return self.first_bytes + (self.pages - 1) * self.next_bytes

    @cached_property
    def requests(self) -> int:
        """All requests of a visit."""
        return self.first_requests + (self.pages - 1) * self.next_requests


class Load(Model):
    """What one machine answered under wrk."""

    seconds: Positive
    """Hvor mange sekunder målingen varede."""
    connections: Positive
    """Antal forbindelser på én gang."""
    answers: Positive
    """Antal svar i alt."""
    errors: Annotated[int, Field(ge=0)]
    """Antal fejl: andre svar end 200, tabte forbindelser og tidsfrister."""
    p50_ms: Annotated[float, Field(gt=0)]
    """Halvdelen af svarene kom inden for så mange millisekunder."""
    p99_ms: Annotated[float, Field(gt=0)]
    """99 ud af 100 svar kom inden for så mange millisekunder."""

    @property
    def per_second(self) -> float:
        """Answers in a second."""
        return self.answers / self.seconds


class Hosting(Model):
    """The figures, and what a month of visits comes to. Written by bench/load.py."""

    date: date
    """Dagen for målingen."""
    machine: Text
    """Maskinen, der blev målt på."""
    server: Text
    """Serverens navn og udgave."""
    visits_a_month: Positive
    """Det antal besøg om måneden, der regnes på. Et valg, ikke en måling."""
    visit: Visit
    """Et besøg."""
    load: Load
    """Belastningsprøven."""

    @property
    def gigabytes(self) -> float:
        """Traffic in a month."""
        return self.visits_a_month * self.visit.bytes / GIGA

    @property
    def million_requests(self) -> float:
        """Requests in a month, in millions."""
        return self.visits_a_month * self.visit.requests / 1e6

    @property
    def requests_a_second(self) -> float:
        """Requests in a second, were they spread evenly over the month."""
        return self.visits_a_month * self.visit.requests / (DAYS * 24 * 3600)

    @property
    def times(self) -> float:
        """How many times the even stream of requests the measured machine answered."""
        return self.load.per_second / self.requests_a_second


class Dependency(Model):
    """A package the guide is made or tried with."""

    name: Text
    """Pakkens navn."""
    version: Text
    """Udgaven."""
    licence: Text
    """Licensen, som pakken selv oplyser den, med SPDX-navn hvor det er kendt."""
    use: Literal["site", "tests"]
    """site: guiden bygges med den. tests: den bruges kun til at prøve guiden."""
    needs: tuple[Text, ...] = ()
    """Navnene på de pakker, den selv bruger."""


class Dependencies(Model):
    """Every package with its licence. Written by `make lock`."""

    packages: tuple[Dependency, ...]
    """Pakkerne efter navn."""

    def used_for(self, use: str) -> list[Dependency]:
        """The packages of one use."""
        return [package for package in self.packages if package.use == use]
