"""The guide's own files, changed at random: each is read and shown, or told of; nothing else ever happens.

The ordinary run tries a few hundred changes; `make fuzz` tries so many that it takes five minutes or more.
"""

import json
import os
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.checks import check_content
from macros.content import FILES, FOLDERS, load_content
from macros.files import MAX_BYTES
from macros.loading import load_file
from macros.problems import ContentError, Problem
from macros.reading import load_page
from macros.review.passages import of_model, of_page
from macros.review.rules import house_rules
from macros.review.spelling import heavy_pages
from macros.validation import validate

ROOT = Path(__file__).parents[2]
LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]
PROFILE = settings(deadline=None, derandomize=not LONG, database=None, suppress_health_check=SLOW)
REAL = sorted(path for folder in ("data", "docs") for path in (ROOT / folder).rglob("*.[ym][md]*"))
EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.yml"))
BUILT = [path for path in EXAMPLES if path.stem in ("box", "checklist", "document", "flow", "idea")]
MODELS = {folder: model for folder, (_, model) in FOLDERS.items()}
# What editors and their programs leave in files, and what breaks parsers.
SIGNS = (
    "\t", "\r\n", "\r", "\0", "\ufeff", "\u202e", "\u2028", "&a ", "*a", "!!python/name:os ", "- ", ": ", "#", '"', "'",
    "true", "null", "1e999", "2026-13-40", "|", ">-\n", "[", "]", "{", "}", "%", "@", "\n\n", "æøå", "a\u030a", "👩‍🔧",
    "---\n", "===\n", "<<: ", "\\", "a" * 3000,
)  # fmt: skip
MARKDOWN = (
    "{{ box(1) }}", "{% call x %}", "{% endcall %}", "{!--", "```", "~~~\n", "[[[[", "![a](", "](b.md)", "![a](b.png)",
    "[a](http://[)", "[a](//[x)", "[a](#)", "[a](\\)", "<http://[>", "<h2>", "<div markdown>\n", "<!--", "</article>",
    "[^1]", "[^1]: a\n", "*[LBR]: a\n", "{: #a }", "{: a=\"", "{:", "| a |\n|---|\n", "> > > ", "    - ", "1. ", "# ",
    "## A {#a}\n", "&#0;", "&#x110000;", "\x02", "klzzwxh:0000", "wzxhzdk:0",
)  # fmt: skip
TEXT = st.text(max_size=12) | st.binary(max_size=8).map(lambda raw: raw.decode("latin-1"))
PIECE = st.sampled_from(SIGNS + MARKDOWN) | TEXT
PLACE = st.floats(0, 1)
CHANGE = st.tuples(st.sampled_from(["insert", "cut", "drop", "double", "swap"]), PLACE, PLACE, PIECE)
CHANGES = st.lists(CHANGE, min_size=1, max_size=4)
# What stands in the place of a value of data, or of a name.
VALUE = st.sampled_from([None, True, 0, -1, 1.5, 10**400, [], {}, [[]], [None], {"id": "a"}, "2026-02-30"]) | PIECE
REPLACEMENT = st.tuples(st.sampled_from(["replace", "remove", "rename", "repeat", "copy"]), PLACE, PLACE, VALUE)
REPLACEMENTS = st.lists(REPLACEMENT, min_size=1, max_size=3)


def changed(raw: bytes, changes: list[tuple]) -> bytes:
    """Bytes of a file after changes that an editor's hand, program or disk can make."""
    for kind, one, other, piece in changes:
        start, stop = sorted((int(one * len(raw)), int(other * len(raw))))
        stop = min(stop, start + 200)
        lines = raw.splitlines(keepends=True) or [b""]
        line = int(one * (len(lines) - 1))
        written = piece.encode("utf-8", "surrogatepass")
        raw = {
            "insert": lambda a=start, w=written, r=raw: r[:a] + w + r[a:],
            "cut": lambda a=start, r=raw: r[:a],
            "drop": lambda a=start, b=stop, r=raw: r[:a] + r[b:],
            "double": lambda n=line, ls=lines: b"".join([*ls[: n + 1], *ls[n:]]),
            "swap": lambda n=line, ls=lines: b"".join([*ls[n:], *ls[:n]]),
        }[kind]()
    return raw


