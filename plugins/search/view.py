"""What the search page shows: choices to narrow an answer, and ways to look things up without typing."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.model.addresses import facet_slug
from plugins.model.page import Link
from plugins.model.site import Site
from plugins.model.text import sort_key
from plugins.model.views import category_link
from plugins.search import words
from plugins.search.documents import Item, day_of


@dataclass(frozen=True, slots=True)
class SearchChoice:
    """One value of a select."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class SearchSelect:
    """A select of the filter: its name in the address, its label, its values."""

    name: str
    label: str
    choices: tuple[SearchChoice, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """A heading and the lists under it."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """What ``search.html`` shows. ``index`` is the file that the script loads first; ``portal`` the address at which the
    unit's portal searches, with ``{q}`` in the place of the text, and ``portal_page`` the same without any text."""

    index: str
    selects: tuple[SearchSelect, ...]
    ways: tuple[Ways, ...]
    portal: str
    portal_page: str


def view_of(site: Site, items: tuple[Item, ...], index: str) -> SearchView:
    """Nothing in it changes with a new item, but for the first one of a year or a kind."""
    years = sorted({day_of(item).year for item in items}, reverse=True)
    selects = tuple(select for select in _selects(site, items, years) if len(select.choices) > 1)
    portal = site.profile.links.portal_search or ""
    return SearchView(index, selects, tuple(way for way in _ways(site, years) if way.links), portal, portal.replace("{q}", ""))


def sectors_of(site: Site) -> list[tuple[str, str]]:
    """(slug, name) of the sectors of all procedures, in Vietnamese order; of two spellings the first is shown."""
    names: dict[str, str] = {}
    for name in sorted({procedure.sector for procedure in site.procedures}, key=sort_key):
        names.setdefault(facet_slug(name), name)
    return list(names.items())


def _selects(site: Site, items: tuple[Item, ...], years: list[int]) -> Iterable[SearchSelect]:
    there = {"thu-tuc": site.procedures, "tin-tuc": site.news, "quyet-dinh": site.decisions, "van-ban": site.documents, "trang": site.pages}
    kinds = {kind for kind, some in there.items() if some} | {str(answer.kind) for answer in site.answers}
    dated = {*years, *(one.date.year for one in site.decisions), *(one.date.year for one in site.documents)}
    yield SearchSelect("loai", words.KIND, tuple(SearchChoice(kind, label) for kind, label in words.KINDS.items() if kind in kinds))
    yield SearchSelect("linh-vuc", words.SECTOR, tuple(SearchChoice(slug, name) for slug, name in sectors_of(site)))
    yield SearchSelect("chuyen-muc", words.CATEGORY, tuple(SearchChoice(c.slug, c.name) for c in site.categories) if items else ())
    yield SearchSelect("nam", words.YEAR, tuple(SearchChoice(str(year), str(year)) for year in sorted(dated, reverse=True)))


def _ways(site: Site, years: list[int]) -> Iterable[Ways]:
    at = site.addresses
    current = {p.sector for p in site.procedures if p.in_force}
    if site.procedures and at.procedures():
        lists = (Link(words.LETTERS, at.procedures_by_letter()), Link(words.ALL_PROCEDURES, at.procedures()))
        decisions = (Link(words.DECISIONS, at.decisions()),) if site.decisions else ()
        yield Ways(words.PROCEDURES, (*lists, *decisions))
        yield Ways(words.SECTOR, tuple(Link(name, at.procedure_list("linh-vuc", slug)) for slug, name in sectors_of(site) if name in current))
    categories = (category_link(category, at) for category in site.categories)
    yield Ways(words.CATEGORY, tuple(link for link in categories if link.href))
    yield Ways(words.YEAR, tuple(Link(words.NEWS_OF_YEAR.format(year=year), at.year(year)) for year in years if at.year(year)))
    more = (Link(words.TAGS, at.tags()), Link(words.SITE_MAP, at.site_map()))
    yield Ways(words.MORE, tuple(link for link in more if link.href))
