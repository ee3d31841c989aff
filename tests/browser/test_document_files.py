"""What a document becomes, from the unpacked bundle: Word, calendar, paper."""

import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.forms import DANISH_DAY, DAY, IDS, LONG, by_place, fetched, fill, opened, printed, values
from tests.word import controls, to_pdf

together = pytest.mark.xdist_group("documents")
each = pytest.mark.parametrize("id_", IDS)


@pytest.fixture(scope="module")
def filled(browser, bundle, tmp_path_factory) -> dict[str, dict]:
    """Every document filled in and fetched as Word once: its file, the expected answers, the form then and reloaded."""
    folder, made = tmp_path_factory.mktemp("udfyldt"), {}
    context = browser.new_context(offline=True)
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{bundle}/dokumenter/index.html")
    for id_ in IDS:
        opened(page, id_)
        expected = fill(page)
        path = fetched(page, "Hent som Word", folder)
        before = values(page)
        page.reload()
        made[id_] = {"path": path, "expected": expected, "before": before, "after": values(page)}
    context.close()
    assert complaints == []
    return made


@together
@each
def test_every_answer_is_in_the_word_file(filled, id_):
    assert by_place(controls(filled[id_]["path"])) == filled[id_]["expected"]


@together
@each
def test_after_a_reload_every_answer_is_there(filled, id_):
    assert filled[id_]["after"] == filled[id_]["before"]
    assert any(filled[id_]["after"])


@together
def test_the_file_is_named_as_the_draft(filled):
    assert filled["samarbejdsaftale"]["path"].name == "Samarbejdsaftale 1.docx"


@together
@pytest.mark.slow
def test_libreoffice_turns_every_filled_file_into_a_pdf(filled, tmp_path):
    files = [Path(shutil.copy(one["path"], tmp_path / f"{id_}.docx")) for id_, one in filled.items()]
    pdfs = to_pdf(files, tmp_path)
    assert len(pdfs) == len(IDS)
    text = " ".join(
        " ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "forloebsaftale.pdf").pages).split()
    )
    assert "nr. udbytte linje to" in text
    assert all(pdf.read_bytes().startswith(b"%PDF") for pdf in pdfs)


def test_what_is_not_answered_stays_a_place_to_write(visit, tmp_path):
    page = visit("dokumenter/opgaveplan.html")
    page.get_by_label("Kommune og enhed").fill("Ærø")
    opgaver = page.locator("[data-field=opgaver]")
    opgaver.locator("[data-control]").nth(0).fill("")
    opgaver.get_by_role("button", name="Fjern række 15").click()
    for _ in range(3):
        opgaver.get_by_role("button", name="Tilføj række").click()
    opgaver.get_by_label("Opgave, række 17").fill("Vores egen")
    answers = controls(fetched(page, "Hent som Word", tmp_path))
    assert answers["kommune"] == "Ærø"
    assert answers["tovholder--name"] is None and answers["opgaver--1--opgave"] is None
    assert answers["opgaver--1--resultat"] == "Opbakning og ejerskab"
    assert answers["opgaver--15--opgave"] is None
    assert answers["opgaver--17--opgave"] == "Vores egen"
    assert "opgaver--18--opgave" not in answers


def test_a_browser_without_compression_packs_all_the_same(visit, tmp_path):
    page = visit("dokumenter/opgaveplan.html")
    page.evaluate("() => { delete window.CompressionStream; }")
    page.get_by_label("Kommune og enhed").fill("Ærø\u0007 Kommune")
    assert controls(fetched(page, "Hent som Word", tmp_path))["kommune"] == "Ærø Kommune"


def test_an_answer_beyond_the_source_s_limit_says_so_and_still_comes_with(visit, tmp_path):
    page = visit("dokumenter/tilmelding-partnerskab.html")
    box = page.locator("[data-field=baggrund] textarea")
    box.fill("x" * 901)
    page.locator("[data-field=temaer] textarea").focus()
    assert page.locator("[data-field=baggrund] [data-problem]").inner_text() == (
        "Svaret fylder 11 linjer. Der er plads til 10."
    )
    assert controls(fetched(page, "Hent som Word", tmp_path))["baggrund"] == "x" * 901
    assert "felter er stadig tomme eller for lange" in page.locator("[data-status]").inner_text()
    box.fill("x" * 900)
    page.locator("[data-field=temaer] textarea").focus()
    assert not page.locator("[data-field=baggrund] [data-problem]").is_visible()


def test_dates_go_to_the_calendar(visit, tmp_path):
    page = visit("dokumenter/opgaveplan.html")
    assert not page.get_by_role("button", name="kalender").first.is_visible()
    page.get_by_label("Arbejdet begynder").fill("2026-12-01")
    page.get_by_label("Tidsplan: færdig senest, række 14").fill("2027-01-31")
    path = fetched(page, "Hent datoer til kalender (.ics)", tmp_path)
    lines = path.read_bytes().decode().replace("\r\n ", "").split("\r\n")
    assert path.name == "Opgave- og tidsplan 1.ics"
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2] == "END:VCALENDAR"
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20261201",
        "DTSTART;VALUE=DATE:20270131",
    ]
    assert [line for line in lines if line.startswith("SUMMARY")] == [
        "SUMMARY:Arbejdet begynder (Opgave- og tidsplan 1)",
        "SUMMARY:Visionsseminar: Tidsplan: færdig senest (Opgave- og tidsplan 1)",
    ]
    assert len({line for line in lines if line.startswith("UID:")}) == 2
    assert max(len(line) for line in path.read_bytes().split(b"\r\n")) <= 75


def test_the_paper_form_has_every_field_and_none_of_the_buttons_and_tells_its_sources(visit):
    page = visit("dokumenter/forloebsaftale.html")
    labels = page.locator("[data-field]").evaluate_all("(all) => all.map((field) => field.dataset.label)")
    text = printed(page)
    assert [label for label in labels if label not in text] == []
    for gone in ("Hent som Word", "Tilføj række", "Ny kopi", "Eksempel:", "dd"):
        assert gone not in text.partition("Kilder til siden")[0], gone
    assert "Kilder til siden" in text and "Indhold pr." in text
    page.emulate_media(media="print")
    lines = page.locator("[data-field=udbytte] .c-document__lines i")
    assert lines.count() == 5
    assert lines.first.is_visible()


def test_a_filled_form_prints_the_whole_answer_and_a_danish_date(visit):
    page = visit("dokumenter/forloebsaftale.html")
    page.locator("[data-field=udbytte] textarea").fill(LONG)
    page.get_by_label("Forløbet begynder").fill(DAY)
    text = printed(page)
    assert text.count("Åbent år på Ærø.") >= 290
    assert DANISH_DAY in text
    assert page.locator(".c-document__printed").count() == 0
