"""The map of all pages that other rooms planned. XML is cut by year, so that a new item changes one part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as ET

from plugins.model.dates import parse_date
from plugins.model.page import File, Link, Page
from plugins.model.profiletables import Security
from plugins.model.site import Site
from plugins.model.views import category_link, feed_links
from plugins.sitemap import words

_SECURITY = ".well-known/security.txt"
SITEMAP_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True)
class MapSection:
    """A heading and its links."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SiteMapView:
    """What ``sitemap.html`` shows."""

    sections: tuple[MapSection, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An address and its true date of change, where one is known."""

    address: str
    modified: datetime | None

    @property
    def key(self) -> str:
        return f"{self.address}\x1f{self.modified.isoformat() if self.modified else ''}"


def index(site: Site, pages: Sequence[Page]) -> Iterable[Page | File]:
    """The people's map, the XML maps, robots.txt and security.txt for what was planned."""
    sections = tuple(s for s in _sections(site) if s.links)
    yield Page(site.addresses.site_map(), "sitemap.html", words.MAP, words.MAP_DESCRIPTION, SiteMapView(sections))
    base = f"{site.profile.site.domain}/"
    parts = _parts(base, pages)
    for path, entries in parts.items():
        yield File(path, entries, _urlset)
    newest = tuple(Entry(base + path, _newest(entries)) for path, entries in parts.items())
    yield File("sitemap.xml", newest, _index)
    yield File("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n", str.encode)
    if site.profile.security:
        yield File(_SECURITY, security_txt(site.profile.security, base), str.encode)


def security_txt(security: Security, base: str) -> str:
    """RFC 9116: whom to tell of a hole, until the end of the day that the profile names."""
    until = parse_date(security.expires).replace(hour=23, minute=59, second=59)
    lines = (("Contact", security.contact), ("Expires", until.isoformat()), ("Preferred-Languages", "vi, en"), ("Canonical", base + _SECURITY))
    return "".join(f"{name}: {value}\n" for name, value in lines)


def _sections(site: Site) -> Iterable[MapSection]:
    at = site.addresses
    categories = [category_link(c, at) for c in site.categories]
    yield MapSection(words.CATEGORIES, tuple(link for link in categories if link.href))
    if site.procedures and at.procedures():
        paths = (at.procedures(), at.decisions() if site.decisions else "", at.codes() if any(p.in_force for p in site.procedures) else "", at.data())
        labels = (words.ALL_PROCEDURES, words.DECISIONS, words.CODES, words.DATA)
        yield MapSection(words.PROCEDURES, tuple(Link(label, path) for label, path in zip(labels, paths, strict=True) if path))
    yield MapSection(words.ANSWERS, site.answer_lists)
    register = at.documents() if site.citing or site.documents else ""
    plans = at.workplans() if site.plans else ""
    links = (Link(words.ALL_DOCUMENTS, register), Link(words.PLANS, plans))
    yield MapSection(words.DOCUMENTS, tuple(link for link in links if link.href))
    made = ((words.INDICES, at.indices() if site.indices else ""), (words.EXEMPLARS, at.exemplars() if any(item.exemplar for item in site.news) else ""))
    yield MapSection(words.RESULTS, tuple(Link(label, href) for label, href in made if href))
    years = sorted({item.date.year for item in site.news}, reverse=True)
    yield MapSection(words.BY_DATE, tuple(Link(words.YEAR.format(year=y), at.year(y)) for y in years if at.year(y)))
    search = (Link(words.SEARCH, at.search()),) if at.search() else ()
    visits = (Link(words.VISITS, at.visits()),) if site.profile.site.visits and at.visits() else ()
    yield MapSection(words.PAGES, (*(Link(page.title, page.path) for page in site.pages), *search, *visits))
    yield MapSection(words.TAGS, (Link(words.TAGS, at.tags()),) if at.tags() else ())
    yield MapSection(words.FEEDS, tuple(Link(f.title, f.href) for f in feed_links("tat-ca", at)))


def _parts(base: str, pages: Sequence[Page]) -> dict[str, tuple[Entry, ...]]:
    """Addresses by sitemap file: news by year of change, everything else together."""
    parts: dict[str, list[Entry]] = {}
    for page in sorted(pages, key=lambda p: p.path):
        if page.indexed:
            part = f"tin-{page.modified.year}" if page.modified and page.path.startswith("tin-tuc/") else "trang"
            address = base + ("" if page.path == "index.html" else page.path)
            parts.setdefault(f"sitemap-{part}.xml", []).append(Entry(address, page.modified))
    return {path: tuple(entries) for path, entries in sorted(parts.items())}


def _newest(entries: Sequence[Entry]) -> datetime | None:
    return max((entry.modified for entry in entries if entry.modified), default=None)


def _urlset(entries: Sequence[Entry]) -> bytes:
    return _xml("urlset", "url", entries)


def _index(entries: Sequence[Entry]) -> bytes:
    return _xml("sitemapindex", "sitemap", entries)


def _xml(name: str, row: str, entries: Sequence[Entry]) -> bytes:
    """A sitemap file (sitemaps.org, protocol 0.9); dates are W3C date-times with their zone."""
    root = ET.Element(name, xmlns=SITEMAP_NS)
    for entry in entries:
        element = ET.SubElement(root, row)
        ET.SubElement(element, "loc").text = entry.address
        if entry.modified is not None:
            ET.SubElement(element, "lastmod").text = entry.modified.isoformat()
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
