"""Which version of the content this is: its time and the commit it comes from."""

import os
import subprocess
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

SHORT = 8  # as many signs everywhere: how many git itself shows varies with the repository


@dataclass(frozen=True)
class Version:
    """The content's time in seconds since 1970, its commit ("" outside git), and whether files differ from it."""

    epoch: int
    commit: str = ""
    changed: bool = False

    @property
    def day(self) -> date:
        """The day of the content, in UTC."""
        return datetime.fromtimestamp(self.epoch, UTC).date()

    @property
    def stamp(self) -> str:
        """The time as XML and Atom write it: 2026-11-22T15:04:05Z."""
        return datetime.fromtimestamp(self.epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def name(self) -> str:
        """What readers tell the version by: the short commit, with a + when files are changed since; else the day."""
        return self.commit[:SHORT] + "+" * self.changed if self.commit else self.day.isoformat()


def version_of(root: Path) -> Version:
    """The version of the guide at `root`.

    The time is that of SOURCE_DATE_EPOCH, else of the last commit, else now.
    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    committed, _, commit = _git(root, "log", "-1", "--format=%ct %H").partition(" ")
    changed = bool(commit and _git(root, "status", "--porcelain"))
    return Version(int(os.environ.get("SOURCE_DATE_EPOCH") or committed or time.time()), commit, changed)


def _git(root: Path, *words: str) -> str:
    """What git says; nothing where there is no git or no repository."""
    try:
        command = ["git", "--no-optional-locks", *words]
        told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return told.stdout.strip() if told.returncode == 0 else ""
