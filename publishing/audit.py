"""Whether what is served is what was published: changed, missing and injected files."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from publishing.targets.contract import LOCK, MANIFEST, Entry, Manifest


@dataclass(frozen=True, slots=True)
class Findings:
    """Sorted paths. ``unseen`` could not be fetched; ``notices`` say what this way of looking cannot see."""

    looked: int
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    injected: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def honest(self) -> bool:
        return not (self.changed or self.missing or self.injected or self.unseen)


@dataclass(frozen=True, slots=True)
class Place:
    """Where files are served from: all paths there, the bytes of one, and the signed manifest (None: none is kept there)."""

    listing: Callable[[], Iterable[str]]
    read: Callable[[str], bytes | None]
    manifest: Callable[[], bytes | None]


def audit(manifest: Manifest, signed: bytes, place: Place, ours: Mapping[str, bytes]) -> Findings:
    """Every file read, every path looked at: nothing that is served stays unseen.

    ``ours`` are files that the guide tells to copy there by hand: no strangers while their bytes are these.
    """
    there = set(place.listing()) - {MANIFEST, LOCK}
    changed, missing = [], []
    for path, entry in manifest.files.items():
        data = place.read(path)
        if data is None:
            missing.append(path)
        elif entry_of(data) != entry:
            changed.append(path)
    held = place.manifest()
    if held is not None and held != signed:
        changed.append(MANIFEST)
    injected = {path for path in there - manifest.files.keys() if path not in ours or place.read(path) != ours[path]}
    return Findings(len(manifest.files), tuple(sorted(changed)), tuple(sorted(missing)), tuple(sorted(injected)))


def entry_of(data: bytes) -> Entry:
    return Entry(len(data), sha256(data).hexdigest())


def folder_place(folder: Path) -> Place:
    """A folder of this machine. A link is never ours, whatever it leads to."""

    def listing() -> Iterable[str]:
        for base, folders, names in os.walk(folder):
            for name in [*names, *(name for name in folders if Path(base, name).is_symlink())]:
                yield Path(base, name).relative_to(folder).as_posix()

    def read(path: str) -> bytes | None:
        file = folder / path
        return file.read_bytes() if file.is_file() and not file.is_symlink() else None

    return Place(listing, read, lambda: None)
