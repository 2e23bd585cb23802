"""Everything under ``van-ban/``; nothing when no document is cited or issued."""

from collections.abc import Iterable

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
from plugins.model.issuers import Here
from plugins.model.page import Page
from plugins.model.site import Site
from plugins.model.views import LetterheadView

# Every record that a template of the room sees: the contract of the theme is checked against them.
SHOWN = (CitedBy, CitedView, CitingLine, CitingYearView, DocumentFact, DocumentGroup, DocumentListView, DocumentRow, DocumentView, DocumentsView, LetterheadView, SharedView)


def plan(site: Site) -> Iterable[Page]:
    """Lists and documents."""
    here = Here(site.profile.unit.name, site.profile.unit.parent)
    entries = entries_of(site, here)
    if entries:
        yield from list_pages(site, entries)
        relations = relations_of(entries, site.documents)
        yield from document_pages(site, entries, relations)
        yield from shared_pages(site, entries, relations)
