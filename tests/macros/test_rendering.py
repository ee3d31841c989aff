"""Markdown of the data, links from page to page, and dates in words."""

from datetime import date

import pytest

from macros.rendering import danish_date, environment, relative
from macros.validation import slug


@pytest.fixture
def md(tmp_path, load):
    """A text of the data as a component shows it on docs/raad/moedet.md."""
    page = load().pages["raad/moedet.md"]
    template = environment(tmp_path).from_string("{{ text | md }}")
    return lambda text: template.render(text=text, page=page)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain tekst.", "Plain tekst."),
        ("1. januar 2019", "1. januar 2019"),
        ("# 5 > 3", "# 5 &gt; 3"),
        ("Et *vigtigt* ord", "Et <em>vigtigt</em> ord"),
        ("Et **vigtigt** ord", "Et <strong>vigtigt</strong> ord"),
        ("`kode`", "<code>kode</code>"),
        ("Et afsnit\n\nog et til", "<p>Et afsnit</p>\n<p>og et til</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ],
)
def test_markdown_becomes_html_and_a_single_paragraph_loses_its_tag(md, text, html):
    assert md(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<b>fed</b> og *kursiv*", "&lt;b&gt;fed&lt;/b&gt; og <em>kursiv</em>"),
        ('"><img src=x onerror=alert(1)>', '"&gt;&lt;img src=x onerror=alert(1)&gt;'),
        ("<!-- skjult -->", "&lt;!-- skjult --&gt;"),
        ("LO & DA", "LO &amp; DA"),
        ("LO &amp; DA", "LO &amp;amp; DA"),
        ("{{ 7*7 }} {% x %}", "{{ 7*7 }} {% x %}"),
        ("<https://example.org>", "&lt;https://example.org&gt;"),
    ],
)
def test_html_in_the_data_is_shown_not_obeyed(md, text, html):
    shown = md(text).replace("&#34;", '"')
    assert shown.replace("<em>7</em>", "*7*") == html


def test_a_picture_is_not_fetched_and_an_address_apart_from_its_link_is_text(md):
    assert "<img" not in md("![x](https://example.org/x.png)")
    assert "<a" not in md("[x][1]\n\n[1]: javascript:alert(1)")
    assert "<a" not in md("[x]\n\n[x]: javascript:alert(1)")


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("/raad/netvaerk.md", "netvaerk.html"),
        ("/index.md", "../index.html"),
        ("/om/a.md#b", "../om/a.html#b"),
        ("/raad/moedet.md#start", "#start"),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_of_the_data_leads_from_the_page_it_is_shown_on(md, target, href):
    assert md(f"Se [det]({target}) nu") == f'Se <a href="{href}">det</a> nu'


def test_two_texts_do_not_know_of_each_other(md):
    md("[x]: /index.md\n\n*a*")
    assert md("*b* [x]") == "<em>b</em> [x]"


@pytest.mark.parametrize(
    ("target", "page", "address"),
    [
        ("a.md", "b.md", "a.html"),
        ("a.md#x", "b.md", "a.html#x"),
        ("a.md#x", "a.md", "#x"),
        ("a.md", "a.md", "a.html"),
        ("a.md", "x/b.md", "../a.html"),
        ("x/a.md", "b.md", "x/a.html"),
        ("x/a.md", "x/b.md", "a.html"),
        ("x/y/a.md", "x/b.md", "y/a.html"),
        ("x/a.md", "y/b.md", "../x/a.html"),
        ("x/index.md", "x/y/z/b.md", "../../index.html"),
    ],
)
def test_an_address_is_relative_to_the_page(target, page, address):
    assert relative(target, page) == address


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "22. november 2026"),
        (date(2027, 1, 1), "1. januar 2027"),
        (date(2024, 12, 31), "31. december 2024"),
    ],
)
def test_a_date_is_written_in_danish(day, words):
    assert danish_date(day) == words


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Årets dagsorden", "aarets-dagsorden"),
        ("Før & efter", "foer-efter"),
        ("Æble-Øl", "aeble-oel"),
        ("§ 56", "56"),
        ("é", "e"),
        ("–", ""),
    ],
)
def test_danish_words_make_an_id(text, id_):
    assert slug(text) == id_


def test_a_name_that_a_template_does_not_know_is_an_error_not_silence(tmp_path):
    with pytest.raises(Exception, match="words"):
        environment(tmp_path).from_string("{{ words.findes_ikke }}").render()


def test_templates_escape_and_know_the_words_they_are_given(tmp_path):
    made = environment(tmp_path, words={"more": "<Mere>"})
    assert made.from_string('{{ words.more }} {{ "Årets" | slug }}').render() == "&lt;Mere&gt; aarets"
