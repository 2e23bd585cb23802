"""SFTP: releases at a server that gives no shell, over paramiko."""

import hashlib
import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from errno import EACCES, ENOENT
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from paramiko import SSHException

from publishing.targets import ssh_words as words
from publishing.targets.config import SftpConfig
from publishing.targets.contract import LOCK, TIMEOUT, Entry, Progress, Promise, TargetRefused
from publishing.targets.place import Growing, PlaceFull, fill_by_file
from publishing.targets.releases import ReleaseSession
from publishing.targets.sftp_login import connected
from publishing.targets.wire import Wire

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class SftpTarget:
    """``timeout``: seconds without a byte before the connection counts as dead."""

    config: SftpConfig
    timeout: float = TIMEOUT
    promise: Promise = Promise.WHOLE

    @property
    def name(self) -> str:
        return self.config.name

    @contextmanager
    def open(self) -> Iterator[ReleaseSession]:
        with self._place() as place:
            if place.names("") is None:
                raise TargetRefused(words.no_folder(self.config))
            yield ReleaseSession(place, self._place)

    @contextmanager
    def _place(self) -> Iterator["SftpPlace"]:
        with connected(self.config, self.timeout) as wire:
            yield SftpPlace(wire, self.config.path.removeprefix("~/").rstrip("/") or "/", self.config.host)


def _told(method: Callable[Concatenate["SftpPlace", P], R]) -> Callable[Concatenate["SftpPlace", P], R]:
    """Errors of server and line, in words for whoever publishes."""

    @wraps(method)
    def telling(self: "SftpPlace", /, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(self, *args, **kwargs)
        except (OSError, EOFError, SSHException) as error:
            raise self.refused(error) from error

    return telling


@dataclass(frozen=True, slots=True)
class SftpPlace:
    """:class:`publishing.targets.place.Carrier` at a server."""

    wire: Wire
    root: str
    host: str
    hashes_cheaply: bool = False  # each byte would have to come back

    def refused(self, error: OSError | EOFError | SSHException) -> TargetRefused:
        if isinstance(error, TimeoutError):
            return TargetRefused(f"Máy chủ {self.host} không trả lời nữa. {words.KEPT_OLD}; chạy lại để gửi tiếp phần còn lại.")
        if isinstance(error, OSError) and error.errno == EACCES:
            return TargetRefused(f"Máy chủ {self.host} không cho ghi hoặc đọc trong {self.root}. {words.KEPT_OLD}; cấp quyền cho tài khoản rồi chạy lại.")
        if isinstance(error, OSError) and error.errno == ENOENT:
            return TargetRefused(f"Trong {self.root} trên máy chủ {self.host} có thứ vừa biến mất (ai đó đang xóa?). Chạy lại.")
        if not isinstance(error, OSError) or not self._open():
            return TargetRefused(words.cut(self.host))
        return TargetRefused(words.denied(self.host, self.root, str(error)))

    def _open(self) -> bool:
        channel = self.wire.get_channel()
        return channel is not None and not channel.closed

    def at(self, path: str) -> str:
        return posixpath.join(self.root, path) if path else self.root

    @_told
    def names(self, folder: str) -> list[str] | None:
        return self.wire.names(self.at(folder))

    @_told
    def files(self, folder: str) -> Mapping[str, int]:
        return self.wire.walk(self.at(folder))[0]

    @_told
    def matching(self, folder: str, files: Mapping[str, Entry]) -> Collection[str]:
        sizes = {self.at(f"{folder}/{path}"): entry.size for path, entry in files.items()}
        pairs = zip(files.items(), self.wire.read_all(sizes), strict=True)
        return [path for (path, entry), data in pairs if hashlib.sha256(data).hexdigest() == entry.sha256]

    @_told
    def read(self, path: str) -> bytes | None:
        size = self.wire.size(self.at(path))
        return None if size is None else b"".join(self.wire.read_all({self.at(path): size}))

    @_told
    def link(self, path: str) -> str | None:
        return self.wire.link(self.at(path))

    @_told
    def tie(self, path: str, text: str) -> bool:
        try:
            self.wire.symlink(text, self.at(path))
        except OSError as error:
            if error.errno is None and self._open() and self.wire.exists(self.at(path)):
                return False
            raise
        # Some servers take the two names the other way round, some make a file.
        if self.wire.link(self.at(path)) != text:
            raise TargetRefused(f"Máy chủ {self.host} không tạo được liên kết (symlink), nên không đổi bản trong một bước được. Chọn kiểu đích khác.")
        return True

    @_told
    def point(self, path: str, text: str) -> None:
        self.wire.remove_all([f"{self.at(path)}.new"])
        self.wire.symlink(text, f"{self.at(path)}.new")
        self.wire.posix_rename(f"{self.at(path)}.new", self.at(path))

    @_told
    def write(self, path: str, data: bytes) -> None:
        self._write({self.at(path): data})

    @_told
    def send(self, part: str, files: Mapping[str, bytes]) -> None:
        self._write({self.at(f"{part}/{path}"): data for path, data in files.items()})

    def _write(self, files: Mapping[str, bytes]) -> None:
        try:
            self.wire.write_all(files)
        except TimeoutError:
            raise
        except OSError as error:
            # SFTP has no code of its own for a full disk.
            if error.errno is None and self._open():
                raise PlaceFull(
                    f"Máy chủ {self.host} không ghi được ({error}): thường là hết chỗ hoặc hết hạn mức đĩa. {words.KEPT_OLD}; dọn bớt rồi chạy lại."
                ) from error
            raise

    @_told
    def make(self, folders: Sequence[str]) -> None:
        above = {"/".join(parts[:n]) for folder in folders if (parts := folder.split("/")) for n in range(1, len(parts) + 1)}
        self.wire.make_all(map(self.at, sorted(above)))

    @_told
    def rename(self, path: str, onto: str) -> None:
        self.wire.posix_rename(self.at(path), self.at(onto))

    @_told
    def remove(self, paths: list[str]) -> None:
        self.wire.remove_all(map(self.at, paths))

    @_told
    def drop(self, folder: str) -> None:
        self.wire.drop(self.at(folder))

    def fill(self, growing: Growing, progress: Progress) -> None:
        self._try_to_switch()
        fill_by_file(self, growing, progress)

    def _try_to_switch(self) -> None:
        """Learn before anything is sent whether the server can put one link in another's place."""
        try:
            self.point(f"{LOCK}.probe", "x")
        except TargetRefused as refused:
            if not isinstance(refused.__cause__, OSError) or not self._open():
                raise
            raise TargetRefused(f"Máy chủ {self.host} không đổi được liên kết trong một bước (posix-rename). Chọn kiểu đích khác cho '{self.root}'.") from refused
        self.remove([f"{LOCK}.probe"])

    @_told
    def tie_in(self, base: str, part: str, paths: Sequence[str]) -> Collection[str]:
        linked = self.wire.hard_link([(self.at(f"{base}/{path}"), self.at(f"{part}/{path}")) for path in paths])
        return [path for path, done in zip(paths, linked, strict=True) if done]

    def settle(self) -> None:
        """SFTP cannot ask for it."""
