"""Keeps what was measured in data/measurements.yml, and prints it."""

import os
from datetime import UTC, datetime
from pathlib import Path

import yaml

FILE = Path(__file__).parent.parent / "data" / "measurements.yml"
HEAD = (
    "# yaml-language-server: $schema=schemas/measurements.json\n# Skrevet af make bench. Ret ikke tallene i hånden.\n"
)


def record(id_: str, columns: list[str], rows: list[list]) -> None:
    """Replace the table `id_` by these rows of names and numbers, measured today on this machine."""
    tables = yaml.safe_load(FILE.read_text(encoding="utf-8"))["tables"] if FILE.exists() else []
    cores = len(os.sched_getaffinity(0))
    measured = datetime.now(UTC).date().isoformat()
    made = {"id": id_, "measured": measured, "cores": cores, "columns": columns, "rows": rows}
    kept = [table for table in tables if table["id"] != id_]
    text = yaml.safe_dump({"tables": sorted([*kept, made], key=lambda table: table["id"])}, sort_keys=False)
    FILE.write_text(HEAD + text, encoding="utf-8")
    show(columns, rows)


def show(columns: list[str], rows: list[list]) -> None:
    """Print a table, each column as wide as it needs to be."""
    cells = [columns, *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))
