"""Where a build works, and how it takes the place of the last one: whole, or not at all."""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = ".build-"
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


@contextmanager
def work_folder(root: Path) -> Iterator[Path]:
    """A new folder below `root` that is gone afterwards; so are those of builds that were killed."""
    for left in root.glob(f"{PREFIX}*"):
        if not _runs(left.name.split("-")[1]):
            shutil.rmtree(left, ignore_errors=True)
    work = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=root))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def swap(made: Path, place: Path) -> None:
    """Put the folder `made` in the place of the old one, which goes where `made` was.

    Where the system can exchange two folders in one step (renameat2(2), Linux), there is no moment without one.
    """
    if place.exists() and not _exchange(made, place):
        place.rename(made.with_name(f"{made.name}-old"))
    if not place.exists():
        made.rename(place)


def _exchange(one: Path, other: Path) -> bool:
    call = getattr(ctypes.CDLL(None), "renameat2", None)
    return bool(call) and call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0


def _runs(number: str) -> bool:
    try:
        os.kill(int(number), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True
