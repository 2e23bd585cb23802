"""Git as a program: it never asks, never hangs, runs no hook, and sees nothing of a git that we run inside of.

Plumbing, and not ghp-import: that one needs a clone whose work it disturbs, takes the whole folder as it finds it, pushes
without a look at what lies there, and neither times out nor tells its errors apart.
"""

import os
import queue
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from publishing.targets.contract import TIMEOUT, TargetRefused

SILENCE = 4 * TIMEOUT  # seconds without a word: a server may think for a while about what it was sent
_OUTSIDE = ("GIT_SSH", "GIT_SSH_COMMAND", "GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "GIT_EXEC_PATH")
_SSH = f"-o BatchMode=yes -o ConnectTimeout={TIMEOUT:.0f} -o ServerAliveInterval={TIMEOUT / 2:.0f} -o ServerAliveCountMax=2"
_TOKEN = "CCHC_GIT_TOKEN"
# Git asks this for a password, at that host alone; on no command line and in no file.
_HELPER = f"""!f() {{ test "$1" = get && printf 'username=x-access-token\\npassword=%s\\n' "${_TOKEN}"; }}; f"""
_SETTINGS = (
    ("core.hooksPath", os.devnull),
    ("http.lowSpeedLimit", "1"),
    ("http.lowSpeedTime", f"{TIMEOUT:.0f}"),
    ("gc.auto", "0"),
    ("fetch.negotiationAlgorithm", "noop"),  # our repository is new each time: there is nothing to offer
)


class GitFailed(Exception):
    """A command failed; the message is what it wrote."""


@dataclass(frozen=True, slots=True)
class Git:
    """Runs git in a bare repository of its own. ``token`` is for https."""

    repository: Path
    remote: str
    token: str | None

    @classmethod
    def begin(cls, repository: Path, remote: str, token: str | None) -> "Git":
        """An empty repository that knows one remote, ``target``."""
        if shutil.which("git") is None:
            raise TargetRefused("Máy này chưa có git. Cài git rồi chạy lại (Debian, Ubuntu: apt install git).")
        git = cls(repository, remote, token)
        git.run("init", "--quiet", "--bare", "--template=")
        git.run("config", "remote.target.url", remote)
        return git

    def run(self, *arguments: str, given: Iterable[bytes] = (), **environ: str) -> bytes:
        """What a local command writes; ``given`` is fed to it. Raises :class:`GitFailed`."""
        with self._started(arguments, subprocess.PIPE, environ) as process:
            try:
                _feed(process, given)
            except BaseException:
                process.kill()
                raise
            assert process.stdout is not None
            assert process.stderr is not None
            written, said = process.stdout.read(), process.stderr.read()
        if process.returncode:
            raise GitFailed(said.decode(errors="replace"))
        return written

    def talk(self, *arguments: str, given: Iterable[bytes] = ()) -> None:
        """A command that talks with the server; given up after :data:`SILENCE`. Raises :class:`GitFailed`."""
        with self._started(arguments, subprocess.STDOUT, {}) as process:
            _feed(process, given)
            said = _heard(process)
        if process.returncode:
            raise GitFailed(said)

    def _started(self, arguments: Iterable[str], errors: int, environ: dict[str, str]) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            ["git", f"--git-dir={self.repository}", *arguments],
            env={**self._environment(), **environ},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            start_new_session=True,  # so that its helpers end with it
        )

    def _environment(self) -> dict[str, str]:
        """English words; no question, neither on the terminal nor in a window; no transport but the three."""
        outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _OUTSIDE}
        settings = list(_SETTINGS)
        if self.token:
            parts = urlsplit(self.remote)
            settings += [("credential.helper", ""), (f"credential.{parts.scheme}://{parts.netloc}.helper", _HELPER)]
            outside[_TOKEN] = self.token
        for number, (key, value) in enumerate(settings):
            outside |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
        if "GIT_SSH" not in outside:
            outside["GIT_SSH_COMMAND"] = f"{outside.get('GIT_SSH_COMMAND', 'ssh')} {_SSH}"
        quiet = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "", "SSH_ASKPASS": "", "GIT_ALLOW_PROTOCOL": "https:ssh:file"}
        return {**outside, **quiet, "GIT_CONFIG_COUNT": str(len(settings))}


def _feed(process: "subprocess.Popen[bytes]", given: Iterable[bytes]) -> None:
    """A process that ends early says why itself."""
    assert process.stdin is not None
    with suppress(BrokenPipeError):
        for part in given:
            process.stdin.write(part)
    with suppress(BrokenPipeError):
        process.stdin.close()


def _heard(process: "subprocess.Popen[bytes]") -> str:
    """Everything a command writes until it ends. Its progress is how we know that it lives."""
    parts: queue.Queue[bytes] = queue.Queue()
    assert process.stdout is not None
    stream = process.stdout.fileno()

    def listen() -> None:
        while part := os.read(stream, 65536):
            parts.put(part)
        parts.put(b"")

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    heard = b""
    try:
        while part := parts.get(timeout=SILENCE):
            heard += part
    except queue.Empty:
        heard += b"\ntimed out"
    finally:
        _end(process)
        listener.join(1)
    return heard.decode(errors="replace")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Let a command that has closed its output end by itself; otherwise end it and its helpers."""
    try:
        process.wait(1)
    except subprocess.TimeoutExpired:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
