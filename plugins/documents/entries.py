"""Entries of the register: each document once, with what all items say of it."""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date

from plugins.documents import words
from plugins.documents.views import DocumentRow
from plugins.model.addresses import Addresses
from plugins.model.cited import Cited
from plugins.model.dates import short_date
from plugins.model.document import Document
from plugins.model.issuers import Here, central_issuer
from plugins.model.register import Citing, Mentions
from plugins.model.site import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """One document. ``date`` is ISO, a year, or empty; ``name`` that of a law without number; ``own`` the unit's record."""

    slug: str
    href: str
    type: str
    number: str
    name: str
    date: str
    issuer: str
    year: str
    citing: tuple[Citing, ...] = field(repr=False)
    own: Document | None = field(repr=False)

    @property
    def key(self) -> str:
        """Stands for the entry in lists, which do not show who cites it."""
        return "\x1f".join((self.slug, self.href, self.type, self.number, self.name, self.date, self.issuer, self.own.title if self.own else ""))

    @property
    def page(self) -> str:
        """The page that it stands on, alone or with others."""
        return self.href.partition("#")[0]

    @property
    def label(self) -> str:
        """``Kế hoạch số 131/KH-UBND``, or the name of a law."""
        return words.NUMBERED.format(type=self.type, number=self.number) if self.number else self.name or words.OF.format(label=self.type, issuer=self.issuer)

    @property
    def day(self) -> str:
        """Its day as readers write it, a year, or nothing."""
        if len(self.date) > 4:
            return short_date(date.fromisoformat(self.date))
        return words.IN_YEAR.format(year=self.date) if self.date and self.number else ""

    @property
    def row(self) -> DocumentRow:
        return DocumentRow(self.label, self.href, self.day, self.issuer, self.own.title if self.own else "")

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """Newest year first, then by day and by address; see :func:`ordered`."""
        return (self.year, self.date, self.slug)


def entries_of(site: Site, cited: Iterable[Mentions], citing: Iterable[Citing]) -> tuple[Entry, ...]:
    """Every document that is cited, and the unit's own, newest first; ``citing`` is who shall be shown to cite it."""
    here = Here(site.profile.unit.name, site.profile.unit.parent)
    mentions: dict[str, list[Cited]] = {}
    for pairs in cited:
        for slug, one in pairs:
            mentions.setdefault(slug, []).append(one)
    by: dict[str, list[Citing]] = {}
    for item in citing:
        for slug, _ in item.cited:
            by.setdefault(slug, []).append(item)
    own = {document.slug: document for document in site.documents}
    for slug, document in own.items():
        mentions.setdefault(slug, []).insert(0, document.cited)
    return ordered(_entry(slug, _href(slug, of[0], own, site.addresses), of, tuple(by.get(slug, ())), own.get(slug), here) for slug, of in mentions.items())


def _href(slug: str, one: Cited, own: Container[str], at: Addresses) -> str:
    return at.document(slug) if slug in own else at.document_entry(slug, bool(one.number))


def ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Newest first; equal days by address."""
    return tuple(sorted(sorted(entries, key=lambda one: one.slug), key=lambda one: (one.year, one.date), reverse=True))


def _entry(slug: str, href: str, mentions: list[Cited], citing: tuple[Citing, ...], own: Document | None, here: Here) -> Entry:
    """What most mentions say; of equally many the first in order, so that the order of items does not matter."""
    if own is not None:
        return Entry(slug, href, own.type, own.number, "", own.date.isoformat(), here.issuer(own.issuer), str(own.date.year), citing, own)
    if len(mentions) == 1 or len({one.key for one in mentions}) == 1:
        return _cited_one_way(slug, href, mentions[0], citing, here)
    number, name = _most(one.number for one in mentions), _most(one.name for one in mentions)
    day = _most(one.date for one in mentions if len(one.date) > 4) or _most(one.date for one in mentions)
    issuer = central_issuer(number) or _most(here.issuer(one.issuer) for one in mentions)
    year = _most(one.year for one in mentions) or day[:4]
    return Entry(slug, href, _most(one.base for one in mentions), number, name, day, issuer, year, citing, None)


def _cited_one_way(slug: str, href: str, one: Cited, citing: tuple[Citing, ...], here: Here) -> Entry:
    """Most documents are cited once, or always alike."""
    issuer = central_issuer(one.number) or here.issuer(one.issuer)
    return Entry(slug, href, one.base, one.number, one.name, one.date, issuer, one.year, citing, None)


def _most(values: Iterable[str]) -> str:
    told = [value for value in values if value]
    if len(told) < 2:
        return told[0] if told else ""
    counts = Counter(told)
    return min(counts, key=lambda value: (-counts[value], value))
