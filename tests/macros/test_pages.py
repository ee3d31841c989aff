"""The pages' own structure: what stands where, and where its links lead."""

import jinja2
import pytest

from macros.content import FOLDERS
from macros.files import Document
from macros.pages import CALLS, Call, Page
from macros.reading import load_pages, with_code_shown

HEAD = "---\ntitle: Siden\nsummary: Kort.\nown_advice: true\n---\n"


@pytest.fixture
def page(tmp_path):
    """Reads a page of docs/raad/ that has a head and this text."""

    def read(text: str, head: str = HEAD) -> Page:
        path = tmp_path / "docs" / "raad" / "side.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(head + text)
        return load_pages(tmp_path / "docs", tmp_path)["raad/side.md"]

    return read


def told(page: Page) -> list[tuple[int, str]]:
    return [(problem.at.line, problem.what) for problem in page.document.problems]


def test_a_page_knows_its_head_its_text_and_its_address(page):
    made = page("\nTekst.\n")
    assert (made.meta.title, made.text, made.url) == ("Siden", "\nTekst.\n", "raad/side.html")
    assert made.document.file == "docs/raad/side.md"


def test_pages_come_in_the_order_of_their_paths(tmp_path):
    for name in ("b.md", "a/c.md", "a/b.md", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(HEAD)
    assert list(load_pages(tmp_path, tmp_path)) == ["a/b.md", "a/c.md", "b.md"]


def test_calls_are_noted_with_name_ids_line_and_the_level_they_stand_under(page):
    made = page(
        '{{ doors() }}\n## A {#a}\n{{ box("b") }}\n### B {#b-2}\n{{ page_cards("c.md", "d.md") }}\n'
        '{% call idea("e") %}\nTekst\n{% endcall %}\n## C {#c}\n{{ source("f", page="9") }}\n'
    )
    assert made.calls == [
        Call("doors", (), (6, 1), 1),
        Call("box", ("b",), (8, 1), 2),
        Call("page_cards", ("c.md", "d.md"), (10, 1), 3),
        Call("idea", ("e",), (11, 1), 3),
        Call("source", ("f", "9"), (15, 1), 2),
    ]
    assert [call.id for call in made.calls] == ["", "b", "c.md", "e", "f"]


@pytest.mark.parametrize(("marks", "level"), [("", 2), ("##", 3), ("###", 4), ("####", 4), ("######", 4)])
def test_a_components_heading_is_one_below_its_own_and_never_below_four(page, marks, level):
    heading = f"{marks} A {{#a}}\n" if marks else ""
    assert page(f'{heading}{{{{ box("b") }}}}\n').level("box", "b") == level


def test_the_level_of_what_is_not_called_is_that_of_the_page(page):
    assert page("## A {#a}\n").level("box", "b") == 2


def test_a_page_that_goes_back_to_a_higher_heading_goes_back_in_level(page):
    made = page('### A {#a}\n## B {#b}\n{{ box("c") }}\n')
    assert made.level("box", "c") == 3


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("netvaerk.md", "raad/netvaerk.md"),
        ("../index.md", "index.md"),
        ("../om/index.md#x", "om/index.md#x"),
        ("nye/../a.md", "raad/a.md"),
        ("/om/index.md", "om/index.md"),
        ("#start", "raad/side.md#start"),
        ("side.md#start", "raad/side.md#start"),
    ],
)
def test_a_link_is_resolved_from_the_page_it_stands_on(target, path):
    assert Page("raad/side.md", Document("docs/raad/side.md")).resolve(target) == path


def test_links_are_noted_with_their_places(page):
    made = page('[a](a.md) og [b](b.md "B")\n\n[over to\nlinjer](c.md)\n![billede](d.png)\n')
    assert made.links == [("a.md", (6, 5)), ("b.md", (6, 18)), ("c.md", (9, 9))]


def test_what_stands_in_a_block_of_code_is_not_read(page):
    made = page('```\n# x\n{{ box("b") }}\n[a](a.md)\n```\n~~~\n## y\n~~~\n')
    assert (told(made), made.calls, made.links, made.anchors) == ([], [], [], set())


def test_anchors_are_the_ids_of_the_headings(page):
    made = page("## A {#a}\n### B { #b .klasse }\n#### C {#c}  \n")
    assert (told(made), made.anchors) == ([], {"a", "b", "c"})


@pytest.mark.parametrize("line", ["Prisen er 5 {kr}", "{ .klasse }", "\\#uden mellemrum", "100 % {#x}"])
def test_what_only_looks_like_a_call_or_a_heading_is_text(page, line):
    made = page(f"{line}\n")
    assert (told(made), made.calls) == ([], [])


@pytest.mark.parametrize(
    "line", [' {{ box("b") }}', '> {{ box("b") }}', '{{ box("b") }} ', '{{box("b")}}', "{{ x }}", "{% if x %}"]
)
def test_a_call_stands_alone_and_outermost(page, line):
    what = "et kald af en komponent skal begynde med {{ og slutte med }} og stå alene, yderst til venstre"
    assert told(page(f"{line}\n")) == [(6, what)]


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference(tmp_path):
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf" + (HEAD + "## A {#a}\n").replace("\n", "\r\n").encode())
    made = load_pages(tmp_path, tmp_path)["a.md"]
    assert (told(made), made.anchors, made.text) == ([], {"a"}, "## A {#a}\n")


