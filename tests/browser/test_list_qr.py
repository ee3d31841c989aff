"""A list as a QR code: what a phone's reader sees is the address of the list."""

import pytest
import zxingcpp
from PIL import Image

from tests.lists import PAGE, Sheet

# The longest text of versions 1, 2, 9, 10 and 25, one byte more, and lengths that leave room.
LENGTHS = [1, 17, 18, 106, 107, 230, 231, 718, 1272, 1273]


def read(rows: list[list[int]]) -> str:
    side = len(rows) + 8
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            picture.putpixel((x + 4, y + 4), 0 if dark else 255)
    return "".join(code.text for code in zxingcpp.read_barcodes(picture.resize((side * 4, side * 4), Image.NEAREST)))


@pytest.fixture
def drawn(visit):
    page = visit(PAGE)
    page.evaluate("loadScript(document.querySelector('[data-template=list-words]').dataset.qr)")
    return lambda text: page.evaluate("(text) => qr(text)", text)


def test_every_length_is_read_back_as_it_was_written(drawn):
    for length in LENGTHS:
        text = ("https://guiden.eksempel.dk/liste#" + "aZ09-_" * 300)[:length]
        assert read(drawn(text)) == text


def test_what_is_longer_than_a_screen_can_show_gives_no_code(drawn):
    assert drawn("a" * 1274) is None


def test_a_phone_reads_the_list_off_the_screen(visit, server, tmp_path):
    page = visit(PAGE, base=server, permissions=["clipboard-write"])
    sheet = Sheet(page)
    sheet.box(0).check()
    sheet.act("link")
    code = page.get_by_role("img", name="QR-kode med listen")
    code.scroll_into_view_if_needed()
    code.screenshot(path=tmp_path / "kode.png")
    [seen] = zxingcpp.read_barcodes(Image.open(tmp_path / "kode.png"))
    other = visit(seen.text.removeprefix(f"{server}/"), base=server)
    Sheet(other).root.get_by_role("button", name="Tag imod").click()
    assert Sheet(other).ticks()[0] is True


def test_a_list_too_long_for_a_code_says_so_and_gives_the_link(visit, server):
    page = visit(PAGE, base=server)
    sheet = Sheet(page)
    sheet.note(0, note="".join(chr(200 + at * 7919 % 5000) for at in range(3000)))
    sheet.act("link")
    page.get_by_text("Listen rummer for meget til en QR-kode.").wait_for()
    assert len(sheet.root.locator("[data-address] input").input_value()) > 1273


def test_from_a_usb_stick_there_is_a_link_but_no_code_that_leads_nowhere(sheet):
    sheet.box(0).check()
    sheet.act("link")
    sheet.root.locator("[data-address] input").wait_for()
    assert not sheet.root.locator("[data-qr]").is_visible()
