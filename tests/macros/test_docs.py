"""The pages of docs/: prose and component calls, nothing else."""

import re
from pathlib import Path

from macros.checks import check_content
from macros.content import load_content
from macros.review.rules import house_rules
from macros.review.spelling import heavy_pages, misspellings, own_words
from macros.settings import check_menu, load_settings

ROOT = Path(__file__).parents[2]
CONTENT = load_content(ROOT)
PAGES = CONTENT.pages
READERS_ABOUT = "aendringer index laeg-guiden-op privatliv rettigheder tilgaengelighed virker-alt".split()


def test_the_content_has_no_mistakes():
    check_content(CONTENT)


def test_the_prose_is_as_the_house_writes_it():
    assert [str(problem) for problem in house_rules(CONTENT)] == []


def test_no_page_is_too_heavy_where_it_is_written():
    assert [str(problem) for problem in heavy_pages(CONTENT)] == []


def test_no_word_of_the_sources_is_misspelt():
    assert [str(problem) for problem in misspellings(CONTENT, own_words(ROOT))] == []


def test_names_of_files_are_addresses():
    names = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*") if path.is_file()]
    assert [name for name in names if not re.fullmatch(r"([a-z0-9-]+/)*[a-z0-9-]+\.(md|png|webp)", name)] == []


def test_every_page_is_in_the_menu_once_and_every_entry_is_a_page():
    check_menu(load_settings(ROOT), PAGES)


def test_every_folder_begins_with_its_own_page():
    assert {f"{Path(path).parent.as_posix()}/index.md" for path in PAGES if "/" in path} <= PAGES.keys()


def test_every_page_but_a_decision_leads_on():
    ends = {
        path for path, page in PAGES.items() if not (page.meta.next or page.meta.see_also or page.links or page.calls)
    }
    assert {path for path in ends if not path.startswith("om/beslutninger/")} == set()


def test_pages_for_those_who_make_the_guide_stay_out_of_its_search():
    """A new page of om/ is either for readers, and then named here, or has search_weight: 0."""
    readers = {f"om/{name}.md" for name in READERS_ABOUT}
    found = {path for path, page in PAGES.items() if path.startswith("om/") and page.meta.search_weight}
    assert found == readers
