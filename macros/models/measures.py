"""What make bench has measured. The tools write it; nobody types a figure."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from .base import Entry, Model

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Measurement(Entry):
    """One table of figures from one run."""

    measured: date
    """Dagen for målingen: åååå-mm-dd."""
    cores: Annotated[int, Field(ge=1)]
    """Maskinens kerner."""
    columns: tuple[Name, ...]
    """Kolonnernes navne. Ordene til dem står under measures i data/labels.yml."""
    rows: tuple[tuple[Name | int | float, ...], ...]
    """Rækkerne: tal, og navne med ord i data/labels.yml."""

    @model_validator(mode="after")
    def has_a_cell_for_each_column(self):
        """A row with another number of cells would stand under the wrong headings."""
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("hver række skal have lige så mange celler, som tabellen har kolonner")
        return self

    @property
    def names(self) -> set[str]:
        """What needs a label."""
        return {*self.columns, *(cell for row in self.rows for cell in row if isinstance(cell, str))}


class Measurements(Model):
    """All tables."""

    tables: tuple[Measurement, ...]
    """Tabellerne. make bench skriver dem."""
