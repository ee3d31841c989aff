"""Every part of every source has a home that exists."""

from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from macros.content import load_content
from tests.pages import SITE

CONTENT = load_content(Path(__file__).parent.parent.parent)
SOURCES = sorted(CONTENT.things["source"])


@pytest.mark.parametrize("source", SOURCES)
def test_each_part_s_homes_are_pages_with_that_place(source, capsys):
    parts = CONTENT.things["source"][source].parts
    for part in parts:
        for home in part.homes:
            path, _, anchor = home.partition("#")
            page = HTMLParser((SITE / path.replace(".md", ".html")).read_text(encoding="utf-8"))
            assert not anchor or page.css_first(f'[id="{anchor}"]'), f"{part.id}: {home}"
    with capsys.disabled():
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(Counter(part.type for part in parts).items()))
        print(f"\n{source}: {len(parts)} parts with a home ({kinds})")


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("gode-ideer-jobkonsulenten", 23),
        ("gode-ideer-lokalt-samarbejde", 25),
        ("guidelines-handlingsplan", 72),
        ("kl-flere-i-arbejde-2016", 54),
        ("lo-jobcenterhaandbog-2010", 197),
    ],
)
def test_no_part_of_the_inventory_is_lost(source, count):
    """The counts are those of the sources' inventories when the guide was written."""
    assert len(CONTENT.things["source"][source].parts) == count
