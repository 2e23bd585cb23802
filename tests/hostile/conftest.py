"""No hostile input may hang the tests: the alarm ends a test that does."""

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

LIMIT = 15  # seconds of the process's own time: a busy machine hangs nobody


class Hung(Exception):
    """Not a fault of the system, which the program would tell as such."""


@pytest.fixture(autouse=True)
def alarm() -> Iterator[None]:
    """Raises in the test after :data:`LIMIT` seconds, also inside a regular expression; an open FIFO takes ten times as long."""

    def ring(signum: int, frame: FrameType | None) -> None:
        raise Hung(f"hung for {LIMIT} s")

    before = {number: signal.signal(number, ring) for number in (signal.SIGPROF, signal.SIGALRM)}
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    signal.alarm(10 * LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)
        for number, handler in before.items():
            signal.signal(number, handler)
