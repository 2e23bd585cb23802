"""``python -I -S meter.py OUT SECONDS COMMAND…``: runs one command and writes what it and all its descendants cost.

A process of its own: nothing else is among its children, and it is small, so that the peak it reports is not its own.
Descendants that outlive their parent are adopted and waited for, where the system can (Linux).
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36


def main(out: str, seconds: str, *command: str) -> None:
    """Write ``{"wall", "cpu", "rss", "code"}``: seconds, seconds, MiB of the largest process, exit code."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    began = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    late = threading.Timer(float(seconds), os.killpg, (child.pid, signal.SIGKILL))
    late.start()
    try:
        code = child.wait()
        wall = time.perf_counter() - began
        with suppress(ChildProcessError):
            while True:
                os.wait()
    except KeyboardInterrupt:
        # The command has a session of its own: what is typed at the terminal does not reach it.
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        raise SystemExit(130) from None
    finally:
        late.cancel()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    cost = {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "rss": used.ru_maxrss / unit, "code": code}
    Path(out).write_text(json.dumps(cost), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
