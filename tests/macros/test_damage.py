"""Files damaged in every way we know: always a clear message about that file, never anything else.

Each damage is done to each file of a guide that is otherwise in order.
"""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from macros.content import load_content
from macros.problems import ContentError
from macros.review.__main__ import review

DAY = date(2026, 11, 22)
TARGETS = (
    "data/boxes/dagsorden.yml",
    "data/house-words.yml",
    "data/labels.yml",
    "data/sources/kilden.yml",
    "data/validity.yml",
    "docs/index.md",
    "docs/raad/moedet.md",
    "mkdocs.yml",
)
ENCODING, HIDDEN = "filen er ikke gemt som UTF-8", "et usynligt tegn, som ikke må stå i filen"
LONG, LARGE = "linjen er for lang", "filen er for stor"
UNCLOSED, TAG = "et anførselstegn eller en parentes er ikke lukket", "et mærke, der begynder med !, må ikke bruges"
ANCHOR = "et & uden anførselstegn må ikke begynde en tekst"
MEETING = (Path(__file__).parent / "guide" / "docs" / "raad" / "moedet.md").read_bytes() + b"\n"
BOMB = "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: &d [*c, *c, *c, *c]\n"
# What is written first among the fields of a file: what is told.
ADDED = {
    "smart quotes of windows-1252": (b"# \x93x\x94\n", ENCODING),
    "latin-1": ("# Råd\n".encode("latin-1"), ENCODING),
    "half a letter": (b"# \xc3\n", ENCODING),
    "lone surrogate": (b"# \xed\xa0\x80\n", ENCODING),
    "overlong sign": (b"# \xc0\xaf\n", ENCODING),
    "nul": (b"# \0\n", HIDDEN),
    "escape": (b"# \x1b[31m\n", HIDDEN),
    "delete": (b"# \x7f\n", HIDDEN),
    "bidi": ("# \u202eabc\n".encode(), HIDDEN),
    "zero width": ("# \u200b\n".encode(), HIDDEN),
    "line separator": ("# \u2028\n".encode(), HIDDEN),
    "lost letter": ("# R\ufffdd\n".encode(), HIDDEN),
    "language tag": ("# \U000e0001\n".encode(), HIDDEN),
    "escaped nul": (b'zz: "\\0"\n', HIDDEN),
    "escaped bidi": (b'zz: "\\u202e"\n', HIDDEN),
    "long line": (b"# " + b"x" * 30_000 + b"\n", LONG),
    "10 MB line": (b"# " + b"x" * 10_000_000 + b"\n", LARGE),
    "tabulator": (b"zz:\n\t- y\n", "en tabulator rykker linjen ind"),
    "bomb of aliases": (BOMB.encode(), ANCHOR),
    "unclosed quote": (b'zz: "y\n', ""),  # the next quote of the file may close it, and then much is wrong
    "unclosed bracket": (b"zz: [y\n", UNCLOSED),
    "unclosed brace": (b"zz: {y\n", UNCLOSED),
    "ten thousand levels": (b"zz: " + b"[" * 10_000 + b"\n", "der er for mange lag inden i hinanden"),
    "field twice": (b"zz: 1\nzz: 2\n", "feltet »zz« står to gange (første gang i linje "),
    "colon too many": (b"zz: y: z\n", "et kolon for meget på linjen"),
    "name that is a list": (b"? [a]\n: b\n", "et felts navn skal være ét ord"),
    "endless number": (b"zz: " + b"9" * 5_000 + b"\n", "værdien passer ikke til sit mærke"),
}
# What MkDocs reads in its own file and the guide's own files may not hold.
ADDED_TO_CONTENT = {
    "python tag": (b"zz: !!python/object/apply:os.system [ls]\n", TAG),
    "local tag": (b"zz: !x y\n", TAG),
    "binary tag": (b"zz: !!binary eA==\n", TAG),
    "unknown field": (b"zz: 1\n", "feltet »zz« findes ikke"),
    "merge key": (b"<<: {a: 1}\n", "feltet »<<« findes ikke"),
}
REPLACED = {
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-32": lambda text: text.encode("utf-32"),
    "picture": lambda text: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "two marks of byte order": lambda text: b"\xef\xbb\xbf\xef\xbb\xbf" + text.encode(),
    "list": lambda text: b"- a\n- b\n",
    "text": lambda text: b"Kun en tekst.\n",
    "number": lambda text: b"42\n",
    "nothing": lambda text: b"",
    "blanks": lambda text: b"  \n\n",
    "page of the web": lambda text: b"<!doctype html><title>x</title>",
}
CASES = [
    *((target, name, *case) for target in TARGETS for name, case in ADDED.items()),
    *((target, name, *case) for target in TARGETS[:-1] for name, case in ADDED_TO_CONTENT.items()),
]


@pytest.fixture
def damaged(whole):
    """What is told of a whole guide in which a file is damaged."""

    def read(target: str, change) -> tuple:
        root = whole()
        path = root / target
        path.write_bytes(change(path.read_text()))
        try:
            return review(root, DAY)[1]
        except ContentError as error:
            return error.problems

    return read


def test_there_are_more_than_two_hundred_damaged_inputs():
    assert len(CASES) + len(REPLACED) * len(TARGETS) >= 300


