"""Work beside the build answers, tells what went wrong, and never keeps a build from ending."""

import os
import signal
import time

import pytest

from macros.publish.beside import beside

LARGER_THAN_A_PIPE = 1 << 20


def test_the_answer_comes_though_it_is_larger_than_what_a_pipe_holds():
    with beside(lambda _: bytes(LARGER_THAN_A_PIPE)) as worker:
        assert worker.answer() == bytes(LARGER_THAN_A_PIPE)


def test_the_work_is_done_while_the_block_runs():
    with beside(lambda _: time.time()) as worker:
        time.sleep(0.5)
        now = time.time()
        assert worker.answer() < now


def test_what_went_wrong_is_raised_where_the_answer_is_asked_for():
    with beside(lambda _: 1 / 0) as worker, pytest.raises(ZeroDivisionError):
        worker.answer()


def test_a_block_that_fails_before_it_asks_ends():
    with pytest.raises(KeyError), beside(lambda _: bytes(LARGER_THAN_A_PIPE)):
        raise KeyError


def test_a_work_that_is_killed_is_no_answer():
    with beside(lambda _: os.kill(os.getpid(), signal.SIGKILL)) as worker, pytest.raises(EOFError):
        worker.answer()


def test_the_work_goes_on_with_what_it_is_told_as_it_comes():
    with beside(sum) as worker:
        for number in (1, 2, 3, None):
            worker.tell(number)
        assert worker.answer() == 6


def test_a_work_that_is_not_told_the_last_ends_with_the_block():
    with beside(list) as worker:
        worker.tell("one of more")


def test_telling_a_work_that_has_failed_is_no_fault_of_its_own():
    with beside(lambda _: 1 / 0) as worker:
        for _ in range(20):
            worker.tell(bytes(LARGER_THAN_A_PIPE))
        with pytest.raises(ZeroDivisionError):
            worker.answer()
