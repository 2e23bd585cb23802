"""The program with everything imported, forking a child for each run: a run costs what it does, not what Python takes to start.

``python -m tests.faults.warm`` reads one order (JSON) a line: ``arguments`` of the verb, ``environ``, ``said``: the file
for what the run says, ``pad``: a system call to make in vain so many times before. It answers with the child's process
number, then with its exit code (negative: the signal that ended it). Answers go by ``send``, orders come by ``read``: strace,
which counts the calls of each process, finds nothing to count in the server.
"""

import ctypes
import fcntl
import gc
import json
import os
import socket
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import jinja2

from commands import publish, unchanged, verbs  # noqa: F401 - what the front door imports late
from commands.__main__ import main as front_door
from plugins.press.theme import Templates
from plugins.reading import engine
from publishing.switch import exchange
from tests.commune import NOW, Commune

_NO_FILE = 1_000_000
# Calls that change nothing: of no file, or of a file that has no name.
IN_VAIN: dict[str, Callable[[], object]] = {
    "openat": lambda: os.open("", os.O_RDONLY),
    "write": lambda: os.write(_NO_FILE, b""),
    "pwrite64": lambda: os.pwrite(_NO_FILE, b"", 0),
    "writev": lambda: os.writev(_NO_FILE, [b""]),
    "rename": lambda: os.rename("", ""),
    "renameat2": lambda: exchange(Path(), Path()),
    "link": lambda: os.link("", ""),
    "symlink": lambda: os.symlink("", ""),
    "unlink": lambda: os.unlink(""),
    "unlinkat": lambda: os.unlink("x", dir_fd=_NO_FILE),
    "mkdir": lambda: os.mkdir(""),
    "rmdir": lambda: os.rmdir(""),
    "chmod": lambda: os.chmod("", 0),
    "fchmod": lambda: os.fchmod(_NO_FILE, 0),
    "fchown": lambda: os.fchown(_NO_FILE, 0, 0),
    "fsync": lambda: os.fsync(_NO_FILE),
    "syncfs": lambda: ctypes.CDLL(None).syncfs(_NO_FILE),
    "fdatasync": lambda: os.fdatasync(_NO_FILE),
    "ftruncate": lambda: os.ftruncate(_NO_FILE, 0),
    "utimensat": lambda: os.utime(""),
    "sendfile": lambda: os.sendfile(_NO_FILE, _NO_FILE, 0, 1),
    "copy_file_range": lambda: os.copy_file_range(_NO_FILE, _NO_FILE, 1),
    "flock": lambda: fcntl.flock(_NO_FILE, fcntl.LOCK_SH),
}


def main() -> None:
    with socket.socket(fileno=os.dup(1)) as answers:
        _answer(answers, _warm_up())
        if os.fork() == 0:  # a new process, of which nothing has been counted yet
            _serve(answers)
            sys.exit()
        os.wait()


def _serve(answers: socket.socket) -> None:
    for line in iter(sys.stdin.readline, ""):
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            _become_the_program(order)
        _answer(answers, child)
        _answer(answers, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _warm_up() -> int:
    """One publish here, so that children import nothing; templates, half of the work, are parsed in no child again."""
    for owner, name in ((jinja2.Environment, "compile"), (Templates, "_digest")):
        setattr(owner, name, _once(getattr(owner, name)))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CCHC_CACHE"] = folder
        commune = Commune(Path(folder) / "content")
        commune.news("mot")
        code = publish.run(commune.content, Path(folder) / "public", NOW)
    # These files are seconds old. What is known by their times is to be tried too, and in each run alike.
    unchanged._TICK_NS = engine._TICK_NS = unchanged._FINE_NS = engine._FINE_NS = -1 << 60
    gc.freeze()
    gc.disable()
    return code


def _once(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method, remembered by its arguments: the program makes equal objects again and again, of one theme."""
    done: dict[Any, Any] = {}

    def remembering(self: object, *given: Any, **named: Any) -> Any:
        key = (given, tuple(named.items()))
        if key not in done:
            done[key] = method(self, *given, **named)
        return done[key]

    return remembering


def _become_the_program(order: dict[str, Any]) -> None:
    said = os.open(order["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(said, stream)
    os.environ.update(order["environ"])
    name, times = order["pad"]
    for _ in range(times):
        with suppress(OSError):
            IN_VAIN[name]()
    sys.argv[1:] = order["arguments"]
    front_door()


def _answer(answers: socket.socket, number: int) -> None:
    answers.send(f"{number}\n".encode())


if __name__ == "__main__":
    main()
