"""How the code of macros/ hangs together: imports point one way, and each library has one home."""

import ast
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "macros"
# A module may import from the layers above its own in this list, never from its own or from those below.
LAYERS = (
    {"kept", "language", "problems", "qr", "version"},
    {"files", "models.base"},
    {"loading", "models"},
    {"markup", "references", "settings", "terms", "validation"},
    {"pages", "rendering"},
    {"reading"},
    {"content"},
    {"fields", "ids", "required", "schemas", "scripts", "subjects"},
    {"checks"},
    {"components"},
    {"new", "publish", "review"},
    {"__init__", "new.__main__", "publish.__main__", "review.__main__"},
)
ALONE = {"word_parts"}  # a tool that is run by hand
PACKAGES = {"models.__init__", "new.__init__", "publish.__init__", "review.__init__"}
PUBLISH_READS = {"checks", "content", "models", "pages", "problems", "rendering", "settings", "version"}
HOMES = {
    "brotli": {"publish.compress"},
    # All but rendering for the type alone.
    "jinja2": {"components", "publish.book", "publish.downloads", "publish.offline", "publish.word", "rendering"},
    "lxml": {"publish.book", "publish.book_chapters", "publish.epub", "publish.feed", "publish.search"},
    "markdown": {"kept", "rendering"},
    "markupsafe": {"components", "kept", "rendering"},
    "mkdocs": {"__init__", "publish.html", "publish.serve"},
    "pydantic": {"models", "references", "review", "schemas", "validation"},
    "pikepdf": {"publish.book_pdf", "publish.downloads"},
    "resvg_py": {"publish.icons"},
    "typst": {"publish.book_faults", "publish.book_letters", "publish.book_pdf"},
    "segno": {"qr"},
    "wordfreq": {"word_parts"},
    "yaml": {"loading"},
}
LONGEST = 250
FILES = {
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."): path for path in sorted(ROOT.rglob("*.py"))
}
MODULES = {name: ast.parse(path.read_text()) for name, path in FILES.items()}


@cache
def imports(name: str) -> set[str]:
    """What a module imports, also inside its functions: the guide's own modules as .name, others by their package."""
    found = set()
    inside = name.rpartition(".")[0] if name != "__init__" else ""
    for node in ast.walk(MODULES[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.ImportFrom):
            package = inside if node.level == 1 else ""
            found.add("." + ".".join(filter(None, [package, node.module])))
    return found


def place(name: str, places) -> str:
    """The name itself, or the package it is in, as a list of places names it."""
    return name if name in places else name.split(".")[0]


def layer(name: str) -> int:
    known = {each: number for number, names in enumerate(LAYERS) for each in names}
    assert place(name, known) in known, f"say in LAYERS where {name} stands"
    return known[place(name, known)]


@pytest.mark.parametrize("name", sorted(MODULES.keys() - ALONE - PACKAGES))
def test_imports_point_one_way(name):
    for other in (each[1:] for each in imports(name) if each.startswith(".")):
        same_package = name.split(".")[0] == other.split(".")[0] in ("new", "publish", "review")
        assert layer(other) < layer(name) or same_package, f"{name} imports {other}"


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("models.")])
def test_models_import_models_and_pydantic_alone(name):
    assert imports(name) - sys.stdlib_module_names <= {"pydantic", ".models.base"}


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("publish.")])
def test_publishing_reads_the_content_and_the_built_site_and_no_component(name):
    own = {each[1:] for each in imports(name) if each.startswith(".")}
    assert {place(each, PUBLISH_READS) for each in own if not each.startswith("publish")} <= PUBLISH_READS


@pytest.mark.parametrize("name", sorted(ALONE))
def test_a_tool_run_by_hand_stands_alone(name):
    assert [each for each in imports(name) if each.startswith(".")] == []


@pytest.mark.parametrize("name", MODULES)
def test_each_library_has_one_home(name):
    for library in {each for each in imports(name) if not each.startswith(".")} - sys.stdlib_module_names:
        assert library in HOMES, f"say in HOMES where {library} is at home"
        assert place(name, HOMES[library]) in HOMES[library], f"{library} in {name}"


def test_every_home_is_used():
    for library, homes in HOMES.items():
        users = {place(name, homes) for name in MODULES if library in imports(name)}
        assert (library, users) == (library, homes)


@pytest.mark.parametrize("name", MODULES)
def test_everything_public_says_what_it_is(name):
    module = MODULES[name]
    assert ast.get_docstring(module), "the module itself"
    waiting = [module]
    for node in waiting:
        for part in node.body:
            if isinstance(part, ast.ClassDef | ast.FunctionDef) and not part.name.startswith("_"):
                assert ast.get_docstring(part), f"{part.name} in line {part.lineno}"
                waiting += [part] if isinstance(part, ast.ClassDef) else []


@pytest.mark.parametrize("name", FILES)
def test_a_module_is_about_one_thing(name):
    assert len(FILES[name].read_text().splitlines()) <= LONGEST
    assert not {"utils", "util", "helpers", "common", "misc"} & set(name.split("."))


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("*.py")), ids=lambda path: path.stem)
def test_the_tests_of_it_are_no_longer_either(path):
    assert len(path.read_text().splitlines()) <= LONGEST
