"""What the guide cannot be without is told of when it is not there."""

import pytest

from macros.content import load_content
from macros.problems import ContentError
from macros.required import check_required, pages_linked, words_used

PAGE = "---\ntitle: A\nsummary: B.\nown_advice: true\n---\n"
CALLS = {"docs/hent.md": PAGE + "\n{{ downloads() }}\n", "docs/om/aendringer.md": PAGE + "\n{{ feed() }}\n"}
BOOK = """
kicker: Bog
subtitle: En bog
excerpt: Fra bogen
parts: [{id: del, title: Del, lead: En del., pages: [raad]}]
booklet: {id: haefte, title: Hæfte, lead: Et hæfte., pages: [raad]}
left_out: [index.md]
"""


@pytest.fixture
def told(guide, root):
    """What is told of the tiny guide with the guide's own labels, changed, and these files."""

    def read(files: dict, *change: tuple[str, str]) -> list[tuple[str, str]]:
        labels = (root / "data" / "labels.yml").read_text()
        for old, new in change:
            assert old in labels
            labels = labels.replace(old, new, 1)
        linked = {f"docs/{name}": PAGE for name in pages_linked(root / "overrides")}
        content = load_content(guide({"data/labels.yml": labels, "data/book.yml": BOOK} | linked | CALLS | files))
        try:
            check_required(content, root / "overrides")
        except ContentError as error:
            return [(f"{problem.file}:{problem.at.line}", problem.what) for problem in error.problems]
        return []

    return read


def test_the_labels_of_the_guide_are_all_there(told):
    assert told({}) == []


def test_a_file_that_every_page_uses_is_missed(guide, root):
    tiny = guide({f"docs/{name}": PAGE for name in pages_linked(root / "overrides")} | CALLS)
    (tiny / "data" / "validity.yml").unlink()
    (tiny / "docs" / "raad" / "moedet.md").unlink()
    with pytest.raises(ContentError) as error:
        check_required(load_content(tiny), root / "overrides")
    told = [(problem.file, problem.what) for problem in error.value.problems]
    assert told == [(f"data/{name}.yml", "filen mangler") for name in ("book", "labels", "validity")]


def test_a_page_that_the_frame_links_to_is_missed(guide, root):
    with pytest.raises(ContentError) as error:
        check_required(load_content(guide()), root / "overrides")
    assert "docs/om/privatliv.md" in {problem.file for problem in error.value.problems}


def test_a_page_for_the_feed_and_one_for_the_files_are_missed(told):
    assert told(dict.fromkeys(CALLS, PAGE)) == [
        ("docs/hent.md:1", "ingen side kalder »downloads«, som guiden ikke kan undvære"),
        ("docs/om/aendringer.md:1", "ingen side kalder »feed«, som guiden ikke kan undvære"),
    ]


def test_a_word_that_a_template_uses_is_missed(told):
    assert told({}, ("  status: ", "  stattus: ")) == [("data/labels.yml:1", "ordet »status« mangler under »words«")]


@pytest.mark.parametrize("text", ['"Mere: {titel}"', '"{title!r}"', '"Mere: {title"', '"Mere: {}"', '"{title.x}"'])
def test_a_word_can_only_be_filled_with_what_its_component_has(told, text):
    [(where, what)] = told({}, ('"Mere: {title}"', text))
    assert (where, what) == ("data/labels.yml:4", "»status_more« kan kun fyldes ud med det, komponenten har")


def test_every_kind_of_part_and_every_certainty_has_a_word(told):
    [(_, what)] = told({}, ("  certain: ", "  sikkert: "))
    assert what == "ordet »certain« mangler under »certainty«"


def test_the_words_of_the_templates_are_found_with_what_is_filled_in(tmp_path):
    (tmp_path / "a.html").write_text('{{ words.one }} {{ words.two.format(a=1, b="x") }}')
    assert words_used(tmp_path) == {"one": set(), "two": {"a", "b"}}
