"""`python -m macros.review`: everything that is wrong with the guide's content, in one message, without building it."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from ..checks import check_content
from ..content import Content, load_content
from ..language import can_spell
from ..problems import ContentError, Problem
from ..publish.book import printed_pages
from ..publish.book_faults import unprintable
from ..required import check_required
from ..settings import check_menu, load_settings
from .rules import house_rules
from .spelling import heavy_pages, misspellings, own_words

NO_SPELLING = "Stavningen er ikke set efter: hunspell mangler. På Debian: apt-get install hunspell hunspell-da"


def review(root: Path, day: date) -> tuple[int, tuple[Problem, ...]]:
    """How many pages the guide below `root` has, and everything wrong with its content on a day.

    Language is looked at when the content can be read; raises ContentError when it cannot.
    """
    content = load_content(root)
    check_required(content, root / "overrides")
    found = [*_told(lambda: check_content(content)), *_told(lambda: check_menu(load_settings(root), content.pages))]
    found += [*house_rules(content), *heavy_pages(content), *overdue(content, day)]
    found += unprintable(content, printed_pages(content, content.pages))
    if can_spell():
        found += misspellings(content, own_words(root))
    return len(content.pages), ContentError(found).problems


def overdue(content: Content, day: date) -> Iterator[Problem]:
    """The topics that should have been looked at again before a day."""
    document = content.documents["validity", "validity"]
    for index, topic in enumerate(content.validity.topics):
        if topic in content.validity.overdue(day):
            at, what = document.value_at(("topics", index, "next_review")), f"emnet »{topic.title}« skal ses efter"
            write = "en ny dato, når du har undersøgt, hvad der gælder nu"
            yield Problem(document.file, at, what, f"next_review: {topic.next_review}", write)


def _told(check: Callable[[], None]) -> tuple[Problem, ...]:
    try:
        check()
    except ContentError as error:
        return error.problems
    return ()


def main(root: Path) -> int:
    """Tell of everything on stderr. Returns 0 when there is nothing to tell, else 1."""
    try:
        pages, problems = review(root, date.today())
    except ContentError as error:
        pages, problems = 0, error.problems
    if not can_spell():
        print(NO_SPELLING, file=sys.stderr)
    if not problems:
        print(f"Alt er i orden: {pages} sider er set igennem.")
        return 0
    told = [*map(str, problems), f"{len(problems)} fejl i alt." if len(problems) > 1 else "1 fejl."]
    print("\n\n".join(told), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(Path()))
