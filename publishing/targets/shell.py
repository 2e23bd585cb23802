"""Commands at a server over the ssh program: one login a session, no questions, no waiting without end."""

import re
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from publishing.targets import ssh_words as words
from publishing.targets.config import RsyncConfig
from publishing.targets.contract import TargetRefused
from publishing.targets.place import PlaceFull

_NOT_THERE = 97  # exit status of our scripts when the folder of the target is missing
_LONGEST = 20  # times the timeout: no single command takes longer
_FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/=]+")
_FULL = re.compile(r"No space left on device|Disk quota exceeded")
_DENIED = re.compile(r"Read-only file system|Permission denied|Operation not permitted")
_CUT = re.compile(r"Connection (?:reset|closed|to .* closed)|closed by remote host|Broken pipe|connection unexpectedly closed|error in socket IO|\(code (?:10|12)\)")


@dataclass(frozen=True, slots=True)
class Answer:
    """Exit status (not one of ssh's own) and output of a command."""

    status: int
    output: bytes


@dataclass(frozen=True, slots=True)
class Shell:
    """``private``: a folder on this machine for this session; ``timeout`` in seconds without a byte."""

    config: RsyncConfig
    private: Path
    timeout: float

    @property
    def ssh(self) -> list[str]:
        """The ssh command, without the host, of what shares the login; when that breaks, it does not log in anew."""
        return [*self.login, "-oProxyCommand=false"]

    @property
    def login(self) -> list[str]:
        """The ssh command, without the host, of the login itself. Everything that could ask a question is off."""
        third = max(1, int(self.timeout / 3))
        options = ["BatchMode=yes", "StrictHostKeyChecking=yes", "UpdateHostKeys=no", "ClearAllForwardings=yes"]
        options += [f"ConnectTimeout={max(1, int(self.timeout))}", f"ServerAliveInterval={third}", "ServerAliveCountMax=3", "LogLevel=ERROR"]
        if self.config.known_hosts:
            options.append(f'UserKnownHostsFile="{self.config.known_hosts}"')
        if self.config.key_file:
            options.append("IdentitiesOnly=yes")
        key = ["-i", str(self.config.key_file)] if self.config.key_file else []
        return ["ssh", "-T", "-S", str(self.private / "s"), "-p", str(self.config.port), "-l", self.config.user, *key, *(f"-o{o}" for o in options)]

    def run(self, script: str, *arguments: str, given: bytes = b"", allowed: Sequence[int] = ()) -> Answer:
        """Run a script of POSIX sh in the folder of the target; a status that is not ``allowed`` is refused."""
        script = f'LC_ALL=C; export LC_ALL; cd -- "$1" || exit {_NOT_THERE}; shift; {script}'
        root = self.config.path.removeprefix("~/") or "."
        command = shlex.join(["sh", "-c", script, "sh", root, *arguments])
        try:
            done = subprocess.run(
                [*mortal(self.ssh), "--", self.config.host, command], input=given, capture_output=True, timeout=self.timeout * _LONGEST, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise TargetRefused(words.silent(self.config.host, self.timeout)) from error
        if done.returncode in (0, *allowed):
            return Answer(done.returncode, done.stdout)
        raise self.refused(done.returncode, done.stderr)

    def refused(self, status: int, stderr: bytes) -> TargetRefused:
        """Why a command failed, and what to do."""
        config, said = self.config, stderr.decode("utf-8", "replace").strip()
        where = f"{config.path} trên máy chủ {config.host}"
        last = said.splitlines()[-1][:300] if said else f"mã {status}"
        if status == _NOT_THERE:
            return TargetRefused(words.no_folder(config))
        if _FULL.search(said):
            return PlaceFull(f"Hết chỗ hoặc hết hạn mức đĩa ở {where}. {words.KEPT_OLD}; dọn bớt rồi chạy lại.")
        if status == 255 and (told := self._no_login(said)):
            return TargetRefused(told)
        if _DENIED.search(said):
            return TargetRefused(f"Không ghi hoặc đọc được trong {where} ({last}). {words.KEPT_OLD}; cấp quyền cho tài khoản '{config.user}' rồi chạy lại.")
        if status == 127 or "command not found" in said:
            return TargetRefused(f'Máy chủ {config.host} thiếu một chương trình ({last}). Nhờ nơi quản trị cài rsync, hoặc dùng kind = "sftp".')
        if status in (10, 12, 30, 35, 255) or _CUT.search(said):
            return TargetRefused(words.cut(config.host, last))
        return TargetRefused(words.denied(config.host, config.path, last))

    def _no_login(self, said: str) -> str | None:
        if "HOST IDENTIFICATION HAS CHANGED" in said:
            return words.changed_key(self.config, next(iter(_FINGERPRINT.findall(said)), "?"))
        if "Host key verification failed" in said:
            return words.unknown_host(self.config, _fingerprints(self.config.host, self.config.port, self.timeout))
        if "Permission denied (" in said or "Too many authentication failures" in said:
            return (
                f"Máy chủ {self.config.host} không nhận tài khoản '{self.config.user}' với khóa đã cho. "
                "Kiểm tra 'user', 'key_file', hoặc nạp khóa bằng ssh-add (rsync không dùng mật khẩu)."
            )
        if "Could not resolve hostname" in said:
            return words.no_such_host(self.config)
        if "Connection refused" in said:
            return words.switched_off(self.config)
        if "timed out" in said or "Timeout, server" in said:
            return words.silent(self.config.host, self.timeout)
        return None


@contextmanager
def logged_in(config: RsyncConfig, timeout: float) -> Iterator[Shell]:
    """One login that the commands of a session share."""
    for program, package in (("ssh", "openssh-client"), ("rsync", "rsync")):
        if shutil.which(program) is None:
            raise TargetRefused(f"Máy này chưa có chương trình {program}. Cài bằng: apt install {package}")
    if config.host.startswith("-") or config.user.startswith("-"):
        raise TargetRefused(f"'host' và 'user' của đích '{config.name}' không được bắt đầu bằng dấu gạch.")
    with tempfile.TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True) as private, (Path(private) / "said").open("wb") as said:
        shell = Shell(config, Path(private), timeout)
        command = [*mortal(shell.login), "-M", "-N", "--", config.host]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said) as master:
            try:
                _wait(shell, master)
                yield shell
            finally:
                master.terminate()


def _wait(shell: Shell, master: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + shell.timeout + 1  # ssh's own time limit speaks first
    while not (shell.private / "s").exists():
        if (status := master.poll()) is not None:
            raise shell.refused(status, (shell.private / "said").read_bytes())
        if time.monotonic() > deadline:
            raise TargetRefused(words.silent(shell.config.host, shell.timeout))
        time.sleep(0.01)


def mortal(command: Sequence[str]) -> list[str]:
    """The command, ending when we end: what a killed publisher started must not go on sending beside the next one."""
    return [*(["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []), *command]


def _fingerprints(host: str, port: int, timeout: float) -> str:
    """What the server shows as its keys, for a person to compare."""
    try:
        seen = subprocess.run(["ssh-keyscan", "-p", str(port), "--", host], capture_output=True, timeout=timeout, check=False)
        told = subprocess.run(["ssh-keygen", "-l", "-f", "-"], input=seen.stdout, capture_output=True, timeout=timeout, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return "(không lấy được)"
    return ", ".join(sorted(set(_FINGERPRINT.findall(told.stdout.decode("ascii", "replace"))))) or "(không lấy được)"
