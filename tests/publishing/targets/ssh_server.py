"""A real sshd of its own on a free port, with its own host key and account key, and a relay before it that can cut."""

import getpass
import os
import re
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from publishing.targets.config import RsyncConfig, Secrets, SftpConfig
from tests.ports import free_port

SFTP_SERVER = next((p for p in map(Path, ("/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server")) if p.exists()), None)
SSHD = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin:/usr/local/sbin")


@dataclass(frozen=True)
class Sshd:
    """A running server; ``folder`` holds its keys, ``site`` is a fresh folder that targets publish to."""

    folder: Path
    port: int
    pid: int

    @property
    def known_hosts(self) -> Path:
        return self.folder / "known hosts"

    def settings(self, site: Path, **changes: Any) -> dict[str, Any]:
        return {
            "name": "may-chu",
            "secrets": Secrets("may-chu", {}),
            "state": self.folder / "state",
            "host": "127.0.0.1",
            "user": getpass.getuser(),
            "path": str(site),
            "port": self.port,
            "key_file": self.folder / "account key",
            "known_hosts": self.known_hosts,
            **changes,
        }

    def sftp(self, site: Path, **changes: Any) -> SftpConfig:
        return SftpConfig(**self.settings(site, **changes))

    def rsync(self, site: Path, **changes: Any) -> RsyncConfig:
        return RsyncConfig(**self.settings(site, **changes))

    def known_at(self, port: int) -> None:
        """Make the same host key known under another port, for a relay."""
        key = (self.folder / "host.pub").read_text()
        self.known_hosts.write_text(self.known_hosts.read_text() + f"[127.0.0.1]:{port} {key}")

    def kill_sessions(self) -> int:
        """SIGKILL to everything that serves a connection, the server itself aside."""
        below = _below(self.pid)
        for pid in below:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return len(below)


def _below(root: int) -> list[int]:
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    found, level = [], [root]
    while level:
        level = [pid for pid, parent in parents.items() if parent in level]
        found += level
    return found


def make_key(file: Path) -> None:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(file)], check=True)


@contextmanager
def sshd_in(folder: Path, denied: str = "", before: tuple[str, ...] = (), sftp: str = "", forced: str = "") -> Iterator[Sshd]:
    """``denied``: an SFTP request that the server does not know; ``before``: a program that starts it.

    ``sftp``: the command that serves SFTP in place of OpenSSH's own; ``forced``: the one that serves every command.
    """
    folder.mkdir(exist_ok=True)
    make_key(folder / "host")
    make_key(folder / "account key")
    shutil.copy(folder / "account key.pub", folder / "authorized")
    port = free_port()
    (folder / "known hosts").write_text(f"[127.0.0.1]:{port} {(folder / 'host.pub').read_text()}")
    (folder / "settings").write_text("\n".join((*_settings(folder, port, sftp or _sftp(denied), forced), "")))
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    command = [*before, str(SSHD), "-f", str(folder / "settings"), "-D", "-e"]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log) as process:
        server = Sshd(folder, port, process.pid)
        try:
            _wait_for(port, process, folder / "log")
            yield server
        finally:
            server.kill_sessions()
            process.terminate()
            process.wait(10)


def _sftp(denied: str) -> str:
    return f"{SFTP_SERVER}{f' -P {denied}' if denied else ''}"


def _settings(folder: Path, port: int, sftp: str, forced: str) -> list[str]:
    lines = [f"Port {port}", "ListenAddress 127.0.0.1", f"HostKey {folder}/host", "PidFile none", f"AuthorizedKeysFile {folder}/authorized"]
    # A home of its own keeps out what the shell of this machine's account would start.
    lines += ["UsePAM no", "StrictModes no", "UseDNS no", "MaxStartups 200", "PermitRootLogin yes", "MaxAuthTries 3", f"SetEnv HOME={folder}"]
    lines += [f"Subsystem sftp {sftp}", *([f"ForceCommand {forced}"] if forced else [])]
    version = re.search(r"OpenSSH_(\d+)\.(\d+)", subprocess.run(["ssh", "-V"], capture_output=True, text=True, check=True).stderr)
    if version and (int(version[1]), int(version[2])) >= (9, 8):
        lines.append("PerSourcePenalties no")
    return lines


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text()
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="session")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    if SSHD is None or SFTP_SERVER is None:
        pytest.skip("needs Debian's openssh-server and openssh-sftp-server")
    with sshd_in(tmp_path_factory.mktemp("sshd")) as server:
        yield server


@dataclass
class Line:
    """A relay. ``up`` counts bytes from the client; after ``limit`` of them the connection is cut, or falls silent, once."""

    port: int
    to: int
    limit: int | None = None
    silent: bool = False
    up: int = 0
    cuts: int = 0
    open: list[socket.socket] = field(default_factory=list)

    def until(self, limit: int | None, silent: bool = False) -> None:
        self.limit, self.silent, self.up = limit, silent, 0

    def serve(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = listening.accept()
                server = socket.create_connection(("127.0.0.1", self.to))
                for end in (client, server):
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else small packets wait for each other
                self.open += [client, server]
                for pump in (self._up, self._down):
                    threading.Thread(target=pump, args=(client, server), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while data := client.recv(65536):
                if self.limit is not None and self.up + len(data) > self.limit:
                    server.sendall(data[: max(0, self.limit - self.up)])
                    self.limit = None
                    self.cuts += 1
                    break
                self.up += len(data)
                server.sendall(data)
        if not self.silent:
            _end(client, server)

    def _down(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while data := server.recv(65536):
                client.sendall(data)
        if not self.silent:
            _end(client, server)


def _end(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@contextmanager
def line_to(port: int) -> Iterator[Line]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        line = Line(listening.getsockname()[1], port)
        thread = threading.Thread(target=line.serve, args=(listening,), daemon=True)
        thread.start()
        try:
            yield line
        finally:
            _end(listening, *line.open)
            thread.join(5)
            for end in line.open:
                end.close()
