"""What one item says of documents, kept as one text and taken apart only where somebody asks for it.

A site of ten thousand items holds some seventy thousand mentions, and an edit of one item looks at a handful of them.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from sys import intern

from plugins.model.cited import Cited, bare, stem_of
from plugins.model.packed import Packed


@dataclass(frozen=True, slots=True)
class Said(Packed):
    """All mentions of an item. ``key`` stands for what they name, in order, but not for where they stand in the HTML;
    ``numbers`` are their bare numbers, by which documents of the unit itself may be meant. Nothing said is false."""

    key: str = ""
    numbers: tuple[str, ...] = ()
    told: str = "[]"

    def __bool__(self) -> bool:
        return bool(self.key)

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The mentions themselves. Ten thousand items say the same few thousand words: each of them is held once."""
        rows = [(*map(intern, texts), start, end, intern(stem)) for *texts, start, end, stem in json.loads(self.told)]
        return tuple([Cited(*row) for row in rows])


NOTHING = Said()


def said_of(cited: Iterable[Cited]) -> Said:
    """Mentions as they are kept; one that could stand at no address names nothing."""
    stems = [(one, one.stem or stem_of(one)) for one in cited]
    found = [(one, stem) for one, stem in stems if stem.strip("-")]
    if not found:
        return NOTHING
    key = blake2b("\x1e".join([one.key for one, _ in found]).encode(), digest_size=16).hexdigest()
    numbers = tuple({bare(one.number): None for one, _ in found if one.number})
    fields = [(one.type, one.number, one.date, one.issuer, one.name, one.start, one.end, stem) for one, stem in found]
    return Said(key, numbers, json.dumps(fields, ensure_ascii=False, separators=(",", ":")))
