"""The lock at an FTP server: a folder, because making one is the only thing there that can happen just once."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from publishing.targets.contract import LOCK, TargetRefused
from publishing.targets.ftpstore import FtpStore
from publishing.targets.lock import Note

FOLDER = "cchc-lock"
_NOTE = f"{FOLDER}/{LOCK}"
_LOOK = 0.5  # seconds between two looks at a lock that does not say yet whose it is

Connect = Callable[[], AbstractContextManager[FtpStore]]


@contextmanager
def locked(store: FtpStore, owner: str, state: Path, patience: float, connect: Connect) -> Iterator[None]:
    """Held by ``owner``. A lock whose owner surely died on this machine is taken over; ``patience`` is how many seconds
    a connection may be silent, so a lock without a name after that is nobody's."""
    note = Note.mine(owner)
    with _alone(state):
        try:
            _take(store, note, patience)
            yield
        finally:
            _give_back(store, note, connect)


@contextmanager
def _alone(state: Path) -> Iterator[None]:
    """Of two publishers on this machine only one gets as far as the server."""
    try:
        state.mkdir(parents=True, exist_ok=True)
        with FileLock(state / "sending.lock", timeout=0):
            yield
    except Timeout:
        raise TargetRefused("Đang có lượt đăng khác từ máy này vào đích này. Chờ lượt đó xong rồi chạy lại.") from None


def _take(store: FtpStore, note: Note, patience: float) -> None:
    if not store.make_folder(FOLDER):
        holder = _holder(store, patience)
        if holder is not None and not holder.dead:
            raise TargetRefused(_held(holder))
    store.upload(_NOTE, note.written().encode())
    if (holder := _note(store)) != note:
        raise TargetRefused(_held(holder) if holder else f"Khóa {FOLDER} ở đích vừa bị xóa. Chạy lại.")


def _holder(store: FtpStore, patience: float) -> Note | None:
    """Who holds the lock; None when nobody has signed it in good time."""
    end = time.monotonic() + patience
    while (holder := _note(store)) is None and time.monotonic() < end:
        time.sleep(min(_LOOK, patience))
    return holder


def _note(store: FtpStore) -> Note | None:
    written = store.get(_NOTE)
    return Note.read(written.decode("utf-8", "replace")) if written else None


def _give_back(store: FtpStore, note: Note, connect: Connect) -> None:
    """Over a new connection when this one is cut: the next run shall not wait for somebody who is gone."""
    try:
        _remove(store, note)
    except TargetRefused:
        with suppress(TargetRefused), connect() as fresh:
            _remove(fresh, note)


def _remove(store: FtpStore, note: Note) -> None:
    if _note(store) == note:
        store.drop(_NOTE)


def _held(note: Note) -> str:
    minutes = int(note.age.total_seconds() // 60)
    age = f"{minutes // 60} giờ {minutes % 60} phút" if minutes >= 60 else f"{minutes} phút"
    return (
        f"Đích này đang bị khóa bởi {note.owner} trên máy {note.host} (tiến trình {note.pid}), từ {age} trước. Chờ lượt đó xong rồi chạy lại. "
        f"Nếu hỏi lại và chắc chắn không ai đang đăng (máy đó đã tắt hay mất mạng giữa chừng) thì xóa thư mục {FOLDER} ở đích rồi chạy lại."
    )
