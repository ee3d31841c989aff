"""The pages of docs/: prose and component calls, nothing else."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from macros.checks import check_content
from macros.content import load_content
from macros.reading import load_pages

ROOT = Path(__file__).parents[2]
PAGES = load_pages(ROOT / "docs", ROOT)
CALL = re.compile(r"^(\{\{.*\}\}|\{%.*%\})$", re.MULTILINE)
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
SAYS_NOTHING = {"her", "klik her", "læs her", "læs mere", "link", "mere", "se her", "siden", "denne side"}


def prose(page) -> str:
    return CALL.sub("", CODE.sub("", page.text))


def found(pattern: str, flags: int = re.MULTILINE) -> dict[str, list[str]]:
    """What a pattern finds in the prose, by page."""
    by_page = {path: re.findall(pattern, prose(page), flags) for path, page in PAGES.items()}
    return {path: matches for path, matches in by_page.items() if matches}


@pytest.fixture(scope="module")
def nav() -> list[str]:
    return re.findall(r"^\s*- (?:[^#\n]*: )?(\S+\.md)$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE)


def test_the_content_has_no_mistakes():
    check_content(load_content(ROOT))


def test_names_of_files_are_addresses():
    names = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*") if path.is_file()]
    assert [name for name in names if not re.fullmatch(r"([a-z0-9-]+/)*[a-z0-9-]+\.(md|png)", name)] == []


def test_every_page_is_in_the_menu_once_and_every_entry_is_a_page(nav):
    assert sorted(nav) == sorted(PAGES)


def test_every_folder_begins_with_its_own_page():
    assert {f"{Path(path).parent.as_posix()}/index.md" for path in PAGES if "/" in path} <= PAGES.keys()


def test_no_page_holds_html():
    assert found(r"</?[a-zA-Z][^>\n]*>|<!--") == {}


def test_no_page_holds_boxes_tabs_or_quotations_of_markdowns_own():
    assert found(r"^\s*(?:!!!|\?\?\?|===|:::|>).*") == {}


def test_braces_are_only_for_calls_and_for_the_ids_of_headings():
    assert {path: left for path, left in found(r".*[{}].*").items() if _without_ids(left)} == {}


def _without_ids(lines: list[str]) -> list[str]:
    return [line for line in lines if not re.fullmatch(r"#{2,4} [^{}]*\{#[a-z0-9-]+\}", line)]


def test_no_page_shows_a_picture_of_another_host():
    assert found(r"!\[[^\]]*\]\((?:https?:)?//[^)]*\)") == {}


def test_addresses_stand_in_links_where_the_check_of_links_sees_them():
    assert found(r"^\[[^\]^][^\]]*\]:.*") == {}
    assert found(r"(?<!\()\bhttps?://\S+") == {}


def test_links_say_where_they_lead():
    links = found(r"(?<!!)\[([^\]^][^\]]*)\]\(")
    assert {path: texts for path, texts in links.items() if SAYS_NOTHING & {text.lower() for text in texts}} == {}


def test_headings_go_down_one_level_at_a_time():
    for path, page in PAGES.items():
        levels = [1, *(len(marks) for marks in re.findall(r"^(#+) ", prose(page), re.MULTILINE))]
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_no_heading_ends_with_a_full_stop():
    assert found(r"^#+ [^{\n]*[.:;,] *(?=\{)") == {}
    assert [page.meta.title for page in PAGES.values() if page.meta.title.endswith((".", ":", ","))] == []


def test_a_summary_is_a_few_sentences_and_has_no_markdown():
    for path, page in PAGES.items():
        sentences = re.findall(r"[.!?](?=\s+[A-ZÆØÅ]|$)", page.meta.summary)
        assert (path, 1 <= len(sentences) <= 4, len(page.meta.summary) <= 320) == (path, True, True)
        assert not re.search(r"[*_`\[\]]", page.meta.summary), path


def test_every_page_but_a_decision_leads_on():
    ends = {
        path for path, page in PAGES.items() if not (page.meta.next or page.meta.see_also or page.links or page.calls)
    }
    assert {path for path in ends if not path.startswith("om/beslutninger/")} == set()
