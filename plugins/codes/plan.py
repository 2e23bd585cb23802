"""Codes of the catalogue, of every sector and of every current procedure, and sheets of twelve to print."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.codes import words
from plugins.codes.make import Target, png, svg
from plugins.model.addresses import facet_slug
from plugins.model.frame import RATING_CODE
from plugins.model.page import File, Link, Page
from plugins.model.procedure import Procedure
from plugins.model.site import Site
from plugins.model.text import sort_key
from plugins.model.views import CountLink

A_SHEET = 12


@dataclass(frozen=True, slots=True)
class Code:
    """One code: ``label`` is the procedure's code or what it is, ``href`` the page it leads to, then its two pictures.

    ``size`` is how small the name must be printed for a twelfth of a page: short, long or longest.
    """

    name: str
    label: str
    title: str
    size: str
    href: str
    svg: str
    png: str


@dataclass(frozen=True, slots=True)
class CodeSheet:
    """At most twelve codes: what one A4 page holds."""

    heading: str
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class CodesView:
    """What ``codes.html`` shows."""

    unit: str
    sheets: tuple[CodeSheet, ...]
    sectors: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector and its current procedures, by code."""

    name: str
    slug: str
    procedures: tuple[Procedure, ...]


def plan(site: Site) -> Iterable[Page | File]:
    """Two pictures a code, the sheet of sectors and a sheet a sector; nothing where the pages behind them are taken out."""
    yield from _rating(site)
    at, unit, sectors = site.addresses, site.profile.unit.name, sectors_of(site)
    if not at.codes() or not at.procedures() or not sectors:
        return
    general = [_code(site, words.CATALOGUE, words.CATALOGUE_LABEL, at.procedures(), "danh-muc")]
    general += [_code(site, s.name, words.SECTOR_LABEL, at.procedure_list("linh-vuc", s.slug), f"linh-vuc/{s.slug}") for s in sectors]
    rows = tuple(CountLink(s.name, at.code_list(s.slug), len(s.procedures)) for s in sectors)
    view = CodesView(unit, _sheets(words.SHEET, general), rows)
    root = Link(words.PROCEDURES, at.procedures())
    yield Page(at.codes(), "codes.html", words.ALL, words.ALL_DESCRIPTION.format(unit=unit), view, None, (root,))
    yield from _files(site, general)
    crumbs = (root, Link(words.ALL, at.codes()))
    for sector in sectors:
        codes = [_code(site, p.title, p.code, at.procedure(p.code), p.code) for p in sector.procedures]
        yield from _files(site, codes)
        facts = {"sector": sector.name, "unit": unit}
        view = CodesView(unit, _sheets(words.SECTOR_SHEET.format(**facts), codes), ())
        title, description = words.SECTOR.format(**facts), words.SECTOR_DESCRIPTION.format(**facts)
        yield Page(at.code_list(sector.slug), "codes.html", title, description, view, None, crumbs)


def _rating(site: Site) -> Iterable[File]:
    """The code of the unit's own form for rating, where it has one."""
    form = site.profile.links.feedback_form
    if form and site.addresses.codes():
        target = Target(form, words.CODE_TITLE.format(name=words.RATING))
        yield File(site.addresses.code(RATING_CODE, "svg"), target, svg)
        yield File(site.addresses.code(RATING_CODE, "png"), target, png)


def sectors_of(site: Site) -> list[Sector]:
    """Sectors in alphabetical order. Two spellings with one address are one sector, under the name that comes first."""
    current = {p.code: p for p in site.procedures if p.in_force}
    names: dict[str, str] = {}
    for name in sorted({p.sector for p in current.values()}, key=sort_key):
        names.setdefault(facet_slug(name), name)
    return [
        Sector(name, slug, tuple(p for _, p in sorted(current.items()) if facet_slug(p.sector) == slug))
        for slug, name in names.items()
    ]


def _code(site: Site, name: str, label: str, href: str, stem: str) -> Code:
    title = words.CODE_TITLE.format(name=name)
    size = "short" if len(name) <= 130 else "long" if len(name) <= 250 else "longest"
    return Code(name, label, title, size, href, site.addresses.code(stem, "svg"), site.addresses.code(stem, "png"))


def _files(site: Site, codes: Iterable[Code]) -> Iterable[File]:
    for code in codes:
        target = Target(f"{site.profile.site.domain}/{code.href}", code.title)
        yield File(code.svg, target, svg)
        yield File(code.png, target, png)


def _sheets(heading: str, codes: Sequence[Code]) -> tuple[CodeSheet, ...]:
    parts = [tuple(codes[start : start + A_SHEET]) for start in range(0, len(codes), A_SHEET)]
    if len(parts) == 1:
        return (CodeSheet(heading, parts[0]),)
    return tuple(
        CodeSheet(words.SHEET_OF.format(heading=heading, number=number, count=len(parts)), part) for number, part in enumerate(parts, 1)
    )
