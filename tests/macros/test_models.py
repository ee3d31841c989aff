"""What the models work out by themselves, and what they refuse as a whole."""

from datetime import date

import pytest
from pydantic import ValidationError

from macros.models.base import Citation, Link
from macros.models.documents import Column, Document, Field_
from macros.models.documents import Section as DocumentSection
from macros.models.guidance import Box, Checklist, Example, Flow, Item, Section, Voice
from macros.models.ideas import Idea, IdeaGroup, IdeaSet
from macros.models.pages import PageMeta
from macros.models.pathways import Pathway, Stage, Step
from macros.models.reference import Publisher, Source, Term
from macros.models.validity import Topic
from macros.models.words import Labels

CITATION = Citation(source="kilden")


def idea(id_: str) -> Idea:
    return Idea(id=id_, title=id_, short=id_, steps=("Gør det",))


def ideas(*groups: tuple[str, ...]) -> IdeaSet:
    made = tuple(IdeaGroup(id=f"g-{n}", title="G", ideas=tuple(map(idea, ids))) for n, ids in enumerate(groups))
    return IdeaSet(id="saet", title="S", lead="L", source="kilden", groups=made)


def pathway(*stages: tuple[int, ...]) -> Pathway:
    made = tuple(Stage(steps=tuple(Step(to="a.md", text="t", why="w", minutes=n) for n in steps)) for steps in stages)
    return Pathway(id="p", title="P", door="D", lead="L", page="a.md", order=1, stages=made)


def section(*ids: str) -> Section:
    return Section(items=tuple(Item(id=id_, text=id_) for id_ in ids))


def test_ideas_are_numbered_through_the_groups_of_their_set():
    given = ideas(("a", "b"), ("c",))
    assert [(each.id, given.number_of(each)) for each in given.ideas] == [("a", 1), ("b", 2), ("c", 3)]


@pytest.mark.parametrize("groups", [(), ((),)])
def test_a_set_without_ideas_is_refused(groups):
    with pytest.raises(ValidationError, match="sættet har ingen idéer"):
        ideas(*groups)


def test_a_pathway_takes_the_minutes_of_all_its_steps():
    assert pathway((1, 2), (30,)).minutes == 33
    assert pathway().minutes == 0


@pytest.mark.parametrize("minutes", [0, 241])
def test_a_step_takes_between_a_minute_and_four_hours(minutes):
    with pytest.raises(ValidationError):
        pathway((minutes,))


def test_the_items_of_a_checklist_are_those_of_its_sections_in_order():
    listed = Checklist(id="l", title="L", own_advice=True, sections=(section("a", "b"), section("c")))
    assert [item.id for item in listed.items] == ["a", "b", "c"]


def test_a_checklist_of_ideas_has_no_items_of_its_own():
    assert Checklist(id="l", title="L", own_advice=True, ideas="saet").items == ()


@pytest.mark.parametrize("given", [{}, {"sections": (section("a"),), "ideas": "saet"}])
def test_a_checklist_has_either_items_or_ideas(given):
    with pytest.raises(ValidationError, match="skriv enten sections eller ideas"):
        Checklist(id="l", title="L", own_advice=True, **given)


@pytest.mark.parametrize("given", [{}, {"sources": (CITATION,), "own_advice": True}])
def test_a_box_a_checklist_and_a_page_say_where_they_are_from(given):
    for make in (
        lambda: Box(id="b", title="B", **given),
        lambda: Checklist(id="l", title="L", sections=(section("a"),), **given),
        lambda: PageMeta(title="P", summary="S", **given),
    ):
        with pytest.raises(ValidationError, match="skriv enten sources eller own_advice: true"):
            make()


def test_the_fields_of_a_document_are_those_of_its_sections_in_order():
    fields = tuple(Field_(id=id_, label=id_, kind="text") for id_ in "abc")
    sections = (
        DocumentSection(id="s-1", title="S", fields=fields[:2]),
        DocumentSection(id="s-2", title="S"),
        DocumentSection(id="s-3", title="S", fields=fields[2:]),
    )
    document = Document(id="d", title="D", intro="I", part="haandbogen", sections=sections)
    assert [field.id for field in document.fields] == ["a", "b", "c"]
    assert (document.own_wording, document.legal, document.personal) == (True, False, False)


