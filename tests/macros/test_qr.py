"""A code on paper: what a phone reads is the address it was made of."""

import re

import zxingcpp
from PIL import Image, ImageDraw

from macros.qr import qr_code

STROKE = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def strokes(text: str) -> list[tuple[int, int, int]]:
    path = qr_code(text).path
    assert STROKE.sub("", path) == ""
    found = [tuple(map(int, stroke)) for stroke in STROKE.findall(path)]
    assert all(width == back for _, _, width, back in found)
    return [stroke[:3] for stroke in found]


def test_an_address_is_read_back_as_it_was_written():
    for address in ("https://a.dk/", "https://guiden.eksempel.dk/om/beslutninger/2026-11-22-noget-langt-om-papir.html"):
        side = qr_code(address).side * 4
        picture = Image.new("L", (side, side), 255)
        for x, y, width in strokes(address):
            ImageDraw.Draw(picture).rectangle((x * 4, y * 4, (x + width) * 4 - 1, y * 4 + 3), fill=0)
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [address]


def test_a_code_has_the_quiet_zone_around_it():
    places = strokes("https://guiden.eksempel.dk/")
    assert min(x for x, _, _ in places) == min(y for _, y, _ in places) == 4
    last = qr_code("https://guiden.eksempel.dk/").side - 4
    assert max(x + width for x, _, width in places) == max(y for _, y, _ in places) + 1 == last
