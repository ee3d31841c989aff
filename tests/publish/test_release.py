"""`make release`: only what is a commit, and nothing else, is handed out."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from macros.publish.release import release

IDENTITY = ["-c", "user.name=x", "-c", "user.email=x@example.org"]


@pytest.fixture
def repository(tmp_path) -> Path:
    (tmp_path / "a.md").write_text("a")
    (tmp_path / ".gitignore").write_text("/dist/\n")
    for words in (["init", "-q"], ["add", "."], [*IDENTITY, "commit", "-qm", "a"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    return tmp_path


def building(root: Path, result: int = 0):
    """A build that writes one file into dist/."""

    def build() -> int:
        (root / "dist").mkdir()
        (root / "dist" / "bog.pdf").write_bytes(b"bog")
        return result

    return build


def test_a_commit_is_built_and_every_file_of_it_has_its_checksum(repository, capsys):
    assert release(repository, building(repository)) == 0
    line = f"{hashlib.sha256(b'bog').hexdigest()}  bog.pdf\n"
    assert (repository / "dist" / "SHA256SUMS").read_text() == line
    told = capsys.readouterr().out
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=repository, capture_output=True, text=True, check=True)
    assert line in told and f"Udgave {commit.stdout[:8]} " in told


@pytest.mark.parametrize("name", ["a.md", "ny.md"])
def test_a_file_that_is_changed_or_not_in_git_stops_it_in_danish(repository, capsys, name):
    (repository / name).write_text("b")
    assert release(repository, building(repository)) == 1
    assert "Ikke udgivet: der er ændringer, som ikke er gemt i git" in capsys.readouterr().err
    assert not (repository / "dist").exists()


def test_outside_git_it_stops(tmp_path, capsys):
    assert release(tmp_path, building(tmp_path)) == 1
    assert "ikke et git-arkiv" in capsys.readouterr().err


def test_a_build_that_fails_hands_out_nothing(repository):
    assert release(repository, building(repository, result=1)) == 1
    assert not (repository / "dist" / "SHA256SUMS").exists()
