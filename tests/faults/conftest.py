"""The warm program, once for each process of the tests, and once more for each fault that strace brings."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import cache
from pathlib import Path

import pytest

from tests.faults.driver import Warm, can_trace


@pytest.fixture(scope="session")
def memory() -> Iterator[Path]:
    """A folder in memory where there is one: ten thousand small files a second are no work for a disk."""
    place = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="cchc-faults-", dir=place if os.access(place, os.W_OK) else None))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    with closing(Warm(tmp_path_factory.mktemp("warm"))) as started:
        yield started


@pytest.fixture(scope="session")
def under(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Warm]]:
    """The warm program under strace with a fault; each is started once, when first asked for."""
    if not can_trace():
        pytest.skip("needs strace, and the right to trace (apt-get install strace)")
    with ExitStack() as started:
        yield cache(lambda fault: started.enter_context(closing(Warm(tmp_path_factory.mktemp("traced"), fault))))
