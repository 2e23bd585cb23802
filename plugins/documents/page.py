"""The page of a document of the unit, in the layout of a document, with who cites it and what it cites."""

from collections.abc import Iterator, Mapping, Sequence

from plugins.documents import words
from plugins.documents.cited_by import cited_by, year_pages
from plugins.documents.entries import Entry
from plugins.documents.relations import Relations
from plugins.documents.views import CitedBy, DocumentFact, DocumentView
from plugins.model.dates import long_date, short_date
from plugins.model.document import Document
from plugins.model.page import Later, Link, Page
from plugins.model.site import Site
from plugins.model.views import LetterheadView

LETTER = "Công văn"


def document_pages(site: Site, entries: Sequence[Entry], relations: Relations) -> Iterator[Page]:
    """A page a document, and the years of those that very many items cite."""
    crumbs = (Link(words.ALL, site.addresses.documents()),)
    cites = {href: [slug for slug, _ in cited] for href, cited in site.mentions}
    for entry in entries:
        if entry.own is not None:
            cited = _cited(cites.get(entry.own.path, ()), relations.entries)
            shown = Later(document_view, (entry.own, relations.of(entry), cited_by(entry, site.addresses), cited))
            yield Page(entry.href, "document.html", f"{entry.label}: {entry.own.title}", entry.own.title, shown, entry.own.moment, crumbs)
            yield from year_pages(entry, site.addresses, crumbs)


def _cited(slugs: Sequence[str], of: Mapping[str, Entry]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(Link(of[slug].label, of[slug].href) for slug in slugs if slug in of))


def document_view(document: Document, relations: tuple[DocumentFact, ...], by: CitedBy, cites: tuple[Link, ...]) -> DocumentView:
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
        cited_by=by,
        cites=cites,
    )


def _issuer(name: str) -> tuple[str, ...]:
    """Two lines, as a letterhead has them: the body, and the place."""
    for body in ("Ủy ban nhân dân", "Uỷ ban nhân dân", "UBND", "Hội đồng nhân dân", "HĐND"):
        if name.casefold().startswith(body.casefold()):
            whole = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}.get(body, body)
            return (whole, name[len(body) :].strip()) if name[len(body) :].strip() else (whole,)
    return (name,)


def _place(document: Document) -> str:
    return words.PLACE_AND_DAY.format(place=document.place, day=long_date(document.date)) if document.place else long_date(document.date)
