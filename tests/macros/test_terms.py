"""The first use of a term explains itself."""

import pytest

from macros.models.reference import Term
from macros.terms import Explainer, words_of

LBR = Term(
    id="lbr",
    term="LBR",
    long="lokalt beskæftigelsesråd",
    definition="Et råd.",
    forms=("LBR'er", "lokalt beskæftigelsesråd"),
)
PLAN = Term(id="plan", term="plan", definition="En plan.", forms=("planer",))
HANDLINGSPLAN = Term(id="handlingsplan", term="plan for handling", definition="En plan for handling.")
QUIET = Term(id="job", term="job", definition="Et arbejde.", explain=False)


@pytest.fixture
def explained():
    """HTML with each mark as «id:word» (with ! where the text writes the word out itself) and each card as [id]."""
    explainer = Explainer([LBR, PLAN, HANDLINGSPLAN, QUIET])

    def explanation(term, shown, spelled):
        return f"«{term.id}:{shown}{'!' if spelled else ''}»", f"[{term.id}]"

    return lambda html: explainer.explain(html, explanation)


def test_only_the_first_use_is_marked_and_the_card_comes_once_at_the_end(explained):
    assert explained("<p>LBR og LBR</p><p>LBR</p>") == "<p>«lbr:LBR» og LBR</p><p>LBR</p>[lbr]"


def test_another_form_of_an_explained_term_is_not_marked_again(explained):
    assert explained("<p>plan, planer</p>") == "<p>«plan:plan», planer</p>[plan]"


def test_cards_come_in_the_order_of_their_words(explained):
    assert explained("<p>plan og LBR</p>").endswith("[plan][lbr]")


def test_a_page_without_terms_is_left_as_it_is(explained):
    assert explained("<p>Noget <b>andet</b> & mere</p>") == "<p>Noget <b>andet</b> & mere</p>"


@pytest.mark.parametrize(
    "tag", ["h1", "h2", "h3", "h4", "a", "button", "label", "summary", "th", "caption", "code", "nav", "dl", "form"]
)
def test_a_word_is_not_marked_where_no_button_may_stand(explained, tag):
    html = f"<{tag} class='x'>LBR <b>plan</b></{tag}>"
    assert explained(html) == html


def test_a_word_skipped_in_a_heading_is_marked_in_the_text_below_it(explained):
    assert explained("<h2>LBR</h2><p>LBR</p>") == "<h2>LBR</h2><p>«lbr:LBR»</p>[lbr]"


def test_what_follows_nested_skipped_tags_is_read_again(explained):
    html = "<nav><a href='#'>LBR</a> LBR <a>x</a></nav><p>LBR</p>"
    assert explained(html) == "<nav><a href='#'>LBR</a> LBR <a>x</a></nav><p>«lbr:LBR»</p>[lbr]"


def test_names_of_attributes_and_files_are_not_words(explained):
    html = '<p><img alt="LBR" src="plan.png"><input value="plan"></p>'
    assert explained(html) == html


def test_the_longest_form_wins(explained):
    assert explained("<p>plan for handling</p>") == "<p>«handlingsplan:plan for handling»</p>[handlingsplan]"
    assert explained("<p>planer</p>") == "<p>«plan:planer»</p>[plan]"


def test_a_part_of_a_word_is_not_the_word(explained):
    for text in ("planlægge", "årsplan", "mini-plan", "LBRs", "plan2"):
        assert explained(f"<p>{text}</p>") == f"<p>{text}</p>"


def test_a_compound_that_begins_with_the_word_explains_it(explained):
    assert explained("<p>LBR-midler</p>") == "<p>«lbr:LBR»-midler</p>[lbr]"


def test_a_word_at_the_beginning_of_a_sentence_is_found(explained):
    assert explained("<p>Planer er gode</p>") == "<p>«plan:Planer» er gode</p>[plan]"


def test_capitals_in_the_middle_of_an_abbreviation_must_be_right(explained):
    assert explained("<p>lbr og PLAN</p>") == "<p>lbr og PLAN</p>"


def test_a_text_that_writes_an_abbreviation_out_itself_is_told_so(explained):
    assert explained("<p>rådet (LBR)</p>") == "<p>rådet («lbr:LBR!»)</p>[lbr]"
    written = explained("<p>et lokalt beskæftigelsesråd</p>")
    assert written == "<p>et «lbr:lokalt beskæftigelsesråd!»</p>[lbr]"


def test_a_word_that_needs_no_explanation_is_left_alone(explained):
    assert explained("<p>job</p>") == "<p>job</p>"


def test_no_terms_find_no_words():
    assert words_of([]).search("LBR og det hele") is None
    assert Explainer([]).explain("<p>LBR</p>", lambda *_: ("x", "y")) == "<p>LBR</p>"


def test_signs_of_a_term_are_letters_not_patterns():
    word = words_of(["bek. nr. 1 (2007)"])
    assert word.search("se bek. nr. 1 (2007)")
    assert word.search("se bekx nr. 1 (2007)") is None
