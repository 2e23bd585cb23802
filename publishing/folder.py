"""Publishing to a folder: build beside, switch in one step, keep what was there.

``public/`` is a plain folder that any web server can serve. Beside it lies ``.public.cchc/``: the manifest of what is
live, the build in progress, earlier releases, and the lock. A kill at any moment leaves the old or the new site whole.
"""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from publishing.switch import exchange

KEPT = 3


class TargetRefused(Exception):
    """The folder cannot be published to; the message says why and what to do, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class FolderTarget:
    """Where a site is published."""

    public: Path

    @property
    def state(self) -> Path:
        return self.public.with_name(f".{self.public.name}.cchc")

    @property
    def manifest(self) -> Path:
        return self.state / "manifest.json"

    @property
    def manifest_next(self) -> Path:
        return self.state / "manifest.json.next"

    @property
    def staging(self) -> Path:
        return self.state / "next"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else publishes here meanwhile; a killed publisher leaves no lock behind."""
        try:
            self.state.mkdir(parents=True, exist_ok=True)
            # What was withdrawn lies here too: nobody but the publisher may read it, wherever the folder stands.
            self.state.chmod(0o700)
            lock = FileLock(self.state / "lock", timeout=0)
            lock.acquire()
        except Timeout:
            raise TargetRefused(f"Đang có lượt đăng khác vào {self.public}. Chờ lượt đó xong rồi chạy lại.") from None
        except OSError as error:
            raise TargetRefused(f"Không ghi được vào {self.public.parent} ({error.strerror}). Kiểm tra quyền ghi và chỗ trống của ổ đĩa.") from error
        try:
            yield
        finally:
            lock.release()

    def prepare(self) -> None:
        """An empty place to build in, and the certainty that the public folder is ours to replace."""
        self._recover()
        if self.public.is_symlink() or (self.public.exists() and not self.public.is_dir()):
            raise TargetRefused(f"{self.public} không phải thư mục thường. Chọn thư mục khác bằng PUBLIC=…")
        if self.public.is_dir() and any(self.public.iterdir()) and not self.manifest.exists():
            raise TargetRefused(
                f"Thư mục {self.public} đã có tệp không do chương trình này tạo ra, nên không được thay. "
                "Chuyển các tệp đó đi, hoặc chọn thư mục khác bằng PUBLIC=…"
            )
        shutil.rmtree(self.staging, ignore_errors=True)
        self.staging.mkdir(parents=True)

    def strangers(self, known: Collection[str]) -> list[str]:
        """Files in the public folder that no release of ours put there."""
        if not self.public.is_dir():
            return []
        found = (Path(base, name).relative_to(self.public).as_posix() for base, _, names in os.walk(self.public) for name in names)
        return sorted(path for path in found if path not in known)

    def switch(self) -> None:
        """Make the staged build public; what was public becomes the newest earlier release.

        Its manifest, written beforehand as ``manifest.json.next``, takes its place after the switch.
        """
        self._exchange()
        self.manifest_next.replace(self.manifest)

    def _exchange(self) -> None:
        if not self.public.exists() or not any(self.public.iterdir()):
            if os.name == "nt" and self.public.exists():
                self.public.rmdir()
            self.staging.rename(self.public)
            return
        old = self.state / "previous" / _next_name(self.state / "previous")
        old.parent.mkdir(exist_ok=True)
        if exchange(self.staging, self.public):
            self.staging.rename(old)
        else:
            self.public.rename(old)
            self.staging.rename(self.public)
        self._forget_old()

    def discard(self) -> None:
        """Throw the staged build away."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def _recover(self) -> None:
        """A publisher was killed: between the first switch and its manifest, or, without atomic exchange, between
        its two renames."""
        if not self.manifest.exists() and self.manifest_next.exists() and self.public.is_dir():
            self.manifest_next.replace(self.manifest)
        if not self.public.exists() and self.manifest.exists():
            earlier = _releases(self.state / "previous")
            if earlier:
                earlier[-1].rename(self.public)

    def _forget_old(self) -> None:
        for release in _releases(self.state / "previous")[:-KEPT]:
            shutil.rmtree(release, ignore_errors=True)


def _releases(folder: Path) -> list[Path]:
    return sorted((p for p in folder.iterdir() if p.is_dir()), key=lambda p: p.name) if folder.is_dir() else []


def _next_name(folder: Path) -> str:
    last = _releases(folder)
    return f"{int(last[-1].name) + 1 if last and last[-1].name.isdigit() else 1:06d}"


def changes(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[int, int, int]:
    """Files added, changed, removed between two releases given as path → SHA-256."""
    added = len(new.keys() - old.keys())
    changed = sum(1 for path, digest in new.items() if path in old and old[path] != digest)
    return added, changed, len(old.keys() - new.keys())
