"""Everything under ``van-ban/``; nothing when no document is cited or issued."""

from collections.abc import Callable, Iterable
from functools import partial

from plugins.documents.entries import entries_of
from plugins.documents.lists import list_pages
from plugins.documents.page import document_pages
from plugins.documents.relations import relations_of
from plugins.documents.shared import shared_pages
from plugins.documents.views import (
    CitedBy,
    CitedView,
    CitingLine,
    CitingYearView,
    DocumentFact,
    DocumentGroup,
    DocumentListView,
    DocumentRow,
    DocumentsView,
    DocumentView,
    SharedView,
)
from plugins.model.addresses import REGISTER_PARTS
from plugins.model.page import Page
from plugins.model.site import Site
from plugins.model.views import LetterheadView

# Every record that a template of the room sees: the contract of the theme is checked against them.
SHOWN = (CitedBy, CitedView, CitingLine, CitingYearView, DocumentFact, DocumentGroup, DocumentListView, DocumentRow, DocumentView, DocumentsView, LetterheadView, SharedView)


def plan(site: Site) -> Iterable[Page]:
    """Lists and documents."""
    for _, part in parts(site):
        yield from part(site)


def parts(site: Site) -> Iterable[tuple[str, Callable[[Site], Iterable[Page]]]]:  # noqa: ARG001 - as every room with parts is asked
    """The same in parts: what must know every entry, and the pages that cited documents share, by part of the register."""
    yield "", _whole
    for part in REGISTER_PARTS:
        yield part, partial(_shared, part)


def _whole(site: Site) -> Iterable[Page]:
    """Lists, the unit's own documents, and those without a year, which show others of their number."""
    entries = entries_of(site, (cited for _, cited in site.mentions), site.citing_in(""))
    if entries:
        yield from list_pages(site, entries)
        relations = relations_of(entries, site.documents)
        yield from document_pages(site, entries, relations)
        yield from shared_pages(site, [one for one in entries if one.citing], relations, entries)


def _shared(part: str, site: Site) -> Iterable[Page]:
    """Pages of cited documents; of other entries they need to know only the unit's own, which may replace one."""
    citing = site.citing_in(part)
    if citing:
        entries = entries_of(site, (item.cited for item in citing), citing)
        yield from shared_pages(site, entries, relations_of(entries, site.documents))
