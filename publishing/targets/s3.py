"""A bucket of an S3-compatible store: files in place, or whole releases behind one switch."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from enum import StrEnum

from publishing.changes import is_list
from publishing.targets import inplace
from publishing.targets.config import S3Config
from publishing.targets.contract import LOCK, MANIFEST, Changes, Manifest, Progress, Promise, Release
from publishing.targets.journal import JOURNAL
from publishing.targets.s3_bucket import Bucket, connect
from publishing.targets.s3_lock import locked
from publishing.targets.s3_parallel import ParallelStore, lanes
from publishing.targets.s3_releases import ReleasesSession


class Layout(StrEnum):
    """How a site lies in its bucket."""

    PLAIN = "plain"  # pages in place, for a bucket that is itself the web site
    RELEASES = "releases"  # for a bucket behind a reverse proxy


@dataclass(frozen=True, slots=True)
class PlainSession:
    """One tree in place; every PUT is atomic."""

    bucket: Bucket

    def manifest(self) -> bytes | None:
        return self.bucket.get(MANIFEST)

    def locked(self, owner: str) -> AbstractContextManager[None]:
        return locked(self.bucket, owner)

    def send(self, release: Release, held: Manifest | None, changes: Changes, progress: Progress) -> tuple[str, ...]:
        there = held.files if held else {}
        with lanes() as lane:
            store = ParallelStore(self.bucket, lambda path: _turn(path, path in there), lane)
            inplace.send(store, release, held, changes, progress)
        return ()

    def listing(self) -> Iterable[str]:
        return sorted(self.bucket.objects().keys() - {MANIFEST, LOCK, JOURNAL})

    def read(self, path: str) -> bytes | None:
        return self.bucket.get(path)


def _turn(path: str, changed: bool) -> int:
    """What may travel side by side: all that no page links yet; then changed pages; changed lists; the home page."""
    if path == "index.html":
        return 3
    if not changed or not path.endswith((".html", ".xml", ".json")):
        return 0
    return 2 if is_list(path) else 1


@dataclass(frozen=True, slots=True)
class S3Target:
    """A bucket, at Amazon or at any store that speaks its language."""

    config: S3Config
    layout: Layout = Layout.PLAIN

    @property
    def name(self) -> str:
        return self.config.name

    @property
    def promise(self) -> Promise:
        return Promise.WHOLE if self.layout is Layout.RELEASES else Promise.EACH_FILE

    @contextmanager
    def open(self) -> Iterator[PlainSession | ReleasesSession]:
        bucket = connect(self.config)
        yield ReleasesSession(bucket) if self.layout is Layout.RELEASES else PlainSession(bucket)
