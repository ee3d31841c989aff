"""Each damaged file of broken/ in a guide that is otherwise in order: the editor gets exactly these messages.

A case says what is wrong (`about`), where the file would stand (`path`), its `text`, what else the guide holds
(`also`) and the `message`: every problem as the editor reads it, in order.
"""

import os
from pathlib import Path

import pytest

from macros.loading import load_file
from macros.problems import ContentError

FOLDER = Path(__file__).parent / "broken"
NAMES = sorted(path.name.removesuffix(".case.yml") for path in FOLDER.iterdir())
# SNAPSHOTS=write pytest tests/macros/test_broken.py writes the messages of now; read the difference before it is kept.
WRITE = os.environ.get("SNAPSHOTS") == "write"


def problems(load, case: dict) -> str:
    with pytest.raises(ContentError) as error:
        load({case["path"]: case["text"], **case.get("also", {})})
    return "\n\n".join(map(str, error.value.problems))


@pytest.mark.parametrize("name", NAMES)
def test_the_editor_is_told_exactly_this(name, load):
    path = FOLDER / f"{name}.case.yml"
    case = load_file(path, FOLDER).data
    told = problems(load, case)
    if WRITE:
        kept = path.read_text().partition("message: |\n")[0]
        path.write_text(kept + "message: |\n" + "".join(f"  {line}".rstrip() + "\n" for line in told.split("\n")))
    else:
        assert told == case["message"].rstrip("\n")


def test_the_tiny_guide_is_in_order(load):
    assert load().pages.keys() == {"index.md", "raad/moedet.md"}


def test_the_whole_message_tells_how_many_mistakes_there_are_and_that_the_guide_stands_as_it_was(load):
    with pytest.raises(ContentError) as error:
        load({"docs/raad/nyt.md": "Uden hoved\n", "data/nyt.yml": "a: 1\n"})
    head, *told = str(error.value).split("\n\n")
    assert head == "Guiden kan ikke bygges: 2 fejl i alt i indholdet. Den forrige udgave er ikke rørt."
    assert [line.split(":")[0] for line in told] == ["data/nyt.yml, linje 1", "docs/raad/nyt.md, linje 1"]


def test_one_mistake_is_told_as_one(load):
    with pytest.raises(ContentError, match=r"^Guiden kan ikke bygges: 1 fejl i indholdet\."):
        load({"data/nyt.yml": "a: 1\n"})
