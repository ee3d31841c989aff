"""The built pages, as the tests name them."""

from pathlib import Path

SITE = Path(__file__).parent.parent / "site"


def page_names() -> list[str]:
    """Every page of the built site, as a path from its top."""
    return sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
