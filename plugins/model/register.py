"""The register of documents: which entry a mention means, and what each item cites."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from plugins.model.addresses import Addresses
from plugins.model.cited import Cited, bare, slug_of
from plugins.model.fingerprint import digest
from plugins.model.issuers import Here
from plugins.model.text import fold


@dataclass
class Register:
    """Which entry each mention of a site means. Documents of the unit itself may be meant by less: a number with its whole
    date, or with its issuer when there is one such document only."""

    here: Here
    own: tuple[tuple[str, Cited], ...] = ()
    _hrefs: dict[str, str] = field(default_factory=dict, repr=False)

    def href(self, slug: str, one: Cited, at: Addresses) -> str:
        """Where an entry is: a document of the unit has a page, any other a place in the register."""
        found = self._hrefs.get(slug)
        if found is None:
            found = self._hrefs[slug] = at.document(slug) if slug in self._slugs else at.document_entry(slug, bool(one.number))
        return found

    @cached_property
    def key(self) -> str:
        """Stands for whose register it is, but not for the documents of the unit."""
        return digest(repr(self.here))

    def means_own(self, numbers: Iterable[str]) -> bool:
        """Whether any of these bare numbers may mean a document of the unit itself."""
        return bool(self.own) and not self._numbers.keys().isdisjoint(numbers)

    @cached_property
    def _slugs(self) -> frozenset[str]:
        return frozenset(slug for slug, _ in self.own)

    @cached_property
    def _numbers(self) -> Mapping[str, list[tuple[str, Cited]]]:
        """The unit's documents by their bare number."""
        found: dict[str, list[tuple[str, Cited]]] = {}
        for slug, one in self.own:
            found.setdefault(bare(one.number), []).append((slug, one))
        return found

    def slug(self, one: Cited) -> str:
        """The entry's slug."""
        return self._own(one) or slug_of(one, self.here)

    def _own(self, one: Cited) -> str:
        if not one.number or not self.own:
            return ""
        same = [(slug, other) for slug, other in self._numbers.get(bare(one.number), ()) if other.base == one.base]
        if not same:
            return ""
        issuer = fold(self.here.issuer(one.issuer))
        same = [(slug, other) for slug, other in same if not issuer or fold(self.here.issuer(other.issuer)) == issuer]
        same = [(slug, other) for slug, other in same if other.date.startswith(one.date)]
        sure = len(one.date) > 4 or issuer
        return same[0][0] if len(same) == 1 and sure else ""


# Slug of an entry, and the mention that means it.
Mentions = tuple[tuple[str, Cited], ...]


@dataclass(frozen=True, slots=True)
class Citing:
    """One public item with what it cites, or how to get it. ``date`` None: the item tells none. ``face`` stands for what it
    cites where that is known without asking, ``shares`` (:func:`shares_of`) tells in which parts of the register that is."""

    title: str
    href: str
    date: datetime | None
    source: Mentions | Callable[[], Mentions] = field(repr=False)
    face: str = ""
    shares: str = field(default="", repr=False)

    @property
    def cited(self) -> Mentions:
        """Slug of the entry and the mention, each document once. Few builds need those of every item, so they are told when asked for."""
        return self.source() if callable(self.source) else self.source

    @property
    def key(self) -> str:
        return f"{self.head}\x1f{self.mentions_key}"

    @property
    def head(self) -> str:
        """Stands for the item itself."""
        return f"{self.title}\x1f{self.date.isoformat() if self.date else ''}\x1f{self.href}"

    @property
    def mentions_key(self) -> str:
        """Stands for what is cited where, but for the item's title and day."""
        return f"{self.href}\x1e{self.face}" if self.face else "\x1e".join([self.href, *[f"{slug}\x1d{one.key}" for slug, one in self.cited]])


PartOf = Callable[[str, Cited], str]


def part_of(own: Iterable[str], at: Addresses) -> PartOf:
    """How to tell in which part of the register an entry is (:meth:`Addresses.register_part`); ``own`` are slugs of the
    unit's own documents, which are in the part "". Each slug is told once."""
    parts = dict.fromkeys(own, "")

    def of(slug: str, one: Cited) -> str:
        if slug not in parts:
            parts[slug] = at.register_part(slug, bool(one.number))
        return parts[slug]

    return of


def shares_of(cited: Mentions, of: PartOf) -> str:
    """The parts of the register that hold what an item cites, each with what stands for it: `` 07:1f… 31:a0…``."""
    said: dict[str, list[str]] = {}
    for slug, one in cited:
        said.setdefault(of(slug, one), []).append(f"{slug}\x1d{one.key}")
    return "".join([f" {part}:{digest(chr(0x1E).join(pairs))[:20]}" for part, pairs in said.items()])


_FEW = 8


@dataclass
class Parts:
    """What items say of documents, by part of the register."""

    citing: tuple[Citing, ...]
    part_of: PartOf
    _asked: int = 0

    def of(self, part: str) -> tuple[Citing, ...]:
        """Items that cite anything of a part, with what they cite there and nothing else.

        After an edit a few parts are asked for, and only the items that they concern are taken apart; at first all are.
        """
        self._asked += 1
        if self._asked > _FEW:
            return self._all.get(part, ())
        share = f" {part}:"
        return tuple([self._within(one, part) for one, shares in self._shares if share in shares])

    @cached_property
    def _all(self) -> dict[str, tuple[Citing, ...]]:
        found: dict[str, list[Citing]] = {}
        for one in self.citing:
            parts: dict[str, list[tuple[str, Cited]]] = {}
            for pair in one.cited:
                parts.setdefault(self.part_of(*pair), []).append(pair)
            for part, pairs in parts.items():
                found.setdefault(part, []).append(Citing(one.title, one.href, one.date, tuple(pairs)))
        return {part: tuple(items) for part, items in found.items()}

    @cached_property
    def keys(self) -> dict[str, str]:
        """Part → what stands for :meth:`of` it; told without taking mentions apart."""
        parts: dict[str, list[str]] = {}
        for one, shares in self._shares:
            for share in shares.split(" ")[1:]:
                part, _, key = share.partition(":")
                parts.setdefault(part, []).append(f"{one.head}\x1f{key}")
        return {part: digest("\n".join(keys)) for part, keys in parts.items()}

    @cached_property
    def _shares(self) -> tuple[tuple[Citing, str], ...]:
        return tuple([(one, one.shares or shares_of(one.cited, self.part_of)) for one in self.citing])

    def _within(self, citing: Citing, part: str) -> Citing:
        pairs = tuple([(slug, one) for slug, one in citing.cited if self.part_of(slug, one) == part])
        return Citing(citing.title, citing.href, citing.date, pairs)
