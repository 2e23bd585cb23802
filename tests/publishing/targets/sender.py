"""Publishers that can be killed: one process that forks a sender for each line it reads, so that starting costs nothing.

A line is a pickled target and release; the answers are the sender's process id and, later, how it ended.
"""

import base64
import os
import pickle
import random
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from publishing.targets.contract import Release, Target, TargetRefused
from tests.publishing.targets.publisher import publish

ROOT = Path(__file__).parents[3]
REFUSED = 3
_SHORTEST = 0.01  # seconds


class Senders:
    """Starts publishers, and kills them at random moments."""

    def __init__(self, process: "subprocess.Popen[str]", seed: int) -> None:
        self._process, self._random = process, random.Random(seed)
        self._usual = 1.0

    def run(self, target: Target, release: Release) -> float:
        """Seconds that an undisturbed sending takes; later kills fall inside them."""
        began = time.monotonic()
        self._start(target, release)
        assert self._answer() == 0
        self._usual = time.monotonic() - began
        return self._usual

    def refused(self, target: Target, release: Release) -> bool:
        """Whether the sending ends with a refusal, and its process with it."""
        self._start(target, release)
        status = os.waitstatus_to_exitcode(self._answer())
        assert status in (0, REFUSED)
        return status == REFUSED

    def kill(self, target: Target, release: Release) -> bool:
        """SIGKILL at a random moment of a sending; whether it was still at work."""
        pid = self._start(target, release)
        moment = self._random.uniform(0, self._usual)
        time.sleep(moment)
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        at_work = self._answer() == signal.SIGKILL
        # How long a sending takes changes with what else the machine does, and with what was left behind.
        if not at_work:
            self._usual = max(moment, _SHORTEST)
        elif moment > 0.8 * self._usual:
            self._usual *= 1.25
        return at_work

    def _start(self, target: Target, release: Release) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(base64.b64encode(pickle.dumps((target, release))).decode() + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())


@contextmanager
def senders(seed: int, imports: str) -> Iterator[Senders]:
    """``imports``: the module of the target, loaded once before the forks."""
    command = [sys.executable, "-m", "tests.publishing.targets.sender", imports]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Senders(process, seed)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(10)


def main() -> None:
    __import__(sys.argv[1])
    for line in sys.stdin:
        target, release = pickle.loads(base64.b64decode(line))
        pid = os.fork()
        if pid == 0:
            try:
                publish(target, release)
            except TargetRefused:
                os._exit(REFUSED)
            except Exception:  # noqa: BLE001
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        print(pid, flush=True)  # noqa: T201
        _, status = os.waitpid(pid, 0)
        print(status, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
