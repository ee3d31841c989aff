"""What a model names of other files is found wherever it stands, so that checks.py can look it up."""

import pytest

from macros.content import FILES, FOLDERS
from macros.models.base import Citation
from macros.models.guidance import Box, Checklist, Item, Section
from macros.models.pathways import Task, TaskPlan
from macros.models.reference import Term
from macros.references import references

CITATION = Citation(source="kilden")


def found(model) -> set[tuple]:
    return set(references(model))


def test_a_name_directly_in_a_model_is_found():
    assert found(CITATION) == {(("source",), "source", "kilden")}


def test_a_name_that_may_be_left_out_is_found():
    box = Box(id="b", title="B", checklist="listen", own_advice=True)
    assert (("checklist",), "checklist", "listen") in found(box)
    assert (("topic",), "topic", "emnet") in found(Term(id="t", term="t", definition="d", topic="emnet"))


def test_what_is_left_out_names_nothing():
    assert found(Box(id="b", title="B", own_advice=True)) == set()


def test_names_in_a_list_are_found_with_their_place():
    box = Box(id="b", title="B", own_advice=True, topics=("et", "to"))
    assert found(box) == {(("topics", 0), "topic", "et"), (("topics", 1), "topic", "to")}


def test_names_deep_inside_are_found_with_their_whole_path():
    item = Item(id="i", text="x", source=CITATION)
    listed = Checklist(id="l", title="L", own_advice=True, sections=(Section(items=(item,)),))
    assert found(listed) == {(("sections", 0, "items", 0, "source", "source"), "source", "kilden")}


def test_a_target_is_a_page():
    plan = TaskPlan(id="p", title="P", tasks=(Task(task="t", results=("r",), to="a.md#b"),), source=CITATION)
    assert (("tasks", 0, "to"), "page", "a.md#b") in found(plan)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("se [her](/a.md#b) og der", "/a.md#b"),
        ('[x](/a.md "titel")', "/a.md"),
        ("[x]( /a.md )", "/a.md"),
        ("![x](https://example.org/x.png)", "https://example.org/x.png"),
        ("[x](javascript:alert(1))", "javascript:alert(1"),
        ("[a [b] c](d)", "d"),
    ],
)
def test_a_link_in_any_text_is_found(text, target):
    box = Box(id="b", title="B", own_advice=True, points=("x", text))
    assert (("points", 1), "link", target) in found(box)


def test_signs_that_no_text_may_hold_are_found():
    box = Box(id="b", title="{{ x }}", own_advice=True, intro="![x](/y.png)")
    assert {(("title",), "sign", "{"), (("intro",), "sign", "![")} <= found(box)


@pytest.mark.parametrize("model", [model for _, model in FOLDERS.values()] + list(FILES.values()))
def test_every_field_called_by_the_name_of_a_kind_is_a_reference(model):
    """source, topics, checklist … must be marked with Ref, else nothing checks that they exist."""
    kinds = {"source", "topic", "topics", "checklist", "group", "homes", "to"}
    for part in _models(model):
        for name, field in part.model_fields.items():
            if name in kinds and not any(hasattr(each, "model_fields") for each in _classes(field.annotation)):
                assert "Ref(" in f"{field.annotation} {field.metadata}", f"{part.__name__}.{name}"


def _models(model) -> set:
    found, waiting = set(), [model]
    while waiting:
        part = waiting.pop()
        if part in found:
            continue
        found.add(part)
        for field in part.model_fields.values():
            waiting += [each for each in _classes(field.annotation) if hasattr(each, "model_fields")]
    return found


def _classes(annotation) -> list:
    inside = [each for part in getattr(annotation, "__args__", ()) for each in _classes(part)]
    return inside or [annotation]
