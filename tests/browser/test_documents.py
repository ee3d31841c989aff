"""Documents to fill in, from the unpacked bundle: drafts, words at the field, Word, calendar, print."""

import io
import json
import re
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.axe import found
from tests.pages import page_names
from tests.word import controls, to_pdf

IDS = [Path(name).stem for name in page_names() if re.match(r"dokumenter/(?!index)", name)]
TEXT = "Ærø & Øst: \"citat\" 'så' »godt« <b>&amp;</b> ]]> 🙂 nr. "
LONG = ("Åbent år på Ærø. " * 300)[:5000].strip()
DAY, DANISH_DAY = "2026-03-14", "14. marts 2026"
FORBID = (
    """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });"""
)
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
SAVED = "Gemt på denne enhed"

together = pytest.mark.xdist_group("documents")
each = pytest.mark.parametrize("id_", IDS)


def fill(page) -> dict[str, str]:
    """Fill every field; returns what a content control with each tag must say."""
    expected, long = {}, True
    for field in page.locator("[data-field]").all():
        name, kind = field.get_attribute("data-field"), field.get_attribute("data-kind")
        boxes = field.locator("[data-control]").all()
        if kind == "choice":
            boxes[-1].check()
            expected[name] = boxes[-1].get_attribute("value")
            continue
        columns = page.evaluate("(name) => columnsOf(name)", name) if kind == "table" else []
        for at, box in enumerate(boxes):
            part = box.get_attribute("data-part")
            tag = f"{name}--{part}" if part else name
            if kind == "table":
                tag = f"{name}--{at // columns + 1}--{at % columns}"
            if box.get_attribute("type") == "date":
                box.fill(DAY)
                expected[tag] = DANISH_DAY
                continue
            text = LONG if kind == "long_text" and long else TEXT + tag
            long = long and kind != "long_text"
            if box.evaluate("(box) => box.localName") == "textarea" and text is not LONG:
                text += "\nlinje to"
            box.fill(text)
            expected[tag] = text
    return expected


def opened(page, name: str):
    page.goto(re.sub(r"dokumenter/.*", f"dokumenter/{name}.html", page.url))
    prepare(page)
    return page


def prepare(page) -> None:
    page.evaluate(
        "() => { window.columnsOf = (name) => document.querySelector(`[data-field='${name}'] [data-row]`).querySelectorAll('[data-control]').length; }"
    )


def fetched(page, press: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=press).first.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def by_place(found: dict[str, str | None]) -> dict[str, str | None]:
    """Controls of tables by the number of their column, as fill() counts."""
    columns: dict[str, list[str]] = {}
    placed = {}
    for tag, text in found.items():
        parts = tag.split("--")
        if len(parts) == 3:
            known = columns.setdefault(parts[0], [])
            if parts[2] not in known:
                known.append(parts[2])
            parts[2] = str(known.index(parts[2]))
        placed["--".join(parts)] = text
    return placed


@pytest.fixture(scope="module")
def filled(browser, bundle, tmp_path_factory) -> dict[str, dict]:
    """Every document filled in and fetched as Word once: its file, the expected answers, and the form after a reload."""
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


def values(page) -> list:
    return page.locator("[data-control]").evaluate_all(
        "(boxes) => boxes.map((box) => box.type === 'radio' ? box.checked : box.value)"
    )


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


def test_nothing_is_kept_before_the_reader_writes(visit):
    page = visit("dokumenter/samarbejdsaftale.html")
    page.get_by_label("Aftalens navn").focus()
    page.keyboard.press("Tab")
    page.wait_for_timeout(400)
    assert page.evaluate("localStorage.length") == 0
    assert page.locator("[data-drafts]").inner_text() == "Ikke gemt endnu"


def write(page, text: str) -> None:
    page.get_by_label("Aftalens navn").fill(text)
    page.wait_for_function("(text) => Object.values(localStorage).some((value) => value.includes(text))", arg=text)


