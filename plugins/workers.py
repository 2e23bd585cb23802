"""One loop, shared out over processes where the system can fork; in order, and the same result with one."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

Work = TypeVar("Work")
Result = TypeVar("Result")
_job: Callable[[int, int], list[object]] | None = None


def default_workers() -> int:
    """``WORKERS`` from the environment, else the processors this process may use, at most 8."""
    wanted = os.environ.get("WORKERS", "")
    if wanted.isdigit() and int(wanted) > 0:
        return int(wanted)
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(count, 8)


def share_out(function: Callable[[Work], Result], work: Sequence[Work], workers: int) -> list[Result]:
    """``[function(w) for w in work]``; forked workers inherit ``work`` instead of having it sent."""
    if workers < 2 or len(work) < 2 or not sys.platform.startswith("linux"):
        return [function(w) for w in work]
    # Work is sorted by path, so that heavy work lies together: small parts keep all processes busy to the end.
    size = max(1, min(200, len(work) // (workers * 8)))
    starts = range(0, len(work), size)
    _set_job(lambda start, length: [function(w) for w in work[start : start + length]])
    gc.freeze()  # what is there already is nobody's garbage: looking at it would copy its pages into every process
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            parts = pool.starmap(_run, [(start, size) for start in starts], chunksize=1)
    finally:
        gc.unfreeze()
        _set_job(None)
    return [result for part in parts for result in part]  # type: ignore[misc]


def _set_job(job: Callable[[int, int], list[object]] | None) -> None:
    # A forked worker finds its job here: closures cannot be sent, but they can be inherited.
    global _job
    _job = job


def _run(start: int, length: int) -> list[object]:
    if _job is None:
        raise RuntimeError("a worker was started without a job")
    return _job(start, length)
