"""Publishing to a folder: build beside, switch in one step, keep what was there.

``public/`` is a plain folder that any web server can serve. Beside it lies ``.public.cchc/``: the manifest of what is
live, the build in progress, earlier releases, and the lock. A kill at any moment leaves the old or the new site whole.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from publishing.switch import exchange, to_disk
from publishing.targets.contract import KEPT, TargetRefused

__all__ = ["KEPT", "Earlier", "FolderTarget", "TargetRefused", "changes"]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A release that was public before, and its manifest (missing when an older program made it)."""

    folder: Path

    @property
    def manifest(self) -> Path:
        return self.folder.parent.with_name("manifests") / f"{self.folder.name}.json"

    def forget(self) -> None:
        """The manifest goes last: without its folder it is no release."""
        shutil.rmtree(self.folder, ignore_errors=True)
        with suppress(OSError):
            self.manifest.unlink(missing_ok=True)


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

    @property
    def previous(self) -> Path:
        return self.state / "previous"

    @property
    def undone(self) -> Path:
        """What the last rollback took away; it goes with the next publish."""
        return self.state / "undone"

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
            with suppress(OSError):  # what is done is done; the system lets go of it when this process ends
                lock.release()

    def prepare(self) -> None:
        """An empty place to build in, and the certainty that the public folder is ours to replace."""
        self.recover()
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
        top = len(str(self.public)) + 1
        found = (f"{base}/{name}"[top:].replace(os.sep, "/") for base, _, names in os.walk(str(self.public)) for name in names)
        return sorted(path for path in found if path not in known)

    def switch(self) -> None:
        """Make the staged build public; what was public becomes the newest earlier release.

        Its manifest, written beforehand as ``manifest.json.next``, takes its place after the switch.
        """
        old = Earlier(self.previous / _next_name(self.previous))
        if self.manifest.exists():
            old.manifest.parent.mkdir(exist_ok=True)
            shutil.copy2(self.manifest, old.manifest)
        self._switch(old.folder)
        shutil.rmtree(self.undone, ignore_errors=True)
        for release in self.earlier()[:-KEPT]:
            release.forget()

    def switch_back(self) -> None:
        """The same for a release that was public before: what was public is set aside, and does not become an earlier one."""
        shutil.rmtree(self.undone, ignore_errors=True)
        self._switch(self.undone)

    def earlier(self) -> list[Earlier]:
        """Releases that were public before, the oldest first."""
        return [Earlier(folder) for folder in _releases(self.previous)]

    def _switch(self, old: Path) -> None:
        self._journal.write_text(json.dumps({"folder": self.staging.stat().st_ino, "old": old.relative_to(self.state).as_posix()}))
        to_disk(self.state)
        self._exchange(old)
        # The new release is public. Whatever fails from here on is ended by the next run, in the same way.
        with suppress(OSError):
            self.recover()

    def _exchange(self, old: Path) -> None:
        if not self.public.exists() or not any(self.public.iterdir()):
            if os.name == "nt" and self.public.exists():
                self.public.rmdir()
            self.staging.rename(self.public)
            return
        old.parent.mkdir(exist_ok=True)
        if not exchange(self.staging, self.public):
            self.public.rename(old)
            self.staging.rename(self.public)

    def discard(self) -> None:
        """Throw the staged build away, unless it is the old release, which a switch has left there."""
        with suppress(OSError):
            self.recover()
        if not self._journal.exists():
            shutil.rmtree(self.staging, ignore_errors=True)

    @property
    def _journal(self) -> Path:
        return self.state / "switching.json"

    def recover(self) -> None:
        """End what a switch began, also a killed one: put the old release and the new manifest in their places; or put
        the old one back when, without atomic exchange, only the first of two renames was done. Called with the lock held."""
        begun = self._begun()
        if begun and self.public.is_dir() and self.public.stat().st_ino == begun[0]:
            # The switch was done. What was public before still lies where the new build was.
            if self.staging.is_dir() and not begun[1].exists():
                self.staging.rename(begun[1])
            if self.manifest_next.exists():
                self.manifest_next.replace(self.manifest)
        elif begun and not self.public.exists() and begun[1].is_dir():
            begun[1].rename(self.public)
        self._journal.unlink(missing_ok=True)
        if not self.manifest.exists() and self.manifest_next.exists() and self.public.is_dir():
            self.manifest_next.replace(self.manifest)
        if not self.public.exists() and self.manifest.exists() and self.earlier():
            self.earlier()[-1].folder.rename(self.public)

    def _begun(self) -> tuple[int, Path] | None:
        """Which folder was to become public (its inode), and where the old one was to go."""
        try:
            told = json.loads(self._journal.read_text(encoding="utf-8"))
            return int(told["folder"]), self.state / str(told["old"])
        except (OSError, ValueError, KeyError, TypeError):
            return None


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
