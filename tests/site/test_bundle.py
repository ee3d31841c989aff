"""The offline bundle is the site itself, with a text that says how to open it and a list of its files."""

import hashlib
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

NAME = "samarbejdsguiden-offline.zip"
ADDED = {"LÆS-MIG.txt", "filliste.txt"}
# The page that lists the files, and what tells of it: in the bundle the bundle itself is not among them.
OTHER = {"hent.html", "filer/SHA256SUMS", "service-worker.js"}


@pytest.fixture(scope="module")
def bundle(site):
    with zipfile.ZipFile(site / "filer" / NAME) as opened:
        yield opened


@pytest.fixture(scope="module")
def unpacked(bundle, tmp_path_factory) -> Path:
    bundle.extractall(folder := tmp_path_factory.mktemp("pakket ud"))
    return folder / "samarbejdsguiden"


def test_it_holds_the_files_of_the_site_but_itself_and_those_packed_for_servers(bundle, site):
    packed = {name.removeprefix("samarbejdsguiden/") for name in bundle.namelist()}
    built = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert packed - ADDED == {name for name in built if not name.endswith((".br", ".gz", NAME))}
    assert packed >= ADDED


def test_every_byte_is_the_site_s_own(bundle, site):
    for name in bundle.namelist():
        if (inside := name.removeprefix("samarbejdsguiden/")) not in ADDED | OTHER:
            assert bundle.read(name) == (site / inside).read_bytes(), name


def test_the_list_holds_every_file_but_itself_with_its_checksum(bundle):
    lines = bundle.read("samarbejdsguiden/filliste.txt").decode().splitlines()
    listed = dict(reversed(line.split("  ", 1)) for line in lines if not line.startswith("#"))
    sums = {name.removeprefix("samarbejdsguiden/"): hashlib.sha256(bundle.read(name)) for name in bundle.namelist()}
    assert listed == {name: sum_.hexdigest() for name, sum_ in sums.items() if name != "filliste.txt"}


def test_the_list_is_one_that_the_usual_program_can_check(unpacked):
    command = ["sha256sum", "--check", "--strict", "filliste.txt"]
    told = subprocess.run(command, cwd=unpacked, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    (unpacked / "index.html").write_text("ændret")
    told = subprocess.run(command, cwd=unpacked, capture_output=True, text=True, check=False)
    assert told.returncode == 1 and "index.html: FAILED" in told.stdout


@pytest.mark.parametrize("name", sorted(ADDED))
def test_both_texts_tell_the_date_and_the_version_that_the_pages_tell(bundle, site, name):
    date, version = re.search(r"Indhold pr\. ([^·<]*) · udgave ([^<]+)", (site / "index.html").read_text()).groups()
    assert f"Indhold pr. {date}, udgave {version}." in bundle.read(f"samarbejdsguiden/{name}").decode("utf-8-sig")


def test_the_text_opens_in_windows_notepad(bundle):
    text = bundle.read("samarbejdsguiden/LÆS-MIG.txt")
    assert text.startswith(b"\xef\xbb\xbf") and text.count(b"\r\n") == text.count(b"\n") > 5
    assert "index.html" in text.decode("utf-8-sig")


def test_all_entries_carry_one_time_so_that_the_same_site_gives_the_same_bytes(bundle):
    assert len({entry.date_time for entry in bundle.infolist()}) == 1
