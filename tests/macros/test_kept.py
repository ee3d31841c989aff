"""HTML that is marked goes through Markdown unread and unchanged."""

import markdown
import pytest

from macros.kept import BEGIN, END, Kept, keep, past_markdown


def converted(text: str) -> str:
    return markdown.Markdown(extensions=["md_in_html", "toc", Kept()]).convert(text)


@pytest.mark.parametrize("html", ["<p>*a* &amp; [b](c) # d</p>", "<div>\n\n# a\n\n    b\n\n<p hidden>c</p></div>"])
def test_marked_html_comes_out_as_it_was(html):
    assert converted(f"Før\n\n{keep(html)}\n\nefter") == f"<p>Før</p>\n{html}\n<p>efter</p>"


def test_it_may_stand_in_a_section_whose_heading_markdown_reads():
    made = converted(f"<section markdown>\n\n## Navn\n\n{keep('<dl><dt>*a*</dt></dl>')}\n\n</section>")
    assert '<h2 id="navn">Navn</h2>' in made
    assert "<dl><dt>*a*</dt></dl>" in made
    assert made.rstrip().endswith("</section>")


def test_it_may_stand_in_a_sentence():
    assert converted(f"Skriv til {keep('<a href=x>os</a>')} *nu*.") == "<p>Skriv til <a href=x>os</a> <em>nu</em>.</p>"


def test_a_component_with_something_for_markdown_stays_open_to_it():
    component = past_markdown(lambda title: f"<section markdown>\n\n## {title}\n\n</section>")
    assert '<h2 id="en-box">En box</h2>' in converted(component("En box"))


def test_marks_in_a_text_of_the_guide_end_nothing():
    made = converted(keep(f"<p>{END}*a*{BEGIN}</p>"))
    assert made == "<p>*a*</p>"