def test_drafts_are_made_named_copied_changed_between_and_taken_away(visit):
    page = visit("dokumenter/samarbejdsaftale.html")
    box, list_ = page.get_by_label("Aftalens navn"), page.locator("[data-drafts]")
    write(page, "Den første")
    page.get_by_role("button", name="Ny kopi").click()
    page.keyboard.type("LBR-møde 12. januar")
    page.keyboard.press("Enter")
    assert box.input_value() == ""
    write(page, "Den anden")
    page.get_by_role("button", name="Dupliker").click()
    assert box.input_value() == "Den anden"
    page.get_by_role("button", name="Omdøb").click()
    page.keyboard.type("Til <Netto> & co.")
    page.keyboard.press("Enter")
    names = list_.locator("option").all_inner_texts()
    assert names == ["Samarbejdsaftale 1", "LBR-møde 12. januar", "Til <Netto> & co."]
    page.get_by_role("button", name="Slet", exact=True).click()
    assert len(list_.locator("option").all()) == 2
    page.get_by_role("button", name="Fortryd").click()
    assert box.input_value() == "Den anden"
    assert len(list_.locator("option").all()) == 3
    list_.select_option(label="Samarbejdsaftale 1")
    assert box.input_value() == "Den første"
    page.get_by_role("button", name="Ny kopi").click()
    page.keyboard.press("Escape")
    assert len(list_.locator("option").all()) == 3


def test_one_press_deletes_all_of_the_document_and_can_be_undone(visit):
    page = visit("dokumenter/samarbejdsaftale.html")
    write(page, "Hemmeligt")
    page.get_by_role("button", name="Dupliker").click()
    page.get_by_role("button", name="Slet alt i dokumentet").click()
    assert page.evaluate("localStorage.length") == 0
    assert page.get_by_label("Aftalens navn").input_value() == ""
    page.get_by_role("button", name="Fortryd").click()
    assert page.get_by_label("Aftalens navn").input_value() == "Hemmeligt"


def test_the_address_chooses_the_draft(visit):
    page = visit("dokumenter/samarbejdsaftale.html")
    write(page, "Den ene")
    id_ = page.locator("[data-drafts]").input_value()
    page.get_by_role("button", name="Dupliker").click()
    write(page, "Den anden")
    page.goto(page.url.partition("?")[0] + f"?kopi={id_}")
    assert page.get_by_label("Aftalens navn").input_value() == "Den ene"


def test_a_row_that_is_removed_can_be_brought_back(visit):
    page = visit("dokumenter/opgaveplan.html")
    field = page.locator("[data-field=opgaver]")
    field.get_by_role("button", name="Fjern række 2").click()
    assert field.locator("[data-row]").count() == 14
    page.get_by_role("button", name="Fortryd").click()
    assert field.get_by_label("Opgave, række 2").input_value().startswith("Dialog mellem")
    assert field.locator("[data-row]").count() == 15


def test_what_another_tab_writes_comes_here_too_and_loses_nothing(visit):
    page = visit("dokumenter/samarbejdsaftale.html")
    write(page, "Fra den ene")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Formål").fill("Fra den anden")
    page.wait_for_function("() => document.querySelector('[data-field=formaal] textarea').value === 'Fra den anden'")
    assert page.get_by_label("Aftalens navn").input_value() == "Fra den ene"


def test_a_required_field_left_empty_says_so_at_the_field(visit):
    page = visit("dokumenter/samarbejdsaftale.html")
    box = page.get_by_label("Aftalens navn")
    box.focus()
    page.keyboard.press("Tab")
    assert box.get_attribute("aria-invalid") == "true"
    described = " ".join(page.locator(f"#{id_}").inner_text() for id_ in box.get_attribute("aria-describedby").split())
    assert "Feltet er tomt." in described
    box.fill("Aftale")
    page.get_by_label("Formål").focus()
    assert box.get_attribute("aria-invalid") is None


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


@pytest.mark.parametrize(("script", "sentence"), [(FORBID, "gemmer ikke det, du skriver"), (FULL, "ikke plads")])
def test_a_device_that_keeps_nothing_says_so_in_one_sentence_and_word_works(visit, tmp_path, script, sentence):
    page = visit("dokumenter/samarbejdsaftale.html")
    page.context.add_init_script(script)
    page.reload()
    page.get_by_label("Aftalens navn").fill("Ærø")
    page.wait_for_selector("p[data-trouble]:visible")
    assert sentence in page.locator("p[data-trouble]").inner_text()
    assert controls(fetched(page, "Hent som Word", tmp_path))["aftalens-navn"] == "Ærø"


