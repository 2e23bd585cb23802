"""No hostile input may hang the tests: the alarm ends a test that does."""

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

LIMIT = 15


@pytest.fixture(autouse=True)
def alarm() -> Iterator[None]:
    """Raises in the test after :data:`LIMIT` seconds, also inside a regular expression or an open FIFO."""

    def ring(signum: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"hung for {LIMIT} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(LIMIT)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
