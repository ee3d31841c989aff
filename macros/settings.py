"""mkdocs.yml: what must stand there, and the menu, which names every page once."""

from collections.abc import Collection, Iterator
from pathlib import Path

from .files import Document, read_text
from .loading import load_text
from .problems import ContentError, Place, Problem, suggest

FILE = "mkdocs.yml"
MUST = ("site_name", "theme", "plugins", "markdown_extensions", "nav")


def load_settings(root: Path) -> Document:
    """mkdocs.yml of `root` as data with places. Raises ContentError when it cannot be read or lacks a part."""
    document = Document(FILE)
    text = read_text(root / FILE, document)
    if text is not None:
        load_text(text, document, tags=True)
    data = document.data if isinstance(document.data, dict) else {}
    for name in MUST if not document.problems else ():
        if not data.get(name):
            document.problem(Place(1), f"»{name}« mangler", "", f"git checkout {FILE}, og ret igen")
    if document.problems:
        raise ContentError(document.problems)
    return document


def check_menu(document: Document, pages: Collection[str]) -> None:
    """Raise ContentError when the menu names what is no page, a page twice, or not every page."""
    named: dict[str, Place] = {}
    menu = document.data["nav"]
    found = [
        Problem(FILE, document.value_at(("nav", index)), "punktet mangler en titel", str(entry), f"- Titel: {entry}")
        for index, entry in enumerate(menu if isinstance(menu, list) else [menu])
        if not isinstance(entry, dict)
    ]
    for path, name in _entries(menu, ("nav",)):
        at = document.value_at(path)
        if not isinstance(name, str) or name not in pages:
            write = suggest(str(name), pages) or "stien til en side, der findes i docs/"
            found.append(Problem(FILE, at, "menuen nævner en side, der ikke findes", str(name or ""), write))
        elif name in named:
            what = f"siden står to gange i menuen (første gang i linje {named[name].line})"
            found.append(Problem(FILE, at, what, name, "siden én gang"))
        else:
            named[name] = at
    for page in sorted(set(pages) - named.keys()):
        near = [place for name, place in named.items() if name.rpartition("/")[0] == page.rpartition("/")[0]]
        at = max(near, default=document.at(("nav",)))
        found.append(Problem(FILE, at, "siden står ikke i menuen", page, f"- {page} på en linje for sig selv i menuen"))
    if found:
        raise ContentError(found)


def _entries(value: object, path: tuple) -> Iterator[tuple[tuple, object]]:
    if isinstance(value, list):
        for index, inside in enumerate(value):
            yield from _entries(inside, (*path, index))
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield from _entries(inside, (*path, key))
    else:
        yield path, value
