"""Lists of documents: the entry page, and whole lists by type, issuer and year. What is long is cut by time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from plugins.documents import words
from plugins.documents.entries import Entry
from plugins.documents.shared import by_page, shared_title
from plugins.documents.views import DocumentGroup, DocumentListView, DocumentsView
from plugins.model.addresses import NO_YEAR, facet_slug
from plugins.model.page import Later, Link, Page
from plugins.model.site import Site
from plugins.model.text import sort_key
from plugins.model.views import CountLink

LATEST = 12
# A list of a type or of an issuer stands on one page up to this many documents, and by years above.
WHOLE = 250


def list_pages(site: Site, entries: Sequence[Entry]) -> Iterator[Page]:
    """The entry page and every list."""
    root = Link(words.ALL, site.addresses.documents())
    types = _grouped(entries, lambda one: one.type)
    issuers = _grouped([one for one in entries if one.issuer], lambda one: one.issuer)
    years = {year: list(group) for year, group in groupby(entries, key=lambda one: one.year)}
    yield _index(site, entries, types, issuers, years)
    for facet, groups, title, description in (
        ("loai", types, words.OF_TYPE, words.OF_TYPE_DESCRIPTION),
        ("co-quan", issuers, words.OF_ISSUER, words.OF_ISSUER_DESCRIPTION),
    ):
        for name, group in groups.items():
            yield from _facet(site, facet, name, group, title.format(name=name), description.format(name=name), root)
    for year, group in years.items():
        title, description = (words.OF_YEAR, words.OF_YEAR_DESCRIPTION) if year else (words.OF_NO_YEAR, words.OF_NO_YEAR_DESCRIPTION)
        path = site.addresses.document_list("nam", year or NO_YEAR)
        shown = Later(by_type, (tuple(group),)) if len(group) <= WHOLE else _pages_of(group)
        yield Page(path, "document_list.html", title.format(name=year), description.format(name=year), shown, None, (root,))


def _pages_of(group: Sequence[Entry]) -> DocumentListView:
    """The pages that very many documents of a year stand on, and the unit's own."""
    own = tuple(one.row for one in group if one.own)
    pages = tuple(CountLink(shared_title(part), path, len(part)) for path, part in by_page(group).items())
    return DocumentListView((DocumentGroup(words.OWN, own),) if own else (), tuple(sorted(pages, key=lambda link: sort_key(link.label))))


def _grouped(entries: Iterable[Entry], name_of: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    """Entries by name, in Vietnamese alphabetical order; names that share an address share a list."""
    found: dict[str, tuple[str, list[Entry]]] = {}
    for entry in entries:
        found.setdefault(facet_slug(name_of(entry)), (name_of(entry), []))[1].append(entry)
    return dict(sorted(found.values(), key=lambda pair: sort_key(pair[0])))


def _index(
    site: Site, entries: Sequence[Entry], types: dict[str, list[Entry]], issuers: dict[str, list[Entry]], years: dict[str, list[Entry]]
) -> Page:
    at = site.addresses
    own = [one for one in entries if one.own]
    unit = next((one.issuer for one in own), "")
    view = DocumentsView(
        own=tuple(one.row for one in own[:LATEST]),
        more=Link(words.OF_ISSUER.format(name=unit), at.document_list("co-quan", facet_slug(unit))) if len(own) > LATEST else None,
        types=tuple(CountLink(name, at.document_list("loai", facet_slug(name)), len(group)) for name, group in types.items()),
        issuers=tuple(CountLink(name, at.document_list("co-quan", facet_slug(name)), len(group)) for name, group in issuers.items()),
        years=tuple(CountLink(_year(year), at.document_list("nam", year or NO_YEAR), len(group)) for year, group in years.items()),
    )
    return Page(at.documents(), "documents.html", words.ALL, words.ALL_DESCRIPTION, view, max((one.own.moment for one in own if one.own), default=None))


def _facet(site: Site, facet: str, name: str, group: list[Entry], title: str, description: str, root: Link) -> Iterator[Page]:
    """One list, or one page a year behind it."""
    at, slug = site.addresses, facet_slug(name)
    path = at.document_list(facet, slug)
    if len(group) <= WHOLE:
        yield Page(path, "document_list.html", title, description, Later(by_year, (tuple(group),)), None, (root,))
        return
    parts = {year: tuple(part) for year, part in groupby(group, key=lambda one: one.year)}
    links = tuple(CountLink(_year(year), at.document_list(facet, f"{slug}/{year or NO_YEAR}"), len(part)) for year, part in parts.items())
    yield Page(path, "document_list.html", title, description, DocumentListView((), links), None, (root,))
    for (year, part), link in zip(parts.items(), links, strict=True):
        whole = words.PART.format(title=title, year=year or words.NO_YEAR)
        yield Page(link.href, "document_list.html", whole, description, Later(by_year, (part,)) if len(part) <= WHOLE else _pages_of(part), None, (root, Link(title, path)))


def by_year(entries: tuple[Entry, ...]) -> DocumentListView:
    """Documents by year, newest first."""
    groups = groupby(entries, key=lambda one: one.year)
    return DocumentListView(tuple(DocumentGroup(_year(year), tuple(one.row for one in group)) for year, group in groups), ())


def by_type(entries: tuple[Entry, ...]) -> DocumentListView:
    """Documents of a year by type."""
    types = _grouped(entries, lambda one: one.type)
    return DocumentListView(tuple(DocumentGroup(name, tuple(one.row for one in group)) for name, group in types.items()), ())


def _year(year: str) -> str:
    return words.YEAR.format(year=year) if year else words.WITHOUT_YEAR
