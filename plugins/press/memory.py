"""What a room planned last time, by what it read of the site: the same need not be planned again.

A room is a pure function, so equal fields of the site (by their keys), equal code and equal theme give equal pages.
Kept are paths and fingerprints; the pages themselves are planned only when one of them must be written.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple, Protocol, cast

from plugins.model.fingerprint import Keys, digest
from plugins.model.page import File, Page
from plugins.model.site import Site
from plugins.model.watched import Watched

Plan = Callable[[Site], Iterable[Page | File]]


class Shelf(Protocol):
    """Where memories are kept, by name."""

    def shelf(self, names: Iterable[str]) -> dict[str, Any]: ...

    def put_shelf(self, shelves: Mapping[str, object]) -> None: ...


class Known(NamedTuple):
    """A page or file that was planned before: its fingerprint, and how to find it when it must be written after all."""

    path: str
    made_of: str
    slow: bool
    is_page: bool
    indexed: bool
    modified: datetime | None
    find: Callable[[str], Page | File]

    def again(self) -> Page | File:
        """The page or file itself."""
        return self.find(self.path)


@dataclass(frozen=True, slots=True)
class Memory:
    """One room's: the key of each field that it read, and (path, fingerprint, slow, is page, indexed, modified) of what it planned."""

    read: Mapping[str, str]
    rows: tuple[tuple[str, str, bool, bool, bool, datetime | None], ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """What a room planned; ``read`` is None when it was known and is not to be kept again."""

    room: str
    made: Sequence[Page | File | Known]
    read: Mapping[str, str] | None


class Memories:
    """Memories of all rooms for one look: code, theme and frame. Without a shelf every room plans anew."""

    def __init__(self, shelf: Shelf | None, look: str) -> None:
        self._shelf = shelf
        self._look = look

    def plan(self, site: Site, rooms: Sequence[tuple[str, Plan]]) -> list[Planned]:
        """Every room's pages, in the order of the rooms."""
        keys = lru_cache(maxsize=None)(lambda name: field_key(site, name))
        found = self._shelf.shelf([self._name(room) for room, _ in rooms]) if self._shelf else {}
        derived: dict[str, tuple[Any, frozenset[str]]] = {}
        planned = []
        for room, plan in rooms:
            memory = found.get(self._name(room))
            if isinstance(memory, Memory) and all(keys(name) == key for name, key in memory.read.items()):
                planned.append(Planned(room, _known(memory, site, plan), None))
                continue
            watched = Watched(site, derived)
            made = tuple(plan(cast(Site, watched)))
            planned.append(Planned(room, made, {name: keys(name) for name in watched.read}))
        return planned

    def keep(self, planned: Iterable[Planned], prints: Mapping[str, str]) -> None:
        """Remember the rooms that were planned anew; ``prints`` is path → fingerprint."""
        fresh = {}
        for one in planned:
            if one.read is not None:
                made = cast(Sequence[Page | File], one.made)
                fresh[self._name(one.room)] = Memory(one.read, tuple(_row(page, prints[page.path]) for page in made))
        if self._shelf:
            self._shelf.put_shelf(fresh)

    def _name(self, room: str) -> str:
        return f"room-{digest(f'{self._look}{room}')}"


def field_key(site: Site, name: str) -> str:
    """The key of one field of a site, or of what :class:`Watched` says was read of it."""
    name, in_parts, part = name.partition(" ")
    if name == "listed":
        return _told(item.face or repr(item.without_body) for item in site.news)
    if name == "mentions":
        return _told(one.mentions_key for one in site.citing)
    if name == "citing_in":
        return site.citing_keys.get(part, "")
    value = getattr(site, name)(part) if in_parts else getattr(site, name)
    return _told(map(Keys().of, value)) if type(value) is tuple else digest(Keys().of(value))


def _told(keys: Iterable[str]) -> str:
    """One key of many, which together would be as large as the site."""
    whole = blake2b(digest_size=16)
    for key in keys:
        whole.update(f"{key}\n".encode())
    return whole.hexdigest()


def _known(memory: Memory, site: Site, plan: Plan) -> tuple[Known, ...]:
    pages = lru_cache(maxsize=1)(lambda: {page.path: page for page in plan(site)})
    find = lambda path: pages()[path]  # noqa: E731 - one for ten thousand rows
    return tuple([Known(*row, find) for row in memory.rows])


def _row(page: Page | File, made_of: str) -> tuple[str, str, bool, bool, bool, datetime | None]:
    if isinstance(page, Page):
        return (page.path, made_of, False, True, page.indexed, page.modified)
    return (page.path, made_of, page.slow, False, False, None)
