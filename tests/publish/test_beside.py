"""Work beside the build answers, tells what went wrong, and never keeps a build from ending."""

import os
import signal
import time

import pytest

from macros.publish.beside import beside

LARGER_THAN_A_PIPE = 1 << 20


def test_the_answer_comes_though_it_is_larger_than_what_a_pipe_holds():
    with beside(lambda: bytes(LARGER_THAN_A_PIPE)) as answer:
        assert answer() == bytes(LARGER_THAN_A_PIPE)


def test_the_work_is_done_while_the_block_runs():
    with beside(time.time) as answer:
        time.sleep(0.5)
        now = time.time()
        assert answer() < now


def test_what_went_wrong_is_raised_where_the_answer_is_asked_for():
    with beside(lambda: 1 / 0) as answer, pytest.raises(ZeroDivisionError):
        answer()


def test_a_block_that_fails_before_it_asks_ends():
    with pytest.raises(KeyError), beside(lambda: bytes(LARGER_THAN_A_PIPE)):
        raise KeyError


def test_a_work_that_is_killed_is_no_answer():
    with beside(lambda: os.kill(os.getpid(), signal.SIGKILL)) as answer, pytest.raises(EOFError):
        answer()
