"""A target that keeps one tree, as plain FTP does, on this machine's disk; and releases for it, made by hand."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from plugins.model.dates import VIETNAM
from publishing.deliver import Delivery, Order, deliver
from publishing.localrelease import Desk
from publishing.records import Records
from publishing.rollback import entries_of
from publishing.signingkey import signer
from publishing.targets import inplace
from publishing.targets.contract import (
    LOCK,
    MANIFEST,
    Changes,
    Manifest,
    Progress,
    Promise,
    Release,
    Target,
    TargetRefused,
)
from publishing.targets.journal import JOURNAL
from tests.commune import tree

NOON = datetime(2026, 6, 1, 12, tzinfo=VIETNAM)


@dataclass
class DiskTarget:
    """``breaks_after``: so many changes, then the connection is gone; ``log``: what was changed, in order."""

    root: Path
    name: str = "dia"
    promise: Promise = Promise.EACH_FILE
    breaks_after: int = -1
    log: list[str] = field(default_factory=list)

    @contextmanager
    def open(self) -> Iterator["DiskTarget"]:
        yield self

    def get(self, path: str) -> bytes | None:
        file = self.root / path
        return file.read_bytes() if file.is_file() else None

    def put(self, path: str, data: bytes) -> None:
        self._change(path)
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def drop(self, path: str) -> None:
        self._change(f"-{path}")
        (self.root / path).unlink(missing_ok=True)

    def list(self) -> Mapping[str, int]:
        return {path: len(data) for path, data in tree(self.root).items()}

    def _change(self, what: str) -> None:
        if self.breaks_after == 0:
            raise TargetRefused("Mất kết nối.")
        self.breaks_after -= 1
        self.log.append(what)

    def manifest(self) -> bytes | None:
        return self.get(MANIFEST)

    @contextmanager
    def locked(self, owner: str) -> Iterator[None]:
        lock = self.root / LOCK
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            raise TargetRefused(f"Đang bị khóa: {json.loads(lock.read_text())}") from None
        lock.write_text(json.dumps(owner), encoding="utf-8")
        try:
            yield
        finally:
            lock.unlink()

    def send(self, release: Release, held: Manifest | None, changes: Changes, progress: Progress) -> tuple[str, ...]:
        inplace.send(self, release, held, changes, progress)
        return ()

    def listing(self) -> Iterable[str]:
        return [path for path in self.list() if path not in (MANIFEST, LOCK)]

    def read(self, path: str) -> bytes | None:
        return self.get(path)

    def served(self) -> dict[str, bytes]:
        """The tree without our own marks."""
        return {path: data for path, data in tree(self.root).items() if path not in (MANIFEST, LOCK, JOURNAL)}


@dataclass(frozen=True)
class Publisher:
    """A machine that publishes: its state, its key, and what it builds."""

    home: Path

    @property
    def desk(self) -> Desk:
        return Desk(self.home / "state", signer(self.home / "state", {}), NOON)

    def build(self, files: Mapping[str, str]) -> Release:
        """A new release that holds these texts."""
        folder = self.home / f"build-{len(list(self.home.glob('build-*')))}"
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        return self.desk.release(folder, entries_of(folder))

    def order(self, release: Release, name: str, takeover: bool = False, dry_run: bool = False) -> Order:
        desk = self.desk
        records = Records(self.home / "state" / "delivered" / name, desk.signer.key)
        return Order(release, desk.signer.key, "chi-mai@may-1 pid 7", records, lambda above: desk.release(release.folder, release.manifest.files, above), takeover, dry_run)

    def bring(self, release: Release, target: Target, takeover: bool = False, dry_run: bool = False) -> Delivery:
        return deliver(target, self.order(release, target.name, takeover, dry_run), unwatched)


@contextmanager
def unwatched(changes: Changes) -> Iterator[Progress]:
    yield lambda _path, _sent: None
