"""The search page and its index: one file for a small site, shards and chunks beside it for what is older on a large one."""

import json
from collections.abc import Iterable
from hashlib import blake2b
from itertools import groupby
from typing import Any

from plugins.model.fingerprint import digest
from plugins.model.page import File, Later, Page
from plugins.model.site import Site
from plugins.model.synonyms import Synonym
from plugins.search import tail, words
from plugins.search.columns import columns
from plugins.search.documents import Document, Item, day_of, document, fact, lasting, needs_body, stream
from plugins.search.everyday import meanings
from plugins.search.tail import Covered, Stretch, Tail, covered, shard_view, third_name, third_of
from plugins.search.view import SearchChoice, SearchSelect, SearchView, Ways, sectors_of, view_of

__all__ = ["SearchChoice", "SearchSelect", "SearchView", "Ways", "plan"]

INDEX = "muc-luc"


def plan(site: Site) -> Iterable[Page | File]:
    """The page; the index of everything but older items; shards and chunks for those."""
    items, at = stream(site), site.addresses
    facts = [fact(item) for item in items]
    categories = tuple(category.slug for category in site.categories)
    yield Page(at.search(), "search.html", words.TITLE, words.DESCRIPTION, view_of(site, items, at.search_part(INDEX)))
    facets = (*categories, *(slug for slug, _ in sectors_of(site)))
    bodies = [item.body.digest for item in items[-tail.WINDOW:]]
    newest = Stretch(items[-tail.WINDOW:], digest("\x1e".join((*facts[-tail.WINDOW:], *bodies))))
    yield File(at.search_part(INDEX), Later(index_of, (lasting(site), newest, facets, meanings(site.synonyms), len(items))), script)
    if len(items) > tail.LAG:
        yield from (File(at.search_part(f"am-tiet-{shard:03d}"), Later(shard_of, (shard, part)), script) for shard, part in _parts(items, facts))
        yield from (File(at.search_part(name), Later(chunk_of, (name, part, categories)), script) for name, part in _chunks(items, facts))


def _parts(items: tuple[Item, ...], facts: list[str]) -> Iterable[tuple[int, Covered]]:
    """Each shard with what it holds. The key of the first items is told for one length after another."""
    whole_stream = Tail(items)
    counts = sorted((count, shard) for shard in range(tail.SHARDS) if (count := covered(shard, len(items))))
    whole, done = blake2b(digest_size=16), 0
    for count, shard in counts:
        whole.update("".join([f"{one}\x1e" for one in facts[done:count]]).encode())
        done = count
        yield shard, Covered(count, whole.hexdigest(), whole_stream)


def _chunks(items: tuple[Item, ...], facts: list[str]) -> Iterable[tuple[str, Stretch]]:
    """The items of each third of a month in which one may stand in a shard."""
    last = max(covered(shard, len(items)) for shard in range(tail.SHARDS))
    thirds = [third_of(day_of(item)) for item in items]
    for third, group in groupby(range(len(items)), key=thirds.__getitem__):
        places = list(group)
        if places[0] < last:
            stretch = slice(places[0], places[-1] + 1)
            bodies = [item.body.digest for item in items[stretch] if needs_body(item)]
            yield third_name(third), Stretch(items[stretch], digest("\x1e".join((*facts[stretch], *bodies))))


def index_of(lasting: tuple[Document, ...], newest: Stretch, facets: tuple[str, ...], said: tuple[Synonym, ...], count: int) -> dict[str, Any]:
    """What ``muc-luc.js`` holds: documents, kinds and facets by number, everyday words, and the size of the stream and of its parts."""
    here = [one for one in lasting if not one.past]
    rows = [*here, *(document(item, whole=True) for item in reversed(newest.items)), *(one for one in lasting if one.past)]
    everyday = ["=".join((",".join(one.said), ";".join(one.official))) for one in said]
    return {"n": INDEX, "y": everyday, **columns(rows, facets), "i": list(words.KINDS), "a": facets, "m": (count, tail.WINDOW, tail.SHARDS, tail.SLOTS)}


def shard_of(shard: int, part: Covered) -> dict[str, Any]:
    """What ``am-tiet-….js`` holds: pairs of syllables and the items that hold them."""
    return {"n": f"am-tiet-{shard:03d}", "p": shard_view(shard, part)}


def chunk_of(name: str, part: Stretch, facets: tuple[str, ...]) -> dict[str, Any]:
    """What ``2026-03-1.js`` holds: the items of a third of a month, newest first."""
    return {"n": name, **columns([document(item) for item in reversed(part.items)], facets)}


def script(data: dict[str, Any]) -> bytes:
    """Data as a call: a page that is opened from a disk cannot fetch, but it can load a script."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"cchcTimKiem({text.replace(chr(0x2028), ' ').replace(chr(0x2029), ' ')})\n".encode()
