"""A guide grown for a measurement is as right as the real one."""

from bench.grow import grown
from macros.checks import check_content
from macros.content import load_content


def test_a_guide_with_as_many_copies_as_pages_has_no_mistake(root, tmp_path):
    pages = 2 * len(list((root / "docs").rglob("*.md")))
    grown(tmp_path, pages)
    content = load_content(tmp_path)
    check_content(content)
    assert len(content.pages) == pages
