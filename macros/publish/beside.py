"""Work done beside the rest of a build, in a process of its own."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

Answer = TypeVar("Answer")
# A copy of this process: the work begins at once, with all that is in memory here.
PROCESSES = get_context("fork")
BEHIND = 5  # of nice(2): what is beside gives way, so that what others wait for comes first


@contextmanager
def beside(work: Callable[[], Answer]) -> Iterator[Callable[[], Answer]]:
    """Do `work` while the block runs. Gives what waits for its answer, or raises what it raised; both are pickled.

    A block that ends without asking waits for the work to end. Asking raises EOFError when the process was killed.
    """
    here, there = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=_work, args=(work, here, there))
    process.start()
    there.close()
    try:
        with here:
            yield lambda: _told(here)
    finally:
        process.join()


def _work(work: Callable[[], object], here: Connection, there: Connection) -> None:
    here.close()
    os.nice(BEHIND)
    try:
        answer = work(), None
    except Exception as error:
        answer = None, error
    with suppress(BrokenPipeError):  # nobody waits any more
        there.send(answer)


def _told(here: Connection) -> object:
    answer, error = here.recv()
    if error:
        raise error
    return answer
