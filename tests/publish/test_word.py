"""The blank Word files: one layout, the same sections and fields as the page and the data."""

import shutil
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from selectolax.lexbor import LexborHTMLParser

from macros.content import load_content
from macros.models.documents import Column
from macros.publish.word import WIDTH, plain, widths, write_word_files
from macros.version import Version
from tests.pages import SITE
from tests.word import controls, headings, parts, tags_of, to_pdf

ROOT = Path(__file__).parents[2]
CONTENT = load_content(ROOT)
DOCUMENTS = CONTENT.things["document"]
FOLDER = SITE / "dokumenter"

each = pytest.mark.parametrize("id_", sorted(DOCUMENTS))


@each
def test_blank_file_page_and_data_have_the_same_sections(id_):
    sections = [section.title for section in DOCUMENTS[id_].sections]
    page = LexborHTMLParser((FOLDER / f"{id_}.html").read_text(encoding="utf-8"))
    for link in page.css(".headerlink"):
        link.decompose()
    assert [node.text().strip() for node in page.css(".c-document h2")] == sections
    assert headings(FOLDER / f"{id_}.docx", 1) == [DOCUMENTS[id_].title]
    assert headings(FOLDER / f"{id_}.docx", 2) == [*sections, CONTENT.labels.words["word_about"]]


@each
def test_blank_file_page_and_data_have_the_same_fields(id_):
    fields = DOCUMENTS[id_].fields
    page = LexborHTMLParser((FOLDER / f"{id_}.html").read_text(encoding="utf-8"))
    assert [node.attributes["data-field"] for node in page.css("[data-field]")] == [field.id for field in fields]
    assert list(controls(FOLDER / f"{id_}.docx")) == [tag for field in fields for tag in tags_of(field)]


@each
def test_what_is_given_stands_there_and_all_else_waits(id_):
    given = {
        f"{field.id}--{row}--{column.id}": cell
        for field in DOCUMENTS[id_].fields
        for row, cells in enumerate(field.rows, 1)
        for column, cell in zip(field.columns, cells, strict=True)
        if cell
    }
    assert {tag: text for tag, text in controls(FOLDER / f"{id_}.docx").items() if text is not None} == given


@each
def test_a_tag_and_a_name_are_no_longer_than_word_allows_and_no_number_stands_twice(id_):
    body = docx.Document(str(FOLDER / f"{id_}.docx")).element.body
    names = [node.get(qn("w:val")) for node in body.iter(qn("w:tag"), qn("w:alias"))]
    numbers = [node.get(qn("w:val")) for node in body.iter(qn("w:id"))]
    assert max(map(len, names)) <= 64
    assert len(set(numbers)) == len(numbers)


@each
def test_every_table_has_a_header_row_and_fits_the_paper(id_):
    tables = docx.Document(str(FOLDER / f"{id_}.docx")).tables
    wanted = [field for field in DOCUMENTS[id_].fields if field.kind == "table"]
    assert len(tables) == len(wanted)
    for table, field in zip(tables, wanted, strict=True):
        assert [cell.text for cell in table.rows[0].cells] == [column.label for column in field.columns]
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst) <= WIDTH


@each
def test_the_file_is_danish_a4_and_says_what_it_is(id_):
    opened = docx.Document(str(FOLDER / f"{id_}.docx"))
    assert opened.core_properties.language == "da-DK"
    assert opened.core_properties.title == DOCUMENTS[id_].title
    assert next(opened.styles.element.iter(qn("w:lang"))).get(qn("w:val")) == "da-DK"
    assert (round(opened.sections[0].page_width.mm), round(opened.sections[0].page_height.mm)) == (210, 297)
    text = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    words = CONTENT.labels.words
    assert words["document_cpr"] in text
    assert (words["document_legal"] in text) == DOCUMENTS[id_].legal
    assert (words["document_own"] in text) == DOCUMENTS[id_].own_wording


@each
def test_the_script_for_the_browser_holds_the_same_parts(id_):
    import json

    text = next(FOLDER.glob(f"{id_}.word.*.js")).read_text(encoding="utf-8")
    given = json.loads(text.removeprefix("window.guideWord = ").removesuffix(";\n"))
    assert {name: part.encode() for name, part in given.items()} == parts(FOLDER / f"{id_}.docx")


def test_the_same_content_gives_the_same_bytes_twice(tmp_path):
    made = []
    for name in ("en", "to"):
        folder = tmp_path / name / "dokumenter"
        folder.mkdir(parents=True)
        version = Version(1_790_000_000, "0123456789")
        write_word_files(tmp_path / name, CONTENT, ROOT / "overrides" / "word", "Samarbejdsguiden", version)
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == 2 * len(DOCUMENTS)


def test_every_part_is_well_formed_and_packed_in_the_order_word_reads(site):
    for path in site.rglob("*.docx"):
        with zipfile.ZipFile(path) as packed:
            assert packed.testzip() is None
            assert packed.namelist()[0] == "[Content_Types].xml"
            for name in packed.namelist():
                ElementTree.fromstring(packed.read(name))


def test_every_part_is_named_with_its_type_and_every_named_part_is_there():
    found = parts(next(iter(FOLDER.glob("*.docx"))))
    types = ElementTree.fromstring(found["[Content_Types].xml"])
    named = {node.get("PartName").lstrip("/") for node in types if node.get("PartName")}
    assert named == {name for name in found if not name.endswith(".rels") and name != "[Content_Types].xml"}


def test_every_style_that_is_used_is_there():
    for path in FOLDER.glob("*.docx"):
        opened = docx.Document(str(path))
        used = {
            node.get(qn("w:val")) for node in opened.element.body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
        }
        assert used <= {style.style_id for style in opened.styles}


@pytest.mark.slow
def test_libreoffice_turns_every_blank_file_into_a_pdf(tmp_path):
    files = [Path(shutil.copy(path, tmp_path)) for path in sorted(FOLDER.glob("*.docx"))]
    assert all(pdf.read_bytes().startswith(b"%PDF") for pdf in to_pdf(files, tmp_path))


def test_long_texts_get_more_room_than_dates():
    columns = [Column(id="a", label="A", kind="long_text"), Column(id="b", label="B", kind="date")]
    assert widths(columns) == [WIDTH * 6 // 9, WIDTH * 3 // 9]


def test_markdown_is_taken_out_of_what_goes_to_word():
    assert plain("**Se** [boks 2.3](/haandbogen/a.md#b) og *mere*") == "Se boks 2.3 og mere"
