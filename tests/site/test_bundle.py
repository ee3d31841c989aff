"""The offline bundle is the site itself."""

import zipfile

import pytest


@pytest.fixture(scope="module")
def bundle(root):
    with zipfile.ZipFile(root / "dist" / "samarbejdsguiden-offline.zip") as opened:
        yield opened


def test_it_holds_the_files_of_the_site_but_those_packed_for_servers_and_a_text_that_says_how_to_open_it(bundle, site):
    packed = {name.removeprefix("samarbejdsguiden/") for name in bundle.namelist()}
    built = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix not in ("", ".br", ".gz")}
    assert packed == built | {"LÆS-MIG.txt"}


def test_every_byte_is_the_site_s_own(bundle, site):
    for name in bundle.namelist():
        if not name.endswith("LÆS-MIG.txt"):
            assert bundle.read(name) == (site / name.removeprefix("samarbejdsguiden/")).read_bytes()


def test_the_text_opens_in_windows_notepad(bundle):
    text = bundle.read("samarbejdsguiden/LÆS-MIG.txt")
    assert text.startswith(b"\xef\xbb\xbf") and b"\r\n" in text
    assert "index.html" in text.decode("utf-8-sig")


def test_all_entries_carry_one_time_so_that_the_same_site_gives_the_same_bytes(bundle):
    assert len({entry.date_time for entry in bundle.infolist()}) == 1
