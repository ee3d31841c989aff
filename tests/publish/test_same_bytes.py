"""The same commit gives the same bytes, wherever and whenever it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4711"}


@pytest.fixture(scope="module")
def elsewhere(root, tmp_path_factory) -> Path:
    """The guide built again from its sources alone, in another folder and another time zone, from newer files."""
    folder = tmp_path_factory.mktemp("et andet sted")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if told.returncode:
        pytest.skip("the sources are in no repository here, so nothing tells them from what was made of them")
    for name in filter(None, told.stdout.split("\0")):
        if (root / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, folder / name)
    (folder / ".git").symlink_to(root / ".git")
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    command = [sys.executable, "-m", "macros.publish"]
    told = subprocess.run(command, cwd=folder, env=environment | ELSEWHERE, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return folder


@pytest.mark.slow
@pytest.mark.xdist_group("builds")
@pytest.mark.parametrize("made", ["site", "dist"])
def test_every_file_is_the_same_byte_for_byte(root, elsewhere, made):
    here, there = (
        {path.relative_to(top): path for path in top.rglob("*") if path.is_file()}
        for top in (root / made, elsewhere / made)
    )
    assert here.keys() == there.keys()
    differing = [name.as_posix() for name, path in here.items() if path.read_bytes() != there[name].read_bytes()]
    assert differing == []
    assert {".epub", ".zip"} <= {name.suffix for name in here}
