"""What is given to be used again: the files, the catalogue that lists them with their checksums, and the page that explains them.

The catalogue shows checksums, so the bytes are made here; a file's view is its checksum, and its bytes lie ready.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256

from plugins.model.dates import VIETNAM
from plugins.model.page import FeedLink, File, Page
from plugins.model.site import Site
from plugins.model.views import feed_links
from plugins.opendata import words
from plugins.opendata.forms.graph import graph
from plugins.opendata.forms.rdf import json_ld, turtle
from plugins.opendata.forms.record import as_json, dump
from plugins.opendata.forms.schema import schema
from plugins.opendata.forms.table import CHANGE_COLUMNS, PROCEDURE_COLUMNS, as_csv, as_xlsx, change_rows, procedure_rows


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file as the page shows it."""

    name: str
    href: str
    title: str
    kind: str
    what: str
    how: str
    size: str
    checksum: str


@dataclass(frozen=True, slots=True)
class DataView:
    """What ``data.html`` shows."""

    files: tuple[DataFile, ...]
    catalogue: str
    updated: datetime
    publisher: str
    reuse_notice: str
    feeds: tuple[FeedLink, ...]


def plan(site: Site) -> Iterable[Page | File]:
    """The files, their catalogue and the page; nothing when there are no procedures."""
    if not site.procedures:
        return
    changed = [p.modified for p in site.procedures if p.modified]
    changed += [datetime.combine(d.date, datetime.min.time(), VIETNAM) for d in site.decisions]
    # Without any known day the data are as old as the unit's site.
    modified = max(changed, default=datetime(int(site.profile.site.tag_authority[-4:]), 1, 1, tzinfo=VIETNAM))
    made = _made(site, modified)
    at, editorial = site.addresses, site.profile.editorial
    sums = {name: sha256(data).hexdigest() for name, data in made.items()}
    for name, data in made.items():
        yield File(at.data(name), sums[name], partial(_ready, data))
    yield File(at.data("danh-muc.json"), _catalogue(site, made, sums, modified), dump_catalogue)
    feeds = feed_links("thu-tuc", at)
    files = tuple(_file(name, at.data(name), len(data), sums[name]) for name, data in made.items())
    view = DataView(files, at.data("danh-muc.json"), modified, site.profile.unit.name, editorial.reuse_notice, feeds)
    yield Page(at.data(), "data.html", words.TITLE, words.DESCRIPTION, view, modified, feeds=feeds)


def _ready(data: bytes, _: object) -> bytes:
    """Bytes that lie ready, whatever the view is."""
    return data


def _made(site: Site, modified: datetime) -> dict[str, bytes]:
    """Name → bytes, in the order of :data:`words.FILES`."""
    base, day, author = f"{site.profile.site.domain}/", modified.date().isoformat(), site.profile.unit.name
    schema_at, turtle_at = (base + site.addresses.data(name) for name in ("thu-tuc.schema.json", "thu-tuc.ttl"))
    rows, changes = procedure_rows(site, base), change_rows(site)
    nodes = graph(site, base, turtle_at, day)
    made = {
        "thu-tuc.xlsx": as_xlsx(words.PROCEDURES, PROCEDURE_COLUMNS, rows, author, modified),
        "thu-tuc.csv": as_csv(PROCEDURE_COLUMNS, rows),
        "thu-tuc.json": as_json(site, base, schema_at, day),
        "thu-tuc.schema.json": dump(schema(schema_at)),
        "thu-tuc.jsonld": json_ld(nodes),
        "thu-tuc.ttl": turtle(nodes),
        "bien-dong.xlsx": as_xlsx(words.CHANGES, CHANGE_COLUMNS, changes, author, modified),
        "bien-dong.csv": as_csv(CHANGE_COLUMNS, changes),
    }
    return {name: made[name] for name in words.FILES}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What ``danh-muc.json`` says: about the whole, and (file, address, bytes, checksum) of each."""

    facts: tuple[tuple[str, str], ...]
    publisher: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str, int, str], ...]


def _catalogue(site: Site, made: dict[str, bytes], sums: dict[str, str], modified: datetime) -> Catalogue:
    base, unit = f"{site.profile.site.domain}/", site.profile.unit
    facts = {
        "title": words.CATALOGUE.format(site=site.profile.site.title),
        "description": words.DESCRIPTION,
        "language": "vi",
        "reuse_notice": site.profile.editorial.reuse_notice,
        "modified": modified.date().isoformat(),
        "page": base + site.addresses.data(),
    }
    publisher = (("name", unit.name), ("code", unit.code), ("parent", unit.parent), ("email", unit.email))
    files = tuple((name, base + site.addresses.data(name), len(data), sums[name]) for name, data in made.items())
    return Catalogue(tuple(facts.items()), publisher, files)


def dump_catalogue(catalogue: Catalogue) -> bytes:
    """``danh-muc.json``."""
    facts = dict(catalogue.facts)
    datasets = []
    for name, url, size, checksum in catalogue.files:
        said = words.FILES[name]
        told = {"name": name, "title": said.title, "description": said.what, "usage": said.how, "url": url, "media_type": said.media}
        sure = {"size": size, "sha256": checksum, "modified": facts["modified"], "reuse_notice": facts["reuse_notice"]}
        datasets.append({**told, **sure})
    return dump({**facts, "publisher": dict(catalogue.publisher), "datasets": datasets})


def _file(name: str, href: str, size: int, checksum: str) -> DataFile:
    said = words.FILES[name]
    return DataFile(name, href, said.title, said.kind, said.what, said.how, readable(size), checksum)


def readable(size: int) -> str:
    """Bytes as people say them: ``1,2 MB``."""
    return f"{size / 1_000_000:.1f} MB".replace(".", ",") if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
