"""Work done beside the rest of a build, in a process of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection

# A copy of this process: the work begins at once, with all that is in memory here.
PROCESSES = get_context("fork")


class Worker:
    """The way to the process that does the work."""

    def __init__(self, feed: Connection, answers: Connection):
        self._feed, self._answers = feed, answers

    def tell(self, told: object) -> None:
        """Hand the work something to go on with; None is the last."""
        with suppress(BrokenPipeError):  # why it has ended, it says when it is asked
            self._feed.send(told)

    def answer(self) -> object:
        """Wait for what the work returns, or raise what it raised; EOFError when the process was killed."""
        answer, error = self._answers.recv()
        if error:
            raise error
        return answer


@contextmanager
def beside(work: Callable[[Iterator], object]) -> Iterator[Worker]:
    """Do `work` while the block runs. It is given what it is told, which ends with EOFError if the block ends first.

    What is told, and the answer, are pickled. A block that ends without asking waits for the work to end.
    """
    (told, feed), (answers, reply) = PROCESSES.Pipe(duplex=False), PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=_work, args=(work, told, reply, (feed, answers)))
    process.start()
    told.close()
    reply.close()
    try:
        with feed, answers:
            yield Worker(feed, answers)
    finally:
        process.join()


def _work(work: Callable[[Iterator], object], told: Connection, reply: Connection, theirs: tuple) -> None:
    for connection in theirs:  # or this process would wait for itself
        connection.close()
    try:
        answer = work(iter(told.recv, None)), None
    except Exception as error:
        answer = None, error
    with suppress(BrokenPipeError):  # nobody waits any more
        reply.send(answer)
