"""A build that fails says why, in Danish, and leaves the previous site as it was."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PARTS = ("docs", "data", "macros", "overrides", "mkdocs.yml")


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """The guide in a folder of its own, with a site from an earlier build."""
    for part in PARTS:
        source = root / part
        shutil.copytree(source, tmp_path / part) if source.is_dir() else shutil.copy(source, tmp_path)
    for folder in ("site", "dist"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "earlier.html").write_text("the earlier build")
    return tmp_path


def build(folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "macros.publish"], cwd=folder, capture_output=True, text=True)


def test_mistakes_in_two_files_are_told_in_one_message_and_the_earlier_site_stays(copy):
    box = copy / "data" / "boxes" / "boks-2-1-netvaerksraad.yml"
    box.write_text(box.read_text().replace("title:", "titel:"))
    page = copy / "docs" / "haandbogen" / "netvaerk.md"
    page.write_text(page.read_text() + '\n{{ boks("boks-2-1-netvaerksraad") }}\n')
    told = build(copy)
    assert told.returncode == 1
    assert "data/boxes/boks-2-1-netvaerksraad.yml" in told.stderr and "title (mente du title?)" in told.stderr
    assert "komponenten »boks« findes ikke" in told.stderr and "mente du box?" in told.stderr
    assert "Traceback" not in told.stderr
    assert (copy / "site" / "earlier.html").read_text() == (copy / "dist" / "earlier.html").read_text()
    assert not list(copy.glob(".build-*"))


def test_what_only_mkdocs_can_see_is_told_in_danish_too(copy):
    config = copy / "mkdocs.yml"
    config.write_text(config.read_text().replace("      - haandbogen/netvaerk.md\n", "      - haandbogen/netverk.md\n"))
    told = build(copy)
    assert told.returncode == 1
    assert "menuen nævner en side, der ikke findes" in told.stderr and "haandbogen/netverk.md" in told.stderr
    assert "Traceback" not in told.stderr
    assert (copy / "site" / "earlier.html").exists()


def test_a_topic_past_its_review_is_told_of_in_a_build_that_replaces_the_earlier_site_all_the_same(copy):
    validity = copy / "data" / "validity.yml"
    validity.write_text(validity.read_text().replace('next_review: "2027-01-15"', 'next_review: "2020-01-15"', 1))
    told = build(copy)
    assert told.returncode == 0, told.stderr
    assert told.stdout.count("Husk: emnet") == 1 and "2020-01-15" in told.stdout
    assert (copy / "site" / "index.html").exists() and not (copy / "site" / "earlier.html").exists()
    assert (copy / "dist" / "samarbejdsguiden-offline.zip").exists()
