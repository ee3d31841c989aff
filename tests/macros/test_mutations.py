"""The guide's own files, changed at random: each is read, or told of; nothing else ever happens.

HYPOTHESIS_PROFILE=long tries for about five minutes.
"""

import os
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
TINY = (
    "data/boxes/dagsorden.yml",
    "data/sources/kilden.yml",
    "data/validity.yml",
    "docs/index.md",
    "docs/raad/moedet.md",
)
MODELS = {folder: model for folder, (_, model) in FOLDERS.items()}
# What editors and their programs leave in files, and what breaks parsers.
ODD = st.sampled_from(
    [
        "\t",
        "\r\n",
        "\r",
        "\0",
        "\ufeff",
        "\u202e",
        "\u2028",
        "&a ",
        "*a",
        "!!python/name:os ",
        "- ",
        ": ",
        "#",
        '"',
        "'",
    ]
    + [
        "{{ box(1) }}",
        "{% call x %}",
        "{% endcall %}",
        "```",
        "---\n",
        "===\n",
        "[[[[",
        "![a](",
        "](b.md)",
        "<h2>",
        "<<: ",
    ]
    + [
        "true",
        "null",
        "1e999",
        "2026-13-40",
        "|",
        ">-\n",
        "[",
        "]",
        "{",
        "}",
        "%",
        "@",
        "\n\n",
        "æøå",
        "👩‍🔧",
        "a" * 3000,
    ]
)
PIECE = ODD | st.text(max_size=12) | st.binary(max_size=8).map(lambda raw: raw.decode("latin-1"))
PLACE = st.floats(0, 1)
CHANGE = st.tuples(st.sampled_from(["insert", "cut", "drop", "double", "swap"]), PLACE, PLACE, PIECE)
CHANGES = st.lists(CHANGE, min_size=1, max_size=4)


def changed(raw: bytes, changes: list[tuple]) -> bytes:
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


def clear(problem: Problem, file: str) -> None:
    assert problem.file == file and problem.at.line >= 1 and problem.at.column >= 0
    first, *rest = str(problem).split("\n")
    assert first.startswith(f"{file}, linje {problem.at.line}") and len(rest) <= 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("real")


@settings(PROFILE, max_examples=8_000 if LONG else 250)
@given(path=st.sampled_from(REAL), changes=CHANGES)
def test_a_file_of_the_guide_changed_at_random_is_read_or_told_of(folder, path, changes):
    copy = folder / path.relative_to(ROOT)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(changed(path.read_bytes(), changes))
    if path.suffix == ".md":
        page = load_page(copy, folder / "docs", folder)
        document, passages = page.document, [of_page(page), *of_model(page.document, page.meta)]
    else:
        document = load_file(copy, folder)
        model = MODELS.get(copy.parent.name) or FILES[copy.stem]
        passages = list(of_model(document, validate(model, document)))
    for problem in document.problems:
        clear(problem, document.file)
    assert all(len(passage.text) <= MAX_BYTES for passage in passages)


@settings(PROFILE, max_examples=5_000 if LONG else 150)
@given(name=st.sampled_from(TINY), changes=CHANGES)
def test_a_guide_with_a_file_changed_at_random_is_told_of_or_shown(guide, show, name, changes):
    root = guide()
    path = root / name
    path.write_bytes(changed(path.read_bytes(), changes))
    try:
        content = load_content(root)
        check_content(content)
    except ContentError as error:
        assert error.problems and all(problem.what for problem in error.problems)
        return
    for problem in (*house_rules(content), *heavy_pages(content)):
        assert problem.at.line >= 1
    for page in content.pages:
        assert isinstance(show(content, page), str)
