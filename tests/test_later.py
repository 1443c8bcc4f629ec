"""What is put off is done once, and again when it is asked for again."""

from threading import Event, Timer
from threading import enumerate as enumerate_threads

import pytest

from portal.later import Later


@pytest.fixture
def nothing_later():
    """Here it does run."""


def test_it_runs_once_for_all_who_ask_until_then():
    done = []
    ran = Event()
    later = Later(0.2, lambda: (done.append(1), ran.set()))
    for _time in range(3):
        later.ask()
    assert not done and ran.wait(5) and done == [1]
    ran.clear()
    later.ask()
    assert ran.wait(5) and done == [1, 1]


def test_a_fault_is_logged_and_ends_nothing(caplog):
    tries = []
    of_others = set(enumerate_threads())

    def fail():
        tries.append(1)
        raise ValueError("no room")

    later = Later(0.01, fail)
    for number in range(1, 3):
        later.ask()
        for timer in [thread for thread in enumerate_threads() if isinstance(thread, Timer)]:
            if timer not in of_others:
                timer.join(5)
        assert len(tries) == number
    assert "no room" in caplog.text
