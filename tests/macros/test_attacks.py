"""What somebody writes into the data, by mistake or by malice, is shown or refused, never obeyed.

Each attack stands in every free text of every example (examples/*.yml) and in the head of its page.
"""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.content import FOLDERS
from macros.loading import load_file
from macros.models.pages import PageMeta
from macros.pages import CALLS
from macros.problems import ContentError
from macros.schemas import schemas

FOLDER = Path(__file__).parent / "examples"
SCHEMAS = schemas()
HEAD = PageMeta.model_json_schema()
NAMES = sorted(path.stem for path in FOLDER.glob("*.yml"))
SHOWN_FILES = {"glossary", "publisher", "validity"}
FROM_TEXTS = {"frame", "glossary", "subject_index"}  # explained words and letters follow from what the texts say
REFUSED = {
    "script link": "[x](javascript:alert(1))",
    "picture": "![x](https://example.org/x.png)",
    "template": "{{ 7*7 }}",
    "attribute list": "x {: onclick=alert(1) }",
}
SIGNS = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> ' onmouseover='alert(1) &lt;script&gt; --> ]]> \\"
ATTACKS = {
    "signs": SIGNS,
    "address": "javascript:alert(1)",
    "reference": "a\n\n[x][1]\n\n[1]: javascript:alert(1)",
}


def replaced(value, schema: dict, defs: dict, text: str):
    """`value` with `text` in the place of every string that may hold any text; ids, links, kinds and dates stay."""
    for part in schema.get("anyOf", [schema]):
        if "$ref" in part:
            return replaced(value, defs[part["$ref"].split("/")[-1]], defs, text)
        if part.get("type") == "object":
            return {key: replaced(below, part["properties"][key], defs, text) for key, below in value.items()}
        if part.get("type") == "array":
            return [replaced(below, part["items"], defs, text) for below in value]
        if part.get("type") == "string" and not {"pattern", "enum", "const", "format"} & part.keys():
            return text
    return value


def kind_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return FOLDERS[folder][0] if folder else file.removesuffix(".yml")


def with_text(example: dict, text: str) -> dict:
    """The example with `text` everywhere in its data and in the page's head."""

    def written(value: dict, schema: dict) -> dict:
        return replaced(value, schema, schema.get("$defs", {}), text)

    data = {name: written(thing, SCHEMAS[kind_of(name)]) for name, thing in example.get("data", {}).items()}
    head = {"title": text, "summary": text} | written(example.get("front", {}), HEAD)
    return example | {"data": data, "front": head}


@pytest.fixture(params=NAMES)
def example(request) -> dict:
    return load_file(FOLDER / f"{request.param}.yml", FOLDER).data


def test_every_kind_of_data_that_components_show_is_in_an_example():
    names = [name for path in FOLDER.glob("*.yml") for name in load_file(path, FOLDER).data.get("data", {})]
    shown = {kind for kind, _ in FOLDERS.values()} & set(CALLS.values())
    assert {kind_of(name) for name in names} >= shown | SHOWN_FILES


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_comes_out_harmless(attack, example, example_files, load, show):
    content = load(example_files(with_text(example, attack)))
    tree = LexborHTMLParser(show(content, "eksempel.md", example.get("layout")))
    assert tree.css("script, img, iframe, object, embed, [style]") == []
    attributes = [(name, value or "") for node in tree.css("*") for name, value in node.attributes.items()]
    assert [name for name, _ in attributes if name.startswith("on")] == []
    addresses = [value for name, value in attributes if name in ("href", "src", "action", "formaction")]
    assert [address for address in addresses if ":" in address and not address.startswith(("https:", "mailto:"))] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.split("-")[0] not in FROM_TEXTS])
def test_an_attack_leaves_the_elements_and_ids_as_they_are(name, example_files, load, show):
    example = load_file(FOLDER / f"{name}.yml", FOLDER).data

    def shape(text: str) -> list[tuple]:
        html = show(load(example_files(with_text(example, text))), "eksempel.md")
        return [(node.tag, node.attributes.get("id")) for node in LexborHTMLParser(html).css("*")]

    assert shape(SIGNS) == shape("ord")


@pytest.mark.parametrize("attack", REFUSED.values(), ids=REFUSED)
def test_what_no_text_may_hold_is_refused_wherever_it_stands(attack, example, example_files, load):
    attacked = with_text(example, attack)
    files = example_files(attacked)
    with pytest.raises(ContentError) as error:
        load(files)
    told = {(problem.file, problem.at.line) for problem in error.value.problems}
    texts = {
        (name, number)
        for name, text in files.items()
        for number, line in enumerate(text.split("\n"), 1)
        if attack in line
    }
    assert told == texts
