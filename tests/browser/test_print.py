"""On paper: a clean A4 with everything on it, also without script."""

import io

import pytest
from pypdf import PdfReader


def printed(page) -> tuple[str, PdfReader]:
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split()), reader


def test_a_page_is_a4_without_the_frame_and_with_its_source_address_and_date(visit):
    text, reader = printed(visit("haandbogen/netvaerk.html"))
    size = reader.pages[0].mediabox
    assert (round(size.width), round(size.height)) == (595, 842)
    assert "LO's Jobcenterhåndbog, afsnit 2.3" in text
    assert "haandbogen/netvaerk.html · Indhold pr." in text
    for chrome in ("Gå til indholdet", "På denne side", "Tilgængelighed", "Næste skridt"):
        assert chrome not in text


def test_abbreviations_are_written_out_at_their_first_use(visit):
    text, _ = printed(visit("haandbogen/netvaerk.html"))
    assert "LBR (det lokale beskæftigelsesråd)" in text
    assert text.count("(det lokale beskæftigelsesråd)") == 1


@pytest.mark.parametrize("script", [True, False])
def test_closed_parts_are_open_and_addresses_written_out(visit, script):
    text, _ = printed(visit("gaelder-i-dag.html", java_script_enabled=script))
    assert "elov.dk" in text and "https://" in text


def test_every_item_of_a_list_is_on_the_paper(visit):
    page = visit("haandbogen/netvaerk.html")
    items = page.locator("#netvaerksraad .c-checklist__row").all_inner_texts()
    text, _ = printed(page)
    assert len(items) == 11
    assert all(" ".join(item.split()) in text for item in items)


def test_a_dark_screen_prints_black_on_white(visit):
    page = visit("jobkonsulenten/index.html", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


A4_INSIDE_MARGINS = 665  # CSS pixels: 210 mm less 2 x 17 mm


@pytest.mark.parametrize("path", ["handlingsplan/opgaver-og-tid.html", "om/maalinger.html"])
def test_a_table_is_a_table_on_paper_though_a_screen_so_narrow_has_cards(visit, path):
    page = visit(path, width=A4_INSIDE_MARGINS)
    table = page.locator(".c-table").first
    assert table.locator("thead").is_hidden()
    page.emulate_media(media="print")
    assert table.locator("thead").is_visible()
    assert table.bounding_box()["width"] <= A4_INSIDE_MARGINS
    cells = table.locator("tbody tr").first.locator("th, td").all()
    assert len({cell.bounding_box()["y"] for cell in cells}) == 1 < len(cells)
