"""All items of a folder, read in as many processes as pay; what the cache knows is not read again."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

from plugins.model.matter import KINDS
from plugins.model.problems import problem, stops
from plugins.model.vocab import CATEGORIES, Category, Standing
from plugins.reading.cache import Cache
from plugins.reading.item import Reading, read_item
from plugins.reading.rawtext import SIZE_LIMIT
from plugins.workers import share_out

_LIBRARIES = ("markdown", "pelican", "nh3", "pydantic", "pyyaml")
# Below this many files a second process costs more than it saves.
WORTH_SHARING = 60


def read_all(
    content: Path,
    items: Sequence[str],
    now: datetime,
    make_render: Callable[[], Callable[[str], str]],
    cache: Cache,
    workers: int,
    categories: tuple[Category, ...] = CATEGORIES,
) -> dict[str, Reading]:
    """Path → reading. ``make_render`` builds the Markdown engine, once a process and only when needed."""
    loaded = {path: _load(content / path) for path in items}
    keys = {path: _key(path, data, categories) for path, data in loaded.items() if isinstance(data, bytes)}
    known = cache.load(keys.values(), Reading)
    readings = {path: known[key] for path, key in keys.items() if key in known and not _came_due(known[key], now)}
    todo = [(path, path.split("/")[0], data) for path, data in loaded.items() if path not in readings and isinstance(data, bytes)]
    engine = lru_cache(maxsize=1)(make_render)

    def read(work: tuple[str, str, bytes]) -> Reading:
        return read_item(work[1], work[2], now, lambda text: engine()(text), categories)

    fresh = dict(zip((w[0] for w in todo), share_out(read, todo, workers if len(todo) >= WORTH_SHARING else 1), strict=True))
    cache.store({keys[path]: reading for path, reading in fresh.items()})
    refused = {path: data for path, data in loaded.items() if isinstance(data, Reading)}
    every = refused | readings | fresh
    return {path: every[path] for path in items}


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


def _key(path: str, data: bytes, categories: tuple[Category, ...]) -> str:
    kind = path.split("/")[0]
    return blake2b(f"{version()}\n{kind}\n{categories!r}\n".encode() + data, digest_size=20).hexdigest()


@lru_cache(maxsize=1)
def version() -> str:
    """Changes with this package, the model, the settings file, the libraries and the Python that read."""
    digest = blake2b(repr((sys.version_info[:2], [metadata.version(name) for name in _LIBRARIES], sorted(KINDS))).encode())
    plugins = Path(__file__).resolve().parent.parent
    sources = [*sorted((plugins / "reading").glob("*.py")), *sorted((plugins / "model").glob("*.py")), plugins.parent / "pelicanconf.py"]
    for source in sources:
        if source.exists():
            digest.update(source.read_bytes())
    return digest.hexdigest()
