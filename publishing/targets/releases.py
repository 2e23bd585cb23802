"""Targets that keep whole releases beside each other: a reader meets the old or the new one, never a mixture.

    <path>/releases/<number>-<id>/…     a release and, inside it, its manifest
    <path>/current                      a link to the release that is served; the web server's root is <path>/current

A release grows as ``<number>-<id>.part``, is checked, renamed, and switched to by one rename of a link. What is being
deleted is first renamed to ``….gone``, so that no half release ever bears the name of a whole one.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, replace

from publishing.paths import unsafe
from publishing.targets import lock
from publishing.targets.contract import KEPT, LOCK, MANIFEST, Changes, Manifest, Progress, Release, TargetRefused
from publishing.targets.place import Growing, Place, PlaceFull

CURRENT = "current"
RELEASES = "releases"
_WHOLE = re.compile(r"([0-9]{1,12})-([0-9a-f]{20})(?:\.([0-9]{1,6}))?")
_OURS = re.compile(rf"{_WHOLE.pattern}\.(?:part|gone)")


@dataclass(frozen=True, slots=True)
class ReleaseSession:
    """An open connection to a target of releases. ``again`` opens another one, to give back a lock after a cut."""

    place: Place
    again: Callable[[], AbstractContextManager[Place]]

    def manifest(self) -> bytes | None:
        live = self._live()
        return self.place.read(f"{RELEASES}/{live}/{MANIFEST}") if live else None

    @contextmanager
    def locked(self, owner: str) -> Iterator[None]:
        note = lock.Note.mine(owner)
        try:
            lock.acquire(self.place, note)  # may have come about at the server although its answer was lost
            yield
        finally:
            self._give_back(note)

    def _give_back(self, note: lock.Note) -> None:
        """A lock that cannot be given back is judged by who finds it; it must not hide why sending stopped."""
        with suppress(TargetRefused):
            try:
                lock.release(self.place, note)
            except TargetRefused:
                with self.again() as place:
                    lock.release(place, note)

    def send(self, release: Release, held: Manifest | None, changes: Changes, progress: Progress) -> tuple[str, ...]:
        _refuse_unsafe(release.manifest.files)
        there = _There(tuple(self.place.names(RELEASES) or ()), self._live())
        name = self._whole(release, there)
        if name is None:
            name = self._build(release, self._growing(release, held, changes, there), progress, there)
        else:
            for path in changes.put:
                progress(path, 0)
        if name != there.live:
            self.place.point(CURRENT, f"{RELEASES}/{name}")
        self._tidy({name, there.live})
        return ()

    def listing(self) -> Iterable[str]:
        live = self._live()
        found = self.place.files(f"{RELEASES}/{live}") if live else {}
        return sorted(found.keys() - {MANIFEST, LOCK})

    def read(self, path: str) -> bytes | None:
        live = self._live()
        return self.place.read(f"{RELEASES}/{live}/{path}") if live and not unsafe([path]) else None

    def _live(self) -> str | None:
        """The release that is served. What is not ours is never replaced."""
        text = self.place.link(CURRENT)
        if text is None:
            if CURRENT in (self.place.names("") or ()):
                raise TargetRefused(
                    f"Ở đích, '{CURRENT}' không phải liên kết do chương trình này tạo, nên không được thay. Đổi tên nó đi (ví dụ {CURRENT}-cu) rồi chạy lại."
                )
            return None
        folder, _, name = text.rpartition("/")
        if folder != RELEASES or not _WHOLE.fullmatch(name):
            raise TargetRefused(f"Ở đích, liên kết '{CURRENT}' dẫn tới nơi khác ({text}), nên không được thay. Xóa liên kết đó rồi chạy lại.")
        return name

    def _whole(self, release: Release, there: "_There") -> str | None:
        """A folder that holds just this release under just this manifest, the live one first."""
        for name in sorted(_releases(there.names), key=lambda name: name != there.live):
            path = f"{RELEASES}/{name}"
            if _id(name) == release.manifest.id and self.place.read(f"{path}/{MANIFEST}") == release.signed:
                found = self.place.files(path)
                if not self._wrong(path, {p: size for p, size in found.items() if p != MANIFEST}, release):
                    return name
        return None

    def _build(self, release: Release, growing: Growing, progress: Progress, there: "_There") -> str:
        part = growing.part
        self._begin(part, release, there)
        try:
            if wrong := self._fill(growing, progress):
                _refuse_wrong(self._fill(replace(growing, linked=growing.linked - wrong), progress))
            self.place.write(f"{part}/{MANIFEST}", release.signed)
        except PlaceFull:
            with suppress(TargetRefused):  # a full disk harms whatever else lives there: give the room back
                self.place.drop(part)
            raise
        self.place.settle()
        name = _free(release, there.names)
        self.place.rename(part, f"{RELEASES}/{name}")
        return name

    def _begin(self, part: str, release: Release, there: "_There") -> None:
        """Have the folder to grow in: one that a cut run left for the same files, else a new one."""
        left = [f"{RELEASES}/{name}" for name in there.names if name.endswith(f"-{release.manifest.id}.part") and _OURS.fullmatch(name)]
        if left and part not in left:
            self.place.rename(left[0], part)
        elif not left:
            self.place.make([part])

    def _fill(self, growing: Growing, progress: Progress) -> set[str]:
        """Returns the paths that are still wrong."""
        self.place.fill(growing, progress)
        found = dict(self.place.files(growing.part))
        strangers = found.keys() - growing.release.manifest.files.keys()
        if strangers:
            self.place.remove([f"{growing.part}/{path}" for path in sorted(strangers)])
        return self._wrong(growing.part, {path: size for path, size in found.items() if path not in strangers}, growing.release)

    def _growing(self, release: Release, held: Manifest | None, changes: Changes, there: "_There") -> Growing:
        """What can be linked: all files of a release with the same id, else what the live one holds unchanged."""
        part = f"{RELEASES}/{release.manifest.number}-{release.manifest.id}.part"
        same = [name for name in _releases(there.names) if _id(name) == release.manifest.id]
        name = same[-1] if same else there.live
        if held is None or name is None:
            return Growing(release, part, "", frozenset())
        sizes = self.place.files(f"{RELEASES}/{name}")
        wanted = {path for path, entry in release.manifest.files.items() if sizes.get(path) == entry.size}
        if not same:
            wanted = {path for path in wanted.difference(changes.put) if held.files.get(path) == release.manifest.files[path]}
        return Growing(release, part, f"{RELEASES}/{name}", frozenset(wanted))

    def _wrong(self, folder: str, found: Mapping[str, int], release: Release) -> set[str]:
        """Paths that are missing, too many, or not what the manifest promises."""
        wanted = release.manifest.files
        wrong = {path for path in found.keys() | wanted.keys() if path not in wanted or found.get(path) != wanted[path].size}
        if not self.place.hashes_cheaply:
            return wrong
        right = {path: entry for path, entry in wanted.items() if path not in wrong}
        return wrong | (right.keys() - set(self.place.matching(folder, right)))

    def _tidy(self, kept: Collection[str | None]) -> None:
        """Keep the newest releases and those named; remove what killed runs left."""
        try:
            names = self.place.names(RELEASES) or []
            old = [name for name in _releases(names)[:-KEPT] if name not in kept]
            for name in old:
                self.place.rename(f"{RELEASES}/{name}", f"{RELEASES}/{name}.gone")
            for name in (*filter(_OURS.fullmatch, names), *(f"{name}.gone" for name in old)):
                self.place.drop(f"{RELEASES}/{name}")
            self.place.remove([name for name in self.place.names("") or () if name.startswith((f"{LOCK}.", f"{CURRENT}.new"))])
        except TargetRefused as refused:
            raise TargetRefused(f"Bản mới đã lên, nhưng chưa dọn được bản cũ ở đích: {refused}") from refused


@dataclass(frozen=True, slots=True)
class _There:
    """What lies at the target when sending begins; under the lock nobody else changes it. ``live``: what is served."""

    names: tuple[str, ...]
    live: str | None


def _releases(names: Iterable[str]) -> list[str]:
    return sorted(filter(_WHOLE.fullmatch, names), key=_age)


def _free(release: Release, taken: Collection[str]) -> str:
    """A name that no folder has: a release of these files may lie there under another manifest."""
    name = f"{release.manifest.number}-{release.manifest.id}"
    return next(free for n in range(1, 10**6) if (free := f"{name}.{n}" if n > 1 else name) not in taken)


def _id(name: str) -> str:
    return name.partition("-")[2][:20]


def _age(name: str) -> tuple[int, int]:
    found = _WHOLE.fullmatch(name)
    return (int(found[1]), int(found[3] or 1)) if found else (-1, 0)


def _refuse_unsafe(paths: Iterable[str]) -> None:
    if bad := unsafe(paths):
        raise TargetRefused(f"Bản dựng có đường dẫn không gửi được: {bad[0]!r}. Đổi tên tệp đó rồi dựng lại.")


def _refuse_wrong(wrong: Collection[str]) -> None:
    if wrong:
        raise TargetRefused(
            f"Bản gửi lên không đúng với bản dựng ở {len(wrong)} tệp (ví dụ {min(wrong)}). Trang đang có giữ nguyên; chạy lại, nếu vẫn thế thì xem ổ đĩa của đích."
        )
