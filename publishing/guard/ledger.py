"""What the guard remembers of a release: its items, by address. Written beside the release under the release's id.

Nothing here reaches a page: it is only held against the next release.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from plugins.model.addresses import facet_slug
from plugins.model.prose import Prose
from plugins.model.site import Site

FORMAT = 1
KEPT = 8  # more than the releases that are kept, so that a rollback finds its own
FOLDER = "items"
# A shorter body ("Xem tệp đính kèm.") tells no item from another. Characters of HTML.
_TELLING = 300
_ITEM_PAGE = re.compile(r"(?:tin-tuc|trang)/[^/]+\.html|quyet-dinh/(?!index\.)[^/]+\.html|(?:hoi-dap|phan-anh)/(?!index\.|nam-\d{4}\.)[^/]+\.html|thu-tuc/[1-9]\.\d{6}(?:/[^/]+)?\.html")


class Row(NamedTuple):
    """One public item: made, written and read ten thousand times a run. ``day`` is ISO; ``body`` a digest, empty when
    too short to tell; ``facets`` a checksum of what puts it into lists; ``sections`` are the pages of its categories
    or its sector."""

    path: str
    source: str = ""
    title: str = ""
    id: str = ""
    day: str = ""
    body: str = ""
    facets: str = ""
    sections: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        return self.path.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All items of a release by address, the names of sections, and the moment it was built for (None: unknown)."""

    rows: Mapping[str, Row]
    sections: Mapping[str, str]
    made: datetime | None


def ledger_of(site: Site, made: datetime) -> Ledger:
    """The ledger of a site about to be published."""
    sections: dict[str, str] = {}
    rows = (*_news(site, sections), *_others(site), *_procedures(site, sections))
    return Ledger({row.path: row for row in rows}, sections, made)


def _news(site: Site, sections: dict[str, str]) -> Iterator[Row]:
    pages = {c.slug: site.addresses.category(c.slug) or f"chuyen-muc/{c.slug}.html" for c in site.categories}
    for item in site.news:
        of = tuple(pages[c.slug] for c in item.categories)
        sections.update(zip(of, (c.name for c in item.categories), strict=True))
        facets = _checksum(item.title, item.date.isoformat(), of, [tag.slug for tag in item.tags], item.pinned, item.exemplar)
        yield Row(item.path, item.source_path, item.title, item.id, item.date.date().isoformat(), _body(item.body), facets, of)


def _others(site: Site) -> Iterator[Row]:
    for page in site.pages:
        yield Row(page.path, page.source_path, page.title, "", "", _body(page.body), _checksum(page.title))
    for one in site.decisions:
        facets = _checksum(one.title, one.number, one.date.isoformat(), repr(one.changes))
        yield Row(one.path, one.source_path, one.title, "", one.date.isoformat(), _body(one.body), facets)
    for document in site.documents:
        facets = _checksum(document.title, document.number, document.date.isoformat(), document.issuer)
        yield Row(document.path, document.source_path, document.title, "", document.date.isoformat(), _body(document.body), facets)
    for answer in site.answers:
        facets = _checksum(answer.title, answer.answered.isoformat(), answer.procedures, answer.sector)
        yield Row(answer.path, answer.source_path, answer.title, answer.id, answer.answered.isoformat(), _body(answer.body), facets)


def _procedures(site: Site, sections: dict[str, str]) -> Iterator[Row]:
    for p in site.procedures:
        slug = facet_slug(p.sector)
        section = site.addresses.procedure_list("linh-vuc", slug) or f"thu-tuc/linh-vuc/{slug}.html"
        sections[section] = p.sector
        of = (section,) if p.publication.effective_to is None else ()
        yield Row(p.path, p.source_path, p.title, "", "", "", _checksum(repr(p)), of)


def _body(prose: Prose) -> str:
    return prose.digest if prose.size >= _TELLING else ""


def _checksum(*facts: object) -> str:
    return f"{crc32(repr(facts).encode()):x}"


def guessed(paths: Iterable[str]) -> Ledger:
    """What the addresses alone tell of a release without a ledger."""
    return Ledger({path: Row(path) for path in paths if _ITEM_PAGE.fullmatch(path)}, {}, None)


def read_ledger(state: Path, release: str, paths: Iterable[str]) -> Ledger:
    """The ledger of a release by its id; guessed when there is none that can be read."""
    try:
        told = json.loads((state / FOLDER / f"{release}.json").read_text(encoding="utf-8"))
        if told["format"] != FORMAT:
            return guessed(paths)
        rows = [_row(*row) for row in told["rows"]]
        return Ledger({row.path: row for row in rows}, told["sections"], datetime.fromisoformat(told["made"]))
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return guessed(paths)


def _row(path: str, source: str, title: str, name: str, day: str, body: str, facets: str, sections: list[str]) -> Row:
    return Row(path, source, title, name, day, body, facets, tuple(sections))


def write_ledger(state: Path, release: str, ledger: Ledger) -> None:
    """Whole or not at all; the oldest ones go."""
    folder = state / FOLDER
    folder.mkdir(exist_ok=True)
    made = ledger.made.isoformat() if ledger.made else ""
    told = {"format": FORMAT, "made": made, "sections": dict(ledger.sections), "rows": list(ledger.rows.values())}
    beside = folder / f"{release}.json.tmp"
    beside.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    beside.replace(folder / f"{release}.json")
    found = sorted(folder.iterdir(), key=lambda file: (file.stat().st_mtime_ns, file.name))
    for file in found[:-KEPT]:
        file.unlink(missing_ok=True)
