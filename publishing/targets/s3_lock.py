"""The lock in a bucket: an object that can only be made where there is none."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

from publishing.targets.contract import LOCK, TargetRefused
from publishing.targets.lock import Note, acquire, release
from publishing.targets.s3_bucket import Bucket


@dataclass(frozen=True, slots=True)
class Marks:
    """:class:`publishing.targets.lock.Links` in a bucket: the text of a link is what the object holds."""

    bucket: Bucket

    def tie(self, path: str, text: str) -> bool:
        """Older servers do not know the condition and overwrite: there a look before and one after must do."""
        if self.bucket.get(path) is not None or not self.bucket.create(path, text.encode()):
            return False
        return self.link(path) == text

    def point(self, path: str, text: str) -> None:
        self.bucket.put(path, text.encode())

    def link(self, path: str) -> str | None:
        written = self.bucket.get(path)
        return None if written is None else written.decode(errors="replace")

    def remove(self, paths: list[str]) -> None:
        for path in paths:
            self.bucket.drop(path)


@contextmanager
def locked(bucket: Bucket, owner: str) -> Iterator[None]:
    """Held by ``owner`` meanwhile. A connection that is gone leaves the lock, which the next run judges by its note."""
    marks, note = Marks(bucket), Note.mine(owner)
    acquire(marks, note)
    try:
        _clear(bucket)
        yield
    finally:
        with suppress(TargetRefused):
            release(marks, note)


def _clear(bucket: Bucket) -> None:
    """Claims on a lock (:func:`publishing.targets.lock.acquire`), of takers that were killed: readers could see them."""
    claims = replace(bucket, prefix=f"{bucket.prefix}{LOCK}.")
    for claim in claims.objects():
        claims.drop(claim)
