"""What was read once is not read again: records by content hash, in one SQLite file that several communes share.

Three tables: ``record`` by content, ``body`` with the HTML that a record leaves out, ``shelf`` with what one content
folder held at the last look. A broken or foreign file is as good as an empty one: it is thrown away.
"""

import os
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

Record = TypeVar("Record")
SIZE_LIMIT = 1_000_000_000
_BROKEN = (sqlite3.Error, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, KeyError, TypeError, ValueError)
_TABLES = ("record", "body", "shelf")


class Cache:
    """Records, bodies and shelves by key; without a path it keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._own: tuple[int, sqlite3.Connection] | None = None
        self._inherited: list[object] = []
        if path is not None and path.exists() and path.stat().st_size > SIZE_LIMIT:
            path.unlink()

    def load(self, keys: Iterable[str], kind: type[Record]) -> dict[str, Record]:
        """The known ones of these keys, when they are records of this kind."""
        return {key: record for key, record in self._rows("record", keys).items() if isinstance(record, kind)}

    def store(self, records: Mapping[str, object]) -> None:
        """Keep these; a cache that cannot be written is no error."""
        self._write("record", ((key, pickle.dumps(record, protocol=5)) for key, record in records.items()), len(records))

    def shelf(self, names: Iterable[str]) -> dict[str, Any]:
        """What was put under these names."""
        return self._rows("shelf", names)

    def put_shelf(self, shelves: Mapping[str, object]) -> None:
        """Keep these in the place of what was there."""
        self._write("shelf", ((name, pickle.dumps(value, protocol=5)) for name, value in shelves.items()), len(shelves))

    def put_bodies(self, bodies: Mapping[str, str]) -> bool:
        """Keep HTML by the key of its record; False when it was not kept."""
        return self._write("body", ((key, html.encode()) for key, html in bodies.items()), len(bodies))

    def body(self, key: str) -> str | None:
        """One body; None when it is not there. Each process reads through a connection of its own."""
        if self._path is None:
            return None
        try:
            row = self._here().execute("SELECT value FROM body WHERE key = ?", (key,)).fetchone()
            return bytes(row[0]).decode() if row else None
        except _BROKEN:
            return None

    def _rows(self, table: str, keys: Iterable[str]) -> dict[str, Any]:
        if self._path is None or not self._path.exists():
            return {}
        found: dict[str, Any] = {}
        with self._forgiven():
            db = self._here()
            for key in keys:
                row = db.execute(f"SELECT value FROM {table} WHERE key = ?", (key,)).fetchone()
                if row:
                    found[key] = pickle.loads(row[0])
            return found
        return {}

    def _write(self, table: str, rows: Iterable[tuple[str, bytes]], count: int) -> bool:
        if self._path is None or not count:
            return self._path is not None
        with self._forgiven():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._here() as db:
                db.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)
            return True
        return False

    @contextmanager
    def _forgiven(self) -> Iterator[None]:
        try:
            yield
        except (*_BROKEN, OSError):
            self._forget()

    def _here(self) -> sqlite3.Connection:
        """The connection of this process. One that was open before a fork is the other's: it is neither used nor closed here."""
        if self._own is None or self._own[0] != os.getpid():
            self._inherited.append(self._own)
            self._own = (os.getpid(), self._open())
        return self._own[1]

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(str(self._path), timeout=30)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        for table in _TABLES:
            db.execute(f"CREATE TABLE IF NOT EXISTS {table} (key TEXT PRIMARY KEY, value BLOB)")
        return db

    def _forget(self) -> None:
        self._own = None
        if self._path is not None:
            for suffix in ("", "-wal", "-shm"):
                with suppress(OSError):
                    self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