@pytest.mark.parametrize(
    "value", [None, 7, "tekst", [], [[1, None], "x"], {"name": 3}, {"value": []}, [["a"] * 40] * 3]
)
def test_rubbish_in_a_draft_never_stops_the_page(visit, value):
    page = visit("dokumenter/opgaveplan.html")
    entries = {name: {"at": 5, "value": value} for name in ("kommune", "tovholder", "opgaver", "viden", "begynder")}
    copy = {"format": 1, "id": "abcdef12", "kind": "document", "of": "opgaveplan", "name": "Kladde", "named": 5}
    copy |= {"archived": False, "created": 5, "entries": entries}
    page.evaluate("(copy) => localStorage.setItem('samarbejdsguiden:1:copy:abcdef12', JSON.stringify(copy))", copy)
    page.reload()
    assert page.locator("[data-drafts] option").all_inner_texts() == ["Kladde"]
    page.get_by_label("Kommune og enhed").fill("Ærø")
    page.wait_for_function("() => localStorage['samarbejdsguiden:1:copy:abcdef12'].includes('Ærø')")
    kept = json.loads(page.evaluate("localStorage['samarbejdsguiden:1:copy:abcdef12']"))
    assert kept["entries"]["opgaver"]["value"] == value


def test_without_script_the_form_can_be_read_and_filled_in(visit):
    page = visit("dokumenter/samarbejdsaftale.html", java_script_enabled=False)
    page.get_by_label("Aftalens navn").fill("Ærø")
    assert page.get_by_label("Aftalens navn").input_value() == "Ærø"
    page.keyboard.press("Enter")
    assert page.get_by_label("Aftalens navn").input_value() == "Ærø"
    assert "samarbejdsaftale.html" in page.url and "?" not in page.url
    assert page.get_by_role("link", name="Hent tom Word-fil").is_visible()
    assert page.get_by_text("Din browser kører ikke script").is_visible()
    for name in ("Ny kopi", "Hent som Word", "Tilføj række"):
        assert page.get_by_role("button", name=name).count() == 0


def printed(page) -> str:
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())


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


def test_everything_is_done_with_the_keyboard(visit, tmp_path):
    page = visit("dokumenter/opgaveplan.html")
    page.get_by_label("Så tit mødes projektgruppen").focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Tilføj række")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.ariaLabel") == "Navn og rolle, række 4"
    page.keyboard.type("Åse")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("Tilføj række")
    page.locator("[data-do=word]").first.focus()
    with page.expect_download():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("name", ["opgaveplan", "spoergeskema-virksomheder"])
def test_everything_to_press_is_44_px_high_on_a_phone(visit, name):
    page = visit(f"dokumenter/{name}.html", width=360)
    page.locator("[data-control]:not([type=radio])").first.fill("Ærø")
    page.wait_for_selector("[data-kept]:visible")
    low = page.locator(
        ".c-document :is(button:not(.c-term), select, input:not([type=radio]), textarea, label:has([type=radio]), .c-document__blank a):visible"
    ).evaluate_all(
        "(all) => all.map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()]).filter(([, box]) => box.height < 43.9 || box.width < 43.9).map(([html]) => html)"
    )
    assert low == []


def faults(page) -> list[str]:
    """What axe finds, with nothing half under the sticky header."""
    page.evaluate("() => scrollTo({ top: 0, behavior: 'instant' })")
    return found(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_empty_filled_wrong_or_with_the_dialog_open(visit, width, scheme):
    page = visit("dokumenter/tilmelding-partnerskab.html", width=width, color_scheme=scheme)
    assert faults(page) == []
    prepare(page)
    fill(page)
    page.get_by_role("button", name="Tilføj række").first.click()
    assert faults(page) == []
    page.locator("[data-field=baggrund] textarea").fill("x" * 2000)
    page.locator("[data-control][type=text]").first.fill("")
    with page.expect_download():
        page.get_by_role("button", name="Hent som Word").first.click()
    page.get_by_role("button", name="Dupliker").click()
    page.get_by_role("button", name="Slet", exact=True).click()
    assert page.locator("[data-undo]").is_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Omdøb").click()
    assert faults(page) == []
