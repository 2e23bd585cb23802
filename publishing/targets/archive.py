"""A zip to hand over: the whole release in one file, the same bytes for the same release."""

import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from filelock import FileLock, Timeout

from publishing.targets.config import ArchiveConfig
from publishing.targets.contract import MANIFEST, Changes, Manifest, Progress, Promise, Release, TargetRefused
from publishing.targets.source import bytes_of

_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip can say: the day of packing must not change its bytes
_MODE = 0o100644 << 16
_UNIX = 3
_PACKED = frozenset((".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".pdf", ".woff2", ".gz", ".br", ".zip", ".docx", ".xlsx", ".odt"))


@dataclass(frozen=True, slots=True)
class ArchiveSession:
    """One zip, read and replaced whole. ``state`` holds the lock."""

    file: Path
    state: Path

    def manifest(self) -> bytes | None:
        return self.read(MANIFEST)

    @contextmanager
    def locked(self, owner: str) -> Iterator[None]:
        """The system's lock: it ends with its process, so it is never stale. The owner is noted for those who must wait."""
        noted, lock = self.state / "owner", FileLock(self.state / "lock", timeout=0)
        try:
            self.state.mkdir(parents=True, exist_ok=True)
            lock.acquire()
            noted.write_text(owner, encoding="utf-8")
        except Timeout:
            who = noted.read_text(encoding="utf-8") if noted.is_file() else "không rõ"
            raise TargetRefused(f"Đang có lượt khác ghi tệp {self.file} (của {who}). Chờ lượt đó xong rồi chạy lại.") from None
        except OSError as error:
            lock.release()
            raise TargetRefused(f"Không ghi được vào {self.state} ({error.strerror}). Kiểm tra quyền ghi và chỗ trống của ổ đĩa.") from error
        try:
            yield
        finally:
            lock.release()

    def send(self, release: Release, held: Manifest | None, changes: Changes, progress: Progress) -> tuple[str, ...]:  # noqa: ARG002
        """The whole zip anew, beside, then renamed: whoever copies the file gets the old one or the new one."""
        if self.file.is_symlink() or (self.file.exists() and self.manifest() is None):
            raise TargetRefused(f"{self.file} đã có và không do chương trình này tạo ra, nên không được thay. Chuyển tệp đó đi hoặc chọn tên khác.")
        beside = self.file.with_name(f".{self.file.name}.cchc")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            beside.unlink(missing_ok=True)
            try:
                with beside.open("xb") as out:
                    _pack(out, release, progress)
                    out.flush()
                    os.fsync(out.fileno())
                beside.replace(self.file)
            finally:
                beside.unlink(missing_ok=True)
        except OSError as error:
            what = f"Không ghi được tệp {self.file} ({error.strerror}). Tệp đang có giữ nguyên; kiểm tra quyền ghi và chỗ trống của ổ đĩa."
            raise TargetRefused(what) from error
        return ()

    def listing(self) -> Iterable[str]:
        with self._opened() as packed:
            return sorted(set(packed.namelist()) - {MANIFEST}) if packed else []

    def read(self, path: str) -> bytes | None:
        with self._opened() as packed:
            return packed.read(path) if packed and path in packed.NameToInfo else None

    @contextmanager
    def _opened(self) -> Iterator[zipfile.ZipFile | None]:
        if not self.file.exists():
            yield None
            return
        try:
            with zipfile.ZipFile(self.file) as packed:
                yield packed
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise TargetRefused(f"{self.file} không phải tệp zip đọc được. Chuyển hoặc xóa tệp đó rồi chạy lại.") from error
        except OSError as error:
            raise TargetRefused(f"Không đọc được tệp {self.file} ({error.strerror}). Kiểm tra quyền đọc.") from error


def _pack(out: BinaryIO, release: Release, progress: Progress) -> None:
    with zipfile.ZipFile(out, "w") as packed:
        for path in sorted(release.manifest.files):
            data = bytes_of(release, path)
            _add(packed, path, data)
            progress(path, len(data))
        _add(packed, MANIFEST, release.signed)


def _add(packed: zipfile.ZipFile, path: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(path, _TIME)
    entry.create_system, entry.external_attr = _UNIX, _MODE
    stored = PurePosixPath(path).suffix.lower() in _PACKED
    packed.writestr(entry, data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED, compresslevel=9)


@dataclass(frozen=True, slots=True)
class ArchiveTarget:
    """A zip on this machine, a share or a stick."""

    config: ArchiveConfig

    @property
    def name(self) -> str:
        return self.config.name

    @property
    def promise(self) -> Promise:
        return Promise.HANDED_OVER

    @contextmanager
    def open(self) -> Iterator[ArchiveSession]:
        yield ArchiveSession(self.config.file.absolute(), self.config.state)
