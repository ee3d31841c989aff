"""A whole guide of attacks, built: nothing of it is obeyed in pages, search, Word, EPUB or PDF, and nothing is lost."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from macros.loading import load_file
from tests.macros.conftest import ROOT
from tests.macros.test_attacks import FOLDER, SIGNS, with_text

SHOWN = ["box", "checklist", "document", "flow", "idea"]
PLAIN = "ord"
PICTURE = (ROOT / "docs" / "om" / "forside.png").read_bytes()
ACTIVE = "script, img:not([alt='Et hus']), iframe, object, embed, [style], [onerror], [onclick], [onmouseover]"


@pytest.fixture(scope="module")
def built(whole, example_files):
    """The tiny guide with a page of examples for each kind of thing; every free text is the one given."""

    def build(text: str) -> Path:
        files, names = {}, []
        for name in SHOWN:
            made = example_files(with_text(load_file(FOLDER / f"{name}.yml", FOLDER).data, text))
            files[f"docs/{name}.md"] = made.pop("docs/eksempel.md") + "\n![Et hus](hus.png)\n"
            files |= made
            names.append(f"{name}.md")
        root = whole({**files, "docs/hus.png": PICTURE})
        book = root / "data" / "book.yml"
        book.write_text(book.read_text().replace("pages: [raad], alone", f"pages: [raad, {', '.join(names)}], alone"))
        with (root / "mkdocs.yml").open("a") as settings:
            settings.writelines(f"  - {json.dumps(text)}: {name}\n" for name in names)
        done = subprocess.run([sys.executable, "-m", "macros.publish"], cwd=root, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return root

    return build


@pytest.fixture(scope="module")
def site(built) -> Path:
    return built(SIGNS) / "site"


def active(path: Path) -> list[str]:
    return [node.tag for node in LexborHTMLParser(path.read_text(encoding="utf-8")).css(ACTIVE)]


def test_a_page_holds_what_a_page_of_plain_words_holds(site, built):
    plain = built(PLAIN) / "site"
    for name in SHOWN:
        assert active(site / f"{name}.html") == active(plain / f"{name}.html")


def test_the_search_index_is_nothing_but_data(site):
    [index] = site.glob("search-index.*.js")
    text = index.read_text(encoding="utf-8")
    assert json.loads(re.search(r"=\s*(\{.*\}|\[.*\]);?\s*$", text, re.DOTALL)[1])


def test_a_word_file_is_whole_and_has_the_signs_as_text(site):
    [path] = site.rglob("brev.docx")
    document = docx.Document(str(path))
    assert SIGNS in [" ".join(part.text.split()) for part in document.paragraphs]
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            etree.fromstring(packed.read(name))


def test_the_epub_has_no_script_and_every_chapter_is_xml(site):
    with zipfile.ZipFile(site / "filer" / "samarbejdsguiden.epub") as book:
        chapters = [etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")]
    local = {etree.QName(node).localname for chapter in chapters for node in chapter.iter(etree.Element)}
    attributes = {name for chapter in chapters for node in chapter.iter(etree.Element) for name in node.attrib}
    assert not local & {"script", "iframe", "object", "embed", "form"}
    assert [name for name in attributes if name.startswith("on")] == []


def test_the_pdf_shows_the_signs_and_does_nothing(site):
    reader = PdfReader(site / "filer" / "samarbejdsguiden.pdf")
    text = "".join("".join(page.extract_text() for page in reader.pages).split())
    assert "<script>alert(1)</script>" in text and "onmouseover='alert(1)" in text
    actions = [note.get_object().get("/A", {}) for page in reader.pages for note in page.get("/Annots", [])]
    assert {action.get("/S") for action in actions} <= {None, "/GoTo", "/URI"}
    assert "/JavaScript" not in reader.trailer["/Root"].get("/Names", {}) and "/AA" not in reader.trailer["/Root"]


def test_a_picture_of_a_page_is_in_the_book_and_in_the_epub(site):
    pages = PdfReader(site / "filer" / "samarbejdsguiden.pdf").pages
    assert sum(len(page.images) for page in pages) == len(SHOWN)
    with zipfile.ZipFile(site / "filer" / "samarbejdsguiden.epub") as book:
        assert book.read("EPUB/hus.png") == PICTURE
