"""The same sources, built by MkDocs and by ProperDocs, give the same pages."""

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.engine_pages import anchors, components, pages, start, text


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> dict:
    """The pages by engine; both built at once, and silently."""
    folders = {engine: tmp_path_factory.mktemp(engine) for engine in ("mkdocs", "properdocs")}
    builds = {engine: start(engine, folder) for engine, folder in folders.items()}
    told = {engine: build.communicate()[0] for engine, build in builds.items()}
    assert told == {"mkdocs": "", "properdocs": ""}
    assert {build.returncode for build in builds.values()} == {0}
    return {engine: pages(folder) for engine, folder in folders.items()}


@pytest.mark.xdist_group("engines")
def test_both_engines_build_every_page_without_a_word(built):
    assert built["mkdocs"].keys() == built["properdocs"].keys()
    assert len(built["mkdocs"]) > 100


@pytest.mark.xdist_group("engines")
@pytest.mark.parametrize("part", [text, anchors, components], ids=lambda part: part.__name__)
def test_every_page_is_the_same_under_both(built, part):
    for name, path in built["mkdocs"].items():
        one, other = (HTMLParser(each.read_text()) for each in (path, built["properdocs"][name]))
        assert (name, part(one)) == (name, part(other))
        assert part(one) or name == "404.html"
