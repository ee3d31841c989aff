"""Documents to fill in, from the unpacked bundle: drafts, words at the field, storage, keyboard, axe."""

import json

import pytest

from tests.axe import found
from tests.forms import fetched, fill
from tests.word import controls

FORBID = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("no", "SecurityError"); } });"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""


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
    pressed = (
        ".c-document :is(button:not(.c-term), select, input:not([type=radio]), textarea, "
        "label:has([type=radio]), .c-document__blank a):visible"
    )
    low = page.locator(pressed).evaluate_all(
        """(all) => all.map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
            .filter(([, box]) => box.height < 43.9 || box.width < 43.9).map(([html]) => html)"""
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
