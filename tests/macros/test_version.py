"""The version of the content: its time, its commit, and what readers are told."""

import subprocess
import time

import pytest

from macros.version import Version, version_of

IDENTITY = ["-c", "user.name=x", "-c", "user.email=x@example.org"]


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with one commit of 22 November 2026."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "1795305600 +0100")
    (tmp_path / "a.md").write_text("a")
    for words in (["init", "-q"], ["add", "."], [*IDENTITY, "commit", "-qm", "a"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    return tmp_path


def test_the_time_and_the_name_are_those_of_the_commit(repository):
    told = subprocess.run(["git", "rev-parse", "HEAD"], cwd=repository, capture_output=True, text=True, check=True)
    version = version_of(repository)
    assert (version.epoch, version.commit) == (1_795_305_600, told.stdout.strip())
    assert version.name == version.commit[:8]
    assert (version.day.isoformat(), version.stamp) == ("2026-11-22", "2026-11-22T00:00:00Z")


@pytest.mark.parametrize("name", ["a.md", "ny.md"])
def test_a_file_changed_or_added_since_is_told_by_a_plus(repository, name):
    (repository / name).write_text("b")
    assert version_of(repository).changed
    assert version_of(repository).name.endswith("+")


def test_the_environment_may_say_another_time(repository, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert version_of(repository).epoch == 1_000_000_000
    assert version_of(repository).commit


def test_outside_git_the_time_is_now_and_the_name_the_day(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    version = version_of(tmp_path)
    assert abs(version.epoch - time.time()) < 60
    assert (version.commit, version.changed, version.name) == ("", False, version.day.isoformat())


def test_without_git_itself_it_is_the_same(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert version_of(repository).commit == ""


def test_the_day_is_told_in_utc_wherever_the_build_is(monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    assert Version(1_795_305_599).day.isoformat() == "2026-11-21"
    monkeypatch.delenv("TZ")
    time.tzset()
