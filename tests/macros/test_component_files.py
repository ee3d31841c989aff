"""What the folders of overrides/components/ have in common: one folder, one name, one way to write."""

import re
from pathlib import Path

import pytest

from macros.components import Components
from macros.loading import load_file
from macros.pages import CALLS
from macros.required import words_used

OVERRIDES = Path(__file__).parents[2] / "overrides"
FOLDERS = sorted(path.name for path in (OVERRIDES / "components").iterdir())
TEMPLATES = {path: path.read_text() for end in ("html", "svg", "xml") for path in sorted(OVERRIDES.rglob(f"*.{end}"))}
LAYOUTS = {"frame", "home"}  # called by overrides/main.html and home.html
SHARED = {"parts", "share", "table", "term"}  # used by other components; no page calls them
# Blocks of classes with another name than their component's.
BLOCKS = {
    "frame": {"c-head", "c-summary", "c-toc", "c-foot", "c-next", "c-see-also"},
    "glossary": {"c-glossary", "c-letters"},
    "parts": {"c-origin", "c-note", "c-status", "c-contact", "c-print-foot"},
    "term": {"c-term", "c-term-card"},
    "validity_highlights": {"c-highlights"},
    "validity_topics": {"c-validity"},
}
# What a component may use besides its own blocks and those of SHARED.
BORROWED = {"box": {"c-checklist"}, "subject_index": {"c-letters"}}
# What a component's stylesheet may say about the layout around it.
AROUND = {
    "document": {"c-toc", "l-article"},
    "home": {"l-main", "l-menu", "md-container"},
    "jump_bar": {"l-edition", "l-footer"},
}
IDS = {"forside-soeg"}  # written in a template because there is one on a page and it is no thing of the data
UTILITIES = {"u-hidden", "u-screen", "u-button", "u-button--main", "u-button--quiet"}


def template(name: str) -> str:
    return "".join(path.read_text() for path in sorted((OVERRIDES / "components" / name).glob("*.html")))


def stylesheet(name: str) -> str:
    path = OVERRIDES / "components" / name / f"{name}.css"
    return re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL) if path.exists() else ""


def classes_in(html: str) -> set[str]:
    """Class names of a template; one that Jinja completes ends with its hyphens."""
    values = re.findall(r'class="((?:\{\{.*?\}\}|[^"])*)"', html)
    return {name for value in values for name in re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", value).split()}


def classes_styled(css: str) -> set[str]:
    selectors = [found for found in re.findall(r"([^{}]+)\{", css) if "@" not in found]
    return {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}


def block(name: str) -> str:
    return re.split("__|--", name)[0]


def blocks(name: str) -> set[str]:
    return BLOCKS.get(name, {f"c-{name.replace('_', '-')}"})


def allowed(name: str) -> set[str]:
    return blocks(name).union(BORROWED.get(name, ()), *(blocks(shared) for shared in SHARED))


def test_every_macro_and_layout_has_a_folder_and_every_folder_a_use():
    assert set(FOLDERS) == set(CALLS) | LAYOUTS | SHARED


def test_every_public_method_is_a_macro_or_says_what_else_it_is_for():
    methods = {name: method for name, method in vars(Components).items() if not name.startswith("_")}
    assert set(CALLS) | LAYOUTS <= set(methods)
    assert [name for name in set(methods) - set(CALLS) if " For " not in methods[name].__doc__] == []


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_holds_files_of_its_name_and_parts_its_templates_include(name):
    own = {f"{name}.html", f"{name}.css", f"{name}.js"}
    others = {path.name for path in (OVERRIDES / "components" / name).iterdir()} - own
    assert {part for part in others if f"{name}/{part}" not in "".join(TEMPLATES.values())} == set()
    assert name in SHARED or (OVERRIDES / "components" / name / f"{name}.html").exists()


@pytest.mark.parametrize("name", FOLDERS)
def test_a_template_uses_its_own_classes_and_the_shared_ones(name):
    used = classes_in(template(name)) - UTILITIES
    assert {each for each in used if block(each) not in allowed(name)} == set()


@pytest.mark.parametrize("name", FOLDERS)
def test_a_stylesheet_styles_its_own_classes_and_the_shared_ones(name):
    styled = {block(each) for each in classes_styled(stylesheet(name))} - UTILITIES
    assert styled <= allowed(name) | AROUND.get(name, set())


@pytest.mark.parametrize("name", FOLDERS)
def test_every_class_of_a_stylesheet_is_in_a_template(name):
    used = {each for html in TEMPLATES.values() for each in classes_in(html)} | {"md-container"}  # the theme's own
    begun = tuple(each for each in used if each.endswith("--"))
    styled = classes_styled(stylesheet(name)) - used
    assert {each for each in styled if not each.startswith(begun)} == set()


@pytest.mark.parametrize("name", FOLDERS)
def test_a_template_has_no_style_and_no_script_of_its_own(name):
    assert re.findall(r"<style|<script|\sstyle=|\son[a-z]+=", template(name)) == []


@pytest.mark.parametrize("name", FOLDERS)
def test_an_id_comes_from_the_data(name):
    ids = re.findall(r'\sid="([^"]*)"', template(name)) + re.findall(r"\{: #(.*?) \}(?=\n)", template(name))
    assert {id_ for id_ in ids if "{{" not in id_} - IDS == set()


@pytest.mark.parametrize("name", FOLDERS)
def test_a_script_finds_its_elements_by_data_attributes(name):
    for script in filter(None, (path.read_text() for path in (OVERRIDES / "components" / name).glob("*.js"))):
        assert f"[data-component={name}]" in script
        assert re.findall(r"""["'`.]\.?c-[a-z]|getElementsByClassName""", script) == []


def test_every_label_is_in_a_template(root):
    assert set(words_used(OVERRIDES)) == set(load_file(root / "data" / "labels.yml", root).data["words"])


def test_what_a_template_fills_into_a_label_is_what_the_label_has_room_for(root):
    words = load_file(root / "data" / "labels.yml", root).data["words"]
    filled = {name: names for name, names in words_used(OVERRIDES).items() if names}
    assert filled == {name: set(re.findall(r"\{(\w+)\}", words[name])) for name in filled}
