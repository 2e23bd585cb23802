"""Files of a release on the disk: written once, or linked from the release before."""

import os
import shutil
from pathlib import Path

from plugins.press.manifest import Written

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def untouched(path: str | Path, written: Written) -> bool:
    """Whether a file is still as it was written."""
    try:
        stat = os.lstat(path)
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == (written.size, written.mtime_ns)


def make_folder(out: Path, path: str, known: set[str]) -> None:
    """The folder of a path; ``known`` are those that are there."""
    folder = path.rpartition("/")[0]
    if folder and folder not in known:
        (out / folder).mkdir(parents=True, exist_ok=True)
        known.add(folder)


def link(old: str | Path, new: str | Path, written: Written) -> bool:
    """Link an unchanged file; False when the old one is gone or was touched by somebody else."""
    if not untouched(old, written):
        return False
    try:
        os.link(old, new)
    except OSError:
        try:
            shutil.copy2(old, new)
        except OSError:
            return False
    return True


def put(path: str, data: bytes) -> int:
    """Write a file that must not be there yet, since it could be linked with the live one; when it was written, in ns."""
    try:
        file = os.open(path, _NEW, 0o666)
    except FileExistsError:
        os.unlink(path)
        file = os.open(path, _NEW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        return os.fstat(file).st_mtime_ns
    finally:
        os.close(file)
