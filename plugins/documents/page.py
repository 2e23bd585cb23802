"""The page of one document: the unit's own in the layout of a document, any other as facts; both with who cites it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from plugins.documents import words
from plugins.documents.entries import Entry
from plugins.documents.views import (
    CitedBy,
    CitedView,
    CitingLine,
    CitingYearView,
    DocumentFact,
    DocumentRow,
    DocumentView,
)
from plugins.model.cited import Citing
from plugins.model.dates import long_date, short_date
from plugins.model.document import Document
from plugins.model.page import Later, Link, Page
from plugins.model.site import Site
from plugins.model.views import CountLink, LetterheadView

# Up to this many dated items are listed on the page itself; of more the newest, and the rest by years.
WHOLE, NEWEST = 100, 20
LETTER = "Công văn"


def document_pages(site: Site, entries: Sequence[Entry]) -> Iterator[Page]:
    """A page a document, and the years of those that very many items cite."""
    of = {entry.slug: entry for entry in entries}
    same = _same_number(entries)
    announced = {(_plain(one.number), one.date.isoformat()): Link(one.title, one.path) for one in site.decisions}
    replaced = _replaced(site.documents)
    crumbs = (Link(words.ALL, site.addresses.documents()),)
    for entry in entries:
        cited_by = _cited_by(entry)
        relations = _relations(entry, of, replaced)
        if entry.own is not None:
            cites = tuple(dict.fromkeys(Link(of[slug].label, of[slug].href) for slug in _cites(entry.own, site) if slug in of))
            shown, template = Later(document_view, (entry.own, relations, cited_by, cites)), "document.html"
        else:
            others = tuple(other.row for other in same[_bare(entry)] if other is not entry) if entry.number else ()
            shown, template = Later(cited_view, (entry.label, _facts(entry, announced.get((_plain(entry.number), entry.date))) + relations, others, cited_by)), "cited.html"
        title = entry.label if entry.own is None else f"{entry.label}: {entry.own.title}"
        yield Page(entry.href, template, title, _description(entry), shown, entry.own.moment if entry.own else None, crumbs)
        yield from _years(entry, cited_by, crumbs)


def _description(entry: Entry) -> str:
    if entry.own is not None:
        return entry.own.title
    day = entry.day if entry.day.startswith("năm") else words.DATED.format(date=entry.day) if entry.day else ""
    return words.ONE_DESCRIPTION.format(label=entry.label, when=f" {day}" if day else "", who=f" của {entry.issuer}" if entry.issuer else "")


def _bare(entry: Entry) -> tuple[str, str]:
    return entry.type, _plain(entry.number)


def _plain(number: str) -> str:
    return number.lstrip("0").casefold()


def _same_number(entries: Sequence[Entry]) -> Mapping[tuple[str, str], list[Entry]]:
    """Documents of one number: another year, another issuer, or a mention that tells neither."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault(_bare(entry), []).append(entry)
    return found


