"""Releases side by side in a bucket, and one small file that names the one to serve: its PUT is the switch.

``releases/<number>-<id>/…`` holds a whole release with its manifest, ``current.json`` says ``{"release": "<number>-<id>"}``,
in its text and in its header ``x-amz-meta-release``. A reverse proxy in front of the bucket follows it: nginx reads headers only.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from publishing.targets.contract import KEPT, MANIFEST, Changes, Manifest, Progress, Release, TargetRefused
from publishing.targets.s3_bucket import Bucket
from publishing.targets.s3_lock import locked
from publishing.targets.s3_parallel import lanes
from publishing.targets.source import bytes_of

CURRENT = "current.json"
_RELEASES = "releases"
_NAME = re.compile(r"([1-9]\d{0,8})-[0-9a-f]{20}")


@dataclass(frozen=True, slots=True)
class ReleasesSession:
    """The whole release or none of it: nothing that is served is ever written to."""

    bucket: Bucket

    def manifest(self) -> bytes | None:
        return self.read(MANIFEST)

    def locked(self, owner: str) -> AbstractContextManager[None]:
        return locked(self.bucket, owner)

    def send(self, release: Release, held: Manifest | None, changes: Changes, progress: Progress) -> tuple[str, ...]:  # noqa: ARG002
        """A copy of what the served release has already, the rest sent; then the switch; then the oldest go.

        What lies at the target is known by its MD5, not by the held manifest: a file that was tampered with is sent anew.
        """
        name = f"{release.manifest.number}-{release.manifest.id}"
        served = self._current()
        self._fill(self._at(name), self._at(served) if served and served != name else None, release, progress)
        self.bucket.put(CURRENT, json.dumps({"release": name}).encode(), release=name)
        self._forget(name)
        return ()

    def _fill(self, place: Bucket, before: Bucket | None, release: Release, progress: Progress) -> None:
        there = {path: stored.etag for path, stored in place.objects().items()}
        copies = {path: stored.etag for path, stored in before.objects().items()} if before else {}
        with lanes() as lane:
            for path in release.manifest.files:
                data = bytes_of(release, path)
                etag = hashlib.md5(data, usedforsecurity=False).hexdigest()
                if there.get(path) == etag:
                    progress(path, 0)
                elif before and copies.get(path) == etag:
                    lane.do(place.copy, before, path)
                    progress(path, 0)
                else:
                    lane.do(place.put, path, data)
                    progress(path, len(data))
            for path in there.keys() - release.manifest.files.keys() - {MANIFEST}:
                lane.do(place.drop, path)
        place.put(MANIFEST, release.signed)

    def _forget(self, served: str) -> None:
        """The served release and the newest others stay; what a cut run left goes with the old ones."""
        names = self.bucket.below(_RELEASES).folders()
        others = sorted((name for name in names if _NAME.fullmatch(name) and name != served), key=_number, reverse=True)
        with lanes() as lane:
            for name in others[KEPT:]:
                for path in self._at(name).objects():
                    lane.do(self._at(name).drop, path)

    def listing(self) -> Iterable[str]:
        served = self._current()
        return sorted(self._at(served).objects().keys() - {MANIFEST}) if served else []

    def read(self, path: str) -> bytes | None:
        served = self._current()
        return self._at(served).get(path) if served else None

    def _current(self) -> str | None:
        written = self.bucket.get(CURRENT)
        if written is None:
            return None
        try:
            name = json.loads(written)["release"]
        except (ValueError, KeyError, TypeError):
            name = None
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            what = f"Bucket '{self.bucket.bucket}': tệp {self.bucket.prefix}{CURRENT} đã bị người khác sửa hoặc hỏng."
            raise TargetRefused(f"{what} Xem ai ghi vào bucket; xóa tệp đó rồi chạy lại 'make publish' để trỏ lại đúng bản.")
        return name

    def _at(self, name: str) -> Bucket:
        return self.bucket.below(_RELEASES).below(name)


def _number(name: str) -> int:
    return int(name.partition("-")[0])
