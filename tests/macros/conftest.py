"""A tiny guide that is in order; a test adds the files it is about."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Formatter

import jinja2
import markdown
import pytest
from mkdocs.config import load_config
from mkdocs.structure.toc import get_toc

from macros.checks import check_content
from macros.components import Components
from macros.content import Content, load_content
from macros.kept import Kept, past_markdown
from macros.loading import load_file
from macros.models.words import Labels
from macros.pages import CALLS
from macros.reading import with_code_shown
from macros.rendering import environment
from macros.required import pages_linked
from macros.version import Version

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parent / "guide"
STYLES = "‹styles›"  # what the page layout puts after the summary
Files = Mapping[str, str | bytes]


@pytest.fixture(scope="session")
def root() -> Path:
    """The guide's own files."""
    return ROOT


@pytest.fixture(scope="session")
def guide(tmp_path_factory) -> Callable[..., Path]:
    """Writes the tiny guide with `files` added or replaced, and returns its root."""
    tiny = {path.relative_to(TINY).as_posix(): path.read_bytes() for path in TINY.rglob("*.*")}

    def write(files: Files | None = None) -> Path:
        root = tmp_path_factory.mktemp("guide")
        for name, text in {**tiny, **(files or {})}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return root

    return write


@pytest.fixture(scope="session")
def whole(guide) -> Callable[..., Path]:
    """Writes the tiny guide with all it takes to build and review it, and `files` added; returns its root."""
    settings = (ROOT / "mkdocs.yml").read_text().partition("\nnav:\n")[0]
    linked = pages_linked(ROOT / "overrides") - {"index.md"} | {"emner.md", "kilder/index.md"}
    menu = "\nnav:\n" + "".join(f"  - Side: {name}\n" for name in ("index.md", "raad/moedet.md", *sorted(linked)))
    stub = "---\ntitle: En side\nsummary: En side, som rammen linker til.\nown_advice: true\n---\n\nLinket er her.\n"
    calls = {
        "ordliste.md": "{{ glossary() }}\n",
        "gaelder-i-dag.md": "{{ validity_topics() }}\n",
        "hent.md": "{{ downloads() }}\n",
        "om/aendringer.md": "{{ feed() }}\n\n## Nyt {#aendring-2026-11-22}\n\nSiden er ny.\n",
    }
    pages = {f"docs/{name}": f"{stub}\n{calls.get(name, '')}" for name in linked}
    book = (
        "kicker: Bog\nsubtitle: En lille bog\nexcerpt: Fra bogen\n"
        "parts:\n  - {id: raadet-bog, title: Rådet, lead: Om rådet., pages: [raad], alone: true}\n"
        "booklet: {id: haeftet, title: Hæftet, lead: Om mødet., pages: [raad]}\n"
        f"left_out: [index.md, {', '.join(sorted(linked))}]\n"
    )
    shared = {"data/book.yml": book} | {
        path: (ROOT / path).read_bytes() for path in ("data/house-words.yml", "data/labels.yml", "data/words.txt")
    }

    def write(files: Files | None = None) -> Path:
        root = guide({"mkdocs.yml": settings + menu, **pages, **shared, **(files or {})})
        for name in ("macros", "overrides"):
            (root / name).symlink_to(ROOT / name)
        shutil.copytree(ROOT / "data" / "offline", root / "data" / "offline")
        return root

    return write


@pytest.fixture(scope="session")
def load(guide) -> Callable[..., Content]:
    """The content of the tiny guide with `files` added, checked as a build checks it."""

    def read(files: Files | None = None) -> Content:
        content = load_content(guide(files))
        check_content(content)
        return content

    return read


@pytest.fixture(scope="session")
def labels() -> Labels:
    """The guide's labels by name, ‹sources›, so that no test hangs on their wording."""
    given = Labels.model_validate(load_file(ROOT / "data" / "labels.yml", ROOT).data)
    return Labels(**{group: {key: _named(key, text) for key, text in words.items()} for group, words in given})


def _named(key: str, text: str) -> str:
    holes = [f" {{{name}}}" for _, name, _, _ in Formatter().parse(text) if name]
    return f"‹{key}{''.join(holes)}›"


@pytest.fixture(scope="session")
def to_html() -> markdown.Markdown:
    """Markdown as mkdocs.yml and the macros set it up."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(extensions=[*config.markdown_extensions, Kept()], extension_configs=config.mdx_configs)


@pytest.fixture(scope="session")
def templates(labels) -> jinja2.Environment:
    """The templates of overrides/components/ with their labels, compiled once."""
    words = {"words": labels.words, "labels": labels, "site_name": "Prøveguiden", "site_url": "https://example.org/"}
    return environment(ROOT / "overrides" / "components", **words)


@pytest.fixture(scope="session")
def components(templates) -> Callable[..., Components]:
    """The components as a build makes them, for the page at `path`."""

    def make(content: Content, path: str) -> Components:
        return Components(content, templates, lambda: content.pages[path], Version(1_795_305_600, "0123456789abcdef"))

    return make


@pytest.fixture(scope="session")
def show(components, to_html) -> Callable[..., str]:
    """The HTML of a page: its component calls, then its Markdown, then its layout ("frame", "home") if it has one."""

    def render(content: Content, path: str, layout: str | None = None) -> str:
        made = components(content, path)
        calls = {name: past_markdown(getattr(made, name)) for name in CALLS}
        text = with_code_shown(content.pages[path].text)
        text = jinja2.Environment(comment_start_string="{!--").from_string(text).render(calls)
        html = to_html.reset().convert(text)
        if layout == "frame":
            return made.frame(path, html, get_toc(to_html.toc_tokens), STYLES)
        return made.home(path, html, STYLES) if layout == "home" else html

    return render


@pytest.fixture(scope="session")
def example_files() -> Callable[[dict], dict[str, str]]:
    """The files of an example (examples/*.yml): its data, and its page as docs/eksempel.md."""

    def files(example: dict) -> dict[str, str]:
        front = {"title": "Eksempel", "summary": "Et eksempel.", "own_advice": True} | example.get("front", {})
        page = f"---\n{json.dumps(front, ensure_ascii=False, indent=1)}\n---\n\n{example['page']}"
        data = {f"data/{name}": json.dumps(thing, indent=1) for name, thing in example.get("data", {}).items()}
        docs = {f"docs/{name}": text for name, text in example.get("docs", {}).items()}
        return {"docs/eksempel.md": page} | data | docs

    return files