def _replaced(documents: Sequence[Document]) -> Mapping[str, tuple[set[str], set[str]]]:
    """Slug → (what it replaces, what replaces it), told by either file."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for document in documents:
        for slug, _ in document.replaces:
            found.setdefault(document.slug, (set(), set()))[0].add(slug)
            found.setdefault(slug, (set(), set()))[1].add(document.slug)
        for slug, _ in document.replaced_by:
            found.setdefault(document.slug, (set(), set()))[1].add(slug)
            found.setdefault(slug, (set(), set()))[0].add(document.slug)
    return found


def _relations(entry: Entry, of: Mapping[str, Entry], replaced: Mapping[str, tuple[set[str], set[str]]]) -> tuple[DocumentFact, ...]:
    older, newer = replaced.get(entry.slug, (set(), set()))
    pairs = [(words.REPLACES, slug) for slug in sorted(older)] + [(words.REPLACED_BY, slug) for slug in sorted(newer)]
    return tuple(DocumentFact(label, f"{of[slug].label} {of[slug].day}".strip(), of[slug].href) for label, slug in pairs if slug in of)


def _cites(document: Document, site: Site) -> Iterator[str]:
    return (slug for item in site.citing if item.href == document.path for slug, _ in item.cited)


def _facts(entry: Entry, announced: Link | None) -> tuple[DocumentFact, ...]:
    facts = [(words.TYPE, entry.type), (words.NUMBER, entry.number), (words.ISSUED, entry.day), (words.ISSUER, entry.issuer)]
    found = tuple(DocumentFact(label, text) for label, text in facts if text)
    return (*found, DocumentFact(words.ANNOUNCED, announced.label, announced.href)) if announced and announced.href else found


def _cited_by(entry: Entry) -> CitedBy:
    dated = sorted((one for one in entry.citing if one.date), key=lambda one: (one.date, one.href), reverse=True)
    lines, lasting = tuple(map(_line, dated)), tuple(map(_line, sorted((one for one in entry.citing if not one.date), key=lambda one: one.href)))
    if len(lines) <= WHOLE:
        return CitedBy(lines, (), lasting)
    folder = entry.href.removesuffix(".html")
    counts = [(year, sum(1 for _ in group)) for year, group in groupby(lines, key=lambda line: line.date.year if line.date else 0)]
    return CitedBy(lines, tuple(CountLink(words.YEAR.format(year=year), f"{folder}/{year}.html", count) for year, count in counts), lasting)


def _line(item: Citing) -> CitingLine:
    return CitingLine(item.title, item.href, item.date)


def _years(entry: Entry, cited_by: CitedBy, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    for link in cited_by.years:
        year = int(link.href.rpartition("/")[2].removesuffix(".html"))
        lines = tuple(line for line in cited_by.lines if line.date and line.date.year == year)
        title = words.CITED_IN.format(label=entry.label, year=year)
        description = words.CITED_IN_DESCRIPTION.format(label=entry.label, year=year)
        yield Page(link.href, "cited_year.html", title, description, CitingYearView(title, lines), None, (*crumbs, Link(entry.label, entry.href)))


def document_view(document: Document, relations: tuple[DocumentFact, ...], cited_by: CitedBy, cites: tuple[Link, ...]) -> DocumentView:
    """A document of the unit, in its parts."""
    is_letter = document.type == LETTER
    days = ((words.FROM, document.effective_from), (words.UNTIL, document.effective_to))
    facts = [DocumentFact(label, short_date(day)) for label, day in days if day]
    return DocumentView(
        head=LetterheadView(_issuer(document.issuer), words.NUMBER_LINE.format(number=document.number), _place(document)),
        kind="" if is_letter else document.type,
        title=words.LETTER.format(title=document.title) if is_letter else document.title,
        body=document.body,
        recipients=document.recipients,
        signer_title=document.signer_title,
        signer=document.signer,
        facts=(*facts, *relations),
        file=document.file,
        cited_by=_shown(cited_by),
        cites=cites,
    )


def cited_view(title: str, facts: tuple[DocumentFact, ...], same: tuple[DocumentRow, ...], cited_by: CitedBy) -> CitedView:
    """A document of somebody else."""
    return CitedView(title, facts, same, _shown(cited_by))


def _shown(cited_by: CitedBy) -> CitedBy:
    return CitedBy(cited_by.lines[:NEWEST], cited_by.years, cited_by.lasting) if cited_by.years else cited_by


def _issuer(name: str) -> tuple[str, ...]:
    """Two lines, as a letterhead has them: the body, and the place."""
    for body in ("Ủy ban nhân dân", "Uỷ ban nhân dân", "UBND", "Hội đồng nhân dân", "HĐND"):
        if name.casefold().startswith(body.casefold()):
            whole = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}.get(body, body)
            return (whole, name[len(body) :].strip()) if name[len(body) :].strip() else (whole,)
    return (name,)


def _place(document: Document) -> str:
    return words.PLACE_AND_DAY.format(place=document.place, day=long_date(document.date)) if document.place else long_date(document.date)