def test_a_mistake_in_the_head_has_its_own_line_and_does_not_hide_those_of_the_text(page):
    made = page("## A\n", HEAD.replace("summary", "sumary"))
    assert [line for line, _ in told(made)] == [2, 3, 6]


def test_every_component_is_called_with_the_id_of_something_or_with_none():
    assert set(CALLS.values()) <= {kind for kind, _ in FOLDERS.values()} | {
        "idea",
        "measurement",
        "page",
        "topic",
        None,
    }


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("Titel\n=====\n", 7, "en linje af = eller - under en tekst gør teksten til en overskrift uden id"),
        ("Titel\n---\n", 7, "en linje af = eller - under en tekst gør teksten til en overskrift uden id"),
        ("##Titel\n", 6, "overskriften mangler et fast id"),
        ("#titel\n", 6, "siden må ikke have en overskrift med ét #: titlen står i hovedet"),
        ("## {#a}\n", 6, "overskriften mangler en tekst"),
        ("## A {#æ}\n", 6, "id'et »æ« har en forkert form"),
        ('<h2 id="a">A</h2>\n', 6, "HTML kan ikke stå på en side"),
    ],
)
def test_every_way_to_write_a_heading_needs_an_id(page, text, line, what):
    assert told(page(text)) == [(line, what)]


def test_a_rule_between_texts_is_no_heading(page):
    assert told(page("Før\n\n---\n\nEfter\n")) == []


@pytest.mark.parametrize("line", ["> > > > > > > > dybt", " " * 60 + "- dybt"])
def test_what_is_nested_so_deep_that_it_could_break_the_parser_is_refused(page, line):
    assert told(page(f"{line}\n")) == [(6, "linjen er rykket for langt ind")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Et <b>fedt</b> ord.", "HTML kan ikke stå på en side"),
        ("![Et hus](https://example.org/a.png)", "et billede må ikke hentes hos andre"),
        ("![Et hus](http://[)", "et billede må ikke hentes hos andre"),
        ("![](hus.webp)", "billedet mangler en tekst til dem, der ikke kan se det"),
        ("![Et hus](hus.heic)", "billedet er i et format, som ikke alle kan vise"),
        ("![Et hus](hus.JPG)", "billedet er i et format, som ikke alle kan vise"),
        ("[a]: https://example.org/", "en adresse skal stå i selve linket"),
        ("[a](#a){: onclick=alert(1) }", "en side kan ikke give HTML-attributter"),
        ("Et &#1; og &#xd800;", "et usynligt tegn, som ikke må stå på en side"),
        ("En note.[^1]", "fodnoten »1« findes ikke"),
        ("[^1]: En note.", "ingen tekst henviser til fodnoten »1«"),
    ],
)
def test_what_cannot_be_checked_or_shown_everywhere_is_refused(page, text, what):
    assert {what for _, what in told(page(f"{text}\n"))} == {what}


@pytest.mark.parametrize(
    "text",
    ["`<b>`, `![](a)`, `[^1]`", "![Et hus](../hus.webp)", "Note.[^1]\n\n[^1]: Noten.", "5 < 6 &#229; {: .u-screen }"],
)
def test_what_looks_like_it_is_text(page, text):
    assert told(page(f"{text}\n")) == []


def test_a_block_of_code_that_never_ends_is_told_where_it_begins(page):
    made = page("A\n\n~~~\nB\n")
    assert told(made) == [(8, "blokken af kode slutter ikke")]
    assert made.document.problems[0].write.startswith("~~~ på en linje")


def test_a_block_of_code_may_hold_the_marks_of_another(page):
    assert told(page("~~~\n```\n~~~\n\nB\n")) == []


@pytest.mark.parametrize(
    "call",
    [
        '{{ box("a", 1/0) }}', '{{ box("a".__class__) }}', '{{ box("a", "b") }}', '{{ doors("a") }}',
        '{{ box("a", page="1") }}', '{{ source("a", pages="1") }}', '{{ source(page="1") }}', '{{ box("a\\") }}',
    ],
)  # fmt: skip
def test_a_call_takes_texts_alone_and_as_many_as_it_needs(page, call):
    [(line, what)] = told(page(f"{call}\n"))
    assert (line, what.split("« ")[1]) == (6, "kan ikke kaldes sådan")


def test_the_name_of_a_page_is_an_address(tmp_path):
    (tmp_path / "Råd og møde").mkdir()
    (tmp_path / "Råd og møde" / "Ny side.md").write_text(HEAD)
    [made] = load_pages(tmp_path, tmp_path).values()
    [problem] = made.document.problems
    assert (problem.what, problem.write) == ("filens navn er også sidens adresse", "raad-og-moede/ny-side.md")


def test_a_block_of_code_shows_a_call_and_does_not_make_it():
    shown = with_code_shown('```\n{{ box("a") }}\n{% endcall %}\n```\n{{ box("a") }}\n')
    assert jinja2.Template(shown).render(box=lambda id_: "BOX") == '```\n{{ box("a") }}\n{% endcall %}\n```\nBOX'
