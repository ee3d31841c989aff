"""The menu of mkdocs.yml, as the lists and names it is written with."""

from collections.abc import Iterator


def parts(nav: list) -> dict[str, str]:
    """The guide's parts by top folder or page, as the menu names them."""
    found: dict[str, str] = {}
    for entry in nav:
        for title, inside in entry.items():
            for path in paths(inside):
                found.setdefault(path.split("/")[0].removesuffix(".md"), title)
    return found


def paths(inside: str | dict | list) -> Iterator[str]:
    """The pages of the menu, or of a part of it, in order."""
    if isinstance(inside, str):
        yield inside
    else:
        for child in inside.values() if isinstance(inside, dict) else inside:
            yield from paths(child)
