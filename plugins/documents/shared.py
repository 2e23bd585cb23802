"""Documents of somebody else, those of one year, type and hundred of numbers on a page: facts, and who cites each."""

from collections.abc import Iterator, Mapping, Sequence

from plugins.documents import words
from plugins.documents.cited_by import cited_by, year_pages
from plugins.documents.entries import Entry
from plugins.documents.relations import Relations, plain
from plugins.documents.views import CitedBy, CitedView, DocumentFact, DocumentRow, SharedView
from plugins.model.addresses import HUNDRED
from plugins.model.page import Later, Link, Page
from plugins.model.site import Site

# A mention without a year points at so many documents of its number.
NAMESAKES = 10


def shared_pages(site: Site, entries: Sequence[Entry], relations: Relations, known: Sequence[Entry] = ()) -> Iterator[Page]:
    """The pages on which cited documents stand, and the years of those that very many items cite. ``known``: entries among
    which a document without a year may have others of its number."""
    crumbs = (Link(words.ALL, site.addresses.documents()),)
    announced = {(plain(one.number), one.date.isoformat()): Link(one.title, one.path) for one in site.decisions}
    same = _same_number(known)
    for path, group in by_page(entries).items():
        parts = []
        for entry in group:
            facts = (*_facts(entry, announced.get((plain(entry.number), entry.date))), *relations.of(entry))
            parts.append((entry.slug, entry.label, facts, _namesakes(entry, same), cited_by(entry, site.addresses)))
            yield from year_pages(entry, site.addresses, crumbs)
        title = shared_title(group)
        yield Page(path, "cited.html", title, words.SHARED_DESCRIPTION.format(title=title), Later(shared_view, (title, tuple(parts))), None, crumbs)


def by_page(entries: Sequence[Entry]) -> Mapping[str, list[Entry]]:
    """Cited documents by the page that they stand on; there by number."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.own is None:
            found.setdefault(entry.page, []).append(entry)
    return {path: sorted(group, key=lambda one: (_number(one), one.slug)) for path, group in found.items()}


def shared_title(group: Sequence[Entry]) -> str:
    """``Kế hoạch năm 2022, số 100 đến 199``."""
    one = group[0]
    year = words.OF_YEAR_PART.format(year=one.year) if one.page.rpartition("/")[0].endswith(one.year or "-") else words.OF_NO_YEAR_PART
    if not one.number:
        return words.NAMED.format(year=year)
    first = _number(one) // HUNDRED * HUNDRED
    numbers = words.NUMBERS.format(first=first, last=first + HUNDRED - 1) if first else ""
    return f"{one.type} {year}{numbers}"


def _number(entry: Entry) -> int:
    digits = entry.number.partition("/")[0]
    return int(digits) if digits.isdecimal() else int("".join(c for c in digits if c.isdecimal()) or 0)


def shared_view(title: str, parts: tuple[tuple[str, str, tuple[DocumentFact, ...], tuple[DocumentRow, ...], CitedBy], ...]) -> SharedView:
    """What the page shows: of each entry its slug, its label and the rest. The entries themselves would hold everybody who cites them."""
    return SharedView(title, tuple(CitedView(*part) for part in parts))


def _same_number(entries: Sequence[Entry]) -> Mapping[tuple[str, str], list[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault((entry.type, plain(entry.number)), []).append(entry)
    return found


def _namesakes(entry: Entry, same: Mapping[tuple[str, str], list[Entry]]) -> tuple[DocumentRow, ...]:
    """Documents that a mention may mean which tells no year."""
    if entry.year or not entry.number:
        return ()
    return tuple(other.row for other in same.get((entry.type, plain(entry.number)), ()) if other is not entry)[:NAMESAKES]


def _facts(entry: Entry, announced: Link | None) -> tuple[DocumentFact, ...]:
    facts = [(words.ISSUED, entry.day), (words.ISSUER, entry.issuer)]
    found = tuple(DocumentFact(label, text) for label, text in facts if text)
    return (*found, DocumentFact(words.ANNOUNCED, announced.label, announced.href)) if announced and announced.href else found
