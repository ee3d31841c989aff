"""The list of the service worker."""

import base64
import hashlib
import json
import re
import shutil

import pytest

from macros.publish.worker import BLANK, write_worker


@pytest.fixture
def folder(tmp_path, root):
    body = (root / "overrides" / "js" / "service-worker.js").read_text()
    (tmp_path / "service-worker.js").write_text(f"{BLANK}\n{body}")
    (tmp_path / "dele").mkdir()
    (tmp_path / "dele" / "side.html").write_text("<p>Æblegrød")
    (tmp_path / "stil.css").write_text("p { margin: 0; }")
    return tmp_path


def listed(folder) -> tuple[str, dict[str, str]]:
    line = (folder / "service-worker.js").read_text().split("\n")[0]
    edition, files = re.fullmatch(r'const edition = "(\w+)", files = new Map\((.*)\);', line).groups()
    return edition, dict(json.loads(files))


def test_it_names_every_file_but_itself_with_its_hash(folder):
    write_worker(folder)
    data = (folder / "dele" / "side.html").read_bytes()
    _, files = listed(folder)
    assert set(files) == {"dele/side.html", "stil.css"}
    assert files["dele/side.html"] == base64.b64encode(hashlib.sha256(data).digest()).decode()


def test_large_files_and_what_is_for_crawlers_are_left_out(folder):
    for name in ("bog.pdf", "bog.epub", "alt.zip", "sitemap.xml", "sitemap.xml.gz", "robots.txt"):
        (folder / name).write_text("x")
    write_worker(folder)
    assert set(listed(folder)[1]) == {"dele/side.html", "stil.css"}


def test_the_edition_changes_with_any_file_and_with_nothing_else(folder, tmp_path_factory):
    same = shutil.copytree(folder, tmp_path_factory.mktemp("same") / "site")
    other = shutil.copytree(folder, tmp_path_factory.mktemp("other") / "site")
    (other / "stil.css").write_text("p { margin: 1px; }")
    for one in (folder, same, other):
        write_worker(one)
    assert listed(folder) == listed(same)
    assert listed(folder)[0] != listed(other)[0]


def test_a_script_without_an_empty_list_is_refused(folder):
    write_worker(folder)
    with pytest.raises(ValueError, match="must begin with"):
        write_worker(folder)
