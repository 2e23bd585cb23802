"""The lock of a target with symbolic links: a link that leads nowhere and whose text says who holds it.

Making a link is one step at every server and fails when the name is taken, so no lock is ever seen half written, and
a publisher that is killed at any moment leaves one that can be judged.
"""

import hashlib
import json
import os
import platform
import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from publishing.targets.contract import LOCK, TargetRefused

_STALE = timedelta(hours=2)  # no publishing takes longer; beyond it the message says how to remove the lock


class Links(Protocol):
    """Symbolic links at a target, by path."""

    def tie(self, path: str, text: str) -> bool:
        """Make a link; False when the name is taken."""

    def point(self, path: str, text: str) -> None:
        """Make a link, in one step in the place of what is there."""

    def link(self, path: str) -> str | None:
        """The text of a link; None when there is none."""

    def remove(self, paths: list[str]) -> None:
        """Remove files and links; those that are not there are passed over."""


@dataclass(frozen=True, slots=True)
class Note:
    """Who holds a lock. ``machine`` tells machines of one name apart; ``token`` this very attempt."""

    owner: str
    host: str
    machine: str
    pid: int
    time: str
    token: str

    @classmethod
    def mine(cls, owner: str) -> "Note":
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(owner[:200], platform.node()[:200], _machine(), os.getpid(), now, secrets.token_hex(8))

    @classmethod
    def read(cls, text: str) -> "Note | None":
        """None for what is no note of ours."""
        try:
            found = json.loads(text)
            texts = [found[key] for key in ("owner", "host", "machine", "time", "token")]
            if not all(isinstance(text, str) for text in texts) or datetime.fromisoformat(found["time"]).tzinfo is None:
                return None
            return cls(found["owner"], found["host"], found["machine"], int(found["pid"]), found["time"], found["token"])
        except (ValueError, KeyError, TypeError):
            return None

    def written(self) -> str:
        return json.dumps({name: getattr(self, name) for name in self.__slots__}, ensure_ascii=False)

    @property
    def age(self) -> timedelta:
        """Never negative, whatever the clocks say."""
        return max(datetime.now(UTC) - datetime.fromisoformat(self.time), timedelta())

    @property
    def dead(self) -> bool:
        """Whether it is sure that the owner does not run any more."""
        return (self.host, self.machine) == (platform.node()[:200], _machine()) and not _runs(self.pid)


def acquire(place: Links, note: Note, name: str = LOCK) -> None:
    """Take the lock, also from an owner that is surely dead.

    Taking over is itself locked, under a name made of the dead owner's note, so that of two that come at once only
    one replaces the lock, and none replaces the lock of the other.
    """
    if place.tie(name, note.written()):
        return
    there = place.link(name)
    if there is None or (holder := Note.read(there)) is None or not holder.dead:
        raise TargetRefused(_held(there))
    claim = f"{LOCK}.{hashlib.sha256(there.encode()).hexdigest()[:12]}"
    acquire(place, note, claim)
    try:
        if place.link(name) != there:
            raise TargetRefused(_held(place.link(name)))
        place.point(name, note.written())
    finally:
        place.remove([claim])


def release(place: Links, note: Note) -> None:
    """Give the lock back, unless somebody removed it by hand and another took it."""
    if place.link(LOCK) == note.written():
        place.remove([LOCK])


def _held(text: str | None) -> str:
    note = Note.read(text) if text is not None else None
    if note is None:
        return f"Ở đích có khóa {LOCK} không rõ của ai. Nếu chắc chắn không ai đang đăng thì xóa {LOCK} ở đích rồi chạy lại."
    who = f"{note.owner} trên máy {note.host} (tiến trình {note.pid}), bắt đầu {_since(note.age)}"
    if note.age < _STALE:
        return f"Đang có lượt đăng khác vào đích này: {who}. Chờ lượt đó xong rồi chạy lại."
    return (
        f"Đích này bị khóa bởi {who}. Lượt đó có lẽ đã chết giữa chừng (mất điện, mất mạng): hỏi người đó, "
        f"nếu chắc chắn không còn chạy thì xóa {LOCK} ở đích rồi chạy lại."
    )


def _since(age: timedelta) -> str:
    minutes = int(age.total_seconds() // 60)
    for size, word in ((1440, "ngày"), (60, "giờ"), (1, "phút")):
        if minutes >= size:
            return f"{minutes // size} {word} trước"
    return "chưa đầy một phút trước"


def _machine() -> str:
    return hashlib.sha256(uuid.getnode().to_bytes(6, "big")).hexdigest()[:16]


def _runs(pid: int) -> bool:
    probe: Callable[[int, int], None] | None = os.kill if os.name == "posix" else None
    if probe is None or pid <= 0:  # elsewhere signal 0 ends a process instead of asking for it
        return True
    try:
        probe(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
