"""What a target is: a place that holds a release of the site, and how the next one gets there."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

# Beside the pages at targets that keep one tree. No leading dot: many FTP servers hide such files from a listing.
MANIFEST = "cchc-manifest.json"
LOCK = "cchc-lock.json"
KEPT = 3
TIMEOUT = 30.0  # seconds without a byte before a connection counts as dead


class TargetRefused(Exception):
    """The target cannot be published to; the message says why and what to do, in Vietnamese, and holds no secret."""


class Promise(Enum):
    """What a reader of the site may meet while a release is being sent, or when sending is cut off."""

    WHOLE = "bản cũ hoặc bản mới, trọn vẹn"
    EACH_FILE = "từng tệp trọn vẹn; trong lúc gửi, tệp cũ và tệp mới có thể đứng cạnh nhau"
    HANDED_OVER = "tệp để bàn giao, không tự lên mạng"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a release: bytes, and SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release holds. ``number`` counts up with every release of a site; ``made`` carries its zone."""

    number: int
    made: datetime
    files: Mapping[str, Entry]
    id: str  # 20 hex digits: of the files alone, so that the same site has the same id


@dataclass(frozen=True, slots=True)
class Release:
    """A release on this machine: its folder, its manifest, and the signed bytes of that manifest for the target."""

    folder: Path
    manifest: Manifest
    signed: bytes


@dataclass(frozen=True, slots=True)
class Changes:
    """What sending must do. ``put`` is in the order of sending: what pages need, pages, lists, home page; ``drop`` comes last."""

    put: tuple[str, ...]
    drop: tuple[str, ...]
    size: int


# Called after each file: path, bytes sent for it.
Progress = Callable[[str, int], None]


class Session(Protocol):
    """An open connection. Every method raises :class:`TargetRefused` instead of a library's or system's error."""

    def manifest(self) -> bytes | None:
        """The signed manifest that lies at the target, unchecked; None when there is none."""

    def locked(self, owner: str) -> AbstractContextManager[None]:
        """Nobody else sends meanwhile. A lock that another holds is refused, naming its owner and age."""

    def send(self, release: Release, held: Manifest | None, changes: Changes, progress: Progress) -> tuple[str, ...]:
        """Put a release in the place of what is held, the manifest last. Resumes what an earlier, cut run began.

        Returns sentences for the user: how this server had to be dealt with.
        """

    def listing(self) -> Iterable[str]:
        """Paths of all files that are served, ours or not (never :data:`MANIFEST` and :data:`LOCK`)."""

    def read(self, path: str) -> bytes | None:
        """Bytes of a served file; None when it is not there."""


class Target(Protocol):
    """A configured target; opening it connects."""

    @property
    def name(self) -> str: ...

    @property
    def promise(self) -> Promise: ...

    def open(self) -> AbstractContextManager[Session]: ...
