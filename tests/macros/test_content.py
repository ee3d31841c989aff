"""data/ and docs/ as one whole: what belongs to what."""

import pytest

from macros.content import Content, anchor, anchors_of
from macros.problems import ContentError

IDEAS = """\
id: saet
title: Sættet
lead: I kort form
source: kilden
groups:
  - id: alle
    title: Alle
    ideas:
      - {id: spoerg, title: Spørg, short: Spørg, steps: [Spørg]}
      - {id: svar, title: Svar, short: Svar, steps: [Svar]}
"""
PAGE = """\
---
title: Idéer
summary: Alle idéer om LBR.
own_advice: true
topics: [raadet]
---

## Idéer {#ideer}

{% call idea("svar") %}
Svar på LBR's spørgsmål.
{% endcall %}

{% call idea("spoerg") %}
Spørg om LBR-midler.
{% endcall %}
"""
GLOSSARY = """\
terms:
  - {id: lbr, term: LBR, definition: Et råd.}
  - {id: midler, term: midler, definition: Penge.}
"""
FILES = {"data/ideas/saet.yml": IDEAS, "docs/ideer.md": PAGE, "data/glossary.yml": GLOSSARY}


@pytest.fixture
def content(load) -> Content:
    return load(FILES)


def test_an_idea_has_its_number_from_its_set_not_from_its_page(content):
    assert [content.numbered(id_)[1] for id_ in ("svar", "spoerg")] == [2, 1]
    assert content.sets_of["svar"].id == "saet"


def test_each_thing_knows_its_file(content):
    assert content.document_of("box", "dagsorden").file == "data/boxes/dagsorden.yml"
    assert content.document_of("idea", "svar").file == "data/ideas/saet.yml"


def test_each_thing_knows_the_place_where_it_is_shown(content):
    assert content.homes[("idea", "svar")] == "ideer.md#svar"
    assert content.homes[("box", "dagsorden")] == "raad/moedet.md#dagsorden"


def test_topics_come_in_the_order_they_are_asked_for(content):
    assert [topic.id for topic in content.topics(("raadet",))] == ["raadet"]
    assert content.topics(()) == []


def test_a_topic_knows_the_pages_that_name_it(content):
    assert [page.path for page in content.used_on["raadet"]] == ["ideer.md", "raad/moedet.md"]


def test_a_term_knows_the_pages_that_use_the_whole_word(content):
    assert [page.path for page in content.pages_with["lbr"]] == ["ideer.md"]
    assert content.pages_with["midler"] == []


def test_links_can_lead_to_headings_and_to_components(content):
    assert anchors_of(content)["ideer.md"] == {"ideer", "svar", "spoerg"}
    assert anchors_of(content)["raad/moedet.md"] == {"start", "dagsorden"}


def test_links_can_lead_to_terms_topics_and_a_boxs_checklist(load):
    box = "id: pakning\ntitle: Pakning\nown_advice: true\nchecklist: pakkeliste\n"
    listed = "id: pakkeliste\ntitle: L\nown_advice: true\nsections:\n  - items:\n      - {id: sko, text: Sko}\n"
    calls = '{{ glossary() }}\n\n{{ validity_topics() }}\n\n{{ box("pakning") }}\n\n{{ source("kilden") }}\n'
    page = f"---\ntitle: Alt\nsummary: Alt.\nown_advice: true\n---\n\n{calls}"
    files = {"data/boxes/pakning.yml": box, "data/checklists/pakkeliste.yml": listed, "docs/alt.md": page}
    anchors = anchors_of(load({**files, "data/glossary.yml": GLOSSARY}))["alt.md"]
    assert anchors == {"ord-lbr", "ord-midler", "raadet", "pakning", "pakkeliste"}


def test_the_anchor_of_a_term_follows_from_its_id(content):
    assert [anchor(term) for term in content.glossary.terms] == ["ord-lbr", "ord-midler"]


def test_a_thing_is_found_by_kind_and_file(content):
    assert content.thing("box", "dagsorden").title == "Dagsorden"
    assert content.thing("glossary", "glossary") is content.glossary
    assert content.thing("box", "findes-ikke") is None


def test_a_list_that_is_left_out_is_empty(load):
    content = load()
    assert (content.glossary.terms, content.publisher.name) == ((), None)


def test_only_data_files_are_read(load):
    files = {
        "data/schemas/box.json": "{",
        "data/offline/LÆS-MIG.txt": "hej",
        "data/boxes/.gitkeep": "",
        "docs/a.txt": "x",
    }
    assert load(files).things["box"].keys() == {"dagsorden"}


def test_mistakes_in_data_and_pages_are_told_together(load):
    with pytest.raises(ContentError) as error:
        load({"data/boxes/ny.yml": "", "docs/ny.md": "", "data/ny.yml": ""})
    assert [problem.file for problem in error.value.problems] == ["data/boxes/ny.yml", "data/ny.yml", "docs/ny.md"]


def test_mistakes_between_files_are_told_together(load):
    with pytest.raises(ContentError) as error:
        load(
            {
                **FILES,
                "docs/ideer.md": PAGE.replace('"svar"', '"svra"').replace("[raadet]", "[rodet]") + "\n[x](y.md)\n",
            }
        )
    assert [problem.at.line for problem in error.value.problems if problem.file == "docs/ideer.md"] == [5, 10, 18]
