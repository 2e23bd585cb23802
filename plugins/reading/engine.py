"""All items of a folder, read in as many processes as pay; what the cache knows is not read again."""

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from types import MappingProxyType
from zlib import crc32

from plugins.model.matter import KINDS
from plugins.model.packed import Packed
from plugins.model.problems import ContentChanged, problem, stops
from plugins.model.vocab import CATEGORIES, Category, Standing
from plugins.reading.cache import Cache
from plugins.reading.item import Reading, Stored, read_item
from plugins.reading.rawtext import SIZE_LIMIT
from plugins.reading.walk import Stamp
from plugins.workers import share_out

_LIBRARIES = ("markdown", "pelican", "nh3", "pydantic", "pyyaml")
# Below this many files a second process costs more than it saves.
WORTH_SHARING = 60
# Files that one process reads, and keeps, at a time.
PART = 50
# The coarsest clock of the file systems that content lies on: FAT counts in two seconds.
_TICK_NS = 2_500_000_000
# Where times have a fraction of a second, they tick at least every ten milliseconds.
_FINE_NS = 100_000_000


@dataclass(frozen=True, slots=True)
class Seen(Packed):
    """One file at the last look: its stamp, the key of its content, and what it said."""

    stamp: Stamp
    key: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Readings:
    """What all files say, by path in the order asked for; ``body`` gives the HTML that a reading only names."""

    readings: dict[str, Reading]
    body: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading needs besides the files: where, when, how, the unit's categories, and what short forms mean."""

    content: Path
    now: datetime
    make_render: Callable[[], Callable[[str], str]]
    cache: Cache
    workers: int = 1
    categories: tuple[Category, ...] = CATEGORIES
    meanings: Mapping[str, str] = field(default_factory=dict)

    @property
    def unit(self) -> str:
        """What a reading takes from the profile."""
        return f"{self.categories!r}\n{sorted(self.meanings.items())!r}"


def read_all(desk: Desk, items: Sequence[str], stamps: Mapping[str, Stamp] = MappingProxyType({})) -> Readings:
    """Read items; one whose ``stamp`` is that of the last look is not even opened. The engine is built once a process, and only when needed."""
    shelves = _Shelves(desk, items)
    kept = {path: seen for path, seen in shelves.seen.items() if seen.stamp == stamps.get(path)}
    loaded = {path: _load(desk.content / path) for path in items if path not in kept}
    key = lru_cache(maxsize=None)(lambda kind: _key(kind, desk.unit))
    keys = {path: key(path.split("/")[0])(data) for path, data in loaded.items() if isinstance(data, bytes)}
    known = {path: seen.reading for path, seen in kept.items()}
    records = desk.cache.load(keys.values(), Reading)
    known |= {path: records[key] for path, key in keys.items() if key in records}
    keys |= {path: seen.key for path, seen in kept.items()}
    current = {path: reading for path, reading in known.items() if not _came_due(reading, desk.now)}
    todo = [path for path in items if path in keys and path not in current]
    engine = lru_cache(maxsize=1)(desk.make_render)

    def read(path: str) -> Reading:
        data = loaded[path] if path in loaded else _load(desk.content / path)
        return read_item(path.split("/")[0], data, desk.now, lambda text: engine()(text), desk.categories, desk.meanings) if isinstance(data, bytes) else data

    def read_part(paths: Sequence[str]) -> tuple[dict[str, Reading], dict[str, str]]:
        """What these files say, kept by the process that read them; and the HTML that could not be kept, by key."""
        read_now = {path: read(path) for path in paths}
        bodies = {keys[path]: reading.html for path, reading in read_now.items() if isinstance(reading.html, str)}
        slim = {path: _without_html(reading, keys[path]) for path, reading in read_now.items()}
        desk.cache.store({keys[path]: reading for path, reading in slim.items()})
        return slim, {} if desk.cache.put_bodies(bodies) else bodies

    parts = [todo[start : start + PART] for start in range(0, len(todo), PART)]
    done = share_out(read_part, parts, desk.workers if len(todo) >= WORTH_SHARING else 1)
    fresh = {path: reading for part, _ in done for path, reading in part.items()}
    held = {key: html for _, bodies in done for key, html in bodies.items()}
    every = {path: data for path, data in loaded.items() if isinstance(data, Reading)} | current | fresh
    same = {path: seen for path, seen in kept.items() if path in current}
    anew = {path: Seen(stamps[path], keys[path], every[path]) for path in items if path in keys and path in stamps and path not in same}
    shelves.put(same | anew)
    loaded.clear()  # ``read`` lives on below, for a body that is lost: what ten thousand files hold need not
    of = {key: path for path, key in keys.items()}
    return Readings({path: every[path] for path in items}, lambda key: _body(key, desk.cache, held, of, read))