def rebuilt(data: object, replacements: list[tuple]) -> bytes:
    """Data of a file as bytes, after changes of its values and names: whole YAML, however wrong."""
    whole = {"": deepcopy(data)}
    for kind, one, other, value in replacements:
        places = list(inside(whole))
        owner, key = places[int(one * (len(places) - 1))]
        if kind == "replace":
            owner[key] = deepcopy(value)
        elif kind == "copy":
            giver, name = places[int(other * (len(places) - 1))]
            owner[key] = deepcopy(giver[name])
        elif kind == "repeat" and isinstance(owner, list):
            owner.insert(key, deepcopy(owner[key]))
        elif kind == "rename" and isinstance(owner, dict) and key:
            owner[str(value)] = owner.pop(key)
        elif kind == "remove" and key != "":
            del owner[key]
    return json.dumps(whole[""], ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def inside(value: dict | list):
    """The place of each value below a value: its owner and its key there."""
    for key, below in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(below, dict | list):
            yield from inside(below)


def clear(problem: Problem, file: str) -> None:
    assert problem.file == file and problem.at.line >= 1 and problem.at.column >= 0
    first, *rest = str(problem).split("\n")
    assert first.startswith(f"{file}, linje {problem.at.line}") and len(rest) <= 2


def look_at(path: Path, folder: Path) -> None:
    """Read a file of a copy of the guide in `folder` as a build and a review do."""
    if path.suffix == ".md":
        page = load_page(path, folder / "docs", folder)
        document, passages = page.document, [of_page(page), *of_model(page.document, page.meta)]
    else:
        document = load_file(path, folder)
        model = MODELS.get(path.parent.name) or FILES[path.stem]
        passages = list(of_model(document, validate(model, document)))
    for problem in document.problems:
        clear(problem, document.file)
    assert all(len(passage.text) <= MAX_BYTES for passage in passages)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("real")


def copied(path: Path, folder: Path, raw: bytes) -> Path:
    copy = folder / path.relative_to(ROOT)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(raw)
    return copy


@settings(PROFILE, max_examples=8_000 if LONG else 100)
@given(path=st.sampled_from(REAL), changes=CHANGES)
def test_a_file_of_the_guide_changed_at_random_is_read_or_told_of(folder, path, changes):
    look_at(copied(path, folder, changed(path.read_bytes(), changes)), folder)


@settings(PROFILE, max_examples=8_000 if LONG else 100)
@given(path=st.sampled_from([path for path in REAL if path.suffix == ".yml"]), replacements=REPLACEMENTS)
def test_a_file_of_the_guide_with_other_values_is_read_or_told_of(folder, path, replacements):
    data = load_file(path, ROOT).data
    look_at(copied(path, folder, rebuilt(data, replacements)), folder)


@settings(PROFILE, max_examples=8_000 if LONG else 50)
@given(example=st.sampled_from(EXAMPLES), which=PLACE, changes=CHANGES | REPLACEMENTS.map(tuple))
def test_a_guide_with_a_file_changed_at_random_is_told_of_or_shown(guide, example_files, show, example, which, changes):
    root = guide(example_files(load_file(example, ROOT).data))
    damage(root, which, changes)
    try:
        content = load_content(root)
        check_content(content)
    except ContentError as error:
        assert error.problems and all(problem.what for problem in error.problems)
        return
    for problem in (*house_rules(content), *heavy_pages(content)):
        assert problem.at.line >= 1
    for page in content.pages:
        assert all(isinstance(show(content, page, layout), str) for layout in (None, "frame", "home"))


def damage(root: Path, which: float, changes: list | tuple) -> None:
    """Change one file of the guide below `root`: its text by a list of changes, its values by a tuple."""
    paths = sorted(path for path in root.rglob("*.[ym][md]*") if not path.is_symlink())
    path = paths[int(which * (len(paths) - 1))]
    if isinstance(changes, list):
        path.write_bytes(changed(path.read_bytes(), changes))
    elif path.suffix == ".yml":
        path.write_bytes(rebuilt(load_file(path, root).data, list(changes)))


@pytest.mark.skipif(not LONG, reason="each is a whole build; test_damage.py makes the ordinary run's")
@settings(PROFILE, max_examples=120)
@given(example=st.sampled_from(BUILT), which=PLACE, changes=CHANGES | REPLACEMENTS.map(tuple))
def test_a_build_of_a_damaged_guide_gives_a_whole_site_or_a_message(whole, example_files, example, which, changes):
    root = whole(example_files(load_file(example, ROOT).data))
    with (root / "mkdocs.yml").open("a") as settings:
        settings.write("  - Eksempel: eksempel.md\n")
    (root / "site").mkdir()
    (root / "site" / "earlier").write_text("whole")
    damage(root, which, changes)
    done = subprocess.run([sys.executable, "-m", "macros.publish"], cwd=root, capture_output=True, text=True)
    assert "Traceback" not in done.stderr and "fejl i guidens kode" not in done.stderr
    if done.returncode:
        assert done.stderr.startswith("\nGuiden kan ikke bygges: ")
        assert [path.name for path in (root / "site").iterdir()] == ["earlier"]
    else:
        names = {path.relative_to(root / "docs").with_suffix(".html") for path in (root / "docs").rglob("*.md")}
        assert names <= {path.relative_to(root / "site") for path in (root / "site").rglob("*.html")}
