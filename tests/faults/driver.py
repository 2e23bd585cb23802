"""Run the warm program, freely or under strace, and know every system call by which it changes something."""

import json
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.commune import NOW, Outcome, tree
from tests.conftest import ROOT

STRACE = shutil.which("strace")
# Whatever changes a file or folder. "?": not every processor's Linux has all of them.
CHANGING = [
    *("openat", "creat", "write", "pwrite64", "writev", "pwritev", "truncate", "ftruncate", "fallocate", "sendfile", "copy_file_range"),
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"),
    *("mknod", "mknodat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat", "utimensat", "flock"),
    *("fsync", "fdatasync", "syncfs"),
]
# The fault is injected at this call of a process; calls in vain are put before a run so that it is the one that is meant.
# No run comes so far by itself, nor does Python when it imports the program, which opens some 3,200 files.
AT = dict.fromkeys(CHANGING, 400) | {"openat": 5_000}
_CALL = re.compile(r"\d+ +(\w+)\((.*)")
_FAILED = ") = -1 E"
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")


@dataclass(frozen=True, slots=True)
class Call:
    """The ``when``-th call of this name in a run, counted from 1, and how strace showed it."""

    name: str
    when: int
    line: str


class Warm:
    """The fork server of ``warm.py``, and what one of its children said and did."""

    def __init__(self, folder: Path, fault: str | None = None) -> None:
        """``fault``: run under strace, which does this ("error=EIO"; nothing when empty) at the :data:`AT`-th call of any name."""
        self._said, self._trace = folder / "said", folder / "trace"
        self._seen = 0
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "CCHC_NO_VENV": "1", "WORKERS": "1"}
        ours, its = socket.socketpair()
        with its, (folder / "errors").open("w") as errors:
            self._server = subprocess.Popen(
                [*_strace(self._trace, fault), sys.executable, "-m", "tests.faults.warm"],
                cwd=ROOT,
                env=environ,
                text=True,
                bufsize=1,
                stdin=subprocess.PIPE,
                stdout=its.fileno(),
                stderr=errors,
            )
        with ours:
            self._answers = ours.makefile(encoding="ascii")
        started = self._answers.readline()
        assert started == "0\n", f"the warm program did not start (does it now make more calls than AT says?): {(folder / 'errors').read_text()}"

    def start(self, base: Path, *more: str, pad: tuple[str, int] = ("", 0)) -> int:
        """Begin publishing ``base/content`` to ``base/public`` with ``base/cache``; the child's process number."""
        self._seen = self._trace.stat().st_size if self._trace.exists() else 0
        arguments = ["publish", "--content", str(base / "content"), "--public", str(base / "public"), "--now", NOW, *more]
        order = {"arguments": arguments, "environ": {"CCHC_CACHE": str(base / "cache")}, "said": str(self._said), "pad": pad}
        assert self._server.stdin
        self._server.stdin.write(json.dumps(order) + "\n")
        return self._answer()

    def end(self) -> Outcome:
        code = self._answer()
        return Outcome(code, self._said.read_text(encoding="utf-8", errors="replace"))

    def publish(self, base: Path, *more: str) -> Outcome:
        self.start(base, *more)
        return self.end()

    def killed_after(self, seconds: float, base: Path, *more: str) -> bool:
        """A publish that is killed, unless it was done before."""
        child = self.start(base, *more)
        if not select.select([self._answers], [], [], seconds)[0]:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        return self.end().code == -signal.SIGKILL

    def traced(self, base: Path, meant: Call | None = None) -> tuple[Outcome, list[str]]:
        """A publish with strace's fault at the call that is meant; how it ended, and its calls."""
        child = self.start(base, pad=(meant.name, AT[meant.name] - meant.when) if meant else ("", 0))
        outcome = self.end()
        with self._trace.open(encoding="utf-8", errors="replace") as trace:
            trace.seek(self._seen)
            return outcome, [line for line in trace if line.startswith(f"{child} ")]

    def close(self) -> None:
        assert self._server.stdin
        self._server.stdin.close()
        self._server.wait(timeout=10)
        self._answers.close()

    def _answer(self) -> int:
        return int(self._answers.readline())


def _strace(trace: Path, fault: str | None) -> list[str]:
    if fault is None:
        return []
    command = [str(STRACE), "-f", "-q", "-y", "-s", "0", "-o", str(trace), "-e", "trace=" + ",".join(f"?{name}" for name in CHANGING)]
    # With a filter in the kernel only the changing calls stop for a look; there strace 6.1 can fail a call, but not send a signal.
    command += ["--seccomp-bpf"] if "signal" not in fault else []
    return command + [word for name in CHANGING if fault for word in ("-e", f"inject=?{name}:{fault}:when={AT[name]}")]


NOBODY = 65534
BECOME_NOBODY = ("setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups")


def command(base: Path, *before: str, public: str = "out/public") -> Outcome:
    """A cold ``python -m commands publish`` of ``base/content``, behind another command; it may write in ``base/out`` alone."""
    environ = {
        **{key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ},
        **{"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "CCHC_NO_VENV": "1", "WORKERS": "1", "NOW": NOW},
        **{"HOME": str(base / "out"), "CCHC_CACHE": str(base / "out" / "cache")},
    }
    arguments = ["publish", "--content", str(base / "content"), "--public", str(base / public)]
    done = subprocess.run([*before, sys.executable, "-m", "commands", *arguments], cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    return Outcome(done.returncode, done.stdout + done.stderr)


def nobody_may_read_the_program() -> bool:
    """Whether another user can run what is tested: its own files may lie in a closed folder."""
    if os.name == "nt" or os.geteuid() != 0 or shutil.which("setpriv") is None:
        return False
    tried = [*BECOME_NOBODY, sys.executable, "-c", "import pelican, commands.verbs"]
    return subprocess.run(tried, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=False).returncode == 0


def can_trace() -> bool:
    return STRACE is not None and subprocess.run([STRACE, "-o", os.devnull, "true"], check=False, capture_output=True).returncode == 0


def touches(line: str, base: Path) -> bool:
    """Whether a line of the trace is a call that changes something below a folder."""
    call = _CALL.match(line)
    return call is not None and str(base) in call[2] and (call[1] != "openat" or bool(_WRITES.search(call[2])))


def changing_calls(lines: list[str], base: Path) -> list[Call]:
    """Every call of a traced run that changes something below ``base``: what had failed anyway changes nothing."""
    counts: Counter[str] = Counter()
    found = []
    for line in lines:
        assert "<unfinished" not in line, "one process at a time makes the calls"
        call = _CALL.match(line)
        if call:
            counts[call[1]] += 1
            found += [Call(call[1], counts[call[1]], line)] if touches(line, base) and _FAILED not in line else []
    assert all(count < AT[name] for name, count in counts.items())
    return found


class Scene:
    """A published site and a changed content, put back as it was before every fault."""

    def __init__(self, base: Path) -> None:
        """``base`` holds content, and what was published of an earlier one."""
        self.base, self._kept = base, base.with_name(base.name + "-kept")
        self.old = self.served
        self._copy(base, self._kept)

    def restore(self) -> None:
        shutil.rmtree(self.base)
        self._copy(self._kept, self.base)

    def _copy(self, one: Path, other: Path) -> None:
        subprocess.run(["cp", "-a", one, other], check=True)  # with times and hard links, which shutil does not keep

    @property
    def served(self) -> dict[str, bytes]:
        public = self.base / "public"
        return tree(public) if public.is_dir() else {}