def _without_html(reading: Reading, key: str) -> Reading:
    return reading if reading.html is None else replace(reading, html=Stored(key))


def _body(key: str, cache: Cache, held: Mapping[str, str], paths: Mapping[str, str], read: Callable[[str], Reading]) -> str:
    """HTML by key. A cache that was lost meanwhile is no loss: the file is read again."""
    html = held[key] if key in held else cache.body(key)
    if html is None:
        again = read(paths[key]).html
        if not isinstance(again, str):
            raise ContentChanged(paths[key])
        return again
    return html


class _Shelves:
    """What one content folder held at the last look, in parts, so that one edit writes one part again."""

    PARTS = 32

    def __init__(self, desk: Desk, items: Sequence[str]) -> None:
        self._cache = desk.cache
        self._began = time.time_ns()  # nothing has been read yet
        whose = f"{version()}\n{desk.unit}\n{desk.content.resolve()}\n"
        stem = blake2b(whose.encode(), digest_size=16).hexdigest()
        self._names = [f"{stem}-{part}" for part in range(self.PARTS)]
        found = desk.cache.shelf(self._names)
        self._parts = [found.get(name, {}) for name in self._names]
        wanted = set(items)
        self.seen: dict[str, Seen] = {path: seen for part in self._parts for path, seen in part.items() if path in wanted}

    def put(self, seen: Mapping[str, Seen]) -> None:
        """Keep what can be trusted: a file written just before it was read may be written again within the same tick of its clock."""
        parts: list[dict[str, Seen]] = [{} for _ in self._names]
        for path, one in seen.items():
            if max(one.stamp[1], one.stamp[2]) < self._began - (_FINE_NS if one.stamp[2] % 1_000_000_000 else _TICK_NS):
                parts[crc32(path.encode()) % self.PARTS][path] = one
        changed = {name: new for name, new, old in zip(self._names, parts, self._parts, strict=True) if new != old}
        self._cache.put_shelf(changed)


def _came_due(reading: Reading, now: datetime) -> bool:
    """Whether an item that was kept back when it was read is public by now, or one that was public is so no more."""
    if reading.matter is None:
        return False
    kept_back = reading.html is None and not stops(reading.problems)
    return kept_back == (reading.matter.standing(now) is Standing.PUBLIC)


def _load(path: Path) -> bytes | Reading:
    """The bytes of a file; a file over the limit is read no further than the limit."""
    try:
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            data = file.read(SIZE_LIMIT + 1)
            after = os.fstat(file.fileno())
        if len(data) > SIZE_LIMIT:
            size = f"{after.st_size / 1e6:.1f} MB".replace(".", ",")
            return Reading(None, (), (problem("file-too-large", "", size=size, limit="1 MB"),))
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size) or len(data) != after.st_size:
            return Reading(None, (), (problem("file-changed", ""),))
    except FileNotFoundError:
        return Reading(None, (), (problem("file-changed", ""),))
    except OSError as error:
        return Reading(None, (), (problem("file-unreadable", "", reason=error.strerror or "?"),))
    return data


def _key(kind: str, unit: str) -> Callable[[bytes], str]:
    """Of the bytes of a file of a kind."""
    begun = blake2b(f"{version()}\n{kind}\n{unit}\n".encode(), digest_size=20)

    def of(data: bytes) -> str:
        whole = begun.copy()
        whole.update(data)
        return whole.hexdigest()

    return of


@lru_cache(maxsize=1)
def version() -> str:
    """Changes with this package, the model and its lists, the settings file, the libraries and the Python that read."""
    digest = blake2b(repr((sys.version_info[:2], [metadata.version(name) for name in _LIBRARIES], sorted(KINDS))).encode())
    plugins = Path(__file__).resolve().parent.parent
    sources = [*sorted((plugins / "reading").glob("*.py")), *sorted((plugins / "model").rglob("*.py")), *sorted((plugins / "model").rglob("*.tsv")), plugins.parent / "pelicanconf.py"]
    for source in sources:
        if source.exists():
            digest.update(source.read_bytes())
    return digest.hexdigest()
