"""The older part of the stream, cut so that a new item changes a handful of files at any size.

The newest items stand whole in the index. All others are found through *shards*: pairs of neighbouring syllables (of titles,
keywords, numbers of documents) with the items that hold them, put into one of :data:`SHARDS` files by the first
syllable. The shards take in new items in turn: with each new item of the stream one shard is made again, so that none
is further behind than the index reaches. What an item says stands in a *chunk*, one for each third of a month.

An item is known in a shard by its third of a month and a hash of its address: an item that comes late or goes moves no other.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from plugins.model.site import NewsItem
from plugins.search.documents import Item, day_of, symbols
from plugins.search.fold import Folded

SHARDS = 128
LAG = 64  # newest items that no shard holds: a smaller site has the index alone
WINDOW = LAG + SHARDS  # newest items that stand in the index
SLOTS = 64
MOST = 512  # newest items kept for a pair; a pair of which there are more tells little
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"


@dataclass(frozen=True)
class Tail:
    """The whole stream, oldest first. Its pairs are gathered once a process, when a shard must be made."""

    items: tuple[Item, ...]

    @cached_property
    def pairs(self) -> tuple[dict[tuple[str, str], list[int]], ...]:
        """Shard → (first, second) → places in the stream, ascending."""
        found: dict[tuple[str, str], list[int]] = {}
        folded = Folded()
        for place, item in enumerate(self.items):
            for said in _said(item, folded):
                for pair in zip(said, (*said[1:], ""), strict=True):
                    places = found.setdefault(pair, [])
                    if places[-1:] != [place]:
                        places.append(place)
        shard = lru_cache(maxsize=None)(lambda first: spread(first) % SHARDS)
        shards: tuple[dict[tuple[str, str], list[int]], ...] = tuple({} for _ in range(SHARDS))
        for pair, places in found.items():
            shards[shard(pair[0])][pair] = places
        return shards

    @cached_property
    def ids(self) -> tuple[int, ...]:
        return tuple(third_of(day_of(item)) * SLOTS + slot(item.path) for item in self.items)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbours in the stream; ``key`` stands for them."""

    items: tuple[Item, ...] = field(repr=False, compare=False)
    key: str


@dataclass(frozen=True, slots=True)
class Covered:
    """The first ``count`` items of the stream; ``key`` stands for them."""

    count: int
    key: str
    tail: Tail = field(repr=False, compare=False)


def _said(item: Item, folded: Folded) -> list[list[str]]:
    """Runs of syllables in which neighbours belong together, and what a filter looks for."""
    if isinstance(item, NewsItem):
        texts = (item.title, *(tag.label for tag in item.tags), *symbols(item.summary))
        facets = [f"~{category.slug}" for category in item.categories]
    else:
        texts, facets = (item.title, item.sector), [f"~{item.kind}"]
    return [*(folded.of(text) for text in texts), *([facet] for facet in facets)]


def covered(shard: int, count: int) -> int:
    """How many items of a stream a shard holds: it is made again with every :data:`SHARDS`-th new item."""
    return max(0, (count - shard) // SHARDS * SHARDS + shard - LAG)


def third_of(day: date) -> int:
    """Thirds of a month since 1945: the 1st to the 10th, to the 20th, to the end."""
    return ((day.year - 1945) * 12 + day.month - 1) * 3 + min((day.day - 1) // 10, 2)


def third_name(third: int) -> str:
    """The same as a name: ``2026-03-1``."""
    return f"{1945 + third // 36}-{third // 3 % 12 + 1:02d}-{third % 3 + 1}"


def spread(text: str) -> int:
    """A number for a text, the same here and in the browser."""
    number = 0
    for letter in text:
        number = (number * 31 + ord(letter)) % 8191
    return number


def slot(path: str) -> int:
    """Where an address stands among those of its third of a month; several may share one."""
    return spread(path[-17:]) % SLOTS


def shard_view(shard: int, part: Covered) -> dict[str, dict[str, str]]:
    """First syllable → second (empty at an end) → the items, newest first."""
    ids = part.tail.ids
    found: dict[str, dict[str, str]] = {}
    for (first, second), places in sorted(part.tail.pairs[shard].items()):
        here = places[: bisect_left(places, part.count)]
        if here:
            found.setdefault(first, {})[second] = packed({ids[place] for place in here})
    return found


def packed(ids: Iterable[int]) -> str:
    """Numbers from high to low as differences, five bits a sign; ``~`` at the end when there are more than :data:`MOST`."""
    ordered = sorted(ids, reverse=True)
    out, last = [], 0
    for number in ordered[:MOST]:
        gap, last = abs(last - number), number
        while gap > 31:
            out.append(_DIGITS[32 + (gap & 31)])
            gap >>= 5
        out.append(_DIGITS[gap])
    return "".join(out) + ("~" if len(ordered) > MOST else "")
