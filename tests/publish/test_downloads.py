"""The page that lists the files: what it says of each is what the file is."""

import hashlib
import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from macros.content import load_content
from macros.publish.downloads import write_downloads
from macros.rendering import danish_date, danish_size, environment
from macros.version import Version

ROOT = Path(__file__).parents[2]
CONTENT = load_content(ROOT)
BUNDLE = "filer/samarbejdsguiden-offline.zip"
VERSION = Version(1_795_305_600, "0123456789")


def entries(html: str) -> dict[str, tuple[str, str, str]]:
    """Name, facts and checksum of each file by its address."""
    found = {}
    for node in HTMLParser(html).css(".c-downloads__file"):
        link = node.css_first(".c-downloads__name a")
        facts, sum_ = (node.css_first(f".c-downloads__{part}").text() for part in ("facts", "sum"))
        found[link.attributes["href"]] = (link.text(), facts, sum_)
    return found


@pytest.fixture(scope="module")
def page(site) -> dict[str, tuple[str, str, str]]:
    return entries((site / "hent.html").read_text())


def test_every_file_and_every_blank_document_is_listed_and_nothing_else(page, site):
    files = {path.relative_to(site).as_posix() for path in (site / "filer").iterdir()} - {"filer/SHA256SUMS"}
    files |= {path.relative_to(site).as_posix() for path in site.rglob("*.docx")}
    assert page.keys() == files
    assert {"filer/samarbejdsguiden.epub", BUNDLE} <= files
    assert len(list(site.rglob("*.docx"))) == len(CONTENT.things["document"])


def test_size_and_checksum_are_the_file_s_own(page, site):
    for address, (_, facts, sum_) in page.items():
        data = (site / address).read_bytes()
        assert sum_ == hashlib.sha256(data).hexdigest(), address
        assert f" · {danish_size(len(data))} · " in facts, address


def test_the_date_is_that_of_the_content(page, site):
    date = re.search(r"Indhold pr\. ([^·<]*) ·", (site / "hent.html").read_text())[1]
    assert {facts.rpartition(" · ")[2] for _, facts, _ in page.values()} == {date}


def test_a_pdf_is_told_with_its_own_title_and_its_pages(page, site):
    for address, (name, facts, _) in page.items():
        assert (" sider · " in facts) == address.endswith(".pdf")
        if address.endswith(".pdf"):
            book = PdfReader(site / address)
            assert (name, f"PDF · {len(book.pages)} sider") == (book.metadata.title, facts[: facts.index(" sider") + 6])


def test_the_page_in_the_bundle_tells_of_the_files_in_it_and_why_it_does_not_tell_of_itself(page, site):
    with zipfile.ZipFile(site / BUNDLE) as bundle:
        html = bundle.read("samarbejdsguiden/hent.html").decode()
        inside = entries(html)
        names = {name.removeprefix("samarbejdsguiden/") for name in bundle.namelist()}
    assert inside == {address: told for address, told in page.items() if address != BUNDLE}
    assert inside.keys() <= names
    assert CONTENT.labels.words["downloads_here"] in html
    assert CONTENT.labels.words["downloads_here"] not in (site / "hent.html").read_text()


@pytest.mark.parametrize("folder", ["site/filer", "dist"])
def test_the_usual_program_agrees_with_the_file_of_checksums(root, folder):
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    told = subprocess.run(command, cwd=root / folder, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    checked = {line.partition(":")[0] for line in told.stdout.splitlines()}
    assert checked == {path.name for path in (root / folder).iterdir()} - {"SHA256SUMS"}


PLACE = """<p>før</p>
<section class="c-downloads" data-downloads aria-label="x">
<p>ingen</p>
</section>
<p>efter</p>"""


def made(folder: Path, page: str = PLACE) -> str:
    """The page of a site with one book of two pages and the blank documents."""
    (folder / "filer").mkdir()
    (folder / "dokumenter").mkdir()
    for document in CONTENT.things["document"]:
        (folder / "dokumenter" / f"{document}.docx").write_bytes(b"docx")
    (folder / "hent.html").write_text(page)
    words = {"words": CONTENT.labels.words, "site_name": "Prøveguiden", "version": VERSION}
    components = environment(ROOT / "overrides" / "components", **words)
    with PdfWriter() as writer:
        writer.add_blank_page(100, 100)
        writer.add_blank_page(100, 100)
        writer.add_metadata({"/Title": "Bogen om <alt>"})
        writer.write(folder / "filer" / "bog.pdf")
    write_downloads(folder, CONTENT, components)
    return (folder / "hent.html").read_text()


def test_a_book_of_two_pages_says_so_and_its_title_is_text(tmp_path):
    html = made(tmp_path)
    data = (tmp_path / "filer" / "bog.pdf").read_bytes()
    told = entries(html)["filer/bog.pdf"]
    sum_ = hashlib.sha256(data).hexdigest()
    assert told == ("Bogen om <alt>", f"PDF · 2 sider · {danish_size(len(data))} · {danish_date(VERSION.day)}", sum_)
    assert len(PdfReader(io.BytesIO(data)).pages) == 2
    assert html.startswith("<p>før</p>") and html.endswith("<p>efter</p>") and "ingen" not in html


def test_a_file_that_was_not_made_is_not_told_of(tmp_path):
    assert "epub" not in made(tmp_path).lower().replace(CONTENT.labels.words["downloads_reader"].lower(), "")


def test_a_page_without_a_place_for_the_list_stops_the_build(tmp_path):
    with pytest.raises(ValueError, match=r"hent\.md has 0 places"):
        made(tmp_path, "<p>intet</p>")


SIZES = [(1, "1 kB"), (394_444, "394 kB"), (999_999, "1000 kB"), (2_349_999, "2,3 MB")]


@pytest.mark.parametrize(("size", "told"), SIZES)
def test_a_size_is_told_as_danes_write_it(size, told):
    assert danish_size(size) == told
