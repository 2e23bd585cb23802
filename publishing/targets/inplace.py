"""Sending to a target that keeps one tree in place: each file whole, no dead link at any moment, resumed after a cut.

Where files can be moved (FTP), everything is first sent beside under temporary names, so that a cut while bytes travel
leaves exactly the old site; then the files are moved into place, new ones before those that link them, and what is gone
goes last. A journal at the target says which paths are in doubt; it is written before anything is touched.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from publishing.changes import order
from publishing.targets.contract import MANIFEST, Changes, Manifest, Progress, Release, TargetRefused
from publishing.targets.journal import JOURNAL, Journal
from publishing.targets.source import bytes_of

_BESIDE = "~cchc"
_NOTED = 50  # files at least between two notes in the journal where nothing is sent beside first; twenty notes at most


class TargetFull(TargetRefused):
    """No room at the target."""


class Store(Protocol):
    """What a target can do with files, by path below its root. Every method raises :class:`TargetRefused`."""

    def get(self, path: str) -> bytes | None:
        """The bytes of a file; None when it is not there."""

    def put(self, path: str, data: bytes) -> None:
        """Readers meet the old or the new file, never a part; folders are made. :class:`TargetFull` without room."""

    def drop(self, path: str) -> None:
        """Remove a file, and folders that it leaves empty; nothing happens when it is not there."""

    def list(self) -> Mapping[str, int]:
        """All files with their sizes in bytes, hidden and temporary ones too."""


@runtime_checkable
class MovingStore(Store, Protocol):
    """A store where a file can be sent beside and moved into place later."""

    def upload(self, path: str, data: bytes) -> None:
        """Send to a path that no page links; checked for its size. :class:`TargetFull` without room."""

    def move(self, path: str, onto: str) -> None:
        """Give a file another name in its folder, in the place of what has that name."""


@dataclass(frozen=True, slots=True)
class _Work:
    """What is left to do: paths to send and to remove, in order; temporary files to clear away; what is beside already."""

    put: tuple[str, ...]
    drop: tuple[str, ...]
    stale: tuple[str, ...]
    beside: frozenset[str]
    journal: Journal
    was_placing: bool = False


def temporary(path: str, sha256: str = "") -> str:
    """The name beside: not hidden by servers that hide leading dots, linked by nothing, bound to the content if given."""
    return f"{path}~{sha256[:12]}{_BESIDE}" if sha256 else path + _BESIDE


def send(store: Store, release: Release, held: Manifest | None, changes: Changes, progress: Progress) -> None:
    """:meth:`publishing.targets.contract.Session.send` for a store."""
    work = _work(store, release, held, changes)
    for path in filter(work.journal.done.__contains__, changes.put):
        progress(path, 0)
    _begin(store, work)
    if isinstance(store, MovingStore):
        _send_beside(store, release, work, progress)
    else:
        _send_straight(store, release, work, progress)
    for path in work.drop:
        store.drop(path)
    store.put(MANIFEST, release.signed)
    store.drop(JOURNAL)


def _begin(store: Store, work: _Work) -> None:
    """Clear away and write the journal, even when nothing changed: half of one may lie there since a cut.

    A full target needs the room first. But where files were being moved into place, a temporary file that is gone
    says "done" as long as the old journal stands.
    """
    if work.was_placing:
        store.put(JOURNAL, work.journal.written())
    for path in work.stale:
        store.drop(path)
    if not work.was_placing:
        store.put(JOURNAL, work.journal.written())


def _work(store: Store, release: Release, held: Manifest | None, changes: Changes) -> _Work:
    written = store.get(JOURNAL)
    if written is None:
        journal = Journal.of(release.manifest, (*changes.put, *changes.drop), frozenset())
        return _Work(changes.put, changes.drop, (), frozenset(), journal)
    return _resumed(store.list(), release.manifest, changes, Journal.read(written, held, release.manifest))


def _resumed(there: Mapping[str, int], wanted: Manifest, changes: Changes, earlier: Journal) -> _Work:
    """After a cut, neither manifest says what lies at the target: every path of the journal is in doubt."""
    doubted = [path for path in sorted(earlier.paths) if path not in set(changes.put)]
    paths = [*(path for path in doubted if path in wanted.files), *changes.put]
    gone = {path for path in (*doubted, *changes.drop) if path not in wanted.files}
    done = frozenset(path for path in paths if _is_done(path, there, wanted, earlier))
    beside = {temporary(path, wanted.files[path].sha256): wanted.files[path].size for path in paths if path not in done}
    return _Work(
        order((path for path in paths if path not in done), there),
        order(gone, there)[::-1],  # those that are gone already may have left an empty folder
        tuple(sorted(path for path, size in there.items() if path.endswith(_BESIDE) and beside.get(path) != size)),
        frozenset(path for path, size in beside.items() if there.get(path) == size),
        Journal.of(wanted, (*paths, *gone), done),
        earlier.placing,
    )


def _is_done(path: str, there: Mapping[str, int], wanted: Manifest, earlier: Journal) -> bool:
    """Whether an earlier run put just this file into place. Sizes alone say nothing; times are never looked at."""
    entry = wanted.files[path]
    if earlier.paths.get(path) != entry.sha256 or there.get(path) != entry.size:
        return False
    return path in earlier.done or (earlier.placing and temporary(path, entry.sha256) not in there)


def _send_beside(store: MovingStore, release: Release, work: _Work, progress: Progress) -> None:
    names = {path: temporary(path, release.manifest.files[path].sha256) for path in work.put}
    try:
        for path, name in names.items():
            data = b"" if name in work.beside else bytes_of(release, path)
            if name not in work.beside:
                store.upload(name, data)
            progress(path, len(data))
    except TargetFull:
        _clear(store, names.values())
        raise
    if names:
        store.put(JOURNAL, work.journal.placed().written())
    for path, name in names.items():
        store.move(name, path)


def _clear(store: Store, names: Iterable[str]) -> None:
    """A full disk harms whatever else lives there: give the room back; the site stands as it was."""
    with suppress(TargetRefused):
        for name in names:
            store.drop(name)


def _send_straight(store: Store, release: Release, work: _Work, progress: Progress) -> None:
    done: list[str] = []
    for path in work.put:
        data = bytes_of(release, path)
        store.put(path, data)
        progress(path, len(data))
        done.append(path)
        if len(done) % max(_NOTED, len(work.put) // 20) == 0:
            store.put(JOURNAL, work.journal.with_done(done).written())
