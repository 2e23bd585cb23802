"""What was read once is not read again: records by content hash, in one SQLite file that several communes share."""

import pickle
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

Record = TypeVar("Record")
SIZE_LIMIT = 1_000_000_000


class Cache:
    """Records by key. A broken or foreign file is as good as an empty one: it is thrown away."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        if path is not None and path.exists() and path.stat().st_size > SIZE_LIMIT:
            path.unlink()

    def load(self, keys: Iterable[str], kind: type[Record]) -> dict[str, Record]:
        """The known ones of these keys, when they are records of this kind."""
        if self._path is None or not self._path.exists():
            return {}
        found: dict[str, Record] = {}
        try:
            with closing(self._open()) as db:
                for key in keys:
                    row = db.execute("SELECT value FROM record WHERE key = ?", (key,)).fetchone()
                    record = pickle.loads(row[0]) if row else None
                    if isinstance(record, kind):
                        found[key] = record
        except (sqlite3.Error, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError):
            self._forget()
            return {}
        return found

    def store(self, records: Mapping[str, object]) -> None:
        """Keep these; a cache that cannot be written is no error."""
        if self._path is None or not records:
            return
        rows = [(key, pickle.dumps(record, protocol=5)) for key, record in records.items()]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as db, db:
                db.executemany("INSERT OR REPLACE INTO record VALUES (?, ?)", rows)
        except (sqlite3.Error, OSError):
            self._forget()

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(str(self._path), timeout=30)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("CREATE TABLE IF NOT EXISTS record (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
        return db

    def _forget(self) -> None:
        if self._path is not None:
            for suffix in ("", "-wal", "-shm"):
                with suppress(OSError):
                    self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
