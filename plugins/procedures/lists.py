"""Lists of procedures: all with filters, one page a facet value, A–Z, and the dates of comparison."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from unicodedata import normalize

from plugins.model.page import Link, Page
from plugins.model.procedure import Procedure, ProcedureStatus
from plugins.model.text import sort_key
from plugins.model.views import CountLink, feed_links
from plugins.procedures import words
from plugins.procedures.listviews import (
    Choice,
    ComparedRow,
    ComparedView,
    FacetLinks,
    Filter,
    LettersView,
    ProcedureListView,
    ProcedureRow,
    ProceduresView,
    RowGroup,
)
from plugins.procedures.shelf import Shelf, newest, slug_of, status_of, values_of

# Facets that the filter of the list knows, and the letter that begins their marks on rows.
_FILTERS = {"linh-vuc": "l", "doi-tuong": "d", "cach-nop": "c", "muc-do": "m", "tinh-trang": "t"}
_SILENT = {ProcedureStatus.IN_FORCE}
Marks = Mapping[tuple[str, str], str]


def list_pages(shelf: Shelf) -> Iterable[Page]:
    """The list of all, the facet pages, A–Z and the comparison."""
    yield _all(shelf)
    for (facet, slug), (label, group) in shelf.facets.items():
        title = words.FACET_TITLES[facet].format(label=label if facet in {"linh-vuc", "su-kien"} else _lower(label))
        view = ProcedureListView(len(group), _by_sector(shelf, group, {}))
        path = shelf.site.addresses.procedure_list(facet, slug)
        description = words.FACET_DESCRIPTION.format(title=title)
        yield Page(path, "procedure_list.html", title, description, view, newest(group), (shelf.root(),))
    yield _letters(shelf)
    yield _compared(shelf)


def _lower(label: str) -> str:
    """A label inside a sentence."""
    return label[:1].lower() + label[1:]


def _all(shelf: Shelf) -> Page:
    at = shelf.site.addresses
    marks = _marks(shelf)
    view = ProceduresView(
        count=len(shelf.in_force),
        filters=_filters(shelf, marks),
        facets=_facet_links(shelf),
        ways=(
            Link(words.LETTERS, at.procedures_by_letter()),
            Link(words.CHANGES, at.procedure_changes()),
            Link(words.DECISIONS, at.decisions() if shelf.site.decisions else ""),
            Link(words.COMPARED, at.procedures_compared()),
            Link(words.CODES, at.codes() if shelf.in_force else ""),
            Link(words.DATA, at.data() if shelf.site.procedures else ""),
        ),
        groups=_by_sector(shelf, shelf.in_force, marks),
        past=tuple(_row(p, marks) for p in sorted(shelf.past, key=_by_title)),
    )
    feeds = feed_links("thu-tuc", at)
    return Page(at.procedures(), "procedures.html", words.ALL, words.ALL_DESCRIPTION, view, newest(shelf.current.values()), feeds=feeds)


def _marks(shelf: Shelf) -> Marks:
    """A short mark for each value that the filter offers: ``l0``, ``d3``, …"""
    made = {}
    for facet, letter in _FILTERS.items():
        keys = [key for key in shelf.facets if key[0] == facet]
        made.update({key: f"{letter}{number}" for number, key in enumerate(keys)})
    return made


def _filters(shelf: Shelf, marks: Marks) -> tuple[Filter, ...]:
    filters = []
    for facet in _FILTERS:
        choices = tuple(Choice(key[1], label, marks[key]) for key, (label, _) in shelf.facets.items() if key[0] == facet)
        filters.append(Filter(facet, words.FACETS[facet], choices))
    return tuple(one for one in filters if len(one.choices) > 1)


def _facet_links(shelf: Shelf) -> tuple[FacetLinks, ...]:
    at = shelf.site.addresses
    made = []
    for facet, heading in words.FACETS.items():
        found = [(slug, label, len(group)) for (of, slug), (label, group) in shelf.facets.items() if of == facet]
        made.append(FacetLinks(heading, tuple(CountLink(label, at.procedure_list(facet, slug), count) for slug, label, count in found)))
    return tuple(one for one in made if one.links)


def _by_title(procedure: Procedure) -> tuple[object, ...]:
    return (sort_key(procedure.title), procedure.code)


def _by_sector(shelf: Shelf, procedures: Iterable[Procedure], marks: Marks) -> tuple[RowGroup, ...]:
    """Sectors and titles in Vietnamese order."""
    ordered = sorted(procedures, key=lambda p: (sort_key(p.sector), _by_title(p)))
    return tuple(
        RowGroup(shelf.facet_link("linh-vuc", sector), tuple(_row(p, marks) for p in group), marks.get(("linh-vuc", slug_of(sector)), ""))
        for sector, group in groupby(ordered, key=lambda p: p.sector)
    )


def _row(procedure: Procedure, marks: Marks) -> ProcedureRow:
    own = " ".join(sorted(marks[f, slug] for f, slug, _ in values_of(procedure) if f != "linh-vuc" and (f, slug) in marks))
    level = words.LEVEL_SHORT[procedure.online_level] if procedure.online_level else ""
    silent = procedure.in_force and procedure.publication.status in _SILENT
    return ProcedureRow(procedure.code, procedure.title, procedure.path, level, "" if silent else status_of(procedure), own)


def _letters(shelf: Shelf) -> Page:
    ordered = sorted(shelf.in_force, key=_by_title)
    groups = tuple(
        RowGroup(Link(letter, ""), tuple(_row(p, {}) for p in group)) for letter, group in groupby(ordered, key=lambda p: _letter(p.title))
    )
    path = shelf.site.addresses.procedures_by_letter()
    return Page(path, "procedure_letters.html", words.LETTERS, words.LETTERS_DESCRIPTION, LettersView(groups), newest(shelf.in_force), (shelf.root(),))


def _letter(title: str) -> str:
    """The first letter without its tone: Ă, Â, Đ, Ê, Ô, Ơ, Ư are letters of their own."""
    first = normalize("NFD", title[:1].upper())
    return normalize("NFC", "".join(c for c in first if c not in "\u0300\u0301\u0303\u0309\u0323"))


def _compared(shelf: Shelf) -> Page:
    rows = [
        ComparedRow(p.code, p.title, p.path, p.publication.compared_on, p.publication.compared_by, p.publication.next_due)
        for p in shelf.in_force
    ]
    rows.sort(key=lambda row: (row.due is None, row.due or date.min, row.code))
    path = shelf.site.addresses.procedures_compared()
    view = ComparedView(tuple(rows))
    return Page(path, "procedure_compared.html", words.COMPARED, words.COMPARED_DESCRIPTION, view, newest(shelf.in_force), (shelf.root(),))
