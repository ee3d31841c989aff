"""A build that is killed, at any moment, leaves the last good site and dist whole."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from macros.publish.swap import PREFIX, swap, work_folder
from tests.macros.conftest import guide, whole  # noqa: F401

KILLS = 10


def build(root: Path) -> subprocess.Popen:
    env = os.environ | {"SOURCE_DATE_EPOCH": "1795305600"}
    return subprocess.Popen([sys.executable, "-m", "macros.publish"], cwd=root, env=env, stdout=subprocess.DEVNULL)


def state(folder: Path) -> str:
    """All names and bytes below a folder, as one hash."""
    told = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        told.update(f"{path.relative_to(folder)}\0".encode())
        told.update(path.read_bytes() if path.is_file() else b"")
    return told.hexdigest()


def test_ten_builds_killed_at_random_moments_leave_site_and_dist_whole(whole):  # noqa: F811
    root = whole()
    started = time.monotonic()
    assert build(root).wait() == 0
    seconds = time.monotonic() - started
    good = state(root / "site"), state(root / "dist")
    chance, killed = random.Random(2026), 0
    while killed < KILLS:
        running = build(root)
        time.sleep(seconds * (killed + chance.random()) / KILLS)
        running.send_signal(signal.SIGKILL)
        if running.wait() == -signal.SIGKILL:
            killed += 1
        else:
            seconds *= 0.9  # the machine had more to do when the first build was timed
        assert (state(root / "site"), state(root / "dist")) == good
    assert build(root).wait() == 0
    assert (state(root / "site"), state(root / "dist")) == good
    assert list(root.glob(f"{PREFIX}*")) == [], "what killed builds left is cleaned up by the next"


def test_two_folders_change_places_in_one_step(tmp_path):
    for name in ("new", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_text(name)
    swap(tmp_path / "new", tmp_path / "old")
    assert [path.name for path in (tmp_path / "old").iterdir()] == ["new"]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["old"]


def test_the_first_build_needs_no_earlier_one(tmp_path):
    (tmp_path / "new").mkdir()
    swap(tmp_path / "new", tmp_path / "place")
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


def test_a_build_cleans_up_after_the_dead_and_leaves_the_living_alone(tmp_path):
    dead, living = tmp_path / f"{PREFIX}999999999-x", tmp_path / f"{PREFIX}{os.getpid()}-x"
    dead.mkdir()
    living.mkdir()
    with work_folder(tmp_path) as work:
        assert work.is_dir()
    assert list(tmp_path.iterdir()) == [living]
