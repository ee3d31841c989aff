"""The index from A to Å."""

from macros.subjects import danish_order, subjects_of

GLOSSARY = """\
terms:
  - {id: aarsplan, term: årsplan, definition: En plan for et år.}
  - {id: lbr, term: LBR, long: lokalt beskæftigelsesråd, definition: Et råd.}
  - {id: ord, term: ord, definition: Ingen side bruger det.}
"""
PAGE = """\
---
title: Om LBR
summary: Kort.
own_advice: true
---

## Hvad LBR gør {#goer}

Her er en årsplan.
"""


def test_letters_come_in_danish_order_without_signs_and_capitals():
    names = ["Århus", "Ølgod", "ærlig", "zebra", "A-kasse", "akademi", "§ 56", "B"]
    assert sorted(names, key=danish_order) == ["§ 56", "akademi", "A-kasse", "B", "zebra", "ærlig", "Ølgod", "Århus"]


def test_a_term_leads_to_the_glossary_then_to_headings_that_name_it_else_to_pages_that_use_it(load):
    subjects = subjects_of(load({"data/glossary.yml": GLOSSARY, "docs/lbr.md": PAGE}))
    places = {subject.name: [target for _, target in subject.places] for each in subjects.values() for subject in each}
    assert places["LBR, lokalt beskæftigelsesråd"] == ["ordliste.md#ord-lbr", "lbr.md", "lbr.md#goer"]
    assert places["Årsplan"] == ["ordliste.md#ord-aarsplan", "lbr.md"]
    assert places["Ord"] == ["ordliste.md#ord-ord"]


def test_letters_of_addresses_ids_and_code_are_no_use_of_a_word(load):
    text = PAGE + "\n## Noter {#ord}\n\nSe [noten](/index.md) og [den anden](ord.md), `ord` og\n\n```\nord\n```\n"
    content = load({"data/glossary.yml": GLOSSARY, "docs/lbr.md": text, "docs/ord.md": PAGE})
    assert "ord" not in content.pages_with
    assert [page.path for page in content.pages_with["aarsplan"]] == ["lbr.md", "ord.md"]


def test_a_box_leads_to_the_place_where_it_is_shown(load):
    [subject] = subjects_of(load())["D"]
    assert (subject.name, subject.places) == ("Dagsorden", (("Mødet", "raad/moedet.md#dagsorden"),))


def test_letters_come_in_danish_order(load):
    assert list(subjects_of(load({"data/glossary.yml": GLOSSARY}))) == ["D", "L", "O", "Å"]