COLUMNS = (Column(id="navn", label="Navn"), Column(id="dato", label="Dato", kind="date"))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": "choice"}, "choices hører til"),
        ({"kind": "text", "choices": ("a",)}, "choices hører til"),
        ({"kind": "table"}, "columns hører til"),
        ({"kind": "date", "columns": COLUMNS}, "columns hører til"),
        ({"kind": "table", "columns": COLUMNS, "rows": (("a",),)}, "lige så mange celler"),
        ({"kind": "text", "rows": (("a",),)}, "lige så mange celler"),
    ],
)
def test_a_field_has_what_its_kind_needs_and_nothing_else(given, sentence):
    with pytest.raises(ValidationError, match=sentence):
        Field_(id="f", label="F", **given)


def test_a_table_may_have_rows_with_empty_cells():
    assert Field_(id="f", label="F", kind="table", columns=COLUMNS, rows=(("Anna", ""),)).rows == (("Anna", ""),)


@pytest.mark.parametrize("id_", ["a", "boks-2-2", "2026-plan", "a" * 60])
def test_an_id_is_small_letters_digits_and_single_hyphens(id_):
    assert Voice(id=id_, name="N", role="R", says="S", source=CITATION).id == id_


@pytest.mark.parametrize("id_", ["", "A", "æ", "a_b", "a--b", "-a", "a-", "a b", "a\n", "a" * 61])
def test_any_other_id_is_refused(id_):
    with pytest.raises(ValidationError):
        Voice(id=id_, name="N", role="R", says="S", source=CITATION)


@pytest.mark.parametrize("target", ["index.md", "haandbogen/netvaerk.md", "ordliste.md#ord-lbr"])
def test_a_target_is_a_page_of_docs_with_or_without_a_place(target):
    assert Link(to=target, text="T").to == target


@pytest.mark.parametrize("target", ["", "a", "a.html", "A.md", "ærø.md", "a.md#", "a.md#A", "https://a.dk/", "a.md?b"])
def test_any_other_target_is_refused(target):
    with pytest.raises(ValidationError):
        Link(to=target, text="T")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "www.a.dk", "/a", "//a.dk", "https://", "https://a.dk/ b"])
def test_an_address_a_reader_can_follow_begins_with_http(url):
    with pytest.raises(ValidationError):
        Publisher(statement=url)
    assert Publisher(statement="https://a.dk/b").statement == "https://a.dk/b"


def test_a_text_is_never_empty_and_has_no_blanks_around_it():
    assert Example(id="e", title=" T\n", text="x", source=CITATION).title == "T"
    with pytest.raises(ValidationError):
        Example(id="e", title=" \n", text="x", source=CITATION)


def test_a_model_is_frozen_and_knows_no_other_fields():
    with pytest.raises(ValidationError, match="frozen"):
        CITATION.source = "en-anden"
    with pytest.raises(ValidationError, match="extra"):
        Citation(source="kilden", side="4")


def test_a_date_is_read_as_a_date():
    given = {"id": "t", "title": "T", "group": "g", "short": "s", "then": "t", "now": "n", "certainty": "likely"}
    topic = Topic.model_validate(given | {"next_review": "2027-06-01"})
    assert (topic.next_review, topic.since) == (date(2027, 6, 1), None)


def test_what_may_be_left_out_has_its_default():
    flow = Flow(id="f", title="F", steps=(), source=CITATION)
    term = Term(id="t", term="t", definition="d")
    source = Source(id="s", title="T", short="S", about="A", publisher="P", year="2006", parts=())
    assert (flow.kind, term.explain, term.forms, source.doubts) == ("steps", True, (), ())


def test_labels_are_texts_by_name():
    labels = Labels(words={"a": "x"}, part_types={}, measures={}, things={}, types={}, search_kinds={}, certainty={})
    assert labels.words["a"] == "x"
    with pytest.raises(ValidationError):
        Labels(words={"a": ""}, part_types={}, measures={}, things={}, types={}, search_kinds={}, certainty={})
