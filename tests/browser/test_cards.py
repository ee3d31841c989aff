"""Cards for pocket and group, on paper: one A6 card to fold, and eight idea cards to a sheet."""

import io

import pytest
from pypdf import PdfReader


@pytest.fixture
def sheets(visit) -> list[str]:
    page = visit("kort/index.html")
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


def test_the_pocket_card_holds_all_nine_ideas_on_one_sheet(sheets):
    card = next(sheet for sheet in sheets if "Spørg jer selv" in sheet)
    assert "Hold den personlige kontakt" in card and "Slut med en evaluering" in card


def test_idea_cards_stand_eight_to_a_sheet(sheets):
    numbers = [sheet.count("Idé ") for sheet in sheets if "Idé 1 " in sheet or "Idé 9 " in sheet]
    assert numbers == [8, 2, 8, 1]


def test_no_card_is_cut_off(visit):
    page = visit("kort/index.html", width=794)
    page.emulate_media(media="print")
    cut = page.locator(".c-idea-cards__card, .c-pocket-card__side").evaluate_all(
        "(all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).map((one) => one.textContent)"
    )
    assert cut == []
