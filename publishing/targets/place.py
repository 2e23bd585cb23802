"""What a target of releases must be able to do, and how a release is put together there file by file."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from publishing.targets import lock
from publishing.targets.contract import Entry, Progress, Release, TargetRefused
from publishing.targets.source import bytes_of

_BATCH = 64  # files that are sent together, at most
_BATCH_SIZE = 4_000_000  # bytes; a larger file goes alone


class PlaceFull(TargetRefused):
    """No room at the target."""


@dataclass(frozen=True, slots=True)
class Growing:
    """A release that is being put together. ``linked`` lie unchanged in ``base``; no base: nothing is linked."""

    release: Release
    part: str
    base: str
    linked: frozenset[str]


class Place(lock.Links, Protocol):
    """What releases need of a target; paths are below its folder. Every method raises :class:`TargetRefused`."""

    @property
    def hashes_cheaply(self) -> bool:
        """Whether :meth:`matching` reads files where they lie, so that it may be asked for all of them."""

    def names(self, folder: str) -> list[str] | None:
        """Names in a folder; None when it is no folder."""

    def files(self, folder: str) -> Mapping[str, int]:
        """All that is not a folder, hidden files too, by path below ``folder``, with size; -1 for what is no regular file."""

    def matching(self, folder: str, files: Mapping[str, Entry]) -> Collection[str]:
        """Those of some existing files whose bytes are as they should be."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None when it is not there."""

    def write(self, path: str, data: bytes) -> None:
        """Make a new file; never write into one that exists, it may be the live one under another name."""

    def make(self, folders: Sequence[str]) -> None:
        """Make folders and those above them that are missing."""

    def rename(self, path: str, onto: str) -> None: ...

    def drop(self, folder: str) -> None:
        """Remove a folder with all that is in it."""

    def fill(self, growing: Growing, progress: Progress) -> None:
        """Put all files of a release into its part; what lies there from a cut run is checked. Others may stay."""

    def settle(self) -> None:
        """Make sure that a power cut loses nothing of what was sent, where that can be asked for."""


class Carrier(Place, Protocol):
    """A place that takes files one by one."""

    def tie_in(self, base: str, part: str, paths: Sequence[str]) -> Collection[str]:
        """Hard-link files; returns those that could be. The others are sent."""

    def send(self, part: str, files: Mapping[str, bytes]) -> None:
        """Make some new files in folders that exist."""


def fill_by_file(place: Carrier, growing: Growing, progress: Progress) -> None:
    """:meth:`Place.fill`. Links are tied anew and nothing that lies there is written into: it may be a live file."""
    wanted = growing.release.manifest.files
    present = place.files(growing.part)
    may_stay = {path: entry for path, entry in wanted.items() if path not in growing.linked and present.get(path) == entry.size}
    kept = set(place.matching(growing.part, may_stay))
    place.remove([f"{growing.part}/{path}" for path in present if path not in kept])
    place.make(_folders(growing))
    linked = set(place.tie_in(growing.base, growing.part, sorted(growing.linked)))
    for path in sorted(kept):
        progress(path, 0)
    for batch in _batches(growing.release, [path for path in wanted if path not in kept and path not in linked]):
        place.send(growing.part, batch)
        for path, data in batch.items():
            progress(path, len(data))


def _folders(growing: Growing) -> list[str]:
    """Those that hold files and no other folder: making them makes the ones above."""
    found = {parent for path in growing.release.manifest.files if str(parent := PurePosixPath(path).parent) != "."}
    return [f"{growing.part}/{folder}" for folder in sorted(found - {above for folder in found for above in folder.parents})]


def _batches(release: Release, paths: Sequence[str]) -> Iterator[dict[str, bytes]]:
    batch: dict[str, bytes] = {}
    size = 0
    for path in paths:
        expected = release.manifest.files[path].size
        if batch and (len(batch) == _BATCH or size + expected > _BATCH_SIZE):
            yield batch
            batch, size = {}, 0
        batch[path] = bytes_of(release, path)
        size += expected
    if batch:
        yield batch
