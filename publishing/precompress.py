"""Packed copies beside each text file of a release, for web servers that send them as they lie (nginx: ``gzip_static``,
``brotli_static``).

A copy is made of the bytes of its file and of nothing else, so the same file has the same copy in every build. One that
an earlier release holds is linked from there, as pages are.
"""

import gzip
import io
import os
import shutil
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Protocol

import brotli

GZIP, BROTLI = ".gz", ".br"
_TEXTS = (".html", ".css", ".js", ".xml", ".json", ".jsonld", ".svg", ".txt", ".csv", ".ttl")
_LEAST = 1_000  # bytes: what fits into one packet of the net gains nothing
_MOST = 0.9  # of the file's size: less than a tenth saved is not worth a second file
_LEVEL = 9  # of both; Brotli's 10 and 11 take ten times as long for 3 % less


class Written(Protocol):
    """A file of a release, as its manifest tells it (``plugins.press.manifest``)."""

    @property
    def made_of(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def sha256(self) -> str: ...
    @property
    def mtime_ns(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Copy:
    """A packed copy that was written; ``made_of`` stands for the bytes of its file and for the rule of packing."""

    made_of: str
    size: int
    sha256: str
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Held:
    """A release that lies in a folder: its own files, and the copies beside them."""

    folder: Path
    files: Mapping[str, Written]
    copies: Mapping[str, Written]


# Maps over paths, in one process or in several.
Share = Callable[[Callable[[str], Copy | None], list[str]], list[Copy | None]]


def is_copy(path: str) -> bool:
    """Whether a path of a release is a packed copy: no content file may end so (``plugins.reading.assets``)."""
    return path.endswith(tuple(_PACKERS))


def original(path: str) -> str:
    """The path of the file that a copy is made of; a path that is none stays as it is."""
    return path[:-3] if is_copy(path) else path


def originals(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(path for path in paths if not is_copy(path))


def _gzip(data: bytes) -> bytes:
    out = io.BytesIO()
    # gzip.compress leaves a byte of the header to the library, which writes the name of the system into it.
    with gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=_LEVEL, mtime=0) as stream:
        stream.write(data)
    return out.getvalue()


def _brotli(data: bytes) -> bytes:
    copy: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=_LEVEL)
    return copy


_PACKERS: Mapping[str, Callable[[bytes], bytes]] = {GZIP: _gzip, BROTLI: _brotli}
# Changes with everything that could give the same file another copy.
_RULE = repr((2, _LEAST, _MOST, _LEVEL, zlib.ZLIB_RUNTIME_VERSION, brotli.__version__))


def packed(data: bytes, ending: str) -> bytes | None:
    """The copy, the same at any time and on any system; None when it would save too little."""
    copy = _PACKERS[ending](data)
    return copy if len(copy) <= len(data) * _MOST else None


def in_place(live: Held, endings: Collection[str]) -> bool:
    """Whether a release has just the copies that it should have, untouched by anybody else."""
    due = _due(live.files, endings)
    if not all(due.get(path) == copy.made_of and _untouched(live.folder / path, copy) for path, copy in live.copies.items()):
        return False
    return not any(packed((live.folder / original(path)).read_bytes(), path[-3:]) for path in due.keys() - live.copies.keys())


def pack(folder: Path, files: Mapping[str, Written], endings: Collection[str], last: Held, share: Share) -> dict[str, Written]:
    """Write the copies of all ``files`` of a new release; path in the site → copy. Raises OSError."""
    kept: dict[str, Written] = {}
    todo: dict[str, str] = {}
    for path, made_of in _due(files, endings).items():
        old = last.copies.get(path)
        if old and old.made_of == made_of and _untouched(last.folder / path, old):
            link(last.folder / path, folder / path)
            kept[path] = old
        else:
            todo[path] = made_of
    made = share(lambda path: _write(folder / path, todo[path]), list(todo))
    return kept | {path: copy for path, copy in zip(todo, made, strict=True) if copy}


def link(old: Path, new: Path) -> None:
    """The same file in another folder: its name there, or its bytes where a file can have one name only. Raises OSError."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _due(files: Mapping[str, Written], endings: Collection[str]) -> dict[str, str]:
    """Path of each copy that may be worth its place → what it is made of."""
    worth = {path: one for path, one in files.items() if path.endswith(_TEXTS) and one.size > _LEAST}
    return {
        f"{path}{ending}": blake2b(f"{_RULE}{ending}{one.sha256}".encode(), digest_size=16).hexdigest()
        for path, one in worth.items()
        for ending in endings
    }


def _write(path: Path, made_of: str) -> Copy | None:
    copy = packed(path.with_suffix("").read_bytes(), path.suffix)
    if copy is None:
        return None
    path.write_bytes(copy)
    return Copy(made_of, len(copy), sha256(copy).hexdigest(), path.stat().st_mtime_ns)


def _untouched(path: Path, copy: Written) -> bool:
    try:
        status = path.lstat()
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (copy.size, copy.mtime_ns)
