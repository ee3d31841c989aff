"""What the guide cannot be without: the files every page uses, and a label for each word of the templates."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args

from .content import FILES as MODELS
from .content import FOLDERS, Content
from .models.reference import PartType
from .models.validity import Certainty
from .problems import ContentError, Place, Problem, suggest

FILES = ("book", "labels", "validity")
# What a field can hold, as macros/fields.py calls it.
TYPES = ("choice", "date", "group", "groups", "list", "number", "pairs", "text", "truth")
CALLED = {"downloads": "docs/hent.md", "feed": "docs/om/aendringer.md"}  # what the build finishes, and where
LABELS = "data/labels.yml"
TEMPLATES = ("html", "svg", "xml")
WORD = re.compile(r"\bwords\.(\w+)")
FILLED = re.compile(r"\bwords\.(\w+)\.format\(((?:[^()]|\([^()]*\))*)\)")
PAGE = re.compile(r"""["']([a-z0-9/-]+\.md)["'#]""")
FILLING = re.compile(r"(?:^|, )(\w+)=")


def check_required(content: Content, overrides: Path) -> None:
    """Raise ContentError when a file is missing, or a label that the templates below `overrides` use."""
    missing = [name for name in FILES if (name, name) not in content.documents]
    found = [
        Problem(f"data/{name}.yml", Place(1), "filen mangler", "", f"git checkout data/{name}.yml") for name in missing
    ]
    for name in sorted(pages_linked(overrides) - content.pages.keys()):
        what = "siden mangler, og guidens ramme linker til den"
        found.append(Problem(f"docs/{name}", Place(1), what, "", f"git checkout docs/{name}"))
    found += _uncalled(content)
    if not missing:
        found += [*_words(content, overrides), *_kinds(content)]
    if found:
        raise ContentError(found)


def pages_linked(overrides: Path) -> set[str]:
    """The pages every copy of the guide must have, since the templates link to them."""
    files = [path for end in ("html", "webmanifest") for path in overrides.rglob(f"*.{end}")]
    return {name for path in files for name in PAGE.findall(path.read_text(encoding="utf-8"))}


def words_used(overrides: Path) -> dict[str, set[str]]:
    """The label of each word the templates use, with the names of what they fill into it."""
    used: dict[str, set[str]] = defaultdict(set)
    for path in (path for end in TEMPLATES for path in sorted(overrides.rglob(f"*.{end}"))):
        text = path.read_text(encoding="utf-8")
        for name in WORD.findall(text):
            used[name] |= set()
        for name, filled in FILLED.findall(text):
            used[name] |= set(FILLING.findall(filled))
    return used


def _uncalled(content: Content) -> Iterator[Problem]:
    called = {call.name for page in content.pages.values() for call in page.calls}
    for name, home in CALLED.items():
        if name not in called:
            what = f"ingen side kalder »{name}«, som guiden ikke kan undvære"
            yield Problem(home, Place(1), what, "", f"{{{{ {name}() }}}} alene på en linje")


def _words(content: Content, overrides: Path) -> Iterator[Problem]:
    document, words = content.documents["labels", "labels"], content.labels.words
    for name, filled in words_used(overrides).items():
        if name not in words:
            near = suggest(name, words.keys())
            yield Problem(LABELS, document.at(("words",)), f"ordet »{name}« mangler under »words«", near, f"{name}: …")
            continue
        holes = _holes(words[name])
        if filled and (holes is None or holes - filled):
            right = " ".join(f"{{{hole}}}" for hole in sorted(filled))
            what = f"»{name}« kan kun fyldes ud med det, komponenten har"
            yield Problem(LABELS, document.value_at(("words", name)), what, words[name], right)


def _kinds(content: Content) -> Iterator[Problem]:
    document = content.documents["labels", "labels"]
    kinds = {"part_types": set(get_args(PartType)), "certainty": set(get_args(Certainty)), "types": set(TYPES)}
    kinds["measures"] = {name for table in content.measurements.tables for name in table.names}
    kinds["things"] = {"page", *dict(FOLDERS.values()), *MODELS}
    for field, names in kinds.items():
        for name in sorted(names - getattr(content.labels, field).keys()):
            yield Problem(LABELS, document.at((field,)), f"ordet »{name}« mangler under »{field}«", "", f"{name}: …")


def _holes(text: str) -> set[str] | None:
    """The names in {braces}; None when the braces do not match, or ask for more than a name."""
    try:
        holes = [(name, spec, turned) for _, name, spec, turned in Formatter().parse(text) if name is not None]
    except ValueError:
        return None
    names = {name for name, _, _ in holes}
    plain = all(name.isidentifier() and not spec and not turned for name, spec, turned in holes)
    return names if plain else None