@pytest.mark.parametrize(("target", "name", "added", "what"), CASES, ids=[f"{case[0]}-{case[1]}" for case in CASES])
def test_what_is_added_to_a_file_is_told_with_line_and_column(damaged, target, name, added, what):
    def change(text: str) -> bytes:
        head, rest = ("---\n", text[4:]) if target.endswith(".md") else ("", text)
        return head.encode() + added + rest.encode()

    problems = [problem for problem in damaged(target, change) if problem.file == target]
    assert [problem for problem in problems if problem.what.startswith(what)], problems
    assert all(len(str(problem)) < 2_000 for problem in problems)
    assert all(problem.at.line >= 1 for problem in problems)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", REPLACED)
def test_what_is_no_content_at_all_is_told(damaged, target, name):
    problems = [problem for problem in damaged(target, REPLACED[name]) if problem.file == target]
    assert problems and all(problem.what for problem in problems)


@pytest.mark.parametrize("share", [0.1, 0.35, 0.6, 0.85])
@pytest.mark.parametrize("target", TARGETS)
def test_a_file_that_is_cut_gives_a_message_or_a_shorter_guide(damaged, target, share):
    for problem in damaged(target, lambda text: text.encode()[: int(len(text) * share)] + b'\nzz: "'):
        assert problem.what and problem.file


@pytest.mark.parametrize("name", ["Dagsorden til møde.yml", "Ærø.yml", "DAGSORDEN.yml", "a_b.yml", " .yml"])
def test_a_name_that_is_no_id_is_told_with_one_that_is(whole, name):
    with pytest.raises(ContentError) as error:
        load_content(whole({f"data/boxes/{name}": "id: x\n"}))
    [problem] = error.value.problems
    assert (problem.file, problem.what) == (f"data/boxes/{name}", "filens navn er også et id")
    assert problem.write in {"dagsorden-til-moede.yml", "aeroe.yml", "dagsorden.yml", "a-b.yml", "et-id.yml"}


@pytest.mark.parametrize("kind", ["folder", "loop", "nowhere", "pipe"])
def test_what_is_no_file_is_told_and_does_not_stop_the_reading(whole, kind):
    root = whole()
    path = root / "data" / "boxes" / "nyt.yml"
    make = {
        "folder": path.mkdir,
        "loop": lambda: path.symlink_to(path),
        "nowhere": lambda: path.symlink_to("findes-ikke.yml"),
        "pipe": lambda: os.mkfifo(path),
    }
    make[kind]()
    with pytest.raises(ContentError) as error:
        load_content(root)
    assert [problem.file for problem in error.value.problems] == ["data/boxes/nyt.yml"]


def test_windows_line_ends_and_the_mark_of_byte_order_make_no_difference(whole, load):
    root = whole()
    files = [*root.glob("data/**/*.yml"), *root.glob("docs/**/*.md")]
    assert len(files) > 6
    plain = load_content(root)
    for path in files:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    windows = load_content(root)
    assert windows.things == plain.things and windows.labels == plain.labels
    assert {path: page.text for path, page in windows.pages.items()} == {
        path: page.text for path, page in plain.pages.items()
    }
    assert review(root, DAY)[1] == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"data/labels.yml": None}, "data/labels.yml, linje 1: filen mangler"),
        ({"data/validity.yml": None}, "data/validity.yml, linje 1: filen mangler"),
        ({"mkdocs.yml": None}, "mkdocs.yml, linje 1: det er ikke en fil, der kan læses"),
        ({"mkdocs.yml": b"nav: ["}, "mkdocs.yml, linje 2, kolonne 1: "),
        (
            {"mkdocs.yml": b"site_name: 1\ntheme: x\nplugins: y\nmarkdown_extensions: z\nnav: q\n"},
            "MkDocs kan ikke bruge",
        ),
        ({"docs/raad/moedet.md": MEETING + "Godt gået 😀.".encode()}, "tegnet »😀« findes ikke i bogens skrifter"),
        (
            {"docs/raad/moedet.md": MEETING + b"![Et hus](hus.png)", "docs/raad/hus.png": b"GIF89a"},
            "docs/raad/hus.png, linje 1: billedet kan ikke læses",
        ),
        ({"docs/index.md": b"\xff\xfe"}, "docs/index.md, linje 1, kolonne 1: filen er ikke gemt som UTF-8"),
    ],
    ids=["no labels", "no validity", "no settings", "settings cut", "settings of no sense", "sign", "picture", "page"],
)
def test_a_build_of_a_damaged_guide_ends_with_1_a_message_and_the_earlier_site(whole, change, told):
    root: Path = whole()
    for name in ("site", "dist"):
        (root / name).mkdir()
        (root / name / "earlier").write_text("whole")
    for name, raw in change.items():
        (root / name).unlink() if raw is None else (root / name).write_bytes(raw)
    done = subprocess.run([sys.executable, "-m", "macros.publish"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 1 and told in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert {path.name for path in root.glob("*/earlier")} == {"earlier"}
    assert [path.read_text() for path in root.glob("*/earlier")] == ["whole", "whole"]
    assert not list(root.glob(".build-*"))
