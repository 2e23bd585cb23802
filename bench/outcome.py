"""What a build left behind: files, bytes, which were written and which are really different."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Seen(NamedTuple):
    """One file: which one it is on disk, when it was written, how long it is, what it holds."""

    inode: int
    written: int
    size: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Effect:
    """One build against the one before. ``written`` counts files touched, ``changed`` those with other bytes or new ones."""

    files: int
    pages: int
    size: int
    written: int
    written_pages: int
    changed: tuple[str, ...]
    removed: int


def look(folder: Path, before: dict[str, Seen]) -> dict[str, Seen]:
    """Every file under a folder; one that was not touched since is not read again."""
    seen = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = Path(base, name)
            stat = path.stat()
            key = path.relative_to(folder).as_posix()
            old = before.get(key)
            if old is not None and old[:3] == (stat.st_ino, stat.st_mtime_ns, stat.st_size):
                seen[key] = old
            else:
                digest = hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
                seen[key] = Seen(stat.st_ino, stat.st_mtime_ns, stat.st_size, digest)
    return seen


def effect(before: dict[str, Seen], after: dict[str, Seen]) -> Effect:
    """What one build did to the folder."""
    written = [path for path, seen in after.items() if before.get(path) != seen]
    return Effect(
        len(after),
        sum(path.endswith(".html") for path in after),
        sum(seen.size for seen in after.values()),
        len(written),
        sum(path.endswith(".html") for path in written),
        tuple(sorted(path for path in written if path not in before or before[path].digest != after[path].digest)),
        len(before.keys() - after.keys()),
    )
