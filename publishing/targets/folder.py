"""A second copy of the site in another folder of this machine, or on a mounted share that knows links."""

import hashlib
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from errno import EDQUOT, ENOSPC
from functools import wraps
from pathlib import Path
from stat import S_ISREG
from typing import ParamSpec, TypeVar

from publishing.targets.config import FolderConfig
from publishing.targets.contract import Entry, Progress, Promise, TargetRefused
from publishing.targets.place import Growing, PlaceFull, fill_by_file
from publishing.targets.releases import ReleaseSession

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class FolderCopyTarget:
    """The folder must exist: an unmounted share must not become a folder on this machine's own disk."""

    config: FolderConfig
    promise: Promise = Promise.WHOLE

    @property
    def name(self) -> str:
        return self.config.name

    @contextmanager
    def open(self) -> Iterator[ReleaseSession]:
        root = self.config.path
        if not root.is_dir():
            raise TargetRefused(f"Không có thư mục {root} (đích '{self.name}'). Tạo thư mục đó, hoặc nối lại ổ đĩa chung, rồi chạy lại.")
        place = FolderPlace(root)
        yield ReleaseSession(place, lambda: nullcontext(place))


def _told(method: Callable[P, R]) -> Callable[P, R]:
    """Errors of the system, in words for whoever publishes."""

    @wraps(method)
    def telling(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(*args, **kwargs)
        except OSError as error:
            where = error.filename2 or error.filename
            if error.errno in (ENOSPC, EDQUOT):
                raise PlaceFull(f"Hết chỗ hoặc hết hạn mức đĩa ở {where}. Trang đang có giữ nguyên; dọn bớt ổ đĩa rồi chạy lại.") from error
            raise TargetRefused(
                f"Không ghi hoặc đọc được {where} ({error.strerror}). Trang đang có giữ nguyên; kiểm tra quyền ghi và ổ đĩa (có hỗ trợ liên kết không) rồi chạy lại."
            ) from error

    return telling


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """:class:`publishing.targets.place.Carrier` in a folder."""

    root: Path
    hashes_cheaply: bool = True

    @_told
    def names(self, folder: str) -> list[str] | None:
        path = self.root / folder
        return sorted(entry.name for entry in path.iterdir()) if path.is_dir() else None

    @_told
    def files(self, folder: str) -> Mapping[str, int]:
        root = self.root / folder
        return {path.relative_to(root).as_posix(): _size(path) for path in _files(root)}

    @_told
    def matching(self, folder: str, files: Mapping[str, Entry]) -> Collection[str]:
        return [path for path, entry in files.items() if _digest(self.root / folder / path) == entry.sha256]

    @_told
    def read(self, path: str) -> bytes | None:
        file = self.root / path
        return file.read_bytes() if file.is_file() else None

    @_told
    def link(self, path: str) -> str | None:
        file = self.root / path
        return file.readlink().as_posix() if file.is_symlink() else None

    @_told
    def tie(self, path: str, text: str) -> bool:
        try:
            (self.root / path).symlink_to(text)
        except FileExistsError:
            return False
        return True

    @_told
    def point(self, path: str, text: str) -> None:
        beside = self.root / f"{path}.new"
        beside.unlink(missing_ok=True)
        beside.symlink_to(text)
        beside.replace(self.root / path)

    @_told
    def write(self, path: str, data: bytes) -> None:
        with (self.root / path).open("xb") as file:
            file.write(data)

    @_told
    def make(self, folders: Sequence[str]) -> None:
        for folder in folders:
            (self.root / folder).mkdir(parents=True, exist_ok=True)

    @_told
    def rename(self, path: str, onto: str) -> None:
        (self.root / path).rename(self.root / onto)

    @_told
    def remove(self, paths: list[str]) -> None:
        for path in paths:
            (self.root / path).unlink(missing_ok=True)

    @_told
    def drop(self, folder: str) -> None:
        shutil.rmtree(self.root / folder)

    def fill(self, growing: Growing, progress: Progress) -> None:
        fill_by_file(self, growing, progress)

    def tie_in(self, base: str, part: str, paths: Sequence[str]) -> Collection[str]:
        return [path for path in paths if _hard_link(self.root / base / path, self.root / part / path)]

    def send(self, part: str, files: Mapping[str, bytes]) -> None:
        for path, data in files.items():
            self.write(f"{part}/{path}", data)

    @_told
    def settle(self) -> None:
        """One call for the whole disk instead of one a file."""
        if hasattr(os, "sync"):
            os.sync()


def _files(root: Path) -> Iterable[Path]:
    """All below a folder that is no folder itself; links are not followed."""
    for base, folders, names in os.walk(root, onerror=_raise):
        yield from (Path(base, name) for name in names)
        yield from (path for name in folders if (path := Path(base, name)).is_symlink())


def _raise(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _size(path: Path) -> int:
    found = path.lstat()
    return found.st_size if S_ISREG(found.st_mode) else -1


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hard_link(old: Path, new: Path) -> bool:
    with suppress(OSError):
        new.hardlink_to(old)
        return True
    return False
