"""The register of documents: which entry a mention means, and what each item cites."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from plugins.model.addresses import Addresses
from plugins.model.cited import Cited, bare, slug_of
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
    """One public item with what it cites: slug of the entry and the mention. ``date`` None: the item tells none."""

    title: str
    href: str
    date: datetime | None
    cited: Mentions

    @property
    def key(self) -> str:
        return f"{self.title}\x1f{self.date.isoformat() if self.date else ''}\x1f{self.mentions_key}"

    @property
    def mentions_key(self) -> str:
        """Stands for what is cited where, but for the item's title and day."""
        return "\x1e".join([self.href, *[f"{slug}\x1d{one.key}" for slug, one in self.cited]])


def in_parts(citing: Iterable[Citing], part_of: Callable[[str, Cited], str]) -> dict[str, tuple[Citing, ...]]:
    """Part of the register → who cites what of it. ``part_of`` is asked once a slug."""
    parts: dict[str, str] = {}
    found: dict[str, list[Citing]] = {}
    for item in citing:
        cited: dict[str, list[tuple[str, Cited]]] = {}
        for pair in item.cited:
            part = parts.get(pair[0])
            if part is None:
                part = parts[pair[0]] = part_of(*pair)
            cited.setdefault(part, []).append(pair)
        for part, pairs in cited.items():
            found.setdefault(part, []).append(replace(item, cited=tuple(pairs)))
    return {part: tuple(items) for part, items in found.items()}
